import { describe, expect, it } from 'vitest';
import { type EvaluatedGehDel, evaluateGeh, type GehMål } from '../../src/evaluate/evaluate-geh.ts';
import { evaluateTempPlan, loadTempPlan, type PlanTexts, told } from '../helpers/temp-plan.ts';

const EKONOMI = `namn: Ekonomi
nyckeltal:
  - id: soliditet
    namn: Soliditet
    sort: finansiellt
    geh: ja
    målvärde:
      rs: minst 10 %
      hsn: minst 10 %
  - id: kostnad
    namn: Kostnadsutveckling
    sort: finansiellt
    geh: ja
    målvärde: högst 2 %
  - id: likviditet
    namn: Likviditet
    sort: finansiellt
    målvärde: minst 5 %
`;

const VÅRD = `namn: Vård
övergripande_mål: God vård i hela länet
geh: ja
mål:
  - id: tillganglighet
    namn: Tillgänglig vård
    geh: ja
    nyckeltal:
      - id: telefon
        namn: Besvarade samtal
        organ: [rs, hsn]
        målvärde: minst 90 %
      - id: besok
        namn: Besök i tid
        målvärde: minst 80 %
nyckeltal:
  - id: hygien
    namn: Hygienrutiner
    organ: hsn
    geh: ja
    målvärde: minst 95 %
indikatorer:
  - id: halsa
    namn: Självskattad hälsa
    geh: ja
`;

const UTFALL = `nyckeltal;organ;period;utfall
soliditet;rs;2025-T1;12 %
soliditet;hsn;2025-T1;1 %
kostnad;rs;2025-T1;9 %
telefon;rs;2025-T1;95 %
telefon;hsn;2025-T1;95 %
besok;rs;2025-T1;85 %
hygien;hsn;2025-T1;10 %
`;

const TEXTS: PlanTexts = {
  '2025/mal/ekonomi.yaml': EKONOMI,
  '2025/mal/vard.yaml': VÅRD,
  '2025/utfall/2025-t1.csv': UTFALL,
};

const nameOf = (goal: GehMål) =>
  goal.slag === 'rad'
    ? `${goal.rad.nyckeltal.id} ${goal.rad.organ}`
    : `${goal.slag} ${goal.slag === 'mål' ? goal.mål.id : goal.målområde.id}`;
const namesOf = ({ mål }: EvaluatedGehDel) => mål.map(nameOf);

async function partsOf(texts: PlanTexts): Promise<Record<string, EvaluatedGehDel>> {
  const delar = evaluateGeh(await evaluateTempPlan({ ...TEXTS, ...texts }, '2025-T1'));
  return Object.fromEntries(delar.map((one) => [one.del, one]));
}

describe('god ekonomisk hushållning', () => {
  it('räknar varje mål som planen anger en gång, vid den nivå där det står', async () => {
    const { finansiella, verksamhet, samlad } = await partsOf({});
    expect(finansiella && namesOf(finansiella)).toEqual(['soliditet rs', 'kostnad rs']);
    expect(verksamhet && namesOf(verksamhet)).toEqual([
      'målområde vard',
      'mål tillganglighet',
      'hygien hsn',
      'halsa rs',
    ]);
    expect(samlad?.mål.length).toBe(6);
  });

  it('ger fördelningen och ingen status så länge ingen har bedömt', async () => {
    const { finansiella, verksamhet, samlad } = await partsOf({});
    expect(finansiella?.sammanvägning).toMatchObject({
      fördelning: { uppfyllt: 1, delvis: 0, ej_uppfyllt: 1, utan_status: 0 },
      beräknad: null,
      status: null,
    });
    expect(verksamhet?.sammanvägning.fördelning).toEqual({ uppfyllt: 1, delvis: 1, ej_uppfyllt: 1, utan_status: 1 });
    expect(samlad?.sammanvägning).toMatchObject({
      fördelning: { uppfyllt: 2, delvis: 1, ej_uppfyllt: 2, utan_status: 1 },
      status: null,
    });
  });

  it('har den bedömning som planens eget organ har skrivit för perioden', async () => {
    const judged = (status: string) =>
      `god_ekonomisk_hushållning:\n  samlad:\n    bedömning:\n      status: ${status}\n      motivering: Två av tre nås.\n    prognos: Väntas nås.\n`;
    const { finansiella, samlad } = await partsOf({
      '2025/uppfoljning/2025-t1/rs.yaml': judged('gul'),
      '2025/uppfoljning/2025-t2/rs.yaml': judged('grön'),
    });
    expect(samlad?.sammanvägning).toMatchObject({ status: 'delvis', bedömd: { motivering: 'Två av tre nås.' } });
    expect(samlad?.uppföljning?.prognos).toBe('Väntas nås.');
    expect(finansiella?.sammanvägning.status).toBeNull();
  });

  it('är tom för en plan som inte anger några mål', async () => {
    const evaluated = await evaluateTempPlan({ '2025/mal/omrade.yaml': 'namn: Område\n' }, '2025');
    expect(evaluateGeh(evaluated).map(namesOf)).toEqual([[], [], []]);
  });

  it.each([
    ['status: nästan\n      motivering: Skäl.', 'VP124 ”nästan” är ingen status i planens skala'],
    ['status: uppfyllt', 'VP111 nyckeln ”motivering” saknas i ”bedömning”'],
    ['status: uppfyllt\n      motivering: ""', 'VP113 ”motivering” saknar värde'],
  ])('godtar inte %j', async (entry, message) => {
    const { diagnostics } = await loadTempPlan({
      ...TEXTS,
      '2025/uppfoljning/2025-t1/rs.yaml': `god_ekonomisk_hushållning:\n  samlad:\n    bedömning:\n      ${entry}\n`,
    });
    expect(told(diagnostics)).toEqual([message]);
  });
});
