import type { Operation, Remote } from '../model/remote.ts';

/**
 * How much of GitHub is looked at: everything; every milestone but no issues, which is what a command needs; or what an event
 * was about. An issue's `milestone` is the one that it was last known to be in.
 */
export type Scope =
  | 'all'
  | 'milestones'
  | { readonly milestone: number }
  | { readonly issue: number; readonly milestone?: number };

/** What became of operations. */
export interface Told {
  /** GitHub as it is after them. */
  readonly remote: Remote;
  readonly done: readonly Operation[];
  /** Not carried out, because a limit was reached; the next run takes them up. */
  readonly left: readonly Operation[];
  /** Why single operations failed, for people. */
  readonly problems: readonly string[];
}

/** GitHub as the other side of the synchronisation. */
export interface Peer {
  /** `linked` are numbers of issues that tasks point to, wherever those issues are. */
  read(scope: Scope, linked: readonly number[]): Promise<Remote>;
  write(operations: readonly Operation[], remote: Remote): Promise<Told>;
}
