import type { Quantiles } from './beta-pert.ts';
import { pertQuantiles } from './beta-pert.ts';
import type { Calendar } from './calendar.ts';
import type { Facts } from './facts.ts';
import { isContradictory, rangeOf } from './three-point.ts';

/** How long one finished milestone took, against how long it was planned to take. */
export interface Experience {
  readonly id: string;
  /** Working days from `actual_start` to the actual end, both included. */
  readonly actual: number;
  readonly planned: number;
  readonly ratio: number;
}

/** Fewer ratios than this are no distribution, so they are not used. */
export const USABLE = 3;
/**
 * From so many on, the history is called enough: the median of all lies between the smallest and the largest of five samples with
 * a chance of 93.75 % (Hubbard, "How to Measure Anything", 2007, "the rule of five").
 */
export const ENOUGH = 5;

/**
 * What the project's own finished work says about its estimates, by rising ratio. A completed milestone counts if it says when it
 * really started and ended, and both its planned length and the time between have a working day.
 */
export function experienceOf(facts: readonly Facts[], calendar: Calendar): Experience[] {
  const found = facts.flatMap(({ milestone, duration, actualEnd: end }): Experience[] => {
    const start = calendar.dayOf(milestone.timeline.actual_start);
    if (end === null || start === null || duration === 0) return [];
    const actual = calendar.countWorkingDays(start, end);
    return actual === 0 ? [] : [{ id: milestone.id, actual, planned: duration, ratio: actual / duration }];
  });
  return found.sort((a, b) => a.ratio - b.ratio);
}

/** The distribution of a milestone's whole length: `low + width · q` working days, where q comes from the quantiles. */
export interface Spread {
  readonly source: 'three_point' | 'history' | 'none';
  readonly low: number;
  readonly width: number;
  /** Null where the length is certain (`low`). */
  readonly quantiles: Quantiles | null;
  /** Smallest, most likely and largest length of a three-point estimate; null for other sources. */
  readonly points: readonly [number, number, number] | null;
}

/**
 * How uncertain a milestone's length is: by its three-point estimate, else by the project's own history (every ratio of actual to
 * planned length equally likely, as in Efron's bootstrap), else not at all as far as anybody can tell. A duration outside its
 * own estimate stretches the estimate: it was given before the plan changed. An estimate that contradicts itself is none.
 */
export function spreadOf({ milestone, duration }: Facts, history: Quantiles | null, calendar: Calendar): Spread {
  const range = rangeOf(milestone, calendar);
  if (range !== null && !isContradictory(range)) {
    const a = Math.min(duration, range.optimistic);
    const b = Math.max(duration, range.pessimistic);
    const quantiles = b > a ? pertQuantiles((duration - a) / (b - a)) : null;
    return { source: 'three_point', low: a, width: b - a, quantiles, points: [a, duration, b] };
  }
  if (history && duration > 0) {
    return { source: 'history', low: 0, width: duration, quantiles: history, points: null };
  }
  return { source: 'none', low: duration, width: 0, quantiles: null, points: null };
}

/** The ratios as a distribution; null where there are too few of them. */
export function historyQuantiles(experience: readonly Experience[]): Quantiles | null {
  if (experience.length < USABLE) return null;
  return { values: Float64Array.from(experience, (e) => e.ratio), stepwise: true };
}
