import { argumentsOf, vp, WIDTH } from './run-vp.mjs';

const PICTURE = 'status 2025 --tertial 1 --organ hsn --malomrade tandvard,ledningsprocesser';
const FONT = 14;
const ADVANCE = 8.4;
const LINE = 20;
const MARGIN = 24;
/** The program's colours on a dark or light terminal, as they are on white. */
const COLOURS = { 29: '#0f7159', 136: '#b27d00', 160: '#a11212', 244: '#4b5563' };

/** Real output as a picture with real text: a run of characters is placed at its column, whatever font there is. */
export async function picture() {
  const output = (await vp(argumentsOf(PICTURE), { colours: true })).trimEnd();
  const lines = [`$ vp ${PICTURE}`, '', ...output.split('\n')];
  const width = WIDTH * ADVANCE + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN - 6;
  const text = lines.flatMap((line, row) => runsOf(line).map((run) => drawRun(run, MARGIN + FONT + row * LINE)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:lang="sv" aria-labelledby="rubrik">
<title id="rubrik">Utskriften av vp ${PICTURE}</title>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="#d1d5db"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT}" fill="#1f2937">
${text.join('\n')}
</g>
</svg>
`;
}

/** Runs of characters of one look, split where two spaces stand, each with the column where it begins. */
function runsOf(line) {
  const runs = [];
  let column = 0;
  let look = {};
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    if (part.startsWith('\u001b')) {
      look = lookAfter(look, part.slice(2, -1));
      continue;
    }
    for (const found of part.matchAll(/[^ ]+(?: [^ ]+)*/g)) {
      runs.push({ text: found[0], column: column + Array.from(part.slice(0, found.index)).length, look });
    }
    column += Array.from(part).length;
  }
  return runs;
}

function lookAfter(look, codes) {
  switch (codes) {
    case '1':
      return { ...look, weight: 'bold' };
    case '2':
      return { ...look, fill: COLOURS[244] };
    case '22':
    case '39':
      return {};
    default:
      return { ...look, fill: COLOURS[codes.split(';')[2]] ?? look.fill };
  }
}

function drawRun({ text, column, look }, y) {
  const fill = look.fill === undefined ? '' : ` fill="${look.fill}"`;
  const weight = look.weight === undefined ? '' : ` font-weight="${look.weight}"`;
  const x = round(MARGIN + column * ADVANCE);
  const length = round(Array.from(text).length * ADVANCE);
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${fill}${weight}>${safe}</text>`;
}

function round(number) {
  return Math.round(number * 10) / 10;
}
