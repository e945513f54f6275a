import { type Colour, paint, type Terminal } from './paint.ts';
import { pad, width, wrap } from './width.ts';

export interface BoxColumn {
  readonly title: string;
  /** The column gives way where the table is too wide for the terminal, but keeps at least this many columns. */
  readonly shrink?: number;
  readonly right?: boolean;
}

export type Cell = string | { readonly text: string; readonly colour: Colour | null };

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** Width of every column: as wide as its widest cell, shrinkable ones less where the terminal ends before, the widest first. */
function sizes(columns: readonly BoxColumn[], rows: readonly (readonly Cell[])[], limit: number): number[] {
  const size = columns.map((column, i) =>
    rows.reduce((most, row) => Math.max(most, width(textOf(row[i] ?? ''))), width(column.title)),
  );
  let over = size.reduce((sum, n) => sum + n + 3, 1) - limit;
  const widest = [...size.keys()].sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0));
  for (const i of widest) {
    const natural = size[i] ?? 0;
    const less = Math.min(Math.max(over, 0), Math.max(0, natural - (columns[i]?.shrink ?? natural)));
    size[i] = natural - less;
    over -= less;
  }
  return size;
}

/** A table in box-drawing characters, aligned also with emoji and East Asian text. Cells are plain text without ANSI. */
export function box(columns: readonly BoxColumn[], rows: readonly (readonly Cell[])[], terminal: Terminal): string {
  const size = sizes(columns, rows, terminal.width);
  const rule = (left: string, middle: string, right: string): string =>
    paint(terminal, 'dim', left + size.map((n) => '─'.repeat(n + 2)).join(middle) + right);
  const edge = paint(terminal, 'dim', '│');
  const line = (cells: readonly Cell[], head: boolean): string => {
    const texts = columns.map((column, i) => {
      const cell = cells[i] ?? '';
      const room = size[i] ?? 0;
      const filled = column.right ? right(textOf(cell), room) : pad(textOf(cell), room);
      return ` ${paint(terminal, head ? 'bold' : typeof cell === 'string' ? null : cell.colour, filled)} `;
    });
    return edge + texts.join(edge) + edge;
  };
  return [
    rule('┌', '┬', '┐'),
    line(
      columns.map((column) => column.title),
      true,
    ),
    rule('├', '┼', '┤'),
    ...rows.map((row) => line(row, false)),
    rule('└', '┴', '┘'),
  ].join('\n');
}

function right(text: string, size: number): string {
  const cut = pad(text, size).trimEnd();
  return ' '.repeat(Math.max(0, size - width(cut))) + cut;
}

/** A title with a line of the same width below it, and what belongs to it; nothing without content. */
export function block(terminal: Terminal, title: string, content: string): string {
  return content === '' ? '' : `${paint(terminal, 'bold', title)}\n${content}`;
}

/** Lines as the branches of a tree; one that is too long goes on below itself. */
export function tree(lines: readonly string[], terminal: Terminal): string[] {
  return lines.flatMap((line, i) => {
    const last = i === lines.length - 1;
    const [first = '', ...rest] = wrap(line, terminal.width - 4);
    return [`${last ? '└──' : '├──'} ${first}`, ...rest.map((text) => `${last ? ' ' : '│'}   ${text}`)];
  });
}

/** A line that goes on below itself, further lines `indent` columns to the right. */
export function hanging(text: string, indent: number, terminal: Terminal): string {
  return wrap(text, terminal.width - indent).join(`\n${' '.repeat(indent)}`);
}
