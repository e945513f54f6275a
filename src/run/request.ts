import { findVerb } from '../command/verbs.ts';
import type { Peer, Scope } from '../io/peer.ts';
import type { Repository, Snapshot } from '../io/repository.ts';
import type { Thread } from '../io/thread.ts';
import type { Answer } from '../model/answer.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { Refusal } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import type { Trailer } from '../render/commit-message.ts';

/** What somebody, or an event, asks for. Without intents it is a refresh of the generated pages. */
export interface Request {
  /** Names the request where no command in it could be told apart. */
  readonly id: string;
  readonly intents: readonly Intent[];
  /** Commands that could not be understood; one of them refuses the whole request. */
  readonly refusals: readonly Refusal[];
  readonly origin: Origin;
  /** Journal entries for what people changed by hand and nobody has journalled yet, with the commit trailers that say so. */
  readonly unjournalled?: (
    snapshot: Snapshot,
    state: State,
  ) => Promise<{ entries: readonly Entry[]; trailers: readonly Trailer[] }>;
  /** How much of GitHub to synchronise with; nothing more than what the commands change if left out. */
  readonly sync?: Scope;
  /** Writes the dashboard only if something changed that a reader would call news. */
  readonly quiet?: boolean;
}

/** Where a run happens, and how its results look there. */
export interface World {
  readonly repository: Repository;
  readonly thread: Thread;
  /** True where nothing is to be written, neither there nor on GitHub. */
  readonly readOnly?: boolean;
  /** GitHub, where it can be reached. */
  readonly peer?: Peer;
  /** What a read-only command shows; null where the answer itself shows it, as it does the dashboard. */
  readonly view: (intent: Intent, state: State, status: Status) => string | null;
  readonly show: (answer: Answer) => string;
}

/** The ids by which a request and its answer know each other. */
export function idsOf({ id, intents, refusals }: Pick<Request, 'id' | 'intents' | 'refusals'>): string[] {
  const named = [...intents, ...refusals.flatMap((refusal) => refusal.intent ?? [])].map((intent) => intent.id);
  return named.length > 0 ? [...new Set(named)] : [id];
}

/** True for a command that may change the store. */
export const writes = (intent: Intent): boolean => findVerb(intent.verb)?.writes === true;
