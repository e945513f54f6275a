import type { Day } from '../model/day.ts';
import type { Completion as Commit } from '../model/history.ts';
import type { Milestone } from '../model/milestone.ts';
import type { State } from '../model/state.ts';
import type { Calendar } from './calendar.ts';
import { actualEnd } from './dates.ts';
import type { MilestoneChange } from './journal-changes.ts';
import { valueUnder } from './journal-changes.ts';

/** The day on which a milestone was finished, and who told us. */
export interface Completion {
  readonly day: Day;
  /** Who completed it, as far as the journal or git knows. */
  readonly by: string | null;
  readonly source: 'file' | 'journal' | 'git';
}

/** An instant (ISO 8601) and who acted then. */
interface Told {
  readonly at: string;
  readonly by: string;
}

/** When the journal last turned each milestone into a completed one, and who did; opening it again takes that back. */
export function journalCompletions(changes: readonly MilestoneChange[]): Map<string, Told> {
  const found = new Map<string, Told>();
  for (const { id, at, actor, edit } of changes) {
    const after = valueUnder(edit, ['status'])?.after;
    if (after === 'completed') {
      // A finished milestone that moves to another folder is not finished once more.
      if (!found.has(id)) found.set(id, { at, by: actor });
    } else if (typeof after === 'string') found.delete(id);
  }
  return found;
}

function completionOf(milestone: Milestone, calendar: Calendar, told?: Told, commit?: Commit): Completion | null {
  const by = told?.by ?? commit?.by ?? null;
  const days = [
    ['file', actualEnd(milestone, calendar)],
    ['journal', calendar.dayOf(told?.at)],
    ['git', calendar.dayOf(commit?.at)],
  ] as const;
  for (const [source, day] of days) if (day !== null) return { day, by, source };
  return null;
}

/**
 * When each completed milestone was finished, by id. Says, in this order: its file (`actual_end`, then `completed_at`), the
 * journal, git history. Milestones of which nobody knows are left out.
 */
export function completionsOf(
  { milestones, history }: Pick<State, 'milestones' | 'history'>,
  changes: readonly MilestoneChange[],
  calendar: Calendar,
): Map<string, Completion> {
  const journal = journalCompletions(changes);
  const commits = new Map(history.completions.map((commit) => [commit.id, commit]));
  const found = new Map<string, Completion>();
  for (const milestone of milestones) {
    const { id, status } = milestone;
    const completion =
      status === 'completed' ? completionOf(milestone, calendar, journal.get(id), commits.get(id)) : null;
    if (completion !== null) found.set(id, completion);
  }
  return found;
}
