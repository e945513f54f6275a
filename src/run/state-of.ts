import type { Snapshot } from '../io/repository.ts';
import type { State, StoreFile } from '../model/state.ts';
import { gitHistoryOf } from '../store/history.ts';
import { readStore } from '../store/read.ts';

/** Who has to approve what, by the default branch where the snapshot names its policy: what is broken there is no policy. */
function underPolicy(state: State, policy: StoreFile): State {
  const { config, diagnostics } = readStore([policy]);
  if (diagnostics.some(({ severity }) => severity === 'error')) return state;
  const { approvals, authority, groups, permissions } = config;
  return { ...state, config: { ...state.config, approvals, authority, groups, permissions } };
}

/** The store of a snapshot as understood, with what git tells of its past. */
export async function stateOf(snapshot: Snapshot): Promise<State> {
  const versions = snapshot.versions();
  const state = readStore(snapshot.files);
  const whole = { ...state, history: gitHistoryOf(await versions, state) };
  return snapshot.policy ? underPolicy(whole, snapshot.policy) : whole;
}
