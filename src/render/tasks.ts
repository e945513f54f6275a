import { taskProgress } from '../analysis/progress.ts';
import type { Config } from '../model/config.ts';
import type { Milestone } from '../model/milestone.ts';
import type { MilestoneStatusRow } from '../model/status.ts';
import type { Task } from '../model/task.ts';
import { percent } from './bar.ts';
import { clip, md } from './escape.ts';
import { label } from './label.ts';
import { table } from './md-table.ts';
import { more, type Page } from './page.ts';
import { floats, hours, taskPath } from './task-path.ts';
import { markdownVoice } from './voice.ts';

const ROWS = 100;

/** A task's id with its title; tasks without an own title show the id once. */
function named(task: Task): string {
  return task.title === task.id ? md(task.id) : md(clip(task.title, 100));
}

/** Progress of a task by the engine's rule, with the weights in force for its milestone. */
export function progressOf(task: Task, milestone: Milestone, config: Config): number {
  return taskProgress(task, milestone.phaseWeights ?? config.phaseWeights);
}

/** Every task with status, progress, who does it and how far it may slip, in the file's order; below, their critical path. */
export function taskTable(milestone: Milestone, row: MilestoneStatusRow, page: Page): string {
  const { state, emoji } = page;
  if (milestone.tasks.length === 0) return '';
  const slack = floats(row, milestone.tasks);
  const rows = milestone.tasks
    .slice(0, ROWS)
    .map((task) => [
      named(task),
      label('task', task.status, emoji),
      task.status === 'cancelled' ? '–' : percent(progressOf(task, milestone, state.config)),
      task.assignedTo === null ? '' : md(task.assignedTo),
      task.estimatedHours === null ? '' : hours(task.estimatedHours),
      task.actualHours === null ? '' : hours(task.actualHours),
      (slack.get(task.id) ?? '').replace('critical', '**critical**'),
    ]);
  const columns = [
    'Task',
    'Status',
    { title: 'Progress', align: 'r' as const },
    { title: 'Assignee', optional: true },
    { title: 'Estimate', align: 'r' as const, optional: true },
    { title: 'Spent', align: 'r' as const, optional: true },
    { title: 'Float', align: 'r' as const, optional: true },
  ];
  const network = taskPath(row, milestone.tasks, markdownVoice(page)).map((line) => `- ${line}`);
  const below = network.length === 0 ? '' : `\n\n${network.join('\n')}`;
  return table(columns, rows) + more(milestone.tasks.length - ROWS, 'in the milestone’s file') + below;
}

/**
 * Unfinished tasks so that each comes after those it depends on; those that need nothing come first, in the file's order. Members of a cycle, which
 * never come free, stand at the end. O(tasks + dependencies).
 */
export function inDependencyOrder(tasks: readonly Task[]): Task[] {
  const open = tasks.filter((task) => task.status !== 'completed' && task.status !== 'cancelled');
  const byId = new Map(open.map((task) => [task.id, task]));
  const waiting = new Map(
    open.map((task) => [task, new Set(task.dependsOn.filter((id) => byId.has(id) && id !== task.id)).size]),
  );
  const needing = new Map<string, Task[]>();
  for (const task of open) {
    for (const id of new Set(task.dependsOn)) needing.set(id, [...(needing.get(id) ?? []), task]);
  }
  const order: Task[] = [];
  const ready = open.filter((task) => waiting.get(task) === 0);
  for (const task of ready) {
    order.push(task);
    for (const next of needing.get(task.id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const placed = new Set(order);
  return [...order, ...open.filter((task) => !placed.has(task))];
}

/** One remaining task: what is left of its estimate, who does it, and which unfinished tasks it waits for. */
export interface Step {
  readonly task: Task;
  readonly hoursLeft: number | null;
  readonly after: readonly string[];
}

/** The remaining work of a milestone in the order in which it can be done. Hours left = estimate × (1 − progress). */
export function steps(milestone: Milestone, config: Config): Step[] {
  const order = inDependencyOrder(milestone.tasks);
  const open = new Set(order.map((task) => task.id));
  return order.map((task) => ({
    task,
    hoursLeft:
      task.estimatedHours === null ? null : task.estimatedHours * (1 - progressOf(task, milestone, config) / 100),
    after: task.dependsOn.filter((id) => open.has(id)),
  }));
}

/** The steps as a numbered list with the sum of their hours. No clock times: nobody recorded any. */
export function nextSteps(milestone: Milestone, config: Config): string {
  const all = steps(milestone, config);
  if (all.length === 0) return '';
  const lines = all.slice(0, 30).map(({ task, hoursLeft, after }, i) => {
    const facts = [
      hoursLeft === null ? 'no estimate' : `${hours(hoursLeft)} left`,
      task.assignedTo === null ? null : md(task.assignedTo),
      task.status === 'blocked' ? 'blocked' : null,
      after.length > 0 ? `after ${after.map(md).join(', ')}` : null,
    ];
    return `${i + 1}. ${named(task)} (${md(task.id)}) — ${facts.filter((fact) => fact !== null).join(', ')}`;
  });
  const estimated = all.flatMap((step) => step.hoursLeft ?? []);
  const sum = estimated.reduce((total, value) => total + value, 0);
  const missing = all.length - estimated.length;
  const without = missing > 0 ? `; ${missing} of ${all.length} tasks without an estimate` : '';
  const total = estimated.length > 0 ? `\n\nTogether ${hours(sum)}${without}.` : '';
  return lines.join('\n') + more(all.length - lines.length, 'in the milestone’s file') + total;
}
