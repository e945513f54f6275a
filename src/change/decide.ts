import { calendarOf } from '../analysis/calendar.ts';
import { analyse } from '../analysis/status.ts';
import { UNREADABLE } from '../model/diagnostic.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Entry, FieldEdit } from '../model/journal.ts';
import type { Decision, Plan, Refusal, Write } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { changesOf, entryPath, printEntry } from '../store/journal.ts';
import { readStore } from '../store/read.ts';
import { applyEdits } from './apply-edits.ts';
import { approvalsFor, factsOf } from './approvals.ts';
import { checksOf, infeasible } from './checks.ts';
import { appliedEntry } from './entry.ts';
import { hashOf } from './hash.ts';
import { daysMoved, impactOf } from './impact.ts';
import { refusal } from './refusal.ts';
import { changes, targetsOf, updateEdits } from './update.ts';

/** Options that choose how a command is carried out or shown, and so are no part of what a plan does. */
const NOT_PLANNED = new Set(['dry-run', 'plan', 'monitor', 'dashboard', 'analytics', 'force', 'bulk']);

interface Step {
  readonly intent: Intent;
  readonly edits: readonly FieldEdit[];
  readonly milestones: readonly string[];
}

interface Draft {
  readonly state: State;
  readonly files: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

type Drafted = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly refusal: Refusal };

function withFiles(files: ReadonlyMap<string, string>): State {
  return readStore([...files].map(([path, text]) => ({ path, kind: 'text', text })));
}

/** Carries the intents out in memory, one after another, each on what the ones before it left. */
function draftOf(start: State, intents: readonly Intent[]): Drafted {
  let state = start;
  let files = start.files;
  const steps: Step[] = [];
  for (const intent of intents.filter(changes)) {
    const edits: FieldEdit[] = [];
    const targets = targetsOf(state, intent);
    if (!targets.ok) return targets;
    if (targets.value.length === 0) {
      const hint = 'Name one (update M05 …), or several with --bulk --milestones=M05,M06.';
      return { ok: false, refusal: refusal('missing-argument', 'the change names no milestone', { hint, intent }) };
    }
    for (const { id } of targets.value) {
      const milestone = state.milestones.find((m) => m.id === id);
      if (!milestone) continue;
      const own = updateEdits(state, intent, milestone, calendarOf(state.config.calendar));
      if (!own.ok) return own;
      const applied = applyEdits(files, own.value);
      if (!applied.ok) return { ok: false, refusal: { ...applied.refusal, intent } };
      files = applied.value;
      edits.push(...own.value);
      // Only dependencies reach into files that another target of the same command may edit as well.
      if (own.value.some((edit) => edit.path[0] === 'dependencies')) state = withFiles(files);
    }
    if (edits.length === 0) continue;
    state = withFiles(files);
    steps.push({ intent, edits, milestones: targets.value.map((m) => m.id) });
  }
  return { ok: true, draft: { state, files, steps } };
}

/** Errors in the files that the change touches stop it; those elsewhere do not. */
function brokenBy(draft: Draft): Refusal | null {
  const touched = new Set(draft.steps.flatMap((step) => step.edits.map((edit) => edit.file)));
  const broken = draft.state.diagnostics.filter((d) => d.severity === 'error' && touched.has(d.file));
  if (broken.length === 0) return null;
  const hint = 'Mend these places first, or change them in the same command.';
  return refusal('invalid-store', 'the change touches files that have errors', { hint, diagnostics: broken });
}

function timelineDays(state: State, steps: readonly Step[]): number {
  const calendar = calendarOf(state.config.calendar);
  const due = steps.flatMap((s) => s.edits).filter((e) => e.path.join('.') === 'timeline.estimated_end');
  const shifts = due.map((e) => daysMoved(calendar, dateOf(e.before), dateOf(e.after)));
  return shifts.length === 0 ? 0 : Math.max(...shifts);
}

const dateOf = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null);

function writesOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  entries: readonly Entry[],
): Write[] {
  const edited = [...after].filter(([path, text]) => before.get(path) !== text);
  return [
    ...edited.map(([path, text]) => ({ path, before: before.get(path) ?? null, after: text })),
    ...entries.map((entry) => ({ path: entryPath(entry), before: null, after: printEntry(entry) })),
  ];
}

function planOf(state: State, draft: Draft, origin: Origin, before: Status): Plan {
  const { steps } = draft;
  const edits = steps.flatMap((step) => step.edits);
  const edited = new Set(steps.flatMap((step) => step.milestones));
  const calendar = calendarOf(state.config.calendar);
  const bare = analyse(draft.state, origin.now, changesOf(draft.state.journal));
  const impact = impactOf(calendar, { state, status: before }, { state: draft.state, status: bare }, edited);
  // The policy in force is the one before the change: a change cannot widen its own limits.
  const approvals = approvalsFor(state.config, factsOf(state, edits, impact, timelineDays(state, steps)));
  const planned = steps.map(({ intent: { verb, args, options } }) => [
    verb,
    args,
    Object.fromEntries(Object.entries(options).filter(([name]) => !NOT_PLANNED.has(name))),
  ]);
  const required = approvals.filter((a) => a.outcome === 'required').map((a) => a.rule);
  const hash = hashOf([planned, edits, required]).slice(0, 12);
  const taken = new Set(state.journal.map((entry) => entry.id));
  const entries = steps.map((step) => {
    const entry = appliedEntry({ ...step, origin, hash, approvals, taken });
    taken.add(entry.id);
    return entry;
  });
  const writes = writesOf(state.files, draft.files, entries);
  const final = withFiles(new Map([...draft.files, ...writes.map((w) => [w.path, w.after ?? ''] as const)]));
  const after = analyse(final, origin.now, changesOf(final.journal));
  const checks = checksOf({ state: final, before, after }, edited, impact, approvals);
  return {
    hash,
    intents: steps.map((step) => step.intent),
    edits,
    entries,
    writes,
    impact,
    checks,
    approvals,
    before,
    after,
  };
}

/**
 * What is to be done about the intents of one request, all together or not at all: a plan, nothing, or a refusal.
 * Pure: the same store, intents and origin give the same decision.
 */
export function decide(state: State, intents: readonly Intent[], origin: Origin): Decision {
  const refuse = (...refusals: Refusal[]): Decision => ({ kind: 'refused', refusals });
  const unreadable = state.diagnostics.filter((d) => UNREADABLE.has(d.code));
  if (unreadable.length > 0) {
    const hint = 'Mend these files first; until then nothing is written, so that nothing is lost.';
    return refuse(
      refusal('unreadable-store', 'the store has files that cannot be read', { hint, diagnostics: unreadable }),
    );
  }
  const drafted = draftOf(state, intents);
  if (!drafted.ok) return refuse(drafted.refusal);
  const { draft } = drafted;
  const before = analyse(state, origin.now, changesOf(state.journal));
  if (draft.steps.length === 0) return { kind: 'unchanged', status: before, intents };
  const broken = brokenBy(draft);
  if (broken) return refuse(broken);
  const plan = planOf(state, draft, origin, before);
  const objection = objectionTo(plan, intents);
  return objection ? refuse(objection) : { kind: 'planned', plan };
}

function objectionTo(plan: Plan, intents: readonly Intent[]): Refusal | null {
  const expected = intents.map((intent) => intent.options['plan']).find((hash) => typeof hash === 'string');
  if (expected !== undefined && expected !== plan.hash) {
    return refusal(
      'stale-plan',
      `the plan is ${plan.hash} now, not ${expected}: the store or the command changed since`,
      {
        hint: 'Look at the new plan with --dry-run, then apply that one.',
      },
    );
  }
  const dryRun = intents.some((intent) => intent.options['dry-run'] === true);
  if (dryRun) return null;
  const required = plan.approvals.filter((a) => a.outcome === 'required');
  if (required.length > 0) {
    const rules = required.map((a) => `${a.rule} (${a.reason}) needs ${a.from.join(' or ') || 'an approver'}`);
    return refusal('needs-approval', `the policy does not let this change through: ${rules.join('; ')}`, {
      hint: 'Make the change in a pull request, where they can approve it, or keep within the limit.',
    });
  }
  const forced = plan.intents.every((intent) => intent.options['force'] === true);
  const late = forced ? [] : infeasible(plan, new Set(plan.impact.milestones.filter((m) => m.edited).map((m) => m.id)));
  if (late.length === 0) return null;
  const what = late.map(
    (row) => `${row.id} would be due on ${row.due} but is projected to finish on ${row.projected_finish}`,
  );
  return refusal('infeasible-due', what.join('; '), {
    hint: 'Choose a later date, or add --force to commit to it all the same.',
  });
}
