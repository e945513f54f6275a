import type { Entry, FieldEdit, Path } from '../model/journal.ts';
import { valueAt } from '../model/value-at.ts';

/** Entries whose changes really happened; a request's did not (yet). */
const EFFECTIVE: ReadonlySet<Entry['kind']> = new Set(['applied', 'edited', 'undone', 'resolved']);
const MILESTONE_FILE = /^(?:(?:active|completed)\/([^/]+)\.ya?ml|(?:completed|archive)\/([^/]+)\/milestone\.ya?ml)$/;

/** The milestone whose file this is (path relative to the store); undefined for any other file. */
export function milestoneOfFile(file: string): string | undefined {
  const match = MILESTONE_FILE.exec(file);
  return match?.[1] ?? match?.[2];
}

/** One change of one milestone that really happened. */
export interface MilestoneChange {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly edit: FieldEdit;
}

/** Every effective change of a milestone's file that the journal (given oldest first) tells of. */
export function milestoneChanges(journal: readonly Entry[]): MilestoneChange[] {
  return journal.flatMap(({ kind, at, actor, changes }) =>
    EFFECTIVE.has(kind)
      ? changes.flatMap((edit) => {
          const id = milestoneOfFile(edit.file);
          return id === undefined ? [] : [{ id, at, actor, edit }];
        })
      : [],
  );
}

/** The value under `way` before and after a change of it or of what it stands in; null if the change is of something else. */
export function valueUnder({ path, before, after }: FieldEdit, way: Path): { before: unknown; after: unknown } | null {
  if (path.length > way.length || path.some((key, i) => key !== way[i])) return null;
  const rest = way.slice(path.length);
  return { before: valueAt(before, rest), after: valueAt(after, rest) };
}
