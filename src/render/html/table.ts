import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Cell, Column, Inline, List, Paragraph, Row, Table } from '../../report/document/document.ts';
import { visible } from '../visible.ts';
import { inlines, paragraph, textAttributes } from './inline.ts';
import { list } from './list.ts';
import type { Names } from './names.ts';
import { columnClass, tableClass } from './widths.ts';

/**
 * A table in a region of its own, in which it can be scrolled where it is wider than the page. Rows that can be chosen
 * say by what; those of a chart's figures cannot.
 */
export function table(one: Table, names: Names, chosen = true): Element {
  const name = names.tables.get(one) ?? { id: `tabell-${one.id}`, labelledBy: '' };
  const captionId = `${name.id}-rubrik`;
  return h(
    'div.table-region',
    {
      role: 'region',
      tabIndex: 0,
      ...(name.labelledBy === ''
        ? { 'aria-label': `${visible(one.caption)} (${name.id})` }
        : { 'aria-labelledby': name.labelledBy }),
    },
    h(
      'table',
      { id: name.id, class: tableClass(one.columns) },
      h('caption', { id: captionId }, h('span', visible(one.caption))),
      ...columnGroups(one.columns),
      tableHead(one.columns),
      h('tbody', ...one.rows.map((row) => tableRow(row, one.columns, names, chosen))),
    ),
  );
}

interface Run {
  readonly group: string | null;
  readonly columns: readonly Column[];
}

/** The columns that stand under the same header of a group. */
function runsOf(columns: readonly Column[]): readonly Run[] {
  const runs: { group: string | null; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (column.group !== null && last?.group === column.group) {
      last.columns.push(column);
    } else {
      runs.push({ group: column.group, columns: [column] });
    }
  }
  return runs;
}

function columnGroups(columns: readonly Column[]): readonly Element[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  return runsOf(columns).map((run) =>
    h('colgroup', ...run.columns.map(({ weight }) => h('col', { class: columnClass(weight, whole) }))),
  );
}

function tableHead(columns: readonly Column[]): Element {
  const runs = runsOf(columns);
  if (runs.every(({ group }) => group === null)) {
    return h('thead', h('tr', ...columns.map((column) => headerCell(column))));
  }
  return h(
    'thead',
    h(
      'tr',
      ...runs.flatMap(({ group, columns: inside }) =>
        group === null
          ? inside.map((column) => headerCell(column, 2))
          : [h('th.group', { scope: 'colgroup', colSpan: inside.length }, visible(group))],
      ),
    ),
    h(
      'tr',
      ...runs.flatMap(({ group, columns: inside }) =>
        group === null ? [] : inside.map((column) => headerCell(column)),
      ),
    ),
  );
}

/** A header without words is no header. */
function headerCell({ header, align }: Column, rowSpan?: number): Element {
  const attributes = { class: align === 'right' ? 'right' : undefined, rowSpan };
  return header.trim() === '' ? h('td', attributes) : h('th', { ...attributes, scope: 'col' }, visible(header));
}

function tableRow(row: Row, columns: readonly Column[], names: Names, chosen: boolean): Element {
  const choosable = chosen && !row.total && (row.organ !== null || row.status !== null);
  return h(
    'tr',
    {
      class: row.total ? 'total' : undefined,
      ...(choosable ? { 'data-organ': row.organ ?? '', 'data-status': row.status ?? '' } : {}),
    },
    ...row.cells.map((cell, index) => tableCell(cell, columns[index], names)),
  );
}

function tableCell(cell: Cell, column: Column | undefined, names: Names): Element {
  const [first, ...rest] = cell.content;
  const alone = first !== undefined && rest.length === 0 && first.kind === 'paragraph' ? first : null;
  const attributes = alone === null ? {} : textAttributes(alone.content);
  const classes = [
    column?.align === 'right' ? 'right' : null,
    (cell.number !== null || column?.align === 'right') && lengthOf(cell) <= 12 ? 'figure' : null,
    alone?.note === true ? 'note' : null,
    attributes.class ?? null,
    lengthOf(cell) > 100 ? 'prose' : null,
  ].filter((one) => one !== null);
  return h(
    cell.header ? 'th' : 'td',
    {
      scope: cell.header ? 'row' : undefined,
      dir: attributes.dir,
      class: classes.length === 0 ? undefined : classes,
    },
    ...(alone === null ? cellBlocks(cell.content, names) : inlines(alone.content, names)),
  );
}

/** How many letters a cell holds: a short figure stays on one line, and long texts need room on a narrow page. */
function lengthOf({ content }: Cell): number {
  const words = content.flatMap((one) => (one.kind === 'paragraph' ? one.content : one.items.flatMap(wordsOf)));
  return words.reduce((sum, one) => sum + (one.kind === 'text' ? one.text.length : one.word.length), 0);
}

function wordsOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.content : []));
}

function cellBlocks(content: readonly (Paragraph | List)[], names: Names): readonly ElementContent[] {
  return content.map((one) => (one.kind === 'paragraph' ? paragraph(one, names) : list(one, names)));
}
