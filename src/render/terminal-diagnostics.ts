import type { Diagnostic } from '../model/diagnostic.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import { plain } from './escape.ts';
import { type Colour, paint, type Terminal } from './paint.ts';
import { counted } from './when.ts';
import { width as columns } from './width.ts';

const COLOURS: Record<Diagnostic['severity'], Colour> = { error: 'red', warning: 'yellow', info: 'blue' };

/** The part of a source line around the column that fits, and the columns before and under the finding. */
interface Excerpt {
  readonly text: string;
  readonly before: number;
  readonly under: number;
}

/** Tabs and control characters as one blank each: they take unknown room, and the caret has to stand below its column. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this replaces
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, ' ');
}

/** Length of the YAML token that starts here: a quoted scalar, or all up to the next separator or comment. */
function tokenLength(rest: string): number {
  const token = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,\]}#:]+(?::[^\s,\]}]+)*(?: [^\s,\]}#:]+)*)/.exec(rest);
  return token?.[0].length ?? 1;
}

function excerpt(line: string, column: number, room: number): Excerpt {
  const at = Math.min(Math.max(column - 1, 0), line.length);
  const from = at > room * 0.7 ? at - Math.floor(room * 0.5) : 0;
  const lead = from > 0 ? '…' : '';
  const tail = line.length - from > room ? '…' : '';
  const text = `${lead}${printable(line.slice(from, from + room))}${tail}`;
  const before = lead.length + columns(printable(line.slice(from, at)));
  const token = line.slice(at, Math.min(at + tokenLength(line.slice(at)), from + room));
  return { text: text.trimEnd(), before, under: Math.max(1, columns(printable(token))) };
}

function shown(d: Diagnostic, files: ReadonlyMap<string, string>, terminal: Terminal): string {
  const title = paint(terminal, COLOURS[d.severity], `${d.severity}[${d.code}]`);
  const edge = (text: string): string => paint(terminal, 'blue', text);
  const number = String(d.line);
  const gap = ' '.repeat(number.length);
  const lines = [
    `${title}${paint(terminal, 'bold', `: ${plain(d.message)}`)}`,
    `${gap}${edge('-->')} ${plain(d.file)}:${d.line}:${d.column}`,
  ];
  const source = files.get(d.file)?.split(/\r\n|\n|\r/)[d.line - 1];
  if (source !== undefined && source.trim() !== '') {
    const { text, before, under } = excerpt(source, d.column, Math.max(20, terminal.width - number.length - 5));
    const caret = paint(terminal, COLOURS[d.severity], '^'.repeat(under));
    lines.push(
      `${gap} ${edge('|')}`,
      `${edge(`${number} |`)} ${text}`,
      `${gap} ${edge('|')} ${' '.repeat(before)}${caret}`,
    );
  }
  if (d.hint !== null) lines.push(`${gap} ${edge('=')} ${paint(terminal, 'cyan', 'help')}: ${plain(d.hint)}`);
  return lines.join('\n');
}

/** `2 errors, 1 warning`; empty for none. */
export function diagnosticCount(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): number => diagnostics.filter((d) => d.severity === severity).length;
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'info'],
  ] as const;
  return parts.flatMap(([n, word]) => (n === 0 ? [] : word === 'info' ? `${n} info` : counted(n, word))).join(', ');
}

/**
 * Findings as compilers print them, the gravest first: message, place, source line with carets below the token, and what to do.
 * `files` is the text of every readable file by path; a finding in another one has no source line.
 */
export function terminalDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, string>,
  { color = false, width = 100 }: Partial<Terminal> = {},
): string {
  if (diagnostics.length === 0) return '';
  const sorted = diagnostics.toSorted(compareDiagnostics);
  const texts = sorted.map((d) => shown(d, files, { color, width }));
  return `${texts.join('\n\n')}\n\n${diagnosticCount(sorted)}\n`;
}
