import type { FieldEdit } from '../model/journal.ts';
import { type Editable, editable, edited } from '../store/edit.ts';
import { hunkOf } from '../store/hunk.ts';
import { done, type Outcome, refused } from './refusal.ts';

/** Edits as they were made, each with what is needed to take it back to the byte, and the files after them. */
interface Made {
  readonly files: Map<string, string>;
  readonly edits: readonly FieldEdit[];
}

/**
 * Makes edits one after another. Data alone does not bring everything back: an empty value may be written in several ways,
 * and an item that was taken off may have had a comment. Where it does not, the edit keeps the lines it changed.
 */
export function makeEdits(files: ReadonlyMap<string, string>, edits: readonly FieldEdit[]): Outcome<Made> {
  // Reading a large file takes far longer than editing it, so each text is read once.
  const open = new Map<string, Editable>();
  const made: FieldEdit[] = [];
  for (const edit of edits) {
    const was = open.get(edit.file)?.text ?? files.get(edit.file) ?? '';
    const start = open.get(edit.file) ?? editable(was);
    const result = start.ok ? edited(start, edit) : start;
    if (!result.ok) {
      return refused('cannot-edit', `${edit.file}:${result.line}: ${result.message}`, {
        hint: 'Edit this place by hand; nothing was changed.',
      });
    }
    const back = edited(result, { path: edit.path, after: edit.before });
    made.push(back.ok && back.text === was ? edit : { ...edit, restore: hunkOf(was, result.text) });
    open.set(edit.file, result);
  }
  const texts = [...open].map(([file, { text }]) => [file, text] as const);
  return done({ files: new Map([...files, ...texts]), edits: made });
}
