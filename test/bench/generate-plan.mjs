import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes a folder of plans with one plan, 2025, of any size: realistic names, every kind of målvärde that plans hold,
 * outcomes of three tertial, and words on a part of them; or, bare, only nyckeltal with their målvärden and outcomes. The
 * same arguments always give the same files, byte by byte, and `vp kontroll` finds no error in them.
 *
 *     node test/bench/generate-plan.mjs FOLDER [NYCKELTAL] [SEED] [--bare]
 */
export function generatePlan(folder, count, { seed = 2025, bare = false } = {}) {
  const random = randomFrom(seed);
  const målområden = [];
  for (let first = 0; first < count; first += PER_MÅLOMRÅDE) {
    målområden.push(makeMålområde(målområden.length, first, Math.min(count, first + PER_MÅLOMRÅDE), random));
  }
  write(folder, 'organisation.yaml', organisationYaml());
  write(folder, '2025/plan.yaml', planYaml(målområden));
  for (const målområde of målområden) {
    write(folder, `2025/mal/${målområde.id}.yaml`, målområdeYaml(målområde, random, bare));
  }
  for (const tertial of TERTIAL) {
    write(folder, `2025/utfall/2025-t${tertial}.csv`, utfallCsv(målområden, tertial, random, bare));
    for (const { id: organ } of bare ? [] : ORGAN.filter((one) => one.nämnd)) {
      const text = uppföljningYaml(målområden, organ, random);
      if (text !== null) {
        write(folder, `2025/uppfoljning/2025-t${tertial}/${organ}.yaml`, text);
      }
    }
  }
}

const PER_MÅLOMRÅDE = 100;
const TERTIAL = [1, 2, 3];
/** Part of the nyckeltal that somebody has written something on in a tertial. */
const FOLLOWED_UP = 0.1;

function write(folder, name, text) {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** Mulberry32: small, fast and the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (share) => next() < share,
    /** A whole number from `least` to `most`. */
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One of a list of `[weight, value]`. */
    weighted: (list) => {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of list) {
        left -= weight;
        if (left < 0) {
          return value;
        }
      }
      return list.at(-1)[1];
    },
  };
}

const ORGAN = [
  { id: 'rf', namn: 'Regionfullmäktige', kort: 'RF', nämnd: false },
  { id: 'rs', namn: 'Regionstyrelsen', kort: 'RS', nämnd: true },
  { id: 'hsn', namn: 'Hälso- och sjukvårdsnämnden', kort: 'HSN', nämnd: true },
  { id: 'run', namn: 'Regionala utvecklingsnämnden', kort: 'RUN', nämnd: true },
  { id: 'ktn', namn: 'Kollektivtrafiknämnden', kort: 'KTN', nämnd: true },
];
const NÄMNDER = ORGAN.filter((one) => one.nämnd).map((one) => one.id);

/** What is measured: the id's part, the name, and which kinds of målvärde it can have. */
const MÅTT = [
  ['telefon-samma-dag', 'Andelen patienter som når mottagningen via telefon samma dag', 'andel'],
  ['bedomning-tre-dagar', 'Andelen patienter som får medicinsk bedömning inom 3 dagar', 'andel'],
  ['forsta-besok', 'Andel patienter som väntat 90 dagar eller kortare till första besök', 'andel'],
  ['aterbesok-maldatum', 'Andel återbesök som sker inom medicinskt måldatum', 'andel'],
  ['operationer-maldatum', 'Andel elektiva operationer som sker inom medicinskt måldatum', 'andel'],
  ['vistelsetid-akut', 'Andel besök på akutmottagning med en vistelsetid under fyra timmar', 'andel'],
  ['leverantorstrohet', 'Leverantörstrohet', 'andel'],
  ['ekologiska-livsmedel', 'Andelen ekologiska livsmedel av de totala livsmedelsinköpen', 'andel'],
  ['atervinningsgrad', 'Återvinningsgrad (% av avfallet som sorteras för materialåtervinning)', 'andel'],
  ['fast-vardkontakt', 'Andel listade patienter med namngiven fast läkarkontakt', 'andel'],
  ['basala-hygienrutiner', 'Följsamhet till basala hygienrutiner och klädregler', 'andel'],
  ['fullfoljd-utbildning', 'Andel deltagare som fullföljer sin utbildning', 'andel'],
  ['nojda-resenarer', 'Andel nöjda resenärer enligt årlig mätning', 'andel'],
  ['punktlighet', 'Andel avgångar i tid, högst tre minuter sena', 'andel'],
  ['sjuktal', 'Sjuktal per enhet', 'låg andel'],
  ['hyrpersonal', 'Kostnad för hyrpersonal som andel av personalkostnaden', 'låg andel'],
  ['personalomsattning', 'Personalomsättning bland tillsvidareanställda', 'låg andel'],
  ['vardrelaterade-infektioner', 'Vårdrelaterade infektioner vid punktprevalensmätning', 'låg andel'],
  ['oplanerad-aterinskrivning', 'Oplanerad återinskrivning inom 30 dagar efter utskrivning', 'låg andel'],
  ['utebliven-betalning', 'Andel uteblivna besök', 'låg andel'],
  ['hse', 'Hållbart Säkerhets Engagemang (HSE)', 'index'],
  ['halsoframjande-index', 'Hälsofrämjande index', 'index'],
  ['hallbart-medarbetarengagemang', 'Hållbart medarbetarengagemang (HME)', 'index'],
  ['kontinuitetsindex', 'Kontinuitetsindex för läkare', 'index'],
  ['vantetid-1177', 'Genomsnittlig väntetid i telefon till 1177', 'klocka'],
  ['svarstid-larm', 'Tid från larm till ambulans på plats, median', 'klocka'],
  ['ledtid-utredning', 'Ledtid från remiss till avslutad utredning', 'dagar'],
  ['ledtid-arende', 'Handläggningstid för ansökningar om stöd', 'dagar'],
  ['utskrivningsklara', 'Väntetid för utskrivningsklara patienter', 'timmar'],
  ['handledningstid', 'Tid för handledning i veckan', 'timmar'],
  ['utlokaliseringar', 'Utlokaliserade patienter per 100 vårdplatser', 'antal lågt'],
  ['avvikelser', 'Allvarliga avvikelser utan avslutad utredning', 'antal lågt'],
  ['deltagare-aktiviteter', 'Deltagare i hälsofrämjande aktiviteter', 'antal'],
  ['besok-digitalt', 'Digitala vårdbesök', 'antal'],
  ['foretagsbesok', 'Besök hos företag med rådgivning', 'antal'],
  ['kostnad-lakemedel', 'Kostnad för läkemedel inom förmånen', 'pengar'],
  ['nettokostnad', 'Nettokostnad mot budgetram', 'pengar'],
  ['kostnad-transporter', 'Kostnad för sjukresor och transporter', 'pengar'],
  ['energianvandning', 'Energianvändning i lokalerna', 'mått'],
  ['elanvandning', 'Elanvändning i lokalerna', 'mått'],
  ['belaggningsgrad', 'Beläggningsgrad på disponibla vårdplatser', 'intervall'],
  ['soliditet', 'Soliditet exklusive ansvarsförbindelsen', 'negativ'],
  ['resultatmarginal', 'Verksamhetens resultat som andel av omsättningen', 'negativ'],
  ['koldioxidutslapp', 'Koldioxidutsläpp från tjänsteresor och interna transporter', 'förändring'],
  ['avfallsmangd', 'Total avfallsmängd', 'förändring'],
  ['fortroende', 'Invånarnas förtroende enligt hälso- och sjukvårdsbarometern', 'jämförelse'],
  ['handlingsplan', 'Handlingsplan för psykisk hälsa bland unga', 'aktivitet'],
  ['kompetensplan', 'Plan för kompetensförsörjning', 'frist'],
];

const VERKSAMHETER = [
  ['halsocentral', 'hälsocentralen'],
  ['barn-och-unga', 'barn- och ungdomsmedicin'],
  ['psykiatri', 'vuxenpsykiatrin'],
  ['bup', 'barn- och ungdomspsykiatrin'],
  ['ortopedi', 'ortopedi och rörelseorganens medicin'],
  ['kirurgi', 'kirurgkliniken'],
  ['kvinna', 'kvinnosjukvården'],
  ['hjarta', 'hjärt- och neurologisjukvården'],
  ['akutvard', 'akutvården'],
  ['ambulans', 'ambulanssjukvården'],
  ['laboratorium', 'laboratoriemedicin'],
  ['rontgen', 'bilddiagnostik'],
  ['rehabilitering', 'rehabilitering och habilitering'],
  ['hud', 'hudkliniken'],
  ['ogon', 'ögonkliniken'],
  ['hjalpmedel', 'hjälpmedelsverksamheten'],
  ['folktandvard', 'folktandvården'],
  ['specialisttandvard', 'specialisttandvården'],
  ['folkhogskola', 'folkhögskolan'],
  ['kultur', 'kulturverksamheten'],
  ['busstrafik', 'den regionala busstrafiken'],
  ['sjukresor', 'sjukresor och färdtjänst'],
  ['regional-utveckling', 'regional utveckling'],
  ['kost', 'kostverksamheten'],
  ['fastighet', 'fastighetsförvaltningen'],
  ['inkop', 'inköp och upphandling'],
  ['it', 'IT och digitalisering'],
  ['hr', 'HR-staben'],
  ['ekonomi', 'ekonomistaben'],
  ['kommunikation', 'kommunikationsavdelningen'],
];

const ORTER = (
  'Östersund Odensala Lugnvik Torvalla Frösön Zätagränd Brunflo Lit Häggenås Föllinge Krokom Ås Strömsund Backe ' +
  'Gäddede Hammerdal Hoting Rossön Sveg Hede Funäsdalen Ytterhogdal Lillhärdal Svenstavik Hackås Hoverberg Åre ' +
  'Järpen Mörsil Hallen Undersåker Storlien Duved Bräcke Gällö Kälarne Ragunda Hammarstrand Stugun Bispgården ' +
  'Offerdal Nälden Näskott Alsen Rödön Trångsviken Mattmar Ocke Kall Huså Kallsedet Vemdalen Vemhån Tännäs ' +
  'Ljusnedal Bruksvallarna Tänndalen Linsell Glissjöberg Älvros Överhogdal Ängersjö Rätan Klövsjö Åsarna Börtnan ' +
  'Storsjö Ljungdalen Myrviken Oviken Kövra Orrviken Marieby Fåker Optand Genvalla Lockne Bodsjö'
).split(' ');

function slugOf(text) {
  return text
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '-');
}

/** Names in turn: measure, then verksamhet, then ort, so that no two are alike. */
function namesOf(index) {
  const [måttId, måttNamn, slag] = MÅTT[index % MÅTT.length];
  const [verksamhetId, verksamhet] = VERKSAMHETER[Math.floor(index / MÅTT.length) % VERKSAMHETER.length];
  const turn = Math.floor(index / MÅTT.length / VERKSAMHETER.length);
  const ort = ORTER[turn % ORTER.length];
  const round = Math.floor(turn / ORTER.length) + 1;
  const ending = round === 1 ? '' : ` ${round}`;
  return {
    id: `${måttId}-${verksamhetId}-${slugOf(ort + ending)}`,
    namn: `${måttNamn}, ${verksamhet} i ${ort}${ending}`,
    slag,
  };
}

/** Digits with a decimal comma. */
function swedish(number, decimals) {
  return number.toFixed(decimals).replace('.', ',');
}

/**
 * A kind of measure: its keys beside the målvärde, the målvärde as text, and an outcome as text. `mål` is a number on
 * which both build; `grad` says how the outcome stands to it: 1 reaches it, below 1 does not.
 */
const SLAG = {
  andel: {
    mål: (random) => random.whole(25, 98),
    keys: () => ['måttenhet: "%"'],
    text: ({ mål, random }) => {
      const words = random.weighted([
        [60, (value) => [`minst ${value} %`]],
        [10, (value) => [`lägst ${value} %`]],
        [5, (value) => [`≥ ${value} %`]],
        [5, (value) => [`över ${value} %`]],
        [5, (value) => [`${value} % eller mer`]],
        [30, (value) => [`${value} %`, 'riktning: öka']],
      ]);
      return words(mål);
    },
    utfall: ({ mål, grad, random }) => `${swedish(Math.min(100, mål * grad), random.whole(0, 1))} %`,
  },
  'låg andel': {
    mål: (random) => random.whole(20, 120) / 10,
    keys: () => ['måttenhet: "%"'],
    text: ({ mål, random }) => {
      const value = swedish(mål, 1);
      return random.weighted([
        [40, [`högst ${value} %`]],
        [20, [`max ${value} %`]],
        [10, [`inte överstiga ${value} %`]],
        [5, [`<${value} %`]],
        [30, [`${value} %`, 'riktning: minska']],
      ]);
    },
    utfall: ({ mål, grad }) => `${swedish(mål * (2 - grad), 1)} %`,
  },
  index: {
    mål: (random) => random.whole(350, 490) / 100,
    keys: ({ random }) => (random.chance(0.6) ? ['måttenhet: index'] : []),
    text: ({ mål, random }) => {
      const value = swedish(mål, 2);
      return random.chance(0.7) ? [`minst ${value}`] : [value, 'riktning: öka'];
    },
    utfall: ({ mål, grad }) => swedish(mål * grad, 2),
  },
  klocka: {
    mål: (random) => random.whole(8, 25) * 60 + random.whole(0, 59),
    keys: () => [],
    text: ({ mål }) => [`högst ${clock(mål)} min`],
    utfall: ({ mål, grad }) => `${clock(Math.round(mål * (2 - grad)))} min`,
  },
  dagar: {
    mål: (random) => random.whole(20, 120),
    keys: () => ['måttenhet: dagar'],
    text: ({ mål, random }) => [random.chance(0.5) ? `inom ${mål} dagar` : `högst ${mål} dagar`],
    utfall: ({ mål, grad }) => `${Math.round(mål * (2 - grad))} dagar`,
  },
  timmar: {
    mål: (random) => random.whole(4, 40),
    keys: () => ['måttenhet: timmar'],
    text: ({ mål, random }) => (random.chance(0.5) ? [`max ${mål} timmar`] : [`${mål} tim`, 'riktning: minska']),
    utfall: ({ mål, grad }) => swedish(mål * (2 - grad), 1),
  },
  antal: {
    mål: (random) => random.whole(40, 9000),
    keys: () => ['måttenhet: st', 'ackumulerande: ja', 'takt: jämn'],
    text: ({ mål }) => [`minst ${spaced(mål)} st`],
    utfall: ({ mål, grad, tertial }) => spaced(Math.round((mål * grad * tertial) / 3)),
  },
  'antal lågt': {
    mål: (random) => random.whole(5, 60),
    keys: () => ['måttenhet: st'],
    text: ({ mål, random }) => [random.chance(0.2) ? `färre än ${mål + 1} st` : `högst ${mål} st`],
    utfall: ({ mål, grad }) => String(Math.round(mål * (2 - grad))),
  },
  pengar: {
    mål: (random) => random.whole(15, 4000) / 10,
    keys: () => ['måttenhet: mkr'],
    text: ({ mål }) => [`högst ${swedish(mål, 1)} mkr`],
    utfall: ({ mål, grad }) => `${swedish(mål * (2 - grad), 1)} mkr`,
  },
  mått: {
    mål: (random) => random.whole(110, 260),
    keys: () => ['måttenhet: kWh/m²'],
    text: ({ mål }) => [`${mål} kWh/m²`, 'riktning: minska'],
    utfall: ({ mål, grad }) => swedish(mål * (2 - grad), 1),
  },
  intervall: {
    mål: (random) => random.whole(70, 85),
    keys: () => ['måttenhet: "%"'],
    text: ({ mål, random }) => [random.chance(0.5) ? `${mål}–${mål + 10} %` : `mellan ${mål} och ${mål + 10} %`],
    utfall: ({ mål, grad }) => `${swedish(mål * grad + 3, 1)} %`,
  },
  negativ: {
    mål: (random) => random.whole(10, 350) / 10,
    keys: () => ['måttenhet: "%"'],
    text: ({ mål }) => [`-${swedish(mål, 1)} %`, 'riktning: öka'],
    utfall: ({ mål, grad }) => `-${swedish(mål * (2 - grad), 1)} %`,
  },
  förändring: {
    mål: (random) => random.whole(10, 60),
    keys: () => ['måttenhet: "%"', 'utfall_är: förändring'],
    text: ({ mål }) => [`minska med minst ${mål} % jämfört med 2019`],
    utfall: ({ mål, grad }) => `-${swedish(mål * grad, 1)} %`,
  },
  jämförelse: {
    mål: (random) => random.whole(30, 70),
    keys: ({ mål }) => ['måttenhet: "%"', 'startvärde:', `  värde: ${mål} %`, '  period: 2024'],
    text: ({ random }) => [random.pick(['öka', 'högre än 2024', 'högre än i fjol', 'öka jämfört med 2024'])],
    utfall: ({ mål, grad }) => `${swedish(mål * grad + 0.4, 1)} %`,
  },
  aktivitet: {
    mål: () => 0,
    keys: () => [],
    text: ({ random }) => [random.chance(0.5) ? 'genomförd aktivitet' : 'genomförd'],
    utfall: ({ grad, random, tertial }) =>
      tertial === 3 && grad >= 1 ? 'genomförd' : random.pick(['pågår', 'pågår', 'försenad']),
  },
  frist: {
    mål: () => 0,
    keys: () => [],
    text: () => ['senast 2025-10-31'],
    utfall: ({ grad, tertial }) => (tertial === 3 && grad >= 1 ? '2025-10-15' : 'pågår'),
  },
};

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Thousands by space, as in printed plans. */
function spaced(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
}

function makeNyckeltal(index, organ, random) {
  const { id, namn, slag } = namesOf(index);
  const kind = SLAG[slag];
  const mål = kind.mål(random);
  // Some targets differ between the organ that share a measure.
  const shared = ['andel', 'låg andel', 'index', 'pengar'].includes(slag) && random.chance(0.08);
  const targets = (shared ? NÄMNDER.slice(0, random.whole(2, 3)) : [organ]).map((one) => ({
    organ: one,
    mål: shared ? kind.mål(random) : mål,
  }));
  return { id, namn, slag, organ, targets, shared, yearly: random.chance(0.05) };
}

function makeMålområde(index, first, end, random) {
  const [verksamhetId, verksamhet] = VERKSAMHETER[index % VERKSAMHETER.length];
  const organ = NÄMNDER[index % NÄMNDER.length];
  const number = Math.floor(index / VERKSAMHETER.length) + 1;
  const id = `${verksamhetId}-${number}`;
  return {
    id,
    namn: `Målområde ${number} för ${verksamhet}`,
    organ,
    nyckeltal: Array.from({ length: end - first }, (_, offset) => makeNyckeltal(first + offset, organ, random)),
    uppdrag: [1, 2, 3].map((nr) => ({ id: `uppdrag-${id}-${nr}`, nr, organ: nr === 1 ? NÄMNDER : [organ] })),
  };
}

const BESKRIVNINGAR = [
  'Tillgängligheten ska öka så att fler får hjälp i rätt tid, oavsett var i länet de bor.',
  'Nyckeltalet följs upp månadsvis i ledningsgruppen och redovisas per tertial till nämnden.',
  'Arbetet med nya arbetssätt, ändrad fördelning av arbetsuppgifter och digitalisering ska ge effekt under året.',
  'Mätningen görs på samma sätt i alla regioner, vilket gör det möjligt att jämföra resultatet med riket.',
  'En god arbetsmiljö är en förutsättning för kvalitet, utveckling och en hållbar kompetensförsörjning.',
];
const KÄLLOR = ['Verksamhetssystemet', 'Ekonomisystemet', 'Medarbetarenkäten', 'Nationella väntetidsdatabasen', 'SKR'];

function organisationYaml() {
  const organ = ORGAN.map(({ id, namn, kort }) => `  ${id}:\n    namn: ${namn}\n    kort: ${kort}\n`);
  return `# yaml-language-server: $schema=../schemas/organisation.schema.json\nnamn: Region Exempel\norgan:\n${organ.join('')}`;
}

function planYaml(målområden) {
  return [
    '# yaml-language-server: $schema=../../schemas/plan.schema.json',
    'titel: Verksamhetsplan 2025',
    'period: 2025',
    'organ: rs',
    'målområden:',
    ...målområden.map(({ id }) => `  - ${id}`),
    'bedömningsregler:',
    '  gul_från: 90',
    '  sammanvägning: samstämmig',
    '',
  ].join('\n');
}

function målområdeYaml({ namn, organ, nyckeltal, uppdrag }, random, bare) {
  const lines = [
    '# yaml-language-server: $schema=../../../schemas/malomrade.schema.json',
    `namn: ${namn}`,
    'övergripande_mål: God kvalitet och tillgänglighet i hela länet',
    `organ: ${organ}`,
    'nyckeltal:',
  ];
  for (const one of nyckeltal) {
    lines.push(...nyckeltalYaml(one, random, bare));
  }
  if (bare) {
    return `${lines.join('\n')}\n`;
  }
  lines.push('uppdrag:');
  for (const one of uppdrag) {
    lines.push(
      `  - id: ${one.id}`,
      `    namn: Utveckla samverkan och nya arbetssätt inom ${namn.toLowerCase()}, del ${one.nr}.`,
      '    från: rf',
      `    organ: ${one.organ.length === 1 ? one.organ[0] : `[${one.organ.join(', ')}]`}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function nyckeltalYaml(nyckeltal, random, bare) {
  const { id, namn, slag, targets, shared, yearly } = nyckeltal;
  const kind = SLAG[slag];
  const [text, ...more] = kind.text({ mål: targets[0].mål, random });
  const lines = [`  - id: ${id}`, `    namn: ${namn}`];
  if (!bare) {
    lines.push(`    sort: ${random.chance(0.8) ? 'kortsiktigt' : 'långsiktigt'}`);
  }
  if (!bare && random.chance(0.5)) {
    lines.push('    beskrivning: |', ...sentences(random, 1, 2).map((line) => `      ${line}`));
  }
  if (!bare && random.chance(0.15)) {
    lines.push(`    definition: ${random.pick(BESKRIVNINGAR)}`);
  }
  if (shared) {
    // The same words for every organ, so that one riktning holds for all of them.
    const worded = (mål) => `${slag === 'andel' || slag === 'index' ? 'minst' : 'högst'} ${amountOf(slag, mål)}`;
    lines.push('    målvärde:', ...targets.map((one) => `      ${one.organ}: ${worded(one.mål)}`));
  } else {
    lines.push(`    målvärde: ${text}`, ...more.map((line) => `    ${line}`));
  }
  lines.push(...kind.keys({ mål: targets[0].mål, random }).map((line) => `    ${line}`));
  if (slag === 'andel' && !shared && random.chance(0.03)) {
    lines.push('    etappmål:', `      2025-T1: minst ${Math.floor(targets[0].mål / 2)} %`);
  }
  if (slag === 'låg andel' && random.chance(0.05)) {
    lines.push('    tolerans: 0,5');
  }
  if (slag === 'pengar' && random.chance(0.1)) {
    lines.push('    metod: kvot');
  }
  lines.push(`    mäts: ${yearly ? 'år' : 'tertial'}`);
  if (!bare && random.chance(0.3)) {
    lines.push(`    källa: ${random.pick(KÄLLOR)}`);
  }
  return lines;
}

/** A shared målvärde's number with its unit. */
function amountOf(slag, mål) {
  switch (slag) {
    case 'index':
      return swedish(mål, 2);
    case 'pengar':
      return `${swedish(mål, 1)} mkr`;
    default:
      return `${swedish(mål, slag === 'andel' ? 0 : 1)} %`;
  }
}

/** Different sentences, in turn from a random one. */
function sentences(random, least, most) {
  const first = random.whole(0, BESKRIVNINGAR.length - 1);
  return Array.from(
    { length: random.whole(least, most) },
    (_, index) => BESKRIVNINGAR[(first + index) % BESKRIVNINGAR.length],
  );
}

function utfallCsv(målområden, tertial, random, bare) {
  const rows = [`nyckeltal;organ;period;utfall${bare ? '' : ';enhet;prognos;mätdatum;anmärkning;källa'}`];
  const date = ['2025-04-30', '2025-08-31', '2025-12-31'][tertial - 1];
  for (const { nyckeltal } of målområden) {
    for (const { id, slag, targets, yearly } of nyckeltal) {
      for (const { organ, mål } of targets) {
        const value = (grad) => SLAG[slag].utfall({ mål, grad, random, tertial });
        const utfall =
          yearly && tertial < 3
            ? 'mäts på helår'
            : random.weighted([
                [96, value(gradeOf(random))],
                [3, 'saknas'],
                [1, 'sekretess'],
              ]);
        if (bare) {
          rows.push(`${id};${organ};2025-T${tertial};${utfall}`);
          continue;
        }
        // A forecast for the year is expected from the second tertial on.
        const prognos = tertial > 1 && !['aktivitet', 'frist'].includes(slag) ? yearValue(slag, mål, random) : '';
        const remark = random.weighted([
          [90, ''],
          [8, 'Avser hela perioden.'],
          [2, '"Underlaget är preliminärt; kompletteras i delårsrapporten."'],
        ]);
        rows.push(`${id};${organ};2025-T${tertial};${utfall};;${prognos};${date};${remark};${random.pick(KÄLLOR)}`);
      }
    }
  }
  return `${rows.join('\n')}\n`;
}

function yearValue(slag, mål, random) {
  return SLAG[slag].utfall({ mål, grad: gradeOf(random), random, tertial: 3 });
}

/** How an outcome stands to its target: most reach it, some nearly, some not. */
function gradeOf(random) {
  return random.weighted([
    [60, random.whole(1000, 1150) / 1000],
    [20, random.whole(910, 995) / 1000],
    [20, random.whole(600, 890) / 1000],
  ]);
}

/** An organ's words on a part of its nyckeltal and uppdrag; null where it has none. */
function uppföljningYaml(målområden, organ, random) {
  const nyckeltal = [];
  const uppdrag = [];
  for (const målområde of målområden) {
    for (const one of målområde.nyckeltal) {
      if (one.targets.some((target) => target.organ === organ) && random.chance(FOLLOWED_UP)) {
        nyckeltal.push(`  ${one.id}:`, '    kommentar: |', ...sentences(random, 1, 3).map((line) => `      ${line}`));
        if (random.chance(0.1)) {
          nyckeltal.push(
            '    bedömning:',
            '      status: delvis uppfyllt',
            '      motivering: Utvecklingen under perioden går åt rätt håll.',
          );
        }
        if (random.chance(0.2)) {
          nyckeltal.push('    åtgärder: Verksamheten ser över bemanning och planering.');
        }
      }
    }
    for (const one of målområde.uppdrag.filter((each) => each.organ.includes(organ))) {
      uppdrag.push(`  ${one.id}:`, `    läge: ${random.pick(['pågår', 'pågår', 'genomförd', 'försenad'])}`);
      uppdrag.push('    bedömning:', `      status: ${random.pick(['uppfyllt', 'delvis uppfyllt'])}`);
    }
  }
  const parts = [
    ...(nyckeltal.length > 0 ? ['nyckeltal:', ...nyckeltal] : []),
    ...(uppdrag.length > 0 ? ['uppdrag:', ...uppdrag] : []),
  ];
  return parts.length === 0
    ? null
    : `# yaml-language-server: $schema=../../../../schemas/uppfoljning.schema.json\n${parts.join('\n')}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const bare = process.argv.includes('--bare');
  const [folder, count = '1000', seed = '2025'] = process.argv.slice(2).filter((arg) => arg !== '--bare');
  if (folder === undefined || !/^\d+$/.test(count) || !/^\d+$/.test(seed)) {
    console.error('node test/bench/generate-plan.mjs FOLDER [NYCKELTAL] [SEED] [--bare]');
    process.exitCode = 2;
  } else {
    generatePlan(folder, Number(count), { seed: Number(seed), bare });
  }
}
