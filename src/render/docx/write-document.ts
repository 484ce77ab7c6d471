import {
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { dateWords } from '../../report/date-words.ts';
import type { ReportDocument } from '../../report/document/document.ts';
import { coreProperties } from '../core-properties.ts';
import { repack } from '../repack.ts';
import { drawBlocks } from './blocks.ts';
import { nameBookmarks } from './bookmarks.ts';
import { drawPictures } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { drawRuns } from './inline.ts';
import { type Pages, toPages } from './pages.ts';
import { documentStyles, listNumbering, STYLES, tableStyle } from './styles.ts';
import { A4, MARGIN } from './theme.ts';

/**
 * The report as the bytes of a DOCX file. Word asks to fill in the page numbers of the table of contents when it opens
 * the file: the package could lay out the pages itself, but takes minutes for a long report.
 */
export async function writeDocument(report: ReportDocument): Promise<Uint8Array> {
  const bookmarks = nameBookmarks(report.blocks);
  const allPages = toPages(report.blocks);
  const pictures = await drawPictures(allPages);
  let lists = 0;
  const nextList = () => {
    lists += 1;
    return lists;
  };
  const document = new Document({
    title: report.title,
    styles: documentStyles(),
    numbering: listNumbering(),
    theme: { name: 'Rapport', fonts: { headings: 'Arial', body: 'Arial' } },
    hyphenation: { autoHyphenation: true, hyphenationZone: 284, doNotHyphenateCaps: true },
    sections: allPages.map((pages, index) => {
      const { blocks, width } = pages;
      const drawing: Drawing = { bookmarks, pictures, width, nextList };
      const drawn = drawBlocks(blocks, drawing);
      return section(report, pages, index === 0 ? [...drawTitle(report), ...drawn] : drawn);
    }),
  });
  document.Styles.addChildElement(tableStyle());
  const properties = { path: 'docProps/core.xml', data: coreProperties(report) };
  return repack(await Packer.pack(document, 'uint8array', false, [properties]), report.date);
}

function drawTitle({ title, subtitle, organisation, date }: ReportDocument): FileChild[] {
  const madeOn = [organisation, dateWords(date)].filter((one) => one !== '').join(' · ');
  return [
    new Paragraph({ style: 'Title', children: drawRuns(title) }),
    new Paragraph({ style: 'Subtitle', children: drawRuns(subtitle) }),
    new Paragraph({ style: STYLES.organisation, children: drawRuns(madeOn) }),
  ];
}

function section(report: ReportDocument, { landscape, width }: Pages, children: FileChild[]): ISectionOptions {
  const page = {
    size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    margin: { ...MARGIN, header: 600, footer: 600 },
  };
  return { properties: { page }, footers: { default: drawFooter(report, width) }, children };
}

/** What the document is, and `Sida 3 av 12`. */
function drawFooter({ title, subtitle }: ReportDocument, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...drawRuns(shortened(`${title} · ${subtitle}`)),
          new TextRun({ children: ['\tSida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/** A footer is one line. */
function shortened(text: string): string {
  const chars = [...text.replaceAll('\n', ' ')];
  return chars.length <= 90 ? chars.join('') : `${chars.slice(0, 89).join('').trimEnd()}…`;
}
