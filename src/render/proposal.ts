import { type ApprovalDecision, approversText } from '../model/approval.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Impact } from '../model/plan.ts';
import { budgeted } from './budget.ts';
import { editTable } from './edits.ts';
import { md } from './escape.ts';
import { finishText, impactLines, impactTable } from './impact.ts';
import { counted } from './when.ts';

/** GitHub refuses check summaries above 65,535 characters. */
const LIMIT = 65_000;

export interface ProposalView {
  readonly edits: readonly FieldEdit[];
  readonly impact: Impact;
  readonly approvals: readonly ApprovalDecision[];
  readonly tallies: readonly {
    readonly rule: string;
    readonly received: number;
    readonly needed: number;
    readonly missing: readonly string[];
  }[];
}

/** One line for the list of checks. */
export function proposalTitle({ edits, tallies }: ProposalView): string {
  const open = tallies.filter((tally) => tally.received < tally.needed);
  if (edits.length === 0) return 'No milestone changes';
  if (tallies.length === 0)
    return `${counted(edits.length, 'field')} changed, within what the policy applies without approval`;
  return open.length === 0 ? 'Approved' : `Waiting for ${open.flatMap((tally) => tally.missing).join(', ')}`;
}

/** What the pull request does to the schedule, and whose approvals it has and lacks, as Markdown. */
export function proposalText(view: ProposalView): string {
  const { edits, impact, approvals, tallies } = view;
  const asked = approvals.filter((a) => a.outcome === 'required');
  const lines = asked.map((decision) => {
    const tally = tallies.find((t) => t.rule === decision.rule);
    const state = tally ? `${tally.received} of ${tally.needed}` : 'no data';
    return `- ${tally && tally.received >= tally.needed ? '✅' : '⏳'} ${md(decision.rule)}: ${md(approversText(decision))} (${state}) — ${md(decision.reason)}`;
  });
  const moves = [finishText(impact), impactTable(impact, true), impactLines(impact)].filter((text) => text !== '');
  return budgeted(
    [
      {
        text:
          asked.length === 0
            ? 'No approval is needed.'
            : `**Approvals**\n\n${lines.join('\n')}\n\nA review that approves the newest commit counts.`,
      },
      { text: edits.length === 0 ? '' : `**Impact**\n\n${moves.join('\n\n')}`, drop: 1, name: 'impact' },
      { text: edits.length === 0 ? '' : `**Changed**\n\n${editTable(edits)}`, drop: 2, name: 'fields' },
    ],
    LIMIT,
    'See the files of the pull request.',
  );
}
