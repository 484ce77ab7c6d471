import type { ReportDocument } from '../../report/document/document.ts';

/** A report as an Excel workbook. The package that writes it is loaded when it is needed, and nowhere else. */
export async function renderXlsx(report: ReportDocument): Promise<Uint8Array> {
  const { writeWorkbook } = await import('./write-workbook.ts');
  return writeWorkbook(report);
}
