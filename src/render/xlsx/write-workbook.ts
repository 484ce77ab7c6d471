import writeExcelFile from 'write-excel-file/node';
import type { Block, Chart, ReportDocument, Table } from '../../report/document/document.ts';
import { coreProperties } from '../core-properties.ts';
import { repack } from '../repack.ts';
import { reportFeature } from './feature.ts';
import { toSheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { tableSheet } from './table-sheet.ts';
import { ABOUT, aboutSheet, TEXT, textSheet } from './text-sheets.ts';

/** The report as the bytes of an XLSX file: what it is, a sheet for each table and chart, and its text. */
export async function writeWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const tables = tablesOf(report.blocks);
  const names = sheetNames(
    tables.map(({ title }) => title),
    [ABOUT, TEXT],
  );
  const placed = tables.map((one, index) => ({ ...one, sheet: names[index] ?? '' }));
  const text = textSheet(report.blocks);
  const sheets = [
    aboutSheet(report, placed, text !== null),
    ...placed.map(({ table, sheet }) => tableSheet(table, sheet)),
    ...(text === null ? [] : [text]),
  ];
  const features = [reportFeature(sheets, `${report.title} · ${report.subtitle}`, coreProperties(report))];
  const written = writeExcelFile(sheets.map(toSheet), { fontFamily: 'Arial', fontSize: 10, features });
  return repack(await written.toBuffer(), report.date);
}

/**
 * The tables of the report, in order. A chart stands as its figures; one whose figures stand in the table above it is
 * told of together with that.
 */
function tablesOf(blocks: readonly Block[], found: Tabled[] = []): readonly Tabled[] {
  for (const block of blocks) {
    if (block.kind === 'list') {
      for (const item of block.items) {
        tablesOf(item, found);
      }
    } else if (block.kind === 'table') {
      found.push({ title: block.caption, table: block, charts: [] });
    } else if (block.kind === 'chart') {
      const data = block.data ?? null;
      if (data === null) {
        found.at(-1)?.charts.push(block);
      } else {
        found.push({ title: block.caption, table: data, charts: [block] });
      }
    }
  }
  return found;
}

interface Tabled {
  readonly title: string;
  readonly table: Table;
  readonly charts: Chart[];
}
