import { formatDay, parseDay } from '../model/day.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { done, type Outcome, refused } from './refusal.ts';

/**
 * The edit that `--rebaseline` makes: the due date becomes what the milestone is measured against from now on; with
 * `--timeline` (whose edits are `moved`) the new one. A due date with a time counts as the day it falls on in `timeZone`.
 */
export function rebaselineEdits(
  milestone: Milestone,
  moved: readonly FieldEdit[],
  timeZone: string,
): Outcome<FieldEdit[]> {
  const { id, file, timeline } = milestone;
  const due = moved.find((edit) => edit.path.at(-1) === 'estimated_end')?.after ?? timeline.estimated_end ?? null;
  const day = typeof due === 'string' ? parseDay(due, timeZone) : undefined;
  if (day === undefined) {
    return refused('no-due-date', `${id} has no due date that could become its baseline`, {
      hint: 'Give it one in the same command: --timeline=<date>.',
    });
  }
  return done([{ file, path: ['timeline', 'baseline_end'], before: timeline.baseline_end, after: formatDay(day) }]);
}
