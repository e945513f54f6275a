import type { Version } from '../model/history.ts';
import type { Write } from '../model/plan.ts';
import type { StoreFile } from '../model/state.ts';

/** The store at one moment, and what has to still be true when a change made from it is written. */
export interface Snapshot {
  readonly files: readonly StoreFile[];
  /** Commit it was read from; null where there is no git. */
  readonly base: string | null;
  /** True on the default branch, the only place where generated pages are written. */
  readonly generated: boolean;
  /** The policy file of the default branch, where the store was read from somewhere else; nobody widens their own limits. */
  readonly policy?: StoreFile;
  /** True if the store is one that waits to be merged: it is nothing to tell others yet. */
  readonly pending?: true;
  /** Text of a file by its path relative to the repository; null if there is none. */
  readText(path: string): Promise<string | null>;
  /** Earlier versions of the milestone files, oldest first, as far as git has them. */
  versions(): Promise<readonly Version[]>;
}

export interface Delivery {
  /** Paths are relative to the repository. */
  readonly writes: readonly Write[];
  readonly message: string;
  /** ISO 8601 instant of the change. */
  readonly at: string;
}

/** `moved`: somebody else was faster; nothing was written, and the change has to be planned anew from what is there now. */
export type Delivered = Done | { readonly kind: 'moved' };

interface Done {
  readonly kind: 'done';
  /** The commit; null where there is no git, or nothing was committed. */
  readonly sha: string | null;
  /** What the asker has to know about where the change went, as a sentence. */
  readonly notice?: string;
  /** URL of the pull request in which the change waits. */
  readonly pullRequest?: string;
  /** True if the change was left unmade on purpose (`commit-mode: none`). */
  readonly withheld?: true;
}

/** There was nothing to write. */
export const NOTHING_WRITTEN: Delivered = { kind: 'done', sha: null };

/** Where a store lives: a directory of a person, or a branch that is written by pushing. */
export interface Repository {
  /** The store's directory relative to the repository, without a trailing slash. */
  readonly storeDir: string;
  snapshot(): Promise<Snapshot>;
  deliver(snapshot: Snapshot, delivery: Delivery): Promise<Delivered>;
}

/** The repository cannot be used as asked, for a reason a person can mend. */
export class RepositoryError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'RepositoryError';
    this.hint = hint;
  }
}
