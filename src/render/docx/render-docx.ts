import type { ReportDocument } from '../../report/document/document.ts';

/** A report as a Word document. The package that writes it is loaded when it is needed, and nowhere else. */
export async function renderDocx(report: ReportDocument): Promise<Uint8Array> {
  const { writeDocument } = await import('./write-document.ts');
  return writeDocument(report);
}
