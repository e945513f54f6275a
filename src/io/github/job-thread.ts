import { OFF_RECORD, type Thread } from '../thread.ts';
import type { Client } from './client.ts';
import { type Repo, roleOf } from './repo.ts';

/**
 * A request that nobody waits for in a conversation: the answer is the job's summary. `actor` is who dispatched it; null for
 * what GitHub itself set off, which has no more to ask for than a refresh.
 */
export function jobThread(client: Client, repo: Repo, actor: string | null, log: (message: string) => void): Thread {
  return {
    ...OFF_RECORD,
    settled: async () => null,
    role: async () => (actor === null ? 'owner' : roleOf(client, repo, actor)),
    started: async () => {},
    answer: async () => {},
    log,
  };
}
