import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMålvärde } from '../../src/malvarde/read-malvarde.ts';
import type { Läsfel } from '../../src/model/malvarde.ts';
import { runs } from '../helpers/property.ts';
import { PROV_ORGAN, tolka } from '../helpers/show-lasning.ts';
import targets from './seed-targets.json' with { type: 'json' };

type Table = readonly (readonly [written: string, read: string])[];

const TABLES: Readonly<Record<string, Table>> = {
  minst: [
    ['minst 70 %', '>= 70 %'],
    ['Minst 70%', '>= 70 %'],
    ['lägst 70 %', '>= 70 %'],
    ['≥ 70 %', '>= 70 %'],
    ['>= 70 %', '>= 70 %'],
    ['inte lägre än 70 %', '>= 70 %'],
    ['inte understiga 70 %', '>= 70 %'],
    ['ska inte understiga 70 %', '>= 70 %'],
    ['ska uppgå till minst 25 procent', '>= 25 %'],
    ['minst index 41', '>= 41 index'],
    ['minst 3 procent av skatteintäkter och statsbidrag', '>= 3 % av skatteintäkter och statsbidrag'],
    ['lägst -10 %', '>= -10 %'],
    ['minst 2000', '>= 2000'],
  ],
  högst: [
    ['högst 5,3 %', '<= 5.3 %'],
    ['max 5 %', '<= 5 %'],
    ['≤ 5 %', '<= 5 %'],
    ['<= 5 %', '<= 5 %'],
    ['inte överstiga 5 %', '<= 5 %'],
    ['inte överstiga 10 %', '<= 10 %'],
    ['inte högre än 5 %', '<= 5 %'],
    ['som mest 5 %', '<= 5 %'],
    ['upp till 5 %', '<= 5 %'],
    ['max fyra timmar', '<= 4 tim'],
    ['inom 90 dagar', '<= 90 dagar'],
  ],
  över: [
    ['över 67 %', '> 67 %'],
    ['mer än 67 %', '> 67 %'],
    ['större än 67 %', '> 67 %'],
    ['högre än 67 %', '> 67 %'],
    ['fler än 67 st', '> 67 st'],
    ['>67%', '> 67 %'],
    ['> 67 %', '> 67 %'],
  ],
  under: [
    ['under 16 %', '< 16 %'],
    ['lägre än 16 %', '< 16 %'],
    ['mindre än 16 %', '< 16 %'],
    ['kortare än 16 dagar', '< 16 dagar'],
    ['färre än 16 st', '< 16 st'],
    ['<16%', '< 16 %'],
  ],
  'ensamt tal': [
    ['95 %', 'ensamt 95 %'],
    ['200 kWh/m²', 'ensamt 200 kWh/m²'],
    ['200 kWh/m2', 'ensamt 200 kWh/m²'],
    ['-3,1 %', 'ensamt -3.1 %'],
    ['−34,80 %', 'ensamt -34.80 %'],
    ['92 procent inom 15 sekunder', 'ensamt 92 % villkor: inom 15 sekunder'],
  ],
  'så många av så många': [
    ['maximalt 2 av 5 helger', '<= 2 av 5 helger'],
    ['minst 9 av 10 patienter', '>= 9 av 10 patienter'],
    ['minst 4 av 5', '>= 4 av 5'],
    ['inte lägre än fyra av fem', '>= 4 av 5'],
    ['6 av 10 senast 2025', 'ensamt 6 av 10 senast 2025'],
    ['minst 4 av 5 under 2025', '>= 4 av 5 villkor: under 2025'],
    ['minst 900 av 1200 medarbetare', '>= 900 av 1200 medarbetare'],
    ['minst 900 av 1 200 medarbetare', '>= 900 av 1200 medarbetare'],
    ['minst 900 av 1\u00A0200 medarbetare', '>= 900 av 1200 medarbetare'],
    ['minst 1 av 1\u202F000 invånare', '>= 1 av 1000 invånare'],
    ['minst 1 av 1\u2009000 invånare', '>= 1 av 1000 invånare'],
    ['minst 1 200 av 1 500', '>= 1200 av 1500'],
  ],
  'en del av det som sägs med ord': [
    ['minst 70 % av patienterna under året', '>= 70 % av patienterna villkor: under året'],
    ['minst 70 % av patienterna under perioden (RS)', 'rs: >= 70 % av patienterna villkor: under perioden'],
    ['minst 70 % av patienterna under året senast 2026', '>= 70 % av patienterna villkor: under året senast 2026'],
    ['minst 70 % av patienterna under sommaren', '>= 70 % av patienterna under sommaren'],
    ['minst 70 % av de som vårdats under året och skrivits ut', '>= 70 % av de som vårdats under året och skrivits ut'],
    ['minst 90 % av patienterna som får hjälp', '>= 90 % av patienterna som får hjälp'],
    ['minst 90 % av insatserna som ska följas upp', '>= 90 % av insatserna som ska följas upp'],
    ['minst 80 % av patienterna som inte återinskrivits', '>= 80 % av patienterna som inte återinskrivits'],
    ['minst 80 % av ej akuta remisser', '>= 80 % av ej akuta remisser'],
    ['minst 95 % av patienterna när de ringer', '>= 95 % av patienterna när de ringer'],
    ['minst 95 % av avtalen mellan region och kommun', '>= 95 % av avtalen mellan region och kommun'],
    ['minst 95 % av avtalen mellan en region och en kommun', '>= 95 % av avtalen mellan en region och en kommun'],
    ['minst 95 % av barnen över 3-årsgränsen', '>= 95 % av barnen över 3-årsgränsen'],
    ['minst 95 % av samtalen där vården ska återkomma', '>= 95 % av samtalen där vården ska återkomma'],
    ['minst 95 % av patienterna inom vården', '>= 95 % av patienterna inom vården'],
    [
      'minst 95 % av patienterna inom vården som får svar när de ringer',
      '>= 95 % av patienterna inom vården som får svar när de ringer',
    ],
    [
      'minst 80 % av patienterna inom vården inom 90 dagar',
      '>= 80 % av patienterna inom vården villkor: inom 90 dagar',
    ],
    [
      'minst 80 % av patienterna inom 90 dagar senast 2026',
      '>= 80 % av patienterna villkor: inom 90 dagar senast 2026',
    ],
    ['minst 80 % av 3-åringarna', '>= 80 % av 3-åringarna'],
    ['minst 80 % av 0–17-åringar', '>= 80 % av 0–17-åringar'],
    ['minst 80 % av 80-plussare senast 2026', '>= 80 % av 80-plussare senast 2026'],
    ['minst 80 % av patienter med covid-19', '>= 80 % av patienter med covid-19'],
    ['minst 2 av 3-åringarna', '>= 2 av 3-åringarna'],
  ],
  intervall: [
    ['mellan 40 och 60', '40 … 60'],
    ['mellan 40 och 60 %', '40 % … 60 %'],
    ['40–60', '40 … 60'],
    ['40-60', '40 … 60'],
    ['40 – 60 %', '40 % … 60 %'],
    ['-5–-3 %', '-5 % … -3 %'],
  ],
  noll: [
    ['0 st', '<= 0 st'],
    ['noll', '<= 0'],
    ['noll fall', '<= 0 fall'],
    ['0 %', 'ensamt 0 %'],
    ['0', 'ensamt 0'],
  ],
  tid: [
    ['18:05 min', 'ensamt 1085 s'],
    ['3:30 tim', 'ensamt 12600 s'],
    ['1:02:03 tim', 'ensamt 3723 s'],
    ['högst 18:05 minuter', '<= 1085 s'],
  ],
  'mot ett år': [
    ['högre än 2021', '> jämfört med 2021'],
    ['större andel än 2021', '> jämfört med 2021'],
    ['lägre än 2019', '< jämfört med 2019'],
    ['fler än 2021', '> jämfört med 2021'],
    ['färre än 2021', '< jämfört med 2021'],
    ['bättre än 2021', 'bättre jämfört med 2021'],
    ['högre än i fjol', '> jämfört med föregående år'],
    ['lägre än föregående år', '< jämfört med föregående år'],
    ['inte lägre än 2021', '>= jämfört med 2021'],
  ],
  trend: [
    ['öka', 'öka mot föregående år'],
    ['minska', 'minska mot föregående år'],
    ['oförändrat', 'oförändrat mot föregående år'],
    ['öka jämfört med 2021', 'öka mot 2021'],
    ['minska jämfört med 2021', 'minska mot 2021'],
    ['oförändrat jämfört med 2021', 'oförändrat mot 2021'],
    ['ska öka jämfört med 2014', 'öka mot 2014'],
  ],
  förändring: [
    ['-20 % jämfört med 2019', 'förändring ensam -20 % mot 2019'],
    ['minska med minst 48 % jämfört med 2019', 'förändring <= -48 % mot 2019'],
    ['minska med 48 % jämfört med 2019', 'förändring <= -48 % mot 2019'],
    ['öka med minst 5 % jämfört med 2019', 'förändring >= 5 % mot 2019'],
    ['öka med högst 5 % jämfört med 2019', 'förändring <= 5 % mot 2019'],
    ['halveras till 2030', 'förändring <= -50 % mot – senast 2030'],
    ['minska med 50 % till 2030 jämfört med 2010', 'förändring <= -50 % mot 2010 senast 2030'],
    ['öka med minst 5 % senast 2030 jämfört med 2019', 'förändring >= 5 % mot 2019 senast 2030'],
  ],
  'mot andra': [
    ['högre än riket', '> jämfört med riket'],
    ['lägre än riket', '< jämfört med riket'],
    ['bland de 25 % bästa', 'bättre jämfört med riket bland 25 %'],
    ['i nivå med riket', '= jämfört med riket'],
    ['minst i nivå med riket', '>= jämfört med riket'],
  ],
  aktivitet: [
    ['genomförd aktivitet', 'aktivitet'],
    ['Genomförd aktivitet', 'aktivitet'],
    ['genomfört', 'aktivitet'],
    ['minst 3 st genomförda aktiviteter', 'aktiviteter >= 3'],
  ],
  frist: [
    ['senast 2025-06-30', 'senast senast 2025-06-30'],
    ['senast 2030', 'senast senast 2030'],
    ['minst 80 % senast 2025', '>= 80 % senast 2025'],
    ['senast 2030 uppnå 30 procent', 'ensamt 30 % senast 2030'],
    ['minst 80 % till 2030', '>= 80 % senast 2030'],
    ['minst 80 % av invånarna senast 2030', '>= 80 % av invånarna senast 2030'],
    ['minst 80 % av invånarna under 2025', '>= 80 % av invånarna villkor: under 2025'],
    ['öka till år 2030', 'öka mot föregående år senast 2030'],
    ['minst 80 % av invånarna till 2030', '>= 80 % av invånarna senast 2030'],
    ['genomförd aktivitet senast 2025-06-30', 'aktivitet senast 2025-06-30'],
  ],
  'inte satt, och bedöms': [
    ['kompletteras senare', 'ej_satt'],
    ['kompletteras senast 2022-03-31', 'ej_satt senast 2022-03-31'],
    ['bedöms', 'bedöms'],
  ],
  'per organ': [
    ['4,5 (RJH), 4,5 (RS)', 'rjh: ensamt 4.5; rs: ensamt 4.5'],
    ['4,8 % (RJH) 4,8 % (RS)', 'rjh: ensamt 4.8 %; rs: ensamt 4.8 %'],
    ['minst 70 % (rs) och högst 5 dagar (HSN)', 'rs: >= 70 %; hsn: <= 5 dagar'],
  ],
  'årtal eller tal': [
    ['högre än 1990', '> jämfört med 1990'],
    ['högre än 2099', '> jämfört med 2099'],
    ['högre än 1990 kr', '> 1990 kr'],
    ['högre än 1989', '> 1989'],
    ['fler än 2000 deltagare', '> 2000 deltagare'],
  ],
  'under betyder medan': [
    ['minst 70 % under 2022', '>= 70 % villkor: under 2022'],
    ['minst 70 % under året', '>= 70 % villkor: under året'],
    ['under 2022 kr', '< 2022 kr'],
  ],
  tal: [
    ['minst 1,234', '>= 1.234'],
    ['minst 1.5', '>= 1.5'],
    ['minst 1 234', '>= 1234'],
    ['minst 1\u00A0234', '>= 1234'],
    ['minst 1\u202F234', '>= 1234'],
    ['minst 1\u2009234', '>= 1234'],
    ['minst 1 234 567,89', '>= 1234567.89'],
    ['-5 %', 'ensamt -5 %'],
    ['−5 %', 'ensamt -5 %'],
    ['–5 %', 'ensamt -5 %'],
    ['minst tolv st', '>= 12 st'],
    ['minst 59,40 %', '>= 59.40 %'],
  ],
  'pengar och procentenheter': [
    ['minst 5 tkr', '>= 5 tkr'],
    ['minst 5 mnkr', '>= 5 mkr'],
    ['minst 5 mkr', '>= 5 mkr'],
    ['minst 5 miljoner kronor', '>= 5 mkr'],
    ['minst 2 procentenheter', '>= 2 procentenheter'],
  ],
  parentes: [
    ['högst 16 % (exklusive leasing)', '<= 16 % (exklusive leasing)'],
    ['4,65 (arbetsmiljöenkät)', 'ensamt 4.65 (arbetsmiljöenkät)'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows)('%s', (written, read) => {
    expect(tolka(written)).toBe(read);
  });
});

describe('efter andra ord än högre, lägre, fler, färre, större, mindre och bättre än är fyra siffror ett tal', () => {
  it.each([
    ['över 2000', '> 2000'],
    ['högst 2000', '<= 2000'],
    ['mer än 2000', '> 2000'],
    ['kortare än 2000', '< 2000'],
    ['inte överstiga 2000', '<= 2000'],
    ['inte understiga 2000', '>= 2000'],
  ])('%s', (written, read) => {
    expect(tolka(written)).toBe(read);
  });
});

describe('angiven måttenhet', () => {
  it.each([
    ['2 800 tim i snitt/mån (R12)', 'tim i snitt/mån (R12)', 'ensamt 2800 tim i snitt/mån (R12)'],
    ['lägre än 1,75 utlok/100 vpl', 'utlok/100 vpl', '< 1.75 utlok/100 vpl'],
    ['minst 2000 resenärer', 'resenärer', '>= 2000 resenärer'],
    ['högre än 2000 resenärer', 'resenärer', '> 2000 resenärer'],
    ['0', 'st', '<= 0'],
    ['noll', '%', 'ensamt 0'],
  ])('%s i %s', (written, måttenhet, read) => {
    expect(tolka(written, måttenhet)).toBe(read);
  });
});

describe('det som inte kan läsas är ett fel på sin plats', () => {
  /** The place is written as the piece of the text that the error is about; empty is the end of the text. */
  it.each([
    ['minst -10 %', 'minst -10 %'],
    ['minst −10 %', 'minst −10 %'],
    ['minst sjuttio %', 'sjuttio'],
    ['1.234', '1.234'],
    ['minst 1.234 kr', '1.234'],
    ['minst 1,5,5', '1,5,5'],
    ['minst 5½ %', '5½'],
    ['18:05', '18:05'],
    ['högst 18:75 min', '18:75'],
    ['under 2022', 'under 2022'],
    ['under året', 'under året'],
    ['minst 70 % (RJH', '(RJH'],
    ['4,5 (RJH) 4,5 (RJH)', 'RJH'],
    ['4,5 (RJH), 4,6', '4,6'],
    ['minst 70 % ()', '()'],
    ['minst 70 procnt', 'procnt'],
    ['mellan 60 och 40', '60 och 40'],
    ['mellan 40', ''],
    ['mellan 40 dagar och 60 %', '40 dagar och 60 %'],
    ['minst', ''],
    ['> ', ''],
    ['kompletteras', ''],
    ['senast', ''],
    ['senast 2025-02-30', '2025-02-30'],
    ['senast våren', 'våren'],
    ['minst 70 % 80 %', '80'],
    ['minska med -5 %', '-5'],
    ['bättre än 5 %', 'bättre än 5 %'],
    ['fem av tre', 'fem av tre'],
    ['högst fem av tre patienter', 'fem av tre patienter'],
    ['öka till 2030', 'till 2030'],
    ['minska utsläppen till 2030', 'till 2030'],
    ['minst 70 % av kvinnorna och 60 % av männen', '60'],
    ['minst 70 % av patienterna, minst 60 % av personalen', 'minst'],
    ['minst 80 % av patienterna får inte vänta mer än 90 dagar', 'får'],
    ['minst 80 % av patienterna om budgeten tillåter', 'om'],
    ['högst 80 % av utfallet 2019', '2019'],
    ['minst 80 % av 2021 års nivå', '2021'],
    ['minst 80 % av 2021-nivån', '2021'],
    ['minst 70 % av patienterna och högst 5 % av personalen', 'högst'],
    ['minst 70 % av patienterna och högst fem av personalen', 'högst'],
    ['minst 70 % av patienterna och över nittio procent av personalen', 'över'],
    ['minst 70 % av de som får hjälp, minst 60 % av personalen', 'minst 60'],
    ['minst 70 % av de som väntat 90 dagar', '90'],
    ['minst 70 % av patienterna och sextio procent av personalen', 'procent'],
    ['minst 70 % av patienterna ska få hjälp', 'ska'],
    ['minst 70 % av patienterna inom', 'inom'],
    ['minst 70 % av patienterna inom trettio dagar', 'inom'],
    ['minst 70 % av 3–5', '3–5'],
    ['minst 1 300 av 1 200 medarbetare', '1 300 av 1 200'],
    ['minst 70 % av 90 %', '90'],
    ['4,5 (RJH) 4,5 (XYZ)', 'XYZ'],
    ['minst\u200B70 %', '\u200B'],
    ['till 2026', 'till'],
  ])('%s', (text, about) => {
    const at = about === '' ? text.trimEnd().length : text.lastIndexOf(about);
    const { start, slut } = errorOf(text);
    expect({ start, within: slut <= Math.max(text.length, start + 1) && slut > start }).toEqual({
      start: at,
      within: true,
    });
  });

  it('säger vad som kan ha menats', () => {
    expect(errorOf('minst 70 procnt').hjälp).toBe('Menade du ”procent”?');
    expect(errorOf('1.234')).toMatchObject({
      meddelande: expect.stringContaining('1234'),
      hjälp: expect.stringContaining('1 234'),
    });
    expect(errorOf('minst -10 %').hjälp).toContain('minska med minst 10 %');
    expect(errorOf('18:05').hjälp).toContain('18:05 min');
    expect(errorOf('minst 80 % av patienterna om budgeten tillåter').hjälp).toContain('(om budgeten tillåter)');
    expect(errorOf('minst 80 % av patienterna ska få hjälp').hjälp).toContain('av patienterna som får hjälp');
  });

  it('föreslår aldrig det ord som redan står där', () => {
    const words = fc.constantFrom(
      ...new Set(targets.flatMap(({ text }) => text.split(' '))),
      'index',
      'minst',
      'inom',
      'till',
      'än',
      'procent',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const läsning = readMålvärde(text, { organ: PROV_ORGAN, måttenhet: null });
        if (läsning.slag === 'oläst') {
          const { start, slut, hjälp } = läsning.fel;
          expect(hjälp, text).not.toBe(`Menade du ”${text.slice(start, slut).toLowerCase()}”?`);
        }
      }),
      runs(2000),
    );
  });
});

function errorOf(text: string): Läsfel {
  const läsning = readMålvärde(text, { organ: PROV_ORGAN, måttenhet: null });
  if (läsning.slag !== 'oläst') {
    throw new Error(`”${text}” blev läst som ${tolka(text)}`);
  }
  return läsning.fel;
}
