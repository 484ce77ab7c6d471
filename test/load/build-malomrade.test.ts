import { describe, expect, it } from 'vitest';
import { målvärdeOf } from '../../src/model/organ-malvarde.ts';
import type { Målområde, Nyckeltal } from '../../src/model/plan.ts';
import { loadTempPlan, told } from '../helpers/temp-plan.ts';

async function målområde(text: string): Promise<Målområde> {
  const { plan, diagnostics } = await loadTempPlan({ '2025/mal/omrade.yaml': `namn: Område\n${text}` });
  expect(told(diagnostics)).toEqual([]);
  const first = plan?.målområden[0];
  if (first === undefined) {
    throw new Error('no målområde');
  }
  return first;
}

/** Organ and målvärde text of a nyckeltal: `rs: 95 %`. */
function rader(nyckeltal: Nyckeltal): readonly string[] {
  return nyckeltal.organ.map((id) => `${id}: ${målvärdeOf(nyckeltal, id)?.text ?? 'saknas'}`);
}

describe('ett mål har noll eller flera nyckeltal', () => {
  it('kortform: målet är sitt eget nyckeltal', async () => {
    const { mål, nyckeltal } = await målområde('mål:\n  - id: a\n    namn: A\n    målvärde: Högre än 2021\n');
    expect(mål).toMatchObject([{ id: 'a', kortform: true, nyckeltal: [{ id: 'a', namn: 'A' }] }]);
    expect(nyckeltal.map(rader)).toEqual([['rs: Högre än 2021']]);
  });

  it('ett mål utan målvärde och nyckeltal har inget nyckeltal', async () => {
    const { mål, nyckeltal } = await målområde('mål:\n  - id: a\n    namn: A\n');
    expect([mål[0]?.nyckeltal, nyckeltal]).toEqual([[], []]);
  });

  it('målets målvärde går ner till nyckeltal som saknar eget', async () => {
    const { nyckeltal } = await målområde(
      'mål:\n  - id: a\n    namn: A\n    målvärde: minst 5\n    nyckeltal:\n      - id: b\n        namn: B\n      - id: c\n        namn: C\n        målvärde: minst 7\n',
    );
    expect(nyckeltal.map(({ id, ...rest }) => [id, ...rader({ id, ...rest })])).toEqual([
      ['b', 'rs: minst 5'],
      ['c', 'rs: minst 7'],
    ]);
  });

  it('med målvärdet går dess riktning, måttenhet, tolerans och etappmål ner, men inte till den som har eget', async () => {
    const { nyckeltal } = await målområde(`mål:
  - id: a
    namn: A
    målvärde: 95
    måttenhet: "%"
    riktning: öka
    tolerans: 1
    mäts: år
    etappmål:
      2025-T1: 90
    nyckeltal:
      - id: b
        namn: B
      - id: c
        namn: C
        målvärde: högst 7 dagar
      - id: d
        namn: D
        tolerans: 2
        mäts: tertial
`);
    expect(
      nyckeltal.map(({ id, riktning, måttenhet, tolerans, mäts, etappmål }) => [
        id,
        riktning,
        måttenhet,
        tolerans,
        mäts,
        [...etappmål.values()].flat().map(({ text }) => text),
      ]),
    ).toEqual([
      ['b', 'öka', '%', '1', 'år', ['90']],
      ['c', null, null, null, 'år', []],
      ['d', 'öka', '%', '2', 'tertial', ['90']],
    ]);
  });

  it('också när målets målvärde står per organ', async () => {
    const { nyckeltal } = await målområde(
      'mål:\n  - id: a\n    namn: A\n    målvärde:\n      rs: minst 5\n      hsn: minst 6\n    nyckeltal:\n      - id: b\n        namn: B\n',
    );
    expect(nyckeltal.map(rader)).toEqual([['rs: minst 5', 'hsn: minst 6']]);
  });

  it('nyckeltal under mål, direkt under målområdet och under uppdrag räknas alla', async () => {
    const { nyckeltal, indikatorer } = await målområde(
      'mål:\n  - id: a\n    namn: A\n    nyckeltal:\n      - id: b\n        namn: B\nnyckeltal:\n  - id: c\n    namn: C\nuppdrag:\n  - id: u\n    namn: U\n    nyckeltal:\n      - id: d\n        namn: D\nindikatorer:\n  - id: e\n    namn: E\n',
    );
    expect([nyckeltal.map(({ id }) => id), indikatorer.map(({ id }) => id)]).toEqual([['b', 'c', 'd'], ['e']]);
  });
});

describe('organ: nyckeltalets, annars målområdets, annars planens; målvärdet per organ säger det själv', () => {
  it.each([
    ['planens', 'nyckeltal:\n  - id: a\n    namn: A\n    målvärde: minst 5\n', ['rs: minst 5']],
    ['målområdets', 'organ: hsn\nnyckeltal:\n  - id: a\n    namn: A\n    målvärde: minst 5\n', ['hsn: minst 5']],
    [
      'målområdets flera',
      'organ: [rs, hsn]\nnyckeltal:\n  - id: a\n    namn: A\n    målvärde: minst 5\n',
      ['rs: minst 5', 'hsn: minst 5'],
    ],
    [
      'målets',
      'organ: rs\nmål:\n  - id: m\n    namn: M\n    organ: hsn\n    nyckeltal:\n      - id: a\n        namn: A\n        målvärde: minst 5\n',
      ['hsn: minst 5'],
    ],
    [
      'nyckeltalets',
      'organ: rs\nnyckeltal:\n  - id: a\n    namn: A\n    organ: hsn\n    målvärde: minst 5\n',
      ['hsn: minst 5'],
    ],
    [
      'målvärdets karta',
      'organ: rs\nnyckeltal:\n  - id: a\n    namn: A\n    målvärde:\n      hsn: minst 5\n      rf: minst 6\n',
      ['hsn: minst 5', 'rf: minst 6'],
    ],
    [
      'målvärdets text',
      'organ: rf\nnyckeltal:\n  - id: a\n    namn: A\n    målvärde: 4,5 (RS), 4,6 (HSN)\n    riktning: öka\n',
      ['rs: 4,5 (RS), 4,6 (HSN)', 'hsn: 4,5 (RS), 4,6 (HSN)'],
    ],
    ['utan målvärde', 'organ: [rs, hsn]\nnyckeltal:\n  - id: a\n    namn: A\n', ['rs: saknas', 'hsn: saknas']],
  ])('%s', async (_whose, text, expected) => {
    expect((await målområde(text)).nyckeltal.map(rader)).toEqual([expected]);
  });

  it('ett organ i målvärdets karta faller aldrig bort i tysthet', async () => {
    const text =
      'namn: Område\nnyckeltal:\n  - id: a\n    namn: A\n    organ: rs\n    målvärde:\n      rs: minst 5\n      hsn: minst 6\n';
    const { plan, diagnostics } = await loadTempPlan({ '2025/mal/omrade.yaml': text });
    const kept = plan?.målområden[0]?.nyckeltal[0]?.organ.includes('hsn') ?? false;
    expect(kept || diagnostics.length > 0).toBe(true);
  });
});

describe('etappmål', () => {
  it('läses per period, med T3 som året', async () => {
    const { nyckeltal } = await målområde(
      'nyckeltal:\n  - id: a\n    namn: A\n    målvärde: minst 7\n    etappmål:\n      2025-T1: minst 5\n      2025-T3: minst 6\n',
    );
    expect([...(nyckeltal[0]?.etappmål ?? [])].map(([period, [first]]) => [period, first?.text])).toEqual([
      ['2025-T1', 'minst 5'],
      ['2025', 'minst 6'],
    ]);
  });
});
