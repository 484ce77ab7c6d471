/** A block of code. */
export function fence(language, text) {
  return `\`\`\`${language}\n${text.replace(/\s+$/, '')}\n\`\`\``;
}

/** The lines from the first with X to the next with Y; what is left out is marked by `…`. */
export function excerpt(text, cuts) {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
  const find = (word, after) => {
    const cut = cuts
      .find((one) => one.startsWith(`${word} `))
      ?.slice(word.length + 1)
      .trim();
    const at = cut === undefined ? -1 : lines.findIndex((line, index) => index >= after && line.includes(cut));
    if (cut !== undefined && at < 0) {
      throw new Error(`no line with ”${cut}” in the output that begins ”${lines[0]}”`);
    }
    return at;
  };
  const first = Math.max(0, find('från', 0));
  const last = find('till', first);
  const end = last < 0 ? lines.length : last + 1;
  return [...(first > 0 ? ['…'] : []), ...lines.slice(first, end), ...(end < lines.length ? ['…'] : [])].join('\n');
}

/** Text that Markdown would take for something else. */
export function escaped(text) {
  return text.replace(/[*_<[\]]/g, '\\$&');
}

/** A long line broken at spaces; a no-break space is none. */
export function folded(text, indent) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line.trim() !== '' && line.length + word.length > 118) {
      lines.push(`${indent}${word}`);
    } else {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
  }
  return lines.join('\n');
}
