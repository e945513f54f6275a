import type { FieldEdit } from '../model/journal.ts';
import { changed } from '../store/edit/data.ts';
import { editText } from '../store/edit.ts';
import { takenBack, takenBackNear } from '../store/hunk.ts';
import { parse } from '../store/yaml/parse.ts';
import { sameValue } from './hash.ts';
import { done, type Outcome, refused } from './refusal.ts';

/**
 * The text with an edit's own lines put back, if that says the same as the edit; null where it has none, or they changed since.
 * Lines around them may have changed.
 */
function asItWas(text: string, edited: string, { restore, path, after }: FieldEdit): string | null {
  if (!restore) return null;
  const wanted = parse(edited);
  if (!wanted.ok) return null;
  // Some entries say of a key that was left empty that it was not there: the lines know better.
  const empty = after == null && typeof path.at(-1) === 'string';
  const without = (value: unknown): unknown => (empty ? (changed(value, path, undefined)?.value ?? value) : value);
  const says = (candidate: string): boolean => {
    const parsed = parse(candidate);
    return parsed.ok && sameValue(without(parsed.value), without(wanted.value));
  };
  const whole = takenBack(text, restore);
  if (whole !== null && says(whole)) return whole;
  return takenBackNear(text, restore, edited).find(says) ?? null;
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
