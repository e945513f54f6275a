import type { RemoteIssue } from '../../model/remote.ts';
import type { Standing } from '../../model/sync-base.ts';
import type { TaskStatus } from '../../model/task.ts';
import { threeWay, type Winner } from './three-way.ts';

/** A task's status as an issue could show it. */
export function standingOfTask(status: TaskStatus): Standing {
  return status === 'pending' || status === 'in_progress' ? 'open' : status;
}

/** `out`: taken out of every milestone, which cancels what is not finished. */
export function standingOfIssue({ state, reason, labels }: RemoteIssue, out: boolean): Standing {
  if (state === 'closed') return reason === 'not_planned' || reason === 'duplicate' ? 'cancelled' : 'completed';
  if (out) return 'cancelled';
  return labels.some((label) => label.toLowerCase() === 'blocked') ? 'blocked' : 'open';
}

/** Blocked work is open work: closing an issue ends both. */
const ended = (standing: Standing): Standing => (standing === 'blocked' ? 'open' : standing);

/**
 * Who is right about how far the work is. Whether it is over is decided first, whether it is blocked only where both say that
 * it is not over: a label says nothing about finished work. Work that the store has as open gives way to an issue that was
 * closed before both were ever compared.
 */
export function standingWinner(base: Standing | undefined, store: Standing, github: Standing): Winner {
  const over = threeWay(base && ended(base), ended(store), ended(github), (value) => value !== 'open');
  if (over !== 'agreed' || ended(store) !== 'open') return over;
  const open = base !== undefined && ended(base) === 'open' ? base : undefined;
  return threeWay(open, store, github, (value) => value === 'blocked');
}

/** The base after both sides were looked at: it moves where they agree, about the end of the work at least. */
export function standingBase(base: Standing | undefined, store: Standing, github: Standing): Standing | undefined {
  if (store === github) return store;
  if (ended(store) !== ended(github)) return base;
  return base !== undefined && ended(base) === 'open' ? base : 'open';
}
