import type { Write } from '../../model/plan.ts';
import type { Remote } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { SyncBase } from '../../model/sync-base.ts';
import { sameValue } from '../hash.ts';
import { withNewParents } from '../new-parents.ts';
import { agreementOf } from './agreement.ts';
import { Desk, isTooLarge } from './desk.ts';
import { obstacle } from './obstacle.ts';
import { printBase } from './print-base.ts';

const BASE = 'state/github.yaml';

/** Every issue of a large repository fits without its title; then only a changed title is not noticed. */
function baseText(base: SyncBase): string | null {
  const full = printBase(base);
  if (!isTooLarge(full)) return full;
  const issues = new Map(
    [...base.issues].map(([number, { seen, ...issue }]) => {
      return [number, { ...issue, title: undefined, seen: seen && { ...seen, title: undefined } }];
    }),
  );
  const short = printBase({ ...base, issues });
  return isTooLarge(short) ? null : short;
}

/**
 * Why nothing may be compared: what both sides agree on now cannot be recorded, and an older base would take the older value for
 * the one that was changed. Null where it can.
 */
export function unrecordable(state: State, remote: Remote): string | null {
  if (baseText(agreementOf(state, remote).base) !== null) return null;
  return `Nothing was synchronised: ${basePath(state)} would become larger than 1 MiB. Move finished milestones to archive/, or shorten descriptions.`;
}

/** Where the base is kept; a store that names it `.yml` keeps that. */
function basePath({ files }: State): string {
  return files.has(BASE) || !files.has('state/github.yml') ? BASE : 'state/github.yml';
}

/**
 * What has to be recorded about the store and GitHub as both are after everything was carried out: the links, in the
 * milestones' files, and the base of the next three-way merge. Empty if nothing differs from what is recorded.
 */
export function bookkeeping(state: State, remote: Remote): Write[] {
  if (obstacle(state) !== null) return [];
  const { base, links } = agreementOf(state, remote);
  const desk = new Desk(state.files);
  for (const { id, file, github } of state.milestones) {
    const number = links.get(id);
    if (number === undefined || number === github) continue;
    const raw = desk.raw(file);
    const edit = { file, path: ['github', 'milestone'], before: github ?? undefined, after: number };
    desk.edit(file, withNewParents([edit], file, raw));
  }
  const path = basePath(state);
  const before = state.files.get(path) ?? null;
  const text = baseText(base);
  const nothing = before === null && base.milestones.size + base.issues.size + base.conflicts.length === 0;
  const own: Write[] = nothing || text === null || text === before ? [] : [{ path, before, after: text }];
  const linked = desk.changed.map(
    (file): Write => ({ path: file, before: state.files.get(file) ?? null, after: desk.files.get(file) ?? '' }),
  );
  return [...linked, ...own];
}

/** Of each record the values that moved, on what somebody else may have recorded since. */
function moved<K, V extends object>(
  was: ReadonlyMap<K, V>,
  now: ReadonlyMap<K, V>,
  fresh: ReadonlyMap<K, V>,
): Map<K, V> {
  const result = new Map(fresh);
  for (const [key, value] of now) {
    const old: Partial<V> = was.get(key) ?? {};
    const changes = Object.entries(value).filter(([name, item]) => {
      const before = old[name as keyof V];
      // "Never agreed on" and "none" are different things.
      return typeof item === 'object' && item !== null ? !sameValue(item, before) : item !== before;
    });
    if (changes.length > 0) result.set(key, { ...(fresh.get(key) ?? value), ...Object.fromEntries(changes) });
  }
  return result;
}

/**
 * Takes what the store and GitHub agreed on over to a newer state of the store: somebody may commit between GitHub's answer and
 * the record of it, and their change then counts as made after the agreement, as it was.
 */
export function agreedOn(state: State, remote: Remote): (fresh: State) => State {
  if (obstacle(state) !== null) return (fresh) => fresh;
  const { base } = agreementOf(state, remote);
  return (fresh) => {
    const milestones = moved(state.syncBase.milestones, base.milestones, fresh.syncBase.milestones);
    const issues = moved(state.syncBase.issues, base.issues, fresh.syncBase.issues);
    const syncBase: SyncBase = { milestones, issues, conflicts: fresh.syncBase.conflicts };
    return { ...fresh, syncBase };
  };
}
