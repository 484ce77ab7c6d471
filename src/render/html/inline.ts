import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import type { Status } from '../../model/status.ts';
import type { Inline, Paragraph, StatusMark } from '../../report/document/document.ts';
import { statusMark } from '../chart/mark.ts';
import { statusColour } from '../palette.ts';
import { visible } from '../visible.ts';
import type { Names } from './names.ts';

/** A letter that is written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A word so long that it may be broken anywhere. */
const LONG_WORD = /[^\s\-/]{36}/u;

export function inlines(content: readonly Inline[], names: Names): readonly ElementContent[] {
  return content.map((one) => (one.kind === 'status' ? status(one) : text(one, names)));
}

/** Attributes that a text needs for its letters: its direction, and where its words may break. */
export function textAttributes(content: readonly Inline[]): { dir?: 'auto'; class?: string } {
  const whole = content.map((one) => (one.kind === 'status' ? one.word : one.text)).join('');
  return {
    ...(RIGHT_TO_LEFT.test(whole) ? { dir: 'auto' } : {}),
    ...(LONG_WORD.test(whole) ? { class: 'long-word' } : {}),
  };
}

export function paragraph({ content, note }: Paragraph, names: Names): Element {
  const attributes = textAttributes(content);
  const classes = [note === true ? 'note' : null, attributes.class].filter((one) => one != null);
  return h('p', { dir: attributes.dir, class: classes.length === 0 ? undefined : classes }, ...inlines(content, names));
}

/** The sign and the word of a status; the sign says nothing that the word does not. */
export function status({ status: one, word }: StatusMark): Element {
  return h(
    'span.status',
    { class: `status-${statusColour(one)}${word.length <= 16 ? ' short' : ''}` },
    markImage(one),
    h('span', visible(word)),
  );
}

export function markImage(one: Status | null): Element {
  const { d, fill, x, y, width } = statusMark(one, 6, 6);
  return s(
    'svg.mark',
    { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true', focusable: 'false' },
    s('path', {
      d,
      transform: `translate(${x} ${y})`,
      class: fill === null ? 'hollow' : undefined,
      'stroke-width': fill === null ? width : undefined,
    }),
  );
}

/** Only what leads to a page, to a letter, or to a heading of this page is a link; all else is its text. */
function text(
  { text: words, strong, emphasis, link }: Extract<Inline, { kind: 'text' }>,
  names: Names,
): ElementContent {
  let node: ElementContent = { type: 'text', value: visible(words) };
  if (emphasis === true) {
    node = h('em', [node]);
  }
  if (strong === true) {
    node = h('strong', [node]);
  }
  const href = link === undefined ? null : safeAddress(link, names.targets);
  return href === null ? node : h('a', { href }, [node]);
}

export function safeAddress(link: string, targets: ReadonlySet<string>): string | null {
  if (link.startsWith('#')) {
    return targets.has(link.slice(1)) ? link : null;
  }
  if (!/^(?:https?:\/\/|mailto:)/i.test(link) || !URL.canParse(link)) {
    return null;
  }
  const { protocol, href } = new URL(link);
  return ['https:', 'http:', 'mailto:'].includes(protocol) ? href : null;
}
