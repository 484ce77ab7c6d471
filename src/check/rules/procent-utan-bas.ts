import { placeOf } from '../../load/place-of.ts';
import { LATIN_LETTERS } from '../../model/letters.ts';
import { readingsOf } from '../../model/organ-malvarde.ts';
import type { Rule } from '../rule.ts';

export const procentUtanBas: Rule = {
  code: 'VP215',
  slug: 'procent-utan-bas',
  severity: 'varning',
  errorWhenPublished: true,
  title: 'Procenttalet kan vara både en nivå och en förändring',
  why: '”Minska mängden avfall”, 1 %: minska med 1 % från något år, eller till 1 %? Utan bas kan målet läsas på två sätt. I en publicerad plan är det ett fel.',
  help: 'Skriv minska med 1 % jämfört med 2019, eller ange utfall_är: nivå eller förändring.',
  *check({ targets }) {
    for (const { nyckeltal, stated } of targets) {
      const bare = readingsOf(stated).some(
        ({ krav }) => krav.slag === 'gräns' && krav.operator === null && krav.kvantitet.måttenhet === '%',
      );
      if (
        bare &&
        nyckeltal.utfallÄr === null &&
        CHANGE_WORDS.test(nyckeltal.namn.toLowerCase()) &&
        !SHARE_WORDS.test(nyckeltal.namn.toLowerCase())
      ) {
        yield {
          place: placeOf(stated.origin),
          message: `målvärdet ”${stated.text}” för ${nyckeltal.id} ”${nyckeltal.namn}” säger inte om det är en nivå eller en förändring`,
          help: 'Skriv minska med … jämfört med ett år, eller ange utfall_är: nivå eller utfall_är: förändring',
          id: nyckeltal.id,
        };
      }
    }
  },
};

const CHANGE_WORDS = new RegExp(
  `(?<![${LATIN_LETTERS}])(?:minsk|ök)(?:a|ad|at|as|ade|ning|ningen)(?![${LATIN_LETTERS}])`,
);

/** The name says itself that the figure is a share of something: then a percentage is its level. */
const SHARE_WORDS = new RegExp(
  `(?<![${LATIN_LETTERS}])(?:andel|andelen|graden?|återvinningsgrad|nyttjandegrad|procent)(?![${LATIN_LETTERS}])|%`,
);
