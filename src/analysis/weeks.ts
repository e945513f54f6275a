import type { Day } from '../model/day.ts';
import type { Project } from './facts.ts';
import type { History } from './history.ts';

/** Seven days in a row, both ends included, with what was finished in them. */
export interface Week {
  readonly start: Day;
  readonly end: Day;
  readonly milestones: number;
  /** Estimated hours of the work that was finished. */
  readonly hours: number;
}

/** The trend is looked for in the window and two more of its length. */
const WINDOWS = 3;

/**
 * The weeks that end today, seven days each, oldest first: three windows, but none that lies wholly before the project's
 * first sign of life (its start, first actual start or first finished work). A project's first week counts as a whole one.
 */
export function weeksOf({ today, schedule, facts, calendar, config }: Project, { finished, hours }: History): Week[] {
  const begun = facts.map((f) => calendar.dayOf(f.milestone.timeline.actual_start)).filter((day) => day !== null);
  const first = [...begun, ...finished.map((f) => f.day), ...hours.map((h) => h.day)].reduce(
    (earliest, day) => Math.min(earliest, day),
    Math.min(schedule.start, today),
  );
  const lived = Math.ceil((today - first + 1) / 7);
  const count = Math.max(1, Math.min(lived, WINDOWS * config.targets.windowWeeks));
  const weeks = Array.from({ length: count }, (_, i) => {
    const end = today - 7 * (count - 1 - i);
    return { start: end - 6, end, milestones: 0, hours: 0 };
  });
  const weekOf = (day: Day) => weeks[count - 1 - Math.floor((today - day) / 7)];
  for (const { day } of finished) {
    const week = weekOf(day);
    if (week) week.milestones++;
  }
  for (const { day, hours: done } of hours) {
    const week = weekOf(day);
    if (week) week.hours += done;
  }
  return weeks;
}
