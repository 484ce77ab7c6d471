import type { Severity } from '../diagnostics/codes.ts';
import type { FindingDetails } from '../diagnostics/diagnostic.ts';
import type { EvaluatedPlan } from '../evaluate/evaluated-plan.ts';
import type { SideFile } from '../load/plan-files.ts';
import type { Period } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { StatedTarget } from './stated-targets.ts';

/** What a rule sees: the typed plan and its evaluation, never raw files. */
export interface CheckContext {
  readonly plan: Plan;
  /** Whether a file of målområden could not be read, so that ids may be unknown for that reason. */
  readonly incomplete: boolean;
  /** Every målvärde that the plan states. */
  readonly targets: readonly StatedTarget[];
  /** Periods that the plan has outcomes or a follow-up for. */
  readonly periods: readonly Period[];
  /** The latest period with outcomes, else the plan's own. */
  readonly latest: Period;
  /** The day that dates are held against, ISO. */
  readonly idag: string;
  /** The plan evaluated in a period; computed once for all rules. */
  readonly evaluatedIn: (period: Period) => EvaluatedPlan;
}

export interface Rule {
  /** `VP201`; never used again for something else. */
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why the rule is there, for the rule's page. */
  readonly why: string;
  /** How to mend it, for the rule's page. */
  readonly help: string;
  /**
   * Whether the rule only makes sense on a plan without other errors: a published figure that no longer holds because
   * a file could not be read is no finding of its own.
   */
  readonly needsSoundPlan?: boolean;
  /** The file beside the mål that the rule is about; it is not run where that file is not read. */
  readonly about?: SideFile;
  /**
   * Whether a warning is an error in a published plan: what is still open in a draft is wrong in a document that is
   * out, and stays there as a known deviation or not at all.
   */
  readonly errorWhenPublished?: boolean;
  readonly check: (context: CheckContext) => Iterable<FindingDetails>;
}

/** How serious a rule's findings are in a plan. */
export function severityIn({ severity, errorWhenPublished }: Rule, { status }: Plan): Severity {
  return errorWhenPublished === true && status === 'publicerad' ? 'fel' : severity;
}
