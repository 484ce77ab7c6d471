import { type Diagnostic, tally } from '../diagnostics/diagnostic.ts';
import { type Place, positionAt } from '../source/source-file.ts';
import type { DataObject } from './data.ts';

/** `vp kontroll --format json`; its schema is `schemas/kontroll.schema.json`. */
export function diagnosticsData(diagnostics: readonly Diagnostic[]): DataObject {
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
  };
}

function placeData({ file, start, end }: Place): DataObject {
  const from = positionAt(file, start);
  const to = positionAt(file, end);
  return { fil: file.path, rad: from.line, kolumn: from.column, slutrad: to.line, slutkolumn: to.column };
}
