/**
 * The address of a link if it is of a kind that a document may lead to: `https:`, `mailto:` or a place in the document.
 * Null for everything else, and for an address with spaces or control characters in it.
 */
export function safeLink(link: string | undefined): string | null {
  return link !== undefined && /^(?:https:\/\/|mailto:|#)[^\s\p{C}"<>\\^`{|}]+$/iu.test(link) ? link : null;
}
