import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/check/rules/index.ts';
import { LOAD_CODES } from '../../../src/diagnostics/codes.ts';
import { renderRuleMarkdown, renderRulesMarkdown } from '../../../src/render/forklara-markdown.ts';
import { renderRule, renderRules } from '../../../src/render/terminal/forklara.ts';
import { themeFor } from '../../../src/render/terminal/theme.ts';
import { displayWidth } from '../../../src/render/visible.ts';
import { rulesData } from '../../../src/report/forklara-data.ts';
import { findRuleInfo, RULE_INFOS } from '../../../src/report/rule-infos.ts';
import { faultsOf } from '../../cli/output-schema.ts';
import { vp } from './run-program.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const theme = (width: number) => themeFor({ width, colours: 0, utf8: true });

describe('reglerna', () => {
  it('är alla, i kodernas ordning', () => {
    const codes = [...Object.keys(LOAD_CODES), ...RULES.map(({ code }) => code)];
    expect(RULE_INFOS.map(({ code }) => code)).toEqual(codes);
    expect(codes).toEqual([...codes].sort());
  });

  it.each(RULE_INFOS.map((rule) => [rule.code, rule] as const))(
    '%s säger varför och hur, i hela meningar',
    (_, rule) => {
      for (const text of [rule.why, rule.help]) {
        expect(text).toMatch(/^[\p{Lu}”\d]|^(?:vp|git) /u);
        expect(text).toMatch(/[.?]$/);
        expect(text).not.toMatch(/\s{2}|\n/);
        expect(text).toBe(text.normalize('NFC'));
      }
      expect(rule.title).not.toMatch(/[.?]$/);
    },
  );

  it('hittas efter namn och kod, i små eller stora bokstäver', () => {
    for (const rule of RULE_INFOS) {
      for (const word of [rule.code, rule.code.toLowerCase(), rule.slug, rule.slug.toUpperCase(), ` ${rule.slug} `]) {
        expect(findRuleInfo(word)).toBe(rule);
      }
    }
    for (const word of ['', 'VP', 'VP999', 'constructor', '__proto__']) {
      expect(findRuleInfo(word)).toBeNull();
    }
  });
});

describe('vp forklara regel', () => {
  it.each(RULE_INFOS.map((rule) => [rule.code, rule] as const))('berättar om %s i varje bredd', (_, rule) => {
    for (const width of [40, 80, 200]) {
      const text = renderRule(rule, theme(width));
      expect(text.startsWith(`${rule.code} ${rule.slug} (${rule.severity})\n`)).toBe(true);
      const told = text.replace(/\nExempel i [\s\S]*$/, '');
      for (const part of [rule.title, rule.why, rule.help]) {
        // A long word may be cut where it does not fit.
        expect(told.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''));
      }
      expect(Math.max(...told.split('\n').slice(1).map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  it('visar ett exempel, med tecken för det som inte syns', async () => {
    const told = async (rule: string) => (await vp(['forklara', rule])).stdout;
    expect(await told('VP203')).toContain(
      'Exempel i mal/vard.yaml\n  Fel\n    målvärde: 88 %\n  Lagat\n    målvärde: minst 88 %\n',
    );
    expect(await told('VP102')).toContain('\n  > →rs: minst 88 %\n');
    expect(await told('VP107')).toContain('\n    målvärde:⍽minst 88 %\n');
  });

  it('märker de rader som skiljer, när andra rader står bredvid', async () => {
    const { stdout } = await vp(['forklara', 'VP220']);
    expect(stdout.split('\n').filter((line) => line.startsWith('  > '))).toEqual([
      '  >       | Totalt | 1 265,1 |',
      '  >       | Totalt | 1 255,1 |',
    ]);
    expect(stdout).toContain('\n          | Regionstaben | 472,0 |\n');
    expect((await vp(['forklara', 'VP203'])).stdout).not.toContain('  > ');
  });

  it.each(['text', 'json', 'md'])('skrivs som %s', async (format) => {
    const run = await vp(['forklara', 'riktning-saknas', '--format', format, '--bredd', '100']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(squeeze(run.stdout)).toContain('Ett ensamt tal säger inte om det är ett golv eller ett tak.');
  });

  it('hjälper den som skriver fel', async () => {
    expect(await vp(['forklara', 'mal-utan-malvarden'])).toEqual({
      stdout: '',
      stderr:
        'vp: regeln ”mal-utan-malvarden” finns inte\nHjälp: Menade du ”mal-utan-malvarde”? vp forklara visar alla regler\n',
      exitCode: 2,
    });
  });
});

describe('vp forklara', () => {
  it('visar alla regler, en på varje rad', async () => {
    const { stdout, exitCode } = await vp(['forklara', '--bredd', '160']);
    expect(exitCode).toBe(0);
    const rows = stdout.split('\n').filter((line) => /^VP\d{3} /.test(line));
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual(
      RULE_INFOS.map(({ code, slug, severity, title }) => [code, slug, severity, title]),
    );
  });

  it('ryms i varje bredd', () => {
    for (const width of [40, 60, 80]) {
      const lines = renderRules(RULE_INFOS, theme(width)).split('\n');
      expect(Math.max(...lines.slice(0, -3).map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  it('följer sitt schema som JSON', async () => {
    const { stdout } = await vp(['forklara', '--format', 'json']);
    const data = JSON.parse(stdout) as { readonly regler: readonly unknown[] };
    expect(faultsOf('forklara', data)).toEqual([]);
    expect(data.regler).toHaveLength(RULE_INFOS.length);
    expect(faultsOf('forklara', JSON.parse(JSON.stringify(rulesData(RULE_INFOS.slice(0, 1)))))).toEqual([]);
  });

  it('är en tabell i Markdown, utan att texten blir något annat', () => {
    const rows = renderRulesMarkdown(RULE_INFOS).trimEnd().split('\n');
    expect(rows).toHaveLength(RULE_INFOS.length + 2);
    expect(rows.every((row) => row.replaceAll('\\|', '').split('|').length === 6)).toBe(true);
    const sections = RULE_INFOS.map(renderRuleMarkdown).join('\n');
    expect(sections).toContain('\\<\\<\\<');
    expect(sections.match(/^## VP\d{3}: /gm)).toHaveLength(RULE_INFOS.length);
  });
});
