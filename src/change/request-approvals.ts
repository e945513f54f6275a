import type { ApprovalDecision } from '../model/approval.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { peopleOf } from './approvals.ts';
import { type Tally, tallyOf } from './approvers.ts';
import { isIdOf } from './hash.ts';
import type { Hearing } from './step.ts';

/** Where the approvals of a change request stand: what it waits for, who asked, and whose word counts. */

/** The rules that a request was held against and that ask about it. */
export const requiredOf = (request: Entry): ApprovalDecision[] =>
  request.approvals.filter((a) => a.outcome === 'required');

/**
 * The rules that a request waits for, with the people whom the policy in force asks under that name. An entry is a file, and so
 * has no say in who may approve; a rule that the policy does not have is left out.
 */
export function rulesInForce(request: Entry, { config }: State): ApprovalDecision[] {
  return requiredOf(request).flatMap((decision) => {
    const people = peopleOf(config, decision);
    return people === null ? [] : [{ ...decision, ...people }];
  });
}

/** Who answers for a change, and so does not approve it: whoever made it, and whoever brought it in where nobody knows who made it. */
export function isAuthor({ actor, broughtBy }: Pick<Entry, 'actor' | 'broughtBy'>, login: string): boolean {
  return [actor, broughtBy].some((author) => author?.toLowerCase() === login.toLowerCase());
}

/** Approvals of a request that count, as logins, in the order in which they were given. */
export function approversOf(state: State, request: Entry, { invalid }: Pick<Hearing, 'invalid'>): string[] {
  const given = state.journal.filter((e) => e.kind === 'approved' && e.of === request.id && !invalid.has(e.id));
  // Reviews of a pull request that was merged stand in the entry of the edit itself.
  const counts = isReviewed(request) && !invalid.has(request.id) && isIdOf(request.id, request.intent ?? '');
  const reviewed = request.approvals.flatMap((a) =>
    counts && a.outcome === 'given' && a.by !== undefined ? [a.by] : [],
  );
  return [...new Set([...reviewed, ...given.map((entry) => entry.actor)])];
}

/** True for an edit by hand that reviews of its pull request approved. */
export const isReviewed = ({ kind, approvals }: Entry): boolean =>
  kind === 'edited' && approvals.some(({ outcome }) => outcome === 'given');

/** Where every rule of a request stands. */
export function talliesOf(
  state: State,
  request: Entry,
  approvers: readonly string[],
  hearing: Pick<Hearing, 'teams'>,
): Tally[] {
  return rulesInForce(request, state).map((decision) => {
    const counted = approvers.filter((login) => decision.selfApproval || !isAuthor(request, login));
    return tallyOf(decision, counted, state.config, hearing.teams);
  });
}

/** True if a change has every approval that the policy wants of it, each of them borne out. */
export function isApproved(state: State, request: Entry, hearing: Pick<Hearing, 'invalid' | 'teams'>): boolean {
  const tallies = talliesOf(state, request, approversOf(state, request, hearing), hearing);
  return tallies.every((tally) => tally.received >= tally.needed);
}
