import type { ApprovalDecision } from '../../model/approval.ts';
import type { FieldEdit } from '../../model/journal.ts';
import type { State } from '../../model/state.ts';
import { proposalOfEdits } from '../proposal.ts';

/**
 * What the policy says of edits that GitHub brought: they are judged like edits by hand, for whoever may edit a milestone there
 * need not be who may approve it. `now` is an ISO instant. Empty where the policy asks about nothing.
 */
export function judgedEdits(before: State, after: State, edits: readonly FieldEdit[], now: string): ApprovalDecision[] {
  const { config } = before;
  if (edits.length === 0 || (config.approvals.length === 0 && config.authority.beyond == null)) return [];
  const { approvals } = proposalOfEdits(before, after, edits, config, now);
  // What stands already does not expire.
  return approvals.map((decision) => ({ ...decision, expires: null }));
}
