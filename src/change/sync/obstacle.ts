import type { State } from '../../model/state.ts';
import { unreadableStore } from '../decide.ts';

/** Why nothing can be compared: a part of the store that decides it is not understood. */
export function obstacle(state: State): string | null {
  const unreadable = unreadableStore(state);
  if (unreadable) return `Nothing was synchronised: ${unreadable.message}. ${unreadable.hint ?? ''}`.trim();
  const file = ['config.yaml', 'config.yml', 'state/github.yaml', 'state/github.yml'].find((path) =>
    state.diagnostics.some((d) => d.severity === 'error' && d.file === path),
  );
  return file === undefined ? null : `Nothing was synchronised: ${file} has errors. Mend it first.`;
}
