/** A part of a schema: its keys, and an example of its value. */
export interface SchemaHint {
  /** JSON pointer of the part that stands in its place. */
  readonly ref?: string;
  readonly properties?: Readonly<Record<string, SchemaHint>>;
  readonly additionalProperties?: SchemaHint;
  readonly items?: SchemaHint;
  readonly definitions?: Readonly<Record<string, SchemaHint>>;
  readonly example?: string;
}

/** By schema. */
export const hints: Readonly<Record<string, SchemaHint>>;
