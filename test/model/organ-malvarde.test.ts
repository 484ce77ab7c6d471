import { describe, expect, it } from 'vitest';
import { readMålvärde } from '../../src/malvarde/read-malvarde.ts';
import { målvärdeOf, målvärdePerOrgan, namedOrgan, readingsOf } from '../../src/model/organ-malvarde.ts';
import { wholeFile } from '../../src/model/origin.ts';
import type { StatedMålvärde } from '../../src/model/plan.ts';

const ORGAN = new Map(['rjh', 'rs', 'hsn'].map((id) => [id, id]));

/** A målvärde as a plan states it: `minst 70 %`, or with its key in a map, `rs: minst 70 %`. */
function stated(written: string): StatedMålvärde {
  const [, organ = null, text = ''] = /^(?:(\w+): )?(.*)$/.exec(written) ?? [];
  const origin = wholeFile({ path: 'plans/2025/mal/prov.yaml', text: '' });
  return { text, organ, läsning: readMålvärde(text, { organ: ORGAN, måttenhet: null }), origin };
}

function targets(written: readonly string[], organ: readonly string[]) {
  return { målvärden: written.map(stated), organ };
}

describe('målvärdeOf', () => {
  it.each([
    ['ett för alla organ', ['minst 70 %'], ['rs', 'hsn'], 'hsn', 'minst 70 %'],
    ['ett för alla gäller inte andra organ', ['minst 70 %'], ['rs'], 'hsn', null],
    ['ett eget i en karta', ['rs: minst 70 %', 'hsn: minst 80 %'], ['rs', 'hsn'], 'hsn', 'minst 80 %'],
    ['inget eget i en karta', ['rs: minst 70 %'], ['rs', 'hsn'], 'hsn', null],
    ['ett eget i texten', ['4,5 (RJH), 4,6 (RS)'], ['rjh', 'rs'], 'rs', '4,5 (RJH), 4,6 (RS)'],
    ['inget eget i texten', ['4,5 (RJH), 4,6 (RS)'], ['rjh', 'rs', 'hsn'], 'hsn', null],
    ['av två för samma organ det sista', ['rs: minst 70 %', 'rs: minst 80 %'], ['rs'], 'rs', 'minst 80 %'],
    ['inget alls', [], ['rs'], 'rs', null],
  ])('%s', (_name, written, organ, id, expected) => {
    expect(målvärdeOf(targets(written, organ), id)?.text ?? null).toBe(expected);
  });

  it('ger det tal som texten säger om organet', () => {
    const krav = målvärdeOf(targets(['4,5 (RJH), 4,6 (RS)'], ['rjh', 'rs']), 'rs')?.målvärde?.krav;
    expect(krav?.slag === 'gräns' ? krav.kvantitet.siffror : null).toBe('4.6');
  });

  it('finns också när texten inte går att läsa, men då utan värde', () => {
    expect(målvärdeOf(targets(['minst sjuttio'], ['rs']), 'rs')).toMatchObject({
      text: 'minst sjuttio',
      målvärde: null,
    });
  });
});

describe('målvärdePerOrgan', () => {
  it('har de organ som målvärdena nämner först, och bara de som har ett', () => {
    const perOrgan = målvärdePerOrgan(targets(['hsn: minst 80 %', 'rs: minst 70 %'], ['rs', 'hsn', 'rjh']));
    expect([...perOrgan].map(([organ, { text }]) => `${organ} ${text}`)).toEqual(['hsn minst 80 %', 'rs minst 70 %']);
  });
});

describe('namedOrgan och readingsOf', () => {
  it('nämner organ i nycklar och i texter', () => {
    expect(namedOrgan([stated('rs: minst 70 %'), stated('4,5 (RJH), 4,6 (HSN)'), stated('minst 1')])).toEqual([
      'rs',
      'rjh',
      'hsn',
    ]);
  });

  it('ger en läsning för varje organ, och ingen för det som inte går att läsa', () => {
    expect(['minst 70 %', '4,5 (RJH), 4,6 (RS)', 'minst sjuttio'].map((one) => readingsOf(stated(one)).length)).toEqual(
      [1, 2, 0],
    );
  });
});
