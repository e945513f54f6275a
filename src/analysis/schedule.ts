import type { Day } from '../model/day.ts';
import { edgesOf, findCycle, indexedEdges } from '../model/graph.ts';
import type { Milestone } from '../model/milestone.ts';
import { spanDays } from '../model/span.ts';
import type { Calendar } from './calendar.ts';
import { criticalChains } from './critical-chains.ts';
import { earlyDates, floatsOf } from './critical-path.ts';
import type { Dates } from './dates.ts';
import { datesAt } from './dates.ts';
import { networkOf } from './network.ts';
import type { Projection } from './projection.ts';
import { projectionOf } from './projection.ts';

/** How many critical paths are listed; the count is of all. */
const LISTED_PATHS = 20;

/** A milestone's place in the schedule. Boundaries are working days from the schedule's start (0). */
export interface Slot {
  /** As if nothing had happened yet. */
  readonly planned: Dates;
  /** What happened so far, and the rest of the work from today. */
  readonly projected: Dates;
  readonly earlyStart: number;
  readonly earlyFinish: number;
  readonly lateStart: number;
  readonly lateFinish: number;
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly critical: boolean;
}

export interface Schedule {
  readonly start: Day;
  /** Working days from the start to the last planned finish. */
  readonly length: number;
  readonly plannedFinish: Day | null;
  readonly projectedFinish: Day | null;
  /** By id; cancelled milestones and members of a cycle have no slot. */
  readonly slots: ReadonlyMap<string, Slot>;
  readonly criticalPaths: readonly (readonly string[])[];
  readonly criticalPathCount: number;
  /** The members of one cycle in order. */
  readonly cycle: readonly string[] | null;
  /** Everybody who is on some cycle. */
  readonly cyclic: ReadonlySet<string>;
  /** The network behind the projected dates; its nodes are the milestones that are not cancelled. */
  readonly projection: Projection;
}

/** What the schedule needs to know of a milestone besides its file: days of work, and how much of it is left. */
interface Effort {
  readonly duration: number;
  readonly remaining: number;
  /** The day a completed one was finished, where that is known. */
  readonly ended?: Day | null;
}

/** `project.start`, else the earliest estimated start, else today. */
function startOf(milestones: readonly Milestone[], calendar: Calendar, projectStart: string | null, today: Day): Day {
  const stated = calendar.dayOf(projectStart);
  if (stated !== null) return stated;
  const starts = milestones.map((m) => calendar.dayOf(m.timeline.estimated_start)).filter((day) => day !== null);
  return starts.reduce((earliest, day) => Math.min(earliest, day), starts[0] ?? today);
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((found, day) => Math.max(found ?? day, day), null);
}

/**
 * Planned and projected dates, floats and critical paths of all milestones (in order of their ids).
 *
 * - `estimated_start` on a day off means the next working day, and is never before the start of the project.
 * - Cancelled milestones take no part: an edge from or to one holds nobody.
 * - Members of a cycle get no dates, since none would be true; edges from them hold nobody, and the rest is scheduled.
 */
export function scheduleOf(
  milestones: readonly Milestone[],
  efforts: ReadonlyMap<string, Effort>,
  calendar: Calendar,
  projectStart: string | null,
  today: Day,
): Schedule {
  const live = milestones.filter((m) => m.status !== 'cancelled');
  const ids = live.map((m) => m.id);
  const { from, to, lag } = indexedEdges(live);
  const network = networkOf(live.length, {
    from,
    to,
    lag: Int32Array.from(lag, (gap) => spanDays(gap, calendar.daysPerWeek)),
  });

  const start = startOf(live, calendar, projectStart, today);
  const base = calendar.toIndex(start);
  const own = Float64Array.from(live, (m) => {
    const day = calendar.dayOf(m.timeline.estimated_start);
    return day === null ? Number.NEGATIVE_INFINITY : calendar.toIndex(day);
  });
  const earliest = own.map((index) => Math.max(base, index));
  const known = live.map((m) => efforts.get(m.id));
  const duration = Float64Array.from(known, (effort) => effort?.duration ?? 0);
  const planned = earlyDates(network, { duration, earliest });
  const floats = floatsOf(network, planned);
  const remaining = Float64Array.from(known, (effort) => effort?.remaining ?? 0);
  const ended = known.map((effort) => effort?.ended ?? null);
  // A start that nobody stated is only where the plan counts from: what others may not begin before does not hold the rest.
  const stated = calendar.dayOf(projectStart) !== null;
  const progressed = { milestones: live, network, planned, earliest: stated ? earliest : own, remaining, ended, today };
  const projection = projectionOf(progressed, calendar);

  const slots = new Map<string, Slot>();
  for (const [n, id] of ids.entries()) {
    if (network.cyclic[n] === 1) continue;
    slots.set(id, {
      planned: datesAt(calendar, planned, n),
      projected: projection.dates[n] as Dates,
      earlyStart: (planned.start[n] as number) - base,
      earlyFinish: (planned.finish[n] as number) - base,
      lateStart: (floats.lateStart[n] as number) - base,
      lateFinish: (floats.lateFinish[n] as number) - base,
      totalFloat: floats.total[n] as number,
      freeFloat: floats.free[n] as number,
      critical: floats.total[n] === 0,
    });
  }
  // What is completed on a day that nobody knows has no finish to count.
  const told = [...live.keys()].filter(
    (n) => slots.has(ids[n] as string) && (live[n]?.status !== 'completed' || ended[n] !== null),
  );
  const { chains, count } = criticalChains(network, planned, floats, LISTED_PATHS);
  return {
    start,
    length: slots.size === 0 ? 0 : floats.end - base,
    plannedFinish: latest([...slots.values()].map((slot) => slot.planned.finish)),
    projectedFinish: latest(told.map((n) => projection.dates[n]?.finish ?? today)),
    slots,
    criticalPaths: chains.map((chain) => chain.map((n) => ids[n] as string)),
    criticalPathCount: count,
    cycle: slots.size === ids.length ? null : findCycle(ids, edgesOf(live)),
    cyclic: new Set(ids.filter((_, n) => network.cyclic[n] === 1)),
    projection,
  };
}
