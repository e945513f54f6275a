import type { Entry, FieldEdit } from '../../model/journal.ts';
import type { Write } from '../../model/plan.ts';
import type { Operation } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import type { Judged } from './comparison.ts';

/** A part of GitHub: numbers of milestones and of issues. Everything else is left alone. */
export interface Part {
  readonly milestones: readonly number[];
  readonly issues: readonly number[];
}

/** Everything one synchronisation will do, as data. */
export interface SyncPlan {
  /** Milestone files, edited and adopted; the files of the journal entries are not among them. */
  readonly writes: readonly Write[];
  /** What GitHub changed in files that were there before. */
  readonly edits: readonly FieldEdit[];
  /** Ids of milestones that GitHub had and the store had not. */
  readonly adopted: readonly string[];
  readonly entries: readonly Entry[];
  /** What GitHub has to be told, one by one in this order; one that fails is planned again by the next run. */
  readonly operations: readonly Operation[];
  /** Both the solved and the open ones (`solved: null`), each with a sentence for people. */
  readonly conflicts: readonly (Judged & { readonly text: string })[];
  /** Sentences about what one side lost because the other is preferred. */
  readonly overruled: readonly string[];
  /** Sentences about what was left alone. */
  readonly notices: readonly string[];
  /** The store after the writes. */
  readonly state: State;
}
