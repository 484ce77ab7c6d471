import { type Diagnostic, type DiagnosticNote, finding } from '../diagnostics/diagnostic.ts';
import { convert } from '../malvarde/units.ts';
import type { Utfall, Utfallsvärde } from '../model/utfall.ts';

/** Rows that say different things of the same nyckeltal, organ, period, kön and enhet. */
export function findContradictions(
  utfall: readonly Utfall[],
  placeOfRow: (utfall: Utfall) => DiagnosticNote['place'],
): readonly Diagnostic[] {
  const first = new Map<string, Utfall>();
  const diagnostics: Diagnostic[] = [];
  for (const one of utfall) {
    const key = `${one.nyckeltal}|${one.organ}|${one.period.id}|${one.kön}|${one.enhet ?? ''}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, one);
    } else if (!sameValue(one.värde, other.värde)) {
      diagnostics.push(
        finding('VP134', {
          place: placeOfRow(one),
          message: `två rader säger olika om ${one.nyckeltal} för ${one.organ} ${one.period.id}: ”${one.text}” här och ”${other.text}” på rad ${other.rad} i ${other.file.path}`,
          help: 'Behåll den rad som är rätt och ta bort den andra',
          id: one.nyckeltal,
          notes: [{ place: placeOfRow(other), message: `här står ”${other.text}”` }],
        }),
      );
    }
  }
  return diagnostics;
}

function sameValue(a: Utfallsvärde, b: Utfallsvärde): boolean {
  if (a.slag === 'tal' && b.slag === 'tal') {
    const converted = convert(a.kvantitet, b.kvantitet.måttenhet);
    return converted?.eq(b.kvantitet.värde) ?? false;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}
