import type { Calendar } from '../analysis/calendar.ts';
import { assignedFte } from '../analysis/duration.ts';
import { parseDay } from '../model/day.ts';
import type { Impact, MilestoneImpact, Shift } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { sameValue } from './hash.ts';

function shift<T>(before: T, after: T): Shift<T> | undefined {
  return sameValue(before, after) ? undefined : { before, after };
}

/** Signed working days from one ISO day to another, positive = later; 0 if either is missing. */
export function daysMoved(calendar: Calendar, before: string | null, after: string | null): number {
  const from = before === null ? undefined : parseDay(before, 'UTC');
  const to = after === null ? undefined : parseDay(after, 'UTC');
  return from === undefined || to === undefined ? 0 : calendar.workingDaysBetween(from, to);
}

function milestoneImpact(
  calendar: Calendar,
  before: MilestoneStatusRow,
  after: MilestoneStatusRow,
  edited: boolean,
): MilestoneImpact | null {
  const parts = {
    due: shift(before.due, after.due),
    projectedStart: shift(before.projected_start, after.projected_start),
    projectedFinish: shift(before.projected_finish, after.projected_finish),
    totalFloat: shift(before.total_float_days, after.total_float_days),
    critical: shift(before.critical, after.critical),
    health: shift(before.health, after.health),
    progress: shift(before.progress, after.progress),
  };
  const moved = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  // What is finished does not move; its float is a by-product of the others'.
  const settled = after.status === 'completed' || after.status === 'cancelled';
  if (!edited && (settled || Object.keys(moved).length === 0)) return null;
  const finishDays = daysMoved(calendar, before.projected_finish, after.projected_finish);
  return { id: after.id, title: after.title, edited, ...moved, ...(parts.projectedFinish ? { finishDays } : {}) };
}

function fteOn(state: State, id: string): number {
  return assignedFte(state.milestones.find((m) => m.id === id)?.resources ?? []);
}

/** What changes between two analyses of the store: every milestone that moves, and the project as a whole. */
export function impactOf(
  calendar: Calendar,
  before: { state: State; status: Status },
  after: { state: State; status: Status },
  edited: ReadonlySet<string>,
): Impact {
  const rows = new Map(before.status.milestones.map((row) => [row.id, row]));
  const milestones = after.status.milestones.flatMap((row) => {
    const old = rows.get(row.id);
    const impact = old && milestoneImpact(calendar, old, row, edited.has(row.id));
    return impact ? [impact] : [];
  });
  const finish = { before: before.status.schedule.projected_finish, after: after.status.schedule.projected_finish };
  const assigned = [...edited].flatMap((id) => {
    const fte = shift(fteOn(before.state, id), fteOn(after.state, id));
    return fte ? [{ id, fte }] : [];
  });
  return {
    milestones,
    projectFinish: finish,
    projectFinishDays: daysMoved(calendar, finish.before, finish.after),
    criticalPaths: { before: before.status.schedule.critical_paths, after: after.status.schedule.critical_paths },
    assigned,
  };
}
