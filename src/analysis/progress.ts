import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Task } from '../model/task.ts';
import { PHASES } from '../model/task.ts';

/** Words for a finished phase: the original command set also approves a phase instead of completing it. */
const PHASE_DONE = /^(completed?|done|approved)$/i;

/** A percentage with one decimal: how it leaves the engine. Inside, progress stays exact. */
export function roundPercent(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The weighted mean of percentages; all weigh the same where the weights are all 0. Null for none. */
function weightedMean(items: readonly { readonly value: number; readonly weight: number }[]): number | null {
  if (items.length === 0) return null;
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  if (total === 0) return items.reduce((sum, item) => sum + item.value, 0) / items.length;
  return items.reduce((sum, item) => sum + item.value * item.weight, 0) / total;
}

/** Tasks that count: all but the cancelled ones. */
export function countedTasks(milestone: Milestone): Task[] {
  return milestone.tasks.filter((task) => task.status !== 'cancelled');
}

/**
 * Progress of a task, 0–100: what it states itself; else 100 if completed; else the share of its finished workflow phases
 * by weight; else 0.
 */
export function taskProgress(task: Task, weights: Readonly<Record<string, number>>): number {
  if (task.progress !== null) return task.progress;
  if (task.status === 'completed') return 100;
  const { phases } = task;
  if (!phases) return 0;
  const items = PHASES.map((name) => ({ value: PHASE_DONE.test(phases[name]) ? 100 : 0, weight: weights[name] ?? 0 }));
  return weightedMean(items) ?? 0;
}

/**
 * Progress of a milestone, 0–100, exact. From its tasks (cancelled ones left out), weighted by estimated hours where all of
 * them have hours, else equally; without tasks the recorded percentage, else 100 if completed, else 0.
 */
export function milestoneProgress(milestone: Milestone, config: Config): number {
  const tasks = countedTasks(milestone);
  // A milestone of the original command set carries its own weights; they replace the store's as a whole.
  const weights = milestone.phaseWeights ?? config.phaseWeights;
  const byHours = tasks.every((task) => task.estimatedHours !== null);
  const items = tasks.map((task) => ({
    value: taskProgress(task, weights),
    weight: byHours ? (task.estimatedHours ?? 0) : 1,
  }));
  return weightedMean(items) ?? milestone.recordedProgress ?? (milestone.status === 'completed' ? 100 : 0);
}

/**
 * A warning where the status, the recorded percentage and the tasks tell different stories. Between the last two the tasks are what
 * counts.
 */
export function progressMismatch(milestone: Milestone, progress: number, config: Config): Diagnostic | null {
  const recorded = milestone.recordedProgress;
  const hasTasks = countedTasks(milestone).length > 0;
  if (milestone.status === 'completed' && 100 - progress > config.tolerance.progress + 1e-9) {
    const says = hasTasks
      ? `its tasks add up to ${roundPercent(progress)}%`
      : `it records ${roundPercent(progress)}% progress`;
    const mend = hasTasks ? 'Finish or cancel its open tasks' : 'Set progress.percentage to 100';
    return diagnostic(
      'progress-mismatch',
      { file: milestone.file },
      `${milestone.id} is completed, but ${says}`,
      `${mend}, or take back its status.`,
    );
  }
  if (recorded === null || !hasTasks) return null;
  const apart = Math.abs(recorded - progress);
  if (apart <= config.tolerance.progress + 1e-9) return null;
  return diagnostic(
    'progress-mismatch',
    { file: milestone.file },
    `${milestone.id} records ${recorded}% progress, but its tasks add up to ${roundPercent(progress)}%`,
    `The tasks count. Set progress.percentage to ${roundPercent(progress)}, or correct the tasks.`,
  );
}

/** Progress of the project, 0–100: its milestones weighted by duration, cancelled ones left out; null without any. */
export function projectProgress(
  milestones: readonly { readonly milestone: Milestone; readonly progress: number; readonly duration: number }[],
): number | null {
  const counted = milestones.filter(({ milestone }) => milestone.status !== 'cancelled');
  return weightedMean(counted.map(({ progress, duration }) => ({ value: progress, weight: duration })));
}
