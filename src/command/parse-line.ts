import { codeSpan } from '../model/code-span.ts';
import type { Parsed, Request } from './parse.ts';
import { parseCommand, refuse } from './parse.ts';
import { tokenize } from './tokenizer.ts';

/** What makes a line a command: `/milestone` as a word of its own, or with the verb after a slash. */
export const PREFIX = /^\s*\/milestone(?=[\s/]|$)\/?/i;

/** A whole line, with or without `/milestone` → the intent or the refusal. Columns in messages count from the line's start. */
export function parseText(request: Request): Parsed {
  // Blanks in place of the prefix keep the columns.
  const rest = request.text.replace(PREFIX, (prefix) => ' '.repeat(prefix.length));
  const tokens = tokenize(rest);
  if ('words' in tokens) return parseCommand(tokens.words, request);
  const place = codeSpan(
    Array.from(request.text)
      .slice(tokens.column - 1)
      .join(''),
  );
  const message = `${tokens.message}: column ${tokens.column}, at ${place}.`;
  return { refusal: refuse({ code: 'bad-value', message, hint: tokens.hint }, request) };
}

/** The `command` input of a `workflow_dispatch` run: `update M05 --timeline=+5d`, with or without `/milestone` before it. */
export function parseLine(text: string, id: string): Parsed {
  return parseText({ id, text: text.trim(), line: 1, where: 'dispatch' });
}
