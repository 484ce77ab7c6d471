import type { Checked } from './checker.ts';
import { Ref, type Value } from './pdf-file.ts';
import { childElements, type Element } from './structure.ts';

/** Rules 5 to 10: the structure tree. */
export function checkStructure(checked: Checked, tree: readonly Element[]): void {
  if (tree.length !== 1 || tree[0]?.type !== 'Document') {
    checked.report(1, 'the tree is no Document');
  }
  checkContent(checked);
  checkHeadings(checked);
  for (const element of checked.elements) {
    checkElement(checked, element);
  }
  checkLinks(checked);
}

/** The tree names each marked content once, and the page names the element that does. */
function checkContent({ file, catalog, pageNumbers, pages, elements, report }: Checked): void {
  const parents = numberTree(file.dict(catalog.get('StructTreeRoot')).get('ParentTree'), (value) => file.dict(value));
  const claimed = new Map<string, Element>();
  for (const element of elements) {
    for (const child of element.children) {
      if (child.kind !== 'content') {
        continue;
      }
      const key = `${child.page} ${child.mcid}`;
      if (claimed.has(key)) {
        report(5, `content ${key} belongs to two elements`);
      }
      claimed.set(key, element);
      const content = pages.get(child.page)?.marked.get(child.mcid);
      if (content === undefined) {
        report(5, `content ${key} of ${element.type} is not on its page`);
      } else if (content.tag !== element.type) {
        report(5, `content ${key} of ${element.type} is marked ${content.tag}`);
      }
      const row = file.array(parents.get(Number(file.dict(file.object(child.page)).get('StructParents'))));
      const owner = row[child.mcid];
      if (!(owner instanceof Ref) || owner.number !== element.object) {
        report(5, `content ${key} is known to its page as another's`);
      }
    }
  }
  for (const number of pageNumbers) {
    for (const mcid of pages.get(number)?.marked.keys() ?? []) {
      if (!claimed.has(`${number} ${mcid}`)) {
        report(5, `content ${number} ${mcid} belongs to no element`);
      }
    }
  }
}

function numberTree(
  root: Value | undefined,
  dict: (value: Value | undefined) => ReadonlyMap<string, Value>,
): ReadonlyMap<number, Value> {
  const nums = dict(root).get('Nums');
  const list = Array.isArray(nums) ? (nums as readonly Value[]) : [];
  return new Map(
    list.flatMap((key, index) => (index % 2 === 0 ? [[Number(key), list[index + 1] ?? null] as const] : [])),
  );
}

function checkHeadings({ elements, report, text }: Checked): void {
  const headings = elements.filter(({ type }) => /^H\d$/.test(type));
  let previous = 0;
  for (const heading of headings) {
    const level = Number(heading.type.slice(1));
    if (level > previous + 1 || (level === 1 && previous > 0)) {
      report(6, `${heading.type} after H${previous}: ${text(heading)}`);
    }
    previous = level;
  }
  if (headings[0]?.type !== 'H1') {
    report(6, 'the first heading is no H1');
  }
}

const PARTS: Readonly<Record<string, RegExp>> = {
  Document: /^(?:H\d|P|L|TOC|Table|Figure)$/,
  Table: /^(?:Caption|THead|TBody)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TR: /^T[HD]$/,
  L: /^LI$/,
  LI: /^(?:Lbl|LBody)$/,
  LBody: /^(?:P|L)$/,
  TOC: /^(?:TOC|TOCI)$/,
  TOCI: /^Reference$/,
  Reference: /^Link$/,
};

const PARENTS: Readonly<Record<string, RegExp>> = {
  THead: /^Table$/,
  TBody: /^Table$/,
  TR: /^T(?:Head|Body)$|^THead$/,
  TH: /^TR$/,
  TD: /^TR$/,
  LI: /^L$/,
  Lbl: /^LI$/,
  LBody: /^LI$/,
  TOCI: /^TOC$/,
  Caption: /^(?:Table|Figure)$/,
};

function checkElement(checked: Checked, element: Element): void {
  const { report, text } = checked;
  const { type, parent } = element;
  const rule = /^T[^O]/.test(type) ? 7 : 8;
  for (const child of childElements(element)) {
    if (PARTS[type]?.test(child.type) === false) {
      report(rule, `${child.type} in ${type}`);
    }
  }
  if (parent !== null && PARENTS[type]?.test(parent.type) === false) {
    report(rule, `${type} in ${parent.type}`);
  }
  if (type !== 'Figure' && text(element).trim() === '') {
    report(rule, `${type} without text`);
  }
  switch (type) {
    case 'Table':
      checkTable(checked, element);
      break;
    case 'LI':
      if (
        childElements(element)
          .map((child) => child.type)
          .join(' ') !== 'Lbl LBody'
      ) {
        report(8, 'list item without label and body');
      }
      break;
    case 'Note':
      if (!element.dict.has('ID')) {
        report(8, 'Note without ID');
      }
      break;
    case 'Figure':
      checkFigure(checked, element);
      break;
  }
}

function checkTable({ file, report, text }: Checked, table: Element): void {
  const name = childElements(table)
    .filter(({ type }) => type === 'Caption')
    .map(text)
    .join();
  const parts = childElements(table)
    .map(({ type }) => type)
    .join(' ');
  if (!/^Caption THead TBody$/.test(parts)) {
    report(7, `table ${name} consists of ${parts}`);
  }
  const attribute = (cell: Element, key: string) =>
    file
      .array(cell.dict.get('A'))
      .map((one) => file.dict(one).get(key))
      .find((one) => one !== undefined);
  const rows = childElements(table).flatMap((part) => (part.type === 'Caption' ? [] : childElements(part)));
  /** Rows still to be covered by cells that span several. */
  let spans: number[] = [];
  let width: number | null = null;
  for (const row of rows) {
    const next: number[] = [];
    let column = 0;
    const skip = () => {
      for (; (spans[column] ?? 0) > 0; column++) {
        next[column] = (spans[column] ?? 0) - 1;
      }
    };
    for (const cell of childElements(row)) {
      skip();
      const colSpan = Number(attribute(cell, 'ColSpan') ?? 1);
      const rowSpan = Number(attribute(cell, 'RowSpan') ?? 1);
      for (let at = 0; at < colSpan; at++, column++) {
        next[column] = rowSpan - 1;
      }
      if (cell.type === 'TH' && !/^\/(?:Column|Row)$/.test(String(attribute(cell, 'Scope')))) {
        report(7, `header cell without scope in ${name}: ${text(cell)}`);
      }
    }
    skip();
    if (width !== null && column !== width) {
      report(7, `row of ${column} cells in ${name}, not ${width}`);
    }
    width ??= column;
    spans = next;
  }
  if (spans.some((rest) => rest > 0)) {
    report(7, `cells reach below ${name}`);
  }
}

function checkFigure({ file, report, text }: Checked, figure: Element): void {
  const alt = file.text(figure.dict.get('Alt'))?.trim() ?? '';
  const caption = childElements(figure)
    .filter(({ type }) => type === 'Caption')
    .map(text)
    .join()
    .trim();
  if (alt === '' || alt === caption) {
    report(9, `figure ${caption} without a description of its own`);
  }
  const attributes = file.array(figure.dict.get('A')).map((one) => file.dict(one));
  const box = file.array(attributes.find((one) => one.has('BBox'))?.get('BBox')).map(Number);
  const [left = -1, bottom = -1, right = -1, top = -1] = box;
  if (!(left >= 0 && bottom >= 0 && right > left && top > bottom && right <= 596 && top <= 842)) {
    report(9, `figure ${caption} without a box on the page`);
  }
}

function checkLinks({ file, catalog, pageNumbers, elements, report, text }: Checked): void {
  const parents = numberTree(file.dict(catalog.get('StructTreeRoot')).get('ParentTree'), (value) => file.dict(value));
  const referred = new Map<number, { readonly element: Element; readonly page: number }>();
  for (const element of elements) {
    const annotations = element.children.filter((child) => child.kind === 'annotation');
    for (const { object, page } of annotations) {
      referred.set(object, { element, page });
    }
    if (element.type === 'Link' && annotations.length === 0) {
      report(10, `Link without annotation: ${text(element)}`);
    }
  }
  for (const number of pageNumbers) {
    for (const value of file.array(file.dict(file.object(number)).get('Annots'))) {
      const annotation = file.dict(value);
      const owner = value instanceof Ref ? referred.get(value.number) : undefined;
      if (owner?.element.type !== 'Link' || owner.page !== number) {
        report(10, 'annotation that belongs to no Link on its page');
        continue;
      }
      const parent = parents.get(Number(annotation.get('StructParent')));
      if (!(parent instanceof Ref) || parent.number !== owner.element.object) {
        report(10, `annotation that names another parent: ${text(owner.element)}`);
      }
      if ((file.text(annotation.get('Contents')) ?? '').trim() === '') {
        report(10, `annotation without description: ${text(owner.element)}`);
      }
      checkTarget(annotation.get('A'));
    }
  }

  function checkTarget(value: Value | undefined): void {
    const action = file.dict(value);
    const name = file.text(action.get('D'));
    const names = file.array(file.dict(file.dict(catalog.get('Names')).get('Dests')).get('Names'));
    const known = names.some((one, index) => index % 2 === 0 && file.text(one) === name);
    if (action.get('S') === '/GoTo' && !known) {
      report(10, `link to ${name}, which is nowhere`);
    }
    if (action.get('S') === '/URI' && !/^(?:https?|mailto):[!-~]+$/.test(file.text(action.get('URI')) ?? '')) {
      report(10, 'link to no address');
    }
  }
}
