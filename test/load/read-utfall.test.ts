import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readUtfall } from '../../src/load/read-utfall.ts';
import type { Utfall } from '../../src/model/utfall.ts';
import { positionAt } from '../../src/source/source-file.ts';
import { loadTempPlan } from '../helpers/temp-plan.ts';

const MAL = `namn: Område
nyckeltal:
  - id: sjuktal
    namn: Sjuktal per enhet
    alias: [Sjukfrånvaro, Sjuk (%)]
    målvärde: högst 5 %
  - id: trohet
    namn: Leverantörstrohet
    riktning: öka
    målvärde:
      rs: 95 %
      hsn: 95 %
  - id: kostnad
    namn: Kostnad
    måttenhet: mkr
    målvärde: högst 5 mkr
  - id: energi
    namn: Energianvändning
    måttenhet: kWh/m²
    målvärde: högst 165
  - id: vantetid
    namn: Väntetid
    målvärde: högst 18:05 min
  - id: aktivitet
    namn: Aktivitet
    målvärde: genomförd aktivitet
  - id: index-ett
    namn: Hälsoindex
    målvärde: minst 4
  - id: index-tva
    namn: Hälsoindex
    målvärde: minst 4
`;

interface Read {
  readonly utfall: readonly Utfall[];
  /** `VP132 2:1 message | help`. */
  readonly told: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

async function read(csv: string, files: Readonly<Record<string, string>> = {}): Promise<Read> {
  const { plan, diagnostics } = await loadTempPlan({ '2025/mal/omrade.yaml': MAL, '2025/utfall/a.csv': csv, ...files });
  return {
    utfall: plan?.utfall ?? [],
    diagnostics,
    told: diagnostics.map(({ code, place, message, help }) => {
      const { line, column } = positionAt(place.file, place.start);
      return `${code} ${line}:${column} ${message}${help === null ? '' : ` | ${help}`}`;
    }),
  };
}

/** One row under the ordinary header. */
function row(cells: string, header = 'nyckeltal;organ;period;utfall;enhet;kön;prognos;mätdatum'): Promise<Read> {
  return read(`${header}\n${cells}\n`);
}

describe('rubriken', () => {
  it('kolumner i vilken ordning som helst, med vilka skiljetecken som helst', async () => {
    for (const csv of [
      'utfall;period;nyckeltal\n4 %;2025-T1;sjuktal\n',
      'Nyckeltal\tPERIOD\tUtfall\nsjuktal\t2025-T1\t4 %\n',
      'nyckeltal,period,utfall\nsjuktal,2025-T1,"4,0 %"\n',
      '\uFEFFnyckeltal;period;utfall\r\nsjuktal;2025-T1;4 %\r\n',
    ]) {
      const { utfall, told } = await read(csv);
      expect(told).toEqual([]);
      expect(utfall).toMatchObject([
        { nyckeltal: 'sjuktal', organ: 'rs', period: { id: '2025-T1' }, värde: { slag: 'tal' }, rad: 2 },
      ]);
    }
  });

  it('alla kolumner', async () => {
    const { utfall, told } = await read(
      'nyckeltal;organ;period;utfall;kön;enhet;prognos;mätdatum;anmärkning;källa\nsjuktal;rs;2025-T1;4,1 %;kvinnor;birka;4,5 %;2025-04-30;preliminärt;HR\n',
    );
    expect(told).toEqual([]);
    expect(utfall).toMatchObject([
      {
        text: '4,1 %',
        kön: 'kvinnor',
        enhet: 'birka',
        prognos: { text: '4,5 %' },
        mätdatum: '2025-04-30',
        anmärkning: 'preliminärt',
        källa: 'HR',
      },
    ]);
  });

  it.each([
    [
      'okänd kolumn',
      'nyckeltal;perriod;period;utfall\n',
      /^VP130 1:11 kolumnen ”perriod” finns inte \| Menade du ”period”\?/,
    ],
    ['kolumn utan rubrik', 'nyckeltal;;period;utfall\n', /^VP130 1:11 en kolumn saknar rubrik/],
    ['kolumn två gånger', 'nyckeltal;period;utfall;utfall\n', /^VP130 1:25 kolumnen ”utfall” står två gånger/],
    ['kolumn som saknas', 'nyckeltal;period\n', /^VP130 1:1 kolumnen ”utfall” saknas/],
    ['rader utan rubrik', 'sjuktal;2025-T1;4 %\n', /^VP130 1:1 /],
  ])('%s', async (_name, csv, expected) => {
    expect((await read(csv)).told[0]).toMatch(expected);
  });

  it('det som saknas och det som är okänt sägs i samma körning', async () => {
    const { told } = await read('nyckeltal;perriod;utfall\n');
    expect(told.join('\n')).toMatch(/”perriod” finns inte/);
  });
});

describe('vilket nyckeltal', () => {
  it.each(['sjuktal', 'SJUKTAL', 'Sjuktal per enhet', 'sjuktal PER enhet', 'Sjukfrånvaro', 'sjukfrånvaro', 'Sjuk (%)'])(
    '%s är sjuktal',
    async (name) => {
      const { utfall, told } = await row(`${name};;2025-T1;4 %`);
      expect(told).toEqual([]);
      expect(utfall).toMatchObject([{ nyckeltal: 'sjuktal' }]);
    },
  );

  it.each([
    ['sjuktall', /^VP132 2:1 nyckeltalet ”sjuktall” finns inte i planen \| Menade du ”sjuktal”\?/],
    ['Leverantörstrohett', /^VP132 2:1 .* \| Menade du ”leverantörstrohet”\?/i],
    ['', /^VP132 2:1 raden säger inte vilket nyckeltal/],
    ['Hälsoindex', /^VP132 2:1 namnet ”Hälsoindex” passar flera nyckeltal: index-ett, index-tva/],
    ['__proto__', /^VP132 2:1 /],
  ])('”%s”', async (name, expected) => {
    const { utfall, told } = await row(`${name};;2025-T1;4`);
    expect(utfall).toEqual([]);
    expect(told).toEqual([expect.stringMatching(expected)]);
  });

  it('ett id går före ett likadant namn', async () => {
    const mal =
      'namn: Område\nnyckeltal:\n  - id: a\n    namn: b\n    målvärde: minst 1\n  - id: b\n    namn: B två\n    målvärde: minst 1\n';
    const { utfall } = await read('nyckeltal;period;utfall\nb;2025;5\n', { '2025/mal/omrade.yaml': mal });
    expect(utfall).toMatchObject([{ nyckeltal: 'b' }]);
  });
});

describe('vilket organ', () => {
  it.each([
    ['trohet;RS;2025-T1;95 %', 'rs'],
    ['trohet;Hälso- och sjukvårdsnämnden;2025-T1;95 %', 'hsn'],
    ['trohet;hsn;2025-T1;95 %', 'hsn'],
    ['sjuktal;;2025-T1;4 %', 'rs'],
  ])('%s', async (cells, organ) => {
    expect((await row(cells)).utfall).toMatchObject([{ organ }]);
  });

  it.each([
    ['trohet;;2025-T1;95 %', /^VP136 2:8 raden säger inte vilket organ.*rs, hsn/],
    ['trohet;rf;2025-T1;95 %', /^VP136 2:8 nyckeltalet trohet ”Leverantörstrohet” gäller inte rf, bara rs, hsn/],
    ['trohet;hsnn;2025-T1;95 %', /^VP136 2:8 organet ”hsnn” finns inte \| Menade du ”hsn”\?/],
  ])('%s', async (cells, expected) => {
    const { utfall, told } = await row(cells);
    expect(utfall).toEqual([]);
    expect(told).toEqual([expect.stringMatching(expected)]);
  });
});

describe('vilken period', () => {
  it.each(['2025-T1', '2025-t1', '2025-03', '2025-K2', '2025-H1', '2025', '2020/21', '2025-06-30', '2022-2024'])(
    '%s',
    async (period) => {
      const { told, utfall } = await row(`sjuktal;;${period};4 %`);
      expect(told).toEqual([]);
      expect(utfall).toHaveLength(1);
    },
  );

  it('T3 är året', async () => {
    expect((await row('sjuktal;;2025-T3;4 %')).utfall).toMatchObject([{ period: { id: '2025' } }]);
  });

  it.each([
    ['T1', /^VP137 2:10 ”T1” är ingen period/],
    ['2025-T4', /^VP137 2:10 ”2025-T4” är ingen period/],
    ['2025-02-30', /^VP137 2:10 /],
    ['', /^VP137 2:10 perioden saknas/],
  ])('”%s” är ingen period', async (period, expected) => {
    const { told, utfall } = await row(`sjuktal;;${period};4 %`);
    expect(utfall).toEqual([]);
    expect(told).toEqual([expect.stringMatching(expected)]);
  });
});

describe('värdet', () => {
  it.each([
    ['sjuktal', '59,1 %', '59.1', '%'],
    ['sjuktal', '59,1', '59.1', '%'],
    ['sjuktal', '−2,6 %', '-2.6', '%'],
    ['kostnad', '4 500 tkr', '4500', 'tkr'],
    ['kostnad', '4\u00A0500', '4500', 'mkr'],
    ['energi', '176 kWh/m2', '176', 'kWh/m²'],
    ['energi', '176 kWh per kvadratmeter', '176', 'kWh/m²'],
    ['vantetid', '18:05 min', '1085', 's'],
    ['vantetid', '17 min', '17', 'min'],
    ['index-ett', '4,07', '4.07', null],
  ])('%s: %s', async (nyckeltal, text, siffror, måttenhet) => {
    const { utfall, told } = await row(`${nyckeltal};;2025-T1;${text}`);
    expect(told).toEqual([]);
    expect(utfall).toMatchObject([{ text, värde: { slag: 'tal', kvantitet: { siffror, måttenhet } } }]);
  });

  it.each([
    ['', 'saknas'],
    ['-', 'saknas'],
    ['–', 'saknas'],
    ['saknas', 'saknas'],
    ['Saknas', 'saknas'],
    ['.', 'saknas'],
    ['#SAKNAS!', 'saknas'],
    ['#N/A', 'saknas'],
    ['mäts på helår', 'mäts på helår'],
    ['Mäts på helår', 'mäts på helår'],
    ['sekretess', 'sekretess'],
  ])('”%s” saknar värde: %s', async (text, skäl) => {
    const { utfall, told } = await row(`sjuktal;;2025-T1;${text}`);
    expect(told).toEqual([]);
    expect(utfall).toMatchObject([{ värde: { slag: 'bortfall', skäl } }]);
  });

  it('två punkter saknar värde', async () => {
    expect((await row('sjuktal;;2025-T1;..')).utfall).toMatchObject([{ värde: { slag: 'bortfall' } }]);
  });

  it.each([
    ['genomförd', { slag: 'läge', läge: 'genomförd' }],
    ['Pågår', { slag: 'läge', läge: 'pågår' }],
    ['ej påbörjad', { slag: 'läge', läge: 'ej påbörjad' }],
    ['2025-03-31', { slag: 'datum', datum: '2025-03-31' }],
  ])('%s', async (text, värde) => {
    expect((await row(`aktivitet;;2025-T1;${text}`)).utfall).toMatchObject([{ värde }]);
  });

  it.each([
    [
      'sjuktal',
      '4 dagar',
      /^VP133 2:18 utfallet ”4 dagar” har måttenheten dagar, men sjuktal ”Sjuktal per enhet” mäts i %/,
    ],
    ['kostnad', '5 %', /^VP133 2:18 /],
    ['energi', '176 kWh', /^VP13[35] 2:17 /],
    ['vantetid', '5 %', /^VP133 2:19 /],
    ['sjuktal', 'ungefär 4', /^VP135 2:18 utfallet ”ungefär 4” går inte att läsa/],
    ['sjuktal', '1.234', /^VP135 2:18 .*1234.*1,234/],
    ['sjuktal', '4 % 5 %', /^VP135 2:18 /],
    ['vantetid', '18:05', /^VP135 2:19 /],
  ])('%s: ”%s” vägras, och raden är kvar utan värde', async (nyckeltal, text, expected) => {
    const { utfall, told } = await row(`${nyckeltal};;2025-T1;${text}`);
    expect(utfall).toMatchObject([
      { text, värde: { slag: 'bortfall', skäl: 'oanvändbar' }, anmärkning: `”${text}” kan inte användas` },
    ]);
    expect(told).toEqual([expect.stringMatching(expected)]);
  });

  it('en rad som går att läsa går före en om detsamma som inte gör det', async () => {
    const { utfall, told } = await read(
      'nyckeltal;period;utfall;anmärkning\nsjuktal;2025-T1;ca 4 %;preliminärt\nsjuktal;2025-T1;5 %;\n',
    );
    expect(utfall.map(({ text, anmärkning }) => [text, anmärkning])).toEqual([
      ['5 %', null],
      ['ca 4 %', '”ca 4 %” kan inte användas; preliminärt'],
    ]);
    expect(told).toEqual([expect.stringMatching(/^VP135 2:/)]);
  });

  it('prognosen läses som utfallet', async () => {
    expect((await row('sjuktal;;2025-T1;4 %;;;4,5 %')).utfall).toMatchObject([
      { prognos: { text: '4,5 %', värde: { slag: 'tal' } } },
    ]);
    const { utfall, told } = await row('sjuktal;;2025-T1;4 %;;;snart');
    expect(told).toEqual([expect.stringMatching(/^VP135 2:24 /)]);
    expect(utfall).toMatchObject([{ text: '4 %', prognos: null }]);
  });
});

describe('enhet, kön och mätdatum', () => {
  it.each([
    ['birka', 'birka'],
    ['Birka', 'birka'],
    ['Bäckedal', 'backedal'],
    ['riket', 'riket'],
    ['Liknande', 'liknande'],
    ['', null],
  ])('enhet ”%s”', async (cell, enhet) => {
    expect((await row(`sjuktal;;2025-T1;4 %;${cell}`)).utfall).toMatchObject([{ enhet }]);
  });

  it.each([
    ['%', /^VP138 2:22 ”%” är en måttenhet/],
    ['procent', /^VP138 2:22 ”procent” är en måttenhet/],
    ['mkr', /^VP138 2:22 ”mkr” är en måttenhet/],
    ['birkka', /^VP138 2:22 enheten ”birkka” finns inte \| Menade du ”birka”\?/],
    ['Vårdcentralen', /^VP138 2:22 enheten ”Vårdcentralen” finns inte/],
    ['412', /^VP138 2:22 enheten ”412” finns inte/],
  ])('enhet ”%s” vägras', async (cell, expected) => {
    const { utfall, told } = await row(`sjuktal;;2025-T1;4 %;${cell}`);
    expect(utfall).toEqual([]);
    expect(told).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['', 'totalt'],
    ['totalt', 'totalt'],
    ['Kvinnor', 'kvinnor'],
    ['män', 'män'],
  ])('kön ”%s”', async (cell, kön) => {
    expect((await row(`sjuktal;;2025-T1;4 %;;${cell}`)).utfall).toMatchObject([{ kön }]);
  });

  it.each([
    ['sjuktal;;2025-T1;4 %;;flickor', /^VP139 2:23 ”flickor” är inget kön/],
    ['sjuktal;;2025-T1;4 %;;;;30 april', /^VP139 2:25 ”30 april” är inget datum/],
  ])('%s', async (cells, expected) => {
    expect((await row(cells)).told).toEqual([expect.stringMatching(expected)]);
  });
});

describe('varje rad landar eller rapporteras', () => {
  it('för många celler', async () => {
    const { utfall, told } = await read('nyckeltal;period;utfall\nsjuktal;2025-T1;4;1 %\nsjuktal;2025-T2;4 %\n');
    expect(told).toEqual([expect.stringMatching(/^VP131 2:19 raden har 4 celler, rubrikraden har 3/)]);
    expect(utfall).toMatchObject([{ period: { id: '2025-T2' }, rad: 3 }]);
  });

  it('radnumret är den fysiska raden där posten börjar', async () => {
    const { utfall } = await read(
      'nyckeltal;period;utfall;anmärkning\nsjuktal;2025-T1;4 %;"två\nrader"\n\ntrohet;2025;x;\nsjuktal;2025-T2;4 %;\n',
    );
    expect(utfall.map(({ period, rad }) => [period.id, rad])).toEqual([
      ['2025-T1', 2],
      ['2025-T2', 6],
    ]);
  });

  it('alla fel i en fil sägs i samma körning', async () => {
    const { told } = await read(
      'nyckeltal;organ;period;utfall\nsjuktall;;2025-T1;4 %\nsjuktal;;T1;4 %\nsjuktal;;2025-T1;4 dagar\ntrohet;;2025-T1;95 %\n',
    );
    expect(told.map((one) => one.slice(0, 7))).toEqual(['VP132 2', 'VP137 3', 'VP133 4', 'VP136 5']);
  });

  it('ett okänt nyckeltal sägs inte när en fil i planen inte kunde läsas', async () => {
    const { told } = await read('nyckeltal;period;utfall\nborta;2025-T1;4 %\n', {
      '2025/mal/trasig.yaml': 'namn: "x\n',
    });
    expect(told.map((one) => one.slice(0, 5))).toEqual(['VP101']);
  });
});

describe('utfall av fel slag', () => {
  it.each(['pågår', '2025-03-01'])('”%s” säger inget om ett målvärde som är ett tal', async (text) => {
    const { told } = await read(`nyckeltal;period;utfall\nsjuktal;2025-T1;${text}\n`);
    expect(told).toEqual([
      expect.stringMatching(/^VP135 2:17 utfallet .* är ett (läge|datum), men målvärdet för sjuktal/),
    ]);
  });
});

describe('ett läge bredvid ett tal', () => {
  it('hör till ett etappmål som är en aktivitet, och är ett fel oavsett radernas ordning', async () => {
    const nyckeltal = [
      '  - id: bedoms\n    namn: Bedöms\n    målvärde: bedöms\n    måttenhet: "%"\n',
      '  - id: tal\n    namn: Tal\n    målvärde: minst 80 %\n    måttenhet: "%"\n',
      '  - id: etapp\n    namn: Etapp\n    målvärde: minst 80 %\n    etappmål:\n      2025-T1: genomförd\n',
    ];
    const { told } = await read(
      'nyckeltal;period;utfall\nbedoms;2025-T1;pågår\ntal;2025-T1;pågår\netapp;2025-T1;pågår\n',
      {
        '2025/mal/lagen.yaml': `namn: Lägen\nnyckeltal:\n${nyckeltal.join('')}`,
      },
    );
    expect(told).toEqual([expect.stringMatching(/^VP135 3:13 .*är ett läge, men målvärdet för tal/)]);
  });
});

describe('rader som säger olika', () => {
  it.each([
    ['olika tal', 'sjuktal;;2025-T1;4 %\nsjuktal;;2025-T1;5 %\n'],
    ['T3 och året', 'sjuktal;;2025-T3;4 %\nsjuktal;;2025;5 %\n'],
    ['namn och id', 'sjuktal;;2025-T1;4 %\nSjukfrånvaro;rs;2025-t1;5 %\n'],
    ['tal och saknas', 'sjuktal;;2025-T1;4 %\nsjuktal;;2025-T1;saknas\n'],
    ['tal i olika måttenheter', 'kostnad;;2025-T1;1,5\nkostnad;;2025-T1;1,5 tkr\n'],
  ])('%s är ett fel på den senare raden, med den förra som not', async (_name, rows) => {
    const { diagnostics, told } = await read(`nyckeltal;organ;period;utfall\n${rows}`);
    expect(told).toEqual([expect.stringMatching(/^VP134 3:1 två rader säger olika om (sjuktal|kostnad) för rs/)]);
    expect(diagnostics[0]?.notes.map(({ place }) => positionAt(place.file, place.start).line)).toEqual([2]);
  });

  it('också om prognosen', async () => {
    const { told } = await read('nyckeltal;period;utfall;prognos\nsjuktal;2025-T1;4 %;5 %\nsjuktal;2025-T1;4 %;6 %\n');
    expect(told).toEqual([
      expect.stringMatching(/^VP134 3:1 två rader säger olika om prognosen för sjuktal .*”6 %” här och ”5 %” på rad 2/),
    ]);
    const one = await read('nyckeltal;period;utfall;prognos\nsjuktal;2025-T1;4 %;5 %\nsjuktal;2025-T1;4 %;\n');
    expect(one.told).toEqual([]);
  });

  it('också i två filer', async () => {
    const { told, diagnostics } = await read('nyckeltal;period;utfall\nsjuktal;2025-T1;4 %\n', {
      '2025/utfall/b.csv': 'nyckeltal;period;utfall\n\nsjuktal;2025-T1;5 %\n',
    });
    expect(told).toEqual([expect.stringMatching(/^VP134 3:1 /)]);
    expect(diagnostics[0]?.place.file.path).toBe('plans/2025/utfall/b.csv');
  });

  it.each([
    ['samma text', 'sjuktal;;2025-T1;4 %\nsjuktal;;2025-T1;4 %\n'],
    ['samma tal', 'sjuktal;;2025-T1;4 %\nsjuktal;;2025-T1;4,0\n'],
    ['samma värde i olika måttenheter', 'kostnad;;2025-T1;1,5 mkr\nkostnad;;2025-T1;1 500 tkr\n'],
    ['samma värde utan och med måttenhet', 'kostnad;;2025-T1;1,5\nkostnad;;2025-T1;1 500 tkr\n'],
    ['olika perioder', 'sjuktal;;2025-T1;4 %\nsjuktal;;2025-T2;5 %\n'],
    ['olika organ', 'trohet;rs;2025-T1;95 %\ntrohet;hsn;2025-T1;90 %\n'],
  ])('%s är inget fel', async (_name, rows) => {
    expect((await read(`nyckeltal;organ;period;utfall\n${rows}`)).told).toEqual([]);
  });

  it('olika kön och enheter är inget fel', async () => {
    expect(
      (
        await read(
          'nyckeltal;period;utfall;kön;enhet\nsjuktal;2025;4 %;;\nsjuktal;2025;5 %;kvinnor;\nsjuktal;2025;3 %;män;\nsjuktal;2025;6 %;;birka\nsjuktal;2025;7 %;;riket\n',
        )
      ).told,
    ).toEqual([]);
  });
});

describe('stora filer', () => {
  it.each([
    ['många okända kolumner', 'kolumn;'.repeat(15_000)],
    ['många rader med fel', `nyckeltal;period;utfall\n${'borta;2025;1\n'.repeat(20_000)}`],
    ['en lång rad', `nyckeltal;period;utfall\n${';'.repeat(200_000)}\n`],
    ['citattecken som aldrig stängs', `nyckeltal;period;utfall\n"${'x\n'.repeat(100_000)}`],
  ])('tar inte lång tid: %s', (_name, text) => {
    const started = performance.now();
    readUtfall(
      { path: 'plans/2025/utfall/stor.csv', text },
      {
        names: { byId: () => undefined, find: () => [], suggest: () => null },
        enhetNames: new Map(),
        organisation: { namn: 'x', organ: new Map(), enheter: new Map(), kontakt: null, accessibilityStatement: null },
        organNames: new Map(),
        incomplete: false,
        values: new Map(),
      },
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
