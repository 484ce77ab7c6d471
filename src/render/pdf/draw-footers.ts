import type { Canvas } from './canvas.ts';
import { COLOUR, CONTENT_WIDTH, FOOTER, PAGE } from './theme.ts';

/** The foot of every page: what the document is, and `Sida 3 av 12`. */
export function drawFooters(canvas: Canvas, title: string): void {
  const count = canvas.pageIndex + 1;
  const right = PAGE.left + CONTENT_WIDTH;
  const y = PAGE.height - PAGE.bottom + 26;
  const baseline = y + 14;
  for (let index = 0; index < count; index++) {
    canvas.backTo(index);
    const number = `Sida ${index + 1} av ${count}`;
    const numberX = right - canvas.width(number, 'R', FOOTER.size);
    const name = shorten(canvas, title, numberX - PAGE.left - 24);
    canvas.artifact(
      () => {
        canvas.doc.lineWidth(0.5).strokeColor(COLOUR.hairline).moveTo(PAGE.left, y).lineTo(right, y).stroke();
        canvas.text(name, PAGE.left, baseline, 'R', FOOTER.size, FOOTER.colour);
        canvas.text(number, numberX, baseline, 'R', FOOTER.size, FOOTER.colour);
      },
      'Pagination',
      'Bottom',
    );
  }
}

/** The title as a whole stands on the first page. */
function shorten(canvas: Canvas, text: string, width: number): string {
  if (canvas.width(text, 'R', FOOTER.size) <= width) {
    return text;
  }
  const words = text.slice(0, 200).split(' ');
  while (words.length > 1 && canvas.width(`${words.join(' ')} …`, 'R', FOOTER.size) > width) {
    words.pop();
  }
  return words.length > 1 ? `${words.join(' ')} …` : `${text.slice(0, 60)}…`;
}
