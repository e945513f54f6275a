import type { Intent } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { Plan, Write } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { readStore } from '../store/read.ts';
import { commandOf } from './entry.ts';

/**
 * The plan of a request that was applied by an earlier run which did not live to answer: what the journal says of it.
 * Its impact then is not known any more, so none is shown.
 */
export function recoveredPlan(
  entries: readonly Entry[],
  intents: readonly Intent[],
  state: State,
  status: Status,
): Plan {
  return {
    hash: entries[0]?.plan ?? '',
    mode: entries.some((entry) => entry.kind === 'requested') ? 'request' : 'apply',
    intents,
    edits: entries.flatMap((entry) => entry.changes),
    entries,
    writes: [],
    impact: {
      milestones: [],
      projectFinish: { before: status.schedule.projected_finish, after: status.schedule.projected_finish },
      projectFinishDays: 0,
      criticalPaths: { before: status.schedule.critical_paths, after: status.schedule.critical_paths },
      assigned: [],
    },
    checks: [{ mark: 'ok', text: 'Applied by an earlier run that ended before it could answer; not applied again' }],
    approvals: [],
    skipped: [],
    report: null,
    before: status,
    after: status,
    state,
  };
}

/**
 * The id of the very same command in the files of a change that an earlier run was killed in the middle of; null if they
 * are another command's. Whoever gives it again wants it done, not done twice. `writes` are relative to the repository.
 */
export function repeatedIntent(writes: readonly Write[], storeDir: string, intent: Intent): string | null {
  const files = writes.flatMap(({ path, after }) =>
    path.startsWith(`${storeDir}/logs/`) && after !== null
      ? [{ path: path.slice(storeDir.length + 1), kind: 'text' as const, text: after }]
      : [],
  );
  return readStore(files).journal.find((entry) => entry.command === commandOf(intent))?.intent ?? null;
}
