import type { DataObject } from './data.ts';
import { exampleOf } from './rule-examples.ts';
import type { RuleInfo } from './rule-infos.ts';

/** `vp forklara --format json`; its schema is `schemas/forklara.schema.json`. */
export function rulesData(rules: readonly RuleInfo[]): DataObject {
  return {
    version: 1,
    regler: rules.map(({ code, slug, severity, title, why, help }) => {
      const example = exampleOf(code);
      return {
        kod: code,
        regel: slug,
        allvar: severity,
        titel: title,
        skäl: why,
        hjälp: help,
        exempel: example === null ? null : { fil: example.file, fel: example.wrong, lagat: example.right },
      };
    }),
  };
}
