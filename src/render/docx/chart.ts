import { ImageRun, Paragraph } from 'docx';
import type { Block, Chart } from '../../report/document/document.ts';
import { xmlText } from '../xml-text.ts';
import { type ChartPicture, drawPicture } from './chart-picture.ts';
import type { Pages } from './pages.ts';
import { STYLES } from './styles.ts';

export type Pictures = ReadonlyMap<Chart, ChartPicture>;

/** The pictures of all charts; what draws them is loaded only where there is one. */
export async function drawPictures(pages: readonly Pages[]): Promise<Pictures> {
  const charts = pages.flatMap(({ blocks, width }) => chartsIn(blocks).map((chart) => ({ chart, width })));
  if (charts.length === 0) {
    return new Map();
  }
  const { loadRasteriser } = await import('./rasterise.ts');
  const rasterise = await loadRasteriser();
  return new Map(charts.map(({ chart, width }) => [chart, drawPicture(chart, width, rasterise)]));
}

function chartsIn(blocks: readonly Block[]): readonly Chart[] {
  return blocks.flatMap((block) =>
    block.kind === 'chart' ? [block] : block.kind === 'list' ? block.items.flatMap(chartsIn) : [],
  );
}

/** Points to the pixels that the package counts in. */
const PIXELS = 96 / 72;

/** A picture in a paragraph of its own, whose description says what it shows. */
export function drawPictureParagraph({ caption, alt }: Chart, { png, svg, width, height }: ChartPicture): Paragraph {
  const transformation = { width: width * PIXELS, height: height * PIXELS };
  return new Paragraph({
    style: STYLES.chart,
    children: [
      new ImageRun({
        type: 'svg',
        data: new TextEncoder().encode(svg),
        fallback: { type: 'png', data: png },
        transformation,
        altText: { name: 'Diagram', title: inOneLine(caption), description: inOneLine(alt) },
      }),
    ],
  });
}

/** A description is one line: XML makes line breaks in it spaces, here they are that already. */
function inOneLine(text: string): string {
  return xmlText(text).replaceAll('\n', ' ');
}
