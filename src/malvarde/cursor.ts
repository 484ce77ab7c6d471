import type { Kvantitet, Läsfel, Läskontext } from '../model/malvarde.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * A place in a målvärde text that moves forward, and the first hard error met. A parse function returns null both where
 * its construct does not stand here and where it stands here but is wrong; in the latter case `fel` is set.
 */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly kontext: Läskontext;
  /** Index of the next token. */
  at: number;
  fel: Läsfel | null;
  /** The amount read last, from token `at` up to `end`: the alternatives of the grammar begin with the same one. */
  amount: { readonly at: number; readonly end: number; readonly kvantitet: Kvantitet } | null;
}

export function openCursor(text: string, kontext: Läskontext): Cursor {
  return { text, tokens: tokenize(text), kontext, at: 0, fel: null, amount: null };
}

export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead];
}

export function atEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.tokens.length;
}

/** Phrases of the grammar by their first word, each with all its words: most are passed over with one look. */
export type Phrases<T extends string> = ReadonlyMap<string, readonly Phrase<T>[]>;

interface Phrase<T extends string> {
  readonly phrase: T;
  readonly words: readonly string[];
}

/** A longer phrase must be listed before its own beginning. */
export function phrases<const T extends string>(...all: readonly T[]): Phrases<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const phrase of all) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    const others = byFirst.get(first);
    if (others === undefined) {
      byFirst.set(first, [{ phrase, words }]);
    } else {
      others.push({ phrase, words });
    }
  }
  return byFirst;
}

/** Whether a word or sign stands here; moves nothing. */
export function looksAt(cursor: Cursor, word: string, ahead = 0): boolean {
  return peek(cursor, ahead)?.norm === word;
}

/** Takes a word or sign if it stands here. */
export function accept(cursor: Cursor, word: string): boolean {
  if (!looksAt(cursor, word)) {
    return false;
  }
  cursor.at++;
  return true;
}

/** Takes the first phrase of the list that stands here. */
export function acceptAny<T extends string>(cursor: Cursor, list: Phrases<T>): T | null {
  const begun = list.get(peek(cursor)?.norm ?? '');
  if (begun === undefined) {
    return null;
  }
  for (const { phrase, words } of begun) {
    if (words.every((word, index) => looksAt(cursor, word, index))) {
      cursor.at += words.length;
      return phrase;
    }
  }
  return null;
}

/** Records an error at tokens `from` up to, not including, `to`; the first one counts. */
export function fail(cursor: Cursor, meddelande: string, hjälp: string, from = cursor.at, to = from + 1): null {
  const first = cursor.tokens[from];
  const last = cursor.tokens[Math.min(to, cursor.tokens.length) - 1];
  const start = first?.start ?? cursor.text.trimEnd().length;
  cursor.fel ??= { start, slut: Math.max(last?.slut ?? cursor.text.length, start + 1), meddelande, hjälp };
  return null;
}

/** The text from one token up to, not including, another, as written. */
export function textBetween(cursor: Cursor, from: number, to: number): string {
  const first = cursor.tokens[from];
  const last = cursor.tokens[to - 1];
  return first === undefined || last === undefined ? '' : cursor.text.slice(first.start, last.slut);
}
