import type { Severity } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../report/rule-infos.ts';
import { visible } from '../visible.ts';
import { findingText } from './finding-text.ts';
import { type Range, rangeOf } from './place-words.ts';

const COMMANDS = { fel: 'error', varning: 'warning', notis: 'notice' } as const satisfies Record<Severity, string>;

/** Findings as workflow commands: GitHub shows each at its line in a pull request. */
export function renderGithub(diagnostics: readonly Diagnostic[], rules: readonly RuleInfo[]): string {
  const titles = new Map(rules.map(({ code, title }) => [code, title]));
  return diagnostics.map((diagnostic) => `${annotation(diagnostic, titles.get(diagnostic.code))}\n`).join('');
}

/** `::error file=…,line=14,endLine=14,col=5,endColumn=9,title=…::…` */
function annotation(diagnostic: Diagnostic, title: string | undefined): string {
  const { severity, code, slug, place } = diagnostic;
  const properties = Object.entries({
    file: place.file.path,
    ...lines(rangeOf(place)),
    title: `${code} ${title ?? slug}`,
  }).map(([key, value]) => `${key}=${escapeProperty(visible(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(findingText(diagnostic))}`;
}

/** GitHub takes columns only for a place on one line. */
function lines(range: Range | null): Readonly<Record<string, string>> {
  if (range === null) {
    return {};
  }
  const { line, column, endLine, endColumn } = range;
  const columns = line === endLine ? { col: String(column), endColumn: String(endColumn) } : {};
  return { line: String(line), endLine: String(endLine), ...columns };
}

/** A command is one line, and what follows % is read as an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property, comma and colon end it. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
