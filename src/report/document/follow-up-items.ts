import type {
  EvaluatedIndikator,
  EvaluatedMål,
  EvaluatedMålområde,
  EvaluatedPlan,
  EvaluatedStrategi,
} from '../../evaluate/evaluated-plan.ts';
import { type PartStates, statesOfMål } from '../../evaluate/follow-up.ts';
import { målområdeName } from '../phrases.ts';
import type { PartContext } from './context.ts';

/** A nyckeltal with its rows, one for each organ. */
export interface NyckeltalItem {
  readonly rader: readonly EvaluatedIndikator[];
  readonly isIndikator: boolean;
}

/** A mål with its own nyckeltal, or a nyckeltal by itself. */
export type FollowUpItem =
  | { readonly slag: 'mål'; readonly mål: EvaluatedMål; readonly nyckeltal: readonly NyckeltalItem[] }
  | ({ readonly slag: 'nyckeltal' } & NyckeltalItem);

/** What is followed up under one heading. */
export interface FollowUpArea {
  readonly name: string;
  /** Null for the indikatorer of a strategi. */
  readonly målområde: EvaluatedMålområde | null;
  readonly items: readonly FollowUpItem[];
}

/** All that the directive's attributes choose, in the plan's order: målområden, then the indikatorer of strategier. */
export function areasOf(context: PartContext): readonly FollowUpArea[] {
  const { evaluated, attributes } = context;
  const målområde = attributes.get('malomrade');
  return [
    ...evaluated.målområden
      .filter((one) => målområde === undefined || one.målområde.id === målområde)
      .map((one) => areaOfMålområde(one, context)),
    ...(målområde === undefined ? evaluated.strategier.map((one) => areaOfStrategi(one, context)) : []),
  ];
}

function areaOfMålområde(one: EvaluatedMålområde, context: PartContext): FollowUpArea {
  const rader = chosen(one.rader, context);
  const own = new Map(one.mål.map((each) => [each.mål, each]));
  const withinMål = one.målområde.mål.flatMap((mål): readonly FollowUpItem[] => {
    const rows = rader.filter((rad) => rad.mål === mål);
    const evaluated = own.get(mål);
    if (evaluated === undefined) {
      return nyckeltalOf(rows, false).map((item) => ({ slag: 'nyckeltal', ...item }));
    }
    const isChosen = rows.length > 0 || (mål.nyckeltal.length === 0 && isMålChosen(evaluated, context));
    return isChosen ? [{ slag: 'mål', mål: evaluated, nyckeltal: nyckeltalOf(rows, false) }] : [];
  });
  const others = nyckeltalOf(
    rader.filter((rad) => rad.mål === null),
    false,
  );
  const indikatorer = nyckeltalOf(chosen(one.indikatorer, context), true);
  return {
    name: målområdeName(one.målområde, context.evaluated.plan.nivåer),
    målområde: one,
    items: [...withinMål, ...[...others, ...indikatorer].map((item) => ({ slag: 'nyckeltal' as const, ...item }))],
  };
}

function areaOfStrategi({ strategi, indikatorer }: EvaluatedStrategi, context: PartContext): FollowUpArea {
  return {
    name: `Indikatorer: ${strategi.namn}`,
    målområde: null,
    // The heading above has said that they are indikatorer.
    items: nyckeltalOf(chosen(indikatorer, context), false).map((item) => ({ slag: 'nyckeltal', ...item })),
  };
}

function chosen(rader: readonly EvaluatedIndikator[], { attributes }: PartContext): readonly EvaluatedIndikator[] {
  const [organ, id] = [attributes.get('organ'), attributes.get('nyckeltal')];
  return rader.filter(
    (rad) => (organ === undefined || rad.organ === organ) && (id === undefined || rad.nyckeltal.id === id),
  );
}

function isMålChosen({ mål }: EvaluatedMål, { attributes }: PartContext): boolean {
  const organ = attributes.get('organ');
  return !attributes.has('nyckeltal') && (organ === undefined || mål.organ.includes(organ));
}

function nyckeltalOf(rader: readonly EvaluatedIndikator[], isIndikator: boolean): readonly NyckeltalItem[] {
  const groups = new Map<string, EvaluatedIndikator[]>();
  for (const rad of rader) {
    const group = groups.get(rad.nyckeltal.id);
    if (group === undefined) {
      groups.set(rad.nyckeltal.id, [rad]);
    } else {
      group.push(rad);
    }
  }
  return [...groups.values()].map((own) => ({ rader: own, isIndikator }));
}

/** What is followed up one by one: each nyckeltal of each organ, and each mål without nyckeltal. */
export type FollowedUp =
  | { readonly slag: 'rad'; readonly rad: EvaluatedIndikator }
  | { readonly slag: 'mål'; readonly mål: EvaluatedMål };

export function followedUpIn({ items }: FollowUpArea): readonly FollowedUp[] {
  return items.flatMap((item): readonly FollowedUp[] => {
    if (item.slag === 'mål' && item.nyckeltal.length === 0) {
      return [{ slag: 'mål', mål: item.mål }];
    }
    const rader = item.slag === 'mål' ? item.nyckeltal.flatMap((one) => one.rader) : item.rader;
    return rader.map((rad) => ({ slag: 'rad', rad }));
  });
}

export function statesOf(one: FollowedUp, context: PartContext): PartStates {
  return one.slag === 'rad' ? context.followUp(one.rad).states : statesOfMål(one.mål, context.evaluated);
}

/** What is said of the mål that a row belongs to, where the row is not the mål itself. */
export function målPostOf({ målområden }: EvaluatedPlan, rad: EvaluatedIndikator) {
  const own = målområden.find(({ målområde }) => målområde === rad.målområde);
  return own?.mål.find(({ mål }) => mål === rad.mål)?.uppföljning ?? null;
}
