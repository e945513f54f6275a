import type { RemoteIssue } from '../../model/remote.ts';
import type { IssueBase, Standing } from '../../model/sync-base.ts';
import { type Judged, settled } from './comparison.ts';
import { type IssueSides, placeOf, type Seat } from './issue-sides.ts';
import { standingOfIssue, standingOfTask, standingWinner } from './standing.ts';
import { plainTitle, shortText } from './text.ts';
import { type Prefer, solved, threeWay, type Winner } from './three-way.ts';

/** One field of a linked task, on both sides. */
export interface Sided<T> {
  readonly winner: Winner;
  readonly contested: boolean;
  readonly store: T;
  readonly github: T;
}

/** What becomes of a task and its issue. */
export interface IssueVerdict {
  readonly issue: RemoteIssue;
  readonly seat: Seat;
  readonly base: IssueBase | undefined;
  /** It was in a milestone, which is there still, and is in none now. */
  readonly out: boolean;
  readonly title: Sided<string>;
  readonly standing: Sided<Standing>;
  readonly assignee: Sided<string | null>;
  /** Numbers of GitHub milestones; null for none. */
  readonly place: Sided<number | null>;
}

/** Where an issue is, and where both sides had it when they last agreed: numbers of GitHub milestones, null for none. */
interface Place extends Pick<IssueVerdict, 'issue' | 'seat' | 'base'> {
  readonly where: number | null;
  readonly last: number | null | undefined;
}

export interface IssuePolicy {
  readonly prefer: Prefer;
  readonly writeIssues: boolean;
}

const login = (name: string | null): string | null => name?.trim().replace(/^@/, '') || null;

const sameLogin = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();

/** The one of an issue's people who counts as the task's: who is known already, else the first. */
function assigneeOf({ assignees }: RemoteIssue, store: string | null, base: string | null | undefined): string | null {
  for (const known of [store, base ?? null]) {
    if (known !== null && assignees.some((name) => sameLogin(name, known))) return known;
  }
  return assignees[0] ?? null;
}

/** Where issues are not written, what the store alone says is kept in silence, whatever the reason. */
function sided<T>(first: Winner, values: { store: T; github: T }, policy: IssuePolicy, based: boolean): Sided<T> {
  const kept = !policy.writeIssues && !based && first === 'conflict';
  const winner = kept ? 'store' : solved(first, policy.prefer);
  const contested = !kept && first === 'conflict' && (policy.writeIssues || winner !== 'store');
  return { winner, contested, ...values };
}

/**
 * Where the issue was when both sides last agreed. Whoever deletes a milestone takes no issue out of it: an issue is out only of a
 * milestone that is there still.
 */
function placeBase({ alive }: IssueSides, where: number | null, base: IssueBase | undefined): IssueBase['milestone'] {
  const last = base?.milestone;
  return where === null && typeof last === 'number' && !alive.has(last) ? undefined : last;
}

/**
 * What a field is compared with. Where both sides never agreed that is what GitHub said when it was first seen to differ, as soon
 * as it says something else: the old difference is known, and only what is new is looked at.
 */
function basisOf<T>(agreed: T | undefined, seen: T | undefined, github: T): T | undefined {
  return agreed !== undefined || seen === github ? agreed : seen;
}

/** Where a task belongs. Its issue may be in no milestone, which says nothing until somebody takes it out of one. */
function placed(
  sides: IssueSides,
  { issue, seat, base, where, last }: Place,
  policy: IssuePolicy,
): Sided<number | null> {
  const cancelled = seat.task.status === 'cancelled';
  const number = sides.numbers.get(seat.milestone.id) ?? null;
  // A cancelled task of an issue that was taken out of every milestone is where it should be.
  const left = last === null || (where === null && last !== undefined);
  const stands = cancelled && left && number !== where ? null : number;
  const none: Sided<number | null> = { winner: 'agreed', contested: false, store: stands, github: where };
  if (last === undefined && where === null) {
    const put = policy.writeIssues && !cancelled && stands !== null && sides.alive.has(stands);
    return put ? { ...none, winner: 'store' } : none;
  }
  if (last === undefined && stands === null) return none;
  // What only its parent says is not news of the issue.
  const basis = basisOf(last, issue.milestone === null ? undefined : base?.seen?.milestone, where);
  return sided(
    threeWay(basis, stands, where, () => true),
    { store: stands, github: where },
    policy,
    basis !== undefined,
  );
}

/** Compares an issue with its task, field by field. */
export function judge(sides: IssueSides, issue: RemoteIssue, seat: Seat, policy: IssuePolicy): IssueVerdict {
  const { task } = seat;
  const base = sides.bases.get(issue.number);
  const seen = base?.seen;
  const field = <T>(store: T, github: T, was: T | undefined, says: (value: T) => boolean): Sided<T> =>
    sided(threeWay(was, store, github, says), { store, github }, policy, was !== undefined);

  const where = placeOf(sides, issue);
  const from = placeBase(sides, where, base);
  const out = where === null && from !== undefined;
  const place = placed(sides, { issue, seat, base, where, last: from }, policy);
  const title = plainTitle(issue.title);

  const own = standingOfTask(task.status);
  const cancels = out && own !== 'completed' && place.winner !== 'store' && place.winner !== 'conflict';
  const theirs = standingOfIssue(issue, cancels);
  const status = basisOf(base?.status, seen?.status, theirs);
  const values = { store: own, github: theirs };
  const standing = sided(standingWinner(status, own, theirs), values, policy, status !== undefined);

  const person = login(task.assignedTo);
  const known = base?.assignee === undefined ? seen?.assignee : base.assignee;
  const assigned = assigneeOf(issue, person, known);
  const last = basisOf(base?.assignee, seen?.assignee, assigned);
  const was = last && sameLogin(last, person) ? person : last;
  return {
    issue,
    seat,
    base,
    out,
    title: field(plainTitle(task.title), title, basisOf(base?.title, seen?.title, title), (value) => value !== task.id),
    standing,
    assignee: field(person, assigned, was, (value) => value !== null),
    place,
  };
}

/** The fields that both sides changed differently; milestones by the names that people know. */
export function issueConflicts(verdict: IssueVerdict, { milestones, alive }: IssueSides): Judged[] {
  const { issue, seat, base, title, standing, assignee, place } = verdict;
  const named = (number: number | null | undefined): string | null =>
    number == null ? null : (milestones.get(number)?.id ?? alive.get(number) ?? `#${number}`);
  const stands = { ...place, store: seat.milestone.id, github: named(place.github) };
  const fields: Record<string, Sided<string | null>> = { title, status: standing, assignee, milestone: stands };
  const was = { title: base?.title, status: base?.status, assignee: base?.assignee, milestone: named(base?.milestone) };
  const bases: Readonly<Record<string, string | null | undefined>> = was;
  return Object.entries(fields).flatMap(([field, { contested, winner, store, github }]) => {
    if (!contested) return [];
    return [
      {
        id: `S-issue-${issue.number}-${field}`,
        kind: 'field',
        milestone: seat.milestone.id,
        issue: issue.number,
        field,
        store: shortText(store),
        github: shortText(github),
        base: shortText(bases[field]),
        ...settled(winner, store, github),
      },
    ];
  });
}
