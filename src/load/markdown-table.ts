import type { BudgetCell, BudgetRad, BudgetTabell } from '../model/budget.ts';

export interface MarkdownTable {
  readonly header: BudgetRad;
  readonly streckrad: BudgetTabell['streckrad'];
  readonly rader: readonly BudgetRad[];
}

const EMPTY: BudgetRad = { namn: '', celler: [], start: 0, end: 0 };

/** A cell of `|---|---:|`, which stands only below the headers; elsewhere a row of dashes is a row like others. */
const DASHES = /^:?-+:?$/;

/** Reads a Markdown table as it stands, faults included, so that the checks can point at them. */
export function readMarkdownTable(text: string): MarkdownTable {
  const rader: BudgetRad[] = [];
  let streckrad: MarkdownTable['streckrad'] = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    const row = line.trim() === '' ? null : readRow(line, offset);
    if (row !== null && rader.length === 1 && streckrad === null && isDashes(row)) {
      streckrad = { antal: row.celler.length + 1, start: row.start, end: row.end };
    } else if (row !== null) {
      rader.push(row);
    }
    offset += line.length + 1;
  }
  const [header = EMPTY, ...rest] = rader;
  return { header, streckrad, rader: rest };
}

function isDashes({ namn, celler }: BudgetRad): boolean {
  return DASHES.test(namn) && celler.every(({ text }) => DASHES.test(text));
}

function readRow(line: string, offset: number): BudgetRad {
  const whole = line.trimEnd();
  const lead = line.length - line.trimStart().length;
  const stop =
    whole.endsWith('|') && !whole.endsWith('\\|') && whole.length > lead + 1 ? whole.length - 1 : whole.length;
  const cells: BudgetCell[] = [];
  let start = line[lead] === '|' ? lead + 1 : lead;
  for (let at = start; at <= stop; at++) {
    if (at === stop || (line[at] === '|' && line[at - 1] !== '\\')) {
      cells.push(readCell(line.slice(start, at), offset + start));
      start = at + 1;
    }
  }
  const [name, ...celler] = cells;
  return { namn: name?.text ?? '', celler, start: offset + lead, end: offset + whole.length };
}

/** A cell without the spaces and the bold around it; a `\|` is a stroke within the text. */
function readCell(raw: string, offset: number): BudgetCell {
  const trimmed = raw.trim();
  const bold = /^\*\*(?=\S)((?:(?!\*\*).)+)(?<=\S)\*\*$/.exec(trimmed);
  const text = bold?.[1] ?? trimmed;
  const lead = trimmed === '' ? Math.min(1, raw.length) : raw.length - raw.trimStart().length;
  const start = offset + lead + (bold === null ? 0 : 2);
  return { text: text.replaceAll('\\|', '|'), start, end: start + text.length };
}
