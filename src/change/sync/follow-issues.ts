import type { FieldEdit } from '../../model/journal.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { RemoteIssue } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { Appended } from './append-tasks.ts';
import type { Desk } from './desk.ts';
import type { IssueSides } from './issue-sides.ts';
import { placeOf } from './issue-sides.ts';
import type { IssueVerdict } from './issue-verdict.ts';
import { closingDay } from './milestone-edits.ts';
import { type Move, moveTasks } from './move-tasks.ts';
import { standingOfIssue } from './standing.ts';
import { newTask, rawTask, taskEdits } from './task-edits.ts';
import { mergedWaits, type Placed, Waiting, waitsNoMore, waitsOf } from './waits.ts';

/** The milestone whose file a task has to move to; undefined where it stays. */
function destinationOf({ place, seat, issue }: IssueVerdict, sides: IssueSides): Milestone | undefined {
  if (place.winner !== 'github' || place.github === null) return undefined;
  const to = sides.milestones.get(place.github);
  return to && to.id !== seat.milestone.id && sides.issues.has(issue.number) ? to : undefined;
}

/** What is said of tasks that cannot go where their issues went; a look at a part of GitHub does not know all milestones. */
function strandedText({ place, seat, issue }: IssueVerdict, sides: IssueSides): string[] {
  if (!sides.complete || place.winner !== 'github' || place.github === null) return [];
  if (sides.milestones.has(place.github)) return [];
  const where = JSON.stringify(sides.alive.get(place.github) ?? `#${place.github}`);
  return [
    `#${issue.number} is in ${where} on GitHub, of which no file takes tasks; ${seat.task.id} stays in ${seat.milestone.id}.`,
  ];
}

/** Issues that are to become tasks, with the milestone they go to: neither known as a task now nor ever before. */
function newcomers(sides: IssueSides, wanted: boolean): { issue: RemoteIssue; milestone: Milestone }[] {
  if (!wanted) return [];
  const out: { issue: RemoteIssue; milestone: Milestone }[] = [];
  for (const issue of sides.issues.values()) {
    const { number } = issue;
    if (sides.seats.has(number) || sides.archived.has(number) || sides.bases.has(number)) continue;
    const milestone = sides.milestones.get(placeOf(sides, issue) ?? 0);
    if (milestone) out.push({ issue, milestone });
  }
  return out.sort((a, b) => a.issue.number - b.issue.number);
}

/** Free task ids of each milestone, so that a task that comes in does not take another's. */
class TaskIds {
  readonly #used = new Map<string, Set<string>>();

  take({ id, tasks }: Milestone, wanted: string): string {
    const used = this.#used.get(id) ?? new Set(tasks.map((task) => task.id));
    this.#used.set(id, used);
    let free = wanted;
    for (let n = 2; used.has(free); n++) free = `${wanted}-${n}`;
    used.add(free);
    return free;
  }
}

interface Waits {
  readonly placed: Map<number, Placed>;
  readonly waiting: Map<string, Waiting>;
}

function waitsBefore(sides: IssueSides, state: State, placed: Map<number, Placed>): Waits {
  const needed = new Set([...placed.values()].map(({ milestone }) => milestone));
  const waiting = new Map<string, Waiting>();
  for (const { id, tasks } of state.milestones) {
    if (!needed.has(id)) continue;
    const edges = new Waiting();
    for (const task of tasks) for (const other of task.dependsOn) edges.add(task.id, other);
    waiting.set(id, edges);
  }
  for (const [number, { milestone, task }] of placed) {
    const seat = sides.seats.get(number);
    if (!seat || seat.milestone.id === milestone) continue;
    for (const other of seat.task.dependsOn) waiting.get(milestone)?.add(task, other);
  }
  return { placed, waiting };
}

function waitsFor(sides: IssueSides, issue: RemoteIssue, own: readonly string[], waits: Waits): string[] | null {
  const here = waits.placed.get(issue.number);
  if (!here) return null;
  const was = sides.bases.get(issue.number)?.blockedBy ?? [];
  const now = waitsOf(sides, issue, waits.placed);
  const current = new Set(now);
  const ended = was.filter((number) => !current.has(number) && waitsNoMore(sides, issue, number));
  const idOf = (number: number): string[] => {
    const task = waits.placed.get(number)?.task;
    return task === undefined ? [] : [task];
  };
  const added = now.filter((number) => !was.includes(number)).flatMap(idOf);
  const waiting = waits.waiting.get(here.milestone) ?? new Waiting();
  return mergedWaits(own, here.task, added, new Set(ended.flatMap(idOf)), waiting);
}

const grouped = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/**
 * Brings the tasks to where GitHub has their issues: their own fields, what they wait for, the milestone they are in, and tasks
 * for issues that are new.
 */
export function followIssues(
  desk: Desk,
  state: State,
  sides: IssueSides,
  verdicts: readonly IssueVerdict[],
  now: string,
): void {
  const ids = new TaskIds();
  const placed = new Map<number, Placed>();
  for (const [number, { milestone, task }] of sides.seats)
    placed.set(number, { milestone: milestone.id, task: task.id });
  const moves = verdicts.flatMap((verdict): (Move & { readonly from: Milestone })[] => {
    const to = destinationOf(verdict, sides);
    if (!to) return [];
    const id = ids.take(to, verdict.seat.task.id);
    placed.set(verdict.issue.number, { milestone: to.id, task: id });
    return [{ issue: verdict.issue.number, from: verdict.seat.milestone, to, id }];
  });
  const fresh = newcomers(sides, state.config.sync.tasksFromIssues).map(({ issue, milestone }) => {
    const id = ids.take(milestone, `issue-${issue.number}`);
    placed.set(issue.number, { milestone: milestone.id, task: id });
    return { issue, milestone, id };
  });
  const waits = waitsBefore(sides, state, placed);
  const raws = new Map<string, ReturnType<Desk['raw']>>();
  const rawOf = ({ file }: Milestone): ReturnType<Desk['raw']> => {
    const known = raws.get(file) ?? desk.raw(file);
    raws.set(file, known);
    return known;
  };
  const due = verdicts.map((verdict) => {
    const { milestone, index, task } = verdict.seat;
    const raw = rawOf(milestone);
    const own = rawTask(raw, index);
    const merged = waitsFor(sides, verdict.issue, task.dependsOn, waits);
    const key = own['depends_on'] === undefined && own['dependencies'] !== undefined ? 'dependencies' : 'depends_on';
    const edits: FieldEdit[] = [
      ...taskEdits(verdict, raw, closingDay(state, verdict.issue.closedAt, now)),
      ...(merged ? [{ file: milestone.file, path: ['tasks', index, key], before: own[key], after: merged }] : []),
    ];
    return { file: milestone.file, edits };
  });
  for (const [file, group] of grouped(due, (each) => each.file)) {
    desk.editAll(
      file,
      group.map(({ edits }) => edits),
    );
  }
  desk.notices.push(...verdicts.flatMap((verdict) => strandedText(verdict, sides)));
  for (const group of grouped(moves, ({ from, to }) => `${from.id}/${to.id}`).values()) {
    const [first] = group;
    if (first) moveTasks(desk, first.from, first.to, group);
  }
  for (const group of grouped(fresh, ({ milestone }) => milestone.file).values()) {
    const tasks = group.map(({ issue, id }): Appended => {
      const day = closingDay(state, issue.closedAt, now);
      const waitsOn = waitsFor(sides, issue, [], waits);
      const task = newTask(issue, id, standingOfIssue(issue, false), day);
      return { value: waitsOn ? { ...task, depends_on: waitsOn } : task };
    });
    if (group[0]) desk.append(group[0].milestone.file, tasks);
  }
}
