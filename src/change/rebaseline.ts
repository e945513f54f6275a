import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { done, type Outcome, refused } from './refusal.ts';

/**
 * The edit that `--rebaseline` makes: the due date becomes what the milestone is measured against from now on; with
 * `--timeline` (whose edits are `moved`) the new one.
 */
export function rebaselineEdits(milestone: Milestone, moved: readonly FieldEdit[]): Outcome<FieldEdit[]> {
  const { id, file, timeline } = milestone;
  const due = moved.find((edit) => edit.path.at(-1) === 'estimated_end')?.after ?? timeline.estimated_end ?? null;
  if (typeof due !== 'string') {
    return refused('no-due-date', `${id} has no due date that could become its baseline`, {
      hint: 'Give it one in the same command: --timeline=<date>.',
    });
  }
  return done([
    { file, path: ['timeline', 'baseline_end'], before: timeline.baseline_end ?? undefined, after: due.slice(0, 10) },
  ]);
}
