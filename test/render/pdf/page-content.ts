import { type Dict, Lexer, type PdfFile, PdfText, Stream, type Value } from './pdf-file.ts';

/** A piece of marked content, with the text that it draws. */
export interface Marked {
  readonly tag: string;
  readonly mcid: number;
  text: string;
}

export interface PageContent {
  readonly marked: ReadonlyMap<number, Marked>;
  /** Texts of artifacts, by their type. */
  readonly artifacts: readonly { readonly type: string; text: string }[];
  /** What breaks the rules of marking. */
  readonly problems: readonly string[];
  /** Glyphs drawn, by font object. */
  readonly unmapped: readonly string[];
}

const PAINTING: ReadonlySet<string> = new Set([
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
  'EI',
]);

/** Reads the content of a page: what is marked as what, and the text in it. */
export function readPage(file: PdfFile, page: Dict): PageContent {
  const marked = new Map<number, Marked>();
  const artifacts: { type: string; text: string }[] = [];
  const problems: string[] = [];
  const unmapped: string[] = [];
  const open: (
    | { kind: 'content'; content: Marked }
    | { kind: 'artifact'; artifact: { type: string; text: string } }
  )[] = [];
  const fonts = fontsOf(file, page);
  let font: Font | undefined;
  const stream = file.get(page.get('Contents'));
  for (const { operator, operands } of operations(stream instanceof Stream ? stream.bytes : Buffer.alloc(0))) {
    const top = open.at(-1);
    if (operator === 'BDC' || operator === 'BMC') {
      const tag = String(operands[0]).slice(1);
      const properties = operands[1] instanceof Map ? operands[1] : new Map<string, Value>();
      const mcid = properties.get('MCID');
      if (tag === 'Artifact') {
        if (open.some(({ kind }) => kind === 'content')) {
          problems.push('artifact within content');
        }
        const artifact = { type: String(properties.get('Type') ?? '').slice(1), text: '' };
        artifacts.push(artifact);
        open.push({ kind: 'artifact', artifact });
      } else {
        if (open.length > 0) {
          problems.push(`${tag} within ${open[0]?.kind}`);
        }
        if (typeof mcid !== 'number') {
          problems.push(`${tag} without MCID`);
        }
        if (marked.has(Number(mcid))) {
          problems.push(`MCID ${mcid} twice`);
        }
        const content = { tag, mcid: Number(mcid), text: '' };
        marked.set(content.mcid, content);
        open.push({ kind: 'content', content });
      }
    } else if (operator === 'EMC') {
      if (top === undefined) {
        problems.push('EMC without BDC');
      }
      open.pop();
    } else if (operator === 'Tf') {
      font = fonts.get(String(operands[0]));
    } else if (PAINTING.has(operator)) {
      if (top === undefined) {
        problems.push(`${operator} outside of all marks`);
      }
      const text = shown(operands, font, unmapped);
      if (top?.kind === 'content') {
        top.content.text += text;
      } else if (top !== undefined) {
        top.artifact.text += text;
      }
    }
  }
  if (open.length > 0) {
    problems.push('BDC without EMC');
  }
  return { marked, artifacts, problems, unmapped };
}

function* operations(bytes: Buffer): Iterable<{ readonly operator: string; readonly operands: readonly Value[] }> {
  const lexer = new Lexer(bytes);
  let operands: Value[] = [];
  while (!lexer.isAtEnd) {
    const one = lexer.valueOrWord();
    if (one !== null && typeof one === 'object' && 'operator' in one) {
      yield { operator: one.operator, operands };
      operands = [];
    } else {
      operands.push(one);
    }
  }
}

/** What each code of a font stands for. */
type Font = ReadonlyMap<number, string>;

function shown(operands: readonly Value[], font: Font | undefined, unmapped: string[]): string {
  let text = '';
  for (const part of operands.flat()) {
    if (part instanceof PdfText) {
      for (let at = 0; at + 1 < part.bytes.length; at += 2) {
        const code = part.bytes.readUInt16BE(at);
        const char = font?.get(code);
        if (char === undefined || code === 0) {
          unmapped.push(`code ${code}`);
        }
        text += char ?? '\uFFFD';
      }
    }
  }
  return text;
}

const known = new WeakMap<PdfFile, Map<Value, Font>>();

function fontsOf(file: PdfFile, page: Dict): ReadonlyMap<string, Font> {
  const cache = known.get(file) ?? new Map<Value, Font>();
  known.set(file, cache);
  const fonts = file.dict(file.dict(page.get('Resources')).get('Font'));
  return new Map(
    [...fonts].map(([name, reference]) => {
      const dict = file.dict(reference);
      let font = cache.get(dict);
      if (font === undefined) {
        font = readToUnicode(file, dict);
        cache.set(dict, font);
      }
      return [`/${name}`, font];
    }),
  );
}

/** The table of a font from codes to characters, as pdfkit writes it: ranges with a list. */
export function readToUnicode(file: PdfFile, font: Dict): Font {
  const stream = file.get(font.get('ToUnicode'));
  const map = new Map<number, string>();
  if (stream instanceof Stream) {
    const text = stream.bytes.toString('latin1');
    for (const range of text.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
      let code = Number.parseInt(range[1] ?? '', 16);
      for (const entry of (range[2] ?? '').matchAll(/<([^>]*)>/g)) {
        const units = (entry[1] ?? '').replace(/\s/g, '');
        map.set(code++, new TextDecoder('utf-16be').decode(Buffer.from(units, 'hex')));
      }
    }
  }
  return map;
}
