import { entryWrites } from '../change/hand-edits.ts';
import { agreedOn, type SyncPlan, syncOf } from '../change/sync/sync.ts';
import type { Scope } from '../io/peer.ts';
import type { Intent } from '../model/intent.ts';
import type { Plan, Write } from '../model/plan.ts';
import type { Remote } from '../model/remote.ts';
import type { State } from '../model/state.ts';
import type { Request, World } from './request.ts';

/** What of the two sides a request brings together; `only` names milestones of the store, null for all. */
export interface Extent {
  readonly scope: Scope;
  readonly only: readonly string[] | null;
  readonly prefer?: 'store' | 'github';
  /** True for an import, which tells GitHub nothing. */
  readonly inward: boolean;
}

/** A synchronisation that has been planned: GitHub as it was seen, and what follows from it for both sides. */
export interface Synchronised {
  readonly extent: Extent;
  readonly remote: Remote;
  readonly plan: SyncPlan;
  /** The same store with what both sides agreed on before the command changed it. */
  readonly agreed: (state: State) => State;
  /** Paths are relative to the store; journal entries and the base are among them. */
  readonly writes: readonly Write[];
}

const SYNC_VERBS = new Set(['sync', 'import']);
/** The fields that both sides keep. */
const COMMON = new Set(['title', 'description', 'status', 'timeline.estimated_end']);

/** True for a command that is about the synchronisation and nothing else. */
export const synchronises = ({ verb }: Intent): boolean => SYNC_VERBS.has(verb);

/** What a request has to synchronise: what it asks for, else the milestones that it changes in a field that GitHub has too. */
export function extentOf({ sync, intents }: Request, plan: Plan | null): Extent | null {
  const asked = intents.find(synchronises);
  if (asked) {
    const { prefer } = asked.options;
    const [id] = asked.args;
    return {
      scope: id === undefined ? 'all' : 'milestones',
      only: id === undefined ? null : [id],
      ...(prefer === 'store' || prefer === 'github' ? { prefer } : {}),
      inward: asked.verb === 'import',
    };
  }
  if (sync !== undefined) return { scope: sync, only: null, inward: false };
  if (plan?.mode !== 'apply') return null;
  const touched = plan.edits.filter((edit) => COMMON.has(edit.path.join('.')) || edit.path.length === 0);
  const files = new Set(touched.map((edit) => edit.file));
  const only = plan.state.milestones.filter((m) => files.has(m.file)).map((m) => m.id);
  return only.length === 0 ? null : { scope: 'milestones', only, inward: false };
}

/**
 * What is compared of the two sides: for named milestones only these, so that a command about one of them neither creates nor
 * adopts any other.
 */
export function planSync(state: State, remote: Remote, { origin, sync }: Request, extent: Extent): SyncPlan {
  const { only, inward } = extent;
  const options = {
    ...(extent.prefer ? { prefer: extent.prefer } : {}),
    // An event about one milestone or issue says who changed it; anybody else's request merely finds it changed.
    ...(typeof sync === 'object' ? { actor: origin.actor } : {}),
    // A scheduled run acts in the name of a program, which asks for nothing itself.
    ...(origin.actor.endsWith('[bot]') ? {} : { asker: origin.actor }),
  };
  if (only === null) {
    const plan = syncOf(state, remote, origin, options);
    return inward ? { ...plan, operations: [] } : plan;
  }
  const named = (id: string): boolean => only.some((one) => one.toLowerCase() === id.toLowerCase());
  const others = state.milestones.filter(({ id }) => !named(id));
  const taken = new Set(others.flatMap(({ id, github }) => github ?? state.syncBase.milestones.get(id)?.number ?? []));
  const few: State = {
    ...state,
    milestones: state.milestones.filter(({ id }) => named(id)),
    config: { ...state.config, sync: { ...state.config.sync, adopt: false } },
  };
  const free = { ...remote, milestones: remote.milestones.filter(({ number }) => !taken.has(number)) };
  const rest = remote.milestones.filter(({ number }) => taken.has(number));
  return syncOf(few, free, origin, { ...options, others: rest });
}

/** An issue that is in no milestone any more was taken out of one, or its milestone was deleted: that has to be looked at. */
function withPlace(scope: Scope, { syncBase }: State): Scope {
  const before = typeof scope === 'object' && 'issue' in scope ? syncBase.issues.get(scope.issue)?.milestone : null;
  return typeof scope === 'object' && 'issue' in scope && before ? { ...scope, milestone: before } : scope;
}

/**
 * Looks at GitHub and plans what both sides need; null where there is nothing to look at. A command that only changes something is
 * carried out even if GitHub cannot be read just now: the next synchronisation catches up. `before` is the store before a command
 * changed it: where GitHub said the same, only one side changed, though another run has not recorded yet that they agree.
 */
export async function synchronise(
  { peer, thread }: Pick<World, 'peer' | 'thread'>,
  request: Request,
  state: State,
  extent: Extent | null,
  before: State | null,
): Promise<Synchronised | null> {
  if (!peer || !extent || !state.config.sync.enabled) return null;
  const linked = state.milestones.flatMap((m) => m.tasks.flatMap((task) => task.issue ?? []));
  const remote = await peer.read(withPlace(extent.scope, state), linked).catch((error: unknown) => {
    if (extent.only === null || request.intents.some(synchronises)) throw error;
    thread.log(`GitHub's milestones could not be read, so they follow later: ${(error as Error).message}`);
    return null;
  });
  if (remote === null) return null;
  const agreed = before === null ? (same: State): State => same : agreedOn(before, remote);
  const plan = planSync(agreed(state), remote, request, extent);
  return { extent, remote, plan, agreed, writes: [...plan.writes, ...entryWrites(plan.entries)] };
}
