import { idKey } from '../../model/id.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { Remote, RemoteMilestone } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { MilestoneBase } from '../../model/sync-base.ts';
import { filedIds } from './store-ids.ts';
import { plainTitle } from './text.ts';

/** A milestone of the store and the one on GitHub that it is linked to. */
export interface Pair {
  readonly milestone: Milestone;
  readonly remote: RemoteMilestone;
  readonly base: MilestoneBase | undefined;
  /** The base is that of another file. */
  readonly inherited: boolean;
}

/** Who belongs to whom. Milestones of the archive are in none of the lists, but keep what they are linked to. */
export interface Links {
  readonly pairs: readonly Pair[];
  /** Linked to a number that GitHub does not have any more; never filled by a look at a part of GitHub. */
  readonly deleted: readonly { readonly milestone: Milestone; readonly number: number }[];
  readonly unlinked: readonly Milestone[];
  /** Linked by its file to a number that another file was linked to first. */
  readonly doubled: readonly { readonly milestone: Milestone; readonly number: number; readonly first: string }[];
  /** On GitHub only, by ascending number. */
  readonly strangers: readonly RemoteMilestone[];
  /** Once synchronised, on GitHub still, and no file of the store any more. */
  readonly removed: readonly { readonly id: string; readonly number: number }[];
  /** The link of every milestone outside the archive that has one, seen on GitHub now or not. */
  readonly numbers: ReadonlyMap<string, number>;
}

const TEMPORARY = /^Renaming #(\d+)$/;

/** The title that a milestone carries while others take and give up the ones that are wanted. */
export const temporaryTitle = (number: number): string => `Renaming #${number}`;

export const hasTemporaryTitle = ({ title, number }: RemoteMilestone): boolean =>
  Number(TEMPORARY.exec(title)?.[1] ?? 0) === number;

interface Claims {
  readonly numbers: Map<string, number>;
  readonly owners: Map<number, string>;
  readonly doubled: Links['doubled'][number][];
}

/** Links that are written down: in the milestone's file, else in the base. */
function claimsOf({ milestones, syncBase }: State): Claims {
  const claims: Claims = { numbers: new Map(), owners: new Map(), doubled: [] };
  const known = (m: Milestone): number | null => syncBase.milestones.get(m.id)?.number ?? null;
  const claim = (m: Milestone, number: number): void => {
    const first = claims.owners.get(number);
    if (first === undefined) {
      claims.owners.set(number, m.id);
      claims.numbers.set(m.id, number);
    } else if (m.github !== null) claims.doubled.push({ milestone: m, number, first });
  };
  // Of two files with one number the one that has had it before keeps it: the other is a copy.
  for (const m of milestones) if (m.github !== null && m.github === known(m)) claim(m, m.github);
  for (const m of milestones) if (m.github !== null && m.github !== known(m)) claim(m, m.github);
  for (const m of milestones) {
    const number = known(m);
    if (m.github === null && number !== null) claim(m, number);
  }
  return claims;
}

/** Links the store's milestones to GitHub's: by number, else by exactly the same title, each one at most once. */
export function linksOf(state: State, remote: Remote): Links {
  const { milestones, syncBase } = state;
  const { numbers, owners, doubled } = claimsOf(state);
  const byNumber = new Map(remote.milestones.map((m) => [m.number, m]));
  const free = new Map<string, RemoteMilestone>();
  for (const m of remote.milestones) {
    if (!owners.has(m.number) && !free.has(plainTitle(m.title))) free.set(plainTitle(m.title), m);
  }
  const bases = new Map(
    [...syncBase.milestones].flatMap(([id, base]) => (base.number === null ? [] : [[base.number, { id, base }]])),
  );
  const paired = (milestone: Milestone, remote: RemoteMilestone): Pair => {
    const { id = milestone.id, base } = bases.get(remote.number) ?? {};
    return { milestone, remote, base, inherited: idKey(id) !== idKey(milestone.id) };
  };
  const pairs: Pair[] = [];
  const deleted: Links['deleted'][number][] = [];
  const unlinked: Milestone[] = [];
  const taken = new Set(owners.keys());
  const copies = new Set(doubled.map(({ milestone }) => milestone.id));
  // The archive's first: what stands there is not adopted again.
  for (const m of milestones) {
    const match = m.folder === 'archive' && !numbers.has(m.id) ? free.get(plainTitle(m.title)) : undefined;
    if (match) taken.add(match.number);
  }
  for (const milestone of milestones) {
    if (milestone.folder === 'archive' || copies.has(milestone.id)) continue;
    const number = numbers.get(milestone.id);
    const linked = number === undefined ? undefined : byNumber.get(number);
    const match = free.get(plainTitle(milestone.title));
    if (linked) pairs.push(paired(milestone, linked));
    else if (number !== undefined && !remote.complete) continue;
    else if (match && !taken.has(match.number)) {
      taken.add(match.number);
      numbers.set(milestone.id, match.number);
      pairs.push(paired(milestone, match));
    } else if (number === undefined) unlinked.push(milestone);
    else {
      numbers.delete(milestone.id);
      deleted.push({ milestone, number });
    }
  }
  for (const m of milestones) if (m.folder === 'archive') numbers.delete(m.id);
  const rest = remote.milestones.filter((m) => !taken.has(m.number)).toSorted((a, b) => a.number - b.number);
  const files = filedIds(state);
  const before = new Map([...syncBase.milestones].flatMap(([id, { number }]) => (number ? [[number, id]] : [])));
  return {
    pairs,
    deleted,
    unlinked,
    doubled,
    numbers,
    strangers: rest.filter((m) => !before.has(m.number) && !hasTemporaryTitle(m)),
    removed: rest.flatMap(({ number }) => {
      const id = before.get(number);
      // A file that is there but broken is not gone.
      return id === undefined || files.has(idKey(id)) ? [] : [{ id, number }];
    }),
  };
}
