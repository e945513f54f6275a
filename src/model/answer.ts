import type { Intent } from './intent.ts';
import type { FieldEdit } from './journal.ts';
import type { Check, Decision } from './plan.ts';
import type { Operation } from './remote.ts';
import type { State } from './state.ts';
import type { Status } from './status.ts';
import type { SyncConflict } from './sync-base.ts';

/** One of the four phases of a run, with what each of its checks found. */
export interface Phase {
  readonly title: string;
  readonly lines: readonly Check[];
}

/** What a synchronisation with GitHub came to. */
export interface SyncReport {
  /** What GitHub changed in the store. */
  readonly edits: readonly FieldEdit[];
  /** Ids of milestones that GitHub had and the store had not. */
  readonly adopted: readonly string[];
  /** What GitHub was told; of a dry run, what it would be told. */
  readonly told: readonly Operation[];
  /** Operations that a limit of GitHub kept for the next run. */
  readonly left: number;
  /** Operations that wait until the pull request with the change is merged. */
  readonly waiting: number;
  /** Both sides changed the same thing, and nobody has said who wins. */
  readonly conflicts: readonly { readonly id: string; readonly kind: SyncConflict['kind']; readonly text: string }[];
  /** What one side lost because the other one is preferred, with the lost value. */
  readonly overruled: readonly string[];
  /** Worth knowing, and nothing to be done about. */
  readonly notices: readonly string[];
  readonly problems: readonly string[];
}

/** Everything a reply is made of, wherever it is shown: a comment, a job summary or a terminal. */
export interface Answer {
  readonly intents: readonly Intent[];
  readonly decision: Decision;
  /**
   * `applied` wrote the change, `proposed` put it into a pull request, `requested` asks for its approval, `planned` wrote nothing,
   * `shown` only read.
   */
  readonly outcome: 'applied' | 'proposed' | 'requested' | 'planned' | 'shown' | 'unchanged' | 'refused';
  readonly actor: string;
  /** The store after the run; null where it could not be read. */
  readonly state: State | null;
  readonly status: Status | null;
  readonly commit: { readonly sha: string; readonly url: string | null } | null;
  /** Where the change went, if not straight to the default branch; a sentence. Null otherwise. */
  readonly notice: string | null;
  /** URL of the pull request in which the change waits. */
  readonly pullRequest: string | null;
  readonly phases: readonly Phase[];
  /** Null where GitHub was not looked at. */
  readonly sync: SyncReport | null;
  /** Milestones whose focus view is asked for. */
  readonly focus: readonly string[];
  /** What read-only commands show, ready to print. */
  readonly views: readonly string[];
  readonly sections: { readonly monitor: boolean; readonly dashboard: boolean; readonly analytics: boolean };
}
