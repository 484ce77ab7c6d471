import { SLAG, type Slag, type ThingDiff } from '../../diff/plan-diff.ts';
import { capital } from '../../model/level-words.ts';
import type { Nivånamn } from '../../model/plan.ts';
import { plural } from '../phrases.ts';
import { heading, type PartContext } from './context.ts';
import type { Block, List } from './document.ts';
import { ledBy, paragraphOf } from './markdown.ts';
import { organName } from './parts.ts';
import { changeWords, type Revision } from './revision.ts';

/**
 * `::revidering`: what the plan is compared with, how much has changed, and what it no longer has. Nothing where it is
 * not compared.
 */
export function revisionPart(context: PartContext): readonly Block[] {
  const { revision } = context;
  if (revision === null) {
    return [];
  }
  const { earlier, diff, nivåer } = revision;
  const counts = (['changed', 'new', 'removed'] as const).flatMap((state) => {
    const words = countWords(
      diff.things.filter((one) => one.state === state),
      nivåer,
    );
    return words === null ? [] : [ledBy(STATE_WORDS[state], [paragraphOf(words)])];
  });
  const removed = removedItems(context, revision);
  return [
    heading(context, 0, 'Revidering'),
    paragraphOf(
      diff.things.length + diff.plan.length === 0
        ? `Planen är jämförd med ${earlier}. Inget skiljer dem åt.`
        : `Planen är jämförd med ${earlier}. Vid det som har ändrats står Reviderat, med vad som stod tidigare där det är kort, och vid det som är nytt står Nytt.`,
    ),
    ...listed(counts),
    ...(diff.plan.length === 0
      ? []
      : [
          paragraphOf('Om planen själv:'),
          ...listed(diff.plan.map((change) => [paragraphOf(capital(changeWords(change, nivåer)))])),
        ]),
    ...(removed.length === 0 ? [] : [paragraphOf('Borttaget ur planen:'), ...listed(removed)]),
  ];
}

function listed(items: List['items']): readonly List[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

const STATE_WORDS = { changed: 'Reviderat:', new: 'Nytt:', removed: 'Borttaget:' } as const;

/** `3 mål, 1 uppdrag`; null where there is nothing. */
function countWords(things: readonly ThingDiff[], nivåer: Nivånamn): string | null {
  const words = SLAG.flatMap((slag) => {
    const count = things.filter((one) => one.slag === slag).length;
    return count === 0 ? [] : [plural(count, ...slagWords(slag, nivåer))];
  });
  return words.length === 0 ? null : words.join(', ');
}

/** One and several of a kind. A level that the plan itself has named is called by that name, whose plural is unknown. */
function slagWords(slag: Slag, nivåer: Nivånamn): readonly [string, string] {
  const own = new Map<string, string>(Object.entries(nivåer)).get(slag);
  return own === undefined || own === slag ? [slag, PLURALS[slag]] : [own, own];
}

const PLURALS: Readonly<Record<Slag, string>> = {
  strategi: 'strategier',
  målområde: 'målområden',
  mål: 'mål',
  nyckeltal: 'nyckeltal',
  indikator: 'indikatorer',
  uppdrag: 'uppdrag',
  aktivitet: 'aktiviteter',
};

/** Things that the plan no longer has, and organ that no longer have a nyckeltal. */
function removedItems(context: PartContext, { diff, nivåer }: Revision): List['items'] {
  return diff.things.flatMap((one) => {
    const what = `${capital(slagWords(one.slag, nivåer)[0])}: ${one.namn.replace(/\s+/g, ' ')}`;
    if (one.state === 'removed') {
      return [[paragraphOf(`${what}${one.målområde === null ? '' : ` (${one.målområde})`}`)]];
    }
    const gone = one.state === 'new' ? [] : one.changes.filter(({ organ, after }) => organ !== null && after === null);
    return gone
      .filter(({ field }) => field === 'organ')
      .map(({ organ }) => [paragraphOf(`${what}, för ${organName(context, organ ?? '')}`)]);
  });
}
