import type { RuleExample } from '../../src/report/rule-examples.ts';

const TELEFON = '  - id: telefon\n    namn: Besvarade samtal\n';
const TARGET = '    målvärde: minst 88 %\n';

/** The files that every example stands among: two organ, each with a nyckeltal in a målområde of its own. */
const FILES: Readonly<Record<string, string>> = {
  'organisation.yaml':
    'namn: Region Exempel\norgan:\n  rs:\n    namn: Regionstyrelsen\n  hsn:\n    namn: Hälso- och sjukvårdsnämnden\n',
  '2025/plan.yaml': 'titel: Verksamhetsplan 2025\nperiod: 2025\norgan: rs\n',
  '2025/mal/vard.yaml': `namn: Vård\nnyckeltal:\n${TELEFON}${TARGET}    geh: ja\n`,
  '2025/mal/tandvard.yaml':
    'namn: Tandvård\nnyckeltal:\n  - id: barn\n    namn: Barn med besökt tandläkare\n    organ: hsn\n    målvärde: minst 90 %\n    mäts: år\n',
};

/** What some rules need in another file than the one that the example is about. */
const BESIDE: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['VP141', { '2025/mal/vard.yaml': `namn: Vård\nnyckeltal:\n${TELEFON}    målvärde: 88 %\n` }],
  [
    'VP209',
    { '2025/utfall/2025-t1.csv': 'nyckeltal;organ;period;utfall\ntelefon;rs;2021;82 %\ntelefon;rs;2025-T1;84 %\n' },
  ],
  ['VP213', { '2025/utfall/2025-t1.csv': 'nyckeltal;organ;period;utfall\ntelefon;rs;2025-T1;84 %\n' }],
  ['VP216', { '2025/mal/vard.yaml': `namn: Vård\nnyckeltal:\n${TELEFON}${TARGET}    könsuppdelat: ja\n` }],
]);

/** The day on which the examples are held against their rules. */
export const EXAMPLE_DAY = '2025-06-01';

/** A small plan in which one form of an example stands in its file; names are below `plans/`. */
export function examplePlan(code: string, { file }: RuleExample, form: string): Readonly<Record<string, string>> {
  const text = file.startsWith('mal/') ? målområdeWith(form) : `${form}\n`;
  return { ...FILES, ...BESIDE.get(code), [`2025/${file}`]: text };
}

/** Whole files and lists as they are, entries of nyckeltal in their list, and keys in an entry beside telefon. */
function målområdeWith(form: string): string {
  if (/^(?:namn: |#)/.test(form)) {
    return `${form}\n`;
  }
  if (/^(?:mål|aktiviteter):\n {2}- /.test(form)) {
    return `namn: Vård\n${form}\n`;
  }
  if (form.startsWith('- ')) {
    return `namn: Vård\nnyckeltal:\n${indented(form, 2)}`;
  }
  const keys = indented(form, 4);
  const target = /^målvärde/m.test(form) ? '' : TARGET;
  return `namn: Vård\nnyckeltal:\n${TELEFON}${TARGET}  - id: epost\n    namn: Besvarade brev\n${target}${keys}`;
}

function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => `${/^(?:<{7}|={7}|>{7})/.test(line) ? '' : ' '.repeat(by)}${line}\n`)
    .join('');
}
