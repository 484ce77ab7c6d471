import type { FindingDetails } from '../../diagnostics/diagnostic.ts';
import { didYouMean, suggestFrom } from '../../diagnostics/did-you-mean.ts';
import { hasPlace, placeOf } from '../../load/place-of.ts';
import type { Kalender, Sammanträde } from '../../model/kalender.ts';
import { type Origin, within } from '../../model/origin.ts';
import { isDate } from '../../model/period.ts';
import type { Plan } from '../../model/plan.ts';
import type { Rule } from '../rule.ts';

export const kalender: Rule = {
  code: 'VP222',
  slug: 'kalender',
  severity: 'fel',
  about: 'kalender',
  title: 'Kalendern går inte ihop med planen',
  why: 'Ett datum som inte finns, eller en punkt som följer upp något som planen inte har, blir ett möte som ingen kan förbereda. Ett datum utanför planens period hör oftast till en annan plan.',
  help: 'Rätta datumet, organet eller id:t. Ett sammanträde över flera dagar har första dagen i datum: och sista i till:.',
  *check({ plan, incomplete }) {
    if (plan.kalender === null) {
      return;
    }
    for (const sammanträde of plan.kalender.sammanträden) {
      yield* dateFindings(sammanträde, plan);
      yield* organFinding(sammanträde, plan);
      yield* periodFindings(sammanträde, plan);
    }
    // What stood in a file that could not be read is not missed once more wherever it is named.
    if (!incomplete) {
      yield* idFindings(plan.kalender, plan);
    }
  },
};

function dateFindings({ datum, till, origin }: Sammanträde, { period }: Plan): readonly FindingDetails[] {
  const found: FindingDetails[] = [];
  for (const [key, date] of [
    ['datum', datum],
    ['till', till],
  ] as const) {
    // Another form than year-month-day has been told by the schema.
    if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
      continue;
    }
    const place = placeOf(within(origin, key));
    if (!isDate(date)) {
      found.push({ place, message: `dagen ${date} finns inte`, help: 'Rätta månaden eller dagen', id: datum });
    } else if (date < period.start || date > period.slut) {
      found.push({
        severity: 'varning',
        place,
        message: `${key} ${date} ligger utanför planens period ${period.id}`,
        help: 'Rätta datumet, eller flytta sammanträdet till den planens kalender',
        id: datum,
      });
    }
  }
  if (till !== null && till < datum) {
    found.push({
      place: placeOf(within(origin, 'till')),
      message: `sammanträdet slutar ${till}, före första dagen ${datum}`,
      help: 'Skriv första dagen i datum: och sista i till:',
      id: datum,
      notes: [{ place: placeOf(within(origin, 'datum')), message: 'här står första dagen' }],
    });
  }
  return found;
}

function organFinding({ datum, organ, origin }: Sammanträde, { organisation }: Plan): readonly FindingDetails[] {
  const at = within(origin, 'organ');
  // The plan's own organ is told where the plan names it.
  if (organisation.organ.size === 0 || organisation.organ.has(organ) || !hasPlace(at)) {
    return [];
  }
  const known = [...organisation.organ.keys()];
  return [
    {
      place: placeOf(at),
      message: `organet ”${organ}” finns inte i plans/organisation.yaml`,
      help: didYouMean(organ, known) ?? `Organ som finns: ${known.join(', ')}`,
      id: datum,
    },
  ];
}

/** Last year's accounts and next year's budget are taken up in a year; what lies further away is a slip. */
const YEARS_AWAY = 2;

/** A period that could not be read would else be missing without a word. */
function periodFindings({ datum, punkter }: Sammanträde, { period }: Plan): readonly FindingDetails[] {
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const distant = punkter.flatMap(({ ärende, avser, origin }): readonly FindingDetails[] =>
    avser === null ||
    (yearOf(avser.slut) >= yearOf(period.start) - YEARS_AWAY && yearOf(avser.start) <= yearOf(period.slut) + YEARS_AWAY)
      ? []
      : [
          {
            severity: 'varning',
            place: placeOf(within(origin, 'avser')),
            message: `”${ärende.trimEnd()}” avser ${avser.id}, mer än två år från planens period ${period.id}`,
            help: 'Rätta perioden',
            id: datum,
          },
        ],
  );
  const unread = punkter
    .filter(({ avser, origin }) => avser === null && hasPlace(within(origin, 'avser')))
    .map(({ ärende, origin }) => ({
      place: placeOf(within(origin, 'avser')),
      message: `perioden för ”${ärende}” går inte att läsa`,
      help: 'Skriv till exempel 2025, 2025-T1 eller 2025-03',
      id: datum,
    }));
  return [...distant, ...unread];
}

/** What is followed up must stand in the plan. */
function idFindings({ uppföljningsområden, sammanträden }: Kalender, plan: Plan): readonly FindingDetails[] {
  const known = new Set(idsOf(plan));
  const suggest = suggestFrom(() => known);
  return [...uppföljningsområden, ...sammanträden.flatMap(({ punkter }) => punkter)].flatMap(({ gäller, origin }) =>
    gäller.flatMap((id, index) => (known.has(id) ? [] : [unknownId(id, suggest(id), gällerAt(origin, index))])),
  );
}

function gällerAt(origin: Origin, index: number): Origin {
  const item = within(origin, 'gäller', index);
  return hasPlace(item) ? item : within(origin, 'gäller');
}

function unknownId(id: string, near: string | null, at: Origin): FindingDetails {
  return {
    place: placeOf(at),
    message: `id ”${id}” finns inte i planen`,
    help: near ?? 'Skriv id för ett målområde, mål, nyckeltal eller uppdrag i samma plan',
    id,
  };
}

/** Everything in the plan that can be followed up. */
function idsOf({ strategier, målområden }: Plan): readonly string[] {
  return [
    ...strategier.flatMap(({ id, indikatorer }) => [id, ...indikatorer.map((one) => one.id)]),
    ...målområden.flatMap((one) => [
      one.id,
      ...[
        ...one.mål,
        ...one.nyckeltal,
        ...one.indikatorer,
        ...one.uppdrag,
        ...one.aktiviteter,
        ...one.mål.flatMap((mål) => mål.aktiviteter),
        ...one.uppdrag.flatMap((uppdrag) => uppdrag.aktiviteter),
      ].map(({ id }) => id),
    ]),
  ];
}
