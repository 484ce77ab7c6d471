/** The longest text from a file that a message repeats; the place shows the rest. */
const MAX_LENGTH = 80;

/** A text as it is repeated in a message: whole, or its beginning where it is longer than anybody would read. */
export function excerpt(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 20)}…`;
}
