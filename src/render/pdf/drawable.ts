/** A text with characters that no font of the document has. */
export interface PdfWarning {
  /** The text as it stands in the plan. */
  readonly text: string;
  /** What was written in place of the characters: `[U+1F600]`, each once. */
  readonly written: readonly string[];
}

/** Breaks that are asked for or allowed: the breaking of lines takes care of them. */
const BREAKS: ReadonlySet<number> = new Set([0x0a, 0xad, 0x200b]);

/** Signs that look like a space or like nothing, and take no part in the text. */
const SPACES = /[\t\v\f\r\u0085\u2028\u2029\u2000-\u200A\u205F\u3000]/gu;

/** Controls and marks that steer: they are shown, whether a font has them or not. */
const STEERING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

/**
 * Texts as they can be drawn: NFC, and each character that a font lacks, or that would steer the text, written as
 * `[U+1F600]`, so that nothing disappears. Remembers which texts were hit.
 */
export class Drawable {
  readonly #has: (codePoint: number) => boolean;
  readonly #known = new Map<number, boolean>();
  readonly #warnings = new Map<string, readonly string[]>();

  constructor(hasGlyph: (codePoint: number) => boolean) {
    this.#has = hasGlyph;
  }

  get warnings(): readonly PdfWarning[] {
    return [...this.#warnings].map(([text, written]) => ({ text, written }));
  }

  text(source: string): string {
    const text = source.normalize('NFC').replace(/\r\n?/g, '\n').replace(SPACES, ' ');
    let drawn = '';
    let from = 0;
    const written = new Set<string>();
    for (let at = 0; at < text.length; ) {
      const codePoint = text.codePointAt(at) ?? 0;
      const length = codePoint > 0xffff ? 2 : 1;
      if (!this.#isDrawn(codePoint)) {
        const name = `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
        written.add(name);
        drawn += text.slice(from, at) + name;
        from = at + length;
      }
      at += length;
    }
    if (written.size > 0) {
      this.#warnings.set(source, [...written]);
    }
    return from === 0 ? text : drawn + text.slice(from);
  }

  #isDrawn(codePoint: number): boolean {
    let known = this.#known.get(codePoint);
    if (known === undefined) {
      known = BREAKS.has(codePoint) || (!STEERING.test(String.fromCodePoint(codePoint)) && this.#has(codePoint));
      this.#known.set(codePoint, known);
    }
    return known;
  }
}

/** A text for titles and descriptions, which no font draws: only what no such text may hold is written out. */
export function described(source: string): string {
  return source
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(
      /\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu,
      (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .trim();
}
