import { FAILSAFE_SCHEMA, load } from 'js-yaml-4';
import type { YamlValue } from './parse-yaml.ts';

/**
 * The values of a YAML file that has nothing odd about it, which is nearly every one: js-yaml 4 reads values twice as
 * fast as js-yaml 5 reads the events that tell where each stands. Undefined where the text may hold a trap or a fault:
 * then the events say which and where, or that it was none.
 */
export function readValues(text: string): YamlValue | undefined {
  if (SUSPECT.some(({ sign, pattern }) => sign.test(text) && pattern.test(text))) {
    return undefined;
  }
  try {
    return load(text, { schema: FAILSAFE_SCHEMA }) as YamlValue;
  } catch {
    return undefined;
  }
}

/**
 * More than the traps of `yaml-traps.ts`, never less; a test holds the two ways of reading against each other. A closer
 * look is taken only where the sign stands anywhere in the text.
 */
const SUSPECT: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  // Anchors, aliases, tags and keys in several parts, where a value or a key begins.
  { sign: /[&*!?]/, pattern: /(?:^ *|[:,?-] +|[[{] *)(?:[&*!]|\?(?:\s|$))/m },
  // Braces; brackets that hold more than a line of words, or a comma between figures.
  { sign: /[[{]/, pattern: /(?:^ *|[:?-] +)(?:\{|\[(?!(?:(?!\d,\d)[\wåäöÅÄÖ ,.-])*\] *$))/m },
  // Texts in quotes that go over several lines.
  { sign: /["']/, pattern: /(?:^ *|[:,?-] +|[[{] *)(?:"(?:[^"\\\n]|\\.)*$|'[^'\n]*(?:''[^'\n]*)*$)/m },
  // List items that are empty.
  { sign: /- *(?:\n|$)/, pattern: /^ *(?:- *)+$/m },
  // Several documents, what is said to the parser, line breaks of long ago.
  { sign: /---|\.\.\.|[%\uFEFF\r]/, pattern: /^ *(?:---|\.\.\.|%)|\uFEFF|\r(?!\n)/m },
  // A # that may be meant as something else.
  { sign: /#/, pattern: /\S#\s|["']#|[ \t]#[^\s#]/ },
  // A figure behind the sign of a block, a block that is the whole file.
  { sign: /[|>]/, pattern: /(?:^ *|[:?-] +)[|>][-+]?\d|(?<![\s\S])\s*[|>]/m },
];
