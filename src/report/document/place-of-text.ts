import type { Plan } from '../../model/plan.ts';
import { positionAt, type SourceFile } from '../../source/source-file.ts';

/** Where a sign first stands in the plan's files: `plans/2025/mal/tandvard.yaml:14`; null where it stands in none. */
export function placeOfText(plan: Plan, text: string): string | null {
  for (const file of filesOf(plan)) {
    const at = file.text.indexOf(text);
    if (at >= 0) {
      return `${file.path}:${positionAt(file, at).line}`;
    }
  }
  return null;
}

function filesOf(plan: Plan): ReadonlySet<SourceFile> {
  return new Set([
    plan.origin.file,
    ...plan.målområden.map(({ origin }) => origin.file),
    ...plan.uppföljningar.flatMap(({ poster, geh }) =>
      [geh, ...Object.values(poster)].flatMap((some) => [...some.values()].map(({ origin }) => origin.file)),
    ),
    ...plan.utfall.map(({ file }) => file),
  ]);
}
