import { type Diagnostic, type FindingDetails, finding, toDiagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { RULE_INFOS } from '../../../src/report/rule-infos.ts';
import type { Place, SourceFile } from '../../../src/source/source-file.ts';

/** Where a text stands in a file for the first time. */
export function placeOf(file: SourceFile, marked: string): Place {
  const start = file.text.indexOf(marked);
  if (start < 0) {
    throw new Error(`”${marked}” does not stand in ${file.path}`);
  }
  return { file, start, end: start + marked.length };
}

/** A finding of a rule, with the rule's own severity where no other is given. */
export function diagnosticOf(code: string, details: FindingDetails): Diagnostic {
  const rule = RULE_INFOS.find((one) => one.code === code);
  if (rule === undefined) {
    throw new Error(`no rule ${code}`);
  }
  return toDiagnostic(code, rule.slug, rule.severity, details);
}

/** All that could end a string, a tag, a command or an escape early, and what XML and terminals do not take. */
export const HOSTILE =
  'a ::error file=x,line=1::b %0A%25 </failure>]]>&amp; "citat" \'x\' `y` \u001b[31m \u0000 \u009b2J \u202E \uFFFE \uD800 🙂\r\nny rad, slut: å';

export const VARD: SourceFile = {
  path: 'plans/2025/mal/vard.yaml',
  text: 'namn: Vård\nnyckeltal:\n  - id: telefon\n    namn: 🙂🙂 samtal\n    målvärde: 88 %\n    riktning: minska\n',
};

export const ODD_PATH: SourceFile = {
  path: 'plans/2025/mal/å b%,:;?#<&>".yaml',
  text: 'första\nandra\ntredje\n',
};

/** Findings of every severity, with all that the formats must cope with. */
export const SAMPLES: readonly Diagnostic[] = [
  diagnosticOf('VP203', {
    place: placeOf(VARD, '88 %'),
    message: 'målvärdet ”88 %” för telefon säger inte om värdet ska öka eller minska',
    help: 'Skriv minst eller högst före talet',
    id: 'telefon',
    notes: [{ place: placeOf(VARD, 'minska'), message: 'här står riktning: minska' }],
  }),
  diagnosticOf('VP206', { place: placeOf(VARD, 'samtal'), message: 'efter två emojier', id: 'telefon' }),
  diagnosticOf('VP203', { place: placeOf(ODD_PATH, 'första\nandra'), message: HOSTILE, help: HOSTILE, id: HOSTILE }),
  finding('VP001', {
    place: { file: { path: 'plans/2022/plan.yaml', text: '' }, start: 0, end: 0 },
    message: 'planmappen har ingen plan.yaml',
  }),
  finding('VP110', {
    place: placeOf({ path: 'plans/organisation.yaml', text: 'nam: Region\n' }, 'nam'),
    message: 'nyckeln ”nam” finns inte här',
    help: 'Menade du ”namn”?',
  }),
  diagnosticOf('VP230', {
    place: placeOf(VARD, 'Vård'),
    message: 'uppgiften stämmer inte. Känd avvikelse: planen innehåller 56 mål',
    severity: 'notis',
  }),
];
