import type { FieldEdit } from '../model/journal.ts';
import { editText } from '../store/edit.ts';
import { takenBack } from '../store/hunk.ts';
import { parse } from '../store/yaml/parse.ts';
import { sameValue } from './hash.ts';
import { done, type Outcome, refused } from './refusal.ts';

/** The text with an edit's own lines put back, if that says the same as the edit; null where it has none, or they changed since. */
function asItWas(text: string, edited: string, { restore }: FieldEdit): string | null {
  const old = restore ? takenBack(text, restore) : null;
  if (old === null) return null;
  const [a, b] = [parse(old), parse(edited)];
  return a.ok && b.ok && sameValue(a.value, b.value) ? old : null;
}

/** The files with the edits made in their text; comments, order and every other byte stay. */
export function applyEdits(
  files: ReadonlyMap<string, string>,
  edits: readonly FieldEdit[],
): Outcome<Map<string, string>> {
  const next = new Map(files);
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const own = edits.filter((edit) => edit.file === file);
    for (const edit of own) {
      const text = next.get(file) ?? '';
      const result = editText(text, [edit]);
      if (!result.ok) {
        return refused('cannot-edit', `${file}:${result.line}: ${result.message}`, {
          hint: 'Edit this place by hand; nothing was changed.',
        });
      }
      next.set(file, asItWas(text, result.text, edit) ?? result.text);
    }
  }
  return done(next);
}
