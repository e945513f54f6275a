import type { Intent } from './intent.ts';
import type { Check, Decision } from './plan.ts';
import type { State } from './state.ts';
import type { Status } from './status.ts';

/** One of the four phases of a run, with what each of its checks found. */
export interface Phase {
  readonly title: string;
  readonly lines: readonly Check[];
}

/** Everything a reply is made of, wherever it is shown: a comment, a job summary or a terminal. */
export interface Answer {
  readonly intents: readonly Intent[];
  readonly decision: Decision;
  /** `applied` wrote the change, `requested` asks for its approval, `planned` is a dry run, `shown` only read. */
  readonly outcome: 'applied' | 'requested' | 'planned' | 'shown' | 'unchanged' | 'refused';
  readonly actor: string;
  /** The store after the run; null where it could not be read. */
  readonly state: State | null;
  readonly status: Status | null;
  readonly commit: { readonly sha: string; readonly url: string | null } | null;
  readonly phases: readonly Phase[];
  /** Milestones whose focus view is asked for. */
  readonly focus: readonly string[];
  /** What read-only commands show, ready to print. */
  readonly views: readonly string[];
  readonly sections: { readonly monitor: boolean; readonly dashboard: boolean; readonly analytics: boolean };
}
