import type { Config } from '../model/config.ts';
import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { edgesOf } from '../model/graph.ts';
import type { Milestone } from '../model/milestone.ts';
import { spanDays } from '../model/span.ts';
import type { State } from '../model/state.ts';
import { baselineOf, firstDues } from './baseline.ts';
import type { Calendar } from './calendar.ts';
import { actualEnd } from './dates.ts';
import { durationOf, wholeDays } from './duration.ts';
import { milestoneProgress, progressMismatch } from './progress.ts';
import type { Schedule, Slot } from './schedule.ts';
import { scheduleOf } from './schedule.ts';

/** An edge as the rules see it: both ends resolved, the lag in working days. */
export interface Link {
  readonly from: Facts;
  readonly to: Facts;
  readonly lag: number;
}

/** Everything known of one milestone on one day. Days are counted from 1970-01-01, spans in working days. */
export interface Facts {
  readonly milestone: Milestone;
  /** 0–100, exact. */
  readonly progress: number;
  readonly duration: number;
  readonly remaining: number;
  /** Null for a cancelled milestone and for a member of a cycle. */
  readonly slot: Slot | null;
  readonly cyclic: boolean;
  readonly due: Day | null;
  readonly baseline: Day | null;
  readonly actualEnd: Day | null;
  /** Working days from the due date to the actual or projected end; positive = late. */
  readonly variance: number | null;
  /** Working days from the baseline to the due date; positive = moved out. */
  readonly slippage: number | null;
  /** Edges from its predecessors, in order of their ids. */
  readonly requires: readonly Link[];
  /** Open predecessors that it still waits for (or should have), if it is open itself. */
  readonly waitsFor: readonly Facts[];
}

/** The whole project on one day: what health, actions and the dashboard are derived from. */
export interface Project {
  readonly config: Config;
  readonly calendar: Calendar;
  readonly today: Day;
  readonly facts: readonly Facts[];
  readonly schedule: Schedule;
  readonly diagnostics: readonly Diagnostic[];
}

/** True while there is something left to do: neither completed nor cancelled. */
export function isOpen({ milestone }: Facts): boolean {
  return milestone.status !== 'completed' && milestone.status !== 'cancelled';
}

/** External dependencies that are neither done nor resolved. */
export function openExternals({ milestone }: Facts) {
  return milestone.external.filter((external) => external.status !== 'done' && external.resolvedAt === null);
}

function remainingDays(milestone: Milestone, duration: number, progress: number): number {
  if (milestone.status === 'completed' || milestone.status === 'cancelled') return 0;
  return wholeDays((duration * (100 - progress)) / 100);
}

/** Works out the project's facts on the day `today`. `found` are first due dates by id for milestones the journal has none of. */
export function factsOf(
  state: State,
  calendar: Calendar,
  today: Day,
  found: ReadonlyMap<string, string> = new Map(),
): Project {
  const { config, milestones, journal } = state;
  const diagnostics: Diagnostic[] = [];
  const efforts = new Map<string, { progress: number; duration: number; remaining: number }>();
  for (const milestone of milestones) {
    const { days, diagnostics: found } = durationOf(milestone, calendar);
    const progress = milestoneProgress(milestone, config);
    const mismatch = progressMismatch(milestone, progress, config);
    // Nobody needs to mend the figures of a milestone that was given up.
    if (milestone.status !== 'cancelled') diagnostics.push(...found, ...(mismatch ? [mismatch] : []));
    efforts.set(milestone.id, { duration: days, progress, remaining: remainingDays(milestone, days, progress) });
  }
  const schedule = scheduleOf(milestones, efforts, calendar, config.project.start, today);
  const dues = firstDues(journal);

  const links = new Map<string, Link[]>(milestones.map((m) => [m.id, []]));
  const waits = new Map<string, Facts[]>(milestones.map((m) => [m.id, []]));
  const facts = milestones.map((milestone): Facts => {
    const { id } = milestone;
    const slot = schedule.slots.get(id) ?? null;
    const due = calendar.dayOf(milestone.timeline.estimated_end);
    const baseline = baselineOf(milestone, dues.get(id) ?? found.get(id), calendar);
    const ended = actualEnd(milestone, calendar);
    const end = ended ?? slot?.projected.finish ?? null;
    return {
      milestone,
      progress: efforts.get(id)?.progress ?? 0,
      duration: efforts.get(id)?.duration ?? 0,
      remaining: efforts.get(id)?.remaining ?? 0,
      slot,
      cyclic: schedule.cyclic.has(id),
      due,
      baseline,
      actualEnd: ended,
      variance: due === null || end === null ? null : calendar.workingDaysBetween(due, end),
      slippage: due === null || baseline === null ? null : calendar.workingDaysBetween(baseline, due),
      requires: links.get(id) ?? [],
      waitsFor: waits.get(id) ?? [],
    };
  });
  const byId = new Map(facts.map((f) => [f.milestone.id, f]));
  for (const edge of edgesOf(milestones)) {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    if (!from || !to) continue;
    links.get(edge.to)?.push({ from, to, lag: spanDays(edge.lag, calendar.daysPerWeek) });
    if (isOpen(from) && isOpen(to)) waits.get(edge.to)?.push(from);
  }
  return { config, calendar, today, facts, schedule, diagnostics };
}

/** A day, or null, as the contract writes it. */
export function isoDay(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
