import type { Element } from 'hast';
import { h } from 'hastscript';
import { KLASSER, type Status, TILLSTÅND } from '../../model/status.ts';
import type { Block, Inline, ReportDocument, Row } from '../../report/document/document.ts';
import { visible } from '../visible.ts';

/** Marks the rows that have no status, among the values of the choice. */
const WITHOUT_STATUS = 'utan';

/**
 * The choice of rows by organ and status, in a template: without script it is not there. Null where there is nothing to
 * choose between.
 */
export function filterTemplate(report: ReportDocument): Element | null {
  const rows = rowsOf(report.blocks).filter((row) => !row.total && (row.organ !== null || row.status !== null));
  const organ = report.organ.filter(({ id }) => rows.some((row) => row.organ === id));
  const statuses = statusChoices(rows);
  const byOrgan = organ.length > 1;
  const byStatus = statuses.length > 1;
  if (!byOrgan && !byStatus) {
    return null;
  }
  return h(
    'template',
    { id: 'vp-urval' },
    h(
      'form.choice',
      { 'aria-label': 'Urval av rader' },
      h(
        'fieldset',
        h('legend', 'Visa rader'),
        ...(byOrgan
          ? [
              select(
                'organ',
                'Organ',
                'Alla organ',
                organ.map(({ id, name }) => ({ value: id, words: name })),
              ),
            ]
          : []),
        ...(byStatus ? [select('status', 'Status', 'Alla statusar', statuses)] : []),
        h('button', { type: 'reset' }, 'Visa alla rader'),
      ),
      h('p', { role: 'status' }),
    ),
  );
}

interface Choice {
  readonly value: string;
  readonly words: string;
}

function select(name: string, words: string, all: string, choices: readonly Choice[]): Element {
  const id = `vp-urval-${name}`;
  return h(
    'div.control',
    h('label', { for: id }, words),
    h(
      'select',
      { id, name, autoComplete: 'off' },
      h('option', { value: '' }, all),
      ...choices.map((choice) => h('option', { value: choice.value }, visible(choice.words))),
    ),
  );
}

/** The statuses that rows have, in the words that stand in them. */
function statusChoices(rows: readonly Row[]): readonly Choice[] {
  const words = new Map<Status | null, Set<string>>();
  for (const { status, cells } of rows) {
    const known = words.get(status) ?? new Set();
    words.set(status, known);
    for (const mark of cells.flatMap(({ content }) => content.flatMap(marksOf))) {
      if (mark.status === status) {
        known.add(mark.word);
      }
    }
  }
  return [...KLASSER, ...TILLSTÅND, null].flatMap((status) => {
    const known = words.get(status);
    return known === undefined
      ? []
      : [{ value: status ?? WITHOUT_STATUS, words: [...known].join(', ') || (status ?? 'Utan status') }];
  });
}

function marksOf(block: Block): readonly Extract<Inline, { kind: 'status' }>[] {
  switch (block.kind) {
    case 'paragraph':
      return block.content.filter((one) => one.kind === 'status');
    case 'list':
      return block.items.flatMap((item) => item.flatMap(marksOf));
    default:
      return [];
  }
}

function rowsOf(blocks: readonly Block[]): readonly Row[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return block.rows;
      case 'list':
        return block.items.flatMap(rowsOf);
      default:
        return [];
    }
  });
}

/**
 * Sets the choice in its place and hides the rows that are not chosen. A row about no organ is there for all; one
 * without status is not there for those who chose a status.
 */
export const FILTER_SCRIPT = `
(() => {
  const template = document.getElementById('vp-urval');
  if (template === null) return;
  const rows = [...document.querySelectorAll('tr[data-organ]')];
  const tables = [...new Set(rows.map((row) => row.closest('table')))].map((table) => {
    const nothing = document.createElement('p');
    nothing.className = 'nothing';
    nothing.textContent = 'Ingen rad i tabellen finns i urvalet.';
    nothing.hidden = true;
    table.parentElement.after(nothing);
    return { table, nothing, rows: rows.filter((row) => row.closest('table') === table) };
  });
  const form = template.content.firstElementChild.cloneNode(true);
  template.replaceWith(form);
  const result = form.querySelector('[role=status]');
  const controls = [...form.querySelectorAll('select')];
  const chosen = (name) => controls.find((one) => one.name === name)?.value ?? '';
  const words = () => controls.filter((one) => one.value !== '').map((one) => one.selectedOptions[0].textContent);
  const choose = () => {
    const organ = chosen('organ');
    const status = chosen('status');
    for (const row of rows) {
      const { organ: rowOrgan, status: rowStatus } = row.dataset;
      const ofOrgan = organ === '' || rowOrgan === '' || rowOrgan === organ;
      const ofStatus = status === '' || (rowStatus || '${WITHOUT_STATUS}') === status;
      row.hidden = !(ofOrgan && ofStatus);
    }
    for (const { nothing, rows: inside } of tables) nothing.hidden = inside.some((row) => !row.hidden);
    const shown = rows.filter((row) => !row.hidden).length;
    form.classList.toggle('is-chosen', words().length > 0);
    result.textContent =
      shown + ' av ' + rows.length + ' rader visas' + (words().length > 0 ? ': ' + words().join(', ') : '') + '.';
  };
  form.addEventListener('change', choose);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(choose));
  choose();
})();
`;

/**
 * A table that fits its region is no stop for the keyboard and no landmark: only those that can be scrolled are.
 */
export const REGION_SCRIPT = `
(() => {
  const regions = [...document.querySelectorAll('.table-region')];
  const mark = (region) => {
    const wide = region.scrollWidth > region.clientWidth + 1;
    if (wide) {
      region.setAttribute('role', 'region');
      region.tabIndex = 0;
    } else if (document.activeElement !== region) {
      region.removeAttribute('role');
      region.removeAttribute('tabindex');
    }
  };
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
  for (const region of regions) {
    observer.observe(region);
    region.addEventListener('blur', () => mark(region));
  }
})();
`;
