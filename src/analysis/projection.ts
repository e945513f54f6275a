import type { Day } from '../model/day.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Calendar } from './calendar.ts';
import type { EarlyDates, Work } from './critical-path.ts';
import { earlyDates } from './critical-path.ts';
import type { Dates } from './dates.ts';
import { datesAt } from './dates.ts';
import type { Network } from './network.ts';

/** The planned network, and what reality adds to it. Milestones in the order of the network's nodes. */
interface Progressed {
  readonly milestones: readonly Milestone[];
  readonly network: Network;
  readonly planned: EarlyDates;
  /** Index of the first day that its own `estimated_start` and a stated start of the project allow; −∞ where neither is given. */
  readonly earliest: ArrayLike<number>;
  /** Working days of work left, by node. */
  readonly remaining: ArrayLike<number>;
  /** The day a completed milestone was finished; null where nobody knows. */
  readonly ended: readonly (Day | null)[];
  readonly today: Day;
}

/**
 * The day after the last unresolved external dependency is due, as an index: it arrives in the course of that day, as a
 * predecessor finishes in the course of its last one.
 */
export function externalHold({ external }: Pick<Milestone, 'external'>, calendar: Calendar): number {
  const dues = external
    .filter(({ status, resolvedAt }) => status !== 'done' && resolvedAt === null)
    .map(({ due }) => calendar.dayOf(due))
    .filter((due) => due !== null);
  return dues.reduce((hold, due) => Math.max(hold, calendar.toIndex(due + 1)), Number.NEGATIVE_INFINITY);
}

/**
 * What the projected network computes with, by node:
 *
 * - Completed: `actual_start` (else as planned; work of no time starts when it finishes) to the day it was finished. Where
 *   nobody knows that day: as planned, but over before today, since finished work holds nobody.
 * - In progress: since `actual_start` (else as planned); what remains is done from today on, whatever its predecessors do,
 *   for it has evidently started without them. Today counts if it is a working day.
 * - Planning or blocked: what remains starts today at the earliest, after its predecessors, its `estimated_start` and the
 *   due dates of its external dependencies. An `actual_start` that it already has stays its start.
 *
 * Only unfinished work is scheduled, so nothing unfinished lies before today.
 */
function projectedWork(work: Progressed, calendar: Calendar): Required<Work> {
  const { milestones, network, planned, remaining } = work;
  const now = calendar.toIndex(work.today);
  const earliest = new Float64Array(network.size);
  const duration = Float64Array.from(remaining);
  const pinned = new Uint8Array(network.size);

  for (const [n, milestone] of milestones.entries()) {
    if (milestone.status === 'completed') {
      pinned[n] = 1;
      // Its successors may start at its finish: the day after its last one or, where work of no time was to fall on a day of
      // its own (not on a predecessor's last), on that same day.
      const step = (planned.finish[n] as number) - (planned.lastDay[n] as number);
      const end = work.ended[n] ?? null;
      earliest[n] =
        end === null ? Math.min(planned.lastDay[n] as number, now - step) : calendar.toIndex(end + step) - step;
      duration[n] = step;
    } else if (milestone.status === 'in_progress') {
      pinned[n] = 1;
      earliest[n] = now;
    } else {
      earliest[n] = Math.max(now, work.earliest[n] as number, externalHold(milestone, calendar));
    }
  }

  return { duration, earliest, pinned };
}

/** The projected network: every pass over it starts from this, the simulation's ten thousand as well. */
export interface Projection {
  readonly milestones: readonly Milestone[];
  readonly network: Network;
  readonly work: Required<Work>;
  readonly early: EarlyDates;
  /** Projected dates, by node. */
  readonly dates: readonly Dates[];
}

/** Runs the planned network on from what has happened up to today. */
export function projectionOf(progressed: Progressed, calendar: Calendar): Projection {
  const { milestones, network, planned } = progressed;
  const work = projectedWork(progressed, calendar);
  const early = earlyDates(network, work);
  const dates = milestones.map((milestone, n) => {
    const rest = datesAt(calendar, early, n);
    const begun = calendar.dayOf(milestone.timeline.actual_start);
    if (milestone.status === 'completed') {
      const was = datesAt(calendar, planned, n);
      const finish = progressed.ended[n] ?? rest.finish;
      const takesTime = (planned.finish[n] as number) > (planned.start[n] as number);
      return { start: Math.min(begun ?? (takesTime ? was.start : finish), finish), finish };
    }
    if (milestone.status === 'in_progress') {
      return { start: Math.min(begun ?? datesAt(calendar, planned, n).start, rest.start), finish: rest.finish };
    }
    return { start: begun === null ? rest.start : Math.min(begun, rest.start), finish: rest.finish };
  });
  return { milestones, network, work, early, dates };
}
