/** What git knows of a store's past, so that a store without a journal still has one. */

/** A milestone that a commit turned into a completed one. */
export interface Completion {
  readonly id: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
}

/** A due date as written, and when it came into the store. */
export interface FirstDue {
  readonly due: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

export interface GitHistory {
  /** Oldest first; a milestone that was opened again stands here once more. */
  readonly completions: readonly Completion[];
  /** The first `estimated_end` of each milestone, by id, and the commit's time. */
  readonly firstDues: ReadonlyMap<string, FirstDue>;
}

export const NO_HISTORY: GitHistory = { completions: [], firstDues: new Map() };

/** A milestone file as one commit left it. */
export interface Version {
  /** Path relative to the store. */
  readonly file: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly by: string;
  /** Null where the commit removed the file. */
  readonly text: string | null;
  /** False for what was there before the history that could be read begins: nobody knows since when. */
  readonly dated: boolean;
}

/** A commit that touched the store, with the store's files it changed as they were before and after it. */
export interface StoreCommit {
  readonly sha: string;
  readonly author: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly subject: string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}
