import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../src/diff/compare-plans.ts';
import type { PlanDiff } from '../../src/diff/plan-diff.ts';
import type { Plan } from '../../src/model/plan.ts';
import { loadTempPlan, type PlanTexts } from '../helpers/temp-plan.ts';

const VÅRD = `namn: Vård
text: Vården ska vara nära.
mål:
  - id: koer
    namn: Kortare köer
    målvärde: minst 70 %
  - id: trygghet
    namn: Trygg vård
    nyckeltal:
      - id: telefon
        namn: Besvarade samtal
        målvärde:
          rs: minst 90 %
          hsn: minst 80 %
nyckeltal:
  - id: hygien
    namn: Hygienrutiner
    målvärde: minst 95 %
    startvärde:
      värde: 90 %
      period: 2024
uppdrag:
  - id: saker-vard
    namn: Säker vård
    organ: [rs, hsn]
    senast: 2025-06-30
aktiviteter:
  - id: utbildning
    namn: Utbildning
    slut: 2025-05-01
`;

async function planOf(vård: string, more: PlanTexts = {}): Promise<Plan> {
  const { plan, diagnostics } = await loadTempPlan({ '2025/mal/vard.yaml': vård, ...more });
  if (plan === null || diagnostics.length > 0) {
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  }
  return plan;
}

async function diffOf(vård: string, more: PlanTexts = {}, before = VÅRD): Promise<PlanDiff> {
  return comparePlans(await planOf(before), await planOf(vård, more));
}

/** `mål koer: målvärde rs minst 70 % → minst 80 %`, one for each change. */
function told({ things }: PlanDiff): readonly string[] {
  return things.flatMap((one) => {
    const name = `${one.slag} ${one.id}`;
    return one.state === 'changed'
      ? one.changes.map(
          ({ field, organ, before, after }) =>
            `${name}: ${field}${organ === null ? '' : ` ${organ}`} ${before ?? '–'} → ${after ?? '–'}`,
        )
      : [`${name} ${one.state}`];
  });
}

const edited = (from: string, to: string): string => {
  expect(VÅRD).toContain(from);
  return VÅRD.replace(from, to);
};

describe('en plan jämförd med en tidigare', () => {
  it('skiljer inte när ingenting är ändrat, eller bara hur det är skrivet', async () => {
    expect(await diffOf(VÅRD)).toEqual({ plan: [], things: [] });
    expect(told(await diffOf(edited('minst 70 %', 'Minst  70%')))).toEqual([]);
    expect(told(await diffOf(edited('Vården ska vara nära.', '|\n  Vården ska\n  vara  nära.\n')))).toEqual([]);
    expect(told(await diffOf(edited('[rs, hsn]', '[hsn, rs]')))).toEqual([]);
  });

  it.each([
    ['minst 70 %', 'minst 75 %', 'mål koer: målvärde rs minst 70 % → minst 75 %'],
    ['Kortare köer', 'Korta köer', 'mål koer: namn Kortare köer → Korta köer'],
    ['hsn: minst 80 %', 'hsn: minst 85 %', 'nyckeltal telefon: målvärde hsn minst 80 % → minst 85 %'],
    ['värde: 90 %', 'värde: 91 %', 'nyckeltal hygien: startvärde 90 % (2024) → 91 % (2024)'],
    ['namn: Trygg vård', 'namn: Trygg vård\n    beskrivning: Ny text', 'mål trygghet: beskrivning – → Ny text'],
    ['    senast: 2025-06-30\n', '', 'uppdrag saker-vard: senast 2025-06-30 → –'],
    ['[rs, hsn]', '[rs]', 'uppdrag saker-vard: organ Hälso- och sjukvårdsnämnden, Regionstyrelsen → Regionstyrelsen'],
    ['slut: 2025-05-01', 'slut: 2025-09-01', 'aktivitet utbildning: slut 2025-05-01 → 2025-09-01'],
    [
      'Vården ska vara nära.',
      'Vården ska nå alla.',
      'målområde vard: text Vården ska vara nära. → Vården ska nå alla.',
    ],
    ['id: hygien', 'id: hygien-2', 'nyckeltal hygien-2 new|nyckeltal hygien removed'],
    ['id: hygien', 'id: hygien-2\n    ersätter: hygien', ''],
    ['          hsn: minst 80 %\n', '', 'nyckeltal telefon: organ hsn hsn → –'],
    ['id: koer', 'id: vantetid', 'mål vantetid new|mål koer removed'],
  ])('ser att %j blev %j', async (from, to, expected) => {
    expect(told(await diffOf(edited(from, to))).join('|')).toBe(expected);
  });

  it('ser åt andra hållet att något har kommit till', async () => {
    expect(told(await diffOf(VÅRD, {}, edited('          hsn: minst 80 %\n', '')))).toEqual([
      'nyckeltal telefon: organ hsn – → hsn',
    ]);
    expect(
      told(
        await diffOf(
          VÅRD,
          {},
          edited('aktiviteter:\n  - id: utbildning\n    namn: Utbildning\n    slut: 2025-05-01\n', ''),
        ),
      ),
    ).toEqual(['aktivitet utbildning new']);
  });

  it('ser det som har flyttats, men inte att det som det står i har bytt namn', async () => {
    const hygien = VÅRD.slice(VÅRD.indexOf('nyckeltal:\n  - id: hygien'), VÅRD.indexOf('uppdrag:'));
    const moved = await diffOf(VÅRD.replace(hygien, ''), { '2025/mal/annat.yaml': `namn: Annat\n${hygien}` });
    expect(told(moved)).toEqual(['målområde annat new', 'nyckeltal hygien: målområde Vård → Annat']);
    expect(told(await diffOf(edited('namn: Vård', 'namn: Nära vård')))).toEqual([
      'målområde vard: namn Vård → Nära vård',
    ]);
  });

  it('ser vad planen säger om sig själv', async () => {
    const later = await diffOf(VÅRD, {
      '2025/plan.yaml': 'titel: Reviderad plan\nperiod: 2025\norgan: rs\nbedömningsregler:\n  gul_från: 80\n',
    });
    expect(later).toEqual({
      plan: [
        { field: 'titel', organ: null, before: 'Plan 2025', after: 'Reviderad plan' },
        { field: 'gul_från', organ: null, before: '90 %', after: '80 %' },
      ],
      things: [],
    });
  });
});
