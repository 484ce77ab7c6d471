import { describe, expect, it } from 'vitest';
import { choosePeriod } from '../../src/evaluate/choose-period.ts';
import { evaluateOne, loadTempPlan, textsOfNyckeltal } from '../helpers/temp-plan.ts';

const MÅLVÄRDE = 'målvärde: minst 70';

/** The figure that a period is assessed by, and the status. */
async function värde(nyckel: readonly string[], utfall: readonly string[], period: string): Promise<string> {
  const rad = await evaluateOne({ nyckel: [MÅLVÄRDE, ...nyckel], utfall }, period);
  const { utfall: used, beräknad } = rad;
  return used?.värde.slag === 'tal' ? `${used.värde.kvantitet.värde.round(6).toFixed()} ${beräknad}` : beräknad;
}

describe('tertialets rad', () => {
  it.each([
    ['2025-T1', ['2025-T1;80', '2025-T2;60', '2025;75'], '80 uppfyllt'],
    ['2025-T2', ['2025-T1;80', '2025-T2;60', '2025;75'], '60 ej_uppfyllt'],
    ['2025-T3', ['2025-T1;80', '2025-T2;60', '2025;75'], '75 uppfyllt'],
    ['2025', ['2025-T1;80', '2025-T3;75'], '75 uppfyllt'],
    ['2025', ['2024;80', '2025;75'], '75 uppfyllt'],
  ])('%s', async (period, utfall, expected) => {
    expect(await värde([], utfall, period)).toBe(expected);
  });

  it('ett tidigare värde flyttas aldrig fram, men visas som senast kända', async () => {
    const { beräknad, utfall, grund } = await evaluateOne(
      { nyckel: [MÅLVÄRDE], utfall: ['2024;60', '2025-T1;80'] },
      '2025-T2',
    );
    expect({ beräknad, utfall }).toEqual({ beräknad: 'utfall_saknas', utfall: null });
    expect(grund).toMatchObject({ slag: 'utfall saknas', senastKända: { text: '80', period: { id: '2025-T1' } } });
  });

  it('senast känt är aldrig ett senare värde', async () => {
    const { grund } = await evaluateOne({ nyckel: [MÅLVÄRDE], utfall: ['2025-T2;80'] }, '2025-T1');
    expect(grund).toMatchObject({ slag: 'utfall saknas', senastKända: null });
  });

  it('senast känt för en enhet är enhetens', async () => {
    const { grund } = await evaluateOne(
      { nyckel: [MÅLVÄRDE, 'enhet: birka'], kolumner: 'enhet;period;utfall', utfall: ['birka;2025-T1;80'] },
      '2025-T2',
    );
    expect(grund).toMatchObject({ slag: 'utfall saknas', senastKända: { text: '80' } });
  });
});

describe('det som har blivit klart', () => {
  const klart = async (målvärde: string, utfall: readonly string[], period: string) =>
    (await evaluateOne({ nyckel: [`målvärde: ${målvärde}`], utfall }, period)).beräknad;

  it.each([
    ['senast 2025-06-30', ['2025-T1;2025-03-01'], '2025-T2', 'uppfyllt'],
    ['senast 2025-06-30', ['2025-T1;2025-03-01', '2025-T2;-'], '2025-T2', 'uppfyllt'],
    ['senast 2025-06-30', ['2025-T1;pågår', '2025-T2;-'], '2025-T2', 'ej_uppfyllt'],
    ['senast 2025-06-30', ['2025-T2;2025-08-20'], '2025', 'ej_uppfyllt'],
    ['genomförd senast 2025-06-30', ['2025-T1;genomförd'], '2025-T2', 'uppfyllt'],
    ['genomförd senast 2025-06-30', ['2025-T1;genomförd'], '2025', 'uppfyllt'],
    ['genomförd senast 2025-06-30', ['2025-T2;genomförd'], '2025-T2', 'kan_inte_beräknas'],
    ['genomförd', ['2025-T1;genomförd'], '2025-T2', 'uppfyllt'],
    ['genomförd', ['2025-T1;genomförd', '2025-T2;försenad'], '2025-T2', 'ej_uppfyllt'],
    ['genomförd', ['2024;genomförd'], '2025-T1', 'utfall_saknas'],
    ['minst 3 aktiviteter', ['2025-T1;genomförd'], '2025-T2', 'utfall_saknas'],
  ])('%s med %j är i %s %s', async (målvärde, utfall, period, expected) => {
    expect(await klart(målvärde, utfall, period)).toBe(expected);
  });
});

describe('månader i tertialet', () => {
  const månader = ['2025-01;60', '2025-02;70', '2025-03;80', '2025-04;90', '2025-05;10'];

  it.each([
    [['mäts: månad'], månader, '2025-T1', '90 uppfyllt'],
    [['mäts: månad'], ['2025-04;90', '2025-01;60'], '2025-T1', '90 uppfyllt'],
    [['mäts: månad'], ['2025-01;60', '2025-02;75', '2025-03;saknas'], '2025-T1', '75 uppfyllt'],
    [['mäts: månad'], [...månader, '2025-T1;50'], '2025-T1', '50 ej_uppfyllt'],
    [['mäts: månad', 'periodvärde: summa'], ['2025-03;30', '2025-03;30', '2025-04;20'], '2025-T1', '50 ej_uppfyllt'],
    [['mäts: månad', 'periodvärde: senaste'], månader, '2025-T1', '90 uppfyllt'],
    [['mäts: månad', 'periodvärde: medel'], månader, '2025-T1', '75 uppfyllt'],
    [
      ['mäts: månad', 'periodvärde: medel'],
      ['2025-01;60', '2025-02;saknas', '2025-03;70,1'],
      '2025-T1',
      '65.05 delvis',
    ],
    [
      ['mäts: månad', 'periodvärde: medel'],
      ['2025-01;60', '2025-02;60', '2025-03;61'],
      '2025-T1',
      '60.333333 ej_uppfyllt',
    ],
    [
      ['mäts: månad', 'periodvärde: summa'],
      ['2025-01;10,5', '2025-02;20', '2025-03;30', '2025-05;40'],
      '2025-T1',
      '60.5 ej_uppfyllt',
    ],
    [['mäts: månad', 'periodvärde: summa'], ['2025-01;0,1', '2025-02;0,2'], '2025-T1', '0.3 ej_uppfyllt'],
    [['mäts: månad'], ['2024-12;60', '2025-05;90'], '2025-T1', 'utfall_saknas'],
    [['mäts: tertial'], månader, '2025-T1', 'utfall_saknas'],
    [[], månader, '2025-T1', 'utfall_saknas'],
    [['mäts: månad'], ['2025-11;60', '2025-12;80'], '2025', '80 uppfyllt'],
    [['mäts: månad'], ['2025-11;60', '2025-12;80'], '2025-T3', '80 uppfyllt'],
    [['mäts: månad'], månader, '2025-K1', '80 uppfyllt'],
    [['mäts: månad'], månader, '2025-03', '80 uppfyllt'],
  ])('%j %j i %s', async (nyckel, utfall, period, expected) => {
    expect(await värde(nyckel, utfall, period)).toBe(expected);
  });

  it('medel och summa räknar om måttenheter, och säger vad de är', async () => {
    const nyckel = ['målvärde: minst 2,1 mkr', 'mäts: månad', 'periodvärde: summa'];
    const { utfall, beräknad } = await evaluateOne(
      { nyckel, utfall: ['2025-01;1 mkr', '2025-02;500 tkr', '2025-03;0,5 mkr'] },
      '2025-T1',
    );
    expect(beräknad).toBe('delvis');
    expect(utfall?.anmärkning).toMatch(/summa av 3 månader/i);
  });
});

describe('etappmål för perioden går före målvärdet', () => {
  const nyckel = ['målvärde: minst 70 %', 'etappmål:', '  2025-T1: minst 60 %', '  2025-T2: minst 65 %'];

  it.each([
    ['2025-T1', '60 %', 'uppfyllt', true],
    ['2025-T2', '60 %', 'delvis', true],
    ['2025', '60 %', 'ej_uppfyllt', false],
  ])('%s', async (period, utfall, beräknad, etapp) => {
    expect(await evaluateOne({ nyckel, utfall: [`${period};${utfall}`] }, period)).toMatchObject({ beräknad, etapp });
  });

  it('etappmål för T3 gäller året', async () => {
    const rad = await evaluateOne(
      { nyckel: ['målvärde: minst 70 %', 'etappmål:', '  2025-T3: minst 60 %'], utfall: ['2025;60 %'] },
      '2025',
    );
    expect(rad).toMatchObject({ beräknad: 'uppfyllt', etapp: true });
  });

  it('etappmål kan stå per organ', async () => {
    const rad = await evaluateOne(
      { nyckel: ['målvärde: minst 70 %', 'etappmål:', '  2025-T1:', '    rs: minst 60 %'], utfall: ['2025-T1;62 %'] },
      '2025-T1',
    );
    expect(rad).toMatchObject({ beräknad: 'uppfyllt', etapp: true });
  });
});

describe('takt: jämn', () => {
  const takt = ['ackumulerande: ja', 'takt: jämn'];

  it.each([
    ['minst 12 st', takt, '2025-T1', '4', 'uppfyllt'],
    ['minst 12 st', takt, '2025-T1', '3,6', 'delvis'],
    ['minst 12 st', takt, '2025-T1', '3,59', 'ej_uppfyllt'],
    ['minst 12 st', takt, '2025-T2', '8', 'uppfyllt'],
    ['minst 12 st', takt, '2025', '8', 'ej_uppfyllt'],
    ['minst 12 st', takt, '2025-T3', '12', 'uppfyllt'],
    ['minst 12 st', takt, '2025-03', '3', 'uppfyllt'],
    ['minst 12 st', ['ackumulerande: ja'], '2025-T1', '4', 'ej_uppfyllt'],
    ['minst 12 st', [...takt, 'etappmål:', '  2025-T1: minst 2 st'], '2025-T1', '2', 'uppfyllt'],
    ['minst 12 aktiviteter', takt, '2025-T1', '4', 'uppfyllt'],
    ['mellan 9 och 12 st', takt, '2025-T1', '3,5', 'uppfyllt'],
    ['högst 12 mkr', takt, '2025-T1', '4,5 mkr', 'ej_uppfyllt'],
    ['högst 12 mkr', takt, '2025-T1', '3,9 mkr', 'uppfyllt'],
  ])('%s %j i %s: %s är %s', async (målvärde, nyckel, period, utfall, expected) => {
    expect(
      await evaluateOne({ nyckel: [`målvärde: ${målvärde}`, ...nyckel], utfall: [`${period};${utfall}`] }, period),
    ).toMatchObject({ beräknad: expected });
  });

  it('visar både andelen och hela årets målvärde', async () => {
    const { grund } = await evaluateOne(
      { nyckel: ['målvärde: minst 12 st', ...takt], utfall: ['2025-T1;3'] },
      '2025-T1',
    );
    expect(grund).toMatchObject({
      slag: 'gräns',
      prövning: { mål: { siffror: '4' } },
      takt: { andel: '4/12', helår: { siffror: '12' } },
    });
  });

  it.each(['10', '20', '50', '70', '100', '200', '0,1', '1 000'])(
    'nittio procent av en tredjedel av %s är delvis',
    async (helår) => {
      const third = Number(helår.replace(' ', '').replace(',', '.')) * 0.3;
      const utfall = third.toFixed(2).replace('.', ',');
      expect(
        await evaluateOne({ nyckel: [`målvärde: minst ${helår}`, ...takt], utfall: [`2025-T1;${utfall}`] }, '2025-T1'),
      ).toMatchObject({ beräknad: 'delvis' });
    },
  );
});

describe('choosePeriod', () => {
  it.each([
    [['2025-T1;5'], '2025-T1'],
    [['2025-T2;5', '2025-T1;5'], '2025-T2'],
    [['2025-T1;5', '2025-T3;5'], '2025'],
    [['2024;5', '2023;5'], '2025'],
    [[], '2025'],
  ])('senaste perioden med utfall, annars året: %j ger %s', async (utfall, expected) => {
    const { plan } = await loadTempPlan(textsOfNyckeltal({ nyckel: [MÅLVÄRDE], utfall }));
    expect(plan === null ? null : choosePeriod(plan).id).toBe(expected);
  });
});

describe('månader och dagar', () => {
  const månad = ['mäts: månad'];

  it.each([
    ['den senaste månaden i tertialet', månad, ['2025-05;60', '2025-07;75'], '2025-T2', '75 uppfyllt'],
    ['inte en månad ur ett tidigare tertial', månad, ['2025-03;75'], '2025-T2', 'utfall_saknas'],
    ['inte en månad ur ett tidigare tertial för året', månad, ['2025-06;75'], '2025', 'utfall_saknas'],
    ['årets sista månad för året', månad, ['2025-06;60', '2025-12;75'], '2025', '75 uppfyllt'],
    ['en dag i tertialet', [], ['2025-04-30;75'], '2025-T1', '75 uppfyllt'],
    ['inte en dag ur ett tidigare tertial', [], ['2025-04-30;75'], '2025-T2', 'utfall_saknas'],
    ['inte en dag ur ett tidigare tertial för året', [], ['2025-04-30;75'], '2025', 'utfall_saknas'],
    [
      'summan går från årets början',
      [...månad, 'periodvärde: summa'],
      ['2025-01;30', '2025-05;45'],
      '2025-T2',
      '75 uppfyllt',
    ],
    ['men bara när tertialet har någon', [...månad, 'periodvärde: summa'], ['2025-01;90'], '2025-T2', 'utfall_saknas'],
  ])('%s', async (_name, nyckel, utfall, period, expected) => {
    expect(await värde(nyckel, utfall, period)).toBe(expected);
  });

  it.each([
    ['mars', ['2025-01;1', '2025-03;2'], '2025-T1'],
    ['augusti', ['2025-08;2'], '2025-T2'],
    ['december', ['2025-12;2'], '2025'],
    ['en dag i juni', ['2025-06-30;2'], '2025-T2'],
    ['ett tertial efter månaderna', ['2025-03;2', '2025-T1;2'], '2025-T1'],
    ['inget alls', [], '2025'],
  ])('utan uppgift visas det tertial som %s ligger i', async (_name, utfall, expected) => {
    const { plan } = await loadTempPlan(textsOfNyckeltal({ nyckel: [MÅLVÄRDE], utfall }));
    expect(plan === null ? null : choosePeriod(plan).id).toBe(expected);
  });

  it('rikets värde är inget utfall att visa perioden för', async () => {
    const { plan } = await loadTempPlan(
      textsOfNyckeltal({
        nyckel: [MÅLVÄRDE],
        kolumner: 'period;utfall;enhet',
        utfall: ['2025-T1;80;', '2025;70;riket'],
      }),
    );
    expect(plan === null ? null : choosePeriod(plan).id).toBe('2025-T1');
  });
});

describe('en frist', () => {
  const frist = async (utfall: readonly string[], period: string) => {
    const rad = await evaluateOne({ nyckel: ['målvärde: senast 2025-06-30'], utfall }, period);
    return `${rad.beräknad} ${rad.utfall?.text ?? '–'}`;
  };

  it.each([
    ['blev klar i tid, också när senare tertial saknar rad', ['2025-T1;2025-04-10'], '2025-T2', 'uppfyllt 2025-04-10'],
    ['och vid årets slut', ['2025-T1;2025-04-10'], '2025', 'uppfyllt 2025-04-10'],
    ['blev klar för sent', ['2025-T2;2025-07-10'], '2025', 'ej_uppfyllt 2025-07-10'],
    ['är inte klar bara för att den pågick', ['2025-T1;pågår'], '2025-T2', 'ej_uppfyllt –'],
  ])('%s', async (_name, utfall, period, expected) => {
    expect(await frist(utfall, period)).toBe(expected);
  });
});
