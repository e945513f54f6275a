import type { ApprovalDecision } from '../model/approval.ts';
import type { Intent } from '../model/intent.ts';
import type { EntryKind, FieldEdit } from '../model/journal.ts';
import type { Refusal } from '../model/plan.ts';

/** What one command comes to: edits, a decision about another change, or both. */
export interface Step {
  readonly intent: Intent;
  readonly kind: Extract<EntryKind, 'applied' | 'approved' | 'rejected' | 'undone'>;
  /** The change that this answers. */
  readonly of: string | null;
  /** Of an undo that had to be approved: the request that it carries out. */
  readonly request?: string;
  readonly edits: readonly FieldEdit[];
  readonly milestones: readonly string[];
  /** True if approvals for the edits have been given, so that the policy is not asked again. */
  readonly granted: boolean;
  /** Of an approval: what it counts for. */
  readonly given?: readonly ApprovalDecision[];
  /** Of an `update --keep-going`: why some of its milestones stay as they are. */
  readonly skipped?: readonly Refusal[];
}

/** What deciding about a change request needs from outside the store. */
export interface Hearing {
  /** A recorded command line → its intent; null if it is not understood any more. */
  readonly parse: (command: string, id: string) => Intent | null;
  /** Why an approval in the journal does not count, by the entry's id; those that count are absent. */
  readonly invalid: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** True if the command stands where others can read it: an approval has to. */
  readonly onRecord: boolean;
}
