import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../helpers/chromium.ts';

/** The browser's program, or null where there is none; then it says so, once for each file of tests. */
export function browserProgram(): string | null {
  const program = findChromium();
  if (program === null) {
    process.stderr.write('HTML i webbläsare prövas inte: Chromium finns inte här (sätt CHROMIUM till programmet).\n');
  }
  return program;
}

export function launch(program: string | null): Promise<Browser> {
  return chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] });
}

export const NARROW = { width: 320, height: 640 };
export const WIDE = { width: 1280, height: 900 };

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What readers may set for all text (WCAG 2.1, 1.4.12). */
export const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Opens a page; fails where it asks for anything else than itself, or complains. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: WIDE, offline: true, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(url);
  await use(page);
  expect(asked).toEqual([url]);
  expect(said).toEqual([]);
  await context.close();
}

/**
 * What axe finds on a page.
 *
 * @param only the rules to ask for; without them all of WCAG 2.1 A and AA, and of best practice
 */
export async function violations(page: Page, only: readonly string[] | null = null): Promise<readonly string[]> {
  if ((await page.evaluate("typeof globalThis.axe === 'undefined'")) === true) {
    await page.evaluate(axe.source);
  }
  const found = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly,
        resultTypes: ['violations'],
      } as axe.RunOptions),
    only === null ? { type: 'tag', values: RULES } : { type: 'rule', values: [...only] },
  );
  expect(found.passes.length).toBeGreaterThan(only === null ? 20 : 0);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** How much wider the page is than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** What has more text than its box shows. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    "[...document.querySelectorAll('body *:not(.skip):not(svg):not(svg *)')].filter((one) => getComputedStyle(one).overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1).map((one) => one.outerHTML.slice(0, 80))",
  );
}

/** Regions of tables that can be rolled sideways, but not by those who use the keyboard. */
export function unreachableRegions(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    "[...document.querySelectorAll('.table-region')].filter((one) => one.scrollWidth > one.clientWidth && !(one.tabIndex === 0 && one.getAttribute('role') === 'region')).map((one) => one.outerHTML.slice(0, 80))",
  );
}

/** Goes through a page with the tab key: every stop is met once, in the page's order, and is seen. */
export async function expectKeyboardReach(page: Page): Promise<void> {
  const all = await page
    .locator('a[href]:visible, button:visible, select:visible, summary:visible, [tabindex="0"]:visible')
    .count();
  const seen = new Set<string>();
  const hidden: string[] = [];
  await page.evaluate('globalThis.everything = [...document.querySelectorAll("*")]');
  for (let times = 0; times < all; times++) {
    await page.keyboard.press('Tab');
    const [path, outline] = (await page.evaluate(
      `(() => {
        const one = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return [everything.indexOf(one) + ' ' + one.outerHTML.slice(0, 60), outlineStyle + ' ' + outlineWidth];
      })()`,
    )) as readonly [string, string];
    seen.add(path);
    if (outline !== 'solid 3px') {
      hidden.push(path);
    }
  }
  expect(hidden).toEqual([]);
  expect(seen.size).toBe(all);
  const order = [...seen].map((one) => Number.parseInt(one, 10));
  expect(order).toEqual([...order].sort((one, other) => one - other));
}

/** Texts in pictures below 4.5:1, and symbols of status below 3:1, against what they stand on. Axe asks for neither. */
export function faintSigns(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const luminance = (colour) => {
      const [r, g, b] = numbers(colour).map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (one) => {
      for (let at = one; at !== null; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (numbers(colour)[3] !== 0) return colour;
      }
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    const contrast = (one, other) => {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    const faint = (one, paint, least) => {
      const ratio = contrast(paint, ground(one.closest('svg').parentElement));
      return ratio < least ? [one.outerHTML.slice(0, 80) + ' ' + ratio.toFixed(2)] : [];
    };
    const painted = (one) => {
      const { fill, stroke } = getComputedStyle(one);
      return fill === 'none' ? stroke : fill;
    };
    const texts = [...document.querySelectorAll('svg text')].flatMap((one) => faint(one, getComputedStyle(one).fill, 4.5));
    const marks = [...document.querySelectorAll('.mark path, .mark circle, .mark rect, .mark polygon')];
    const drawn = [...document.querySelectorAll('figure svg :is(rect, path):is(.f-green, .f-yellow, .f-red, .f-none, .s-none)')];
    return [...texts, ...[...marks, ...drawn].flatMap((one) => faint(one, painted(one), 3))];
  })()`);
}

/** How many texts in pictures and symbols of status a page has. */
export function countSigns(page: Page): Promise<number> {
  return page.evaluate("document.querySelectorAll('svg text, .mark').length");
}

/** Puts a style on the page as a reader's browser would, whatever the page's own policy says; gives the way back. */
export async function withStyle(page: Page, style: string, use: () => Promise<void>): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new (
      globalThis as unknown as { CSSStyleSheet: new () => { replaceSync(text: string): void } }
    ).CSSStyleSheet();
    sheet.replaceSync(text);
    (globalThis as unknown as { document: { adoptedStyleSheets: unknown[] } }).document.adoptedStyleSheets = [sheet];
  }, style);
  await use();
  await page.evaluate('document.adoptedStyleSheets = []');
}
