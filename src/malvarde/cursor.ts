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

const wordsOfPhrase = new Map<string, readonly string[]>();

/** The words of a phrase of the grammar, of which there are a few hundred. */
function wordsOf(phrase: string): readonly string[] {
  const known = wordsOfPhrase.get(phrase) ?? phrase.split(' ');
  wordsOfPhrase.set(phrase, known);
  return known;
}

/** Whether the words of a phrase stand here; moves nothing. */
export function looksAt(cursor: Cursor, phrase: string, ahead = 0): boolean {
  const here = peek(cursor, ahead)?.norm;
  // Most phrases that are asked for begin with another word.
  if (here === undefined || !phrase.startsWith(here)) {
    return false;
  }
  const words = wordsOf(phrase);
  for (let index = 0; index < words.length; index++) {
    if (peek(cursor, ahead + index)?.norm !== words[index]) {
      return false;
    }
  }
  return true;
}

/** Takes the words of a phrase if they stand here. */
export function accept(cursor: Cursor, phrase: string): boolean {
  if (!looksAt(cursor, phrase)) {
    return false;
  }
  cursor.at += wordsOf(phrase).length;
  return true;
}

/** Takes the first phrase of the list that stands here; a longer phrase must be listed before its own beginning. */
export function acceptAny<T extends string>(cursor: Cursor, phrases: readonly T[]): T | null {
  for (const phrase of phrases) {
    if (accept(cursor, phrase)) {
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
