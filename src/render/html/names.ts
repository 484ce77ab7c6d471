import type { Block, Chart, Heading, ReportDocument, Table } from '../../report/document/document.ts';

/** The ids of a page and what its regions are called; each id stands once. */
export interface Names {
  /** All headings in order, also those in lists. */
  readonly headings: readonly Heading[];
  /** The ids of the headings, to which links may lead. */
  readonly targets: ReadonlySet<string>;
  readonly tables: ReadonlyMap<Table, TableName>;
  /** The ids of the page's tables by the ids that the report has for them. */
  readonly tableIds: ReadonlyMap<string, string>;
  readonly charts: ReadonlyMap<Chart, string>;
}

export interface TableName {
  readonly id: string;
  /** The ids whose texts together name the table unlike any other. */
  readonly labelledBy: string;
}

/** Where the page's own parts stand, beside the report's headings. */
export const MAIN_ID = 'vp-huvuddel';
export const CONTENTS_ID = 'vp-innehall';

export function nameParts(report: ReportDocument): Names {
  const headings: Heading[] = [];
  const tables = new Map<Table, TableName>();
  const tableIds = new Map<string, string>();
  const charts = new Map<Chart, string>();
  const used = new Set([MAIN_ID, CONTENTS_ID]);
  const spoken = new Set<string>();
  let heading: Heading | null = null;

  const unique = (wanted: string): string => {
    const base = wanted.replace(/[^\p{L}\p{N}_.-]+/gu, '-');
    let id = base;
    for (let more = 2; used.has(id); more++) {
      id = `${base}-${more}`;
    }
    used.add(id);
    return id;
  };
  const nameTable = (table: Table) => {
    const id = unique(`tabell-${table.id}`);
    if (!tableIds.has(table.id)) {
      tableIds.set(table.id, id);
    }
    const refs = [`${id}-rubrik`];
    // Tables of the same caption are told apart by their heading, and if that is not enough by their number.
    if (spoken.has(table.caption) && heading !== null) {
      refs.push(heading.id);
    }
    const words = () => refs.map((ref) => (ref === heading?.id ? heading.text : table.caption)).join(' ');
    tables.set(table, { id, labelledBy: spoken.has(words()) ? '' : refs.join(' ') });
    spoken.add(words());
  };
  const walk = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      switch (block.kind) {
        case 'heading':
          heading = block;
          break;
        case 'table':
          nameTable(block);
          break;
        case 'chart':
          charts.set(block, unique(`diagram-${block.id}`));
          if (block.data !== null) {
            nameTable(block.data);
          }
          break;
        case 'list':
          block.items.forEach(walk);
          break;
        case 'paragraph':
        case 'contents':
          break;
      }
    }
  };
  collectHeadings(report.blocks, headings);
  for (const { id } of headings) {
    used.add(id);
  }
  walk(report.blocks);
  return { headings, targets: new Set(headings.map(({ id }) => id)), tables, tableIds, charts };
}

function collectHeadings(blocks: readonly Block[], into: Heading[]): void {
  for (const block of blocks) {
    if (block.kind === 'heading') {
      into.push(block);
    } else if (block.kind === 'list') {
      for (const item of block.items) {
        collectHeadings(item, into);
      }
    }
  }
}
