import type { Day } from '../model/day.ts';
import type { Task } from '../model/task.ts';
import type { Completion } from './completion.ts';
import type { Facts, Project } from './facts.ts';
import { countedTasks } from './progress.ts';

/** A finished milestone with the day it was finished, and who told us. */
export interface Finished extends Completion {
  readonly facts: Facts;
}

/** Estimated hours of work that were finished on a day. */
export interface FinishedHours {
  readonly day: Day;
  readonly hours: number;
}

export interface History {
  /** By day, then in order of their ids. */
  readonly finished: readonly Finished[];
  /** Completed milestones of which nobody knows when. */
  readonly undated: readonly Facts[];
  readonly hours: readonly FinishedHours[];
}

/** Hours a milestone was estimated at: what it says itself, else the sum of its tasks if each has an estimate; else null. */
export function estimatedHours({ milestone }: Facts): number | null {
  if (milestone.timeline.estimated_hours != null) return milestone.timeline.estimated_hours;
  return sumOf(countedTasks(milestone), (task) => task.estimatedHours);
}

/** Hours it took so far: what it says itself, else the sum of its tasks if each that has begun says; else null. */
export function actualHours({ milestone }: Facts): number | null {
  if (milestone.timeline.actual_hours != null) return milestone.timeline.actual_hours;
  const begun = countedTasks(milestone).filter((task) => task.status !== 'pending' || task.actualHours !== null);
  return sumOf(begun, (task) => task.actualHours);
}

function sumOf(tasks: readonly Task[], hours: (task: Task) => number | null): number | null {
  let sum = 0;
  for (const task of tasks) {
    const own = hours(task);
    if (own === null) return null;
    sum += own;
  }
  return tasks.length === 0 ? null : sum;
}

/** Finished tasks count on their own day; what else a finished milestone was estimated at, on the day it was finished. */
function hoursOf({ facts, calendar, today }: Project, days: ReadonlyMap<string, Day>): FinishedHours[] {
  return facts.flatMap((each) => {
    if (each.milestone.status === 'cancelled') return [];
    const found: FinishedHours[] = [];
    let dated = 0;
    for (const task of countedTasks(each.milestone)) {
      const day = task.status === 'completed' ? calendar.dayOf(task.completedAt) : null;
      if (day === null || task.estimatedHours === null || day > today) continue;
      found.push({ day, hours: task.estimatedHours });
      dated += task.estimatedHours;
    }
    const day = days.get(each.milestone.id);
    const rest = day === undefined ? 0 : (estimatedHours(each) ?? 0) - dated;
    return day !== undefined && rest > 0 ? [...found, { day, hours: rest }] : found;
  });
}

/** Why there is no finished milestone to count where a day is needed. */
export function whyNoneDated({ undated }: History): string {
  return undated.length > 0 ? 'no finished milestone has a known day' : 'nothing is finished yet';
}

/** The project's finished work with its days. What lies after today is not finished yet, whatever its date says. */
export function historyOf(project: Project): History {
  const finished: Finished[] = [];
  const undated: Facts[] = [];
  for (const facts of project.facts) {
    const { completion } = facts;
    if (facts.milestone.status !== 'completed') continue;
    if (completion === null) undated.push(facts);
    else if (completion.day <= project.today) finished.push({ facts, ...completion });
  }
  finished.sort((a, b) => a.day - b.day);
  const hours = hoursOf(project, new Map(finished.map(({ facts, day }) => [facts.milestone.id, day])));
  return { finished, undated, hours };
}
