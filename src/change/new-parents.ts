import type { FieldEdit } from '../model/journal.ts';
import { valueAt } from '../model/value-at.ts';
import type { Raw } from './status-edits.ts';

/** The shortest part of a path that is not there yet. */
function missing(path: FieldEdit['path'], raw: Raw): FieldEdit['path'] {
  for (let length = 1; length < path.length; length++) {
    if ((valueAt(raw, path.slice(0, length)) ?? null) === null) return path.slice(0, length);
  }
  return path;
}

/**
 * Edits of keys whose mapping does not exist yet become one edit of that mapping, so that taking the change back takes the
 * whole mapping away again and leaves no empty one behind.
 */
export function withNewParents(edits: readonly FieldEdit[], file: string, raw: Raw): FieldEdit[] {
  const whole = new Map<string, FieldEdit>();
  return edits.flatMap((edit) => {
    const head = edit.file === file ? missing(edit.path, raw) : edit.path;
    if (head.length === edit.path.length) return [edit];
    const key = JSON.stringify(head);
    const value = edit.path.slice(head.length).reduceRight<unknown>((inner, part) => ({ [part]: inner }), edit.after);
    const known = whole.get(key);
    if (known) {
      Object.assign(known.after as object, value);
      return [];
    }
    const made = { file, path: head, before: valueAt(raw, head), after: value };
    whole.set(key, made);
    return [made];
  });
}
