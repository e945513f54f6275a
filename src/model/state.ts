import type { Config } from './config.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { GitHistory } from './history.ts';
import type { Entry } from './journal.ts';
import type { Milestone } from './milestone.ts';
import type { Session } from './session.ts';
import type { SyncBase } from './sync-base.ts';

/** What was found at a path of the store, before anybody looked inside. Paths are relative, with forward slashes. */
export type StoreFile =
  | { readonly path: string; readonly kind: 'text'; readonly text: string }
  | { readonly path: string; readonly kind: 'is-directory' | 'is-link' | 'too-large' | 'not-utf8' };

/** The store as understood: everything later steps need, and every finding on the way. */
export interface State {
  /** Text of every readable file, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly config: Config;
  /** In natural order of their ids. Only those whose file is valid. */
  readonly milestones: readonly Milestone[];
  readonly sessions: readonly Session[];
  /** In order of their `at`, then id. */
  readonly journal: readonly Entry[];
  /** What the last synchronisation with GitHub left; empty before the first. */
  readonly syncBase: SyncBase;
  readonly diagnostics: readonly Diagnostic[];
  /** What git tells of the past; nothing where there is no git. */
  readonly history: GitHistory;
}
