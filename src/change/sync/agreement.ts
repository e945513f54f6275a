import type { Remote } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { IssueBase, IssueSeen, MilestoneBase, SyncBase, SyncConflict } from '../../model/sync-base.ts';
import { type Compared, compareAll, type Judged } from './comparison.ts';
import { type IssueSides, issueSides } from './issue-sides.ts';
import { type IssueVerdict, issueConflicts, judge, type Sided } from './issue-verdict.ts';
import { hasTemporaryTitle } from './links.ts';
import { standingBase } from './standing.ts';
import { type Placed, waitsOf } from './waits.ts';

/** What the two sides agree on now, as the next base, and the links that go with it. */
export interface Agreement {
  readonly base: SyncBase;
  /** Number of the GitHub milestone by id, for every linked milestone that GitHub showed. */
  readonly links: ReadonlyMap<string, number>;
}

function milestoneBase({ pair, fields }: Compared): MilestoneBase {
  const { remote, base } = pair;
  const agreed = <T extends string | null>(name: string, old: T | undefined): T | undefined => {
    const field = fields.find((f) => f.field === name);
    const passing = name === 'title' && hasTemporaryTitle(remote);
    return field && !passing && field.store === field.github ? (field.store as T) : old;
  };
  return {
    number: remote.number,
    title: agreed('title', base?.title),
    description: agreed('description', base?.description),
    due: agreed('due', base?.due),
    state: agreed('state', base?.state),
  };
}

/** What GitHub lets an issue wait for stays in the base while GitHub says it, and until the store has let go of it. */
function waitsBase(
  sides: IssueSides,
  { issue, seat, base }: IssueVerdict,
  placed: ReadonlyMap<number, Placed>,
): number[] {
  const now = new Set(waitsOf(sides, issue, placed));
  const was = new Set(base?.blockedBy ?? []);
  const own = new Set(seat.task.dependsOn);
  const waits = (number: number): boolean => own.has(placed.get(number)?.task ?? '');
  return [...new Set([...was, ...now])]
    .filter((number) => (now.has(number) ? was.has(number) || waits(number) : waits(number)))
    .sort((a, b) => a - b);
}

/** What is to be remembered of GitHub where both sides never agreed, so that what it says anew is noticed; it stays until they agree. */
function seenNow(
  { issue, base, title, standing, assignee, place }: IssueVerdict,
  agreed: Omit<IssueBase, 'seen' | 'blockedBy'>,
): IssueSeen | undefined {
  const was = base?.seen;
  const first = <T>(known: unknown, old: T | undefined, now: T): T | undefined =>
    known !== undefined ? undefined : old === undefined ? now : old;
  // An issue in no milestone says nothing about where its task belongs, so the task may go where it likes until it does.
  const milestone = issue.milestone ?? place.store ?? was?.milestone;
  const seen: IssueSeen = {
    title: first(agreed.title, was?.title, title.github),
    status: first(agreed.status, was?.status, standing.github),
    assignee: first(agreed.assignee, was?.assignee, assignee.github),
    milestone: first(agreed.milestone, issue.milestone === null ? undefined : was?.milestone, milestone),
  };
  return Object.values(seen).some((value) => value !== undefined) ? seen : undefined;
}

function issueBase(sides: IssueSides, verdict: IssueVerdict, placed: ReadonlyMap<number, Placed>): IssueBase {
  const { base, out, title, standing, assignee, place } = verdict;
  const agreed = <T>({ store, github }: Sided<T>, old: T | undefined): T | undefined =>
    store === github ? store : old;
  // Two milestones that are not there agree on nothing.
  const nowhere = place.store === null && place.github === null && !out;
  const next = {
    title: agreed(title, base?.title),
    status: standingBase(base?.status, standing.store, standing.github),
    assignee: agreed(assignee, base?.assignee),
    milestone: nowhere ? base?.milestone : agreed(place, base?.milestone),
    blockedBy: waitsBase(sides, verdict, placed),
  };
  return { ...next, seen: seenNow(verdict, next) };
}

const open = (conflicts: readonly Judged[]): SyncConflict[] =>
  conflicts.flatMap(({ solved, lost: _, ...conflict }) => (solved === null ? [conflict] : []));

/** Open conflicts now: those of what was looked at, and of the rest those that were open before. */
function conflictsNow(
  state: State,
  remote: Remote,
  found: readonly Judged[],
  seen: ReadonlySet<string>,
): SyncConflict[] {
  const { complete, withoutIssues = false } = remote;
  const rest = state.syncBase.conflicts.filter(({ milestone, issue }) =>
    issue === null
      ? !complete && (milestone === null || !seen.has(milestone))
      : (!complete || withoutIssues) && !remote.issues.some(({ number }) => number === issue),
  );
  const known = new Set(rest.map(({ id }) => id));
  return [...rest, ...open(found).filter(({ id }) => !known.has(id))].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The base after the store and GitHub were looked at: a field's moves only where both say the same, so that nothing is taken
 * for synchronised that is not. What was not looked at, and milestones that were removed from the store, stay as they are.
 */
export function agreementOf(state: State, remote: Remote): Agreement {
  const { prefer, writeIssues } = state.config.sync;
  const { links, compared, conflicts } = compareAll(state, remote, prefer);
  const linked = new Map(compared.map(({ pair }) => [pair.milestone.id, pair.remote.number]));
  const numbers = new Set(linked.values());
  const seen = new Map(compared.map((one) => [one.pair.milestone.id, milestoneBase(one)]));
  const here = new Set(remote.milestones.map(({ number }) => number));
  const ids = new Set(state.milestones.map(({ id }) => id));
  const kept = [...state.syncBase.milestones].filter(([id, { number }]) => {
    if (seen.has(id) || (number !== null && numbers.has(number))) return false;
    // Gone from both sides: nobody is left to ask about it.
    return ids.has(id) || !remote.complete || (number !== null && here.has(number));
  });

  const sides = issueSides(state, remote, links.numbers);
  const verdicts = remote.issues.flatMap((issue) => {
    const seat = sides.seats.get(issue.number);
    return seat ? [judge(sides, issue, seat, { prefer, writeIssues })] : [];
  });
  const placed = new Map(
    [...sides.seats].map(([number, { milestone, task }]) => [number, { milestone: milestone.id, task: task.id }]),
  );
  // What is archived is neither followed nor added again, so nobody asks for its base.
  const issues = new Map(
    [...state.syncBase.issues].filter(([number]) => sides.seats.has(number) || !sides.archived.has(number)),
  );
  for (const verdict of verdicts) issues.set(verdict.issue.number, issueBase(sides, verdict, placed));
  const found = [...conflicts, ...verdicts.flatMap((verdict) => issueConflicts(verdict, sides))];
  const base: SyncBase = {
    milestones: new Map([...kept, ...seen]),
    issues,
    conflicts: conflictsNow(state, remote, found, new Set(seen.keys())),
  };
  return { base, links: linked };
}
