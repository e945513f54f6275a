/** The words of a line, or the place (1-based column, in characters) where it stops making sense. */
export type Tokens =
  | { readonly words: readonly string[] }
  | { readonly column: number; readonly message: string; readonly hint: string };

/** Typographic quotes: what may close each that opens. Germans write „…“, Swedes ”…”, the French «…», Danes »…«. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['”', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‘', ''],
  ['’', ''],
  ['‚', ''],
  ['‛', ''],
]);
const DOUBLE = '“”„‟';
const SINGLE = '‘’‚‛';

const SPACE = /\s/;
/** Phones turn the two hyphens of an option into one dash. */
const DASH = /[–—―]{1,2}-?(?=\p{L})/uy;
/** What a backslash keeps literal between double quotes; before anything else it stands for itself. */
const ESCAPABLE = '"\\$`\n“”„‟«»';

interface Quoted {
  readonly text: string;
  /** Index after the closing quote. */
  readonly next: number;
}

/** The text from after the quote at `start` to where it closes; undefined if it never does. */
function readQuoted(line: string, start: number): Quoted | undefined {
  const opener = line.charAt(start);
  const group = DOUBLE.includes(opener) ? DOUBLE : SINGLE.includes(opener) ? SINGLE : '';
  const escapes = opener !== "'" && !SINGLE.includes(opener);
  let text = '';
  for (let i = start + 1; i < line.length; i++) {
    const char = line.charAt(i);
    const after = line.charAt(i + 1);
    if (escapes && char === '\\' && after !== '' && ESCAPABLE.includes(after)) {
      if (after !== '\n') text += after;
      i++;
      continue;
    }
    // Phones choose the closing shape by what stands before it, so at the end of a word any shape of the kind closes.
    const atEnd = group.includes(char) && (after === '' || SPACE.test(after));
    if (CLOSERS.has(opener) ? atEnd || CLOSERS.get(opener)?.includes(char) : char === opener) {
      return { text: opener === '«' || opener === '»' ? text.trim() : text, next: i + 1 };
    }
    text += char;
  }
  return undefined;
}

function columnOf(line: string, index: number): number {
  return Array.from(line.slice(0, index)).length + 1;
}

const isWordChar = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/**
 * A line as a POSIX shell would split it into words: single quotes, double quotes, backslash. Nothing is expanded or run: `$x`,
 * `$(x)`, backticks, `*`, `;`, `|` and `#` stay as they are. Beyond a shell: every kind of space separates, typographic quotes
 * quote where they open a word or a value after `=`, and a dash that opens a word stands for `--`.
 *
 * An apostrophe opens a quotation in a shell. In `--scope=don't --reason=won't` that would swallow an option unseen, so a quotation
 * that starts and ends inside words and spans several is refused, as an unclosed one is.
 */
export function tokenize(line: string): Tokens {
  const words: string[] = [];
  let word: string | null = null;
  let i = 0;
  while (i < line.length) {
    const char = line.charAt(i);
    if (SPACE.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      i++;
    } else if (char === '\\') {
      if (i + 1 === line.length) {
        return {
          column: columnOf(line, i),
          message: 'A backslash stands at the end of the line',
          hint: 'A command is one line: continue on the same one. For a backslash itself write `\\\\`.',
        };
      }
      const escaped = line.charAt(i + 1);
      if (escaped !== '\n') word = (word ?? '') + escaped;
      i += 2;
    } else if (char === '"' || char === "'" || (CLOSERS.has(char) && (word === null || line.charAt(i - 1) === '='))) {
      const quoted = readQuoted(line, i);
      const swallows =
        quoted &&
        char === "'" &&
        isWordChar(line.charAt(i - 1)) &&
        isWordChar(line.charAt(quoted.next)) &&
        SPACE.test(quoted.text);
      if (!quoted || swallows) {
        return {
          column: columnOf(line, i),
          message: `The quote ${char} is not closed`,
          hint:
            char === "'"
              ? 'Put text with an apostrophe in double quotes: `--scope="don\'t stop"`.'
              : 'Close it, or put a backslash before a quote that belongs to the text: `\\"`.',
        };
      }
      word = (word ?? '') + quoted.text;
      i = quoted.next;
    } else {
      DASH.lastIndex = i;
      const dash: RegExpExecArray | null = word === null ? DASH.exec(line) : null;
      word = (word ?? '') + (dash ? '--' : char);
      i += dash ? dash[0].length : 1;
    }
  }
  if (word !== null) words.push(word);
  return { words };
}
