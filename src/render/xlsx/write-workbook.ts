import writeExcelFile from 'write-excel-file/node';
import type { Block, Chart, ReportDocument, Table } from '../../report/document/document.ts';
import { coreProperties } from '../core-properties.ts';
import { reportFeature } from './feature.ts';
import { toSheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import { tableSheet } from './table-sheet.ts';
import { ABOUT, aboutSheet, TEXT, textSheet } from './text-sheets.ts';

/** The report as the bytes of an XLSX file: what it is, a sheet for each table and for each chart that has one of its own, and its text. */
export async function writeWorkbook(report: ReportDocument): Promise<Uint8Array> {
  const tables = tablesOf(report.blocks);
  const names = sheetNames(
    tables.map(({ table, chart }) => chart?.caption ?? table.caption),
    [ABOUT, TEXT],
  );
  const placed = tables.map((one, index) => ({ ...one, sheet: names[index] ?? '' }));
  const text = textSheet(report.blocks);
  const sheets = [
    aboutSheet(report, placed, text !== null),
    ...placed.map(({ table, sheet }) => tableSheet(table, sheet)),
    ...(text === null ? [] : [text]),
  ];
  const features = [reportFeature(sheets, coreProperties(report))];
  return writeExcelFile(sheets.map(toSheet), { fontFamily: 'Arial', fontSize: 10, features }).toBuffer();
}

function tablesOf(blocks: readonly Block[]): readonly { readonly table: Table; readonly chart: Chart | null }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') {
      return block.items.flatMap(tablesOf);
    }
    if (block.kind === 'table') {
      return [{ table: block, chart: null }];
    }
    return block.kind === 'chart' && block.data.kind === 'table' ? [{ table: block.data, chart: block }] : [];
  });
}
