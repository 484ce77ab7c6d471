import { describe, expect, it } from 'vitest';
import { evaluateOne, type PlanTexts } from '../helpers/temp-plan.ts';

describe('ingen färg utan värde', () => {
  it.each([
    ['ingen rad', ['målvärde: minst 70 %'], [], '2025-T1', 'utfall_saknas'],
    ['saknas', ['målvärde: minst 70 %'], ['2025-T1;saknas'], '2025-T1', 'utfall_saknas'],
    ['tomt', ['målvärde: minst 70 %'], ['2025-T1;'], '2025-T1', 'utfall_saknas'],
    ['streck', ['målvärde: minst 70 %'], ['2025-T1;–'], '2025-T1', 'utfall_saknas'],
    ['Excels fel', ['målvärde: minst 70 %'], ['2025-T1;#SAKNAS!'], '2025-T1', 'utfall_saknas'],
    ['mäts på helår', ['målvärde: minst 70 %'], ['2025-T1;mäts på helår'], '2025-T1', 'mäts_senare'],
    ['mäts på helår, vid årets slut', ['målvärde: minst 70 %'], ['2025;mäts på helår'], '2025', 'utfall_saknas'],
    ['årligt mått i T1', ['målvärde: minst 70 %', 'mäts: år'], [], '2025-T1', 'mäts_senare'],
    ['årligt mått i T2', ['målvärde: minst 70 %', 'mäts: år'], [], '2025-T2', 'mäts_senare'],
    ['årligt mått vid årets slut', ['målvärde: minst 70 %', 'mäts: år'], [], '2025-T3', 'utfall_saknas'],
    ['sekretess', ['målvärde: minst 70 %'], ['2025-T1;sekretess'], '2025-T1', 'sekretess'],
    ['inget målvärde', ['sort: finansiellt'], ['2025-T1;5'], '2025-T1', 'målvärde_saknas'],
    ['målvärde inte satt', ['målvärde: kompletteras senare'], ['2025-T1;5'], '2025-T1', 'målvärde_saknas'],
    ['inget av det', ['målvärde: kompletteras senast 2025-03-31'], [], '2025-T1', 'målvärde_saknas'],
    ['målvärde som inte kan läsas', ['målvärde: minst sjuttio %'], ['2025-T1;75 %'], '2025-T1', 'kan_inte_beräknas'],
  ])('%s', async (_what, nyckel, utfall, period, expected) => {
    const rad = await evaluateOne({ nyckel, utfall }, period);
    expect(rad).toMatchObject({ beräknad: expected, status: expected, nivå: null, procent: null, visadProcent: null });
  });

  it('noll är ett värde', async () => {
    expect(await evaluateOne({ nyckel: ['målvärde: minst 70 %'], utfall: ['2025-T1;0 %'] }, '2025-T1')).toMatchObject({
      beräknad: 'ej_uppfyllt',
    });
    expect(await evaluateOne({ nyckel: ['målvärde: högst 3 st'], utfall: ['2025-T1;0'] }, '2025-T1')).toMatchObject({
      beräknad: 'uppfyllt',
    });
  });

  it('ett årligt mått som ändå har en rad i T1 bedöms', async () => {
    expect(
      await evaluateOne({ nyckel: ['målvärde: minst 70 %', 'mäts: år'], utfall: ['2025-T1;75 %'] }, '2025-T1'),
    ).toMatchObject({ beräknad: 'uppfyllt' });
  });

  it('bedöms har ingen beräknad färg', async () => {
    const { beräknad } = await evaluateOne({ nyckel: ['målvärde: bedöms'], utfall: ['2025-T1;5'] }, '2025-T1');
    expect(['uppfyllt', 'delvis', 'ej_uppfyllt']).not.toContain(beräknad);
  });

  it('kvinnors och mäns utfall är inte totalen, och en enhets inte organets', async () => {
    const kolumner = 'kön;enhet;period;utfall';
    expect(
      await evaluateOne({
        nyckel: ['målvärde: minst 70 %'],
        kolumner,
        utfall: ['kvinnor;;2025;80 %', 'män;;2025;75 %', ';birka;2025;90 %'],
      }),
    ).toMatchObject({ beräknad: 'utfall_saknas' });
  });
});

describe('bedömt vid sidan av beräknat', () => {
  const nyckel = ['målvärde: 42 %', 'riktning: öka'];
  const omdöme = (status: string, period = '2025-t1'): PlanTexts => ({
    [`2025/uppfoljning/${period}/rs.yaml`]: `nyckeltal:\n  n:\n    bedömning:\n      status: ${status}\n      motivering: Pågående aktiviteter i rätt riktning\n`,
  });

  it('ekologiska livsmedel i Bilaga 1: 36 % av 42 % är röd, men bedömdes delvis uppfyllt', async () => {
    const rad = await evaluateOne({ nyckel, utfall: ['2025-T1;36 %'], filer: omdöme('delvis uppfyllt') }, '2025-T1');
    expect(rad).toMatchObject({
      beräknad: 'ej_uppfyllt',
      visadProcent: '85.7',
      bedömd: { text: 'delvis uppfyllt', klass: 'delvis', motivering: 'Pågående aktiviteter i rätt riktning' },
      status: 'delvis',
      nivå: { klass: 'delvis', namn: 'Delvis uppfyllt' },
    });
  });

  it('gäller också där det inte finns något värde', async () => {
    const rad = await evaluateOne({ nyckel, filer: omdöme('uppfyllt') }, '2025-T1');
    expect(rad).toMatchObject({ beräknad: 'utfall_saknas', status: 'uppfyllt', procent: null });
  });

  it.each([
    ['2025-t2', '2025-T1'],
    ['2025-t1', '2025'],
  ])('uppföljningen av %s säger inget om %s', async (uppföljd, period) => {
    const rad = await evaluateOne(
      { nyckel, utfall: [`${period};36 %`], filer: omdöme('delvis uppfyllt', uppföljd) },
      period,
    );
    expect(rad).toMatchObject({ bedömd: null, status: 'ej_uppfyllt' });
  });

  it('uppföljningen av T3 gäller året', async () => {
    expect(
      await evaluateOne({ nyckel, utfall: ['2025;36 %'], filer: omdöme('delvis uppfyllt', '2025-t3') }, '2025'),
    ).toMatchObject({ status: 'delvis' });
  });

  it('en människa bedömer med planens egna ord', async () => {
    const regler = [
      'skala:',
      '  - id: bra',
      '    namn: Bra',
      '    från: 100',
      '    klass: uppfyllt',
      '  - id: nja',
      '    namn: Nja',
      '    från: 0',
      '    klass: ej_uppfyllt',
    ];
    const rad = await evaluateOne({ nyckel, utfall: ['2025-T1;36 %'], regler, filer: omdöme('bra') }, '2025-T1');
    expect(rad).toMatchObject({ beräknad: 'ej_uppfyllt', status: 'uppfyllt', nivå: { namn: 'Bra' } });
  });
});

describe('per enhet: den sämsta enheten avgör', () => {
  it('sjuktal', async () => {
    const rad = await evaluateOne({
      nyckel: ['målvärde: högst 5 %', 'per_enhet: ja'],
      kolumner: 'enhet;period;utfall',
      utfall: ['birka;2025;4 %', 'backedal;2025;5,2 %'],
    });
    expect(rad).toMatchObject({ beräknad: 'delvis', grund: { slag: 'per enhet', enhet: 'Bäckedal', antal: 2 } });
  });

  it('en enhet jämförs med sitt eget utfall ett tidigare år', async () => {
    const rad = await evaluateOne({
      nyckel: ['målvärde: lägre än 2024', 'per_enhet: ja'],
      kolumner: 'enhet;period;utfall',
      utfall: ['birka;2024;5 %', 'backedal;2024;8 %', 'birka;2025;4 %', 'backedal;2025;7 %'],
    });
    expect(rad).toMatchObject({ beräknad: 'uppfyllt' });
  });
});
