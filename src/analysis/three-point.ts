import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Milestone } from '../model/milestone.ts';
import { parseSpan, spanDays } from '../model/span.ts';
import type { Calendar } from './calendar.ts';

/** The ends of a three-point estimate in working days. */
export interface Range {
  readonly optimistic: number;
  readonly pessimistic: number;
}

/** What a milestone's estimate ranges over, as written; null unless both ends are given. */
export function rangeOf({ timeline }: Pick<Milestone, 'timeline'>, { daysPerWeek }: Calendar): Range | null {
  const low = timeline.optimistic == null ? undefined : parseSpan(timeline.optimistic);
  const high = timeline.pessimistic == null ? undefined : parseSpan(timeline.pessimistic);
  if (!low || !high) return null;
  return { optimistic: spanDays(low, daysPerWeek), pessimistic: spanDays(high, daysPerWeek) };
}

/** True for an estimate whose best case takes longer than its worst: it tells nothing. */
export function isContradictory(range: Range | null): boolean {
  return range !== null && range.optimistic > range.pessimistic;
}

/** A warning for a contradictory estimate, which the forecast leaves out. */
export function rangeMismatch(milestone: Milestone, calendar: Calendar): Diagnostic | null {
  const range = rangeOf(milestone, calendar);
  if (range === null || !isContradictory(range)) return null;
  return diagnostic(
    'duration-mismatch',
    { file: milestone.file },
    `${milestone.id} would take ${range.optimistic} working days at best (optimistic), but ${range.pessimistic} at worst (pessimistic)`,
    'The forecast leaves the estimate out. Swap timeline.optimistic and timeline.pessimistic, or correct them.',
  );
}
