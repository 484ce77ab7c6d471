import { readMålvärde } from '../../src/malvarde/read-malvarde.ts';
import type { Jämförelse, Kvantitet, Läskontext, Läsning, Målvärde } from '../../src/model/malvarde.ts';

export const PROV_ORGAN: ReadonlyMap<string, string> = new Map(
  ['rf', 'rs', 'hsn', 'run', 'ktn', 'rjh'].map((id) => [id, id]),
);

/** Reads a text and shows the reading on one line: `>= 70 % senast 2025`, so that tables of tests can be read. */
export function tolka(text: string, måttenhet: string | null = null): string {
  const kontext: Läskontext = { organ: PROV_ORGAN, måttenhet };
  return showLäsning(readMålvärde(text, kontext));
}

export function showLäsning(läsning: Läsning): string {
  switch (läsning.slag) {
    case 'läst':
      return showMålvärde(läsning.målvärde);
    case 'per organ':
      return läsning.delar.map(({ organ, målvärde }) => `${organ}: ${showMålvärde(målvärde)}`).join('; ');
    case 'oläst':
      return `FEL ${läsning.fel.start}–${läsning.fel.slut}: ${läsning.fel.meddelande}`;
  }
}

function showMålvärde({ krav, frist, villkor, av, anmärkningar }: Målvärde): string {
  return [
    showKrav(krav),
    av === null ? '' : `av ${av}`,
    villkor === null ? '' : `villkor: ${villkor}`,
    frist === null ? '' : `senast ${frist}`,
    ...anmärkningar.map((text) => `(${text})`),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function showKrav(krav: Målvärde['krav']): string {
  switch (krav.slag) {
    case 'gräns':
      return `${krav.operator ?? 'ensamt'} ${show(krav.kvantitet)}`;
    case 'mellan':
      return `${show(krav.från)} … ${show(krav.till)}`;
    case 'förändring':
      return `förändring ${krav.jämförare ?? 'ensam'} ${show(krav.kvantitet)} mot ${krav.mot === null ? '–' : showMot(krav.mot)}`;
    case 'jämförelse':
      return `${krav.riktning} jämfört med ${showMot(krav.mot)}${krav.bästa === null ? '' : ` bland ${show(krav.bästa)}`}`;
    case 'trend':
      return `${krav.riktning} mot ${showMot(krav.mot)}`;
    case 'aktivitet':
      return krav.antal === null
        ? 'aktivitet'
        : `aktiviteter ${krav.antal.jämförare ?? 'ensamt'} ${krav.antal.siffror}`;
    case 'senast':
    case 'bedöms':
    case 'ej_satt':
      return krav.slag;
  }
}

function showMot(mot: Jämförelse): string {
  return mot.slag === 'år' ? String(mot.år) : mot.slag;
}

function show({ värde, siffror, måttenhet }: Kvantitet): string {
  // Value and digits are two views of one number.
  const number = värde.eq(siffror) ? siffror : `${siffror} ≠ ${värde.toFixed()}`;
  return måttenhet === null ? number : `${number} ${måttenhet}`;
}
