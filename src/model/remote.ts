/** GitHub's side of the synchronisation, as one moment shows it. Days are ISO days in UTC, which is how GitHub's due dates are read. */
export interface RemoteMilestone {
  readonly number: number;
  readonly title: string;
  /** Empty where GitHub has none. */
  readonly description: string;
  readonly due: string | null;
  readonly state: 'open' | 'closed';
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly url: string;
}

export interface RemoteIssue {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** Why it is closed, or that it was reopened; null where GitHub does not say. */
  readonly reason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  /** Logins. */
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  /** Number of its milestone. */
  readonly milestone: number | null;
  readonly closedAt: string | null;
  /** Number of the issue it is a sub-issue of, in the same repository; null also where the server knows no sub-issues. */
  readonly parent: number | null;
  /** Numbers of the issues of the same repository that block it. */
  readonly blockedBy: readonly number[];
  readonly url: string;
}

export interface Remote {
  readonly milestones: readonly RemoteMilestone[];
  /** Issues of milestones, and those that tasks are linked to. Pull requests are not among them. */
  readonly issues: readonly RemoteIssue[];
  /**
   * True if every milestone of the repository is there, so that one which is missing was deleted. False for a look at one
   * milestone or issue, as an event makes it.
   */
  readonly complete: boolean;
  /** Set where milestones were looked at and none of their issues: nothing is known of those. */
  readonly withoutIssues?: true;
}

/** One write to GitHub. `id` is the milestone's in the store. Only what differs is in `set`. */
export type Operation =
  | {
      readonly kind: 'create-milestone';
      readonly id: string;
      readonly set: Pick<RemoteMilestone, 'title' | 'description' | 'due' | 'state'>;
    }
  | {
      readonly kind: 'update-milestone';
      readonly id: string;
      readonly number: number;
      readonly set: Partial<Pick<RemoteMilestone, 'title' | 'description' | 'due' | 'state'>>;
    }
  | {
      readonly kind: 'update-issue';
      readonly number: number;
      readonly set: Partial<Pick<RemoteIssue, 'title' | 'state' | 'assignees' | 'milestone'>> & {
        /** Goes with `state`. */
        readonly reason?: 'completed' | 'not_planned' | 'reopened';
      };
    };
