import type { EvaluatedPlan } from '../../evaluate/evaluated-plan.ts';
import { everyNyckeltal } from '../../model/plan.ts';
import { chartPart } from './charts.ts';
import type { PartContext } from './context.ts';
import type { Block } from './document.ts';
import { followUpPart } from './follow-up-parts.ts';
import { missingPart, overviewPart } from './follow-up-summary.ts';
import { gehPart } from './geh-part.ts';
import { chaptersPart, introductionPart, jointPart, legendPart, matrixPart, nyckeltalPart } from './parts.ts';
import { decisionsPart, planPart } from './plan-parts.ts';
import { revisionPart } from './revision-part.ts';

interface Part {
  readonly attributes: readonly string[];
  /** Attributes whose values are known, with their values. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly build: (context: PartContext) => readonly Block[];
  /** Stands where the part has nothing to say; nothing does where it is empty. */
  readonly empty: string;
  /** Whether it shows what has changed since an earlier version of the plan. */
  readonly marks?: true;
}

/** Parts by the name of their directive. */
export const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['beslut', { attributes: [], build: decisionsPart, empty: 'Beslutsuppgifter saknas i planen.' }],
  ['plan', { attributes: [], build: planPart, empty: 'Planen har inga målområden.', marks: true }],
  ['revidering', { attributes: [], build: revisionPart, empty: '', marks: true }],
  ['innehall', { attributes: [], build: () => [{ kind: 'contents' }], empty: '' }],
  ['symbolforklaring', { attributes: [], build: legendPart, empty: '' }],
  ['matris', { attributes: ['fran'], build: matrixPart, empty: 'Planen har inga målområden.' }],
  ['nyckeltal', { attributes: ['sort', 'organ', 'malomrade', 'rubrik'], build: nyckeltalPart, empty: '' }],
  [
    'god-ekonomisk-hushallning',
    { attributes: [], build: gehPart, empty: 'Planen anger inga mål för god ekonomisk hushållning.' },
  ],
  ['inledning', { attributes: ['organ'], build: introductionPart, empty: 'Ingen inledning är skriven för perioden.' }],
  ['gemensamt', { attributes: ['fran'], build: jointPart, empty: 'Inga sådana uppdrag finns i planen.' }],
  ['organkapitel', { attributes: ['organ'], build: chaptersPart, empty: 'Inget finns att redovisa.' }],
  [
    'uppfoljning',
    { attributes: ['organ', 'malomrade', 'nyckeltal'], build: followUpPart, empty: 'Inga mål finns att följa upp.' },
  ],
  [
    'uppfoljningsoversikt',
    { attributes: ['organ', 'malomrade'], build: overviewPart, empty: 'Inga mål finns att följa upp.' },
  ],
  [
    'uppfoljningsbrister',
    { attributes: ['organ', 'malomrade'], build: missingPart, empty: 'Inga mål finns att följa upp.' },
  ],
  [
    'diagram',
    {
      attributes: ['typ', 'per', 'sort', 'organ', 'malomrade', 'nyckeltal', 'rubrik'],
      choices: { typ: ['fordelning', 'utfall', 'serie'], per: ['malomrade', 'organ'] },
      build: chartPart,
      empty: 'Det finns inga utfall att visa i ett diagram.',
    },
  ],
]);

/** What the attributes that name something in the plan are called in a message. */
export const KNOWN_WORDS: ReadonlyMap<string, string> = new Map([
  ['organ', 'organet'],
  ['malomrade', 'målområdet'],
  ['nyckeltal', 'nyckeltalet'],
]);

/** What an attribute may name in the plan; null where it may hold any words. */
export function knownIn({ plan }: EvaluatedPlan, key: string): readonly string[] | null {
  switch (key) {
    case 'organ':
      return [...plan.organisation.organ.keys()];
    case 'malomrade':
      return plan.målområden.map(({ id }) => id);
    case 'nyckeltal':
      return everyNyckeltal(plan).map(({ id }) => id);
    default:
      return null;
  }
}
