import type { ReportDocument } from '../../report/document/document.ts';
import { Canvas, hasGlyph } from './canvas.ts';
import { drawReport } from './draw-blocks.ts';
import { drawFooters } from './draw-footers.ts';
import { Drawable, type PdfWarning } from './drawable.ts';
import { drawableReport } from './drawable-report.ts';
import { loadHyphenation } from './hyphenation.ts';
import { openDocument } from './open-document.ts';
import type { PdfDocument } from './pdfkit-types.ts';

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Texts of which a character could not be drawn, in reading order. */
  readonly warnings: readonly PdfWarning[];
}

/**
 * A report as a PDF that is both PDF/UA-1 and PDF/A-2a: tagged, with outline and page numbers, upright A4. The same
 * report gives the same bytes. pdfkit, the fonts and the hyphenation are loaded when it is called.
 *
 * @param onPage is told of every page that is begun, the first is 1
 */
export async function renderPdf(report: ReportDocument, onPage?: (page: number) => void): Promise<Pdf> {
  const doc = await openDocument({
    title: report.title,
    author: report.organisation,
    subject: report.subtitle,
    date: report.date,
  });
  const written = collect(doc);
  const drawable = new Drawable(hasGlyph(doc));
  const drawn = drawableReport(report, drawable);
  const canvas = new Canvas(doc, drawable, await loadHyphenation(), onPage);
  drawReport(canvas, drawn);
  drawFooters(canvas, `${drawn.title} · ${drawn.subtitle}`);
  canvas.root.end();
  doc.end();
  return { bytes: await written, pages: canvas.pageIndex + 1, warnings: drawable.warnings };
}

function collect(doc: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
