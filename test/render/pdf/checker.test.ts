import { beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { checkPdf, type Problem, RULES } from './checker.ts';
import { editPdf, replaceIn } from './edit-pdf.ts';
import { CHARTS, heading, list, matrix, paragraph, report } from './reports.ts';

/** Each rule broken once and more, in the smallest way that there is. */
const BROKEN: readonly (readonly [rule: Problem['rule'], what: string, from: string | RegExp, to: string])[] = [
  [1, 'inte märkt', '/Marked true', '/Marked false'],
  [1, 'annat språk', '(sv-SE)', '(en-US)'],
  [2, 'ingen PDF/UA', '<pdfuaid:part>1', '<pdfuaid:part>2'],
  [2, 'ingen PDF/A', '<pdfaid:conformance>A', '<pdfaid:conformance>B'],
  [2, 'annan titel', '"x-default">Upp', '"x-default">Ner'],
  [2, 'trasig XML', '"x-default">Upp', '"x-default">& Upp'],
  [2, 'titeln visas inte', '/DisplayDocTitle true', '/DisplayDocTitle false'],
  [3, 'annan ordning för tabb', '/Tabs /S', '/Tabs /R'],
  [3, 'märkning utan slut', /\nEMC\n(?![\s\S]*\nEMC\n)/, '\n'],
  [3, 'innehåll i artefakt', '/Artifact <<', '/Artifact << >> BDC /Artifact <<\n/MCID 0 >> BDC EMC /P <<'],
  [4, 'omärkt streck', 'stream\n1 0 0 -1', 'stream\n0 0 9 9 re f 1 0 0 -1'],
  [5, 'innehåll som ingen har', '/MCID 1\n', '/MCID 901\n'],
  [5, 'fel slags märkning', '/P <<\n/MCID', '/Q <<\n/MCID'],
  [6, 'överhoppad nivå', /\/S \/H2\b/, '/S /H4'],
  [6, 'ingen H1', /\/S \/H1\b/, '/S /H2'],
  [7, 'huvud utan omfång', '/Scope /Row', ''],
  [7, 'för smal rad', '/ColSpan 4', '/ColSpan 3'],
  [7, 'cell som räcker nedanför', '/RowSpan 2', '/RowSpan 99'],
  [7, 'ingen rubrik', /\/S \/Caption\b/, '/S /P'],
  [8, 'punkt utan innehåll', /\/S \/LBody\b/, '/S /Lbl'],
  [8, 'innehållsförteckning av annat', /\/S \/TOCI\b/, '/S /P'],
  [9, 'bild utan beskrivning', '/Alt ', '/Old '],
  [9, 'bild utan plats', '/BBox [', '/Old ['],
  [10, 'länk utan beskrivning', '/Contents (', '/Old ('],
  [10, 'länk till ingenstans', '/D (h00001)', '/D (h99999)'],
  [10, 'länk utan element', /\/StructParent \d+/, '/StructParent 9999'],
  [11, 'typsnitt som saknas', '/FontFile2', '/FontFile9'],
  [11, 'typsnitt utan tecken', '/ToUnicode', '/ToOld'],
  [11, 'hårt mellanrum för vanligt', '<0020>', '<00a0>'],
  [13, 'bokmärke bredvid sidan', '/XYZ 0 ', '/XYZ 595 '],
  [13, 'sida utan nummer', '/Type /Pagination', '/Type /Layout'],
];

describe('checkPdf', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const link = { kind: 'text', text: 'adress', link: 'https://example.se/' } as const;
    const blocks = [
      { kind: 'contents' } as const,
      heading(2, 'Kapitel'),
      paragraph('Text med ', link, '.'),
      list(false, 'ett'),
      matrix(2),
      ...CHARTS.slice(0, 1),
    ];
    ({ bytes } = await renderPdf(report(blocks)));
  });

  it('finner inget i en fil som bara har skrivits om', () => {
    expect(checkPdf(editPdf(bytes, (object) => object)).problems).toEqual([]);
  });

  it.each(BROKEN)('regel %i: %s', (rule, _, from, to) => {
    const { problems } = checkPdf(editPdf(bytes, replaceIn(from, to)));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });

  it('bryter varje regel', () => {
    const broken = new Set(BROKEN.map(([rule]) => String(rule)));
    expect(Object.keys(RULES).filter((rule) => !broken.has(rule))).toEqual([]);
  });
});
