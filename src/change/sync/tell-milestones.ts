import type { Operation, RemoteMilestone } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import { type Compared, type Comparison, viewOf } from './comparison.ts';

type MilestoneSet = { -readonly [K in 'title' | 'description' | 'due' | 'state']?: RemoteMilestone[K] };

/** What GitHub's milestone has to become; the title goes by the order of renames. */
function toldOf({ fields }: Compared): MilestoneSet {
  const set: MilestoneSet = {};
  for (const { field, winner, github, value } of fields) {
    if (winner === 'agreed' || winner === 'conflict' || value === github) continue;
    if (field === 'description') set.description = value ?? '';
    else if (field === 'due') set.due = value;
    else if (field === 'state') set.state = value === 'closed' ? 'closed' : 'open';
  }
  return set;
}

/** What GitHub's milestones have to be told: renames in an order that works, the other fields along with them, new ones last. */
export function milestoneOperations(comparison: Comparison, state: State): Operation[] {
  const { compared, renames, created } = comparison;
  const byNumber = new Map(compared.map((c) => [c.pair.remote.number, c]));
  const lasts = new Map(renames.map(({ number }, i) => [number, i]));
  const told = new Set<number>();
  const operations: Operation[] = [];
  for (const [i, { number, title }] of renames.entries()) {
    const one = byNumber.get(number);
    if (!one) continue;
    const last = lasts.get(number) === i;
    if (last) told.add(number);
    const set = last ? { title, ...toldOf(one) } : { title };
    operations.push({ kind: 'update-milestone', id: one.pair.milestone.id, number, set });
  }
  for (const one of compared) {
    const { number } = one.pair.remote;
    const set = toldOf(one);
    if (told.has(number) || Object.keys(set).length === 0) continue;
    operations.push({ kind: 'update-milestone', id: one.pair.milestone.id, number, set });
  }
  for (const milestone of created) {
    operations.push({ kind: 'create-milestone', id: milestone.id, set: viewOf(milestone, state) });
  }
  return operations;
}
