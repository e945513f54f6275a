import type { Day } from '../model/day.ts';
import { parseInstant } from '../model/day.ts';
import type { FirstDue } from '../model/history.ts';
import type { Entry } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Calendar } from './calendar.ts';
import { milestoneChanges, valueUnder } from './journal-changes.ts';

/**
 * The first due date that the journal knows of each milestone, by id: what the first change of it replaced, or set where there
 * was none, and when. The journal is given oldest first.
 */
export function firstDues(journal: readonly Entry[]): Map<string, FirstDue> {
  const dues = new Map<string, FirstDue>();
  for (const { id, at, edit } of milestoneChanges(journal)) {
    if (dues.has(id)) continue;
    const due = valueUnder(edit, ['timeline', 'estimated_end']);
    const first = [due?.before, due?.after].find((value) => typeof value === 'string');
    if (typeof first === 'string') dues.set(id, { due: first, at });
  }
  return dues;
}

/** Git tells time in whole seconds. */
const second = (at: string): number => Math.floor((parseInstant(at) ?? Number.POSITIVE_INFINITY) / 1000);

/**
 * The first due date of a milestone of those that the journal and git know: the one that was there earlier, for what a change
 * replaced may be an edit made by hand, which only git has seen. A commit of the same second carries the change itself.
 */
export function earlierDue(journal: FirstDue | undefined, git: FirstDue | undefined): string | undefined {
  if (journal === undefined || git === undefined) return (journal ?? git)?.due;
  return second(git.at) < second(journal.at) ? git.due : journal.due;
}

/** The baseline of a milestone: `baseline_end` where it is set (by hand or by a rebaseline), else its first due date. */
export function baselineOf(milestone: Milestone, firstDue: string | undefined, calendar: Calendar): Day | null {
  const { baseline_end, estimated_end } = milestone.timeline;
  return calendar.dayOf(baseline_end) ?? calendar.dayOf(firstDue) ?? calendar.dayOf(estimated_end);
}
