import type { Snapshot } from '../io/repository.ts';
import type { State } from '../model/state.ts';
import { gitHistoryOf } from '../store/history.ts';
import { readStore } from '../store/read.ts';

/** The store of a snapshot as understood, with what git tells of its past. */
export async function stateOf(snapshot: Snapshot): Promise<State> {
  const versions = snapshot.versions();
  const state = readStore(snapshot.files);
  return { ...state, history: gitHistoryOf(await versions, state) };
}
