import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Heading } from '../../report/document/document.ts';
import { visible } from '../visible.ts';
import { CONTENTS_ID } from './names.ts';

/** The table of contents: headings of the two upper levels, the second within the first. */
export function contents(headings: readonly Heading[]): Element {
  const chapters: { heading: Heading; parts: Heading[] }[] = [];
  for (const heading of headings) {
    const last = chapters.at(-1);
    if (heading.level === 2 || last === undefined) {
      chapters.push({ heading, parts: [] });
    } else if (heading.level === 3) {
      last.parts.push(heading);
    }
  }
  return h(
    'nav.contents',
    { 'aria-labelledby': CONTENTS_ID },
    h('h2', { id: CONTENTS_ID }, 'Innehåll'),
    h(
      'ol',
      ...chapters.map(({ heading, parts }) =>
        h('li', entry(heading), ...(parts.length === 0 ? [] : [h('ol', ...parts.map((part) => h('li', entry(part))))])),
      ),
    ),
  );
}

function entry({ id, text }: Heading): Element {
  return h('a', { href: `#${id}` }, visible(text));
}
