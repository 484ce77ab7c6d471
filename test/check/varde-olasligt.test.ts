import { describe, expect, it } from 'vitest';
import { runInPlan } from '../cli/temp-vp.ts';

/** Codes and messages of the errors in a plan with these lines of `bedömningsregler` and of one nyckeltal. */
async function errorsOf(
  rules: readonly string[],
  keys: readonly string[],
  målvärde = 'minst 70 %',
): Promise<readonly string[]> {
  const run = await runInPlan(
    {
      '2025/plan.yaml': `titel: Plan\nperiod: 2025\norgan: rs\n${rules.length === 0 ? '' : `bedömningsregler:\n${rules.map((line) => `  ${line}\n`).join('')}`}`,
      '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n  - id: n\n    namn: Nyckeltalet\n    målvärde: ${målvärde}\n${keys.map((key) => `    ${key}\n`).join('')}`,
    },
    ['kontroll', '2025', '--format', 'json'],
  );
  const { fynd } = JSON.parse(run.stdout) as { fynd: readonly { kod: string; meddelande: string }[] };
  return fynd.filter(({ kod }) => kod === 'VP208').map(({ meddelande }) => meddelande);
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
});
