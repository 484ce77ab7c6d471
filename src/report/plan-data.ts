import type { EvaluatedPlan } from '../evaluate/evaluated-plan.ts';
import { type Aktivitet, everyNyckeltal, type Nyckeltal, type Plan } from '../model/plan.ts';
import type { DataObject } from './data.ts';
import { utfallData } from './utfall-data.ts';

/**
 * The plan itself, as `vp status --format json` gives it beside the statuses: who answers, what was decided, and what
 * the plan consists of. It is the same in every period and for every choice of rows.
 */
export function planStructureData({ plan }: EvaluatedPlan): DataObject {
  const { organisation, nivåer, beslut, uppgifter } = plan;
  return {
    id: plan.id,
    titel: plan.titel,
    period: plan.period.id,
    status: plan.status,
    organisation: organisation.namn,
    organ: plan.organ,
    förslagsställare: plan.förslagsställare,
    dnr: plan.dnr,
    beslut: beslut.map(({ organ, datum, paragraf, dnr, avser, handling }) => ({
      organ,
      datum,
      paragraf,
      dnr,
      avser,
      handling,
    })),
    nivåer: { ...nivåer },
    alla_organ: [...organisation.organ.values()].map(({ id, namn, kort, redovisasI }) => ({
      id,
      namn,
      kort,
      redovisas_i: redovisasI,
    })),
    enheter: [...organisation.enheter.values()].map(({ id, namn, organ }) => ({ id, namn, organ })),
    strategier: plan.strategier.map(({ id, namn, målområden }) => ({ id, namn, målområden })),
    mål: plan.målområden.flatMap((målområde) =>
      målområde.mål.map(({ id, namn, beskrivning, målvärde, alsoIn, nyckeltal }) => ({
        id,
        namn,
        beskrivning: beskrivning?.trimEnd() ?? null,
        målvärde: målvärde?.text ?? null,
        målområde: målområde.id,
        finns_även_i: alsoIn,
        nyckeltal: nyckeltal.map((one) => one.id),
      })),
    ),
    aktiviteter: aktiviteterData(plan),
    indikatorer: indikatorerData(plan),
    uppgifter: uppgifter.map(({ id, namn, värde }) => ({ id, namn, värde })),
  };
}

function aktiviteterData({ målområden }: Plan): readonly DataObject[] {
  const one = (målområde: string, owner: string | null) => (aktivitet: Aktivitet) => ({
    id: aktivitet.id,
    aktivitet: aktivitet.namn,
    beskrivning: aktivitet.beskrivning?.trimEnd() ?? null,
    ansvarig: aktivitet.ansvarig,
    målområde,
    del_av: owner,
    organ: aktivitet.organ,
    start: aktivitet.start,
    slut: aktivitet.slut,
  });
  return målområden.flatMap(({ id, mål, uppdrag, aktiviteter }) => [
    ...aktiviteter.map(one(id, null)),
    ...[...mål, ...uppdrag].flatMap((whole) => whole.aktiviteter.map(one(id, whole.id))),
  ]);
}

/** What is followed without a status: fullmäktige's indikatorer under the strategier, and the organ's own. */
function indikatorerData(plan: Plan): readonly DataObject[] {
  const home = new Map<Nyckeltal, DataObject>();
  for (const { id, indikatorer } of plan.strategier) {
    for (const one of indikatorer) {
      home.set(one, { strategi: id, målområde: null });
    }
  }
  for (const { id, indikatorer } of plan.målområden) {
    for (const one of indikatorer) {
      home.set(one, { strategi: null, målområde: id });
    }
  }
  return everyNyckeltal(plan)
    .filter((one) => home.has(one))
    .map((one) => ({
      id: one.id,
      indikator: one.namn,
      ...home.get(one),
      organ: one.organ,
      under: one.under,
      riktmärke: one.riktmärke,
      utfall: plan.utfall.filter(({ nyckeltal }) => nyckeltal === one.id).map((row) => utfallData(row)),
    }));
}
