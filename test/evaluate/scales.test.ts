import { describe, expect, it } from 'vitest';
import { evaluateOne, evaluateTempPlan } from '../helpers/temp-plan.ts';

const TWO = ['skala:', '  - namn: Ja', '    klass: uppfyllt', '  - namn: Nej', '    klass: ej_uppfyllt'];
const MIXED = [
  'skala:',
  '  - namn: Över förväntan',
  '    klass: uppfyllt',
  '  - namn: Klart',
  '    från: 100',
  '    klass: uppfyllt',
  '  - namn: Nästan',
  '    från: 80',
  '    klass: delvis',
  '  - namn: Inte',
  '    klass: ej_uppfyllt',
];

/** One row as `delvis Nästan 85.0`. */
async function status(regler: readonly string[], nyckel: readonly string[], utfall: string): Promise<string> {
  const rad = await evaluateOne({ regler, nyckel, utfall: [`2025;${utfall}`] });
  return `${rad.status} ${rad.nivå?.namn} ${rad.visadProcent}`;
}

describe('en skala utan procent', () => {
  it.each([
    [['målvärde: minst 10'], '10', 'uppfyllt Ja null'],
    [['målvärde: minst 10'], '9,99', 'ej_uppfyllt Nej null'],
    [['målvärde: mer än 10'], '10', 'ej_uppfyllt Nej null'],
    [['målvärde: mellan 10 och 12'], '11', 'uppfyllt Ja null'],
    [['målvärde: mellan 10 och 12'], '12,1', 'ej_uppfyllt Nej null'],
    // A step that the scale lacks is never made a better one.
    [['målvärde: minst 10', 'tolerans: 1'], '9,5', 'ej_uppfyllt Nej null'],
    [['målvärde: genomförd aktivitet'], 'pågår', 'ej_uppfyllt Nej null'],
    [['målvärde: genomförd aktivitet'], 'genomförd', 'uppfyllt Ja null'],
  ])('%j med %s är %s', async (nyckel, utfall, expected) => {
    expect(await status(TWO, nyckel, utfall)).toBe(expected);
  });
});

describe('ett steg utan från sätts bara av den som bedömer', () => {
  it.each([
    ['10', 'uppfyllt Klart 100'],
    ['14', 'uppfyllt Klart 100'],
    ['8,5', 'delvis Nästan 85.0'],
    // Below every percentage the last step is left.
    ['7,9', 'ej_uppfyllt Inte 79.0'],
  ])('%s är %s', async (utfall, expected) => {
    expect(await status(MIXED, ['målvärde: minst 10'], utfall)).toBe(expected);
  });

  it('och räknas som det är bedömt', async () => {
    const rad = await evaluateOne({
      regler: MIXED,
      nyckel: ['målvärde: minst 10'],
      utfall: ['2025;14'],
      filer: {
        '2025/uppfoljning/2025/rs.yaml':
          'nyckeltal:\n  n:\n    bedömning:\n      status: över förväntan\n      motivering: Alla enheter\n',
      },
    });
    expect(rad).toMatchObject({
      status: 'uppfyllt',
      nivå: { namn: 'Över förväntan' },
      beräknadNivå: { namn: 'Klart' },
    });
  });
});

const rows = (...utfall: readonly string[]) => ({
  '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n${utfall.map((_, i) => `  - id: n${i}\n    namn: N${i}\n    målvärde: minst 100\n`).join('')}`,
  '2025/utfall/rader.csv': `nyckeltal;period;utfall\n${utfall.map((one, i) => `n${i};2025;${one}\n`).join('')}`,
});

const FIVE = [
  ['A', '100', 'uppfyllt'],
  ['B', '90', 'delvis'],
  ['C', '80', 'delvis'],
  ['D', '50', 'ej_uppfyllt'],
  ['E', '0', 'ej_uppfyllt'],
]
  .map(([namn, från, klass]) => `    - namn: ${namn}\n      från: ${från}\n      klass: ${klass}\n`)
  .join('');

describe('sammanvägning i en skala med flera steg av samma klass', () => {
  it.each([
    ['samstämmig', ['100', '95'], 'delvis B'],
    ['samstämmig', ['95', '85', '100'], 'delvis C'],
    ['samstämmig', ['60', '10'], 'ej_uppfyllt E'],
    // Nothing is partly met itself, so that the whole is no better than the worse step of the class.
    ['samstämmig', ['100', '60'], 'delvis C'],
    ['sämst', ['100', '60'], 'ej_uppfyllt D'],
    ['majoritet', ['95', '95', '85', '100'], 'delvis B'],
    ['majoritet', ['95', '85', '100'], 'delvis C'],
  ])('%s av %j är %s', async (metod, utfall, expected) => {
    const plan = `titel: Plan\nperiod: 2025\norgan: rs\nbedömningsregler:\n  sammanvägning: ${metod}\n  skala:\n${FIVE}`;
    const { målområden } = await evaluateTempPlan({ '2025/plan.yaml': plan, ...rows(...utfall) }, '2025');
    const whole = målområden[0]?.sammanvägning;
    expect(`${whole?.status} ${whole?.nivå?.namn}`).toBe(expected);
  });
});

describe('mål och strategier', () => {
  const texts = {
    '2025/plan.yaml': `titel: Plan
period: 2025
organ: rs
strategier:
  - id: s
    namn: S
    målområden: [ett]
    indikatorer:
      - id: i
        namn: I
        målvärde: minst 10
bedömningsregler:
  sammanvägning: sämst
`,
    '2025/mal/ett.yaml': `namn: Ett
mål:
  - id: m
    namn: M
    nyckeltal:
      - id: a
        namn: A
        målvärde: minst 10
  - id: tomt
    namn: Tomt
`,
    '2025/mal/tva.yaml': 'namn: Två\nnyckeltal:\n  - id: b\n    namn: B\n    målvärde: minst 10\n',
    '2025/utfall/rader.csv': 'nyckeltal;period;utfall\na;2025;10\nb;2025;9\ni;2025;1\n',
  };
  // The målområde that no strategi has is a finding of the plan, which these tests do not look at.
  const withAll = {
    ...texts,
    '2025/plan.yaml': texts['2025/plan.yaml'].replace(
      'bedömningsregler:',
      '  - id: t\n    namn: T\n    målområden: [tva]\nbedömningsregler:',
    ),
  };

  it('vägs samman nivå för nivå, och indikatorerna inte alls', async () => {
    const { strategier, målområden, sammanvägning } = await evaluateTempPlan(withAll, '2025');
    expect(målområden[0]?.mål.map(({ mål, sammanvägning: one }) => [mål.id, one.status])).toEqual([
      ['m', 'uppfyllt'],
      ['tomt', null],
    ]);
    expect(strategier.map((one) => [one.strategi.id, one.sammanvägning.status])).toEqual([
      ['s', 'uppfyllt'],
      ['t', 'delvis'],
    ]);
    expect(strategier[0]?.indikatorer.map((one) => one.status)).toEqual(['ej_uppfyllt']);
    expect(sammanvägning).toMatchObject({ status: 'delvis', fördelning: { uppfyllt: 1, delvis: 1, utan_status: 0 } });
  });

  it('räknar ett mål utan nyckeltal en gång, med den status som någon har satt', async () => {
    const before = await evaluateTempPlan(withAll, '2025');
    expect(before.målområden[0]?.sammanvägning.fördelning).toMatchObject({ uppfyllt: 1, utan_status: 1 });
    const uppföljning = 'mål:\n  tomt:\n    bedömning:\n      status: ej uppfyllt\n';
    const after = await evaluateTempPlan({ ...withAll, '2025/uppfoljning/2025/rs.yaml': uppföljning }, '2025');
    expect(after.målområden[0]?.sammanvägning).toMatchObject({
      status: 'ej_uppfyllt',
      fördelning: { uppfyllt: 1, ej_uppfyllt: 1, utan_status: 0 },
    });
  });

  it('kan bedömas av en människa på varje nivå', async () => {
    const uppföljning =
      'strategier:\n  s:\n    bedömning:\n      status: delvis\n      motivering: Skäl\nmål:\n  m:\n    bedömning:\n      status: delvis\n      motivering: Skäl\n';
    const { strategier, målområden } = await evaluateTempPlan(
      { ...withAll, '2025/uppfoljning/2025/rs.yaml': uppföljning },
      '2025',
    );
    expect(strategier[0]?.sammanvägning).toMatchObject({ beräknad: 'uppfyllt', status: 'delvis' });
    expect(målområden[0]?.mål[0]?.sammanvägning).toMatchObject({ beräknad: 'uppfyllt', status: 'delvis' });
  });
});
