import type { Day } from '../model/day.ts';
import type { Entry } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Calendar } from './calendar.ts';
import { milestoneChanges, valueUnder } from './journal-changes.ts';

/**
 * The first due date that the journal knows of each milestone, as written, by id: what the first change of it replaced, or
 * set where there was none. The journal is given oldest first. Due dates found in git history belong into the same map.
 */
export function firstDues(journal: readonly Entry[]): Map<string, string> {
  const dues = new Map<string, string>();
  for (const { id, edit } of milestoneChanges(journal)) {
    if (dues.has(id)) continue;
    const due = valueUnder(edit, ['timeline', 'estimated_end']);
    const first = [due?.before, due?.after].find((value) => typeof value === 'string');
    if (typeof first === 'string') dues.set(id, first);
  }
  return dues;
}

/** The baseline of a milestone: `baseline_end` where it is set (by hand or by a rebaseline), else its first due date. */
export function baselineOf(milestone: Milestone, firstDue: string | undefined, calendar: Calendar): Day | null {
  const { baseline_end, estimated_end } = milestone.timeline;
  return calendar.dayOf(baseline_end) ?? calendar.dayOf(firstDue) ?? calendar.dayOf(estimated_end);
}
