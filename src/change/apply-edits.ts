import type { FieldEdit } from '../model/journal.ts';
import { editText } from '../store/edit.ts';
import { done, type Outcome, refused } from './refusal.ts';

/** The files with the edits made in their text; comments, order and every other byte stay. */
export function applyEdits(
  files: ReadonlyMap<string, string>,
  edits: readonly FieldEdit[],
): Outcome<Map<string, string>> {
  const next = new Map(files);
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const own = edits.filter((edit) => edit.file === file);
    const result = editText(next.get(file) ?? '', own);
    if (!result.ok) {
      return refused('cannot-edit', `${file}:${result.line}: ${result.message}`, {
        hint: 'Edit this place by hand; nothing was changed.',
      });
    }
    next.set(file, result.text);
  }
  return done(next);
}
