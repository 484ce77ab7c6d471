import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printMålvärde } from '../../src/malvarde/print-malvarde.ts';
import { readMålvärde } from '../../src/malvarde/read-malvarde.ts';
import { decimal } from '../../src/model/decimal.ts';
import type { Jämförare, Jämförelse, Krav, Kvantitet, Läskontext, Målvärde } from '../../src/model/malvarde.ts';
import { runs } from '../helpers/property.ts';
import targets from './seed-targets.json' with { type: 'json' };

const kontext: Läskontext = {
  organ: new Map(['rf', 'rs', 'hsn', 'run', 'ktn', 'rjh'].map((id) => [id, id])),
  måttenhet: null,
};

// Målvärden that some text is read as: only such can be printed and read again.

const siffror = fc
  .tuple(fc.boolean(), fc.nat(2_000_000), fc.option(fc.stringMatching(/^\d{1,4}$/)))
  .map(([negative, whole, decimals]) => {
    const digits = `${whole}${decimals === null ? '' : `.${decimals}`}`;
    return negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
  });
const positive = siffror.map((text) => text.replace('-', ''));
const måttenhet = fc.constantFrom(
  null,
  '%',
  'procentenheter',
  'kr',
  'mkr',
  's',
  'min',
  'tim',
  'dagar',
  'st',
  'patienter',
  'kWh/m²',
  'utlok/100 vpl',
  'index',
  'poäng',
);
const kvantitet = fc.tuple(siffror, måttenhet).map(([digits, unit]) => kv(digits, unit));
const jämförare = fc.constantFrom<Jämförare>('>=', '>', '<=', '<');
const kanskeJämförare: fc.Arbitrary<Jämförare | null> = fc.option(jämförare);
const år = fc.integer({ min: 1990, max: 2099 });
const mot: fc.Arbitrary<Jämförelse> = fc.oneof(
  år.map((year) => ({ slag: 'år' as const, år: year })),
  fc.constantFrom<Jämförelse>({ slag: 'föregående år' }, { slag: 'riket' }, { slag: 'liknande' }),
);
const frist = fc.oneof(år.map(String), fc.constantFrom('2025-06-30', '2024-02-29', '2030-12-31'));
const villkor = fc.constantFrom(
  'inom 15 sekunder',
  'inom 3,5 timmar',
  'inom ramen för budgeten',
  'under 2022',
  'under året',
  'i genomsnitt',
  'totalt',
  'varje år',
  'per år',
  'per enhet',
);
const av = fc.constantFrom(
  'skatteintäkter och statsbidrag',
  'patienterna',
  'de patienter som söker',
  'de inom vården som inte får svar när de ringer',
  '0–17-åringarna',
);
const anmärkningar = fc.uniqueArray(fc.constantFrom('exklusive leasing', 'R12', '1 694 737 kg CO2'), { maxLength: 2 });

function kv(digits: string, unit: string | null): Kvantitet {
  return { värde: decimal(digits), siffror: digits, måttenhet: unit };
}

const gräns: fc.Arbitrary<Krav> = fc
  .record({ slag: fc.constant('gräns' as const), operator: fc.option(jämförare), kvantitet })
  // A bare zero of something counted is read as at most zero.
  .map((krav) => (krav.operator === null && krav.kvantitet.värde.eq(0) ? { ...krav, operator: '<=' as const } : krav));

/** `2 av 5 helger`; never more than all. */
const såMånga: fc.Arbitrary<Krav> = fc
  .tuple(kanskeJämförare, fc.nat(10), fc.integer({ min: 10, max: 1_000 }), fc.constantFrom('', ' helger', ' patienter'))
  .map(([operator, count, whole, noun]) => ({
    slag: 'gräns',
    operator,
    kvantitet: kv(String(count), `av ${whole}${noun}`),
  }));

const mellan: fc.Arbitrary<Krav> = fc.tuple(siffror, siffror, måttenhet).map(([a, b, unit]) => {
  const [low, high] = decimal(a).lte(decimal(b)) ? [a, b] : [b, a];
  return { slag: 'mellan', från: kv(low, unit), till: kv(high, unit) };
});

const förändring: fc.Arbitrary<Krav> = fc.record({
  slag: fc.constant('förändring' as const),
  jämförare: kanskeJämförare,
  kvantitet,
  mot,
});
const jämförelse: fc.Arbitrary<Krav> = fc.record({
  slag: fc.constant('jämförelse' as const),
  riktning: fc.constantFrom('>=', '>', '<=', '<', '=', 'bättre'),
  mot,
  bästa: fc.constant(null),
});
const blandDeBästa: fc.Arbitrary<Krav> = fc
  .tuple(positive, mot)
  .map(([digits, other]) => ({ slag: 'jämförelse', riktning: 'bättre', mot: other, bästa: kv(digits, '%') }));
const trend: fc.Arbitrary<Krav> = fc.record({
  slag: fc.constant('trend' as const),
  riktning: fc.constantFrom('öka', 'minska', 'oförändrat'),
  mot,
});
const aktivitet: fc.Arbitrary<Krav> = fc.oneof(
  fc.constant<Krav>({ slag: 'aktivitet', antal: null }),
  fc.tuple(kanskeJämförare, positive).map(([operator, digits]) => ({
    slag: 'aktivitet' as const,
    antal: { jämförare: operator, värde: decimal(digits), siffror: digits },
  })),
);

const krav = fc.oneof(
  gräns,
  såMånga,
  mellan,
  förändring,
  jämförelse,
  blandDeBästa,
  trend,
  aktivitet,
  fc.constantFrom<Krav>({ slag: 'bedöms' }, { slag: 'ej_satt' }, { slag: 'senast' }),
);

const målvärde: fc.Arbitrary<Målvärde> = fc
  .record({ krav, frist: fc.option(frist), villkor: fc.option(villkor), av: fc.option(av), anmärkningar })
  .map((one) => ({ ...one, av: one.krav.slag === 'gräns' || one.krav.slag === 'mellan' ? one.av : null }))
  .map((one) => (one.krav.slag === 'senast' ? { ...one, frist: one.frist ?? '2030', villkor: null } : one))
  // `st per år` is a unit; only where none stands, or a percent sign, is `per år` a condition.
  .map((one) => (one.villkor?.startsWith('per') && hasUnit(one.krav) ? { ...one, villkor: 'totalt' } : one));

function hasUnit(one: Krav): boolean {
  const unit =
    one.slag === 'gräns' || one.slag === 'förändring'
      ? one.kvantitet.måttenhet
      : one.slag === 'mellan'
        ? one.till.måttenhet
        : null;
  return unit !== null && unit !== '%';
}

/** A change without a base stands only beside the year by which it is to be reached. */
const förändringUtanBas: fc.Arbitrary<Målvärde> = fc
  .tuple(jämförare, kvantitet, frist, anmärkningar)
  .map(([operator, amount, by, remarks]) => ({
    krav: { slag: 'förändring', jämförare: operator, kvantitet: amount, mot: null },
    frist: by,
    villkor: null,
    av: null,
    anmärkningar: remarks,
  }));

// Texts: anything, the words of the language in any order, and the published targets with slips of the pen.

const seeds = targets.map(({ text }) => text);
const ord = fc.constantFrom(
  'minst',
  'högst',
  'max',
  'över',
  'under',
  'inte',
  'ska',
  'mellan',
  'och',
  '–',
  '-',
  '40',
  '1 200',
  '4,5',
  '1.234',
  '2021',
  '2025-06-30',
  '18:05',
  'min',
  '%',
  'procent',
  'st',
  'kr',
  'dagar',
  'index',
  'tre',
  'noll',
  'öka',
  'minska',
  'oförändrat',
  'med',
  'till',
  'jämfört',
  'i',
  'fjol',
  'riket',
  'nivå',
  'än',
  'högre',
  'bättre',
  'mer',
  'bland',
  'de',
  'bästa',
  'genomförd',
  'aktivitet',
  'aktiviteter',
  'senast',
  'inom',
  'av',
  'patienterna',
  'under',
  'året',
  'per',
  'enhet',
  'bedöms',
  'kompletteras',
  'senare',
  '(',
  ')',
  '(RS)',
  '(x)',
  ',',
  '.',
  ';',
  '/',
  '>',
  '≤',
  'halveras',
  'totalt',
);
const blandade = fc.array(ord, { maxLength: 10 }).map((words) => words.join(' '));
const muterade = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.oneof(ord, fc.string({ unit: 'grapheme', maxLength: 3 }))), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, edits]) => edits.reduce((at, edit) => mutate(at, ...edit), text));
const texter = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  blandade,
  muterade,
);

/** Puts something in, takes something out, doubles a word or changes places of two. */
function mutate(text: string, kind: number, at: number, put: string): string {
  const words = text.split(' ');
  const index = at % words.length;
  const offset = at % (text.length + 1);
  switch (kind % 5) {
    case 0:
      return `${text.slice(0, offset)}${put}${text.slice(offset)}`;
    case 1:
      return text.slice(0, offset) + text.slice(offset + 1 + (kind % 7));
    case 2:
      return [...words.slice(0, index), put, ...words.slice(index)].join(' ');
    case 3:
      return [...words.slice(0, index), ...words.slice(index + 1)].join(' ');
    default:
      return [...words.slice(index), ...words.slice(0, index)].join(' ');
  }
}

describe('tryck och läsning', () => {
  it.each([
    ['varje slags krav', målvärde],
    ['förändring utan basår', förändringUtanBas],
  ] as const)('läser tillbaka det som skrivs: %s', (_name, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        const text = printMålvärde(one);
        expect(readMålvärde(text, kontext), text).toEqual({ slag: 'läst', målvärde: one });
      }),
      runs(1500),
    );
  });

  it('skriver det som lästes så att det läses likadant igen', () => {
    fc.assert(
      fc.property(texter, (text) => {
        const läsning = readMålvärde(text, kontext);
        const read =
          läsning.slag === 'läst'
            ? [läsning.målvärde]
            : läsning.slag === 'per organ'
              ? läsning.delar.map((del) => del.målvärde)
              : [];
        for (const one of read) {
          const printed = printMålvärde(one);
          expect(readMålvärde(printed, kontext), `”${text}” skrevs ”${printed}”`).toEqual({
            slag: 'läst',
            målvärde: one,
          });
        }
      }),
      runs(3000),
    );
  });
});

describe('läses tillbaka som de lästes', () => {
  it.each([
    '41 index',
    'minska 0 %',
    'halveras',
    'fördubblas till 2030',
    'inom 3 timmar i 100 % av fallen',
    'inom 3 i 100 % av fallen',
    'en gång (minst) per år',
    'kompletteras senare under året',
    'bedöms under året',
    'senast 2030 (reviderat) under året',
    'minst 80 % av invånarna under 2022',
    'minst 80 % av invånarna under året',
    'minst 80 % av 3-åringarna inom vården under året senast 2030',
    'minst 900 av 1 200 medarbetare',
    'bland de bästa 25 %',
    'minst 20 % lägre än 2019',
    'inte högre än riket',
  ])('%s', (text) => {
    const läsning = readMålvärde(text, kontext);
    expect(läsning.slag).toBe('läst');
    if (läsning.slag === 'läst') {
      const printed = printMålvärde(läsning.målvärde);
      expect(readMålvärde(printed, kontext), `skrevs ”${printed}”`).toEqual(läsning);
    }
  });
});

describe('vilken text som helst', () => {
  it('läses utan undantag, och ett fel pekar in i texten', () => {
    fc.assert(
      fc.property(
        texter,
        fc.constantFrom(null, '%', 'tim i snitt/mån (R12)', 'utlok/100 vpl', ')(', '2021'),
        (text, unit) => {
          const läsning = readMålvärde(text, { ...kontext, måttenhet: unit });
          if (läsning.slag === 'oläst') {
            const { start, slut, meddelande } = läsning.fel;
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThanOrEqual(text.length);
            expect(slut, `”${text}”: ${meddelande}`).toBeGreaterThan(start);
          }
        },
      ),
      runs(3000),
    );
  });

  it.each([
    '1',
    '1 ',
    '1 000 ',
    '9'.repeat(3),
    'a',
    'minst ',
    '(',
    '(a) ',
    '4,5 (RS) ',
    '- ',
    'av ',
    '2025-',
    '1:',
    '1,1',
    'öka ',
    'ö-',
    '/',
    'kr/',
    'ärenden',
    '\u00A0',
  ])('upprepningar av ”%s” läses på rimlig tid', (piece) => {
    const started = performance.now();
    readMålvärde(piece.repeat(100_000 / piece.length), { ...kontext, måttenhet: 'kr/m²' });
    readMålvärde(`minst 70 % av ${piece.repeat(100_000 / piece.length)}`, kontext);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
