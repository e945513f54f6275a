import type { Calendar } from '../analysis/calendar.ts';
import type { Facts, Project } from '../analysis/facts.ts';
import { factsOf } from '../analysis/facts.ts';
import type { Load } from '../analysis/resources.ts';
import { loadsOf } from '../analysis/resources.ts';
import { parseDay } from '../model/day.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';

/** The store as it is, or as a change would leave it, with everything that is computed from it. */
export interface Side {
  readonly state: State;
  readonly status: Status;
  readonly project: Project;
  readonly loads: readonly Load[];
}

/** A change as its consequences are worked out from: both sides, and what was edited between them. */
export interface Sides {
  readonly calendar: Calendar;
  readonly before: Side;
  readonly after: Side;
  readonly edits: readonly FieldEdit[];
  /** Milestones that the change edits itself, in its order. */
  readonly edited: readonly string[];
}

/** A side on the day of `now` (ISO instant). */
export function sideOf(state: State, status: Status, calendar: Calendar, now: string): Side {
  const project = factsOf(state, calendar, parseDay(now, state.config.calendar.timezone) ?? 0);
  return { state, status, project, loads: loadsOf(project) };
}

export function milestoneOf({ state }: Side, id: string): Milestone | undefined {
  return state.milestones.find((m) => m.id === id);
}

export function factOf({ project }: Side, id: string): Facts | undefined {
  return project.facts.find((f) => f.milestone.id === id);
}

export function rowOf({ status }: Side, id: string): MilestoneStatusRow | undefined {
  return status.milestones.find((row) => row.id === id);
}

/** True if the change edits something under one of these top keys of the milestone's file. */
export function touches({ edits, after }: Sides, id: string, ...keys: readonly string[]): boolean {
  const file = milestoneOf(after, id)?.file;
  return edits.some((edit) => edit.file === file && keys.includes(String(edit.path[0])));
}
