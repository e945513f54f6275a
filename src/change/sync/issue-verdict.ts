import type { RemoteIssue } from '../../model/remote.ts';
import type { IssueBase, Standing } from '../../model/sync-base.ts';
import type { Judged } from './comparison.ts';
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

/** Compares an issue with its task, field by field. */
export function judge(sides: IssueSides, issue: RemoteIssue, seat: Seat, policy: IssuePolicy): IssueVerdict {
  const { task, milestone } = seat;
  const base = sides.bases.get(issue.number);
  const field = <T>(store: T, github: T, was: T | undefined, says: (value: T) => boolean): Sided<T> =>
    sided(threeWay(was, store, github, says), { store, github }, policy, was !== undefined);

  const where = placeOf(sides, issue);
  const last = placeBase(sides, where, base);
  const out = where === null && last !== undefined;
  // A cancelled task of an issue that is in no milestone is where it should be.
  const stands = out && task.status === 'cancelled' ? null : (sides.numbers.get(milestone.id) ?? null);
  const none: Sided<number | null> = { winner: 'agreed', contested: false, store: stands, github: where };
  const never = last === undefined && (where === null || stands === null);
  const place = never ? none : field(stands, where, last, () => true);

  const own = standingOfTask(task.status);
  const cancels = out && own !== 'completed' && place.winner !== 'store' && place.winner !== 'conflict';
  const theirs = standingOfIssue(issue, cancels);
  const standing = sided(
    standingWinner(base?.status, own, theirs),
    { store: own, github: theirs },
    policy,
    base?.status !== undefined,
  );

  const person = login(task.assignedTo);
  const assigned = assigneeOf(issue, person, base?.assignee);
  const was = sameLogin(base?.assignee ?? null, person) && base?.assignee ? person : base?.assignee;
  return {
    issue,
    seat,
    base,
    out,
    title: field(plainTitle(task.title), plainTitle(issue.title), base?.title, (value) => value !== task.id),
    standing,
    assignee: field(person, assigned, was, (value) => value !== null),
    place,
  };
}

/** The fields that both sides changed differently. */
export function issueConflicts({ issue, seat, base, title, standing, assignee, place }: IssueVerdict): Judged[] {
  const fields = { title, status: standing, assignee, milestone: place };
  const bases = { title: base?.title, status: base?.status, assignee: base?.assignee, milestone: base?.milestone };
  const shown = (value: string | number | null | undefined): string | null => shortText(value?.toString());
  return (Object.keys(fields) as (keyof typeof fields)[]).flatMap((field) => {
    const { contested, winner, store, github } = fields[field];
    if (!contested) return [];
    return [
      {
        id: `S-issue-${issue.number}-${field}`,
        kind: 'field',
        milestone: seat.milestone.id,
        issue: issue.number,
        field,
        store: shown(store),
        github: shown(github),
        base: shown(bases[field]),
        solved: winner === 'store' || winner === 'github' ? winner : null,
      },
    ];
  });
}
