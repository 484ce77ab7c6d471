import { needsRiktning } from '../malvarde/needs-riktning.ts';
import { printMålvärde } from '../malvarde/print-malvarde.ts';
import type { Läsning, Målvärde } from '../model/malvarde.ts';
import type { DataObject } from './data.ts';
import { readingData } from './malvarde-data.ts';

/** `vp tolka --format json`; its schema is `schemas/tolka.schema.json`. */
export function tolkaData(text: string, läsning: Läsning): DataObject {
  const base = { version: 1, text };
  switch (läsning.slag) {
    case 'läst':
      return { ...base, läst: true, läsning: oneReading(läsning.målvärde), per_organ: null, fel: null };
    case 'per organ':
      return {
        ...base,
        läst: true,
        läsning: null,
        per_organ: läsning.delar.map(({ organ, målvärde }) => ({ organ, ...oneReading(målvärde) })),
        fel: null,
      };
    case 'oläst': {
      const { start, slut, meddelande, hjälp } = läsning.fel;
      return {
        ...base,
        läst: false,
        läsning: null,
        per_organ: null,
        fel: { kolumn: columnOf(text, start), slutkolumn: columnOf(text, slut), meddelande, hjälp },
      };
    }
  }
}

/** 1-based, in what a person counts as characters. */
function columnOf(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length + 1;
}

function oneReading(målvärde: Målvärde): DataObject {
  return {
    ...readingData(målvärde, null),
    i_ord: printMålvärde(målvärde),
    kräver_riktning: needsRiktning(målvärde.krav),
  };
}
