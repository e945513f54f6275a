import type { Intent } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { Plan } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';

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
