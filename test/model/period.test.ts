import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPeriod,
  isDate,
  isWithin,
  type Period,
  readPeriod,
  sameInYear,
  yearOf,
  yearPeriod,
} from '../../src/model/period.ts';
import { runs } from '../helpers/property.ts';

function period(text: string): Period {
  const read = readPeriod(text);
  if (read === null) {
    throw new Error(`”${text}” är ingen period`);
  }
  return read;
}

describe('readPeriod', () => {
  it.each([
    ['2025', '2025', 'år', '2025-01-01', '2025-12-31'],
    ['2025-T1', '2025-T1', 'tertial', '2025-01-01', '2025-04-30'],
    ['2025-t2', '2025-T2', 'tertial', '2025-01-01', '2025-08-31'],
    ['2025-T3', '2025', 'år', '2025-01-01', '2025-12-31'],
    ['2025-03', '2025-03', 'månad', '2025-03-01', '2025-03-31'],
    ['2025-02', '2025-02', 'månad', '2025-02-01', '2025-02-28'],
    ['2024-02', '2024-02', 'månad', '2024-02-01', '2024-02-29'],
    ['2025-K2', '2025-K2', 'kvartal', '2025-04-01', '2025-06-30'],
    ['2025-Q4', '2025-K4', 'kvartal', '2025-10-01', '2025-12-31'],
    ['2025-H1', '2025-H1', 'halvår', '2025-01-01', '2025-06-30'],
    ['2025-h2', '2025-H2', 'halvår', '2025-07-01', '2025-12-31'],
    ['2020/21', '2020/21', 'läsår', '2020-07-01', '2021-06-30'],
    ['1999/00', '1999/00', 'läsår', '1999-07-01', '2000-06-30'],
    ['2022-2024', '2022-2024', 'flerår', '2022-01-01', '2024-12-31'],
    ['2025-06-30', '2025-06-30', 'dag', '2025-06-30', '2025-06-30'],
    [' 2025-T1 ', '2025-T1', 'tertial', '2025-01-01', '2025-04-30'],
  ])('%s', (text, id, slag, start, slut) => {
    expect(readPeriod(text)).toEqual({ id, slag, start, slut });
  });

  it('T3 är samma period som året', () => {
    expect(readPeriod('2025-T3')).toEqual(readPeriod('2025'));
  });

  const impossible =
    '25 20255 T1 2025-T0 2025-T4 2025-T01 2025-T03 2025-T 2025-00 2025-13 2025-1 2025-K0 2025-K5 2025-H3 2025-H0 2020/22 2020/2021 2020/1 ' +
    '2024-2022 2024-2024 1000-3000 2025-02-29 2025-04-31 2025-00-10 2025-T1-10 2025-6-3 0000 1066';

  it.each([...impossible.split(' '), '', '2025 T1', 'tertial 1'])('”%s” är ingen period', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it('läser sitt eget id tillbaka, och kastar aldrig', () => {
    const text = fc.oneof(
      fc.stringMatching(/^(19|20|21)\d\d([-/][TKQH]?\d{0,4}(-\d\d)?)?$/),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, (one) => {
        const read = readPeriod(one);
        if (read !== null) {
          expect(readPeriod(read.id)).toEqual(read);
          expect(read.start <= read.slut && isDate(read.start) && isDate(read.slut)).toBe(true);
        }
      }),
      runs(3000),
    );
  });
});

describe('isDate', () => {
  it.each([
    ['2025-06-30', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2025-02-29', false],
    ['2025-06-31', false],
    ['2025-13-01', false],
    ['2025-6-30', false],
    ['30/6 2025', false],
  ])('%s: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});

describe('yearOf', () => {
  it.each([
    ['2025', 2025],
    ['2025-T1', 2025],
    ['2020/21', 2021],
    ['2022-2024', 2024],
  ])('%s slutar %i', (text, year) => {
    expect(yearOf(period(text))).toBe(year);
  });
});

describe('sameInYear', () => {
  it.each([
    ['2025', 2024, '2024'],
    ['2025-T1', 2024, '2024-T1'],
    ['2025-T2', 2019, '2019-T2'],
    ['2025-03', 2024, '2024-03'],
    ['2025-K2', 2024, '2024-K2'],
    ['2025-H1', 2024, '2024-H1'],
    ['2025-06-30', 2024, '2024-06-30'],
    ['2020/21', 2018, '2018/19'],
  ])('%s i %i är %s', (text, year, same) => {
    expect(sameInYear(period(text), year)?.id).toBe(same);
  });

  it('gäller lika många år, och aldrig en dag som inte finns', () => {
    const other = sameInYear(period('2022-2024'), 2019);
    expect(other === null || other.id === '2019-2021' || other.id === '2017-2019').toBe(true);
    expect(sameInYear(period('2024-02-29'), 2023)).toBeNull();
  });

  it('tar hela året för T3', () => {
    expect(sameInYear(period('2025-T3'), 2024)).toEqual(yearPeriod(2024));
  });
});

describe('isWithin', () => {
  it.each([
    ['2025-03', '2025-T1', true],
    ['2025-04', '2025-T1', true],
    ['2025-05', '2025-T1', false],
    ['2025-T1', '2025', true],
    ['2025', '2025-T1', false],
    ['2025-T1', '2025-T1', true],
    ['2024-12', '2025', false],
    ['2025-04-30', '2025-T1', true],
    ['2025-05-01', '2025-T1', false],
    ['2020/21', '2020', false],
    ['2023', '2022-2024', true],
  ])('%s i %s: %s', (inner, outer, within) => {
    expect(isWithin(period(inner), period(outer))).toBe(within);
  });
});

describe('formatPeriod', () => {
  it.each([
    ['2025', '2025'],
    ['2025-T1', 'T1 2025'],
    ['2025-T3', '2025'],
    ['2025-03', 'mars 2025'],
    ['2025-12', 'december 2025'],
    ['2025-K2', 'K2 2025'],
    ['2025-H1', 'H1 2025'],
    ['2020/21', '2020/21'],
    ['2022-2024', '2022–2024'],
    ['2025-06-30', '2025-06-30'],
  ])('%s skrivs %s', (text, shown) => {
    expect(formatPeriod(period(text))).toBe(shown);
  });
});
