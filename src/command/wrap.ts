/** Text in lines of at most `width` characters, broken at spaces; a longer word keeps a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Two columns, the right one wrapped so that no line is wider than `width`. */
export function columns(rows: readonly (readonly [string, string])[], width: number, most: number): string {
  const left = Math.min(most, Math.max(0, ...rows.map(([term]) => term.length)));
  const gap = ' '.repeat(left + 4);
  return rows
    .map(([term, text]) => {
      const [first = '', ...more] = wrap(text, width - gap.length);
      // A term too wide for its column stands on a line of its own.
      const head = term.length > left ? `  ${term}\n${gap}${first}` : `  ${term.padEnd(left)}  ${first}`;
      return [head.trimEnd(), ...more.map((line) => gap + line)].join('\n');
    })
    .join('\n');
}
