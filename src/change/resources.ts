import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { type ResourceChange, roleKey } from '../model/resource-change.ts';
import { done, type Outcome, refused } from './refusal.ts';

type Item = Record<string, unknown>;

const asItem = (raw: unknown): Item => (typeof raw === 'string' ? { role: raw } : (raw as Item));

function find(list: readonly unknown[], change: ResourceChange): number {
  return list.findIndex((raw) => {
    const item = asItem(raw);
    if (change.kind === 'allocate')
      return typeof item['who'] === 'string' && item['who'].toLowerCase() === change.who.toLowerCase();
    return typeof item['role'] === 'string' && roleKey(item['role']) === roleKey(change.role);
  });
}

/** One entry of the list after a change; null takes it off. */
function apply(item: Item | undefined, change: ResourceChange): Item | null {
  if (change.kind === 'allocate') {
    return change.allocation === 0 ? null : { ...(item ?? { who: change.who }), allocation: change.allocation };
  }
  const before = typeof item?.['fte'] === 'number' ? item['fte'] : 0;
  // Hundredths, so that adding 0.1 ten times is 1.
  const fte = change.kind === 'set' ? change.fte : Math.round((before + change.fte) * 100) / 100;
  return fte === 0 ? null : { ...(item ?? { role: change.role }), fte };
}

/**
 * The edit that `--resources` makes: roles and people that are named change, the others stay as they are. `raw` is what the
 * milestone's file has under `resources`.
 */
export function resourceEdits(
  milestone: Milestone,
  changes: readonly ResourceChange[],
  raw: unknown,
): Outcome<FieldEdit[]> {
  if (raw != null && !Array.isArray(raw)) {
    return refused('cannot-edit', `${milestone.file} lists resources by kind, which has no place for an allocation`, {
      hint: 'Write `resources` as a list of {role, fte} and {who, allocation}, then run the command again.',
    });
  }
  const list: unknown[] = [...(raw ?? [])];
  for (const change of changes) {
    const at = find(list, change);
    const item = at < 0 ? undefined : asItem(list[at]);
    if (!item && change.kind === 'adjust' && change.fte < 0) {
      return refused('bad-value', `${milestone.id} has no ${change.role} to take off`, {
        hint: 'See `status` for who is on it.',
      });
    }
    const next = apply(item, change);
    if (next && typeof next['fte'] === 'number' && next['fte'] < 0) {
      return refused('bad-value', `${milestone.id} would be left with ${next['fte']} ${String(next['role'])}`, {
        hint: 'Take off at most what is there.',
      });
    }
    if (next === null) {
      if (at >= 0) list.splice(at, 1);
    } else if (at < 0) list.push(next);
    else list[at] = next;
  }
  return done([{ file: milestone.file, path: ['resources'], before: raw ?? undefined, after: list }]);
}
