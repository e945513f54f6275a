import { analyse } from '../analysis/status.ts';
import { decide, unreadableStore } from '../change/decide.ts';
import { recoveredPlan } from '../change/recover.ts';
import { hearingNeeds } from '../change/settle.ts';
import { parseLine } from '../command/parse-line.ts';
import { denied } from '../command/permission.ts';
import type { Thread } from '../io/thread.ts';
import type { Role } from '../model/config.ts';
import type { Intent } from '../model/intent.ts';
import type { Decision } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import { changesOf } from '../store/journal.ts';
import { type Request, writes } from './request.ts';

/** What is to be done about a request, on the store as it is: permissions first, then what was done before, then the plan. */
export async function decideOn(
  { intents, refusals, origin }: Request,
  state: State,
  role: Role | 'none' | 'owner',
  thread: Thread,
): Promise<Decision> {
  const barred = intents.flatMap((intent) => denied(intent, origin.actor, role, state.config.permissions) ?? []);
  if (refusals.length + barred.length > 0) return { kind: 'refused', refusals: [...refusals, ...barred] };
  const asked = intents.filter(writes);
  const applied = state.journal.filter((entry) => asked.some((intent) => intent.id === entry.intent));
  if (applied.length > 0 || asked.length === 0) {
    const status = analyse(state, origin.now, changesOf(state.journal));
    // A refresh writes as well, and would drop from the pages what it cannot read.
    const unreadable = intents.length === 0 ? unreadableStore(state) : null;
    if (unreadable) return { kind: 'refused', refusals: [unreadable] };
    if (asked.length === 0) return { kind: 'unchanged', status, intents: [] };
    return { kind: 'planned', plan: recoveredPlan(applied, asked, state, status) };
  }
  const needs = hearingNeeds(state, asked);
  return decide(state, asked, origin, {
    parse: understood,
    onRecord: thread.onRecord,
    invalid: await thread.evidence(needs.approvals),
    teams: await thread.teams(needs.teams),
  });
}

/** A command line as the journal has it → its intent; null if it is not understood any more. */
function understood(line: string, id: string): Intent | null {
  const parsed = parseLine(line, id);
  return 'intent' in parsed ? parsed.intent : null;
}
