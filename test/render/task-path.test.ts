import { describe, expect, it } from 'vitest';
import type { TaskSchedule } from '../../src/model/status-tasks.ts';
import { toTask } from '../../src/model/task.ts';
import { floats, taskPath } from '../../src/render/task-path.ts';
import { terminalVoice } from '../../src/render/voice.ts';
import { row } from './sample.ts';
import { TASK_NETWORK } from './sample-tasks.ts';

const ids = TASK_NETWORK.tasks.map((task) => task.id);
const tasks = ids.map((id, i) => toTask({ id, title: `Title of ${id}` }, i));

const lines = (network: Partial<TaskSchedule>): string[] =>
  taskPath(
    row({ id: 'M', title: 'M', task_schedule: { ...TASK_NETWORK, unestimated: [], ...network } }),
    tasks,
    terminalVoice({ color: false }),
  );

describe('what is said of the tasks as a network', () => {
  it('names the critical path once where it is also what is left', () => {
    expect(lines({})).toEqual([
      'Critical path: Title of task-002 → Title of task-005 → Title of task-003 (36 h, 16 h of it left)',
    ]);
    expect(lines({ remaining_path: ['task-005', 'task-003'], remaining_hours: 13 })).toEqual([
      'Critical path: Title of task-002 → Title of task-005 → Title of task-003 (36 h, 13 h of it left)',
    ]);
  });

  it('names the chain that is left where it is another one, and nothing where nothing is left', () => {
    expect(lines({ remaining_path: ['task-007'], remaining_hours: 4 })[1]).toBe(
      'Longest chain of what is left: Title of task-007 (4 h)',
    );
    expect(lines({ remaining_path: [], remaining_hours: 0, critical_path_count: 3 })).toEqual([
      'Critical path: Title of task-002 → Title of task-005 → Title of task-003 (36 h, the first of 3 paths as long)',
    ]);
  });

  it('shows a cycle, and keeps the ends of a long chain', () => {
    expect(lines({ cycle: ['task-001', 'task-007'], critical_paths: [], remaining_hours: 0 })[0]).toContain(
      'Task cycle: Title of task-001 → Title of task-007 → Title of task-001.',
    );
    const long = Array.from({ length: 30 }, (_, i) => `T${i}`);
    expect(lines({ critical_paths: [long] })[0]).toContain('T4 → … 20 more … → T25');
  });

  it('gives no float to a task that is finished or has no estimate, and says nothing without a network', () => {
    const found = floats(row({ id: 'M', title: 'M', task_schedule: TASK_NETWORK }), tasks);
    expect([...found]).toEqual([
      ['task-001', '28 h'],
      ['task-002', 'critical'],
      ['task-003', 'critical'],
      ['task-005', 'critical'],
      ['task-007', '32 h'],
    ]);
    const done = tasks.map((task) => ({ ...task, status: 'completed' as const }));
    expect(floats(row({ id: 'M', title: 'M', task_schedule: TASK_NETWORK }), done).size).toBe(0);
    expect(taskPath(row({ id: 'M', title: 'M' }), tasks, terminalVoice({ color: false }))).toEqual([]);
  });
});
