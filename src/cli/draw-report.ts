import type { Plan } from '../model/plan.ts';
import type { ReportDocument } from '../report/document/document.ts';
import { placeOfText } from '../report/document/place-of-text.ts';
import type { CliContext } from './context.ts';

export const RAPPORT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'md', 'json'] as const;
export type RapportFormat = (typeof RAPPORT_FORMATS)[number];

/** A report as it is written to a file. */
export interface DrawnReport {
  readonly content: string | Uint8Array;
  /** What had to be drawn otherwise than it was written. */
  readonly warnings: readonly string[];
}

const FORMAT_WORDS: Readonly<Record<RapportFormat, string>> = {
  html: 'webbsidan',
  pdf: 'PDF:en',
  docx: 'Word-filen',
  xlsx: 'Excel-filen',
  md: 'Markdown-filen',
  json: 'JSON-filen',
};

/** Each format is loaded only when it is drawn. */
export async function drawReport(
  document: ReportDocument,
  format: RapportFormat,
  plan: Plan,
  progress: CliContext['progress'],
): Promise<DrawnReport> {
  progress(`Ritar ${FORMAT_WORDS[format]}`);
  switch (format) {
    case 'html': {
      const { renderHtml } = await import('../render/html/render-html.ts');
      return { content: renderHtml(document), warnings: [] };
    }
    case 'pdf': {
      const { renderPdf } = await import('../render/pdf/render-pdf.ts');
      const { bytes, warnings } = await renderPdf(document, (page) => progress(`Ritar PDF:en, sida ${page}`));
      return {
        content: bytes,
        warnings: warnings.flatMap(({ written }) => written.map((sign) => missingGlyph(sign, plan))),
      };
    }
    case 'docx': {
      const { renderDocx } = await import('../render/docx/render-docx.ts');
      return { content: await renderDocx(document), warnings: [] };
    }
    case 'xlsx': {
      const { renderXlsx } = await import('../render/xlsx/render-xlsx.ts');
      return { content: await renderXlsx(document), warnings: [] };
    }
    case 'md': {
      const { renderReportMarkdown } = await import('../render/report-markdown.ts');
      return { content: renderReportMarkdown(document), warnings: [] };
    }
    case 'json': {
      const [{ reportData }, { renderJson }] = await Promise.all([
        import('../report/document/report-data.ts'),
        import('../render/json.ts'),
      ]);
      return { content: renderJson(reportData(document)), warnings: [] };
    }
  }
}

/** `[U+1F600]` stands for a sign that the fonts of the PDF do not have. */
function missingGlyph(written: string, plan: Plan): string {
  const code = /U\+([0-9A-F]+)/.exec(written)?.[1] ?? '';
  const place = placeOfText(plan, String.fromCodePoint(Number.parseInt(code, 16)));
  return `${place === null ? '' : `${place}: `}ett tecken saknas i typsnitten och skrivs ${written} i PDF:en`;
}
