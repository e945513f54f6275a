import { calendarOf } from '../analysis/calendar.ts';
import { analyse } from '../analysis/status.ts';
import type { ApprovalDecision } from '../model/approval.ts';
import type { Config } from '../model/config.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Impact } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import { changesOf } from '../store/journal.ts';
import { factsOf, unknownFacts } from './approval-facts.ts';
import { approvalsFor } from './approvals.ts';
import { type Tally, type Teams, tallyOf } from './approvers.ts';
import { costOf } from './cost.ts';
import { handEdits } from './edited.ts';
import { byPeople } from './hand-edits.ts';
import { impactOf } from './impact.ts';
import { measuredOf } from './measured.ts';
import { comparisonOf } from './paired-edits.ts';
import { type Side, sideOf } from './sides.ts';

/** What a pull request would do to the store, and what the policy of its base says to that. */
export interface Proposal {
  readonly edits: readonly FieldEdit[];
  readonly impact: Impact;
  readonly approvals: readonly ApprovalDecision[];
  readonly before: Side;
  readonly after: Side;
}

/**
 * A pull request as a plan: the store where it branched off, the store it proposes, and the policy in force, which is never
 * the one it brings along. `now` is an ISO instant.
 */
export function proposalOf(before: State, after: State, policy: Config, now: string): Proposal {
  return proposalOfEdits(before, after, handEdits(byPeople(before.files), byPeople(after.files)), policy, now);
}

/** The same for some of the edits between two stores: those that nobody has decided about yet. */
export function proposalOfEdits(
  before: State,
  after: State,
  edits: readonly FieldEdit[],
  policy: Config,
  now: string,
): Proposal {
  const files = new Set(edits.map((edit) => edit.file));
  const edited = new Set([...before.milestones, ...after.milestones].filter((m) => files.has(m.file)).map((m) => m.id));
  const calendar = calendarOf(policy.calendar);
  const sides = [before, after].map((state) => ({ state, status: analyse(state, now, changesOf(state.journal)) }));
  const [from, to] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const impact = impactOf(calendar, from, to, edited);
  const [was, is] = [sideOf(before, from.status, calendar, now), sideOf(after, to.status, calendar, now)];
  const change = { calendar, before: was, after: is, edits, edited: [...edited] };
  const compared = comparisonOf(before, after, edits);
  const known = factsOf(
    // A label that is taken away with the same change has not stopped asking.
    { milestones: [...before.milestones, ...after.milestones] },
    compared.edits,
    impact,
    measuredOf(change, compared.edits, costOf(change)),
  );
  const facts = compared.unreadable ? unknownFacts(known) : known;
  const approvals = edits.length > 0 ? approvalsFor(policy, facts, now) : [];
  return { edits, impact, approvals, before: was, after: is };
}

/** Where each rule stands, given who approved the proposal as it is now. The author's own approval counts only if a rule says so. */
export function proposalTallies(
  proposal: Proposal,
  author: string,
  approvers: readonly string[],
  policy: Config,
  teams: Teams,
): Tally[] {
  return proposal.approvals
    .filter((decision) => decision.outcome === 'required')
    .map((decision) => {
      const counted = approvers.filter(
        (login) => decision.selfApproval || login.toLowerCase() !== author.toLowerCase(),
      );
      return tallyOf(decision, counted, policy, teams);
    });
}
