import type { Issue, StateReason } from './records.ts';

/** Closes or reopens an issue as both APIs do. An issue that is closed already takes another reason. */
export function setState(issue: Issue, state: 'open' | 'closed', reason: StateReason | null, at: string): void {
  if (state === 'closed') {
    if (issue.state === 'open') issue.closedAt = at;
    issue.stateReason = reason ?? (issue.state === 'closed' ? issue.stateReason : null) ?? 'completed';
    issue.state = 'closed';
  } else if (issue.state === 'closed') {
    issue.state = 'open';
    issue.stateReason = 'reopened';
    issue.closedAt = null;
  }
}
