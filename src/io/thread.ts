import type { Role } from '../model/config.ts';
import type { Entry } from '../model/journal.ts';

/** A place without a conversation: nothing can be shown there, so no approval counts, and nobody waits for news of a failure. */
export const OFF_RECORD: Pick<Thread, 'onRecord' | 'evidence' | 'teams' | 'failed'> = {
  onRecord: false,
  evidence: async (approvals) => new Map(approvals.map((entry) => [entry.id, 'it cannot be re-read here'])),
  teams: async (names) => new Map(names.map((name) => [name, null])),
  failed: async () => {},
};

/** Where a request came from and its answer goes: a comment on GitHub, a dispatched job, a terminal. */
export interface Thread {
  /** Why there is nothing to do any more: all of these intents have been answered here, or what asked for them is gone. Else null. */
  settled(intentIds: readonly string[]): Promise<string | null>;
  /** The asker's role in the repository; `owner` where nobody stands between them and their files. */
  role(): Promise<Role | 'none' | 'owner'>;
  /** True where a command stands for others to read: an approval has to. */
  readonly onRecord: boolean;
  /** Re-reads what journalled approvals point to; why one does not count, by the entry's id. Those that count are absent. */
  evidence(approvals: readonly Entry[]): Promise<ReadonlyMap<string, string>>;
  /** Members of `@org/team`s as lower-case logins; null for a team that may not be read. */
  teams(names: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string> | null>>;
  /** Shows that the request was seen, before the work begins. */
  started(): Promise<void>;
  /** Gives the answer; `done` tells a carried-out request from a refused one. */
  answer(text: string, done: boolean): Promise<void>;
  /** Tells the asker that the run failed before it had an answer; the request stays unanswered. Never throws. */
  failed(text: string): Promise<void>;
  log(message: string): void;
}
