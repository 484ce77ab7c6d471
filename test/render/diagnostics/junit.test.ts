import { parse } from 'junit2json';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { renderJunit } from '../../../src/render/diagnostics/junit.ts';
import { RULE_INFOS } from '../../../src/report/rule-infos.ts';
import { readJunit, type Suite } from './read-junit.ts';
import { diagnosticOf, placeOf, SAMPLES, VARD } from './samples.ts';

const PLANS = [
  { folder: 'plans/2022', isRead: false },
  { folder: 'plans/2025', isRead: true },
];

function render(diagnostics: readonly Diagnostic[], failing: readonly Severity[] = ['fel']): string {
  return renderJunit(diagnostics, { plans: PLANS, rules: RULE_INFOS, failing });
}

async function suites(diagnostics: readonly Diagnostic[], failing?: readonly Severity[]): Promise<readonly Suite[]> {
  return (await readJunit(render(diagnostics, failing))).suites;
}

describe('JUnit', () => {
  it('är välformad XML, vad som än står i texterna', () => {
    expect(() => XmlDocument.fromString(render(SAMPLES)).dispose()).not.toThrow();
    expect(() => XmlDocument.fromString(render([])).dispose()).not.toThrow();
  });

  it('prövas av något som märker tecken som XML inte tillåter', () => {
    const xml = render(SAMPLES);
    for (const char of ['\u0001', '\uFFFE', '&', '<']) {
      expect(() => XmlDocument.fromString(xml.replace('telefon', char))).toThrow();
    }
  });

  it('har en svit för varje plan, och en för det som inte står i någon plan', async () => {
    const found = await suites(SAMPLES);
    expect(found.map(({ name }) => name)).toEqual(['plans/2022', 'plans/2025', 'gemensamt']);
    expect((await suites([])).map(({ name }) => name)).toEqual(['plans/2022', 'plans/2025']);
  });

  it('räknar fel som underkända, varningar och notiser som överhoppade och hållna regler som godkända', async () => {
    const [unread, plan, shared] = await suites(SAMPLES);
    expect(unread).toMatchObject({ tests: 1, failures: 1, skipped: 0, errors: 0 });
    // Three rules are broken in the plan, one of them twice.
    expect(plan).toMatchObject({ tests: RULE_INFOS.length - 3 + 4, failures: 2, skipped: 2, errors: 0 });
    expect(shared).toMatchObject({ tests: 1, failures: 1, skipped: 0, errors: 0 });
  });

  it('räknar varningar som underkända när de ger slutkod 1', async () => {
    const [, plan] = await suites(SAMPLES, ['fel', 'varning']);
    expect(plan).toMatchObject({ failures: 3, skipped: 1 });
  });

  it('säger i varje antal det som finns', async () => {
    for (const failing of [['fel'], ['fel', 'varning']] as const) {
      const { counts, suites: found } = await readJunit(render([...SAMPLES, ...SAMPLES], failing));
      for (const one of found) {
        expect(one.counted).toEqual({ tests: one.tests, failures: one.failures, skipped: one.skipped });
      }
      expect(counts.tests).toBe(found.reduce((sum, { tests }) => sum + tests, 0));
      expect(counts.failures).toBe(found.reduce((sum, { failures }) => sum + failures, 0));
    }
  });

  it('ger varje prov ett eget namn som inte beror på raden', async () => {
    const names = (await suites([...SAMPLES, ...SAMPLES])).flatMap((one) =>
      one.names.map((name) => `${one.name} ${name}`),
    );
    expect(new Set(names).size).toBe(names.length);
    const moved = { ...VARD, text: `# en rad\n${VARD.text}` };
    const at = (file: typeof VARD) => [
      diagnosticOf('VP203', { place: placeOf(file, '88 %'), message: 'm', id: 'telefon' }),
    ];
    expect((await suites(at(moved)))[1]?.names).toEqual((await suites(at(VARD)))[1]?.names);
    expect((await suites(at(VARD)))[1]?.names).toContain('VP203 riktning-saknas: telefon');
  });

  it('säger inte att en plan som inte gick att läsa håller någon regel', async () => {
    expect((await suites([]))[0]).toMatchObject({ tests: 0, names: [] });
  });

  it('har platsen, meddelandet och hjälpen i det underkända provet', async () => {
    const read = await parse(render(SAMPLES));
    const all = read !== null && read !== undefined && 'testsuite' in read ? (read.testsuite ?? []) : [];
    const cases = all.flatMap(({ testcase = [] }) => testcase);
    const first = cases.find(({ name }) => name === 'VP203 riktning-saknas: telefon');
    expect(first?.failure?.[0]).toMatchObject({
      type: 'riktning-saknas',
      message: 'målvärdet ”88 %” för telefon säger inte om värdet ska öka eller minska',
    });
    expect(first?.failure?.[0]?.inner).toBe(
      [
        'plans/2025/mal/vard.yaml:5:15: fel[VP203 riktning-saknas]',
        'målvärdet ”88 %” för telefon säger inte om värdet ska öka eller minska',
        'plans/2025/mal/vard.yaml:6:15: här står riktning: minska',
        'Hjälp: Skriv minst eller högst före talet',
      ].join('\n'),
    );
    const skipped = cases.find(({ name }) => name === 'VP206 malvarde-inte-satt: telefon');
    expect(skipped?.skipped?.[0]?.message).toContain('efter två emojier');
  });
});
