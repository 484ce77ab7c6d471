import { FAILSAFE_SCHEMA, load } from 'js-yaml-4';
import type { YamlValue } from './parse-yaml.ts';

/**
 * The values of a YAML file that has nothing odd about it, which is nearly every one: js-yaml 4 reads values twice as
 * fast as js-yaml 5 reads the events that tell where each stands. Undefined where the text may hold a trap or a fault:
 * then the events say which and where, or that it was none.
 */
export function readValues(text: string): YamlValue | undefined {
  if (SUSPECT.some(([signs, pattern]) => includesAny(text, signs) && pattern.test(text))) {
    return undefined;
  }
  try {
    return load(text, { schema: FAILSAFE_SCHEMA }) as YamlValue;
  } catch {
    return undefined;
  }
}

/** Most texts have few of the signs, and to look for one is much faster than to match a pattern. */
function includesAny(text: string, signs: string): boolean {
  for (const sign of signs) {
    if (text.includes(sign)) {
      return true;
    }
  }
  return false;
}

/**
 * More than the traps of `yaml-traps.ts`, never less; a test holds the two ways of reading against each other. Every
 * pattern stands behind the signs of which it needs one, begins with the sign that it is about and looks back from it: a
 * text is then passed over quickly.
 */
const SUSPECT: readonly (readonly [signs: string, pattern: RegExp])[] = [
  // Anchors, aliases, tags and keys in several parts, where a value or a key begins.
  ['&*!?', /(?:[&*!]|\?(?=\s|$))(?<=(?:^|[:,?-] |[[{]) *.)/m],
  // Braces; brackets that hold more than a line of words, or a comma between figures.
  ['{[', /\{|\[(?!(?:(?!\d,\d)[\wåäöÅÄÖ ,.-])*\] *$)/m],
  // Texts in quotes that go over several lines.
  ['"', /"(?<=(?:^|[:,?-] |[[{]) *.)(?:[^"\\\n]|\\.)*$/m],
  ["'", /'(?<=(?:^|[:,?-] |[[{]) *.)[^'\n]*(?:''[^'\n]*)*$/m],
  // List items that are empty.
  ['-', /-(?= *$)(?<=^ *(?:- *)*)/m],
  // Several documents, what is said to the parser, line breaks of long ago.
  ['-.%', /(?:---|\.\.\.|%)(?<=^ *(?:---|\.\.\.|%))/m],
  ['\uFEFF\r', /\uFEFF|\r(?!\n)/],
  // A # that may be meant as something else.
  ['#', /#(?:(?<=\S.)\s|(?<=["'].)|(?<=[ \t].)[^\s#])/],
  // A figure behind the sign of a block, a block that is the whole file.
  ['|>', /[|>](?:(?<=(?:^|[:?-]) *.)[-+]?\d|(?<=(?<![\s\S])\s*.))/m],
];
