import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Milestone, Resource } from '../model/milestone.ts';
import { parseSpan, spanDays } from '../model/span.ts';
import type { Calendar } from './calendar.ts';
import { countedTasks } from './progress.ts';
import { taskNetworkHours } from './task-schedule.ts';

export interface Duration {
  /** Whole working days; 0 only where the file says so. */
  readonly days: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Rounded up to whole days (0 or more); a rounding error such as that of 0.1 + 0.2 must not cost a day. */
export function wholeDays(days: number): number {
  return Math.max(0, Math.ceil(days - 1e-9));
}

/** Full-time equivalents assigned: `fte` of roles, `allocation` / 100 of people; entries without a figure add nothing. */
export function assignedFte(resources: readonly Resource[]): number {
  return resources.reduce((sum, { fte, allocation }) => sum + (fte ?? (allocation ?? 0) / 100), 0);
}

/**
 * Working days from `estimated_start` to `estimated_end` inclusive. Null unless both exist in that order; 0 where only days
 * off lie between them.
 */
function daysBetweenDates(timeline: Milestone['timeline'], calendar: Calendar): number | null {
  const start = calendar.dayOf(timeline.estimated_start);
  const end = calendar.dayOf(timeline.estimated_end);
  return start === null || end === null || end < start ? null : calendar.countWorkingDays(start, end);
}

/**
 * How many working days a milestone takes: its `duration`; else the working days between its dates (if there are any); else
 * its estimated hours over hours per day and assigned full-time equivalents (at least one); else the length of its task
 * network; else one day, which is said.
 */
export function durationOf(milestone: Milestone, calendar: Calendar): Duration {
  const { timeline, file, id } = milestone;
  const stated = timeline.duration == null ? undefined : parseSpan(timeline.duration);
  const dated = daysBetweenDates(timeline, calendar);
  if (stated) {
    const days = spanDays(stated, calendar.daysPerWeek);
    if (dated === null || dated === days) return { days, diagnostics: [] };
    const warning = diagnostic(
      'duration-mismatch',
      { file },
      `${id} has a duration of ${days} working days, but ${dated} lie between its estimated start and end`,
      'The duration counts. Correct it or the dates, or leave the duration out.',
    );
    return { days, diagnostics: [warning] };
  }
  if (dated) return { days: dated, diagnostics: [] };
  if (timeline.estimated_hours != null) {
    const perDay = calendar.hoursPerDay * Math.max(1, assignedFte(milestone.resources));
    return { days: wholeDays(timeline.estimated_hours / perDay), diagnostics: [] };
  }
  const tasks = wholeDays(taskNetworkHours(countedTasks(milestone)) / calendar.hoursPerDay);
  if (tasks > 0) return { days: tasks, diagnostics: [] };
  const info = diagnostic(
    'default-duration',
    { file },
    `${id} says nothing about its length, so the schedule counts one working day`,
    'Give timeline.duration, an estimated start and end, or estimated hours.',
  );
  return { days: 1, diagnostics: [info] };
}
