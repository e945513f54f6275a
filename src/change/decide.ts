import { calendarOf } from '../analysis/calendar.ts';
import { analyse } from '../analysis/status.ts';
import { type ApprovalDecision, approversText } from '../model/approval.ts';
import { isPolicy } from '../model/config.ts';
import { UNREADABLE } from '../model/diagnostic.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { Decision, Impact, Plan, Refusal, Write } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { changesOf, compareEntries } from '../store/journal.ts';
import { factsOf } from './approval-facts.ts';
import { approvalsFor } from './approvals.ts';
import { barredBy, blockedBy, blockingOf } from './blocking.ts';
import { checksOf } from './checks.ts';
import { costOf } from './cost.ts';
import { type Draft, draftOf } from './draft.ts';
import { requestEntry, stepEntry } from './entry.ts';
import { fieldChecks } from './field-checks.ts';
import { entryWrites } from './hand-edits.ts';
import { heardOf, standingOf } from './heard.ts';
import { impactOf } from './impact.ts';
import { measuredOf } from './measured.ts';
import { planHash } from './plan-hash.ts';
import { refusal } from './refusal.ts';
import { reportOf } from './report.ts';
import { type Sides, sideOf } from './sides.ts';
import type { Hearing, Step } from './step.ts';

/** Errors in the policy or in files that the change touches stop it; those elsewhere do not. */
function brokenBy(draft: Draft): Refusal | null {
  const touched = new Set(draft.steps.flatMap((step) => step.edits.map((edit) => edit.file)));
  const broken = draft.state.diagnostics.filter((d) => d.severity === 'error' && touched.has(d.file));
  if (broken.length === 0) return null;
  const hint = 'Mend these places first, or change them in the same command.';
  return refusal('invalid-store', 'the change touches files that have errors', { hint, diagnostics: broken });
}

/** Why nothing may be written while the store is as it is; null if it is readable. */
export function unreadableStore(state: State): Refusal | null {
  const unreadable = state.diagnostics.filter((d) => UNREADABLE.has(d.code));
  if (unreadable.length === 0) return null;
  const hint = 'Mend these files first; until then nothing is written, so that nothing is lost.';
  return refusal('unreadable-store', 'the store has files that cannot be read', { hint, diagnostics: unreadable });
}

function writesOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  entries: readonly Entry[],
): Write[] {
  const edited = [...after].filter(([path, text]) => before.get(path) !== text);
  return [
    ...edited.map(([path, text]) => ({ path, before: before.get(path) ?? null, after: text })),
    ...entryWrites(entries),
  ];
}

function entriesFor(
  state: State,
  steps: readonly Step[],
  mode: Plan['mode'],
  common: { origin: Origin; hash: string; approvals: readonly ApprovalDecision[]; impact: Impact },
): Entry[] {
  const taken = new Set(state.journal.map((entry) => entry.id));
  // Others of the same second stand before them, whatever their ids.
  const sameTime = state.journal.filter((entry) => entry.at === common.origin.now);
  const first = sameTime.reduce((next, { order = 0 }) => Math.max(next, order + 1), 0);
  const inOrder = (entry: Entry, place: number): Entry => (place > 0 ? { ...entry, order: place } : entry);
  if (mode === 'request') return [inOrder(requestEntry(steps, { ...common, taken }), first)];
  return steps.map((step, i) => {
    const entry = stepEntry(step, { ...common, taken });
    taken.add(entry.id);
    return inOrder(entry, first + i);
  });
}

/** The store with the new journal entries: reading it all again would tell nothing new. */
function withEntries(state: State, entries: readonly Entry[], writes: readonly Write[]): State {
  const files = new Map(state.files);
  for (const { path, after } of writes) if (after !== null) files.set(path, after);
  return { ...state, files, journal: [...state.journal, ...entries].sort(compareEntries) };
}

const isDryRun = (intents: readonly Intent[]): boolean => intents.some(({ options }) => options['dry-run'] === true);

function planOf(
  state: State,
  draft: Draft,
  origin: Origin,
  before: Status,
  { invalid }: Pick<Hearing, 'invalid'>,
): { plan: Plan; sides: Sides } {
  const { steps } = draft;
  const edits = steps.flatMap((step) => step.edits);
  const edited = new Set(steps.filter((step) => step.edits.length > 0).flatMap((step) => step.milestones));
  const calendar = calendarOf(state.config.calendar);
  const changed = analyse(draft.state, origin.now, changesOf(draft.state.journal));
  const impact = impactOf(calendar, { state, status: before }, { state: draft.state, status: changed }, edited);
  const sides: Sides = {
    calendar,
    before: sideOf(state, before, calendar, origin.now),
    after: sideOf(draft.state, changed, calendar, origin.now),
    edits,
    edited: [...edited],
  };
  const cost = costOf(sides);
  // The policy in force is the one before the change: a change cannot widen its own limits.
  const asking = steps.filter((step) => !step.granted).flatMap((step) => step.edits);
  const facts = factsOf(state, asking, impact, measuredOf(sides, asking, cost));
  const approvals = steps.some((step) => !step.granted) ? approvalsFor(state.config, facts, origin.now) : [];
  const required = approvals.filter((a) => a.outcome === 'required').map((a) => a.rule);
  const mode = required.length > 0 ? 'request' : 'apply';
  const hash = planHash(steps, required);
  const entries = entriesFor(state, steps, mode, { origin, hash, approvals, impact });
  const writes = writesOf(state.files, mode === 'request' ? state.files : draft.files, entries);
  const general = checksOf({ state: draft.state, before, after: changed }, edited, impact, approvals);
  const checks = [...general, ...fieldChecks(sides)];
  const final = withEntries(mode === 'request' ? state : draft.state, entries, writes);
  const after = analyse(final, origin.now, changesOf(final.journal));
  const intents = [...new Set(steps.map((step) => step.intent))];
  const skipped = steps.flatMap((step) => step.skipped ?? []);
  const granted = steps[0]?.granted === true;
  const about = granted ? (steps[0]?.of ?? null) : (entries[0]?.id ?? null);
  const changes = invalid.size === 0 ? after.changes : changesOf(heardOf(final.journal, invalid));
  const named = granted || !isDryRun(intents);
  const report = reportOf(sides, { impact, approvals, skipped, intents, cost, changes, about, named });
  const heard = about === null ? null : standingOf(about, changes, final.journal, invalid);
  const found = { hash, mode, intents, edits, entries, writes, impact, checks, approvals, skipped, report } as const;
  return { plan: { ...found, ...(heard ? { heard } : {}), before, after, state: final }, sides };
}

/**
 * What is to be done about the intents of one request, all together or not at all: a plan, nothing, or a refusal.
 * Pure: the same store, intents, origin and hearing give the same decision.
 */
export function decide(state: State, intents: readonly Intent[], origin: Origin, hearing: Hearing): Decision {
  const refuse = (...refusals: Refusal[]): Decision => ({ kind: 'refused', refusals });
  const unreadable = unreadableStore(state);
  if (unreadable) return refuse(unreadable);
  const policy = state.diagnostics.filter((d) => d.severity === 'error' && isPolicy(d.file));
  if (policy[0]) {
    const hint = `Mend ${policy[0].file} first: what it allows cannot be known while it has errors.`;
    return refuse(refusal('invalid-store', 'the policy has errors', { hint, diagnostics: policy }));
  }
  const deciding = intents.filter(({ verb }) => verb === 'approve' || verb === 'reject');
  if (deciding.length > 0 && deciding.length < intents.length) {
    const hint = 'Approve or reject in a comment of its own.';
    return refuse(refusal('conflicting-options', 'decisions about changes and changes do not go together', { hint }));
  }
  const before = analyse(state, origin.now, changesOf(state.journal));
  const barred = new Map<string, Refusal>();
  for (;;) {
    const drafted = draftOf(state, intents, origin, hearing, barred);
    if (!drafted.ok) return refuse(drafted.refusal);
    const draft = drafted.value;
    if (draft.steps.length === 0) return { kind: 'unchanged', status: before, intents };
    const broken = brokenBy(draft);
    if (broken) return refuse(broken);
    const { plan, sides } = planOf(state, draft, origin, before, hearing);
    const blocking = blockingOf(plan, sides);
    const out = intents.some((intent) => intent.options['keep-going'] === true) ? barredBy(blocking) : new Map();
    const more = [...out].filter(([id]) => !barred.has(id));
    // Without the milestones that stand in the way the others may be on time, or not; so it is planned again.
    if (more.length === 0) {
      const objection = objectionTo(state, plan, intents, blockedBy(blocking));
      return objection ? refuse(objection) : { kind: 'planned', plan };
    }
    for (const [id, why] of more) barred.set(id, why);
  }
}

/** What keeps a plan from being carried out, or asked for, as it stands. */
function objectionTo(state: State, plan: Plan, intents: readonly Intent[], blocked: Refusal | null): Refusal | null {
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
  if (isDryRun(intents)) return null;
  const waiting = new Set(
    changesOf(state.journal)
      .filter((c) => c.state === 'pending')
      .map((c) => c.id),
  );
  const twin = state.journal.find((entry) => waiting.has(entry.id) && entry.plan === plan.hash);
  if (plan.mode === 'request' && twin) {
    return refusal(
      'already-requested',
      `${twin.id} asks for exactly this and waits for ${twin.approvals.map(approversText).join('; ')}`,
      {
        hint: `They answer with: approve ${twin.id}`,
      },
    );
  }
  return blocked;
}
