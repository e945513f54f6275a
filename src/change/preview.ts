import type { ApprovalDecision } from '../model/approval.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import type { MilestoneImpact, Shift } from '../model/plan.ts';
import type { Forecast } from '../model/status-metrics.ts';
import { mayApprove, type Tally, type Teams, teamsNamed } from './approvers.ts';
import type { Share } from './gathered.ts';
import { daysMoved } from './impact.ts';
import { meddledJournal } from './meddled.ts';
import { overloadsBy, overloadText } from './overload.ts';
import { type FileChange, fileChanges } from './preview-changes.ts';
import { type Proposal, proposalTallies } from './proposal.ts';
import { rowOf, type Side } from './sides.ts';

/** A milestone whose dates a pull request moves. Days are working days. */
export interface Moved extends MilestoneImpact {
  readonly file: string;
  /** Due date as it would be. */
  readonly dueAfter: string | null;
  /** Days from the due date to the (projected) finish, positive = late; null without a due date. */
  readonly variance: Shift<number | null>;
}

/** One rule of the policy, and who has approved so far. */
export interface Standing extends Tally {
  readonly decision: ApprovalDecision;
  /** Logins whose approval counts. */
  readonly by: readonly string[];
  /** Teams of the rule whose members the token may not read: nobody's approval can count for them. */
  readonly unreadable: readonly string[];
}

export interface Finding {
  readonly diagnostic: Diagnostic;
  /** False if it was there where the pull request branched off. */
  readonly fresh: boolean;
}

/** All that a pull request would do to the store, as the people who decide about it want to know it. */
export interface Preview {
  readonly changes: readonly FileChange[];
  /** Later ones first, by how far. */
  readonly moved: readonly Moved[];
  readonly finish: Shift<string | null>;
  readonly finishDays: number;
  /** The forecast's P85. */
  readonly p85: Shift<string | null>;
  readonly p85Days: number;
  /** Why the forecast is thin or missing; null if it is neither. */
  readonly p85Reason: string | null;
  readonly criticalPaths: Shift<readonly (readonly string[])[]>;
  readonly cycle: readonly string[] | null;
  /** A sentence for each person who is newly asked for more than they have. */
  readonly overloads: readonly string[];
  readonly findings: readonly Finding[];
  readonly standings: readonly Standing[];
  /** Files of the journal that only this program may write so, and that count for nothing as they are. */
  readonly meddled: readonly string[];
  /** What the policy lets pass, and by which limit. */
  readonly automatic: readonly ApprovalDecision[];
}

/** What GitHub and the policy in force say about those who may approve. */
export interface Approving {
  readonly author: string;
  /** Logins whose reviews approve the newest commit. */
  readonly approvers: readonly string[];
  readonly policy: Config;
  readonly teams: Teams;
  /** True for the pull request in which this program itself gathers changes. */
  readonly own?: boolean;
  /** The parts of it that are approved each on its own; left out, it is one. */
  readonly shares?: readonly Share[];
}

function movedOf({ impact, before, after }: Proposal): Moved[] {
  const moved = impact.milestones
    .filter((m) => m.due !== undefined || m.projectedFinish !== undefined)
    .map((m): Moved => {
      const [was, is] = [rowOf(before, m.id), rowOf(after, m.id)];
      const variance = { before: was?.variance_days ?? null, after: is?.variance_days ?? null };
      return { ...m, file: is?.file ?? '', dueAfter: is?.due ?? null, variance };
    });
  const by = ({ finishDays }: Moved): number => finishDays ?? 0;
  // Stable: milestones that move equally far stay in the order of their ids.
  return moved.toSorted((a, b) => by(b) - by(a) || Number(b.edited) - Number(a.edited));
}

function findingsOf(before: Side, after: Side): Finding[] {
  const key = ({ code, file, message }: Diagnostic): string => `${code}\n${file}\n${message}`;
  const old = new Set(before.status.diagnostics.map(key));
  const found = after.status.diagnostics.toSorted(compareDiagnostics);
  return found.map((diagnostic) => ({ diagnostic, fresh: !old.has(key(diagnostic)) }));
}

function standingsOf(proposal: Proposal, { author, approvers, policy, teams }: Approving): Standing[] {
  const tallies = proposalTallies(proposal, author, approvers, policy, teams);
  const required = proposal.approvals.filter((decision) => decision.outcome === 'required');
  return required.flatMap((decision, i) => {
    const tally = tallies[i];
    if (!tally) return [];
    const counts = (login: string): boolean =>
      (decision.selfApproval || login.toLowerCase() !== author.toLowerCase()) &&
      mayApprove(login, decision, policy, teams);
    const unreadable = teamsNamed([decision], policy).filter((name) => teams.get(name) === null);
    return [{ ...tally, decision, by: approvers.filter(counts).toSorted(), unreadable }];
  });
}

/** A proposal with everything that is worked out from it, and where its approvals stand. */
export function previewOf(proposal: Proposal, approving: Approving): Preview {
  const { impact, before, after } = proposal;
  const shares = approving.shares ?? [{ proposal, approvers: [] }];
  const { approvers } = approving;
  const p85 = (forecast: Forecast | null): string | null => forecast?.p85 ?? null;
  const shift = { before: p85(before.status.forecast), after: p85(after.status.forecast) };
  return {
    changes: fileChanges(proposal),
    moved: movedOf(proposal),
    finish: impact.projectFinish,
    finishDays: impact.projectFinishDays,
    p85: shift,
    p85Days: daysMoved(after.project.calendar, shift.before, shift.after),
    p85Reason: after.status.forecast === null ? 'there is no forecast' : after.status.forecast.reason,
    criticalPaths: impact.criticalPaths,
    cycle: after.status.schedule.cycle,
    overloads: overloadsBy(before.loads, after.loads).map(overloadText),
    findings: findingsOf(before, after),
    standings: shares.flatMap((share) =>
      standingsOf(share.proposal, { ...approving, approvers: [...new Set([...approvers, ...share.approvers])] }),
    ),
    meddled: approving.own ? [] : meddledJournal(before.state, after.state),
    automatic: shares.flatMap((share) => share.proposal.approvals.filter(({ outcome }) => outcome === 'automatic')),
  };
}
