import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { renderSarif } from '../../../src/render/diagnostics/sarif.ts';
import { RULE_INFOS } from '../../../src/report/rule-infos.ts';
import { diagnosticOf, ODD_PATH, placeOf, SAMPLES, VARD } from './samples.ts';
import { brokenRules, schemaFaults } from './sarif-validator.ts';

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
  };
  readonly message?: { readonly text: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Rule {
  readonly id: string;
  readonly defaultConfiguration: { readonly level: string };
}

interface Run {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] };
  };
  readonly columnKind: string;
  readonly results: readonly Result[];
}

function runOf(diagnostics: readonly Diagnostic[]): Run {
  const log = JSON.parse(renderSarif(diagnostics, RULE_INFOS, '1.2.3')) as { readonly runs: readonly [Run] };
  return log.runs[0];
}

function fingerprints(diagnostics: readonly Diagnostic[]): readonly string[] {
  return runOf(diagnostics).results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join());
}

describe('SARIF', () => {
  it('följer schemat och Microsofts granskare; bara verktygets webbadress saknas', async () => {
    const logs = [SAMPLES, [], SAMPLES.slice(0, 1)].map((some) => renderSarif(some, RULE_INFOS, '1.2.3'));
    expect(logs.flatMap(schemaFaults)).toEqual([]);
    expect(await brokenRules(logs)).toEqual(['warning SARIF2005']);
  });

  it('granskas av något som märker fel', async () => {
    const log = renderSarif(SAMPLES, RULE_INFOS, '1.2.3');
    expect(schemaFaults(log.replace('"level": "error"', '"level": "fel"'))).not.toEqual([]);
    expect(await brokenRules([log.replace(/"uri": "[^"]*"/, '"uri": "a b"')])).toContain('error SARIF1002');
  });

  it('har verktygets namn, version och alla regler med sitt allvar', () => {
    const { tool, columnKind } = runOf([]);
    expect(tool.driver).toMatchObject({ name: 'vp', version: '1.2.3' });
    expect(columnKind).toBe('unicodeCodePoints');
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(RULE_INFOS.map(({ code }) => code));
    for (const { id, defaultConfiguration } of tool.driver.rules) {
      const severity = RULE_INFOS.find(({ code }) => code === id)?.severity;
      expect(defaultConfiguration.level).toBe({ fel: 'error', varning: 'warning', notis: 'note' }[severity ?? 'fel']);
    }
  });

  it('har varje fynd med regel, allvar och text', () => {
    const { results, tool } = runOf(SAMPLES);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(SAMPLES.map(({ code }) => code));
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(SAMPLES.map(({ code }) => code));
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'error', 'error', 'error', 'note']);
    expect(results[0]?.message.text).toBe(
      'målvärdet ”88 %” för telefon säger inte om värdet ska öka eller minska. Skriv minst eller högst före talet.',
    );
    expect(results[4]?.message.text).toBe('nyckeln ”nam” finns inte här. Menade du ”namn”?');
  });

  it('räknar rader och tecken som människor gör', () => {
    const regions = runOf(SAMPLES).results.map(({ locations }) => locations[0].physicalLocation.region);
    expect(regions[0]).toEqual({ startLine: 5, startColumn: 15, endLine: 5, endColumn: 19 });
    expect(regions[1]).toEqual({ startLine: 4, startColumn: 14, endLine: 4, endColumn: 20 });
    expect(regions[2]).toEqual({ startLine: 1, startColumn: 1, endLine: 2, endColumn: 6 });
    expect(regions[3]).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
  });

  it('har sökvägar som relativa adresser', () => {
    const uris = runOf(SAMPLES).results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
    expect(uris[2]).toMatch(/^[A-Za-z0-9%/.\-_~]+$/);
    expect(uris.map((uri) => decodeURIComponent(new URL(uri, 'file:///r/').pathname))).toEqual(
      SAMPLES.map(({ place }) => `/r/${place.file.path}`),
    );
    expect(
      runOf([
        diagnosticOf('VP201', {
          place: { file: { path: 'C:/p q/x.yaml', text: 'x' }, start: 0, end: 1 },
          message: 'm',
        }),
      ]).results[0]?.locations[0].physicalLocation.artifactLocation.uri,
    ).toBe('file:///C:/p%20q/x.yaml');
  });

  it('har den andra platsen när två säger olika', () => {
    const [first, second] = runOf(SAMPLES).results;
    expect(first?.relatedLocations).toMatchObject([
      { id: 1, message: { text: 'här står riktning: minska' }, physicalLocation: { region: { startLine: 6 } } },
    ]);
    expect(second).not.toHaveProperty('relatedLocations');
  });

  it('visar styrtecken i stället för att skicka dem', () => {
    const text = renderSarif(SAMPLES, RULE_INFOS, '1.2.3');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(runOf(SAMPLES).results[2]?.message.text).toContain('\\u001b[31m');
  });
});

describe('fingeravtryck', () => {
  it('är olika för olika fynd, också lika fynd på samma rad', () => {
    const twice = [...SAMPLES, ...SAMPLES];
    expect(new Set(fingerprints(twice)).size).toBe(twice.length);
  });

  it('är desamma när rader läggs till ovanför', () => {
    const file = { path: VARD.path, text: `# en rad\n\n${VARD.text}` };
    const at = (place: typeof VARD) => [
      diagnosticOf('VP203', { place: placeOf(place, '88 %'), message: 'm', id: 'telefon' }),
    ];
    expect(fingerprints(at(file))).toEqual(fingerprints(at(VARD)));
    expect(fingerprints(at({ ...file, path: ODD_PATH.path }))).not.toEqual(fingerprints(at(VARD)));
  });
});
