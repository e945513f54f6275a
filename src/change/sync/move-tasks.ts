import type { FieldEdit } from '../../model/journal.ts';
import type { Milestone } from '../../model/milestone.ts';
import { itemLinesOf } from '../../store/item-lines.ts';
import type { Raw } from '../status-edits.ts';
import type { Appended } from './append-tasks.ts';
import type { Desk } from './desk.ts';
import { rawTask } from './task-edits.ts';

/** A task that goes to another milestone. */
export interface Move {
  /** Number of its issue. */
  readonly issue: number;
  readonly to: Milestone;
  /** Its id there. */
  readonly id: string;
}

const waitsFor = (task: Raw): unknown[] => [task['depends_on'] ?? task['dependencies']].flat();

/** What no longer holds once tasks have left the others of their milestone: ids name a task of the same milestone only. */
function cutText(from: Milestone, to: Milestone, moved: readonly Raw[], rest: readonly Raw[]): string[] {
  const left = new Set(rest.map((task) => task['id']));
  return moved.flatMap((task) => {
    const own = waitsFor(task).filter((id) => left.has(id));
    const others = rest.filter((other) => waitsFor(other).includes(task['id'])).map((other) => other['id']);
    if (own.length + others.length === 0) return [];
    const cut = [
      ...(own.length > 0 ? [`it waits for ${own.join(', ')}`] : []),
      ...(others.length > 0 ? [`${others.join(', ')} ${others.length > 1 ? 'wait' : 'waits'} for it`] : []),
    ];
    return [
      `${task['id']} went from ${from.id} to ${to.id} with its issue, but ${cut.join(' and ')} in ${from.id}: that does not hold across milestones.`,
    ];
  });
}

/** Takes tasks from one file to another, each as it is written there, with the comments above it; all of them or none. */
export function moveTasks(desk: Desk, from: Milestone, to: Milestone, moves: readonly Move[]): void {
  const raw = desk.raw(from.file);
  const lines = itemLinesOf(desk.files.get(from.file) ?? '', 'tasks');
  const list: readonly unknown[] = Array.isArray(raw['tasks']) ? raw['tasks'] : [];
  // Other moves may have shifted the places, so each is looked up again by its issue.
  const places = new Map(list.map((_, index) => [rawTask(raw, index)['issue'], index] as const).reverse());
  const indexes = moves.map(({ issue }) => places.get(issue) ?? -1);
  const appended = indexes.map((index): Appended => {
    const { above = [], own = [] } = lines[index] ?? {};
    return { value: rawTask(raw, index), lines: [...above, ...own] };
  });
  const comments = new Set(
    indexes.flatMap((index) => {
      const { above = [], from: start = 0 } = lines[index] ?? {};
      return above.map((_, i) => start + i);
    }),
  );
  const gone = new Set(indexes);
  const rest = list.filter((_, index) => !gone.has(index));
  const moved = desk.together(() => {
    const { tasks } = desk.raw(to.file);
    const start = Array.isArray(tasks) ? tasks.length : 0;
    // Its own id where another task there has it already, or where only its place gave it one.
    const renamed = moves.flatMap(({ id }, i): FieldEdit[] => {
      const before = appended[i]?.value['id'];
      return before === id ? [] : [{ file: to.file, path: ['tasks', start + i, 'id'], before, after: id }];
    });
    const left = { file: from.file, path: ['tasks'], before: list, after: rest };
    return desk.append(to.file, appended) && desk.edit(to.file, renamed) && desk.cut(from.file, left, comments);
  });
  if (!moved) return;
  const there = desk.files.get(to.file) ?? '';
  for (const { value, lines: own = [] } of appended) {
    if (own.some((line) => line.trimStart().startsWith('#') && !there.includes(line.trim())))
      desk.notices.push(`The comments on ${value['id']} do not fit into ${to.file}; the journal has them.`);
  }
  const kept = list.flatMap((_, index) => (gone.has(index) ? [] : [rawTask(raw, index)]));
  desk.notices.push(
    ...cutText(
      from,
      to,
      appended.map(({ value }) => value),
      kept,
    ),
  );
}
