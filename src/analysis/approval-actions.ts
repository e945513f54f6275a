import { trackingOf } from '../model/approval-tracking.ts';
import type { ActionItem, Status } from '../model/status.ts';
import { listed } from './wording.ts';

/**
 * What to do about changes that are in force though an approval is missing: urgent where one of their milestones is critical.
 * Those that only touch the policy belong to no milestone.
 */
export function approvalActions(changes: Status['changes'], critical: ReadonlySet<string>): ActionItem[] {
  return trackingOf(changes).unapproved.map(({ id, command, milestones, waiting_for }) => {
    const open = waiting_for.filter(({ received, needed }) => received < needed);
    const missing = [...new Set(open.flatMap((rule) => (rule.received === 0 ? [rule.from] : rule.missing)))];
    const what = milestones.length === 0 ? 'the policy' : listed(milestones);
    return {
      priority: milestones.some((milestone) => critical.has(milestone)) ? 'urgent' : 'high',
      text: `Have the change ${id} of ${what} approved, or revert it`,
      cause: `It was ${command === 'sync' ? 'made on GitHub' : 'merged'} without the approval of ${listed(missing)}`,
      milestone: milestones[0] ?? null,
    };
  });
}
