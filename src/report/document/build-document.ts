import type { PhrasingContent, RootContent } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { type Diagnostic, finding } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { ComparisonPlan } from '../../evaluate/comparison-value.ts';
import type { EvaluatedIndikator, EvaluatedPlan } from '../../evaluate/evaluated-plan.ts';
import { type FollowUp, followUpOf } from '../../evaluate/follow-up.ts';
import { formatPeriod } from '../../model/period.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { withoutRepeatedTables } from './chart-figures.ts';
import { chapterOrgan, type PartContext, uniqueIds } from './context.ts';
import type { Block, Inline, List, Paragraph, ReportDocument } from './document.ts';
import { målPostOf } from './follow-up-items.ts';
import { inlinesOf, joined, paragraphOf, type Style } from './markdown.ts';
import { ruleWords } from './parts.ts';
import { REFERENCES } from './references.ts';
import { type Compared, type Revision, revisionOf } from './revision.ts';
import { KNOWN_WORDS, knownIn, PARTS } from './template-parts.ts';

/** What a report is made for, where its template lets that be chosen. */
export interface DocumentChoice {
  readonly målområde: string | null;
  /** Plans of other years, for time series. */
  readonly earlier: readonly ComparisonPlan[];
  /** Another version of the plan, and what has changed since. */
  readonly compared?: Compared | null;
}

const NO_CHOICE: DocumentChoice = { målområde: null, earlier: [] };

/** Whether a template has a part that looks at other years' plans: they are not read for the others. */
export function looksBack({ text }: SourceFile): boolean {
  return /^\s*::(?:uppfoljning|diagram\b.*\bserie)/m.test(text);
}

export interface BuiltDocument {
  /** Null where the template cannot be followed. */
  readonly document: ReportDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds a report from a template: Markdown whose directives place computed parts (`::matris`) and computed figures
 * (`:antal{av=rader}`). Whatever it does not know is a finding at its place, and then there is no report: one that
 * lacks a part would look whole.
 *
 * @param chosen the organ that the template calls `vald`; null where none was chosen
 * @param date the day that the report is made, ISO
 */
export function buildDocument(
  template: SourceFile,
  name: string,
  evaluated: EvaluatedPlan,
  chosen: string | null,
  date: string,
  { målområde, earlier, compared = null }: DocumentChoice = NO_CHOICE,
): BuiltDocument {
  const { plan, period } = evaluated;
  const reader: Reader = {
    file: template,
    evaluated,
    chosen,
    målområde,
    date,
    revision: compared === null ? null : revisionOf(compared, plan.nivåer),
    showsChanges: false,
    followUp: rememberFollowUps(evaluated, earlier),
    unique: uniqueIds(),
    diagnostics: [],
    title: null,
    level: 1,
  };
  const root = fromMarkdown(template.text, {
    extensions: [directive()],
    mdastExtensions: [directiveFromMarkdown()],
  });
  const blocks = withoutRepeatedTables(root.children.flatMap((node) => blocksOf(node, reader)));
  if (reader.diagnostics.length === 0 && !reader.title?.trim()) {
    reader.diagnostics.push(fault(reader, 0, 1, 'mallen har ingen rubrik', 'Börja med en rad som # Sammanställning'));
  }
  if (reader.diagnostics.length === 0 && compared !== null && !reader.showsChanges) {
    const help = 'Välj en mall som har delen ::plan, till exempel --mall verksamhetsplan';
    reader.diagnostics.push(fault(reader, 0, 1, 'mallen visar inte vad som har ändrats', help));
  }
  const { diagnostics } = reader;
  if (diagnostics.length > 0) {
    return { document: null, diagnostics };
  }
  const organ = chapterOrgan(evaluated).filter(({ id }) => evaluated.målområden.some((one) => one.perOrgan.has(id)));
  return {
    document: {
      title: reader.title ?? '',
      // A report that is called as its plan does not say so twice.
      subtitle: [...(reader.title === plan.titel ? [] : [plan.titel]), formatPeriod(period)].join(' · '),
      organisation: plan.organisation.namn,
      date,
      plan: plan.id,
      period: period.id,
      template: name,
      organ: [...organ, ...[...plan.organisation.organ.values()].filter(({ redovisasI }) => redovisasI !== null)].map(
        ({ id, namn }) => ({ id, name: namn }),
      ),
      contact: plan.organisation.kontakt,
      accessibilityStatement: plan.organisation.accessibilityStatement,
      rule: ruleWords(evaluated),
      blocks,
    },
    diagnostics,
  };
}

interface Reader {
  readonly file: SourceFile;
  readonly evaluated: EvaluatedPlan;
  readonly chosen: string | null;
  readonly målområde: string | null;
  readonly date: string;
  readonly revision: Revision | null;
  /** Whether any part so far shows what has changed. */
  showsChanges: boolean;
  readonly followUp: PartContext['followUp'];
  readonly unique: (text: string) => string;
  readonly diagnostics: Diagnostic[];
  title: string | null;
  /** Of the heading above. */
  level: number;
}

function blocksOf(node: RootContent, reader: Reader): readonly Block[] {
  switch (node.type) {
    case 'heading': {
      const text = plainText(inlines(node.children, reader));
      if (reader.title === null) {
        reader.title = text;
        return [];
      }
      // Levels are never skipped, whatever the template writes.
      const level = Math.max(2, Math.min(node.depth, reader.level + 1, 6)) as 2 | 3 | 4 | 5 | 6;
      reader.level = level;
      return [{ kind: 'heading', level, text, id: reader.unique(text) }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', content: inlines(node.children, reader) }];
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => item.children.flatMap((one) => blocksOf(one, reader))),
        } satisfies List,
      ];
    case 'leafDirective':
      return partBlocks(node, reader);
    case 'html':
      // A comment of the template's author is no part of the report.
      if (/^<!--[\s\S]*-->$/.test(node.value.trim())) {
        return [];
      }
      break;
    default:
      break;
  }
  const { start, end } = offsetsOf(node);
  reader.diagnostics.push(
    fault(
      reader,
      start,
      end,
      'det här kan en mall inte innehålla',
      'Använd rubriker, stycken, listor och delar som ::matris',
    ),
  );
  return [];
}

function partBlocks(node: LeafDirective, reader: Reader): readonly Block[] {
  const { start, end } = offsetsOf(node);
  const part = PARTS.get(node.name);
  if (part === undefined) {
    const known = [...PARTS.keys()];
    reader.diagnostics.push(
      fault(
        reader,
        start,
        end,
        `delen ”${node.name}” finns inte`,
        didYouMean(node.name, known) ?? `Delar som finns: ${known.join(', ')}`,
      ),
    );
    return [];
  }
  const attributes = attributesOf(node, reader);
  const unknown = [...attributes.keys()].find((key) => !part.attributes.includes(key));
  if (unknown !== undefined) {
    const choices = part.attributes.length === 0 ? 'Ta bort det' : `Att välja på: ${part.attributes.join(', ')}`;
    reader.diagnostics.push(fault(reader, start, end, `delen ${node.name} har inget ”${unknown}”`, choices));
    return [];
  }
  for (const [key, value] of attributes) {
    const known = part.choices?.[key] ?? knownIn(reader.evaluated, key);
    if (known?.includes(value) === false) {
      const what = KNOWN_WORDS.get(key) ?? `valet ${key}=`;
      const few = known.length > 12 ? 'vp status visar vilka som finns' : `Att välja på: ${known.join(', ')}`;
      reader.diagnostics.push(
        fault(reader, start, end, `${what} ”${value}” finns inte`, didYouMean(value, known) ?? few),
      );
      return [];
    }
  }
  const { evaluated, revision, unique, level, followUp } = reader;
  reader.showsChanges ||= part.marks === true;
  const built = part.build({ evaluated, revision, unique, level, attributes, followUp });
  return built.length === 0 && part.empty !== '' ? [paragraphOf(part.empty)] : built;
}

/** What is known of a row beside its status, worked out the first time that it is asked for. */
function rememberFollowUps(evaluated: EvaluatedPlan, earlier: readonly ComparisonPlan[]): PartContext['followUp'] {
  const known = new Map<EvaluatedIndikator, FollowUp>();
  return (rad) => {
    const followUp = known.get(rad) ?? followUpOf(rad, evaluated, earlier, målPostOf(evaluated, rad));
    known.set(rad, followUp);
    return followUp;
  };
}

function inlines(nodes: readonly PhrasingContent[], reader: Reader): Paragraph['content'] {
  return joined(nodes.flatMap((node) => inline(node, reader, {})));
}

/** Like the words of a comment, and references, wherever they stand in it. */
function inline(node: PhrasingContent, reader: Reader, style: Style): readonly Inline[] {
  switch (node.type) {
    case 'textDirective':
      return referenceText(node, reader).map((text): Inline => ({ kind: 'text', text, ...style }));
    case 'strong':
      return node.children.flatMap((one) => inline(one, reader, { ...style, strong: true }));
    case 'emphasis':
      return node.children.flatMap((one) => inline(one, reader, { ...style, emphasis: true }));
    default:
      return inlinesOf(node, reader.file.text, style);
  }
}

function referenceText(node: TextDirective, reader: Reader): readonly string[] {
  const { start, end } = offsetsOf(node);
  const reference = REFERENCES.get(node.name);
  if (reference === undefined) {
    const known = [...REFERENCES.keys()];
    reader.diagnostics.push(
      fault(
        reader,
        start,
        end,
        `uppgiften ”:${node.name}” finns inte`,
        didYouMean(node.name, known) ?? `Uppgifter som finns: ${known.join(', ')}`,
      ),
    );
    return [];
  }
  if (node.name === 'organ' && reader.chosen === null) {
    reader.diagnostics.push(fault(reader, start, end, 'inget organ är valt', 'Ange --organ, till exempel --organ hsn'));
    return [];
  }
  const result = reference(reader.evaluated, attributesOf(node, reader), reader.date);
  if ('text' in result) {
    return [result.text];
  }
  reader.diagnostics.push(fault(reader, start, end, result.fault, result.help));
  return [];
}

/**
 * `organ=planen` is the organ whose plan it is, `organ=vald` the one that was chosen for the report. What is `valfri`,
 * organ or målområde, is all of them where none was chosen.
 */
function attributesOf(
  { name, attributes }: LeafDirective | TextDirective,
  { evaluated: { plan }, chosen, målområde }: Reader,
): ReadonlyMap<string, string> {
  const stated = new Map(Object.entries(attributes ?? {}).map(([key, value]) => [key, value ?? '']));
  if (name === 'urval') {
    stated.set('organ', 'valfri').set('malomrade', 'valfri');
  }
  const organ = name === 'organ' ? 'vald' : stated.get('organ');
  if (organ === 'planen') {
    stated.set('organ', plan.organ);
  } else if (organ === 'vald' && chosen !== null) {
    stated.set('organ', chosen);
  }
  for (const [key, choice] of [
    ['organ', chosen],
    ['malomrade', målområde],
  ] as const) {
    if (stated.get(key) === 'valfri') {
      stated.delete(key);
      if (choice !== null) {
        stated.set(key, choice);
      }
    }
  }
  return stated;
}

function plainText(content: Paragraph['content']): string {
  return content.map((one) => (one.kind === 'text' ? one.text : one.word)).join('');
}

function offsetsOf({ position }: RootContent): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 1 };
}

function fault({ file }: Reader, start: number, end: number, message: string, help: string): Diagnostic {
  return finding('VP150', { place: { file, start, end }, message, help });
}
