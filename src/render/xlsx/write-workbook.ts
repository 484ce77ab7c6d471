import writeExcelFile from 'write-excel-file/node';
import type { Block, Chart, ReportDocument, Table } from '../../report/document/document.ts';
import { coreProperties } from '../core-properties.ts';
import { repack } from '../repack.ts';
import { reportFeature } from './feature.ts';
import { toSheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { tableSheet } from './table-sheet.ts';
import { ABOUT, aboutSheet, TEXT, textSheet } from './text-sheets.ts';

/** The report as the bytes of an XLSX file: what it is, a sheet for each table and for each chart that has one of its own, and its text. */
export async function writeWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const tables = tablesOf(report.blocks);
  const names = sheetNames(
    tables.map(({ title }) => title),
    [ABOUT, TEXT],
  );
  const placed = tables.map((one, index) => ({ ...one, sheet: names[index] ?? '' }));
  const text = textSheet(report.blocks, new Set(tables.flatMap(({ charts }) => charts)));
  const sheets = [
    aboutSheet(report, placed, text !== null),
    ...placed.map(({ table, sheet }) => tableSheet(table, sheet)),
    ...(text === null ? [] : [text]),
  ];
  const features = [reportFeature(sheets, `${report.title} · ${report.subtitle}`, coreProperties(report))];
  const written = writeExcelFile(sheets.map(toSheet), { fontFamily: 'Arial', fontSize: 10, features });
  return repack(await written.toBuffer(), report.date);
}

interface Tabled {
  readonly title: string;
  readonly table: Table;
  readonly charts: readonly Chart[];
}

/** The tables of the report, in order. A chart stands as its figures, or together with the table that has them. */
function tablesOf(blocks: readonly Block[]): readonly Tabled[] {
  const all = chartsAndTables(blocks);
  return all.flatMap((block): readonly Tabled[] => {
    if (block.kind === 'chart') {
      return block.data === null ? [] : [{ title: block.caption, table: block.data, charts: [block] }];
    }
    const charts = all.filter((one): one is Chart => one.kind === 'chart' && one.figuresIn?.id === block.id);
    return [{ title: block.caption, table: block, charts }];
  });
}

function chartsAndTables(blocks: readonly Block[]): readonly (Chart | Table)[] {
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.flatMap(chartsAndTables)
      : block.kind === 'table' || block.kind === 'chart'
        ? [block]
        : [],
  );
}
