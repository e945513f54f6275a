import type { Config } from '../model/config.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { valueAt } from '../model/value-at.ts';
import { teamsNamed } from './approvers.ts';
import { sameValue } from './hash.ts';
import { type Proposal, proposalOfEdits } from './proposal.ts';
import { approversOf, isApproved, rulesInForce } from './request-approvals.ts';
import type { Hearing } from './step.ts';

/**
 * The pull request in which this program gathers changes for a protected branch. Some of them were approved in comments before they
 * came into it, and its journal says so; each such approval is borne out by its comment, or does not count.
 */

/** Requests that the proposal carries out, each with what was carried out. */
function carriedOut(before: State, after: State): { request: Entry; changes: readonly FieldEdit[] }[] {
  const known = new Set(before.journal.map(({ id }) => id));
  return after.journal.flatMap((entry) => {
    const asked = entry.kind === 'applied' ? entry.of : entry.kind === 'undone' ? (entry.request ?? null) : null;
    if (asked === null || known.has(entry.id)) return [];
    const named = after.journal.filter(({ id }) => id === asked);
    const [request] = named;
    return request?.kind === 'requested' && named.length === 1 ? [{ request, changes: entry.changes }] : [];
  });
}

/** What has to be looked up before approvals of the changes in it can count. */
export function gatheredNeeds(before: State, after: State, policy: Config): { approvals: Entry[]; teams: string[] } {
  const requests = carriedOut(before, after).map(({ request }) => request);
  const ids = new Set(requests.map(({ id }) => id));
  const inForce = { ...after, config: policy };
  return {
    approvals: after.journal.filter(({ kind, of }) => kind === 'approved' && of !== null && ids.has(of)),
    teams: [...new Set(requests.flatMap((request) => teamsNamed(rulesInForce(request, inForce), policy)))],
  };
}

/** True if what an edit comes to is what the change made of that field. */
function isOf(edit: FieldEdit, { file, path, after }: FieldEdit): boolean {
  const inside = file === edit.file && path.length <= edit.path.length && path.every((key, i) => key === edit.path[i]);
  return inside && sameValue(valueAt(after, edit.path.slice(path.length)), edit.after);
}

/** A part of a proposal that is approved on its own, with the approvals given to it other than by review. */
export interface Share {
  readonly proposal: Proposal;
  /** Logins. */
  readonly approvers: readonly string[];
}

/**
 * The proposal in two shares: what approved requests account for, with those who approved them, and the rest, which nobody has
 * approved yet. A field that was changed once more since counts as the rest.
 */
export function sharesOf(
  { before: from, after: to, edits }: Proposal,
  policy: Config,
  now: string,
  hearing: Pick<Hearing, 'invalid' | 'teams'>,
): Share[] {
  const [before, after] = [from.state, to.state];
  const inForce = { ...after, config: policy };
  const approved = carriedOut(before, after).filter(
    ({ request }) => rulesInForce(request, inForce).length > 0 && isApproved(inForce, request, hearing),
  );
  const isDecided = (edit: FieldEdit): boolean =>
    approved.some(({ changes }) => changes.some((change) => isOf(edit, change)));
  const share = (part: readonly FieldEdit[], approvers: readonly string[]): Share => ({
    proposal: proposalOfEdits(before, after, part, policy, now),
    approvers,
  });
  const by = approved.flatMap(({ request }) => approversOf(inForce, request, hearing));
  return [
    share(edits.filter(isDecided), [...new Set(by)]),
    share(
      edits.filter((edit) => !isDecided(edit)),
      [],
    ),
  ];
}
