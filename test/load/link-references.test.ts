import { describe, expect, it } from 'vitest';
import { loadTempPlan, told } from '../helpers/temp-plan.ts';

const PLAN = `titel: Plan
period: 2025
organ: rs
strategier:
  - id: vard
    namn: Vård
    målområden: [omrade]
    indikatorer:
      - id: nara-vard
        namn: Nära vård
`;

async function find(omrade: string, plan = '', rows = ''): Promise<readonly string[]> {
  const { diagnostics } = await loadTempPlan({
    '2025/plan.yaml': PLAN + plan,
    '2025/mal/omrade.yaml': `namn: Område\n${omrade}`,
    ...(rows === '' ? {} : { '2025/utfall/rader.csv': `nyckeltal;period;utfall\n${rows}` }),
  });
  return told(diagnostics);
}

const MÅL = 'mål:\n  - id: n\n    namn: Målet\n    målvärde: minst 5 %\n';

describe('hänvisningar', () => {
  it('är tyst om dem som leder någonstans', async () => {
    const indikator = 'indikatorer:\n  - id: egen\n    namn: Egen\n    under: nara-vard\n';
    const omrade = `följer: [nara-vard, egen]\n${MÅL}    finns_även_i: [hsn]\n${indikator}`;
    expect(await find(omrade, 'beslut:\n  - organ: rf\n', 'n;2024;4 %\nn;2025;6 %\n')).toEqual([]);
  });

  it.each<[string, string, string, string, string]>([
    ['följer', 'följer: [nara-vrd]\n', '', '', 'VP121 indikatorn ”nara-vrd” finns inte i planen'],
    [
      'under',
      'indikatorer:\n  - id: a\n    namn: A\n    under: b\n',
      '',
      '',
      'VP121 indikatorn ”b” finns inte i planen',
    ],
    [
      'finns_även_i',
      `${MÅL}    finns_även_i: [hsn, hs]\n`,
      '',
      '',
      'VP122 organet ”hs” finns inte i plans/organisation.yaml',
    ],
    ['beslut', '', 'beslut:\n  - organ: rg\n', '', 'VP122 organet ”rg” finns inte i plans/organisation.yaml'],
    [
      'startvärdets period',
      `${MÅL}    startvärde:\n      värde: 4 %\n      period: 2225\n`,
      '',
      '',
      'VP123 startvärdets period för n går inte att läsa',
    ],
    [
      'en indikators id',
      'indikatorer:\n  - id: nara-vard\n    namn: A\n',
      '',
      '',
      'VP120 id ”nara-vard” används redan av indikator ”A”',
    ],
    ['ett utfall efter planen', MÅL, '', 'n;2026-T1;6 %\n', 'VP137 perioden 2026-T1 ligger efter planens period 2025'],
  ])('%s', async (_, omrade, plan, rows, expected) => {
    expect(await find(omrade, plan, rows)).toEqual([expected]);
  });

  it('gäller också organisationen själv', async () => {
    const { diagnostics } = await loadTempPlan({
      'organisation.yaml':
        'namn: R\norgan:\n  rs:\n    namn: RS\n  rjh:\n    namn: RJH\n    redovisas_i: sr\nenheter:\n  a:\n    namn: A\n    organ: hs\n',
    });
    expect(told(diagnostics)).toEqual([
      'VP122 organet ”sr” finns inte i plans/organisation.yaml',
      'VP122 organet ”hs” finns inte i plans/organisation.yaml',
    ]);
  });
});
