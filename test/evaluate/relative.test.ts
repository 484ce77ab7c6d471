import { describe, expect, it } from 'vitest';
import type { EvaluatedRad } from '../../src/evaluate/evaluated-plan.ts';
import { evaluateOne, type OneNyckeltal, type PlanTexts } from '../helpers/temp-plan.ts';

/** Status, and måluppfyllelse where there is one: `delvis 90`. */
function showed({ beräknad, visadProcent }: EvaluatedRad): string {
  return visadProcent === null ? beräknad : `${beräknad} ${Number(visadProcent)}`;
}

async function bedöm(one: OneNyckeltal, period?: string): Promise<string> {
  return showed(await evaluateOne(one, period));
}

/** That year's plan with an outcome of the same nyckeltal. */
function planFrån(år: string, utfall: string, { id = 'n', status = 'beslutad' } = {}): PlanTexts {
  return {
    [`${år}/plan.yaml`]: `titel: Plan ${år}\nperiod: ${år}\norgan: rs\nstatus: ${status}\n`,
    [`${år}/mal/omrade.yaml`]: `namn: Område\nnyckeltal:\n  - id: ${id}\n    namn: Nyckeltalet\n    målvärde: minst 1\n`,
    [`${år}/utfall/rader.csv`]: `nyckeltal;period;utfall\n${id};${år};${utfall}\n`,
  };
}

const start = (värde: string, period: string) => ['startvärde:', `  värde: "${värde}"`, `  period: ${period}`];

describe('mot ett år: uppfyllt eller inte, utan procent', () => {
  it.each([
    ['högre än 2024', '60', '60,1', 'uppfyllt'],
    ['högre än 2024', '60', '60', 'ej_uppfyllt'],
    ['högre än 2024', '60', '59,9', 'ej_uppfyllt'],
    ['lägre än 2024', '60', '59,9', 'uppfyllt'],
    ['lägre än 2024', '60', '60', 'ej_uppfyllt'],
    ['inte lägre än 2024', '60', '60', 'uppfyllt'],
    ['högre än i fjol', '60', '61', 'uppfyllt'],
    ['öka', '60', '61', 'uppfyllt'],
    ['öka', '60', '60', 'ej_uppfyllt'],
    ['minska', '60', '59', 'uppfyllt'],
    ['öka jämfört med 2024', '-5', '-4', 'uppfyllt'],
  ])('%s (%s): %s', async (målvärde, base, utfall, expected) => {
    expect(await bedöm({ nyckel: [`målvärde: ${målvärde}`], utfall: [`2024;${base}`, `2025;${utfall}`] })).toBe(
      expected,
    );
  });

  it('tolerans gör en liten miss delvis', async () => {
    const nyckel = ['målvärde: högre än 2024', 'tolerans: 2'];
    const against = (utfall: string) => bedöm({ nyckel, utfall: ['2024;60', `2025;${utfall}`] });
    expect([await against('61'), await against('58'), await against('57,9')]).toEqual([
      'uppfyllt',
      'delvis',
      'ej_uppfyllt',
    ]);
  });

  it('tolerans i en annan måttenhet används inte', async () => {
    const nyckel = ['målvärde: högre än 2024', 'måttenhet: dagar', 'tolerans: 2 procentenheter'];
    expect(await bedöm({ nyckel, utfall: ['2024;60', '2025;59'] })).toBe('ej_uppfyllt');
  });

  it('tolerans räknas i sin egen måttenhet', async () => {
    const nyckel = ['målvärde: högre än 2024', 'tolerans: 500 tkr'];
    const against = (utfall: string) => bedöm({ nyckel, utfall: ['2024;6 mkr', `2025;${utfall} mkr`] });
    expect([await against('5,5'), await against('5,4')]).toEqual(['delvis', 'ej_uppfyllt']);
  });

  it('jämförelsevärdet räknas om till utfallets måttenhet', async () => {
    const nyckel = ['målvärde: högre än 2024', 'måttenhet: tkr'];
    expect(await bedöm({ nyckel, utfall: ['2024;1 mkr', '2025;1 200 tkr'] })).toBe('uppfyllt');
    expect(await bedöm({ nyckel, utfall: ['2024;1 mkr', '2025;900'] })).toBe('ej_uppfyllt');
    expect(await bedöm({ nyckel, utfall: ['2024;900', '2025;1 mkr'] })).toBe('uppfyllt');
  });
});

describe('var jämförelsevärdet finns', () => {
  const nyckel = ['målvärde: högre än 2024'];

  it.each([
    ['i planens egna rader', { nyckel, utfall: ['2024;60', '2025;61'] }],
    ['i det årets plan', { nyckel, utfall: ['2025;61'], filer: planFrån('2024', '60') }],
    [
      'i det årets plan under ett tidigare id',
      {
        nyckel: [...nyckel, 'ersätter: gammalt'],
        utfall: ['2025;61'],
        filer: planFrån('2024', '60', { id: 'gammalt' }),
      },
    ],
    ['i startvärdet', { nyckel: [...nyckel, ...start('60', '2024')], utfall: ['2025;61'] }],
    [
      'på flera ställen som säger lika',
      {
        nyckel: [...nyckel, ...start('60,0', '2024')],
        utfall: ['2024;60', '2025;61'],
        filer: planFrån('2024', '60,00'),
      },
    ],
  ])('%s', async (_where, one) => {
    const rad = await evaluateOne(one);
    expect(rad).toMatchObject({
      beräknad: 'uppfyllt',
      procent: null,
      grund: { slag: 'jämförelse', mot: { namn: '2024' } },
    });
  });

  it.each([
    ['ingenstans', { nyckel, utfall: ['2025;61'] }],
    ['bara i ett förslag', { nyckel, utfall: ['2025;61'], filer: planFrån('2024', '60', { status: 'förslag' }) }],
    ['bara för ett annat år', { nyckel: [...nyckel, ...start('60', '2023')], utfall: ['2023;60', '2025;61'] }],
    ['bara för en del av året', { nyckel, utfall: ['2024-T1;60', '2025;61'] }],
    ['bara som ”saknas”', { nyckel, utfall: ['2024;saknas', '2025;61'] }],
  ])('%s: kan inte beräknas', async (_where, one) => {
    expect(await evaluateOne(one)).toMatchObject({
      beräknad: 'kan_inte_beräknas',
      grund: { slag: 'jämförelsevärde saknas', namn: '2024' },
    });
  });

  it.each([
    ['rader och startvärde', { nyckel: [...nyckel, ...start('59', '2024')], utfall: ['2024;60', '2025;61'] }],
    ['rader och det årets plan', { nyckel, utfall: ['2024;60', '2025;61'], filer: planFrån('2024', '59') }],
    [
      'det årets plan och startvärde',
      { nyckel: [...nyckel, ...start('59', '2024')], utfall: ['2025;61'], filer: planFrån('2024', '60') },
    ],
  ])('%s som säger olika: kan inte beräknas, och båda värdena nämns', async (_where, one) => {
    const { beräknad, grund } = await evaluateOne(one);
    expect(beräknad).toBe('kan_inte_beräknas');
    const said = grund.slag === 'jämförelsevärden olika' ? grund.värden.map(({ kvantitet }) => kvantitet.siffror) : [];
    expect([...said].sort()).toEqual(['59', '60']);
  });

  it('samma värde i olika måttenheter säger inte olika', async () => {
    expect(
      await bedöm({ nyckel: [...nyckel, ...start('1 000 tkr', '2024')], utfall: ['2024;1 mkr', '2025;2 mkr'] }),
    ).toBe('uppfyllt');
    expect(await bedöm({ nyckel: [...nyckel, ...start('1 tkr', '2024')], utfall: ['2024;1 mkr', '2025;2 mkr'] })).toBe(
      'kan_inte_beräknas',
    );
  });

  it('ett nyckeltal för en enhet jämförs med enhetens egna rader', async () => {
    expect(
      await bedöm({
        nyckel: [...nyckel, 'enhet: birka'],
        kolumner: 'enhet;period;utfall',
        utfall: ['birka;2024;60', 'birka;2025;61'],
      }),
    ).toBe('uppfyllt');
  });
});

describe('hela årets värde, eller samma period', () => {
  const utfall = ['2024-T1;50', '2024;60', '2025-T1;55'];

  it.each([
    [['målvärde: högre än 2024'], 'ej_uppfyllt', '2024'],
    [['målvärde: högre än 2024', 'jämför: år'], 'ej_uppfyllt', '2024'],
    [['målvärde: högre än 2024', 'jämför: samma period'], 'uppfyllt', '2024-T1'],
    [['målvärde: högre än 2024', 'ackumulerande: ja'], 'uppfyllt', '2024-T1'],
    [['målvärde: öka', 'jämför: samma period'], 'uppfyllt', '2024-T1'],
  ])('%j i T1: %s', async (nyckel, expected, namn) => {
    expect(await evaluateOne({ nyckel, utfall }, '2025-T1')).toMatchObject({
      beräknad: expected,
      grund: { mot: { namn } },
    });
  });

  it('årets T3 är hela året', async () => {
    expect(
      await bedöm(
        { nyckel: ['målvärde: högre än 2024', 'jämför: samma period'], utfall: ['2024;60', '2025-T3;61'] },
        '2025-T3',
      ),
    ).toBe('uppfyllt');
  });
});

describe('mot riket och liknande', () => {
  const kolumner = 'enhet;period;utfall';

  it.each([
    ['högre än riket', ['riket;2025;78', ';2025;79'], [], 'uppfyllt'],
    ['högre än riket', ['riket;2025;78', ';2025;78'], [], 'ej_uppfyllt'],
    ['i nivå med riket', ['riket;2025;78', ';2025;78'], [], 'uppfyllt'],
    ['i nivå med riket', ['riket;2025;78,0', ';2025;78,04'], [], 'uppfyllt'],
    ['i nivå med riket', ['riket;2025;78,0', ';2025;78,1'], [], 'ej_uppfyllt'],
    ['i nivå med riket', ['riket;2025;78', ';2025;76'], ['tolerans: 2'], 'uppfyllt'],
    ['i nivå med riket', ['riket;2025;78', ';2025;81'], ['tolerans: 2'], 'ej_uppfyllt'],
    ['minst i nivå med riket', ['riket;2025;78', ';2025;78'], [], 'uppfyllt'],
    ['bättre än riket', ['riket;2025;78', ';2025;79'], ['riktning: öka'], 'uppfyllt'],
    ['bättre än riket', ['riket;2025;78', ';2025;79'], ['riktning: minska'], 'ej_uppfyllt'],
    ['bättre än liknande', ['liknande;2025;78', ';2025;79'], ['riktning: öka'], 'uppfyllt'],
    ['högre än riket', ['liknande;2025;70', 'riket;2024;70', ';2025;79'], [], 'kan_inte_beräknas'],
    ['bättre än riket', ['riket;2025;78', ';2025;79'], [], 'kan_inte_beräknas'],
    ['bland de 25 % bästa', ['riket;2025;78', ';2025;79'], ['riktning: öka'], 'kan_inte_beräknas'],
  ])('%s %j %j: %s', async (målvärde, utfall, egna, expected) => {
    expect(await bedöm({ nyckel: [`målvärde: ${målvärde}`, ...egna], kolumner, utfall })).toBe(expected);
  });

  it('riket är aldrig organets eget utfall', async () => {
    expect(await bedöm({ nyckel: ['målvärde: minst 70'], kolumner, utfall: ['riket;2025;78'] })).toBe('utfall_saknas');
  });
});

describe('oförändrat', () => {
  it.each([
    ['59,1', '59,1', [], 'uppfyllt'],
    ['59,1', '59,14', [], 'uppfyllt'],
    ['59', '59,4', [], 'uppfyllt'],
    ['59,1', '59,2', [], 'ej_uppfyllt'],
    ['59,1', '59,5', ['tolerans: "0,5"'], 'uppfyllt'],
    ['59,1', '58,6', ['tolerans: "0,5"'], 'uppfyllt'],
    ['59,1', '59,7', ['tolerans: "0,5"'], 'ej_uppfyllt'],
    ['59,10', '59,14', ['tolerans: 0'], 'ej_uppfyllt'],
  ])('%s → %s %j: %s', async (base, utfall, egna, expected) => {
    expect(await bedöm({ nyckel: ['målvärde: oförändrat', ...egna], utfall: [`2024;${base}`, `2025;${utfall}`] })).toBe(
      expected,
    );
  });
});

describe('förändring från ett basår', () => {
  it.each([
    ['-20 % jämfört med 2019', ['riktning: minska'], '-22 %', 'uppfyllt 100'],
    ['-20 % jämfört med 2019', ['riktning: minska'], '-18 %', 'delvis 90'],
    ['-20 % jämfört med 2019', ['riktning: minska'], '-17 %', 'ej_uppfyllt 85'],
    ['minska med minst 48 % jämfört med 2019', [], '-42 %', 'ej_uppfyllt 87.5'],
    ['minska med minst 48 % jämfört med 2019', [], '-48 %', 'uppfyllt 100'],
    ['minska med minst 48 % jämfört med 2019', [], '5 %', 'ej_uppfyllt 0'],
    ['öka med minst 5 % jämfört med 2019', [], '4,5 %', 'delvis 90'],
    ['-20 % jämfört med 2019', [], '-22 %', 'kan_inte_beräknas'],
  ])('utfall_är: förändring – %s %j: %s', async (målvärde, egna, utfall, expected) => {
    expect(
      await bedöm({
        nyckel: [`målvärde: "${målvärde}"`, 'utfall_är: förändring', ...egna],
        utfall: [`2025;${utfall}`],
      }),
    ).toBe(expected);
  });

  it.each([
    ['-20 % jämfört med 2019', ['riktning: minska'], '200', '160', 'uppfyllt 100'],
    ['-20 % jämfört med 2019', ['riktning: minska'], '200', '164', 'delvis 90'],
    ['minska med minst 48 % jämfört med 2019', [], '200', '210', 'ej_uppfyllt 0'],
    ['öka med minst 10 % jämfört med 2019', [], '-200', '-180', 'uppfyllt 100'],
    ['minska med minst 2 mkr jämfört med 2019', [], '8 500 tkr', '6 000 tkr', 'uppfyllt 100'],
    ['minska med minst 2 mkr jämfört med 2019', [], '8 500 tkr', '7 500 tkr', 'ej_uppfyllt 50'],
    ['minska med minst 2 mkr jämfört med 2019', [], '8,5 mkr', '6 700 tkr', 'delvis 90'],
    ['minska med minst 10 % jämfört med 2019', [], '1 mkr', '800 tkr', 'uppfyllt 100'],
    ['öka med minst 2 procentenheter jämfört med 2019', [], '40 %', '42 %', 'uppfyllt 100'],
    ['minska med minst 10 % jämfört med 2019', [], '0', '5', 'kan_inte_beräknas'],
  ])('utfall_är: nivå – %s %j: %s → %s', async (målvärde, egna, base, utfall, expected) => {
    expect(
      await bedöm({
        nyckel: [`målvärde: "${målvärde}"`, 'utfall_är: nivå', ...egna],
        utfall: [`2019;${base}`, `2025;${utfall}`],
      }),
    ).toBe(expected);
  });

  it.each([
    ['2 procentenheter', '81 MWh', 'delvis'],
    ['2 %', '81 MWh', 'delvis'],
    ['2', '82 MWh', 'delvis'],
    ['2', '83 MWh', 'ej_uppfyllt'],
    // A tolerance of the level says nothing of the change in percent, which is judged as without one.
    ['20 MWh', '90 MWh', 'ej_uppfyllt 50'],
    ['20 MWh', '82 MWh', 'delvis 90'],
  ])('tolerans %s gäller förändringen i procent: %s', async (tolerans, utfall, expected) => {
    const nyckel = [
      'målvärde: minska med 20 % jämfört med 2019',
      'utfall_är: nivå',
      'måttenhet: MWh',
      `tolerans: ${tolerans}`,
    ];
    expect(await bedöm({ nyckel, utfall: ['2019;100 MWh', `2025;${utfall}`] })).toBe(expected);
  });

  it('halveras till 2030 räknas från startvärdet', async () => {
    const nyckel = ['målvärde: halveras till 2030', 'utfall_är: nivå', ...start('200', '2019')];
    expect([await bedöm({ nyckel, utfall: ['2025;100'] }), await bedöm({ nyckel, utfall: ['2025;110'] })]).toEqual([
      'uppfyllt 100',
      'delvis 90',
    ]);
  });

  it.each([
    ['utan utfall_är', ['målvärde: "-20 % jämfört med 2019"', 'riktning: minska'], ['2019;200', '2025;160']],
    ['utan basvärde', ['målvärde: "-20 % jämfört med 2019"', 'riktning: minska', 'utfall_är: nivå'], ['2025;160']],
    ['med basår som ingen anger', ['målvärde: halveras till 2030', 'utfall_är: nivå'], ['2025;160']],
  ])('%s: kan inte beräknas', async (_why, nyckel, utfall) => {
    expect(await bedöm({ nyckel, utfall })).toBe('kan_inte_beräknas');
  });
});
