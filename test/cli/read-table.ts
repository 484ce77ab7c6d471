/** One row of a table as it was drawn, each cell's lines joined and without spaces, for comparing whatever the wraps. */
export interface DrawnRow {
  readonly cells: readonly string[];
}

/** The rows of every table in a text for the terminal, in order, without the headings between them and the overview. */
export function readTables(text: string): readonly DrawnRow[] {
  const lines = text.split('\n');
  const rows: { cells: string[] }[] = [];
  lines.forEach((rule, index) => {
    const isOverview = / (?:●|\[\+\]) /.test(lines[index - 1] ?? '');
    if (isOverview || !/^(?:[─-]+(?: {2}|$)){2,}$/.test(rule)) {
      return;
    }
    const columns = columnsOf(rule);
    let heading = false;
    for (let at = index + 1; at < lines.length && lines[at] !== ''; at++) {
      // The name of a mål stands above its rows, across all columns: a shape first, then its further lines set in.
      heading = /^(?:[●◆▲○] |.*:$)/.test(lines[at] ?? '') || (heading && (lines[at] ?? '').startsWith(' '));
      if (heading) {
        continue;
      }
      const cells = columns.map(({ start, end }) => (lines[at] ?? '').slice(start, end));
      // Only the first line of a row has something in the second column.
      if ((cells[1] ?? '').trim() !== '') {
        rows.push({ cells: cells.map(squeeze) });
      } else {
        const row = rows.at(-1);
        row?.cells.forEach((cell, column) => {
          row.cells[column] = cell + squeeze(cells[column] ?? '');
        });
      }
    }
  });
  return rows;
}

function columnsOf(rule: string): readonly { readonly start: number; readonly end: number }[] {
  return [...rule.matchAll(/[─-]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

/** Without any white space, so that breaks in lines do not matter. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What a terminal acts on and does not show. */
export const ESCAPES = /\p{Cc}\[[\d;]*m/gu;

export function widestOf(text: string): number {
  return Math.max(...text.split('\n').map((line) => Array.from(line.replace(ESCAPES, '')).length));
}
