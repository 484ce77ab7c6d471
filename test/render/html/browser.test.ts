import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { hostileReport } from './hostile-report.ts';
import {
  browserProgram,
  cutTexts,
  expectKeyboardReach,
  launch,
  NARROW,
  openPage,
  overflow,
  SPACING,
  unreachableRegions,
  violations,
  WIDE,
} from './page-checks.ts';
import { sampleReport } from './sample-report.ts';

const program = browserProgram();

const NAMES = ['sample', 'scriptless', 'hostile', 'broken'] as const;

describe.skipIf(program === null)('sidan i en webbläsare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vp-html-'));
  const urls = { sample: '', scriptless: '', hostile: '', broken: '' };
  let browser: Browser;

  beforeAll(async () => {
    const sample = renderHtml(sampleReport());
    const pages = {
      sample,
      // Without script nothing can be asked of a page: the same is a page whose script is gone.
      scriptless: sample.replace(/<script>[\s\S]*?<\/script>/, ''),
      hostile: renderHtml(hostileReport()),
      broken: sample
        .replace(' lang="sv"', '')
        .replace('--muted:#4b5563', '--muted:#c0c4ca')
        .replace('<h3', '<h5')
        .replace('</h3>', '</h5>'),
    };
    for (const name of NAMES) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, pages[name]);
      urls[name] = pathToFileURL(file).href;
    }
    browser = await launch(program);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
    name: keyof typeof urls = 'sample',
  ): Promise<void> {
    return openPage(browser, urls[name], options, use);
  }

  function shownRows(page: Page): Promise<number> {
    return page.locator('tr[data-organ]:visible').count();
  }

  describe.each([
    ['ljus', { colorScheme: 'light' }],
    ['mörk', { colorScheme: 'dark' }],
    ['320 px', { viewport: NARROW }],
    ['mörk, 320 px', { viewport: NARROW, colorScheme: 'dark' }],
    ['utan skript', {}],
  ] as const)('%s', (name, options) => {
    it('finner axe ingenting', async () => {
      await open(
        options,
        async (page) => {
          await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
          expect(await violations(page)).toEqual([]);
        },
        name === 'utan skript' ? 'scriptless' : 'sample',
      );
    });
  });

  it('finner axe det som är fel', async () => {
    const found: string[] = [];
    await open({ bypassCSP: true }, async (page) => void found.push(...(await violations(page))), 'broken');
    const rules = new Set(found.map((one) => one.split(':')[0]));
    expect([...rules].sort()).toEqual(['color-contrast', 'heading-order', 'html-has-lang']);
  });

  it('finner axe ingenting i det som är fientligt, som varken kör eller vidgar något', async () => {
    await open(
      { viewport: NARROW },
      async (page) => {
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
        expect(await page.title()).toContain('<script>alert("mål")</script>');
      },
      'hostile',
    );
  });

  it('rullar inte i sidled utom i tabellernas områden', async () => {
    await open({ viewport: NARROW }, async (page) => {
      expect(await overflow(page)).toBe(0);
      expect(await unreachableRegions(page)).toEqual([]);
    });
  });

  it.each([
    ['1280 px', WIDE],
    ['320 px', NARROW],
  ])('tål läsarens egna avstånd i text: %s', async (_, viewport) => {
    await open({ viewport, bypassCSP: true }, async (page) => {
      await page.addStyleTag({ content: SPACING });
      expect(await overflow(page)).toBe(0);
      expect(await cutTexts(page)).toEqual([]);
    });
  });

  it('kan förstoras till det dubbla, hela sidan eller bara texten', async () => {
    await open({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, async (page) => {
      expect(await overflow(page)).toBe(0);
    });
    await open({ viewport: WIDE, bypassCSP: true }, async (page) => {
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      expect(await overflow(page)).toBe(0);
    });
  });

  it('fungerar utan skript: urvalet saknas, alla rader finns och tabeller kan rullas', async () => {
    await open({ javaScriptEnabled: false, viewport: NARROW }, async (page) => {
      expect(await page.locator('select').count()).toBe(0);
      expect(await page.getByText('Visa rader').count()).toBe(0);
      expect(await shownRows(page)).toBe(26);
      expect(await page.locator('.table-region[tabindex="0"]').count()).toBe(await page.locator('table').count());
    });
  });

  it('väljs rader med tangentbordet, och svaret läses upp', async () => {
    await open({}, async (page) => {
      const result = page.getByRole('status');
      await page.getByLabel('Organ', { exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await shownRows(page)).toBe(11);
      expect(await result.textContent()).toBe('11 av 26 rader visas: Hälso- och sjukvårdsnämnden.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await result.textContent()).toBe('4 av 26 rader visas: Hälso- och sjukvårdsnämnden, Ej uppfyllt.');
      expect(await shownRows(page)).toBe(4);
      const others = page.getByText('Ingen rad i tabellen finns i urvalet.');
      expect(await others.filter({ visible: true }).count()).toBe(3);
      expect(await page.locator('#tabell-matris tbody tr:visible').count()).toBe(9);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => result.textContent()).toBe('26 av 26 rader visas.');
      expect(await shownRows(page)).toBe(26);
      expect(await others.filter({ visible: true }).count()).toBe(0);
    });
  });

  it('säger ett utskrivet urval vad som är valt, men visar inga reglage', async () => {
    await open({}, async (page) => {
      await page.getByLabel('Status', { exact: true }).selectOption('uppfyllt');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('status').isVisible()).toBe(true);
      expect(await page.locator('select').first().isVisible()).toBe(false);
      await page.evaluate("document.querySelector('form').reset()");
      await expect.poll(() => page.locator('form p').isVisible()).toBe(false);
    });
  });

  it('nås allt med tangentbordet, i ordning och så att det syns', async () => {
    await open({ viewport: NARROW }, expectKeyboardReach);
  });

  it('är en tabell som ryms inget stopp på vägen', async () => {
    await open({}, async (page) => {
      await expect.poll(() => page.locator('.table-region[tabindex]').count()).toBe(3);
      expect(await page.locator('details .table-region[tabindex]').count()).toBe(3);
    });
  });

  it('är ljus på papper, med tabellhuvud på varje sida', async () => {
    await open({ colorScheme: 'dark' }, async (page) => {
      const ground = 'getComputedStyle(document.body).backgroundColor';
      expect(await page.evaluate(ground)).toBe('rgb(15, 20, 26)');
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
      expect(await page.evaluate("getComputedStyle(document.querySelector('thead')).display")).toBe(
        'table-header-group',
      );
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it('rör sig inte för den som inte vill det', async () => {
    await open({ reducedMotion: 'reduce' }, async (page) => {
      expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto');
    });
  });

  it.each([
    ['1280 px', WIDE, 'bred'],
    ['768 px', { width: 768, height: 900 }, 'mellan'],
    ['320 px', NARROW, 'smal'],
  ])('visas ett blad av varje diagram, vars texter ryms och inte möts: %s', async (_, viewport, sheet) => {
    await open({ viewport }, async (page) => {
      expect(await page.locator('figure > svg:visible').count()).toBe(3);
      expect(await page.locator(`figure > .sheet-${sheet}:visible`).count()).toBe(3);
      const met = await page.evaluate(`[...document.querySelectorAll('figure > .sheet-${sheet}')].flatMap((svg) => {
        const sheet = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text')].map((one) => [one.textContent, one.getBoundingClientRect()]);
        return boxes.flatMap(([words, box], index) => [
          ...(box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1 ? [words] : []),
          ...boxes.slice(index + 1).filter(([, other]) =>
            box.left < other.right && other.left < box.right && box.top + 4 < other.bottom - 4 && other.top + 4 < box.bottom - 4,
          ).map(([other]) => words + ' | ' + other),
        ]);
      })`);
      expect(met).toEqual([]);
    });
  });
});
