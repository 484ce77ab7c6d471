export interface SchemaHint {
  /** The keys that an object may have. */
  readonly keys?: readonly string[];
  readonly example?: string;
}

/** By schema, then by JSON pointer into it. */
export const hints: Readonly<Record<string, Readonly<Record<string, SchemaHint>>>>;
