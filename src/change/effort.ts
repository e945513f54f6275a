import type { EffortChange } from '../model/effort-change.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { MOST } from '../model/scalar.ts';
import { done, type Outcome, refused } from './refusal.ts';

/** The edit that `--effort` makes to the estimated hours. */
export function effortEdits(milestone: Milestone, change: EffortChange): Outcome<FieldEdit[]> {
  const { id, file, timeline, status } = milestone;
  if (status === 'completed' || status === 'cancelled') {
    return refused('finished-milestone', `${id} is ${status}; what it was estimated at is history`, {
      hint: 'Plan further work as a milestone of its own, or set its status back first.',
    });
  }
  const written = timeline.estimated_hours;
  const before = written ?? null;
  if (change.kind === 'shift' && before === null) {
    return refused('bad-value', `${id} has no estimated hours that could be changed by ${change.hours}`, {
      hint: 'Give it a figure: --effort=40h.',
    });
  }
  const hours = change.kind === 'set' ? change.hours : Math.round(((before ?? 0) + change.hours) * 100) / 100;
  if (hours < 0) {
    return refused('bad-value', `${id} is estimated at ${before} hours; ${-change.hours} less is less than nothing`, {
      hint: `Take off at most ${before}h.`,
    });
  }
  if (hours > MOST.amount) {
    return refused('bad-value', `${id} would be estimated at ${hours} hours; at most ${MOST.amount} can be planned`, {
      hint: 'Split the work into several milestones.',
    });
  }
  return done([{ file, path: ['timeline', 'estimated_hours'], before: written, after: hours }]);
}
