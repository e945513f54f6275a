import type { FieldEdit } from '../model/journal.ts';
import { clip, code, md } from './escape.ts';
import { table } from './md-table.ts';
import { more } from './page.ts';

const ROWS = 50;
const VALUE = 200;

/** The milestone (or session) that a file of the store is about: its name without folder and ending. */
export function subject(file: string): string {
  const archived = /^archive\/([^/]+)\//.exec(file);
  return archived?.[1] ?? file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
}

/** A path inside a file as people write it: `dependencies.requires[0].lag`; the whole file is `(file)`. */
export function field(path: FieldEdit['path']): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text === '' ? '(file)' : text.replace(/^\./, '');
}

/** A value of a file on one line: lists with commas, mappings as `key: value`, `none` for one that is not there. */
export function value(given: unknown): string {
  if (given === null || given === undefined) return 'none';
  if (Array.isArray(given)) return given.length === 0 ? 'none' : given.map(value).join(', ');
  if (typeof given === 'object') {
    return `{${Object.entries(given)
      .map(([key, item]) => `${key}: ${value(item)}`)
      .join(', ')}}`;
  }
  return given === '' ? 'empty' : String(given);
}

/** Every field that changes, before and after, as a table. */
export function editTable(edits: readonly FieldEdit[]): string {
  const rows = edits
    .slice(0, ROWS)
    .map((edit) => [
      md(subject(edit.file)),
      code(field(edit.path)),
      md(clip(value(edit.before), VALUE)),
      md(clip(value(edit.after), VALUE)),
    ]);
  if (rows.length === 0) return '';
  return table(['ID', 'Field', 'Before', 'After'], rows) + more(edits.length - ROWS, 'in the commit');
}
