import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { readStore } from '../store/read.ts';

const DECISIONS: ReadonlySet<Entry['kind']> = new Set(['approved', 'rejected', 'expired']);

const isDecision = ({ kind, approvals }: Entry): boolean =>
  DECISIONS.has(kind) || approvals.some(({ outcome }) => outcome === 'given');

/**
 * Journal files with which a proposal says what only this program can know: entries that it alters or takes away, and new ones
 * that tell of a decision. Decisions are given in comments and reviews, and journalled where they are; a command line writes none
 * that counts. Paths are relative to the store.
 */
export function meddledJournal(before: State, after: State): string[] {
  const isLog = (path: string): boolean => path.startsWith('logs/');
  const altered = [...before.files].filter(([path, text]) => isLog(path) && after.files.get(path) !== text);
  const fresh = [...after.files].filter(([path]) => isLog(path) && !before.files.has(path));
  const told = fresh.filter(([path, text]) => readStore([{ path, kind: 'text', text }]).journal.some(isDecision));
  return [...altered, ...told].map(([path]) => path).sort();
}
