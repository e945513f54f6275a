import { calendarOf } from '../analysis/calendar.ts';
import { approversText } from '../model/approval.ts';
import { formatDay, parseDay } from '../model/day.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Refusal } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import { readStore } from '../store/read.ts';
import { applyEdits } from './apply-edits.ts';
import { samePeople } from './approvals.ts';
import { isPlan } from './plan-hash.ts';
import { proposalOfEdits } from './proposal.ts';
import { done, type Outcome, refused } from './refusal.ts';
import { makeEdits } from './restorable.ts';
import { approveStep, rejectStep } from './settle.ts';
import type { Hearing, Step } from './step.ts';
import { undoStep } from './undo.ts';
import { changes, targetsOf, updateEdits } from './update.ts';

/** The store as the commands of a request would leave it, and what each of them comes to. Nothing is written yet. */
export interface Draft {
  readonly state: State;
  readonly files: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

/** Milestones that a bulk update with `--keep-going` has to leave out, with the reason; known only once it is planned. */
export type Barred = ReadonlyMap<string, Refusal>;
const NONE: Barred = new Map();

/** The store made of these files, all of which are known to be readable text. */
function storeOf(files: ReadonlyMap<string, string>, earlier: State): State {
  return readStore(
    [...files].map(([path, text]) => ({ path, kind: 'text', text })),
    earlier,
  );
}

function withStep(draft: Draft, step: Step): Outcome<Draft> {
  const applied = applyEdits(draft.files, step.edits);
  if (!applied.ok) return { ok: false, refusal: { ...applied.refusal, intent: step.intent } };
  const files = applied.value;
  return done({
    files,
    state: step.edits.length > 0 ? storeOf(files, draft.state) : draft.state,
    steps: [...draft.steps, step],
  });
}

/**
 * Carries out an `update` on each of its milestones; no step where everything is as wanted already. With `--keep-going` a
 * milestone that cannot be changed is left out, as are those that `barred` names; else one such refuses the whole.
 */
function updated(draft: Draft, intent: Intent, origin: Origin, barred: Barred): Outcome<Draft> {
  const targets = targetsOf(draft.state, intent);
  if (!targets.ok) return targets;
  if (targets.value.length === 0) {
    const hint = 'Name one (update M05 …), or several with --bulk --milestones=M05,M06.';
    return refused('missing-argument', 'the change names no milestone', { hint, intent });
  }
  const keepGoing = intent.options['keep-going'] === true;
  const { config } = draft.state;
  const calendar = calendarOf(config.calendar);
  const today = formatDay(parseDay(origin.now, config.calendar.timezone) ?? 0);
  let { state, files } = draft;
  const edits: FieldEdit[] = [];
  const skipped: Refusal[] = [];
  const milestones: string[] = [];
  for (const { id } of targets.value) {
    const milestone = state.milestones.find((m) => m.id === id);
    if (!milestone) continue;
    const out = keepGoing ? barred.get(id) : undefined;
    const own: Outcome<FieldEdit[]> = out
      ? { ok: false, refusal: out }
      : updateEdits(state, intent, milestone, { calendar, today });
    const made = own.ok ? makeEdits(files, own.value) : own;
    if (!made.ok) {
      if (!keepGoing) return { ok: false, refusal: { ...made.refusal, intent } };
      skipped.push({ ...made.refusal, intent });
      continue;
    }
    files = made.value.files;
    edits.push(...made.value.edits);
    milestones.push(id);
    // Only these look at files that another target of the same command may edit as well.
    if (made.value.edits.some((edit) => edit.path[0] === 'dependencies' || edit.path[0] === 'risks'))
      state = storeOf(files, state);
  }
  if (edits.length === 0 && skipped[0]) return { ok: false, refusal: skipped[0] };
  if (edits.length === 0) return done(draft);
  const step: Step = { intent, kind: 'applied', of: null, edits, milestones, granted: false, skipped };
  return done({ files, state: storeOf(files, state), steps: [...draft.steps, step] });
}

/** Records an approval and, if it was the last one missing, carries the request out as it was recorded. */
function approved(draft: Draft, intent: Intent, origin: Origin, hearing: Hearing): Outcome<Draft> {
  const found = approveStep(draft.state, intent, origin, hearing);
  if (!found.ok) return found;
  const { step, request, complete } = found.value;
  const recorded = withStep(draft, step);
  // What was made by hand stands already; its approval changes nothing else.
  if (!recorded.ok || !complete || request.kind === 'edited') return recorded;
  const intents = request.commands.flatMap(
    (line, i) => hearing.parse(line, `${request.intent ?? request.id}/${i}`) ?? [],
  );
  const asked = request.approvals.filter((a) => a.outcome === 'required');
  const rules = asked.map((a) => a.rule);
  // As of the day it was asked for: the days that it writes were shown, and approved, like that.
  const again = draftOf(draft.state, intents, { ...origin, now: request.at }, hearing);
  const steps = again.ok ? again.value.steps : [];
  if (!again.ok || intents.length !== request.commands.length || !isPlan(request.plan, steps, rules)) {
    const why = again.ok ? 'it would do something else now' : again.refusal.message;
    return refused('stale-plan', `the store has changed since ${request.id} was asked for: ${why}`, {
      hint: 'Approvals hold for exactly what was shown. Give the command again, and have that approved.',
      intent,
    });
  }
  const edits = steps.flatMap((s) => s.edits);
  // By what it does, not by what its entry says of the rules: that is a file, and anybody may have written it.
  const { config } = draft.state;
  const { approvals } = proposalOfEdits(draft.state, again.value.state, edits, config, origin.now);
  const unasked = approvals.find(
    (rule) => rule.outcome === 'required' && !asked.some((a) => a.rule === rule.rule && samePeople(a, rule)),
  );
  if (unasked) {
    return refused(
      'stale-plan',
      `${unasked.rule} wants ${approversText(unasked)}, and ${request.id} did not ask for that`,
      {
        hint: 'Give the command again, and have that approved.',
        intent,
      },
    );
  }
  const milestones = [...new Set(steps.flatMap((s) => s.milestones))];
  if (!steps.every((s) => s.kind === 'undone'))
    return withStep(recorded.value, { intent, kind: 'applied', of: request.id, edits, milestones, granted: true });
  // Each says what it took back, so that none of these stands as applied.
  let carried: Outcome<Draft> = recorded;
  for (const undone of steps) {
    if (!carried.ok) return carried;
    carried = withStep(carried.value, { ...undone, intent, request: request.id, granted: true });
  }
  return carried;
}

/** Carries the commands of a request out in memory, one after another, each on what the ones before it left. */
export function draftOf(
  start: State,
  intents: readonly Intent[],
  origin: Origin,
  hearing: Hearing,
  barred: Barred = NONE,
): Outcome<Draft> {
  let draft: Draft = { state: start, files: start.files, steps: [] };
  for (const intent of intents) {
    const next = stepOf(draft, intent, origin, hearing, barred);
    if (!next.ok) return { ok: false, refusal: { ...next.refusal, intent: next.refusal.intent ?? intent } };
    draft = next.value;
  }
  return done(draft);
}

function stepOf(draft: Draft, intent: Intent, origin: Origin, hearing: Hearing, barred: Barred): Outcome<Draft> {
  switch (intent.verb) {
    case 'approve':
      return approved(draft, intent, origin, hearing);
    case 'reject': {
      const step = rejectStep(draft.state, intent, origin, hearing);
      return step.ok ? withStep(draft, step.value) : step;
    }
    case 'undo': {
      const step = undoStep(draft.state, intent);
      return step.ok ? withStep(draft, step.value) : step;
    }
    default:
      return changes(intent) ? updated(draft, intent, origin, barred) : done(draft);
  }
}
