import type { FieldEdit } from '../model/journal.ts';
import { type Measured, timelineDays } from './approval-facts.ts';
import type { CostChange } from './cost.ts';
import { daysMoved } from './impact.ts';
import type { Sides } from './sides.ts';

/** What approvals ask about that has to be worked out: due dates of the edits that ask, forecast and cost of the whole change. */
export function measuredOf(
  { calendar, before, after }: Sides,
  asking: readonly FieldEdit[],
  cost: CostChange,
): Measured {
  const [was, now] = [before.status.forecast?.p85 ?? null, after.status.forecast?.p85 ?? null];
  return {
    timelineDays: timelineDays(calendar, asking),
    p85Days: was === null || now === null ? null : daysMoved(calendar, was, now),
    cost: cost.amount,
  };
}
