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
export type Delivered = { readonly kind: 'done'; readonly sha: string | null } | { readonly kind: 'moved' };

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
