import type { PageContent } from './page-content.ts';
import { type Dict, type PdfFile, Ref, type Value } from './pdf-file.ts';

export interface Element {
  readonly type: string;
  readonly dict: Dict;
  /** Of the element itself. */
  readonly object: number;
  readonly parent: Element | null;
  readonly children: readonly Child[];
}

export type Child =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly object: number };

/** The structure tree, with pages as object numbers. */
export function readStructure(file: PdfFile, root: Dict): readonly Element[] {
  const read = (value: Value, parent: Element | null): Element => {
    const dict = file.dict(value);
    const children: Child[] = [];
    const element: Element = {
      type: String(dict.get('S')).slice(1),
      dict,
      object: value instanceof Ref ? value.number : 0,
      parent,
      children,
    };
    const page = pageOf(dict);
    for (const kid of file.array(dict.get('K'))) {
      if (typeof kid === 'number') {
        children.push({ kind: 'content', page, mcid: kid });
        continue;
      }
      const child = file.dict(kid);
      const type = child.get('Type');
      if (type === '/MCR') {
        children.push({ kind: 'content', page: pageOf(child) || page, mcid: Number(child.get('MCID')) });
      } else if (type === '/OBJR') {
        const object = child.get('Obj');
        children.push({
          kind: 'annotation',
          page: pageOf(child) || page,
          object: object instanceof Ref ? object.number : 0,
        });
      } else {
        children.push({ kind: 'element', element: read(kid, element) });
      }
    }
    return element;
  };
  return file.array(root.get('K')).map((kid) => read(kid, null));
}

function pageOf(dict: Dict): number {
  const page = dict.get('Pg');
  return page instanceof Ref ? page.number : 0;
}

export function elementsOf(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => [element, ...elementsOf(childElements(element))]);
}

export function childElements(element: Element): readonly Element[] {
  return element.children.flatMap((child) => (child.kind === 'element' ? [child.element] : []));
}

/** The text of an element and all below it, in reading order; what is said instead of the text stands in its place. */
export function textOf(file: PdfFile, element: Element, pages: ReadonlyMap<number, PageContent>): string {
  const actual = file.text(element.dict.get('ActualText'));
  if (actual !== null) {
    return actual;
  }
  return element.children
    .map((child) => {
      switch (child.kind) {
        case 'content':
          return pages.get(child.page)?.marked.get(child.mcid)?.text ?? '';
        case 'element':
          return textOf(file, child.element, pages);
        default:
          return '';
      }
    })
    .join('');
}
