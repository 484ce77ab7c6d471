import { describe, expect, it } from 'vitest';
import { evaluateOne } from '../helpers/temp-plan.ts';

async function bedöm(
  målvärde: string,
  utfall: readonly string[],
  period: string,
  egna: readonly string[] = [],
): Promise<string> {
  const { beräknad, visadProcent } = await evaluateOne({ nyckel: [`målvärde: ${målvärde}`, ...egna], utfall }, period);
  return visadProcent === null ? beräknad : `${beräknad} ${Number(visadProcent)}`;
}

describe('aktivitet: utfallet är ett läge', () => {
  it.each([
    ['genomförd', 'uppfyllt'],
    ['Genomfört', 'uppfyllt'],
    ['avslutad', 'uppfyllt'],
    ['pågår', 'delvis'],
    ['pausad', 'delvis'],
    ['försenad', 'ej_uppfyllt'],
    ['avbruten', 'ej_uppfyllt'],
    ['ej påbörjad', 'ej_påbörjad'],
    ['2025-03-10', 'uppfyllt'],
    ['saknas', 'utfall_saknas'],
    ['5 st', 'kan_inte_beräknas'],
  ])('%s i T1 är %s', async (läge, expected) => {
    expect(await bedöm('genomförd aktivitet', [`2025-T1;${läge}`], '2025-T1')).toBe(expected);
  });

  it.each([
    ['2025-T1', 'ej_påbörjad'],
    ['2025-T2', 'ej_påbörjad'],
    ['2025-T3', 'ej_uppfyllt'],
    ['2025', 'ej_uppfyllt'],
  ])('ej påbörjad i %s är %s', async (period, expected) => {
    expect(await bedöm('genomförd aktivitet', [`${period};ej påbörjad`], period)).toBe(expected);
  });

  it.each([
    ['minst 3 st genomförda aktiviteter', '3', 'uppfyllt 100'],
    ['minst 3 st genomförda aktiviteter', '4 st', 'uppfyllt 100'],
    ['minst 3 st genomförda aktiviteter', '2', 'ej_uppfyllt 66.7'],
    ['minst 10 st genomförda aktiviteter', '9 aktiviteter', 'delvis 90'],
    ['minst 3 st genomförda aktiviteter', '0', 'ej_uppfyllt 0'],
  ])('%s: %s är %s', async (målvärde, utfall, expected) => {
    expect(await bedöm(målvärde, [`2025;${utfall}`], '2025')).toBe(expected);
  });

  it.each([
    ['2025-06-30', 'uppfyllt'],
    ['2025-07-01', 'ej_uppfyllt'],
  ])('genomförd aktivitet senast 2025-06-30, klar %s: %s', async (dag, expected) => {
    expect(await bedöm('genomförd aktivitet senast 2025-06-30', [`2025;${dag}`], '2025')).toBe(expected);
  });
});

describe('frist: utfallet är dagen då det blev klart', () => {
  it.each([
    ['senast 2025-06-30', '2025-06-30', 'uppfyllt'],
    ['senast 2025-06-30', '2025-02-01', 'uppfyllt'],
    ['senast 2025-06-30', '2024-11-30', 'uppfyllt'],
    ['senast 2025-06-30', '2025-07-01', 'ej_uppfyllt'],
    ['senast 2025', '2025-12-31', 'uppfyllt'],
    ['senast 2024', '2025-01-01', 'ej_uppfyllt'],
  ])('%s, klar %s: %s', async (målvärde, dag, expected) => {
    expect(await bedöm(målvärde, [`2025;${dag}`], '2025')).toBe(expected);
  });

  it.each([
    ['2025-T1', ['2025-T1;pågår'], 'delvis'],
    ['2025-T1', ['2025-T1;försenad'], 'ej_uppfyllt'],
    ['2025-T1', ['2025-T1;genomförd'], 'uppfyllt'],
    ['2025-T2', ['2025-T2;pågår'], 'ej_uppfyllt'],
    ['2025-T2', ['2025-T2;saknas'], 'ej_uppfyllt'],
    ['2025-T2', [], 'ej_uppfyllt'],
    ['2025', [], 'ej_uppfyllt'],
  ] as const)('senast 2025-06-30, öppen i %s %j: %s', async (period, utfall, expected) => {
    expect(await bedöm('senast 2025-06-30', utfall, period)).toBe(expected);
  });

  it('en öppen frist utan rad är pågående till sin dag', async () => {
    expect(await bedöm('senast 2025-06-30', [], '2025-T1')).toBe('delvis');
    expect(await bedöm('senast 2030', [], '2025')).toBe('delvis');
  });

  it('fristens egen dag är inte passerad', async () => {
    expect(await bedöm('senast 2025-04-30', ['2025-T1;pågår'], '2025-T1')).toBe('delvis');
    expect(await bedöm('senast 2025-04-29', ['2025-T1;pågår'], '2025-T1')).toBe('ej_uppfyllt');
  });
});

describe('en frist senare än perioden ändrar inte jämförelsen', () => {
  it('minst 80 % senast 2030', async () => {
    expect(await bedöm('minst 80 % senast 2030', ['2025-T1;72 %'], '2025-T1')).toBe('delvis 90');
    expect(
      await evaluateOne({ nyckel: ['målvärde: minst 80 % senast 2030'], utfall: ['2025-T1;72 %'] }, '2025-T1'),
    ).toMatchObject({ frist: '2030' });
  });
});
