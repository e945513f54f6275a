import { valueUnder } from '../analysis/journal-changes.ts';
import type { FieldEdit, Path } from '../model/journal.ts';
import { sameValue } from './hash.ts';

/**
 * What all the edits together make of the value at `way`, file by file: from before the first of them to after the last. Several
 * commands may move one field, and a policy asks how far it moves in the end. What ends as it began is left out.
 */
export function netUnder(edits: readonly FieldEdit[], way: Path): { before: unknown; after: unknown }[] {
  const net = new Map<string, { before: unknown; after: unknown }>();
  for (const edit of edits) {
    const value = valueUnder(edit, way);
    if (value === null) continue;
    const first = net.get(edit.file);
    net.set(edit.file, first ? { before: first.before, after: value.after } : value);
  }
  return [...net.values()].filter(({ before, after }) => !sameValue(before, after));
}
