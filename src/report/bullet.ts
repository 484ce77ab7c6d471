import type { EvaluatedIndikator } from '../evaluate/evaluated-plan.ts';
import type { BulletChart } from './document/document.ts';
import { formatKvantitet, formatMålvärde, formatUtfall } from './format-value.ts';

/** An outcome against its målvärde, on one scale. */
export type Bullet = BulletChart['bars'][number];

/** A row whose målvärde is a limit in the unit of its outcome, as a bullet bar; null for any other. */
export function bulletOf(rad: EvaluatedIndikator): Bullet | null {
  if (rad.grund.slag !== 'gräns') {
    return null;
  }
  const { prövning } = rad.grund;
  const outcome = Number(prövning.utfall.siffror);
  const target = Number(prövning.mål.siffror);
  if (!Number.isFinite(outcome) || !Number.isFinite(target)) {
    return null;
  }
  const lowerIsBetter = prövning.jämförare.startsWith('<');
  const share = Number(prövning.gulFrån.toFixed()) / 100;
  const zones = {
    avvikelse: target + (lowerIsBetter ? 1 : -1) * Math.abs(target) * (1 - share),
    kvot: lowerIsBetter ? target / share : target * share,
  };
  const yellowFrom = prövning.regel === 'avvikelse' || prövning.regel === 'kvot' ? zones[prövning.regel] : null;
  return {
    name: rad.nyckeltal.namn,
    status: rad.status,
    outcome,
    target,
    yellowFrom: yellowFrom !== null && Number.isFinite(yellowFrom) && yellowFrom !== target ? yellowFrom : null,
    lowerIsBetter,
    outcomeText: rad.utfall === null ? formatKvantitet(prövning.utfall) : formatUtfall(rad.utfall, rad.nyckeltal),
    targetText: formatMålvärde(rad),
  };
}
