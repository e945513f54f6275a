import { formatDay, parseDay } from '../../model/day.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { Remote, RemoteMilestone } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { MilestoneBase, SyncConflict } from '../../model/sync-base.ts';
import { hasTemporaryTitle, type Links, linksOf, type Pair } from './links.ts';
import { plainText, plainTitle, shortText, withAdditions } from './text.ts';
import { type Prefer, solved, threeWay, type Winner } from './three-way.ts';
import { type Rename, renamesOf } from './titles.ts';

export const FIELDS = ['title', 'description', 'due', 'state'] as const;
export type Field = (typeof FIELDS)[number];
/** A milestone as GitHub would hold it. */
export type View = Pick<RemoteMilestone, Field>;

/** One field of a linked milestone, and what is to happen to it. */
export interface FieldVerdict {
  readonly field: Field;
  readonly winner: Winner;
  /** Both sides changed it differently; the policy may have said who wins. */
  readonly contested: boolean;
  readonly store: string | null;
  readonly github: string | null;
  /** What it is to be on both sides, unless it is a conflict. */
  readonly value: string | null;
}

export interface Compared {
  readonly pair: Pair;
  readonly fields: readonly FieldVerdict[];
}

/** A conflict and who won it, null where nobody did. */
export interface Judged extends SyncConflict {
  readonly solved: 'store' | 'github' | null;
  /** What the other side said, as a whole. */
  readonly lost: string | null;
}

/** Both sides, milestone by milestone. */
export interface Comparison {
  readonly links: Links;
  readonly compared: readonly Compared[];
  /** Milestones that GitHub is to get. */
  readonly created: readonly Milestone[];
  readonly renames: readonly Rename[];
  readonly conflicts: readonly Judged[];
}

export const isClosed = ({ status }: Milestone): boolean => status === 'completed' || status === 'cancelled';

/** The store's milestone as GitHub would hold it. Its due date is the day in the project's time zone. */
export function viewOf(milestone: Milestone, { config }: State): View {
  const end = milestone.timeline.estimated_end;
  const due = end ? parseDay(end, config.calendar.timezone) : undefined;
  return {
    title: plainTitle(milestone.title),
    description: plainText(milestone.description),
    due: due === undefined ? null : formatDay(due),
    state: isClosed(milestone) ? 'closed' : 'open',
  };
}

export function remoteView({ title, description, due, state }: RemoteMilestone): View {
  return { title: plainTitle(title), description: plainText(description), due, state };
}

function verdictOn(field: Field, store: View, github: View, base: Pair['base'], prefer: Prefer): FieldVerdict {
  const [own, theirs] = [store[field], github[field]];
  const first = threeWay<string | null>(base?.[field], own, theirs);
  const merged =
    field === 'description' && first === 'conflict'
      ? withAdditions(base?.description, store.description, github.description)
      : null;
  if (merged !== null) {
    return { field, winner: 'store', contested: false, store: own, github: theirs, value: merged };
  }
  const winner = solved(first, prefer);
  const value = winner === 'github' ? theirs : own;
  return { field, winner, contested: first === 'conflict', store: own, github: theirs, value };
}

/** Who won a conflict, and what the other side loses by it. */
export function settled(winner: Winner, store: string | null, github: string | null): Pick<Judged, 'solved' | 'lost'> {
  if (winner === 'store') return { solved: winner, lost: github };
  return winner === 'github' ? { solved: winner, lost: store } : { solved: null, lost: null };
}

/**
 * The base that a milestone of the store is compared with. That of a file which is gone holds only for what this file still says:
 * it may be the same under another id, or a new one whose author knew nothing of the old. A title counts as changed where the file
 * itself names the milestone on GitHub.
 */
function baseOf({ milestone, remote, base, inherited }: Pair, store: View): MilestoneBase | undefined {
  if (!inherited || !base) return base;
  const { number, title, description, due, state } = base;
  return {
    number,
    title: store.title === title || milestone.github === remote.number ? title : undefined,
    description: store.description === description ? description : undefined,
    due: store.due === due ? due : undefined,
    state: store.state === state ? state : undefined,
  };
}

function compare(found: Pair, state: State, prefer: Prefer): Compared {
  const store = viewOf(found.milestone, state);
  const pair = { ...found, base: baseOf(found, store) };
  const github = remoteView(pair.remote);
  const fields = FIELDS.map((field) => verdictOn(field, store, github, pair.base, prefer));
  if (!hasTemporaryTitle(pair.remote)) return { pair, fields };
  // A run died between two renames: nobody chose this title.
  return {
    pair,
    fields: fields.map((f) =>
      f.field === 'title' ? { ...f, winner: 'store', contested: false, value: store.title } : f,
    ),
  };
}

/** A rename that cannot be: the title stays as it is on both sides, unless GitHub's is preferred. */
function held({ pair, fields }: Compared, prefer: Prefer): Compared {
  const winner = prefer === 'github' && !hasTemporaryTitle(pair.remote) ? 'github' : 'conflict';
  return {
    pair,
    fields: fields.map((f) =>
      f.field === 'title' ? { ...f, winner, contested: true, value: winner === 'github' ? f.github : f.store } : f,
    ),
  };
}

function conflictsOf({ pair, fields }: Compared, blocked: ReadonlyMap<number, number>): Judged[] {
  const { milestone, remote, base } = pair;
  return fields.flatMap(({ field, winner, contested, store, github }) => {
    if (!contested) return [];
    const kind = field === 'title' && blocked.has(remote.number) ? 'title-taken' : 'field';
    const values = { store: shortText(store), github: shortText(github), base: shortText(base?.[field]) };
    const id = `S-${milestone.id}-${field}`;
    return [{ id, kind, milestone: milestone.id, issue: null, field, ...values, ...settled(winner, store, github) }];
  });
}

function oneSided(kind: SyncConflict['kind'], { id, title }: Milestone, github: string | null): Judged {
  const name = kind === 'deleted-on-github' ? 'deleted' : kind === 'duplicate-link' ? 'link' : 'title';
  const field = name === 'title' ? name : null;
  return {
    id: `S-${id}-${name}`,
    kind,
    milestone: id,
    issue: null,
    field,
    store: shortText(plainTitle(title)),
    github,
    base: null,
    solved: null,
    lost: null,
  };
}

/**
 * Sets both sides beside each other; nothing is decided twice, so a plan and its bookkeeping agree. `others` are milestones of
 * GitHub that are not to be compared, but have their titles.
 */
export function compareAll(
  state: State,
  remote: Remote,
  prefer: Prefer,
  others: readonly RemoteMilestone[] = [],
): Comparison {
  const links = linksOf(state, remote);
  const first = links.pairs.map((pair) => compare(pair, state, prefer));
  const wanted = first.flatMap(({ pair, fields }) => {
    const title = fields.find((f) => f.field === 'title' && f.winner === 'store')?.value;
    return title ? [{ number: pair.remote.number, title }] : [];
  });
  // A finished milestone that was never on GitHub, or is not any more, is not put there, and nobody has to decide about it.
  const again = links.deleted.filter(() => prefer === 'store').map((d) => d.milestone);
  const missing = remote.complete ? [...links.unlinked, ...again].filter((m) => !isClosed(m)) : [];
  const titles = new Set<string>();
  const twice = new Set<Milestone>();
  for (const m of missing) {
    if (titles.has(plainTitle(m.title))) twice.add(m);
    titles.add(plainTitle(m.title));
  }
  const renames = renamesOf([...remote.milestones, ...others], wanted, [...titles]);
  const compared = first.map((c) => (renames.blocked.has(c.pair.remote.number) ? held(c, prefer) : c));
  const stuck = new Set(missing.filter((m) => twice.has(m) || renames.taken.has(plainTitle(m.title))));
  return {
    links,
    compared,
    created: missing.filter((m) => !stuck.has(m)),
    renames: renames.steps,
    conflicts: [
      ...compared.flatMap((c) => conflictsOf(c, renames.blocked)),
      ...[...stuck].map((m) => oneSided('duplicate-title', m, plainTitle(m.title))),
      ...links.doubled.map(({ milestone, number }) => oneSided('duplicate-link', milestone, String(number))),
      ...links.deleted
        .filter(({ milestone }) => prefer !== 'store' && !isClosed(milestone))
        .map(({ milestone, number }) => oneSided('deleted-on-github', milestone, String(number))),
    ],
  };
}
