import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyReport, makeReport, nameOf, type ReportName } from '../../helpers/every-report.ts';
import {
  browserProgram,
  countSigns,
  cutTexts,
  expectKeyboardReach,
  faintSigns,
  launch,
  NARROW,
  openPage,
  overflow,
  SPACING,
  unreachableRegions,
  violations,
  withStyle,
} from './page-checks.ts';

const program = browserProgram();

/** Where a template is about an organ: that which has most to say, and where it has nothing. */
const ORGAN: Readonly<Record<string, readonly string[]>> = { 2025: ['hsn', 'rf'] };
const MOST = ['rs'];

const reports = (await everyReport()).filter(
  ({ plan, organ }) => organ === null || (ORGAN[plan] ?? MOST).includes(organ),
);

describe.skipIf(program === null)('varje plans rapporter i en webbläsare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vp-every-html-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(program);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Nothing is cut, nothing but tables rolls sideways, and those can be reached. */
  async function expectRoom(page: Page): Promise<void> {
    expect(await overflow(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
    // The page looks again when its size has changed.
    await expect.poll(() => unreachableRegions(page)).toEqual([]);
  }

  describe.each(reports.map((report) => [nameOf(report), report] as const))('%s', (_, report) => {
    const file = join(folder, `${nameOf(report)}.html`);
    beforeAll(async () => {
      writeFileSync(file, await makeReport(report, 'html'));
    });

    const open = (options: BrowserContextOptions, use: (page: Page) => Promise<void>) =>
      openPage(browser, pathToFileURL(file).href, options, use);

    it('har inget som axe finner i ljust, mörkt och 320 px, och tål storlekar och avstånd', async () => {
      await open({}, async (page) => {
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
        expect(await violations(page)).toEqual([]);
        // A plan as a document has no status.
        expect((await countSigns(page)) > 0).toBe(report.template !== 'verksamhetsplan');
        expect(await faintSigns(page)).toEqual([]);
        await withStyle(page, 'html { font-size: 200% !important }', () => expectRoom(page));
        // In the dark only colours are others.
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
        expect(await faintSigns(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
        for (const viewport of [{ width: 640, height: 450 }, NARROW]) {
          await page.setViewportSize(viewport);
          await expectRoom(page);
          await withStyle(page, SPACING, () => expectRoom(page));
        }
        expect(await violations(page)).toEqual([]);
      });
    });

    it('nås med tangentbordet, leder dit som länkarna säger, och läser upp vad ett urval ger', async () => {
      await open({ viewport: NARROW }, async (page) => {
        await expectKeyboardReach(page);
        const astray = await page.evaluate(
          '[...document.querySelectorAll(\'a[href^="#"]\')].filter((one) => document.getElementById(decodeURIComponent(one.hash.slice(1))) === null).map((one) => one.outerHTML)',
        );
        expect(astray).toEqual([]);
        const rows = page.locator('tr[data-organ]:visible');
        const all = await rows.count();
        for (const name of ['Organ', 'Status']) {
          const choice = page.getByLabel(name, { exact: true });
          if ((await choice.count()) === 0) {
            continue;
          }
          await choice.focus();
          await page.keyboard.press('ArrowDown');
          const chosen = String(await choice.locator('option:checked').textContent());
          const shown = await rows.count();
          expect(shown).toBeGreaterThan(0);
          expect(shown).toBeLessThanOrEqual(all);
          expect(await page.getByRole('status').textContent()).toBe(`${shown} av ${all} rader visas: ${chosen}.`);
          await page.getByRole('button', { name: 'Visa alla rader' }).click();
          await expect.poll(() => rows.count()).toBe(all);
        }
      });
    });

    it('fungerar utan skript', async () => {
      await open({ javaScriptEnabled: false, viewport: NARROW }, async (page) => {
        expect(await page.locator('select').count()).toBe(0);
        const folded = await page.locator('details tr').count();
        expect(await page.locator('tr:visible').count()).toBe((await page.locator('tr').count()) - folded);
        expect(await page.locator('.table-region[tabindex="0"]').count()).toBe(await page.locator('table').count());
      });
    });
  });

  it('finner det som är svagt, skuret eller utom räckhåll', async () => {
    const report = reports.find(({ plan, template }) => plan === '2025' && template === 'bilaga1');
    const html = String(await makeReport(report as ReportName, 'html'));
    const file = join(folder, 'trasig.html');
    writeFileSync(
      file,
      html
        .replace('--ink:#1b1f24', '--ink:#999999')
        .replace('--yellow:#b27d00', '--yellow:#ffd700')
        .replace('tabindex="0"', '')
        .replace(/<script>[\s\S]*?<\/script>/, ''),
    );
    await openPage(browser, pathToFileURL(file).href, { viewport: NARROW, bypassCSP: true }, async (page) => {
      const faint = await faintSigns(page);
      expect(faint.some((one) => one.startsWith('<text'))).toBe(true);
      expect(faint.some((one) => /f-yellow|<path/.test(one))).toBe(true);
      expect((await unreachableRegions(page)).length).toBe(1);
      await withStyle(page, 'p { height: 1em; overflow: hidden } table { min-width: 700px }', async () => {
        expect((await cutTexts(page)).length).toBeGreaterThan(0);
      });
      await withStyle(page, '.table-region { overflow: visible } table { min-width: 700px }', async () => {
        expect(await overflow(page)).toBeGreaterThan(0);
      });
    });
  });
});
