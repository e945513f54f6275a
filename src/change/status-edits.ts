import { countedTasks } from '../analysis/progress.ts';
import type { FieldEdit, Path } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import type { MilestoneStatus } from '../model/milestone-file.ts';
import { valueAt } from '../model/value-at.ts';
import { isMapping } from '../store/edit/data.ts';
import { done, type Outcome, refused } from './refusal.ts';

/** A milestone's file as data, unchecked: what stands there decides where an edit goes. */
export type Raw = Readonly<Record<string, unknown>>;

/**
 * The edits that `--status` makes. Starting dates the start, completing the end, each with `today` (ISO day) unless the file
 * has a day already; opening a finished milestone again takes its end back. Nothing else moves, the file neither.
 */
export function statusEdits(milestone: Milestone, wanted: MilestoneStatus, raw: Raw, today: string): FieldEdit[] {
  if (milestone.status === wanted) return [];
  const { file } = milestone;
  const edits: FieldEdit[] = [{ file, path: ['status'], before: raw['status'], after: wanted }];
  const set = (path: Path, after: unknown): void => void edits.push({ file, path, before: valueAt(raw, path), after });
  const has = (path: Path): boolean => (valueAt(raw, path) ?? null) !== null;
  const ends: Path[] = [['completed_at'], ['timeline', 'actual_end']];
  if (wanted === 'in_progress' && !has(['timeline', 'actual_start'])) set(['timeline', 'actual_start'], today);
  if (wanted === 'completed') for (const path of ends) if (!has(path)) set(path, today);
  if (milestone.status === 'completed') for (const path of ends) if (has(path)) set(path, null);
  return edits;
}

/** The edits that make a recorded percentage say what completing does; none where tasks say how far it is, or nothing is recorded. */
export function completionProgress(milestone: Milestone, raw: Raw, today: string): FieldEdit[] {
  const { recordedProgress } = milestone;
  if (recordedProgress === null || recordedProgress === 100 || countedTasks(milestone).length > 0) return [];
  const made = progressEdits(milestone, 100, raw, today);
  return made.ok ? made.value : [];
}

/** The edit that `--progress` makes: only where no tasks say better how far it is. */
export function progressEdits(milestone: Milestone, percent: number, raw: Raw, today: string): Outcome<FieldEdit[]> {
  const { id, file } = milestone;
  const tasks = countedTasks(milestone).length;
  if (tasks > 0) {
    const open = countedTasks(milestone).find((task) => task.status !== 'completed');
    return refused(
      'progress-from-tasks',
      `${id} has ${tasks} task${tasks === 1 ? '' : 's'}, and they decide how far it is`,
      {
        hint: `Set the progress or status of its tasks in ${file} instead${open ? `, for example of ${open.id}` : ''}.`,
      },
    );
  }
  if (milestone.status === 'completed' && percent !== 100) {
    return refused('finished-milestone', `${id} is completed, and so it is done to 100%, not to ${percent}%`, {
      hint: `If work is left, open it again in the same command: --status=in_progress --progress=${percent}.`,
    });
  }
  const recorded = raw['progress'];
  if (!isMapping(recorded)) {
    const after = typeof recorded === 'number' ? percent : { percentage: percent, last_update: today };
    return done([{ file, path: ['progress'], before: recorded, after }]);
  }
  const key = 'percentage' in recorded || !('overall_percentage' in recorded) ? 'percentage' : 'overall_percentage';
  if (recorded[key] === percent) return done([]);
  return done([
    { file, path: ['progress', key], before: recorded[key], after: percent },
    { file, path: ['progress', 'last_update'], before: recorded['last_update'], after: today },
  ]);
}
