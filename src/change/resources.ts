import type { Config } from '../model/config.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { nearest } from '../model/nearest.ts';
import { type ResourceChange, roleKey } from '../model/resource-change.ts';
import { MOST } from '../model/scalar.ts';
import { list } from './figures.ts';
import { sameValue } from './hash.ts';
import { done, type Outcome, refused } from './refusal.ts';
import { memberCalled, membersSkilledIn, membersWith } from './staffing.ts';

type Item = Record<string, unknown>;

const asItem = (raw: unknown): Item => (typeof raw === 'string' ? { role: raw } : (raw as Item));

/** The entries that a change speaks of. A role on the entry of a person says what that person does, not how many there are. */
function find(list: readonly unknown[], change: ResourceChange): number[] {
  return [...list.keys()].filter((i) => {
    const { who, role } = asItem(list[i]);
    if (change.kind === 'allocate') return typeof who === 'string' && who.toLowerCase() === change.who.toLowerCase();
    return (who ?? null) === null && typeof role === 'string' && roleKey(role) === roleKey(change.role);
  });
}

const isNone = (change: ResourceChange): boolean =>
  change.kind === 'allocate' ? change.allocation === 0 : change.kind === 'set' && change.fte === 0;

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

/** Why nobody can be meant by a role or login that the milestone does not have yet; null without a team to look in. */
function unknown(change: ResourceChange, config: Config): Outcome<never> | null {
  const { team } = config;
  const name = change.kind === 'allocate' ? change.who : change.role;
  const nobody =
    change.kind === 'allocate'
      ? memberCalled(name, config) === undefined
      : membersWith(name, config).length + membersSkilledIn(name, config).length === 0;
  if (team.length === 0 || !nobody) return null;
  const roles = [...new Set(team.flatMap((member) => member.roles ?? []))];
  const known = change.kind === 'allocate' ? team.map(({ login }) => login) : roles;
  const close = nearest(name, known, 2);
  const hint = close
    ? `Did you mean ${close}?`
    : `Known: ${list(known)}. Or add ${name} to \`team\` in config.yaml first.`;
  const what = change.kind === 'allocate' ? `is called ${name}` : `is ${name}, or skilled in it`;
  return refused('unknown-resource', `nobody in the team ${what}`, { hint });
}

/**
 * The edit that `--resources` makes: roles and people that are named change, the others stay as they are. `raw` is what the
 * milestone's file has under `resources`.
 */
export function resourceEdits(
  milestone: Milestone,
  changes: readonly ResourceChange[],
  raw: unknown,
  config: Config,
): Outcome<FieldEdit[]> {
  if (raw != null && !Array.isArray(raw)) {
    return refused('cannot-edit', `${milestone.file} lists resources by kind, which has no place for an allocation`, {
      hint: 'Write `resources` as a list of {role, fte} and {who, allocation}, then run the command again.',
    });
  }
  const old: readonly unknown[] = raw ?? [];
  let items = [...old];
  for (const change of changes) {
    const places = find(items, change);
    // Nothing of something takes all of it off, and needs no entry to be the one.
    if (isNone(change) && places.length > 0) {
      items = items.filter((_, i) => !places.includes(i));
      continue;
    }
    const name = change.kind === 'allocate' ? change.who : change.role;
    if (places.length > 1) {
      return refused('cannot-edit', `${milestone.id} lists ${name} ${places.length} times, and only one can be meant`, {
        hint: `Make them one entry of \`resources\` in ${milestone.file}, or change there the one that you mean.`,
      });
    }
    const [at = -1] = places;
    const item = at < 0 ? undefined : asItem(items[at]);
    if (!item && change.kind === 'adjust' && change.fte < 0) {
      return refused('bad-value', `${milestone.id} has no ${change.role} to take off`, {
        hint: 'See `status` for who is on it; a person is taken off by name, as in alice:0%.',
      });
    }
    const stranger = item ? null : unknown(change, config);
    if (stranger) return stranger;
    const next = apply(item, change);
    if (next && typeof next['fte'] === 'number' && next['fte'] < 0) {
      return refused('bad-value', `${milestone.id} would be left with ${next['fte']} ${String(next['role'])}`, {
        hint: 'Take off at most what is there.',
      });
    }
    if (next && typeof next['fte'] === 'number' && next['fte'] > MOST.people) {
      return refused('bad-value', `${milestone.id} would have ${next['fte']} ${String(next['role'])}`, {
        hint: `At most ${MOST.people} full-time people of a role.`,
      });
    }
    if (next === null) {
      if (at >= 0) items.splice(at, 1);
    } else if (at < 0) items.push(next);
    else items[at] = next;
  }
  // Nobody taken off where nobody is: no change, and no empty list either.
  if (sameValue(old, items)) return done([]);
  return done([{ file: milestone.file, path: ['resources'], before: raw, after: items }]);
}
