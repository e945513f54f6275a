import type { Operation } from '../../model/remote.ts';
import type { IssueVerdict } from './issue-verdict.ts';

type IssueSet = {
  -readonly [K in keyof (Operation & { kind: 'update-issue' })['set']]: (Operation & {
    kind: 'update-issue';
  })['set'][K];
};

/** What GitHub allows as a login: `assigned_to` may name somebody by another name. */
const LOGIN = /^[a-z\d](?:[a-z\d-]{0,38})$/i;

/** The task's person in the place of the one that GitHub has for it; others on the issue stay. Nobody means nobody. */
function assignees({ issue, assignee }: IssueVerdict): string[] | null {
  const person = assignee.store;
  if (person === null) return [];
  if (!LOGIN.test(person)) return null;
  const before = assignee.github?.toLowerCase();
  return [person, ...issue.assignees.filter((name) => name.toLowerCase() !== before)];
}

/**
 * What an issue has to be told, where the policy lets issues be written. Whether a task is blocked is not among it: a label is
 * the repository's own affair.
 */
export function issueOperation(verdict: IssueVerdict): Operation[] {
  const { issue, title, standing, place, assignee } = verdict;
  const set: IssueSet = {};
  if (title.winner === 'store' && title.store !== '') set.title = title.store;
  if (standing.winner === 'store') {
    const closed = standing.store === 'completed' || standing.store === 'cancelled';
    if (closed) {
      set.state = 'closed';
      set.reason = standing.store === 'completed' ? 'completed' : 'not_planned';
    } else if (issue.state === 'closed') {
      set.state = 'open';
      set.reason = 'reopened';
    }
  }
  if (assignee.winner === 'store') {
    const people = assignees(verdict);
    if (people) set.assignees = people;
  }
  if (place.winner === 'store' && place.store !== null) set.milestone = place.store;
  return Object.keys(set).length === 0 ? [] : [{ kind: 'update-issue', number: issue.number, set }];
}
