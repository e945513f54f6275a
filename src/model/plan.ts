import type { ApprovalDecision } from './approval.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Intent } from './intent.ts';
import type { Entry, FieldEdit } from './journal.ts';
import type { Mark, PlanReport } from './plan-report.ts';
import type { Health } from './standing.ts';
import type { State } from './state.ts';
import type { Status } from './status.ts';

/** Why a command was not carried out. The set is closed; each refusal also says what to do instead. */
export const REFUSAL_CODES = [
  'unknown-verb',
  'unknown-option',
  'missing-value',
  'bad-value',
  'missing-argument',
  'extra-argument',
  'conflicting-options',
  'too-long',
  'too-many-commands',
  'unknown-milestone',
  'unknown-dependency',
  'self-dependency',
  'unknown-resource',
  'cycle',
  'finished-milestone',
  'due-before-start',
  'due-before-predecessor',
  'no-due-date',
  'progress-from-tasks',
  'invalid-store',
  'unreadable-store',
  'cannot-edit',
  'over-capacity',
  'infeasible-due',
  'stale-plan',
  'not-permitted',
  'already-requested',
  'unknown-change',
  'already-decided',
  'already-approved',
  'self-approval',
  'not-approver',
  'unreadable-team',
  'no-evidence',
  'expired-change',
  'stands-in-the-way',
  'not-undoable',
  'not-here',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly hint: string | null;
  /** The command that was refused; null where the whole request was. */
  readonly intent: Intent | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A value before and after the change; equal ones are left out of an impact. */
export interface Shift<T> {
  readonly before: T;
  readonly after: T;
}

/** What the change does to one milestone's computed values. Dates are ISO days, days are working days. */
export interface MilestoneImpact {
  readonly id: string;
  readonly title: string;
  /** True if the change edits this milestone itself; false if it only moves because of another. */
  readonly edited: boolean;
  readonly due?: Shift<string | null>;
  readonly projectedStart?: Shift<string | null>;
  readonly projectedFinish?: Shift<string | null>;
  /** Working days by which the projected finish moves: positive = later. */
  readonly finishDays?: number;
  readonly totalFloat?: Shift<number | null>;
  readonly critical?: Shift<boolean>;
  readonly health?: Shift<Health>;
  readonly progress?: Shift<number>;
}

export interface Impact {
  readonly milestones: readonly MilestoneImpact[];
  readonly projectFinish: Shift<string | null>;
  /** Working days, positive = later. */
  readonly projectFinishDays: number;
  readonly criticalPaths: Shift<readonly (readonly string[])[]>;
  readonly assigned: readonly { readonly id: string; readonly fte: Shift<number> }[];
}

/** One line of the change validation: a check that was made and what it found. */
export interface Check {
  readonly mark: Mark;
  readonly text: string;
}

/** A file of the store that the plan writes: `null` stands for "does not exist". */
export interface Write {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything a change will do, as data. Only the executor writes. */
export interface Plan {
  /** Over intents, edits and required approvals; not over clock, ids or actor. 12 hex digits. */
  readonly hash: string;
  /** `request` writes the change request only, and its approval does the rest. */
  readonly mode: 'apply' | 'request';
  readonly intents: readonly Intent[];
  readonly edits: readonly FieldEdit[];
  readonly entries: readonly Entry[];
  readonly writes: readonly Write[];
  readonly impact: Impact;
  readonly checks: readonly Check[];
  readonly approvals: readonly ApprovalDecision[];
  /** Under `--keep-going`: milestones that stay as they are, each with its reason. */
  readonly skipped: readonly Refusal[];
  /** Null where an earlier run applied the plan: its impact is not known any more. */
  readonly report: PlanReport | null;
  /** Of an approval, where earlier ones do not hold any more: how the change stands without these, and whose they are. */
  readonly heard?: {
    readonly change: Status['changes'][number];
    readonly dismissed: readonly { readonly by: string; readonly why: string }[];
  };
  /** Analysis of the store before and after the change. */
  readonly before: Status;
  readonly after: Status;
  /** The store as it is once the plan is carried out. */
  readonly state: State;
}

export type Decision =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'unchanged'; readonly status: Status; readonly intents: readonly Intent[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
