import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import type { Sammanvägning } from '../../evaluate/evaluated-plan.ts';
import { placeOf } from '../../load/place-of.ts';
import { definite, inSentence } from '../../model/level-words.ts';
import type { Period } from '../../model/period.ts';
import type { Bedömning, Plan } from '../../model/plan.ts';
import { isKlass, type Klass, type Status } from '../../model/status.ts';
import { isUnusable } from '../../model/utfall.ts';
import type { Rule } from '../rule.ts';

export const bedömningUtanMotivering: Rule = {
  code: 'VP205',
  slug: 'bedomning-utan-motivering',
  severity: 'fel',
  title: 'Bedömningen avviker från det beräknade utan motivering',
  why: 'En människa får bedöma annorlunda än beräkningen, men den som läser måste få veta varför.',
  help: 'Lägg till motivering: under bedömning:, eller ta bort bedömningen så att den beräknade statusen gäller.',
  *check({ plan, periods, evaluatedIn }) {
    for (const period of periods.filter((one) => mayLackMotivering(plan, one))) {
      const { strategier, målområden } = evaluatedIn(period);
      const { strategi: top, målområde: level, mål: goal } = plan.nivåer;
      for (const { strategi, sammanvägning } of strategier) {
        yield* judgedOtherwise(top, strategi, [sammanvägning], period);
      }
      for (const { målområde, mål, rader, sammanvägning, perOrgan } of målområden) {
        for (const { nyckeltal, organ, bedömd, beräknad, grund, utfall } of rader) {
          // What is only followed up by judgement is never computed, and needs no reason; what is written as an outcome
          // and cannot be used is to be mended first.
          const isComputed = grund.slag !== 'bedöms' && (utfall === null || !isUnusable(utfall));
          if (bedömd !== null && isComputed && needsMotivering(bedömd, beräknad)) {
            yield {
              place: placeOf(bedömd.origin),
              message: `${nyckeltal.id} ”${nyckeltal.namn}” är bedömt som ”${bedömd.text}” för ${organ} ${period.id}, men ${computedWords(beräknad)}; motivering saknas`,
              help: 'Skriv varför under bedömning:, till exempel motivering: Utfallet gäller bara mars',
              id: nyckeltal.id,
            };
          }
        }
        for (const one of mål) {
          yield* judgedOtherwise(goal, one.mål, [one.sammanvägning], period);
        }
        yield* judgedOtherwise(level, målområde, [sammanvägning, ...perOrgan.values()], period);
      }
    }
  },
};

/** Judged roll-ups of a level. One that is only judged, or has nothing to weigh, needs no reason. */
function* judgedOtherwise(
  level: string,
  { id, namn }: { readonly id: string; readonly namn: string },
  rollUps: readonly Sammanvägning[],
  period: Period,
): Iterable<FindingDetails> {
  for (const { bedömd, beräknad } of rollUps) {
    if (bedömd !== null && beräknad !== null && needsMotivering(bedömd, beräknad)) {
      yield {
        place: placeOf(bedömd.origin),
        message: `${inSentence(definite(level))} ${id} ”${namn}” har bedömts som ”${bedömd.text}” ${period.id}, men ${computedWords(beräknad)}; motivering saknas`,
        help: 'Skriv varför under bedömning:, till exempel motivering: Utfallet gäller bara mars',
        id,
      };
    }
  }
}

/** Most periods have no judgement of something computed without its reason, and need no evaluation for this. */
function mayLackMotivering({ uppföljningar }: Plan, period: Period): boolean {
  return uppföljningar.some(
    ({ period: { id }, poster: { uppdrag: _, ...computed } }) =>
      id === period.id &&
      Object.values(computed).some((poster) =>
        [...poster.values()].some(({ bedömning }) => bedömning !== null && bedömning.motivering === null),
      ),
  );
}

function needsMotivering(bedömd: Bedömning, beräknad: Status): boolean {
  return bedömd.motivering === null && bedömd.klass !== beräknad;
}

function computedWords(beräknad: Status): string {
  return isKlass(beräknad) ? `beräkningen ger ${KLASS_WORDS[beräknad]}` : 'det finns inget beräknat värde';
}

const KLASS_WORDS: Readonly<Record<Klass, string>> = {
  uppfyllt: 'uppfyllt',
  delvis: 'delvis uppfyllt',
  ej_uppfyllt: 'ej uppfyllt',
};
