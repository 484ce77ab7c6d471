import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/render/docx/render-docx.ts';
import { xmlText } from '../../../src/render/xml-text.ts';
import { arbitraryReport, HOSTILE, textsOfBlock, textsOfReport } from '../../helpers/arbitrary-report.ts';
import { runs } from '../../helpers/property.ts';
import { type OfficeFile, paragraphsOf, readOffice } from '../../helpers/read-office.ts';
import { cell, column, figure, paragraph, row, sampleReport, table, WIDE_TABLE } from '../../helpers/sample-report.ts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';

describe('en rapport som Worddokument', () => {
  let file: OfficeFile;
  beforeAll(async () => {
    file = readOffice(await renderDocx(sampleReport()));
  });
  const texts = (xpath: string) => file.texts(DOCUMENT, xpath);
  const styled = (style: string) =>
    file.find(DOCUMENT, `//w:p[w:pPr/w:pStyle/@w:val="${style}"]`).map((one) => one.content);

  it('har titel och rubriker i Words egna formatmallar', () => {
    expect(styled('Title')).toEqual(['Sammanställning av måluppfyllelse']);
    expect(styled('Subtitle')).toEqual(['Regionplan med budget 2025–2027 · T1 2025']);
    expect(styled('Heading1')).toEqual(['Inledning', 'Måluppfyllelse i sammandrag', 'Hälso- och sjukvårdsnämnden']);
    expect(styled('Heading2')).toEqual(['Så bedöms måluppfyllelsen', 'Nyckeltal', 'Uppdrag']);
    expect(file.texts(STYLES, '//w:style[@w:styleId="Heading1"]/w:name/@w:val')).toEqual(['Heading 1']);
    expect(styled('Caption')).toContain('Nyckeltal för Hälso- och sjukvårdsnämnden');
  });

  it('har en innehållsförteckning som Word fyller i', () => {
    expect(texts('//w:instrText')[0]).toMatch(/^TOC .*\\o "1-2"/);
    const entries = (level: number) => texts(`//w:p[w:pPr/w:pStyle/@w:val="TOC${level}"]//w:t[normalize-space()]`);
    expect(entries(1)).toEqual(styled('Heading1'));
    expect(entries(2)).toEqual(styled('Heading2'));
  });

  it('har varje stil som används, och bara sådana bokmärken som Word tar', () => {
    const known = file.texts(STYLES, '//w:style/@w:styleId');
    const used = texts('//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val');
    expect([...new Set(used)].filter((style) => !known.includes(style))).toEqual([]);
    expect(texts('//w:bookmarkStart/@w:name').filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([]);
  });

  it('upprepar tabellhuvuden, i två våningar, och delar inte rader', () => {
    const first = '(//w:tbl)[1]';
    expect(file.find(DOCUMENT, `${first}/w:tr[w:trPr/w:tblHeader]`)).toHaveLength(2);
    expect(texts(`${first}/w:tr[1]/w:tc//w:t`)).toEqual(['Målområde', 'Uppdrag', 'Nyckeltal', 'Sammanvägd status']);
    expect(texts(`${first}/w:tr[1]/w:tc/w:tcPr/w:gridSpan/@w:val`)).toEqual(['4', '4']);
    expect(texts(`${first}/w:tr[1]/w:tc/w:tcPr/w:vMerge/@w:val`)).toEqual(['restart', 'restart']);
    expect(file.find(DOCUMENT, '//w:tbl/w:tr[1][not(w:trPr/w:tblHeader)]')).toEqual([]);
    expect(file.find(DOCUMENT, `${first}/w:tr[not(w:trPr/w:cantSplit)]`)).toEqual([]);
  });

  it('har fasta kolumnbredder som fyller tabellen, och tal till höger', () => {
    expect(new Set(texts('//w:tblLayout/@w:type'))).toEqual(new Set(['fixed']));
    for (const one of file.find(DOCUMENT, '//w:tbl')) {
      const width = (xpath: string) => one.find(xpath, { w: one.namespaceUri }).map(({ content }) => Number(content));
      const [whole] = width('w:tblPr/w:tblW/@w:w');
      expect(width('w:tblGrid/w:gridCol/@w:w').reduce((sum, next) => sum + next, 0)).toBe(whole);
    }
    expect(texts('//w:p[w:pPr/w:jc/@w:val="right"]')).toContain('−34,80\u00A0mnkr');
  });

  it('har status som färgad form och ord', () => {
    const marks = file.find(DOCUMENT, '//w:r[w:rPr/w:rStyle/@w:val="StatusDelvis"]');
    expect(new Set(marks.map(({ content }) => content))).toEqual(new Set(['◆']));
    expect(file.texts(STYLES, '//w:style[@w:styleId="StatusDelvis"]//w:color/@w:val')).toEqual(['B27D00']);
    expect(paragraphsOf(file)).toContain('◆\u00A0Delvis uppfyllt');
    expect(paragraphsOf(file)).toContain('○\u00A0Ej bedömt');
  });

  it('har riktiga listor, där varje numrerad lista börjar om', async () => {
    const twice = readOffice(
      await renderDocx({
        ...sampleReport(),
        blocks: [0, 1].map(() => ({ kind: 'list', ordered: true, items: [[paragraph('ett')], [paragraph('två')]] })),
      }),
    );
    const ids = twice.texts(DOCUMENT, '//w:numPr/w:numId/@w:val');
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
    expect(file.find(DOCUMENT, '//w:p[w:pPr/w:numPr/w:ilvl/@w:val="1"]').map(({ content }) => content)).toEqual([
      'i primärvården',
      'på akuten',
    ]);
  });

  it('leder bara dit en länk får leda', async () => {
    expect(file.texts('word/_rels/document.xml.rels', '//rel:Relationship[@TargetMode="External"]/@Target')).toEqual([
      'https://regionjh.se/nara-vard',
    ]);
    const [anchor] = texts('//w:hyperlink[normalize-space()="Hälso- och sjukvårdsnämnden"]/@w:anchor');
    expect(texts(`//w:bookmarkStart[@w:name="${anchor}"]/..`)).toEqual(['Hälso- och sjukvårdsnämnden']);
    const links = ['javascript:alert(1)', 'http://a.se', 'file:///c:/x', '#saknas', 'https://a.se/ b'];
    const bad = readOffice(
      await renderDocx({
        ...sampleReport(),
        blocks: links.map((link) => paragraph({ kind: 'text', text: `till ${link}`, link })),
      }),
    );
    expect(bad.find(DOCUMENT, '//w:hyperlink')).toEqual([]);
    expect(paragraphsOf(bad)).toEqual(expect.arrayContaining(links.map((link) => `till ${link}`)));
  });

  it('är på svenska, med titel, organisation och rapportens dag', () => {
    expect(file.texts(STYLES, '//w:docDefaults//w:lang/@w:val')).toEqual(['sv-SE']);
    const core = (xpath: string) => file.texts('docProps/core.xml', xpath);
    expect(core('//dc:title | //dc:creator | //dc:language | //dcterms:created')).toEqual([
      'Sammanställning av måluppfyllelse',
      'Region Jämtland Härjedalen',
      'sv-SE',
      '2025-06-01T00:00:00Z',
    ]);
  });

  it('räknar sidor i sidfoten', () => {
    const footer = file.parts.find((part) => /^word\/footer\d\.xml$/.test(part)) ?? '';
    expect(file.texts(footer, '//w:instrText').map((one) => one.trim())).toEqual(['PAGE', 'NUMPAGES']);
    expect(file.texts(footer, '//w:p')[0]).toMatch(/T1 2025.*Sida .* av /);
  });

  it('lägger en bred tabell på liggande sidor, med rubriken ovanför', async () => {
    const wide = readOffice(
      await renderDocx(sampleReport([{ kind: 'heading', level: 2, text: 'Bred', id: 'bred' }, WIDE_TABLE])),
    );
    expect(wide.texts(DOCUMENT, '//w:pgSz/@w:orient')).toEqual(['portrait', 'landscape']);
    expect(wide.texts(DOCUMENT, '//w:p[w:pPr/w:sectPr]/following-sibling::w:p[1]')).toEqual(['Bred']);
    expect(texts('//w:pgSz/@w:orient')).toEqual(['portrait']);
  });

  it('håller ihop rubrik och ledtext med det som följer, och låga tabeller med sig själva', async () => {
    const drawn = readOffice(
      await renderDocx({
        ...sampleReport(),
        blocks: [
          { kind: 'heading', level: 2, text: 'Rubrik', id: 'r' },
          paragraph('Mål: en god vård'),
          paragraph('Ett stycke för sig.'),
          paragraph('Indikatorer:'),
          { kind: 'list', ordered: false, items: [[paragraph('en')]] },
          table('Låg', [column('A')], [row([cell('först')]), row([cell('sist')])]),
        ],
      }),
    );
    const kept = drawn.find(DOCUMENT, '//w:p[w:pPr/w:keepNext]').map(({ content }) => content);
    expect(kept).toEqual(['Mål: en god vård', 'Indikatorer:', 'först']);
    const byStyle = ['Heading1', 'Caption', 'Tabellhuvud'].flatMap((style) =>
      drawn.texts(STYLES, `//w:style[@w:styleId="${style}"][w:pPr/w:keepNext]/@w:styleId`),
    );
    expect(byStyle).toEqual(['Heading1', 'Caption', 'Tabellhuvud']);
  });

  it('bryter inte ord, tal eller status där det finns rum', async () => {
    const long = 'Ett stycke text som är långt nog för att ta all plats som finns. '.repeat(6);
    const one = table(
      'Bred',
      [column('Nyckeltal', 3), column('Uppdrag', 1, 'right', 'Uppdrag från regionfullmäktige'), column('Text', 4)],
      [row([cell('Kompetensförsörjningsarbete', null, true), cell('minst 75 %'), cell(long)])],
    );
    const drawn = readOffice(await renderDocx({ ...sampleReport(), blocks: [one] }));
    const [name = 0, figureWidth = 0, text = 0] = drawn.texts(DOCUMENT, '//w:tblGrid/w:gridCol/@w:w').map(Number);
    // Arial: 27 letters of 9 points, and the longest word of the group's header in bold.
    expect(name).toBeGreaterThan(27 * 9 * 0.5 * 20);
    expect(figureWidth).toBeGreaterThan('regionfullmäktige'.length * 9 * 0.5 * 20);
    expect(text).toBeGreaterThan(name);
  });

  it('delar bara den rad som är mycket hög', async () => {
    const tall = table(
      'Hög',
      [column('A'), column('B')],
      [row([cell('kort'), cell('kort')]), row([cell('lång'), cell('Ett ord till. '.repeat(400))])],
    );
    const drawn = readOffice(await renderDocx({ ...sampleReport(), blocks: [tall] }));
    expect(drawn.find(DOCUMENT, '//w:tbl/w:tr[not(w:trPr/w:cantSplit)]')).toHaveLength(1);
  });

  it('slutar med ett stycke, och en tabell utan kolumner blir inget', async () => {
    const drawn = readOffice(
      await renderDocx({ ...sampleReport(), blocks: [table('Tom', [], []), table('T', [column('A')], [])] }),
    );
    expect(drawn.find(DOCUMENT, '//w:tbl')).toHaveLength(1);
    expect(drawn.find(DOCUMENT, '//w:body/w:tbl[not(following-sibling::w:p)]')).toEqual([]);
  });

  it('säger detsamma för samma rapport', async () => {
    const again = readOffice(await renderDocx(sampleReport()));
    // The package counts on with its numbers for bookmarks, and draws lots for the ids of links.
    expect(paragraphsOf(again)).toEqual(paragraphsOf(file));
    for (const part of ['docProps/core.xml', STYLES]) {
      expect(again.text(part)).toBe(file.text(part));
    }
  });

  it('visar styrande tecken och bär allt annat helt', async () => {
    const hostile = readOffice(await renderDocx({ ...sampleReport(), blocks: HOSTILE.map((one) => paragraph(one)) }));
    const drawn = paragraphsOf(hostile);
    expect(drawn).toContain('\\u001b[31mröd\\u001b[0m \\u0007\\u0000');
    expect(drawn).toContain('\\u202eomvänd\\u202c');
    expect(drawn).toContain('<script>alert("x")</script>');
    expect(drawn).toContain('a\u030A A\u0308 o\u0308');
    expect(drawn).toContain('å'.repeat(5000));
    expect(HOSTILE.map(xmlText).filter((one) => !drawn.includes(one))).toEqual([]);
  });

  it('har varje text i rapporten, vilken den än är', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport(), async (report) => {
        const file = readOffice(await renderDocx(report));
        const drawn = [...paragraphsOf(file), ...file.texts(DOCUMENT, '//wp:docPr/@descr')].join('\n\n');
        const figures = report.blocks.flatMap((block) => (block.kind === 'table' ? textsOfBlock(block) : []));
        const inOneLine = (text: string) => text.replaceAll('\n', ' ');
        const all = inOneLine(drawn);
        const lost = [...textsOfReport(report), ...figures].filter((text) => !all.includes(inOneLine(xmlText(text))));
        expect(lost).toEqual([]);
      }),
      runs(60),
    );
  }, 120_000);

  it('har tal som de är skrivna', async () => {
    const numbers = table(
      'Tal',
      [column('Tal', 1, 'right')],
      ['-34.80', '1821.5', '0'].map((one) => row([figure(one, '%')])),
    );
    const drawn = paragraphsOf(readOffice(await renderDocx({ ...sampleReport(), blocks: [numbers] })));
    expect(drawn).toEqual(expect.arrayContaining(['−34,80\u00A0%', '1\u00A0821,5\u00A0%', '0\u00A0%']));
  });
});
