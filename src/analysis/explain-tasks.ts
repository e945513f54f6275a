import type { Config } from '../model/config.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Line } from './explanation.ts';
import { atMost, line } from './explanation.ts';
import { taskScheduleOf } from './task-schedule.ts';

const hours = (amount: number): string => `${amount} ${amount === 1 ? 'hour' : 'hours'}`;

/** The network of a milestone's tasks: how long its longest chain is, what is left of it, which tasks make it, and how far the others may slip. */
export function taskLines(milestone: Milestone, config: Config): Line[] {
  const { schedule } = taskScheduleOf(milestone, config);
  if (schedule === null) return [];
  const { length_hours, remaining_hours, remaining_path, critical_paths, critical_path_count, tasks } = schedule;
  const lines: Line[] = [];
  if (schedule.cycle !== null) {
    lines.push(line('task_cycle', `Its tasks wait for each other: ${schedule.cycle.join(' → ')}.`));
  }
  const [path = []] = critical_paths;
  const chain = path.length === 0 ? '' : `: ${path.join(' → ')}`;
  const more = critical_path_count > 1 ? ` (the first of ${critical_path_count} as long)` : '';
  lines.push(
    line(
      'task_length',
      `Its ${tasks.length} tasks take ${hours(length_hours)} at least, however many people share them${chain}${more}.`,
      { length_hours, critical_path_count },
    ),
  );
  const left = remaining_path.length === 0 ? '' : `: ${remaining_path.join(' → ')}`;
  lines.push(
    line('task_remaining', `Of the longest chain of what is left, ${hours(remaining_hours)} remain${left}.`, {
      remaining_hours,
    }),
  );
  if (schedule.unestimated.length > 0) {
    const ids = schedule.unestimated.slice(0, 20).join(', ');
    lines.push(line('task_unestimated', `Without an estimate, and counted as taking no time: ${ids}.`));
  }
  const floating = tasks
    .filter((task) => task.remaining_hours > 0 && !task.critical && task.total_float_hours !== null)
    .toSorted((a, b) => (a.total_float_hours ?? 0) - (b.total_float_hours ?? 0));
  lines.push(
    ...atMost(
      10,
      floating.map(({ id, total_float_hours, free_float_hours }) =>
        line('task_float', `${id} may slip ${hours(total_float_hours ?? 0)} without making the milestone longer.`, {
          task: id,
          total_float_hours,
          free_float_hours,
        }),
      ),
      'tasks',
    ),
  );
  return lines;
}
