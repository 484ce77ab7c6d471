import { formatSwedish } from '../malvarde/numbers.ts';
import { printJämförelse, printMålvärde } from '../malvarde/print-malvarde.ts';
import type { Jämförare, Målvärde } from '../model/malvarde.ts';
import { formatKvantitet } from './format-value.ts';

const OPERATOR_WORDS: Readonly<Record<Jämförare, string>> = {
  '>=': 'minst (>=)',
  '>': 'över (>)',
  '<=': 'högst (<=)',
  '<': 'under (<)',
};

/**
 * A reading as labelled lines: what each part of a målvärde was understood as.
 *
 * @param direction the operator that a bare number gets from the plan
 */
export function readingLines(
  målvärde: Målvärde,
  direction: '>=' | '<=' | null = null,
): readonly (readonly [label: string, value: string])[] {
  const { frist, villkor, av, anmärkningar } = målvärde;
  return [
    ['Läses som', printMålvärde(målvärde)],
    ...kravLines(målvärde, direction),
    ...(av === null ? [] : [['Andel av', av] as const]),
    ...(villkor === null ? [] : [['Villkor', `${villkor} (visas, räknas inte)`] as const]),
    ...(frist === null ? [] : [['Senast', frist] as const]),
    ...anmärkningar.map((anmärkning) => ['Anmärkning', `${anmärkning} (visas, räknas inte)`] as const),
  ];
}

/** A bare number gets its way from the plan's `riktning`. */
function boundWords(operator: Jämförare | null, direction: '>=' | '<=' | null): string {
  if (operator !== null) {
    return OPERATOR_WORDS[operator];
  }
  return direction === null ? 'ett ensamt tal, utan riktning' : `${OPERATOR_WORDS[direction]}, enligt riktning`;
}

function kravLines({ krav }: Målvärde, direction: '>=' | '<=' | null): readonly (readonly [string, string])[] {
  switch (krav.slag) {
    case 'gräns':
      return [
        ['Jämförs som', boundWords(krav.operator, direction)],
        ['Värde', formatSwedish(krav.kvantitet.siffror)],
        ['Måttenhet', krav.kvantitet.måttenhet ?? 'ingen angiven'],
      ];
    case 'mellan':
      return [
        ['Jämförs som', 'mellan'],
        ['Från och till', `${formatSwedish(krav.från.siffror)} till ${formatKvantitet(krav.till)}`],
        ['Måttenhet', krav.till.måttenhet ?? 'ingen angiven'],
      ];
    case 'förändring':
      return [
        ['Jämförs som', 'förändring'],
        [
          'Förändring',
          `${krav.jämförare === null ? '' : `${OPERATOR_WORDS[krav.jämförare]} `}${formatKvantitet(krav.kvantitet)}`,
        ],
        ['Jämfört med', krav.mot === null ? 'ett basår som inte anges' : printJämförelse(krav.mot)],
      ];
    case 'jämförelse':
      return [
        ['Jämförs som', 'jämförelse'],
        [
          'Jämfört med',
          krav.bästa === null
            ? printJämförelse(krav.mot)
            : `de ${formatKvantitet(krav.bästa)} bästa i ${printJämförelse(krav.mot)}`,
        ],
      ];
    case 'trend':
      return [
        ['Jämförs som', `trend: ${krav.riktning}`],
        ['Jämfört med', printJämförelse(krav.mot)],
      ];
    case 'aktivitet':
      return [
        ['Jämförs som', 'aktivitet'],
        ...(krav.antal === null
          ? []
          : [
              [
                'Antal',
                `${OPERATOR_WORDS[krav.antal.jämförare ?? '>=']} ${formatSwedish(krav.antal.siffror)}`,
              ] as const,
            ]),
      ];
    case 'senast':
      return [['Jämförs som', 'senast']];
    case 'bedöms':
      return [['Jämförs som', 'bedöms: följs upp utan mätning']];
    case 'ej_satt':
      return [['Jämförs som', 'ej satt: ska kompletteras']];
  }
}
