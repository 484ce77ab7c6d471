import { describe, expect, it } from 'vitest';
import { withoutRepeatedTables } from '../../src/report/document/chart-figures.ts';
import type { Chart, Table } from '../../src/report/document/document.ts';
import { column, countCell, textCell } from '../../src/report/document/rows.ts';

type Rows = readonly (readonly [name: string, ...counts: number[]])[];

function table(id: string, headers: readonly string[], rows: Rows): Table {
  return {
    kind: 'table',
    id,
    caption: `Tabell ${id}`,
    columns: headers.map((header) => column(header, 1)),
    rows: rows.map(([name, ...counts]) => ({
      cells: [textCell(name, { header: true }), ...counts.map(countCell)],
      organ: null,
      status: null,
      total: false,
    })),
  };
}

function chart(data: Table): Chart {
  return { kind: 'chart', chart: 'distribution', id: 'd', caption: 'Diagram', alt: 'Vård: 1 röd', data, bars: [] };
}

const own = table(
  'egen',
  ['Målområde', 'Grön', 'Röd'],
  [
    ['Vård', 2, 1],
    ['Kultur', 0, 3],
  ],
);

/** The table that the chart's figures are said to stand in; its own is called `egen`. */
function placeOf(...others: readonly Table[]): string {
  const last = withoutRepeatedTables([...others, chart(own)]).at(-1);
  return last?.kind === 'chart' ? (last.figuresIn?.id ?? last.data?.id ?? '') : '';
}

describe('siffrorna i ett diagram', () => {
  it('står i en tabell som har dem alla, också bland fler rader och kolumner', () => {
    const more = table(
      'matris',
      ['Område', 'Pågår', 'Röd', 'Grön'],
      [
        ['Kultur', 9, 3, 0],
        ['Vård', 9, 1, 2],
        ['Totalt', 18, 4, 2],
      ],
    );
    expect(placeOf(more)).toBe('matris');
    expect(withoutRepeatedTables([chart(own), more])[0]).toMatchObject({
      data: null,
      figuresIn: { id: 'matris', caption: 'Tabell matris' },
    });
  });

  it('står i den närmaste av flera', () => {
    expect(placeOf({ ...own, id: 'a' }, { ...own, id: 'b' })).toBe('b');
  });

  it.each([
    ['en rad saknas', table('x', ['Målområde', 'Grön', 'Röd'], [['Vård', 2, 1]])],
    [
      'en kolumn saknas',
      table(
        'x',
        ['Målområde', 'Grön'],
        [
          ['Vård', 2],
          ['Kultur', 0],
        ],
      ),
    ],
    [
      'en siffra är en annan',
      table(
        'x',
        ['Målområde', 'Grön', 'Röd'],
        [
          ['Vård', 2, 1],
          ['Kultur', 0, 4],
        ],
      ),
    ],
    [
      'ett namn står för två rader',
      table(
        'x',
        ['Målområde', 'Grön', 'Röd'],
        [
          ['Vård', 2, 1],
          ['Kultur', 0, 3],
          ['Kultur', 0, 3],
        ],
      ),
    ],
    [
      'en kolumn heter något annat',
      table(
        'x',
        ['Målområde', 'Grön', 'Gul'],
        [
          ['Vård', 2, 1],
          ['Kultur', 0, 3],
        ],
      ),
    ],
  ])('står kvar i diagrammets egen tabell när %s', (_, other) => {
    expect(placeOf(other)).toBe('egen');
  });
});
