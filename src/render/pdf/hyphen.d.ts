declare module 'hyphen/sv' {
  const swedish: {
    hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string;
  };
  export = swedish;
}
