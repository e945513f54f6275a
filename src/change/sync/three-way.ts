import type { Config } from '../../model/config.ts';

export type Prefer = Config['sync']['prefer'];

/** Whose value holds: `agreed` where both say the same, `conflict` where nothing says who is right. */
export type Winner = 'agreed' | 'store' | 'github' | 'conflict';

/**
 * The three-way rule for one field. The side that changed against the base wins; a field that both changed differently is a
 * conflict. Without a base every difference is one, except that a side which says nothing loses nothing by being filled in.
 */
export function threeWay<T>(
  base: T | undefined,
  store: T,
  github: T,
  says: (value: T) => boolean = (value) => value !== null && value !== '',
): Winner {
  if (store === github) return 'agreed';
  if (base === undefined) return !says(store) ? 'github' : !says(github) ? 'store' : 'conflict';
  if (store === base) return 'github';
  return github === base ? 'store' : 'conflict';
}

/** What becomes of a conflict under the policy. */
export function solved(winner: Winner, prefer: Prefer): Winner {
  return winner === 'conflict' && prefer !== 'ask' ? prefer : winner;
}
