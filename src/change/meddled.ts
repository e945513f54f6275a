import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { readStore } from '../store/read.ts';

/** What a command line writes; everything else is written by this program on GitHub alone. */
const BY_COMMAND: ReadonlySet<Entry['kind']> = new Set(['applied', 'requested', 'undone']);

/** True for what a command line cannot have written: a decision, an edit by hand, the answer to a request, what names another source. */
function isForged({ id, kind, of, request, source, approvals }: Entry, known: ReadonlySet<string>): boolean {
  const answers = (of !== null && kind !== 'undone') || request !== undefined;
  const given = approvals.some(({ outcome }) => outcome === 'given');
  return !BY_COMMAND.has(kind) || answers || given || source !== 'cli' || known.has(id);
}

/**
 * Journal files with which a proposal says what only this program can know: entries that it alters or takes away, new ones under
 * the id of another, and new ones that tell of more than a command on the command line does. Decisions are given in comments and
 * reviews, and journalled where they are. Paths are relative to the store.
 */
export function meddledJournal(before: State, after: State): string[] {
  const isLog = (path: string): boolean => path.startsWith('logs/');
  const known = new Set(before.journal.map(({ id }) => id));
  const altered = [...before.files].filter(([path, text]) => isLog(path) && after.files.get(path) !== text);
  const fresh = [...after.files].filter(([path]) => isLog(path) && !before.files.has(path));
  const told = fresh.filter(([path, text]) =>
    readStore([{ path, kind: 'text', text }]).journal.some((entry) => isForged(entry, known)),
  );
  return [...altered, ...told].map(([path]) => path).sort();
}
