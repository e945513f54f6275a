import { analyse } from '../analysis/status.ts';
import { decide, unreadableStore } from '../change/decide.ts';
import { recoveredPlan } from '../change/recover.ts';
import { hearingNeeds } from '../change/settle.ts';
import { parseLine } from '../command/parse-line.ts';
import { denied } from '../command/permission.ts';
import type { Thread } from '../io/thread.ts';
import { codeSpan } from '../model/code-span.ts';
import type { Role } from '../model/config.ts';
import type { Intent } from '../model/intent.ts';
import type { Decision, Refusal, RefusalCode } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import { changesOf } from '../store/journal.ts';
import { type Request, writes } from './request.ts';
import { synchronises } from './synchronise.ts';

/** What is to be done about a request, on the store as it is: permissions first, then what was done before, then the plan. */
export async function decideOn(
  { intents, refusals, origin }: Request,
  state: State,
  role: Role | 'none' | 'owner',
  thread: Thread,
): Promise<Decision> {
  const barred = intents.flatMap((intent) => denied(intent, origin.actor, role, state.config.permissions) ?? []);
  const off = intents.filter(synchronises).flatMap((intent) => switchedOff(intent, state));
  const refused = [...refusals, ...barred, ...off];
  if (refused.length > 0) return { kind: 'refused', refusals: refused };
  const asked = intents.filter((intent) => writes(intent) && !synchronises(intent));
  const applied = state.journal.filter((entry) => asked.some((intent) => intent.id === entry.intent));
  if (applied.length > 0 || asked.length === 0) {
    const status = analyse(state, origin.now, changesOf(state.journal));
    // A refresh writes as well, and would drop from the pages what it cannot read.
    const refreshes = intents.length === 0 || intents.some(synchronises);
    const unreadable = refreshes ? unreadableStore(state) : null;
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

function switchedOff(intent: Intent, { config, milestones }: State): Refusal[] {
  const refuse = (code: RefusalCode, message: string, hint: string): Refusal[] => [
    { code, message, hint, intent, diagnostics: [] },
  ];
  if (!config.sync.enabled) {
    return refuse(
      'not-here',
      'The synchronisation with GitHub is switched off.',
      'Set `sync.enabled: true` in config.yaml.',
    );
  }
  const [id] = intent.args;
  if (id === undefined || milestones.some((m) => m.id.toLowerCase() === id.toLowerCase())) return [];
  return refuse(
    'unknown-milestone',
    `There is no milestone ${codeSpan(id)}.`,
    'Leave the id out to synchronise everything.',
  );
}

/** A command line as the journal has it → its intent; null if it is not understood any more. */
function understood(line: string, id: string): Intent | null {
  const parsed = parseLine(line, id);
  return 'intent' in parsed ? parsed.intent : null;
}
