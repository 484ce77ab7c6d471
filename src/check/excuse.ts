import { type Diagnostic, finding } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../load/place-of.ts';
import { within } from '../model/origin.ts';
import type { KändAvvikelse, Plan, Undantag } from '../model/plan.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

export interface Excused {
  readonly diagnostics: readonly Diagnostic[];
  /** Excuses that excused nothing, among those of the rules that were run. */
  readonly useless: (rules: readonly Rule[]) => readonly Diagnostic[];
}

/**
 * What a published document got wrong becomes a note with its reason, and a warning that the plan exempts is silent
 * until its day. An excuse that excuses nothing is a fault of its own: the plan has been mended, or the excuse never
 * fitted.
 */
export function excuse(diagnostics: readonly Diagnostic[], plan: Plan, idag: string): Excused {
  const published = plan.status === 'publicerad';
  const usedDeviations = new Set<KändAvvikelse>();
  const usedExemptions = new Set<Undantag>();
  const kept = diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    if (diagnostic.severity === 'notis') {
      return [diagnostic];
    }
    const deviation = published ? plan.kändaAvvikelser.find((one) => matches(one, diagnostic)) : undefined;
    if (deviation !== undefined) {
      usedDeviations.add(deviation);
      const message = `${diagnostic.message}. Känd avvikelse: ${deviation.skäl.trim()}`;
      return [{ ...diagnostic, severity: 'notis', message, help: null }];
    }
    const exemption = plan.undantag.find((one) => matches(one, diagnostic));
    if (exemption === undefined) {
      return [diagnostic];
    }
    usedExemptions.add(exemption);
    if (diagnostic.severity === 'fel') {
      return [diagnostic, exemptedError(exemption)];
    }
    return exemption.till >= idag
      ? []
      : [{ ...diagnostic, message: `${diagnostic.message} (undantaget gällde till ${exemption.till})` }];
  });
  const withoutTarget = new Set(diagnostics.filter(({ slug }) => NO_TARGET.has(slug)).map(({ id }) => id));
  return {
    diagnostics: kept,
    useless: (rules) => {
      const couldFind = ({ regel, gäller }: KändAvvikelse | Undantag) =>
        wasRun(regel, rules) && !(withoutTarget.has(gäller) && isRule(regel));
      return [
        ...plan.kändaAvvikelser
          .filter((one) => !usedDeviations.has(one) && couldFind(one))
          .map((one) => uselessDeviation(one, published)),
        ...plan.undantag.filter((one) => !usedExemptions.has(one) && couldFind(one)).map(uselessExemption),
      ];
    },
  };
}

/** Of what has no målvärde that could be read, the other rules find nothing, and an excuse for it is not useless. */
const NO_TARGET: ReadonlySet<string> = new Set(['mal-utan-malvarde', 'malvarde-olasligt']);

/** A rule that was not run could not find what is excused; a name that is no rule's is as useless as it looks. */
function wasRun(regel: string, rules: readonly Rule[]): boolean {
  return isRule(regel, rules) || !isRule(regel);
}

function isRule(regel: string, rules: readonly Rule[] = RULES): boolean {
  return rules.some(({ slug, code }) => regel === slug || regel.toUpperCase() === code);
}

/** One rule, by slug or code, at one id. */
function matches(
  { regel, gäller }: { readonly regel: string; readonly gäller: string },
  { slug, code, id }: Diagnostic,
): boolean {
  return (regel === slug || regel.toUpperCase() === code) && gäller === id;
}

function uselessDeviation(one: KändAvvikelse, published: boolean): Diagnostic {
  return finding('VP140', {
    place: placeOf(within(one.origin, 'regel')),
    message: published
      ? `den kända avvikelsen ${one.regel} för ”${one.gäller}” svarar inte mot något fynd`
      : `kända avvikelser gäller bara i en plan med status: publicerad`,
    help: published
      ? 'Ta bort den om det är rättat, eller rätta regel och id'
      : 'Rätta det som avviker i stället; planen är inte publicerad',
    id: one.gäller,
  });
}

function uselessExemption(one: Undantag): Diagnostic {
  return finding('VP142', {
    place: placeOf(within(one.origin, 'regel')),
    message: `undantaget ${one.regel} för ”${one.gäller}” svarar inte mot någon varning`,
    help: 'Ta bort undantaget',
    id: one.gäller,
  });
}

function exemptedError(one: Undantag): Diagnostic {
  return finding('VP141', {
    place: placeOf(within(one.origin, 'regel')),
    message: `${one.regel} för ”${one.gäller}” är ett fel; ett fel kan inte undantas`,
    help: 'Rätta felet. I ett publicerat dokument kan det vara en känd avvikelse',
    id: one.gäller,
  });
}
