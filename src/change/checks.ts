import type { ApprovalDecision } from '../model/approval.ts';
import type { Check, Impact } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';

interface Sides {
  readonly state: State;
  readonly before: Status;
  readonly after: Status;
}

/** Milestones the change edits whose due date now lies before their projected finish, though it did not, or by more than it did. */
export function infeasible(
  { before, after }: Pick<Sides, 'before' | 'after'>,
  edited: ReadonlySet<string>,
): MilestoneStatusRow[] {
  const old = new Map(before.milestones.map((row) => [row.id, row]));
  return after.milestones.filter((row) => {
    if (!edited.has(row.id) || row.status === 'completed' || row.status === 'cancelled') return false;
    const late = row.variance_days ?? 0;
    return late > 0 && late > Math.max(0, old.get(row.id)?.variance_days ?? 0);
  });
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** The change validation of a plan: every check that was made, with what it found. */
export function checksOf(
  { state, before, after }: Sides,
  edited: ReadonlySet<string>,
  impact: Impact,
  approvals: readonly ApprovalDecision[],
): Check[] {
  const errors = state.diagnostics.filter((d) => d.severity === 'error').length;
  const checks: Check[] = [
    errors === 0
      ? {
          mark: 'ok',
          text: `The store is valid after the change (${plural(state.milestones.length, 'milestone')} read)`,
        }
      : { mark: 'warning', text: `${plural(errors, 'error')} elsewhere in the store; the change does not touch them` },
    {
      mark: after.schedule.cycle === null ? 'ok' : 'warning',
      text:
        after.schedule.cycle === null
          ? `Dependencies are consistent (${plural(after.dependencies.length, 'edge')}, no cycle)`
          : `A dependency cycle elsewhere: ${after.schedule.cycle.join(' → ')}`,
    },
  ];
  const worse = infeasible({ before, after }, edited);
  for (const row of worse) {
    checks.push({
      mark: 'warning',
      text: `${row.id} is due on ${row.due}, ${plural(row.variance_days ?? 0, 'working day')} before its projected finish on ${row.projected_finish}`,
    });
  }
  if (worse.length === 0)
    checks.push({ mark: 'ok', text: 'Every due date that was changed can be met by the projected schedule' });
  const others = impact.milestones.filter((m) => !m.edited && m.finishDays !== undefined && m.finishDays !== 0);
  checks.push(
    others.length === 0
      ? { mark: 'ok', text: 'No other milestone moves' }
      : {
          mark: 'warning',
          text: `${plural(others.length, 'other milestone')} move${others.length === 1 ? 's' : ''}: ${others.map((m) => m.id).join(', ')}`,
        },
  );
  const asked = approvals.filter((a) => a.outcome === 'required');
  checks.push(
    asked.length === 0
      ? {
          mark: 'ok',
          // The policy has something to say of every change; it is not asked again once the approvals are there.
          text:
            approvals.length === 0
              ? 'Every approval that the policy asks for has been given'
              : 'Within what the policy applies without approval',
        }
      : { mark: 'warning', text: `Approval required: ${asked.map((a) => a.rule).join(', ')}` },
  );
  return checks;
}
