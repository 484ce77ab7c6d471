/** A tab and a no-break space as signs that can be seen, where the text is about them. */
export function markSpaces(text: string): string {
  return text.replaceAll('\t', '→').replaceAll('\u00A0', '⍽');
}
