import type { Config } from '../model/config.ts';
import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { edgesOf } from '../model/graph.ts';
import type { Milestone } from '../model/milestone.ts';
import { spanDays } from '../model/span.ts';
import type { State } from '../model/state.ts';
import { baselineOf, earlierDue, firstDues } from './baseline.ts';
import type { Calendar } from './calendar.ts';
import type { Completion } from './completion.ts';
import { completionsOf } from './completion.ts';
import { durationOf, wholeDays } from './duration.ts';
import type { MilestoneChange } from './journal-changes.ts';
import { milestoneChanges } from './journal-changes.ts';
import { milestoneProgress, progressMismatch } from './progress.ts';
import type { Schedule, Slot } from './schedule.ts';
import { scheduleOf } from './schedule.ts';
import { rangeMismatch } from './three-point.ts';

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
  /** The same with who told of it: the file, the journal or git. */
  readonly completion: Completion | null;
  /** True for a completed one of which nobody knows on which day: the projected dates of its slot are then only a bound. */
  readonly undated: boolean;
  /** Working days from the due date to the actual or projected end; positive = late; null where either is unknown. */
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
  /** What the journal tells of the milestones, oldest first. */
  readonly changes: readonly MilestoneChange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** True while there is something left to do: neither completed nor cancelled. */
export function isOpen({ milestone }: Facts): boolean {
  return milestone.status !== 'completed' && milestone.status !== 'cancelled';
}

/** True where so few working days of float are left that a small delay makes it critical: some, but at most the tolerance. */
export function isNearCritical({ slot }: Facts, { tolerance }: Config): boolean {
  return slot !== null && slot.totalFloat > 0 && slot.totalFloat <= tolerance.nearCritical;
}

/** External dependencies that are neither done nor resolved. */
export function openExternals({ milestone }: Facts) {
  return milestone.external.filter((external) => external.status !== 'done' && external.resolvedAt === null);
}

function remainingDays(milestone: Milestone, duration: number, progress: number): number {
  if (milestone.status === 'completed' || milestone.status === 'cancelled') return 0;
  return wholeDays((duration * (100 - progress)) / 100);
}

/** Works out the project's facts on the day `today`. What neither the files nor the journal tell, `state.history` may. */
export function factsOf(state: State, calendar: Calendar, today: Day): Project {
  const { config, milestones, journal, history } = state;
  const changes = milestoneChanges(journal);
  const completions = completionsOf(state, changes, calendar);
  const diagnostics: Diagnostic[] = [];
  const efforts = new Map<string, { progress: number; duration: number; remaining: number; ended: Day | null }>();
  for (const milestone of milestones) {
    const { days, diagnostics: found } = durationOf(milestone, calendar);
    const progress = milestoneProgress(milestone, config);
    const mismatches = [progressMismatch(milestone, progress, config), rangeMismatch(milestone, calendar)];
    // Nobody needs to mend the figures of a milestone that was given up.
    if (milestone.status !== 'cancelled') diagnostics.push(...found, ...mismatches.filter((each) => each !== null));
    const remaining = remainingDays(milestone, days, progress);
    const ended = completions.get(milestone.id)?.day ?? null;
    efforts.set(milestone.id, { duration: days, progress, remaining, ended });
  }
  const schedule = scheduleOf(milestones, efforts, calendar, config.project.start, today);
  const dues = firstDues(journal);

  const links = new Map<string, Link[]>(milestones.map((m) => [m.id, []]));
  const waits = new Map<string, Facts[]>(milestones.map((m) => [m.id, []]));
  const facts = milestones.map((milestone): Facts => {
    const { id } = milestone;
    const slot = schedule.slots.get(id) ?? null;
    const due = calendar.dayOf(milestone.timeline.estimated_end);
    const baseline = baselineOf(milestone, earlierDue(dues.get(id), history.firstDues.get(id)), calendar);
    const completion = completions.get(id) ?? null;
    const ended = completion?.day ?? null;
    const undated = milestone.status === 'completed' && ended === null;
    const end = ended ?? (undated ? null : (slot?.projected.finish ?? null));
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
      completion,
      undated,
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
  return { config, calendar, today, facts, schedule, changes, diagnostics };
}

/** A day, or null, as the contract writes it. */
export function isoDay(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
