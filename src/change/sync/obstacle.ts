import { isPolicy } from '../../model/config.ts';
import type { State } from '../../model/state.ts';
import { roleOf } from '../../store/layout.ts';
import { unreadableStore } from '../decide.ts';

/** Why nothing can be compared: a part of the store that decides it is not understood. */
export function obstacle(state: State): string | null {
  const unreadable = unreadableStore(state);
  if (unreadable) return `Nothing was synchronised: ${unreadable.message}. ${unreadable.hint ?? ''}`.trim();
  const decisive = (path: string): boolean => isPolicy(path) || roleOf(path).kind === 'sync-base';
  const broken = state.diagnostics.find(({ severity, file }) => severity === 'error' && decisive(file));
  return broken === undefined ? null : `Nothing was synchronised: ${broken.file} has errors. Mend it first.`;
}
