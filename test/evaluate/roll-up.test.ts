import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute, rollUp, type Weighed } from '../../src/evaluate/roll-up.ts';
import type { Sammanvägningsmetod } from '../../src/model/plan.ts';
import { KLASSER, type Nivå, type Status, TILLSTÅND } from '../../src/model/status.ts';
import { runs } from '../helpers/property.ts';
import { evaluateTempPlan } from '../helpers/temp-plan.ts';

const SKALA: readonly Nivå[] = [
  { id: 'uppfyllt', namn: 'Uppfyllt', från: '100', klass: 'uppfyllt' },
  { id: 'delvis', namn: 'Delvis uppfyllt', från: '90', klass: 'delvis' },
  { id: 'ej_uppfyllt', namn: 'Ej uppfyllt', från: '0', klass: 'ej_uppfyllt' },
];

/** `uude-` is two met, one partly, one missed and one without status. */
function statuses(letters: string): readonly Weighed[] {
  return weighed(
    [...letters].map(
      (letter) =>
        ({ u: 'uppfyllt', d: 'delvis', e: 'ej_uppfyllt', s: 'utfall_saknas', m: 'mäts_senare' })[letter] ?? null,
    ) as (Status | null)[],
  );
}

function weighed(all: readonly (Status | null)[]): readonly Weighed[] {
  return all.map((status) => ({ status, nivå: SKALA.find(({ klass }) => klass === status) ?? null }));
}

function weigh(letters: string, metod: Sammanvägningsmetod): string | null {
  return rollUp(statuses(letters), metod, null, SKALA).status;
}

describe('sammanvägning', () => {
  it.each([
    ['samstämmig', 'uuu', 'uppfyllt'],
    ['samstämmig', 'eee', 'ej_uppfyllt'],
    ['samstämmig', 'uud', 'delvis'],
    ['samstämmig', 'ddd', 'delvis'],
    ['samstämmig', 'ude', 'delvis'],
    ['samstämmig', 'uee', 'delvis'],
    ['samstämmig', 'dee', 'delvis'],
    ['samstämmig', 'uu-', 'uppfyllt'],
    ['samstämmig', 'ees', 'ej_uppfyllt'],
    ['samstämmig', 'sm-', null],
    ['samstämmig', '', null],
    ['sämst', 'uuu', 'uppfyllt'],
    ['sämst', 'uud', 'delvis'],
    ['sämst', 'uude', 'ej_uppfyllt'],
    ['sämst', 'uus', 'uppfyllt'],
    ['majoritet', 'uud', 'uppfyllt'],
    ['majoritet', 'udd', 'delvis'],
    ['majoritet', 'ud', 'delvis'],
    ['majoritet', 'ue', 'ej_uppfyllt'],
    ['majoritet', 'ude', 'ej_uppfyllt'],
    ['majoritet', 'uudd', 'delvis'],
    ['majoritet', 'uuudde', 'uppfyllt'],
    ['majoritet', 'u---', 'uppfyllt'],
    ['bedömd', 'uuu', null],
    ['ingen', 'uuu', null],
  ] as const)('%s av %s är %s', (metod, letters, expected) => {
    expect(weigh(letters, metod)).toBe(expected);
  });

  it('visar alltid fördelningen, med det som saknar status för sig', () => {
    expect(rollUp(statuses('uudes-m'), 'ingen', null, SKALA).fördelning).toEqual({
      uppfyllt: 2,
      delvis: 1,
      ej_uppfyllt: 1,
      utan_status: 3,
    });
  });

  const status = fc.constantFrom<Status | null>(...KLASSER, ...TILLSTÅND, null);

  it('räknar var och en exakt en gång', () => {
    fc.assert(
      fc.property(fc.array(status), (all) => {
        const { uppfyllt, delvis, ej_uppfyllt, utan_status } = distribute(all);
        expect(uppfyllt + delvis + ej_uppfyllt + utan_status).toBe(all.length);
      }),
      runs(300),
    );
  });

  it('bryr sig varken om ordning eller om det som saknar status', () => {
    fc.assert(
      fc.property(
        fc.array(status),
        fc.constantFrom<Sammanvägningsmetod>('samstämmig', 'sämst', 'majoritet'),
        (all, metod) => {
          const reversed = rollUp(weighed([...all].reverse()), metod, null, SKALA).status;
          const judged = rollUp(
            weighed(all.filter((one) => one !== null && (KLASSER as readonly string[]).includes(one))),
            metod,
            null,
            SKALA,
          ).status;
          expect([reversed, judged]).toEqual([
            rollUp(weighed(all), metod, null, SKALA).status,
            rollUp(weighed(all), metod, null, SKALA).status,
          ]);
        },
      ),
      runs(500),
    );
  });
});

describe('målområdet vägs samman av sina rader och sina uppdrag per organ', () => {
  const plan = (regler: string) => ({
    '2025/plan.yaml': `titel: Plan\nperiod: 2025\norgan: rs\n${regler === '' ? '' : `bedömningsregler:\n${regler}`}`,
    '2025/mal/ett.yaml': `namn: Ett
nyckeltal:
  - id: a
    namn: A
    målvärde: minst 10
  - id: b
    namn: B
    målvärde:
      rs: minst 10
      hsn: minst 10
uppdrag:
  - id: u
    namn: U
    organ: [rs, hsn]
`,
    '2025/mal/tva.yaml': 'namn: Två\nnyckeltal:\n  - id: c\n    namn: C\n    målvärde: minst 10\n',
    '2025/utfall/rader.csv': 'nyckeltal;organ;period;utfall\na;rs;2025;10\nb;rs;2025;10\nb;hsn;2025;1\nc;rs;2025;1\n',
    '2025/uppfoljning/2025/rs.yaml': 'uppdrag:\n  u:\n    läge: pågår\n    bedömning:\n      status: delvis uppfyllt\n',
    '2025/uppfoljning/2025/hsn.yaml': 'uppdrag:\n  u:\n    läge: pågår\n',
  });

  it.each([
    ['', { uppfyllt: 2, delvis: 1, ej_uppfyllt: 1, utan_status: 1 }, 'delvis'],
    ['  underlag: nyckeltal\n', { uppfyllt: 2, delvis: 0, ej_uppfyllt: 1, utan_status: 0 }, 'delvis'],
    ['  underlag: uppdrag\n', { uppfyllt: 0, delvis: 1, ej_uppfyllt: 0, utan_status: 1 }, 'delvis'],
    [
      '  underlag: nyckeltal\n  sammanvägning: majoritet\n',
      { uppfyllt: 2, delvis: 0, ej_uppfyllt: 1, utan_status: 0 },
      'uppfyllt',
    ],
  ])('%j', async (regler, fördelning, status) => {
    const { målområden } = await evaluateTempPlan(plan(regler), '2025');
    expect(målområden[0]?.sammanvägning).toMatchObject({ fördelning, status });
  });

  it('per organ', async () => {
    const { målområden } = await evaluateTempPlan(plan(''), '2025');
    expect(målområden[0]?.perOrgan.get('hsn')).toMatchObject({
      status: 'ej_uppfyllt',
      fördelning: { ej_uppfyllt: 1, utan_status: 1 },
    });
    expect(målområden[0]?.perOrgan.get('rs')).toMatchObject({
      status: 'delvis',
      fördelning: { uppfyllt: 2, delvis: 1 },
    });
  });

  it('planen vägs samman av målområdena, inte av deras rader', async () => {
    const { sammanvägning } = await evaluateTempPlan(plan('  sammanvägning: majoritet\n'), '2025');
    expect(sammanvägning).toMatchObject({
      fördelning: { uppfyllt: 1, delvis: 0, ej_uppfyllt: 1, utan_status: 0 },
      status: 'ej_uppfyllt',
    });
  });

  it('målområdets egen metod går före planens, och den bedömda statusen före den beräknade', async () => {
    const texts = plan('');
    const own = { ...texts, '2025/mal/ett.yaml': `sammanvägning: sämst\n${texts['2025/mal/ett.yaml']}` };
    expect((await evaluateTempPlan(own, '2025')).målområden[0]?.sammanvägning.status).toBe('ej_uppfyllt');
    const judged = {
      ...own,
      '2025/uppfoljning/2025/rs.yaml': `${texts['2025/uppfoljning/2025/rs.yaml']}målområden:\n  ett:\n    bedömning:\n      status: uppfyllt\n      motivering: Samlat omdöme\n`,
    };
    expect((await evaluateTempPlan(judged, '2025')).målområden[0]?.sammanvägning).toMatchObject({
      beräknad: 'ej_uppfyllt',
      status: 'uppfyllt',
      bedömd: { motivering: 'Samlat omdöme' },
    });
  });

  it('bedömd metod har bara den bedömda statusen', async () => {
    const texts = plan('  sammanvägning: bedömd\n');
    expect((await evaluateTempPlan(texts, '2025')).målområden[0]?.sammanvägning).toMatchObject({
      beräknad: null,
      status: null,
      fördelning: { uppfyllt: 2 },
    });
  });
});
