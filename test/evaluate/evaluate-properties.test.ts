import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../src/evaluate/evaluate-plan.ts';
import { readPeriod } from '../../src/model/period.ts';
import { KLASSER, TILLSTÅND } from '../../src/model/status.ts';
import { runs } from '../helpers/property.ts';
import { loadTempPlan } from '../helpers/temp-plan.ts';
import targets from '../malvarde/seed-targets.json' with { type: 'json' };

const PERIODS = ['2025-T1', '2025-T2', '2025'] as const;

const målvärde = fc.oneof(
  fc.constantFrom(...targets.map(({ text }) => text)),
  fc
    .tuple(
      fc.constantFrom('minst', 'högst', 'över', 'under', '≥', ''),
      fc.constantFrom('0', '-5', '66', '4,5', '1 200', '100'),
      fc.constantFrom('', ' %', ' st', ' mkr'),
    )
    .map(([word, n, unit]) => `${word} ${n}${unit}`.trim()),
);
const utfall = fc.constantFrom(
  '0',
  '-5',
  '59,4',
  '66',
  '4,5 %',
  '90 %',
  '99,97',
  '1 080',
  '3 st',
  '2 mkr',
  '900 tkr',
  'saknas',
  'sekretess',
  'mäts på helår',
  'pågår',
  'genomförd',
  'ej påbörjad',
  '2025-03-31',
  '18:05 min',
);
const nyckel = fc.record(
  {
    riktning: fc.constantFrom('öka', 'minska'),
    metod: fc.constantFrom('avvikelse', 'kvot', 'startvärde'),
    tolerans: fc.constantFrom('0', '1', '0,5 %'),
    gul_från: fc.constantFrom('80', '97,5', '100'),
    utfall_är: fc.constantFrom('nivå', 'förändring'),
    mäts: fc.constantFrom('månad', 'tertial', 'år'),
    periodvärde: fc.constantFrom('medel', 'summa'),
    ackumulerande: fc.constant('ja'),
    takt: fc.constant('jämn'),
    per_enhet: fc.constant('ja'),
  },
  { requiredKeys: [] },
);
const one = fc.record({
  målvärde,
  nyckel,
  start: fc.option(fc.constantFrom('50', '0', '4,5 %')),
  rows: fc.array(
    fc.tuple(
      fc.constantFrom('2024', '2025-T1', '2025-T2', '2025', '2025-02', '2025-03'),
      fc.constantFrom('', '', 'birka', 'riket'),
      utfall,
    ),
    { maxLength: 5 },
  ),
});

describe('vilken plan som helst', () => {
  it('bedöms utan undantag, och status, nivå och procent säger samma sak', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 20, maxLength: 40 }), async (all) => {
        const yaml = all.map(
          ({ målvärde: text, nyckel: keys, start }, index) =>
            `  - id: n${index}\n    namn: Nyckeltal ${index}\n    målvärde: ${JSON.stringify(text)}\n${Object.entries(
              keys,
            )
              .map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`)
              .join(
                '',
              )}${start === null ? '' : `    startvärde:\n      värde: ${JSON.stringify(start)}\n      period: 2024\n`}`,
        );
        const csv = all.flatMap(({ rows }, index) =>
          rows.map(([period, enhet, text]) => `n${index};rs;${period};${enhet};${text}`),
        );
        const { plan } = await loadTempPlan({
          '2025/mal/omrade.yaml': `namn: Område\nnyckeltal:\n${yaml.join('')}`,
          '2025/utfall/rader.csv': `nyckeltal;organ;period;enhet;utfall\n${csv.join('\n')}\n`,
        });
        for (const text of PERIODS) {
          const period = readPeriod(text);
          const evaluated = plan === null || period === null ? null : evaluatePlan(plan, period);
          const rader = evaluated?.målområden[0]?.rader ?? [];
          expect(rader.length).toBeGreaterThan(0);
          for (const {
            nyckeltal,
            målvärde: stated,
            beräknad,
            nivå,
            procent,
            visadProcent,
            utfall: used,
            grund,
          } of rader) {
            seen.add(beräknad);
            const where = `${text} ${stated?.text} ${used?.text} ${JSON.stringify({ beräknad, visadProcent, grund: grund.slag, id: nyckeltal.id })}`;
            expect([...KLASSER, ...TILLSTÅND], where).toContain(beräknad);
            expect(nivå?.klass ?? null, where).toBe(
              (KLASSER as readonly string[]).includes(beräknad) ? beräknad : null,
            );
            expect(visadProcent === null, where).toBe(procent === null);
            if (visadProcent !== null) {
              const shown = Number(visadProcent);
              const gul = Number((nyckeltal.gulFrån ?? '90').replace(',', '.'));
              expect(beräknad === 'uppfyllt' ? shown === 100 : shown >= 0 && shown < 100, where).toBe(true);
              expect(beräknad !== 'uppfyllt' && shown >= gul, where).toBe(beräknad === 'delvis' && gul < 100);
            }
          }
        }
      }),
      runs(25),
    );
    expect(seen.size).toBeGreaterThan(6);
  });
});
