import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSwedish, readDigits, readNumberWord } from '../../src/malvarde/numbers.ts';
import { readKvantitet } from '../../src/malvarde/read-kvantitet.ts';
import { runs } from '../helpers/property.ts';

describe('readDigits', () => {
  it.each([
    ['70', '70'],
    ['4,01', '4.01'],
    ['1,234', '1.234'],
    ['1.5', '1.5'],
    ['1.2345', '1.2345'],
    ['59,40', '59.40'],
    ['2 800', '2800'],
    ['2\u00A0800', '2800'],
    ['2\u202F800', '2800'],
    ['2\u2009800', '2800'],
    ['1 234 567,8', '1234567.8'],
    ['0,5', '0.5'],
    ['007', '7'],
    ['0', '0'],
  ])('%s är %s', (digits, siffror) => {
    const result = readDigits(digits, false);
    expect(result.slag === 'tal' && result.tal.siffror).toBe(siffror);
    expect(result.slag === 'tal' && result.tal.värde.eq(siffror)).toBe(true);
  });

  it('minus står i både värde och siffror', () => {
    const result = readDigits('34,80', true);
    expect(result.slag === 'tal' && [result.tal.siffror, result.tal.värde.toFixed()]).toEqual(['-34.80', '-34.8']);
  });

  it.each(['1.234', '12.500', '1 234.567', '1,2,3', '1.2.3', '1.234,5', '9'.repeat(40)])('%s vägras', (digits) => {
    expect(readDigits(digits, false)).toMatchObject({ slag: 'fel', hjälp: expect.stringMatching(/\S/) });
  });
});

describe('readNumberWord', () => {
  it.each(
    ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'].map(
      (word, value) => [word, value] as const,
    ),
  )('%s är %i', (word, value) => {
    expect(readNumberWord(word)?.siffror).toBe(String(value));
  });

  it('läser en som ett, och inget över tolv', () => {
    expect(readNumberWord('en')?.siffror).toBe('1');
    expect(['tretton', 'tjugo', 'constructor', '__proto__', ''].map(readNumberWord)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('formatSwedish', () => {
  it.each([
    ['0', '0'],
    ['70', '70'],
    ['999', '999'],
    ['1000', '1\u00A0000'],
    ['12345', '12\u00A0345'],
    ['1234567', '1\u00A0234\u00A0567'],
    ['4.50', '4,50'],
    ['1234.5678', '1\u00A0234,5678'],
    ['-34.80', '−34,80'],
    ['-1000', '−1\u00A0000'],
  ])('%s skrivs %s', (siffror, shown) => {
    expect(formatSwedish(siffror)).toBe(shown);
  });

  it('läses tillbaka till samma siffror', () => {
    const digits = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.option(fc.stringMatching(/^\d{1,6}$/)))
      .map(([minus, whole, decimals]) => `${minus ? '-' : ''}${whole}${decimals === null ? '' : `.${decimals}`}`);
    fc.assert(
      fc.property(digits, (siffror) => {
        const read = readKvantitet(formatSwedish(siffror), null);
        expect(read.slag === 'läst' && read.kvantitet.siffror).toBe(siffror);
      }),
      runs(500),
    );
  });
});

describe('readKvantitet', () => {
  it.each([
    ['59,1 %', null, '59.1', '%'],
    ['59,1%', null, '59.1', '%'],
    ['59,1\u00A0%', null, '59.1', '%'],
    ['-2,6', null, '-2.6', null],
    ['−2,6', null, '-2.6', null],
    ['–2,6 %', null, '-2.6', '%'],
    ['0059', null, '59', null],
    ['18:05 min', null, '1085', 's'],
    ['1 821 tim i snitt/mån', 'tim i snitt/mån (R12)', '1821', 'tim i snitt/mån'],
    ['13 857,8 MWh', null, '13857.8', 'MWh'],
    ['4,07', 'index', '4.07', null],
    ['176 kWh per kvadratmeter', null, '176', 'kWh/m²'],
  ])('%s', (text, stated, siffror, måttenhet) => {
    expect(readKvantitet(text, stated)).toMatchObject({ slag: 'läst', kvantitet: { siffror, måttenhet } });
  });

  it('behåller en parentes efter värdet som anmärkning', () => {
    expect(readKvantitet('16 % (exklusive leasing)', null)).toMatchObject({
      slag: 'läst',
      anmärkning: 'exklusive leasing',
    });
  });

  it('den korta vägen och den långa läser lika', () => {
    const plain = fc
      .tuple(fc.boolean(), fc.stringMatching(/^\d{1,3}$/), fc.option(fc.stringMatching(/^\d{1,5}$/)), fc.boolean())
      .map(
        ([minus, whole, decimals, percent]) =>
          `${minus ? '-' : ''}${whole}${decimals === null ? '' : `,${decimals}`}${percent ? ' %' : ''}`,
      );
    fc.assert(
      // A space before keeps the text off the short way.
      fc.property(plain, (text) => {
        expect(readKvantitet(` ${text}`, null)).toEqual(readKvantitet(text, null));
      }),
      runs(500),
    );
  });

  it.each([
    ['', 0],
    ['ungefär 5', 0],
    ['5 %%', 3],
    ['5 av 4', 0],
    ['5 av 0', 2],
    ['1.234', 0],
    ['5 % 6 %', 4],
  ])('%s vägras på plats %i', (text, start) => {
    const result = readKvantitet(text, null);
    expect(result.slag === 'oläst' && result.fel.start).toBe(start);
  });
});
