import type { FieldEdit } from '../../model/journal.ts';
import type { RemoteIssue } from '../../model/remote.ts';
import type { Standing } from '../../model/sync-base.ts';
import type { Task } from '../../model/task.ts';
import { isMapping } from '../../store/edit/data.ts';
import type { Raw } from '../status-edits.ts';
import type { IssueVerdict } from './issue-verdict.ts';

/** A task as it is written in its file; empty where there is none at the place. */
export function rawTask(raw: Raw, index: number): Raw {
  const { tasks } = raw;
  const found: unknown = Array.isArray(tasks) ? tasks[index] : undefined;
  return isMapping(found) ? found : {};
}

/** True if somebody has worked on it: what is opened again goes on rather than begins. */
function begun({ progress, actualHours, phases }: Task): boolean {
  const worked = Object.values(phases ?? {}).some((status) => status !== 'pending');
  return (progress ?? 0) > 0 || (actualHours ?? 0) > 0 || worked;
}

/** The edits that bring a task to where its issue is. What it recorded as done goes to 100 with the issue, and back from it. */
function standingEdits(wanted: Standing, task: Task, own: Raw, day: string): readonly (readonly [string, unknown])[] {
  if (wanted === 'completed') {
    const dated = (own['completed_at'] ?? null) !== null;
    const partly = task.progress !== null && task.progress < 100;
    return [
      ['status', 'completed'],
      ...(dated ? [] : [['completed_at', day] as const]),
      ...(partly ? [['progress', 100] as const] : []),
    ];
  }
  const status = wanted !== 'open' ? wanted : begun(task) ? 'in_progress' : 'pending';
  const finished = task.status === 'completed';
  return [
    ['status', status],
    ...(finished && (own['completed_at'] ?? null) !== null ? [['completed_at', null] as const] : []),
    ...(finished && task.progress === 100 ? [['progress', null] as const] : []),
  ];
}

/** The edits of a task's own keys that GitHub asks for. `day` (ISO) is when the issue was closed, in the project's time zone. */
export function taskEdits(verdict: IssueVerdict, raw: Raw, day: string): FieldEdit[] {
  const { seat, title, standing, assignee } = verdict;
  const { milestone, index, task } = seat;
  const own = rawTask(raw, index);
  const changes: (readonly [string, unknown])[] = [];
  if (title.winner === 'github') changes.push(['title', title.github]);
  if (standing.winner === 'github') changes.push(...standingEdits(standing.github, task, own, day));
  if (assignee.winner === 'github') changes.push(['assigned_to', assignee.github]);
  return changes.flatMap(([key, after]) =>
    own[key] === after ? [] : [{ file: milestone.file, path: ['tasks', index, key], before: own[key], after }],
  );
}

/** A new task for an issue: what GitHub knows of it, and nothing else. */
export function newTask(issue: RemoteIssue, id: string, standing: Standing, day: string): Record<string, unknown> {
  return {
    id,
    title: issue.title.trim() || id,
    status: standing === 'open' ? 'pending' : standing,
    ...(issue.assignees[0] === undefined ? {} : { assigned_to: issue.assignees[0] }),
    issue: issue.number,
    ...(standing === 'completed' ? { completed_at: day } : {}),
  };
}
