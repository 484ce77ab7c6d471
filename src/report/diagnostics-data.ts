import { claimWords } from '../check/claim-words.ts';
import { type Diagnostic, tally } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../load/place-of.ts';
import { within } from '../model/origin.ts';
import type { Påstående } from '../model/pastaende.ts';
import { type Place, positionAt } from '../source/source-file.ts';
import type { DataObject } from './data.ts';

/** `vp kontroll --format json`; its schema is `schemas/kontroll.schema.json`. */
export function diagnosticsData(diagnostics: readonly Diagnostic[], claims: readonly Påstående[]): DataObject {
  return {
    version: 1,
    antal: { ...tally(diagnostics) },
    fynd: diagnostics.map(({ code, slug, severity, message, help, id, place, notes }) => ({
      ...placeData(place),
      id,
      kod: code,
      regel: slug,
      allvar: severity,
      meddelande: message,
      hjälp: help,
      noter: notes.map((note) => ({ ...placeData(note.place), meddelande: note.message })),
    })),
    påståenden: claims.map(claimData),
  };
}

/** A published figure that was held against the plan, whether it held or not. */
function claimData(claim: Påstående): DataObject {
  const { file, start } = placeOf(within(claim.origin, 'väntat'));
  return {
    fil: file.path,
    rad: positionAt(file, start).line,
    om: claimWords(claim),
    väntat: claim.väntat,
    källa: claim.källa,
    känd_avvikelse: claim.kändAvvikelse?.trim() ?? null,
  };
}

function placeData({ file, start, end }: Place): DataObject {
  const from = positionAt(file, start);
  const to = positionAt(file, end);
  return { fil: file.path, rad: from.line, kolumn: from.column, slutrad: to.line, slutkolumn: to.column };
}
