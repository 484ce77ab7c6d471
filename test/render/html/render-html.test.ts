import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { type Tag, tagsOf, textOf } from '../../helpers/html-tags.ts';
import { EMOJI, HEBREW, hostileReport, LONG, LONG_WORD, REFUSED, SAMISKA, SCRIPT } from './hostile-report.ts';
import { cell, column, figure, heading, p, report, row, rowHeader, table, text } from './report-parts.ts';
import { sampleReport } from './sample-report.ts';

const html = renderHtml(sampleReport());
const tags = tagsOf(html);

function named(name: string, among: readonly Tag[] = tags): readonly Tag[] {
  return among.filter((tag) => tag.name === name);
}

/** The page between an element's tags, where it stands once. */
function inside(name: string, page = html): string {
  return new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`).exec(page)?.[0] ?? '';
}

describe('sidan', () => {
  it('är på svenska, har titel och en rubrik på översta nivån', () => {
    expect(html.startsWith('<!doctype html><html lang="sv">')).toBe(true);
    expect(textOf(inside('title'))).toContain('Sammanställning av mål, uppdrag och nyckeltal – Region Jämtland');
    expect(named('h1')).toHaveLength(1);
  });

  it('har landmärken, och en genväg till huvuddelen', () => {
    expect(['header', 'main', 'footer', 'nav'].map((name) => named(name).length)).toEqual([1, 1, 1, 1]);
    const [first] = named('a');
    expect(first?.attributes['href']).toBe(`#${named('main')[0]?.attributes['id']}`);
  });

  it('står varje id en gång, och allt som pekas ut finns', () => {
    for (const page of [tags, tagsOf(renderHtml(hostileReport()))]) {
      const ids = page.map(({ attributes }) => attributes['id']).filter((id) => id !== undefined);
      expect(new Set(ids).size).toBe(ids.length);
      const refs = page.flatMap(({ attributes }) => [
        ...(attributes['aria-labelledby']?.split(' ') ?? []),
        ...(attributes['for']?.split(' ') ?? []),
        ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
      ]);
      expect(refs.length).toBeGreaterThan(10);
      expect(refs.filter((ref) => !ids.includes(ref))).toEqual([]);
    }
  });

  it('räknar innehållet upp rubrikerna i de två översta nivåerna', () => {
    const links = named('a', tagsOf(inside('nav'))).map(({ attributes }) => attributes['href']);
    expect(links).toEqual(
      ['sa-lases-tabellerna', 'samlad-bild', 'finansiella-nyckeltal', 'hsn', 'hsn-halso-och-sjukvard', 'ktn']
        .map((id) => `#${id}`)
        .concat('#ktn-halso-och-sjukvard'),
    );
  });

  it('slutar med kontakt, redogörelse och hur rapporten är gjord', () => {
    const footer = inside('footer');
    expect(footer).toContain('href="mailto:region@regionjh.se"');
    expect(footer).toContain('href="https://www.regionjh.se/tillganglighetsredogorelse"');
    expect(textOf(footer)).toContain('gjord med vp den 2 juni 2025 ur planen 2025, period T1 2025.');
    const bare = textOf(inside('footer', renderHtml(report([p('x')]))));
    expect(bare).not.toMatch(/Frågor|Tillgänglighet/);
  });

  it('är densamma för samma rapport', () => {
    expect(renderHtml(sampleReport())).toBe(html);
  });
});

describe('det som sidan får göra', () => {
  it('är att använda sin egen stil och sitt eget skript, och inget annat', () => {
    const policy = tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes;
    const hashes = ['style', 'script'].map((name) => {
      const content = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(html)?.[1] ?? '';
      expect(content.length).toBeGreaterThan(500);
      return `${name}-src 'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    });
    const content = policy?.['content'];
    expect(content).toBe(["default-src 'none'", ...hashes, "base-uri 'none'", "form-action 'none'"].join('; '));
  });

  it('har inga attribut med stil eller skript, och hämtar ingenting', () => {
    for (const { name, attributes } of tags) {
      expect(Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'))).toEqual([]);
      expect(['link', 'img', 'iframe', 'object', 'use', 'image']).not.toContain(name);
      expect(attributes['src']).toBeUndefined();
    }
    expect(html).not.toMatch(/@import|url\(/);
  });
});

describe('tabeller', () => {
  const matrix = html.slice(html.indexOf('<table id="tabell-matris"'), html.indexOf('<figure'));

  it('har rubrik, och celler som är rubriker säger för vad', () => {
    expect(named('caption')).toHaveLength(named('table').length);
    expect(named('th').filter(({ attributes }) => attributes['scope'] === undefined)).toEqual([]);
  });

  it('har rubriker i två nivåer där kolumner hör ihop', () => {
    const groups = named('th', tagsOf(matrix.slice(0, matrix.indexOf('</table>') + 8))).filter(
      ({ attributes }) => attributes['scope'] === 'colgroup',
    );
    expect(groups.map(({ attributes }) => attributes['colspan'])).toEqual(['3', '3']);
    const colgroups = matrix.match(/<colgroup>.*?<\/colgroup>/g) ?? [];
    expect(colgroups.map((one) => one.match(/<col /g)?.length)).toEqual([1, 3, 3, 1]);
    expect(matrix.match(/rowspan="2"/g)).toHaveLength(2);
  });

  it('har lika många celler i varje rad som kolumner', () => {
    for (const [one] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      const columns = one.match(/<col /g)?.length;
      for (const [tr] of one.slice(one.indexOf('<tbody>')).matchAll(/<tr[\s\S]*?<\/tr>/g)) {
        expect(tr.match(/<t[hd][ >]/g)?.length).toBe(columns);
      }
    }
  });

  it('står i områden med namn som inga andra har', () => {
    for (const page of [html, renderHtml(hostileReport())]) {
      const regions = tagsOf(page).filter(({ attributes }) => attributes['role'] === 'region');
      expect(regions.filter(({ attributes }) => attributes['tabindex'] !== '0')).toEqual([]);
      const names = regions.map(({ attributes }) => {
        const ids = attributes['aria-labelledby']?.split(' ') ?? [];
        const words = ids.map((id) =>
          textOf(new RegExp(`id="${id}"[^>]*>(.*?)</(?:caption|h\\d)>`).exec(page)?.[1] ?? ''),
        );
        return attributes['aria-label'] ?? words.join(' ');
      });
      expect(names.length).toBeGreaterThan(2);
      expect(names.filter((name) => name.trim() === '')).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('en tom kolumnrubrik är ingen rubrik, och siffror står till höger', () => {
    const page = renderHtml(
      report([
        table(
          't',
          'T',
          [column('', 1), column('Utfall', 1, { align: 'right' })],
          [row([rowHeader('a'), figure('1 %')])],
        ),
      ]),
    );
    expect(page).toContain('<thead><tr><td></td><th class="right" scope="col">Utfall</th></tr></thead>');
    expect(page).toContain('<td class="right figure">1 %</td>');
  });

  it('säger rader vad de väljs efter, men inte summor, siffror till diagram och rader om annat', () => {
    const rows = named('tr').filter(({ attributes }) => attributes['data-organ'] !== undefined);
    expect(rows).toHaveLength(26);
    expect(matrix).not.toContain('data-organ');
    expect(inside('figure')).not.toContain('data-organ');
  });
});

describe('urvalet', () => {
  it('står i en mall, som bara skriptet tar fram', () => {
    const template = inside('template');
    expect(html.replace(template, '')).not.toMatch(/<select|<form|<fieldset/);
    expect(textOf(template)).toContain('Alla organ Region Jämtland Härjedalen Hälso- och sjukvårdsnämnden Koll');
    expect(textOf(template)).toContain(
      'Alla statusar Uppfyllt Delvis uppfyllt Ej uppfyllt Utfall saknas Mäts senare Ej bedömt',
    );
  });

  it('finns inte där det inte finns något att välja mellan', () => {
    const one = row([cell('a')], { organ: 'rs', status: null });
    const organ = [{ id: 'rs', name: 'Regionstyrelsen' }];
    expect(renderHtml(report([table('t', 'T', [column('a', 1)], [one])], { organ }))).not.toContain('<template');
  });
});

describe('status och diagram', () => {
  it('har varje tecken sitt ord, och är dolt för den som lyssnar', () => {
    const marks = html.match(/<span class="status [^>]*>(<svg[^>]*>).*?<\/svg><span>([^<]+)<\/span>/g) ?? [];
    expect(marks.length).toBeGreaterThan(30);
    expect(
      named('svg').filter(({ attributes }) => attributes['role'] !== 'img' && attributes['aria-hidden'] !== 'true'),
    ).toEqual([]);
  });

  it('har bilden namn, beskrivning och en tabell', () => {
    const figures = html.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
    expect(figures).toHaveLength(3);
    for (const one of figures) {
      expect(one.match(/<title id=/g)).toHaveLength(3);
      expect(one.match(/<desc id=/g)).toHaveLength(3);
      expect(one).toMatch(/<details><summary>Visa som tabell<\/summary><div class="table-region"/);
      expect(one.match(/<table/g)).toHaveLength(1);
    }
  });
});

describe('främmande text', () => {
  const page = renderHtml(hostileReport());
  const words = textOf(page);

  it('blir text och ingenting annat', () => {
    const names = new Set(tagsOf(page).map(({ name }) => name));
    expect(names.has('img')).toBe(false);
    expect(named('script', tagsOf(page))).toHaveLength(1);
    expect(words).toContain(SCRIPT);
  });

  it('finns kvar hel', () => {
    for (const one of [LONG, LONG_WORD, HEBREW, EMOJI, SAMISKA, '=cmd()']) {
      expect(words).toContain(one);
    }
  });

  it('styr varken terminal eller riktning: tecknen skrivs ut', () => {
    expect(words).toContain('\\u001b[31mrött\\u001b[0m');
    expect(words).toContain('a\\u202eb');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
  });

  it('får text från höger sin egen riktning, och långa ord får brytas', () => {
    expect(page).toContain(`<p dir="auto">${HEBREW}</p>`);
    expect(page).toContain(`<p class="long-word">${LONG_WORD}</p>`);
  });

  it('blir bara det en länk som leder till webben, post eller en rubrik', () => {
    const links = named('a', tagsOf(page)).map(({ attributes }) => attributes['href']);
    expect(new Set(links)).toEqual(
      new Set(['#vp-huvuddel', '#rubrik', '#rubrik-2', 'https://example.org/%C3%A5?a=1&b=%222%22', 'mailto:a@b.se']),
    );
    for (const link of REFUSED) {
      expect(words).toContain(`länk ${link}`.replace(/\s+/g, ' ').trim());
    }
    expect(words).toContain('Frågor om rapporten: javascript:alert(1)');
    expect(words).toContain('Tillgänglighetsredogörelse: "><script>');
  });
});

describe('text i stycken', () => {
  it('betonas, och länkar står kring betoningen', () => {
    const page = renderHtml(
      report([heading(2, 'R', 'r'), p('a ', text('b', { strong: true, emphasis: true, link: '#r' }), ' c')]),
    );
    expect(page).toContain('<p>a <a href="#r"><strong><em>b</em></strong></a> c</p>');
  });

  it('är listor listor, också i listor', () => {
    const list = { kind: 'list' as const, ordered: false, items: [[p('a')], [p('b'), p('c')]] };
    const page = renderHtml(report([{ kind: 'list', ordered: true, items: [[p('yttre'), list]] }]));
    expect(page).toContain('<ol><li>yttre<ul><li>a</li><li><p>b</p><p>c</p></li></ul></li></ol>');
  });
});
