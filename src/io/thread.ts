import type { Role } from '../model/config.ts';

/** Where a request came from and its answer goes: a comment on GitHub, a dispatched job, a terminal. */
export interface Thread {
  /** True if every one of these intents has been answered here before. */
  answered(intentIds: readonly string[]): Promise<boolean>;
  /** The asker's role in the repository; `owner` where nobody stands between them and their files. */
  role(): Promise<Role | 'none' | 'owner'>;
  /** Shows that the request was seen, before the work begins. */
  started(): Promise<void>;
  /** Gives the answer; `done` tells a carried-out request from a refused one. */
  answer(text: string, done: boolean): Promise<void>;
  log(message: string): void;
}
