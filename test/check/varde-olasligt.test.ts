import { describe, expect, it } from 'vitest';
import { runInPlan } from '../cli/temp-vp.ts';

interface Fynd {
  readonly kod: string;
  readonly meddelande: string;
  readonly hjälp: string;
}

/** What is found in a plan with these lines of `bedömningsregler` and of one nyckeltal. */
async function found(
  rules: readonly string[],
  keys: readonly string[],
  målvärde = 'minst 70 %',
  rows = '',
): Promise<readonly Fynd[]> {
  const run = await runInPlan(
    {
      '2025/plan.yaml': `titel: Plan\nperiod: 2025\norgan: rs\n${rules.length === 0 ? '' : `bedömningsregler:\n${rules.map((line) => `  ${line}\n`).join('')}`}`,
      '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: Nyckeltalet\n    målvärde: "${målvärde}"\n${keys.map((key) => `    ${key}\n`).join('')}`,
      ...(rows === '' ? {} : { '2025/utfall/rader.csv': `nyckeltal;organ;period;utfall\n${rows}` }),
    },
    ['kontroll', '2025', '--format', 'json'],
  );
  return (JSON.parse(run.stdout) as { fynd: readonly Fynd[] }).fynd;
}

async function errorsOf(...plan: Parameters<typeof found>): Promise<readonly string[]> {
  return (await found(...plan)).filter(({ kod }) => kod === 'VP208').map(({ meddelande }) => meddelande);
}

const SKALA = ['skala:', '  - {namn: A, från: 90, klass: uppfyllt}', '  - {namn: B, från: 50, klass: delvis}'];

describe('värden som bedömningen använder', () => {
  it.each([
    ['tolerans i procentenheter', [], ['tolerans: 2 procentenheter']],
    ['tolerans utan måttenhet', [], ['tolerans: 2']],
    ['startvärde i samma måttenhet', [], ['startvärde:', '  värde: 60 %', '  period: 2024']],
    ['skala från högst till lägst', [...SKALA, '  - {namn: C, klass: ej_uppfyllt}'], []],
    ['planens tolerans', ['tolerans: 1'], []],
  ])('%s går bra', async (_name, rules, keys) => {
    expect(await errorsOf(rules, keys)).toEqual([]);
  });

  it.each([
    [
      'tolerans som inte går att läsa',
      [],
      ['tolerans: lite'],
      /toleransen ”lite” för n ”Nyckeltalet” går inte att läsa/,
    ],
    ['tolerans under noll', [], ['tolerans: -1'], /är mindre än noll/],
    ['tolerans i fel måttenhet', [], ['tolerans: 1 dag'], /är i dagar, men nyckeltalet mäts i %/],
    ['startvärde som inte går att läsa', [], ['startvärde:', '  värde: abc', '  period: 2024'], /startvärdet ”abc”/],
    ['startvärde i fel måttenhet', [], ['startvärde:', '  värde: 50 dagar', '  period: 2024'], /är i dagar/],
    ['planens tolerans', ['tolerans: blaj'], [], /planens tolerans ”blaj” går inte att läsa/],
    [
      'skala i fel ordning',
      ['skala:', '  - {namn: A, från: 50, klass: uppfyllt}', '  - {namn: B, från: 90, klass: delvis}'],
      [],
      /steget ”B” börjar inte lägre/,
    ],
    ['gul_från bredvid en egen skala', SKALA, ['gul_från: 70'], /används inte, för planen har en egen skala/],
    [
      'två steg med samma namn',
      ['skala:', '  - {namn: A, från: 90, klass: uppfyllt}', '  - {namn: A, från: 50, klass: delvis}'],
      [],
      /två steg i skalan heter ”A”/,
    ],
  ])('%s är ett fel', async (_name, rules, keys, message) => {
    const errors = await errorsOf(rules, keys);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });

  it('en förändring säger om utfallet är förändringen eller nivån', async () => {
    const change = 'minska med minst 20 % jämfört med 2019';
    expect(await errorsOf([], ['utfall_är: förändring'], change)).toEqual([]);
    expect(await errorsOf([], [], change)).toEqual([
      `målvärdet ”${change}” för n ”Nyckeltalet” är en förändring, men det står inte om utfallet är förändringen eller nivån`,
    ]);
  });

  it('ett etappmål som är en förändring också', async () => {
    const etapp = ['etappmål:', '  2025-T1: minska med minst 1 % jämfört med 2024'];
    expect(await errorsOf([], etapp)).toEqual([
      'målvärdet ”minska med minst 1 % jämfört med 2024” för n ”Nyckeltalet” är en förändring, men det står inte om utfallet är förändringen eller nivån',
    ]);
    expect(await errorsOf([], [...etapp, 'utfall_är: nivå'])).toEqual([]);
  });
});

describe('tolerans för det som jämförs', () => {
  const change = ['utfall_är: nivå', 'måttenhet: MWh'];

  it.each([
    ['2 procentenheter', []],
    ['2 %', []],
    ['2', []],
    ['20 MWh', ['toleransen ”20 MWh” för n ”Nyckeltalet” är i MWh, men förändringen mäts i %']],
  ])('en förändring i procent: %s', async (tolerans, expected) => {
    const keys = [...change, `tolerans: ${tolerans}`];
    expect(await errorsOf([], keys, 'minska med 20 % jämfört med 2019')).toEqual(expected);
  });

  it.each([['5 procentenheter'], ['5 %'], ['1 av 10']])('en andel av ett antal: %s', async (tolerans) => {
    expect(await errorsOf([], [`tolerans: ${tolerans}`], 'minst 9 av 10 patienter')).toEqual([]);
  });
});

describe('metoden startvärde utan startvärde', () => {
  const none = ['metoden startvärde för n ”Nyckeltalet” kräver ett startvärde, men det finns inget'];

  it.each([
    ['nyckeltalets egen', [], ['metod: startvärde'], none],
    ['planens', ['metod: startvärde'], [], none],
    ['planens, men nyckeltalet har en egen', ['metod: startvärde'], ['metod: kvot'], []],
    ['tolerans går före', [], ['metod: startvärde', 'tolerans: 2'], []],
    ['startvärdet finns', [], ['metod: startvärde', 'startvärde: {värde: 60 %, period: 2024}'], []],
  ])('%s', async (_name, rules, keys, expected) => {
    expect(await errorsOf(rules, keys)).toEqual(expected);
  });

  it('gäller inte det som inte räknas i procent', async () => {
    expect(await errorsOf(['metod: startvärde'], [], 'genomförd aktivitet')).toEqual([]);
  });
});

describe('en andel där procent väntas', () => {
  const steps = (...från: readonly string[]) => [
    'skala:',
    ...från.map((one, at) => `  - {namn: S${at}, från: "${one}", klass: ${at === 0 ? 'uppfyllt' : 'delvis'}}`),
  ];

  it.each([
    ['gul_från', [], ['gul_från: 0,95'], ['gul_från för n ”Nyckeltalet” är 0,95, en andel där procent väntas']],
    ['med punkt', [], ['gul_från: 0.95'], ['gul_från för n ”Nyckeltalet” är 0,95, en andel där procent väntas']],
    ['planens', ['gul_från: 0,9'], [], ['planens gul_från är 0,9, en andel där procent väntas']],
    ['ett steg', steps('100', '0,9', '0'), [], ['från i steget ”S1” är 0,9, en andel där procent väntas']],
    ['alla steg', steps('1', '0'), [], ['från i steget ”S0” är 1, en andel där procent väntas']],
    ['ett lågt steg', steps('100', '1', '0'), [], []],
    ['procent med tecken', [], ['gul_från: 0,5 %'], []],
    ['ett steg med tecken', steps('100', '0,5 %', '0'), [], []],
    ['ingen gräns', [], ['gul_från: 0'], []],
    ['procent', ['gul_från: 95'], ['gul_från: 80'], []],
  ])('%s', async (_name, rules, keys, expected) => {
    expect(await errorsOf(rules, keys)).toEqual(expected);
  });

  it('också när målet säger den för sina nyckeltal', async () => {
    const run = await runInPlan(
      {
        '2025/plan.yaml': 'titel: Plan\nperiod: 2025\norgan: rs\n',
        '2025/mal/omrade.yaml':
          'namn: Område\nmål:\n  - id: m\n    namn: M\n    målvärde: minst 70 %\n    gul_från: 0,9\n    nyckeltal:\n      - id: n\n        namn: N %\n',
      },
      ['kontroll', '2025'],
    );
    expect(run.stdout).toContain('gul_från för n ”N %” är 0,9, en andel där procent väntas');
  });

  it('är inte det som inte är ett tal alls: det finner schemat', async () => {
    expect((await found([], ['gul_från: nittio'])).map(({ kod }) => kod)).toEqual(['VP112']);
  });
});

describe('hjälpen går att följa', () => {
  const start = (värde: string) => `startvärde: {värde: "${värde}", period: 2024}`;

  it.each([
    ['högst 10 dagar', (värde: string) => `tolerans: ${värde}`, 'lite', '2 dagar'],
    ['minst 70 %', (värde: string) => `tolerans: ${värde}`, '1 dag', '2 procentenheter'],
    ['minst 9 av 10 patienter', (värde: string) => `tolerans: ${värde}`, '1 dag', '2 procentenheter'],
    ['minst 7', (värde: string) => `tolerans: ${värde}`, 'lite', '2'],
    ['minst 70 %', start, '80 dagar', '80 %'],
    ['högst 10 dagar', start, 'abc', '80 dagar'],
    ['minst 70 %', (värde: string) => `gul_från: ${värde}`, '0,95', '95'],
  ])('%s', async (målvärde, key, wrong, right) => {
    const [fault] = (await found([], [key(wrong)], målvärde)).filter(({ kod }) => kod === 'VP208');
    expect(fault?.hjälp).toMatch(new RegExp(`till exempel ${right}$`));
    expect(await errorsOf([], [key(right)], målvärde)).toEqual([]);
  });

  it.each([['saknas'], ['-']])('ett startvärde som är %s tas bort', async (text) => {
    const help = async (...keys: readonly string[]) =>
      (await found([], [start(text), ...keys])).map(({ hjälp }) => hjälp);
    expect(await help()).toContain('Ta bort nyckeln startvärde när det inte finns något värde');
    expect(await help('metod: startvärde')).toContain(
      'Ta bort nyckeln startvärde när det inte finns något värde, och byt metod',
    );
  });
});

it('två olika jämförelsevärden syns också bredvid ett annat fel', async () => {
  const keys = ['startvärde: {värde: 82 %, period: 2021}', 'tolerans: lite'];
  const codes = (await found([], keys, 'högre än 2021', 'n;rs;2021;80 %\nn;rs;2025;81 %\n')).map(({ kod }) => kod);
  expect(codes).toEqual(expect.arrayContaining(['VP208', 'VP209']));
});
