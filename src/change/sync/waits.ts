import type { RemoteIssue } from '../../model/remote.ts';
import type { IssueSides } from './issue-sides.ts';

/** Where the task of an issue will stand, and its id there. */
export interface Placed {
  readonly milestone: string;
  readonly task: string;
}

/** Numbers of the issues that GitHub has an issue wait for, as far as their tasks stand in the same milestone. */
export function waitsOf(sides: IssueSides, issue: RemoteIssue, placed: ReadonlyMap<number, Placed>): number[] {
  const here = placed.get(issue.number)?.milestone;
  const all = new Set([...issue.blockedBy, ...(sides.children.get(issue.number) ?? [])]);
  all.delete(issue.number);
  return [...all].filter((number) => placed.get(number)?.milestone === here).sort((a, b) => a - b);
}

/** True if it is known that an issue does not wait for another any more, which a look at a part of GitHub may not tell. */
export function waitsNoMore(sides: IssueSides, issue: RemoteIssue, number: number): boolean {
  const other = sides.issues.get(number);
  return sides.complete || (other !== undefined && other.parent !== issue.number);
}

/** Who waits for whom among the tasks of one milestone, by task id. */
export class Waiting {
  readonly #next = new Map<string, Set<string>>();

  add(task: string, waitsFor: string): void {
    const known = this.#next.get(task);
    if (known) known.add(waitsFor);
    else this.#next.set(task, new Set([waitsFor]));
  }

  /** True if `task` waits for `other`, however indirectly. */
  reaches(task: string, other: string): boolean {
    const seen = new Set([task]);
    const open = [task];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === other) return true;
      for (const next of this.#next.get(at) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }
}

/**
 * A task's `depends_on` after what GitHub added and took away since the base; what a person wrote stays. An edge that would
 * close a circle is left out. Null if nothing changes.
 */
export function mergedWaits(
  own: readonly string[],
  task: string,
  added: readonly string[],
  gone: ReadonlySet<string>,
  waiting: Waiting,
): string[] | null {
  const kept = own.filter((id) => !gone.has(id));
  const fresh = added.filter((id) => {
    if (kept.includes(id) || id === task || waiting.reaches(id, task)) return false;
    waiting.add(task, id);
    return true;
  });
  return kept.length === own.length && fresh.length === 0 ? null : [...kept, ...fresh];
}
