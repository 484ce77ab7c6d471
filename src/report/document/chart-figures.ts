import type { Block, Cell, Chart, Table } from './document.ts';

/** Says where a chart's figures stand, around the name of the table, which some formats make a link. */
export const FIGURES_WORDS = { before: 'Siffrorna står i tabellen ”', after: '”.' } as const;

/** `Siffrorna står i tabellen ”Måluppfyllelse per målområde”.`; empty where the chart has its own table. */
export function figuresWords({ figuresIn }: Chart): string {
  return figuresIn === undefined ? '' : `${FIGURES_WORDS.before}${figuresIn.caption}${FIGURES_WORDS.after}`;
}

/** Takes a chart's own table away where a table of the report says all that it says: the nearest, those before first. */
export function withoutRepeatedTables(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'chart' || block.data === null) {
      return block;
    }
    const { data } = block;
    const others = [...blocks.slice(0, index).reverse(), ...blocks.slice(index + 1)];
    const holder = others.find((one) => one.kind === 'table' && holds(one, data));
    return holder?.kind === 'table'
      ? { ...block, data: null, figuresIn: { id: holder.id, caption: holder.caption } }
      : block;
  });
}

/** Whether a table has each row of another by its name, just once, with the same in every column of the same header. */
function holds(table: Table, data: Table): boolean {
  const rows = data.rows.map(({ cells }) => {
    const name = nameOf(cells);
    const same = table.rows.filter((row) => nameOf(row.cells) === name);
    return { cells, found: name === null || same.length !== 1 ? null : (same[0]?.cells ?? null) };
  });
  return data.columns.every((column, at) => {
    if (rows.every(({ cells }) => cells[at]?.header === true)) {
      return rows.every(({ found }) => found !== null);
    }
    return table.columns.some(
      (other, otherAt) =>
        other.header === column.header &&
        rows.every(({ cells, found }) => wordsOf(cells[at]) === wordsOf(found?.[otherAt])),
    );
  });
}

function nameOf(cells: readonly Cell[]): string | null {
  return wordsOf(cells.find(({ header }) => header));
}

/** What a cell says first: further paragraphs explain it. */
function wordsOf(cell: Cell | undefined): string | null {
  const first = cell?.content[0];
  return first?.kind === 'paragraph'
    ? first.content.map((one) => (one.kind === 'text' ? one.text : one.word)).join('')
    : null;
}
