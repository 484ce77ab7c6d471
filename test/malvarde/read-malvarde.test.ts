import { describe, expect, it } from 'vitest';
import { buildMålområde } from '../../src/load/build-malomrade.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { asMap } from '../../src/load/values.ts';
import { printMålvärde } from '../../src/malvarde/print-malvarde.ts';
import { readMålvärde } from '../../src/malvarde/read-malvarde.ts';
import type { Läskontext, Målvärde } from '../../src/model/malvarde.ts';
import { wholeFile } from '../../src/model/origin.ts';
import { realFiles, schemaOf } from '../helpers/real-files.ts';
import targets from './seed-targets.json' with { type: 'json' };

const kontext: Läskontext = {
  organ: new Map(['rf', 'rs', 'hsn', 'run', 'ktn', 'rjh'].map((id) => [id, id])),
  måttenhet: null,
};

/** The reading in the table's own shape. */
function plain({ krav, frist, villkor, av, anmärkningar }: Målvärde): Record<string, unknown> {
  const around = {
    ...(av === null ? {} : { av }),
    ...(villkor === null ? {} : { villkor }),
    ...(frist === null ? {} : { frist }),
    ...(anmärkningar.length === 0 ? {} : { anmärkning: anmärkningar.join('; ') }),
  };
  const unit = (måttenhet: string | null) => (måttenhet === null ? {} : { måttenhet });
  const mot = (base: { slag: string; år?: number } | null) =>
    base === null ? {} : { mot: base.slag === 'år' ? String(base.år) : base.slag };
  switch (krav.slag) {
    case 'gräns':
      return { operator: krav.operator, värde: krav.kvantitet.siffror, ...unit(krav.kvantitet.måttenhet), ...around };
    case 'mellan':
      return {
        operator: 'mellan',
        från: krav.från.siffror,
        till: krav.till.siffror,
        ...unit(krav.till.måttenhet),
        ...around,
      };
    case 'förändring':
      return {
        operator: 'förändring',
        värde: krav.kvantitet.siffror,
        jämförare: krav.jämförare,
        ...unit(krav.kvantitet.måttenhet),
        jämförelse: mot(krav.mot),
        ...around,
      };
    case 'jämförelse':
      return { operator: 'jämförelse', jämförelse: { ...mot(krav.mot), riktning: krav.riktning }, ...around };
    case 'trend':
      return { operator: 'trend', jämförelse: { ...mot(krav.mot), riktning: krav.riktning }, ...around };
    case 'aktivitet':
      return {
        operator: 'aktivitet',
        ...(krav.antal === null ? {} : { värde: krav.antal.siffror, jämförare: krav.antal.jämförare }),
        ...around,
      };
    default:
      return { operator: krav.slag, ...around };
  }
}

describe('målvärden i de fem dokumenten', () => {
  it.each(targets.map((target) => [target.plan, target.text, target.läsning] as const))(
    '%s: %s',
    (_plan, text, expected) => {
      const läsning = readMålvärde(text, kontext);
      if ('oläsbar' in expected) {
        expect(läsning.slag).toBe('oläst');
        return;
      }
      if ('per_organ' in expected) {
        expect(
          läsning.slag === 'per organ' &&
            Object.fromEntries(läsning.delar.map((del) => [del.organ, plain(del.målvärde)])),
        ).toEqual(expected.per_organ);
        return;
      }
      expect(läsning.slag === 'oläst' ? läsning.fel : läsning.slag === 'läst' && plain(läsning.målvärde)).toEqual(
        expected,
      );
      if (läsning.slag === 'läst') {
        const printed = printMålvärde(läsning.målvärde);
        expect(readMålvärde(printed, kontext), printed).toEqual(läsning);
      }
    },
  );
});

/** The målvärden of every plan that comes with the program, but for what is only followed up by judgement. */
function plansTargets(): readonly (readonly [place: string, text: string])[] {
  return realFiles('.yaml')
    .filter(({ path }) => schemaOf(path) === 'malomrade')
    .flatMap((file) => {
      const map = asMap(parseYaml(file).value);
      const målområde =
        map === null
          ? null
          : buildMålområde('prov', map, wholeFile(file), {
              organ: ['rs'],
              målvärden: [],
              mål: null,
              organNames: kontext.organ,
              readings: new Map(),
            });
      return [...(målområde?.nyckeltal ?? []), ...(målområde?.indikatorer ?? [])].flatMap(({ id, målvärden }) =>
        målvärden
          .filter(({ läsning }) => !(läsning.slag === 'läst' && läsning.målvärde.krav.slag === 'bedöms'))
          .map(({ text }) => [`${file.path} ${id}`, text] as const),
      );
    });
}

describe('målvärdena i planerna', () => {
  it('står alla i tabellen, och går att läsa', () => {
    const known = new Map(targets.map(({ text, läsning }) => [text.toLowerCase(), 'oläsbar' in läsning]));
    const all = plansTargets();
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, text]) => known.get(text.toLowerCase()) !== false)).toEqual([]);
  });
});
