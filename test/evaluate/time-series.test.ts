import { describe, expect, it } from 'vitest';
import { toComparisonPlan } from '../../src/evaluate/comparison-value.ts';
import { type FollowUp, followUpOf } from '../../src/evaluate/follow-up.ts';
import { evaluateTempPlan, loadTempPlan, type OneNyckeltal, textsOfNyckeltal } from '../helpers/temp-plan.ts';

/** What is known of the one nyckeltal beside its status; the plan folders in `filer` are the earlier plans. */
async function followUpOne(one: OneNyckeltal, period: string, earlier: readonly string[] = []): Promise<FollowUp> {
  const texts = textsOfNyckeltal(one);
  const evaluated = await evaluateTempPlan(texts, period);
  const plans = await Promise.all(earlier.map((id) => loadTempPlan(texts, id)));
  const rad = evaluated.målområden[0]?.rader[0];
  if (rad === undefined) {
    throw new Error('no row was evaluated');
  }
  const others = plans.flatMap(({ plan }) => (plan === null ? [] : [toComparisonPlan(plan)]));
  return followUpOf(rad, evaluated, others, null);
}

const shown = ({ series }: FollowUp) => series.värden.map(({ period, värde }) => `${period.id} ${värde.toFixed()}`);

describe('utvecklingstrenden', () => {
  it.each([
    [['80', '81', '82'], 'minst 90', 'upp', true],
    [['80', '81', '82'], 'högst 70', 'upp', false],
    [['82', '81', '80'], 'högst 70', 'ner', true],
    [['82', '82', '80'], 'minst 90', 'ner', false],
    [['80', '80', '82'], 'minst 90', 'upp', true],
    [['80', '82', '81'], 'minst 90', 'skiftar', null],
    [['82', '80', '82'], 'minst 90', 'skiftar', null],
    [['80', '80,0', '80'], 'minst 90', 'lika', null],
    // Of the four only the three latest count.
    [['90', '80', '81', '82'], 'minst 90', 'upp', true],
    [['80', '81', '82'], 'mellan 70 och 90', 'upp', null],
    [['80', '81', '82'], 'öka', 'upp', true],
    [['80', '81', '82'], 'lägre än 2024', 'upp', false],
  ])('av %j mot %s %s', async (values, target, slag, rightWay) => {
    const utfall = values.map((value, index) => `${2025 - values.length + 1 + index};${value}`);
    const { trend } = await followUpOne({ nyckel: [`målvärde: ${target}`, 'måttenhet: st'], utfall }, '2025');
    expect([trend?.slag, trend?.rightWay]).toEqual([slag, rightWay]);
  });

  it('sägs inte av två värden', async () => {
    const one = { nyckel: ['målvärde: minst 90 st'], utfall: ['2024;80 st', '2025;81 st'] };
    const { trend, states } = await followUpOne(one, '2025');
    expect(trend).toBeNull();
    expect([states.tidsserie, states.utvecklingstrend]).toEqual(['redovisas', 'saknas']);
  });

  it('blandar inte månader med år', async () => {
    const one = {
      nyckel: ['målvärde: minst 90 st', 'mäts: månad'],
      utfall: ['2023;70 st', '2024;75 st', '2025-01;80 st', '2025-02;81 st'],
    };
    const followUp = await followUpOne(one, '2025-T1');
    expect(shown(followUp)).toEqual(['2023 70', '2024 75', '2025-01 80', '2025-02 81']);
    expect(followUp.trend).toBeNull();
  });

  it('följer det som växer under året från år till år', async () => {
    const one = {
      nyckel: ['målvärde: minst 90 st', 'ackumulerande: ja'],
      utfall: ['2023-T1;30 st', '2023-T2;60 st', '2024-T1;28 st', '2024-T2;50 st', '2025-T1;25 st'],
    };
    const followUp = await followUpOne(one, '2025-T1');
    expect(shown(followUp)).toEqual(['2023-T1 30', '2024-T1 28', '2025-T1 25']);
    expect(followUp.trend?.slag).toBe('ner');
  });
});

describe('tidsserien', () => {
  const EARLIER = {
    '2024/plan.yaml': 'titel: Plan 2024\nperiod: 2024\norgan: rs\n',
    '2024/mal/omrade.yaml':
      'namn: Område\nnyckeltal:\n  - id: gammalt\n    namn: Nyckeltalet\n    målvärde: minst 80 %\n    startvärde:\n      värde: 60 %\n      period: 2020\n',
    '2024/utfall/rader.csv': 'nyckeltal;period;utfall\ngammalt;2022;65 %\ngammalt;2024;70 %\n',
  };

  it('tar med tidigare planers värden och startvärden, också under ett tidigare id', async () => {
    const one = {
      nyckel: ['målvärde: minst 90 %', 'ersätter: gammalt'],
      utfall: ['2025-T1;75 %'],
      filer: EARLIER,
    };
    const followUp = await followUpOne(one, '2025-T1', ['2024']);
    expect(shown(followUp)).toEqual(['2020 60', '2022 65', '2024 70', '2025-T1 75']);
    expect(followUp.series.värden.map(({ utfall }) => utfall?.text ?? null)).toEqual([null, '65 %', '70 %', '75 %']);
  });

  it('tar inte med ett förslags värden', async () => {
    const filer = {
      ...EARLIER,
      '2024/plan.yaml': `${EARLIER['2024/plan.yaml']}status: förslag\nförslagsställare: Någon\n`,
    };
    const one = { nyckel: ['målvärde: minst 90 %', 'ersätter: gammalt'], utfall: ['2025-T1;75 %'], filer };
    expect(shown(await followUpOne(one, '2025-T1', ['2024']))).toEqual(['2025-T1 75']);
  });

  it('håller planens eget värde före ett annat, och minns att de säger olika', async () => {
    const filer = EARLIER;
    const one = { nyckel: ['målvärde: minst 90 %', 'ersätter: gammalt'], utfall: ['2022;66 %', '2025;75 %'], filer };
    const { series } = await followUpOne(one, '2025', ['2024']);
    expect(series.värden.find(({ period }) => period.id === '2022')?.värde.toFixed()).toBe('66');
    expect(series.contradicted.map(({ period, värde }) => `${period.id} ${värde.toFixed()}`)).toEqual(['2022 65']);
  });

  it('slutar vid rapportens period och utelämnar det som inte går att räkna om', async () => {
    const one = {
      nyckel: [
        'målvärde: -20 %',
        'riktning: minska',
        'utfall_är: förändring',
        'startvärde:',
        '  värde: 1 400 kg',
        '  period: 2019',
      ],
      utfall: ['2024;-10 %', '2025-T1;-12 %', '2025-T2;-15 %'],
    };
    expect(shown(await followUpOne(one, '2025-T1'))).toEqual(['2024 -10', '2025-T1 -12']);
  });

  it('räknar om till det senaste värdets måttenhet', async () => {
    const one = { nyckel: ['målvärde: högst 2 mkr'], utfall: ['2024;1 500 tkr', '2025;1,2 mkr'] };
    expect(shown(await followUpOne(one, '2025'))).toEqual(['2024 1.5', '2025 1.2']);
  });
});

describe('prognosen för helår', () => {
  const KOLUMNER = 'period;utfall;prognos';

  it.each([
    ['91 %', 'uppfyllt', 'ej aktuell'],
    ['87 %', 'delvis', 'saknas'],
  ])('%s prövas mot årets målvärde, inte mot periodens etappmål', async (prognos, status, åtgärder) => {
    const one = {
      nyckel: ['målvärde: minst 90 %', 'etappmål:', '  2025-T1: minst 70 %'],
      kolumner: KOLUMNER,
      utfall: [`2025-T1;75 %;${prognos}`],
    };
    const { forecast, states } = await followUpOne(one, '2025-T1');
    expect(forecast?.assessment.status).toBe(status);
    // The period is reached; measures are asked for where the year is not.
    expect([states.prognos, states.åtgärder]).toEqual(['redovisas', åtgärder]);
  });

  it('är ej aktuell när året är slut', async () => {
    const { states } = await followUpOne({ nyckel: ['målvärde: minst 90 %'], utfall: ['2025;95 %'] }, '2025');
    expect(states.prognos).toBe('ej aktuell');
  });
});

describe('det som saknas', () => {
  it.each([
    [['målvärde: minst 90 %'], { nedbrytning: 'ej aktuell', könsfördelning: 'ej aktuell', riksjämförelse: 'saknas' }],
    [['målvärde: minst 90 %', 'könsuppdelat: ja'], { könsfördelning: 'saknas' }],
    [['målvärde: minst 90 %', 'per_enhet: ja'], { nedbrytning: 'saknas' }],
    [['målvärde: bedöms'], { tidsserie: 'ej aktuell', utvecklingstrend: 'ej aktuell', riksjämförelse: 'ej aktuell' }],
    [
      ['målvärde: genomförd aktivitet'],
      { tidsserie: 'ej aktuell', riksjämförelse: 'ej aktuell', förklaring: 'saknas' },
    ],
  ])('av %j är %j', async (nyckel, expected) => {
    const { states } = await followUpOne({ nyckel }, '2025-T1');
    expect(states).toMatchObject(expected);
  });

  it('är könsfördelningen när bara ett av könen har ett värde', async () => {
    const one = {
      nyckel: ['målvärde: minst 90 %'],
      kolumner: 'period;utfall;kön',
      utfall: ['2025-T1;75 %;', '2025-T1;77 %;kvinnor'],
    };
    const { states, breakdowns } = await followUpOne(one, '2025-T1');
    expect(states.könsfördelning).toBe('saknas');
    expect(breakdowns.map(({ kön, difference }) => `${kön} ${difference?.toFixed()}`)).toEqual(['kvinnor 2']);
  });
});
