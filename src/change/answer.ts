import type { Answer, SyncReport } from '../model/answer.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Decision } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { phasesOf } from './phases.ts';
import { changes, targetsOf } from './update.ts';

/** What is known at the end of a run. `state` and `status` are those after it. */
export interface Finished {
  readonly intents: readonly Intent[];
  /** Those of the intents that may change something. */
  readonly asked: readonly Intent[];
  readonly views: readonly string[];
  readonly origin: Origin;
  readonly decision: Decision;
  readonly state: State;
  readonly status: Status;
  readonly sha: string | null;
  readonly written: boolean;
  readonly sync: SyncReport | null;
  readonly notice: string | null;
  readonly pullRequest: string | null;
  /** True if what was decided was left undone on purpose. */
  readonly withheld: boolean;
  /** False for somebody who may not look at the project. */
  readonly maySee: boolean;
}

function outcomeOf({ decision, asked, sync, pullRequest, withheld }: Finished, dryRun: boolean): Answer['outcome'] {
  if (decision.kind === 'refused') return 'refused';
  if (decision.kind === 'planned') {
    if (dryRun) return 'planned';
    if (decision.plan.mode === 'request') return 'requested';
    return pullRequest === null ? 'applied' : 'proposed';
  }
  if (sync !== null && asked.some(({ verb }) => verb === 'sync' || verb === 'import')) {
    const changed = sync.edits.length + sync.adopted.length + sync.told.length > 0;
    if (!changed) return 'unchanged';
    return dryRun ? 'planned' : pullRequest === null ? 'applied' : 'proposed';
  }
  // Nobody asked, as on a schedule, and `commit-mode: none` kept it from being done.
  if (withheld && sync !== null && sync.edits.length + sync.adopted.length + sync.told.length > 0) return 'planned';
  return asked.length > 0 ? 'unchanged' : 'shown';
}

/** True if a refusal is all there is to tell: who may not have what they asked for does not get it, or more, beside the refusal. */
function isBare({ decision, maySee }: Finished): boolean {
  if (decision.kind !== 'refused') return false;
  return !maySee || decision.refusals.some(({ code }) => code === 'not-permitted');
}

/** The milestones of a bulk command that only looks at them. */
function listed(state: State, intent: Intent): string[] {
  if (typeof intent.options['milestones'] !== 'string' || changes(intent)) return [];
  const targets = targetsOf(state, intent);
  return targets.ok ? targets.value.map((milestone) => milestone.id) : [];
}

/** The answer to a finished request. */
export function answerOf(finished: Finished): Answer {
  const { intents, asked, views, origin, decision, state, status, sha, written, sync, notice, pullRequest } = finished;
  const dryRun = finished.withheld || asked.some((intent) => intent.options['dry-run'] === true);
  const plan = decision.kind === 'planned' ? decision.plan : null;
  const bare = isBare(finished);
  const on = (name: string): boolean => !bare && asked.every((intent) => intent.options[name] !== false);
  const looked = intents.filter((intent) => intent.verb === 'status' || intent.verb === 'update');
  const ids = new Set(looked.flatMap((intent) => [...intent.args, ...listed(state, intent)]));
  return {
    intents,
    decision,
    outcome: outcomeOf(finished, dryRun),
    actor: origin.actor,
    state,
    status,
    commit: sha === null ? null : { sha, url: null },
    phases: bare ? [] : phasesOf({ state, status, plan, written: written && !dryRun }),
    sync,
    notice,
    pullRequest,
    focus: state.milestones
      .map((m) => m.id)
      .filter((id) => !bare && [...ids].some((named) => named.toLowerCase() === id.toLowerCase())),
    views: bare ? [] : views,
    sections: { monitor: on('monitor'), dashboard: on('dashboard'), analytics: on('analytics') },
  };
}
