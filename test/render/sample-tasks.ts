import type { TaskSchedule } from '../../src/model/status-tasks.ts';

/** The task network of the sample's M05, typed by hand: 20 h, then 10 h, then 6 h; beside them 8 h, 4 h and no estimate. */

type Row = TaskSchedule['tasks'][number];

function task(id: string, hours: number | null, left: number, start: number, float: number, free = float): Row {
  const finish = start + (hours ?? 0);
  return {
    ...{ id, estimated_hours: hours, remaining_hours: left, early_start_hour: start, early_finish_hour: finish },
    ...{ late_start_hour: start + float, late_finish_hour: finish + float, total_float_hours: float },
    ...{ free_float_hours: free, critical: float === 0 },
  };
}

export const TASK_NETWORK: TaskSchedule = {
  length_hours: 36,
  remaining_hours: 16,
  remaining_path: ['task-002', 'task-005', 'task-003'],
  critical: ['task-002', 'task-003', 'task-005'],
  critical_paths: [['task-002', 'task-005', 'task-003']],
  critical_path_count: 1,
  cycle: null,
  unestimated: ['task-006'],
  tasks: [
    task('task-001', 8, 0, 0, 28),
    task('task-002', 20, 3, 0, 0),
    task('task-003', 6, 4.5, 30, 0),
    task('task-005', 10, 8.5, 20, 0),
    task('task-006', null, 0, 0, 36),
    task('task-007', 4, 4, 0, 32),
  ],
};
