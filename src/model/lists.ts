/** The items of many lists as one: faster than `flatMap`, and of as many lists as there may be. */
export function joined<T>(lists: Iterable<readonly T[]>): readonly T[] {
  const all: T[] = [];
  for (const list of lists) {
    pushAll(all, list);
  }
  return all;
}

/** Adds items to a list. `push(...more)` fails where there are more than a call takes arguments. */
export function pushAll<T>(list: T[], more: readonly T[]): void {
  for (let at = 0; at < more.length; at++) {
    list.push(more[at] as T);
  }
}

/** The largest of some numbers that are not below zero; 0 where there are none. `Math.max` takes only so many. */
export function largest(numbers: Iterable<number>): number {
  let most = 0;
  for (const one of numbers) {
    most = Math.max(most, one);
  }
  return most;
}
