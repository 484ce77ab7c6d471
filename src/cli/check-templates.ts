import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { choosePeriod } from '../evaluate/choose-period.ts';
import { ownTemplates, readTemplate, type TemplatePlaces } from '../load/read-template.ts';
import type { CheckedPlan } from './load-evaluated.ts';

/** What is wrong with the templates that a plan brings itself. */
export async function checkTemplates(
  { plan, evaluatedIn }: CheckedPlan,
  places: TemplatePlaces,
  idag: string,
): Promise<readonly Diagnostic[]> {
  const names = plan === null ? [] : ownTemplates(places);
  if (plan === null || names.length === 0) {
    return [];
  }
  const { buildDocument } = await import('../report/document/build-document.ts');
  const found = await Promise.all(
    names.map(async (name) => {
      const { file, diagnostics } = await readTemplate(name, places);
      const evaluated = evaluatedIn(choosePeriod(plan));
      return file === null
        ? diagnostics
        : [...diagnostics, ...buildDocument(file, name, evaluated, plan.organ, idag).diagnostics];
    }),
  );
  return found.flat();
}
