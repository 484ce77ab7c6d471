import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RULE_EXAMPLES } from '../src/report/rule-examples.ts';
import { RULE_INFOS } from '../src/report/rule-infos.ts';

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const pages = PAGES.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Text without what stands in code, where brackets and hashes mean something else. */
function prose(text: string): string {
  return text.replace(/```.*?```/gs, '').replace(/`[^`\n]*`/g, '');
}

/** The anchor that a heading gets where Markdown is shown. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function anchorsOf(text: string): readonly string[] {
  return [...text.replace(/```.*?```/gs, '').matchAll(/^#+ (.+)$/gm)].map((found) => anchorOf(found[1] ?? ''));
}

describe('dokumenten', () => {
  it('finns', () => {
    expect(PAGES).toEqual(
      expect.arrayContaining(['docs/handbok.md', 'docs/ordlista.md', 'docs/regler.md', 'docs/fel.md']),
    );
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });

  it.each(pages)('$path har länkar som leder någonstans', ({ path, text }) => {
    const broken = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map((found) => found[1] ?? '')
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : relative('.', resolve(dirname(path), file));
        if (!existsSync(target) || target.startsWith('..')) {
          return true;
        }
        return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(decodeURIComponent(anchor));
      });
    expect(broken).toEqual([]);
  });

  it.each(pages)('$path har rader på högst 120 tecken, i NFC och utan mellanslag sist', ({ text }) => {
    const lines = text.split('\n');
    expect(lines.filter((line) => Array.from(line).length > 120)).toEqual([]);
    expect(lines.filter((line) => /[ \t]$/.test(line))).toEqual([]);
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('exempelplanen', () => {
  it('går igenom kontrollen utan fynd', () => {
    const args = [resolve('dist/vp.cjs'), 'kontroll', '--plans', 'docs/exempel/plans'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toBe('1 plan (2025): inga fynd\n');
    expect(status).toBe(0);
  });
});

describe('sidorna om regler', () => {
  const sections = (path: string) =>
    new Map(
      readFileSync(path, 'utf8')
        .split(/^## (?=VP\d{3}$)/m)
        .slice(1)
        .map((section) => [section.slice(0, 5), section.replace(/\s+/g, ' ')]),
    );

  it('har varje regel en gång, i kodernas ordning, och leder till varandra', () => {
    const codes = RULE_INFOS.map(({ code }) => code);
    for (const path of ['docs/regler.md', 'docs/fel.md']) {
      expect([...sections(path).keys()]).toEqual(codes);
    }
    const overview = readFileSync('docs/regler.md', 'utf8').match(/^\| \[VP\d{3}\]/gm);
    expect(overview?.map((row) => row.slice(3, 8))).toEqual(codes);
    for (const [code, section] of sections('docs/fel.md')) {
      expect(section).toContain(`(regler.md#${code.toLowerCase()})`);
    }
  });

  it.each(RULE_INFOS.map((rule) => [rule.code, rule] as const))('säger allt om %s på ett ställe', (code, rule) => {
    const section = sections('docs/regler.md').get(code) ?? '';
    expect(section).toContain(`**${rule.title}.** \`${rule.slug}\`, ${rule.severity}.`);
    expect(section).toContain(rule.why);
    expect(section).toContain(`**Så lagar du:** ${rule.help}`);
    expect(sections('docs/fel.md').get(code)).not.toContain(rule.why);
  });

  it.each([...RULE_EXAMPLES])('visar vad programmet säger om exemplet på %s', (code, example) => {
    const section = sections('docs/regler.md').get(code) ?? '';
    const { slug, severity } = RULE_INFOS.find((rule) => rule.code === code) ?? { slug: '', severity: '' };
    expect(section).toContain(` Fel i \`${example.file}\`: `);
    expect(section.split(`: ${severity}[${code} ${slug}] `)[0]).toMatch(/ ```text plans\/2025\/[\w./-]+:\d+:\d+$/);
  });
});

describe('npm run docs', () => {
  const copy = mkdtempSync(join(tmpdir(), 'vp-docs-test-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  /** The script of a folder that holds the project. */
  const docs = (root: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'src/build/docs.mjs'), ...args], { encoding: 'utf8' });

  it('skulle inte ändra någonting', () => {
    const { status, stdout, stderr } = docs('.', '--check');
    expect(stdout + stderr).toBe('');
    expect(status).toBe(0);
  });

  it('säger med --check vilka filer som skiljer sig, och skriver inget', () => {
    const parts = [
      'src',
      'dist',
      'docs',
      'plans',
      'schemas',
      'test/errors',
      'test/helpers',
      'README.md',
      'package.json',
    ];
    for (const name of parts) {
      cpSync(name, join(copy, name), { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(copy, basename('node_modules')), 'junction');
    const readme = readFileSync('README.md', 'utf8').replace('1 plan (2025)', '7 planer');
    writeFileSync(join(copy, 'README.md'), readme);
    rmSync(join(copy, 'docs/ordlista.md'));
    const { status, stdout } = docs(copy, '--check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^docs\/ordlista\.md .*\nREADME\.md .*\n$/);
    expect(readFileSync(join(copy, 'README.md'), 'utf8')).toBe(readme);
    expect(existsSync(join(copy, 'docs/ordlista.md'))).toBe(false);
  });
});
