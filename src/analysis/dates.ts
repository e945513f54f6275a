import type { Day } from '../model/day.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Calendar } from './calendar.ts';
import type { EarlyDates } from './critical-path.ts';

/** First and last day, both included. A milestone that takes no time starts and finishes on the same day. */
export interface Dates {
  readonly start: Day;
  readonly finish: Day;
}

/** Boundaries of node `n` as days. Work that takes no time falls on its last day, which may be the day before its boundary. */
export function datesAt(calendar: Calendar, early: EarlyDates, n: number): Dates {
  const finish = calendar.toDay(early.lastDay[n] as number);
  const takesTime = (early.finish[n] as number) > (early.start[n] as number);
  return { start: takesTime ? calendar.toDay(early.start[n] as number) : finish, finish };
}

/** The day its file says a milestone was finished: `actual_end`, else that of `completed_at`; null unless it is completed. */
export function actualEnd(milestone: Milestone, calendar: Calendar): Day | null {
  if (milestone.status !== 'completed') return null;
  return calendar.dayOf(milestone.timeline.actual_end) ?? calendar.dayOf(milestone.completedAt);
}
