/**
 * Plain data for machines. A figure keeps the digits it was printed with, so that 4,10 is written 4.10 and nothing
 * passes through binary floating point.
 */
export type Data = string | number | boolean | null | Digits | readonly Data[] | DataObject;
export interface DataObject {
  readonly [key: string]: Data;
}

/** A number by its digits: `-34.80`. */
export interface Digits {
  readonly siffror: string;
}

export function digits(siffror: string): Digits {
  return { siffror };
}
