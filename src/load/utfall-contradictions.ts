import { type Diagnostic, type DiagnosticNote, finding } from '../diagnostics/diagnostic.ts';
import { convert } from '../malvarde/units.ts';
import { type Utfall, type Utfallsvärde, withRemark } from '../model/utfall.ts';
import { indexUtfall } from '../model/utfall-index.ts';

export interface Contradictions {
  readonly diagnostics: readonly Diagnostic[];
  /** The rows that are contradicted, each with the text that says otherwise. */
  readonly disputed: ReadonlyMap<Utfall, string>;
}

/** Rows that say different things of the same nyckeltal, organ, period, kön and enhet. */
export function findContradictions(
  utfall: readonly Utfall[],
  placeOfRow: (utfall: Utfall) => DiagnosticNote['place'],
): Contradictions {
  const diagnostics: Diagnostic[] = [];
  const disputed = new Map<Utfall, string>();
  for (const rows of indexUtfall(utfall).values()) {
    const keyed = rows.length > FEW ? byKey(rows) : null;
    const firstOf = (one: Utfall) => (keyed === null ? firstAlike(rows, one) : keyed(one)) ?? one;
    for (const one of rows) {
      const other = firstOf(one);
      if (!sameValue(one.värde, other.värde)) {
        disputed.set(one, other.text);
        disputed.set(other, one.text);
        diagnostics.push(disagreement(one.nyckeltal, [one, one.text], [other, other.text], placeOfRow));
      } else if (one.prognos !== null && other.prognos !== null && !sameValue(one.prognos.värde, other.prognos.värde)) {
        const what = `prognosen för ${one.nyckeltal}`;
        diagnostics.push(disagreement(what, [one, one.prognos.text], [other, other.prognos.text], placeOfRow));
      }
    }
    if (disputed.size > 0) {
      disputeAlike(rows, firstOf, disputed);
    }
  }
  return { diagnostics, disputed };
}

function disagreement(
  what: string,
  [one, text]: readonly [Utfall, string],
  [other, otherText]: readonly [Utfall, string],
  placeOfRow: (utfall: Utfall) => DiagnosticNote['place'],
): Diagnostic {
  return finding('VP134', {
    place: placeOfRow(one),
    message: `två rader säger olika om ${what} för ${one.organ} ${one.period.id}: ”${text}” här och ”${otherText}” på rad ${other.rad} i ${other.file.path}`,
    help: 'Behåll den rad som är rätt och ta bort den andra',
    id: one.nyckeltal,
    notes: [{ place: placeOfRow(other), message: `här står ”${otherText}”` }],
  });
}

/** What says the same as a row that is disputed is disputed with it. */
function disputeAlike(rows: readonly Utfall[], firstOf: (one: Utfall) => Utfall, disputed: Map<Utfall, string>): void {
  for (const one of rows) {
    const said = disputed.get(firstOf(one));
    if (said !== undefined && !disputed.has(one)) {
      disputed.set(one, said);
    }
  }
}

/** Nobody knows which of them is right, so that none of them is an outcome: what stands there is kept as a remark. */
export function withoutDisputed(utfall: readonly Utfall[], { disputed }: Contradictions): readonly Utfall[] {
  if (disputed.size === 0) {
    return utfall;
  }
  return utfall.map((row) => {
    const other = disputed.get(row);
    return other === undefined
      ? row
      : {
          ...row,
          värde: { slag: 'bortfall', skäl: 'oanvändbar' },
          anmärkning: withRemark(`två rader säger olika, ”${row.text}” och ”${other}”`, row.anmärkning),
        };
  });
}

/** Up to how many rows, which is what most nyckeltal have, a search through them costs less than an index. */
const FEW = 12;

function firstAlike(rows: readonly Utfall[], { organ, period, kön, enhet }: Utfall): Utfall | undefined {
  for (const row of rows) {
    if (row.period.id === period.id && row.organ === organ && row.kön === kön && row.enhet === enhet) {
      return row;
    }
  }
  return undefined;
}

/** The first row that is about the same, found by what rows are about. */
function byKey(rows: readonly Utfall[]): (one: Utfall) => Utfall | undefined {
  const keyOf = ({ organ, period, kön, enhet }: Utfall) => `${organ}|${period.id}|${kön}|${enhet ?? ''}`;
  const first = new Map<string, Utfall>();
  for (const one of rows) {
    const key = keyOf(one);
    if (!first.has(key)) {
      first.set(key, one);
    }
  }
  return (one) => first.get(keyOf(one));
}

function sameValue(a: Utfallsvärde, b: Utfallsvärde): boolean {
  if (a === b) {
    return true;
  }
  if (a.slag === 'tal' && b.slag === 'tal') {
    const converted = convert(a.kvantitet, b.kvantitet.måttenhet);
    return converted?.eq(b.kvantitet.värde) ?? false;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}
