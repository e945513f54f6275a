import type { Status } from '../model/status.ts';
import type { Facts, Link } from './facts.ts';
import { openExternals } from './facts.ts';

type EdgeState = Status['dependencies'][number]['state'];

/** Why a milestone is stuck by itself, whatever its predecessors do; null if it is not. */
export function ownBlock(facts: Facts): string | null {
  if (facts.milestone.status === 'blocked') return 'it is marked as blocked';
  const names = openExternals(facts)
    .filter((external) => external.status === 'blocked')
    .map((external) => external.name);
  if (names.length > 0) return `${names.join(', ')} (external) ${names.length === 1 ? 'is' : 'are'} blocked`;
  return facts.cyclic ? 'it waits for itself in a dependency cycle' : null;
}

/**
 * How far a dependency has come, seen from its predecessor:
 *
 * - `satisfied`: completed; or cancelled, for then there is nothing to wait for any more (the schedule ignores it, too);
 * - `blocked`: the predecessor is stuck by itself: marked as blocked, an external dependency of it is, or it is in a cycle;
 * - `at_risk`: its projected finish is after its own due date;
 * - `in_progress`: under way and in time;
 * - `waiting`: not started.
 *
 * Where the successor is cancelled, nobody waits, so nothing is blocked or at risk there.
 */
export function edgeState({ from, to }: Link): EdgeState {
  const { status } = from.milestone;
  if (status === 'completed' || status === 'cancelled') return 'satisfied';
  const awaited = to.milestone.status !== 'cancelled';
  if (awaited && ownBlock(from) !== null) return 'blocked';
  if (awaited && (from.variance ?? 0) > 0) return 'at_risk';
  return status === 'in_progress' ? 'in_progress' : 'waiting';
}
