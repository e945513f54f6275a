import { markdownTable } from 'markdown-table';
import { width } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'l' | 'r' | 'c';
  /** The column is left out if every cell of it is empty. */
  readonly optional?: boolean;
}

const WIDEST = 120;

/**
 * A GitHub table of cells that are Markdown already. Small tables are aligned for people who read the source; long or wide ones
 * are not, for the padding would be most of the text.
 */
export function table(columns: readonly (string | Column)[], rows: readonly (readonly string[])[]): string {
  const given = columns.map((column): Column => (typeof column === 'string' ? { title: column } : column));
  const kept = given.map((column, i) => !column.optional || rows.some((row) => (row[i] ?? '') !== ''));
  const pick = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => kept[i]);
  return markdownTable([pick(given.map((column) => column.title)), ...rows.map((row) => pick(row))], {
    align: pick(given.map((column) => column.align ?? '')),
    alignDelimiters: rows.length <= 60 && rows.every((row) => row.every((cell) => cell.length <= WIDEST)),
    padding: true,
    stringLength: width,
  });
}
