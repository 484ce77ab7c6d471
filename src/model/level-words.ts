const ENDINGS = [
  ['mål', 'et'],
  ['område', 't'],
  ['strategi', 'n'],
] as const;

/**
 * A level's name in its definite form, where its ending tells it: `resultatmålet`, `insatsområdet`. The plan chooses the
 * name, so that one with another ending is left as it is.
 */
export function definite(level: string): string {
  const ending = ENDINGS.find(([word]) => level.toLowerCase().endsWith(word))?.[1] ?? '';
  return level + ending;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name inside a sentence: `Delvis uppfyllt` → `delvis uppfyllt`, but `KF-mål` as it is. */
export function inSentence(text: string): string {
  const [first = '', second = ''] = text;
  return isUpperCase(first) && isUpperCase(second) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function isUpperCase(char: string): boolean {
  return char !== char.toLowerCase();
}

/** A name with its level before it, unless it begins with that word itself: `Nämndmål: Trygga äldre`. */
export function withLevel(level: string, namn: string): string {
  return namn.toLowerCase().startsWith(level.toLowerCase()) ? namn : `${capital(level)}: ${namn}`;
}
