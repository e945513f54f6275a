import type { Milestone } from '../../model/milestone.ts';
import type { Remote, RemoteIssue } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { IssueBase } from '../../model/sync-base.ts';
import type { Task } from '../../model/task.ts';

/** Where the task of an issue stands in the store. */
export interface Seat {
  readonly milestone: Milestone;
  readonly index: number;
  readonly task: Task;
}

/** Issues and tasks by number, so that nothing is looked for twice. */
export interface IssueSides {
  readonly seats: ReadonlyMap<number, Seat>;
  /** Issues whose task is in the archive, where nothing is touched. */
  readonly archived: ReadonlySet<number>;
  /** Issues that more than one task names; only the first task follows. */
  readonly doubled: ReadonlyMap<number, readonly string[]>;
  readonly issues: ReadonlyMap<number, RemoteIssue>;
  /** Numbers of the sub-issues of an issue. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly bases: ReadonlyMap<number, IssueBase>;
  /** Number of the GitHub milestone by id, and back; only those that are linked. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly milestones: ReadonlyMap<number, Milestone>;
  /** Titles of the GitHub milestones that were seen to exist, by number. */
  readonly alive: ReadonlyMap<number, string>;
  /** False if only a part of GitHub was looked at. */
  readonly complete: boolean;
}

/** `numbers` are the links of the store's milestones. */
export function issueSides(state: State, remote: Remote, numbers: ReadonlyMap<string, number>): IssueSides {
  const seats = new Map<number, Seat>();
  const archived = new Set<number>();
  const doubled = new Map<number, string[]>();
  const milestones = new Map<number, Milestone>();
  for (const milestone of state.milestones) {
    const number = numbers.get(milestone.id);
    if (number !== undefined) milestones.set(number, milestone);
    for (const [index, task] of milestone.tasks.entries()) {
      if (task.issue === null) continue;
      if (milestone.folder === 'archive') archived.add(task.issue);
      else if (!seats.has(task.issue)) seats.set(task.issue, { milestone, index, task });
      else doubled.set(task.issue, [...(doubled.get(task.issue) ?? []), `${milestone.id} ${task.id}`]);
    }
  }
  const children = new Map<number, number[]>();
  for (const { number, parent } of remote.issues) {
    if (parent === null || parent === number) continue;
    const known = children.get(parent);
    if (known) known.push(number);
    else children.set(parent, [number]);
  }
  const issues = new Map(remote.issues.map((issue) => [issue.number, issue]));
  const { issues: bases } = state.syncBase;
  const alive = new Map(remote.milestones.map(({ number, title }) => [number, title]));
  const { complete } = remote;
  return { seats, archived, doubled, issues, children, bases, numbers, milestones, alive, complete };
}

/**
 * Number of the GitHub milestone that an issue belongs to: its own, else its parent's. A parent that is in none, and never
 * was, passes on the milestone in which its task stands. Null for none.
 */
export function placeOf(sides: IssueSides, start: RemoteIssue): number | null {
  const seen = new Set<number>();
  for (let issue: RemoteIssue | undefined = start; issue && !seen.has(issue.number); ) {
    if (issue.milestone !== null) return issue.milestone;
    seen.add(issue.number);
    const { parent } = issue as RemoteIssue;
    if (parent === null) return null;
    const next = sides.issues.get(parent);
    const seat = sides.seats.get(parent);
    const alone = !next || (next.milestone === null && next.parent === null);
    if (alone && seat && sides.bases.get(parent)?.milestone === undefined) {
      return sides.numbers.get(seat.milestone.id) ?? null;
    }
    // Looked at a part of GitHub only: the task's place is the newest that is known of the parent.
    if (!next) return seat && !sides.complete ? (sides.numbers.get(seat.milestone.id) ?? null) : null;
    issue = next;
  }
  return null;
}
