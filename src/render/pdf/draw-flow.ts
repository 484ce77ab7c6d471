import type { Canvas } from './canvas.ts';
import { type Destinations, drawLineArtifacts, drawLineTexts, type FlowElements } from './draw-lines.ts';
import { countFitting, type FlowLine, heightOf } from './lay-out-flow.ts';
import type { PdfElement } from './pdfkit-types.ts';

/** Draws a flow from where the page is at, over as many pages as it takes, and ends its elements. */
export function drawFlow(
  canvas: Canvas,
  parent: PdfElement,
  lines: readonly FlowLine[],
  area: { readonly x: number; readonly width: number },
  destinations: Destinations,
): void {
  const elements: FlowElements = new Map();
  for (let from = 0; from < lines.length; ) {
    const count = countOnPage(lines, from, canvas);
    if (count === 0) {
      canvas.newPage();
      continue;
    }
    const part = lines.slice(from, from + count);
    const placed = { lines: part, x: area.x, y: canvas.y, width: area.width, align: 'left' as const };
    drawLineArtifacts(canvas, placed, destinations);
    drawLineTexts(canvas, parent, elements, placed, destinations);
    canvas.y += heightOf(part);
    from += count;
    if (from < lines.length) {
      canvas.newPage();
    }
  }
  for (const [node, element] of elements) {
    if (node.parent === null) {
      element.end();
    }
  }
}

/** How many lines stand on this page, so that no line of a paragraph is left alone at its foot or at the next top. */
function countOnPage(lines: readonly FlowLine[], from: number, canvas: Canvas): number {
  let count = countFitting(lines, from, canvas.room);
  if (count === 0) {
    return canvas.isAtTop ? 1 : 0;
  }
  if (from + count >= lines.length) {
    return count;
  }
  const node = lines[from + count]?.node;
  const isWithin = lines[from + count - 1]?.node === node;
  if (isWithin && lines[from + count + 1]?.node !== node && count > 2) {
    count--;
  }
  if (isWithin && lines[from + count - 2]?.node !== node && !(canvas.isAtTop && count === 1)) {
    count--;
  }
  return count;
}
