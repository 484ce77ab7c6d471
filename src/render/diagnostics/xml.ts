import { visible } from '../visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Lone halves of a character and noncharacters, which XML 1.0 does not allow even escaped. */
const NO_XML = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** Text for an element or an attribute: nothing in it is read as markup, and line breaks are kept. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(NO_XML, '\uFFFD')
    .replace(/[&<>"\n]/g, (char) => ENTITIES[char] ?? '');
}

/** An element with its attributes, and what is inside: finished elements, or escaped text. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('')}</${name}>`;
}
