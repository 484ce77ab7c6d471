import { inflateSync } from 'node:zlib';

/** A name is written `/Name`, as in the file. */
export type Value = number | boolean | null | string | PdfText | Ref | Stream | readonly Value[] | Dict;
export type Dict = ReadonlyMap<string, Value>;

export class PdfText {
  readonly text: string;
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.text =
      bytes[0] === 0xfe && bytes[1] === 0xff
        ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
        : bytes.toString('latin1');
  }
}

export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export class Stream {
  readonly dict: Dict;
  readonly #raw: Buffer;
  constructor(dict: Dict, raw: Buffer) {
    this.dict = dict;
    this.#raw = raw;
  }

  get bytes(): Buffer {
    return this.dict.get('Filter') === '/FlateDecode' ? inflateSync(this.#raw) : this.#raw;
  }
}

/** A file as pdfkit writes it: a table of offsets, no streams of objects. */
export class PdfFile {
  readonly bytes: Buffer;
  readonly trailer: Dict;
  readonly #offsets = new Map<number, number>();
  readonly #objects = new Map<number, Value>();

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes);
    const text = this.bytes.toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
    const header = /^xref\s+0 (\d+)\s/.exec(text.slice(start, start + 40));
    if (header === null) {
      throw new Error('no xref table');
    }
    let at = start + header[0].length;
    for (let number = 0; number < Number(header[1]); number++, at += 20) {
      if (text[at + 17] === 'n') {
        this.#offsets.set(number, Number(text.slice(at, at + 10)));
      }
    }
    this.trailer = new Lexer(this.bytes, text.indexOf('trailer', at) + 7).value() as Dict;
  }

  get numbers(): readonly number[] {
    return [...this.#offsets.keys()];
  }

  /** The value itself, where it is referred to. */
  get(value: Value | undefined): Value {
    return value instanceof Ref ? this.object(value.number) : (value ?? null);
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value);
    return found instanceof Map ? found : found instanceof Stream ? found.dict : new Map();
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : found === null ? [] : [found];
  }

  text(value: Value | undefined): string | null {
    const found = this.get(value);
    return found instanceof PdfText ? found.text : null;
  }

  object(number: number): Value {
    let value = this.#objects.get(number);
    if (value === undefined) {
      const offset = this.#offsets.get(number);
      value = offset === undefined ? null : this.#read(number, offset);
      this.#objects.set(number, value);
    }
    return value;
  }

  #read(number: number, offset: number): Value {
    const header = `${number} 0 obj`;
    if (this.bytes.toString('latin1', offset, offset + header.length) !== header) {
      throw new Error(`object ${number} is not at its offset`);
    }
    const lexer = new Lexer(this.bytes, offset + header.length);
    const value = lexer.value();
    return value instanceof Map ? (lexer.stream(value) ?? value) : value;
  }
}

const SPACE = /[\0\t\n\f\r ]/;
const END_OF_WORD = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values, and in content streams operators, which come as `{ operator }`. */
export class Lexer {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    this.#skip();
    return this.at >= this.#bytes.length;
  }

  /** A value, or the word that stands where none does. */
  valueOrWord(): Value | { readonly operator: string } {
    this.#skip();
    const char = this.#char(0);
    switch (char) {
      case '<':
        return this.#char(1) === '<' ? this.#dict() : this.#hex();
      case '(':
        return this.#string();
      case '[':
        return this.#array();
      case '/': {
        this.at++;
        return `/${this.#word().replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
      }
    }
    const word = this.#word();
    if (/^[+-]?[\d.]+$/.test(word)) {
      return this.#numberOrRef(Number(word));
    }
    if (word === 'true' || word === 'false') {
      return word === 'true';
    }
    return word === 'null' ? null : { operator: word };
  }

  value(): Value {
    const value = this.valueOrWord();
    if (value !== null && typeof value === 'object' && 'operator' in value) {
      throw new Error(`no value at ${this.at}: ${value.operator}`);
    }
    return value;
  }

  stream(dict: Dict): Stream | null {
    this.#skip();
    if (this.#bytes.toString('latin1', this.at, this.at + 6) !== 'stream') {
      return null;
    }
    const start = this.at + (this.#char(6) === '\r' ? 8 : 7);
    return new Stream(dict, this.#bytes.subarray(start, start + Number(dict.get('Length'))));
  }

  #char(ahead: number): string {
    return String.fromCharCode(this.#bytes[this.at + ahead] ?? 0);
  }

  #skip(): void {
    while (this.at < this.#bytes.length && SPACE.test(this.#char(0))) {
      this.at++;
    }
  }

  #word(): string {
    const from = this.at;
    while (this.at < this.#bytes.length && !END_OF_WORD.test(this.#char(0))) {
      this.at++;
    }
    if (this.at === from) {
      this.at++;
    }
    return this.#bytes.toString('latin1', from, this.at);
  }

  #numberOrRef(number: number): Value {
    const ahead = /^ (\d+) R(?![A-Za-z])/.exec(this.#bytes.toString('latin1', this.at, this.at + 12));
    if (ahead === null || !Number.isInteger(number)) {
      return number;
    }
    this.at += ahead[0].length;
    return new Ref(number);
  }

  #hex(): PdfText {
    const end = this.#bytes.indexOf('>', this.at);
    const hex = this.#bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return new PdfText(Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex'));
  }

  #string(): PdfText {
    const bytes: number[] = [];
    let depth = 0;
    for (this.at++; ; this.at++) {
      const char = this.#char(0);
      if (char === '\\') {
        this.at++;
        const escaped = this.#char(0);
        const octal = /^[0-7]{1,3}/.exec(this.#bytes.toString('latin1', this.at, this.at + 3));
        if (octal !== null) {
          bytes.push(Number.parseInt(octal[0], 8));
          this.at += octal[0].length - 1;
        } else {
          bytes.push(({ n: 10, r: 13, t: 9, b: 8, f: 12 } as Record<string, number>)[escaped] ?? escaped.charCodeAt(0));
        }
        continue;
      }
      if (char === ')' && depth === 0) {
        this.at++;
        return new PdfText(Buffer.from(bytes));
      }
      depth += char === '(' ? 1 : char === ')' ? -1 : 0;
      bytes.push(this.#bytes[this.at] ?? 0);
    }
  }

  #array(): readonly Value[] {
    const values: Value[] = [];
    this.at++;
    for (this.#skip(); this.#char(0) !== ']'; this.#skip()) {
      values.push(this.value());
    }
    this.at++;
    return values;
  }

  #dict(): Dict {
    const entries = new Map<string, Value>();
    this.at += 2;
    for (this.#skip(); this.#char(0) !== '>'; this.#skip()) {
      const key = this.value();
      entries.set(String(key).slice(1), this.value());
    }
    this.at += 2;
    return entries;
  }
}
