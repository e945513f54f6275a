import { conflictText } from '../../analysis/sync-conflicts.ts';
import type { Origin } from '../../model/intent.ts';
import type { FieldEdit } from '../../model/journal.ts';
import type { Write } from '../../model/plan.ts';
import type { Remote, RemoteMilestone } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import { readStore } from '../../store/read.ts';
import { withNewParents } from '../new-parents.ts';
import { adoptedFile } from './adopt.ts';
import { unrecordable } from './bookkeeping.ts';
import { type Compared, type Comparison, compareAll, type Judged } from './comparison.ts';
import { Desk } from './desk.ts';
import { overruledBy, syncEntries } from './entries.ts';
import { followIssues } from './follow-issues.ts';
import { issueSides } from './issue-sides.ts';
import { type IssueVerdict, issueConflicts, judge } from './issue-verdict.ts';
import { judgedEdits } from './judge-edits.ts';
import { fieldEdits } from './milestone-edits.ts';
import { obstacle } from './obstacle.ts';
import type { Part, SyncPlan } from './plan.ts';
import { brokenFiles, newIds } from './store-ids.ts';
import { issueOperation } from './tell-issues.ts';
import { milestoneOperations } from './tell-milestones.ts';
import type { Prefer } from './three-way.ts';

export { agreedOn, bookkeeping } from './bookkeeping.ts';
export type { SyncPlan } from './plan.ts';

function unchanged(state: State, notice: string): SyncPlan {
  const none = { writes: [], edits: [], adopted: [], entries: [], operations: [], conflicts: [], overruled: [] };
  return { ...none, notices: [notice], state };
}

function within(remote: Remote, only: Part | undefined): Remote {
  if (!only) return remote;
  const [milestones, issues] = [new Set(only.milestones), new Set(only.issues)];
  return {
    milestones: remote.milestones.filter((m) => milestones.has(m.number)),
    issues: remote.issues.filter((i) => issues.has(i.number)),
    complete: false,
  };
}

/** Brings one milestone's file to what GitHub says, all fields at once or, where that fails, each that can be. */
function follow(desk: Desk, { pair, fields }: Compared, state: State, now: string): void {
  const { milestone, remote } = pair;
  const due = fields.filter((f) => f.winner !== 'agreed' && f.winner !== 'conflict' && f.value !== f.store);
  if (due.length === 0) return;
  const editsOf = (verdicts: typeof due): FieldEdit[] => {
    const raw = desk.raw(milestone.file);
    const edits = verdicts.flatMap((verdict) => fieldEdits(verdict, milestone, remote, state, raw, now));
    return withNewParents(edits, milestone.file, raw);
  };
  const before = desk.notices.length;
  if (desk.edit(milestone.file, editsOf(due)) || due.length === 1) return;
  desk.notices.length = before;
  for (const verdict of due) desk.edit(milestone.file, editsOf([verdict]));
}

/** The store as the desk has it, as far as milestones go: only what changed is read again. */
function reread(state: State, desk: Desk): State {
  const changed = new Set(desk.changed);
  if (changed.size === 0) return state;
  const files = [...changed].map((path) => ({ path, kind: 'text' as const, text: desk.files.get(path) ?? '' }));
  const fresh = new Map(readStore(files).milestones.map((m) => [m.file, m]));
  const kept = state.milestones.map((m) => (changed.has(m.file) ? (fresh.get(m.file) ?? m) : m));
  const known = new Set(state.milestones.map((m) => m.file));
  return {
    ...state,
    files: desk.files,
    milestones: [...kept, ...[...fresh.values()].filter((m) => !known.has(m.file))],
  };
}

function adopt(desk: Desk, comparison: Comparison, state: State, now: string): Map<string, number> {
  const adopted = new Map<string, number>();
  const { strangers } = comparison.links;
  if (!state.config.sync.adopt || strangers.length === 0) return adopted;
  const broken = brokenFiles(state);
  if (broken.length > 0) {
    desk.notices.push(
      `No milestone of GitHub is adopted while ${broken.join(', ')} has errors: it may be one of them.`,
    );
    return adopted;
  }
  const next = newIds(state);
  for (const remote of strangers) {
    const id = next();
    const { path, text } = adoptedFile(remote, id, state, now);
    desk.create(path, text);
    adopted.set(id, remote.number);
  }
  return adopted;
}

function writesOf(before: ReadonlyMap<string, string>, desk: Desk): Write[] {
  return desk.changed.flatMap((path) => {
    const after = desk.files.get(path) ?? '';
    return before.get(path) === after ? [] : [{ path, before: before.get(path) ?? null, after }];
  });
}

function written(state: State, writes: readonly Write[], desk: Desk): State {
  if (writes.length === 0) return state;
  const files = [...desk.files].map(([path, text]) => ({ path, kind: 'text' as const, text }));
  return readStore(files, state);
}

/** The page on GitHub that a plan comes from: that of what changed, if it is one thing, else that of all milestones. */
function sourceOf(
  { milestones }: Remote,
  compared: readonly Compared[],
  verdicts: readonly IssueVerdict[],
  adopted: ReadonlyMap<string, number>,
): string | null {
  const moved = compared.filter(({ fields }) => fields.some((f) => f.winner === 'github'));
  const issues = verdicts.filter((v) => [v.title, v.standing, v.assignee, v.place].some((f) => f.winner === 'github'));
  const fresh = new Set(adopted.values());
  const urls = [
    ...moved.map(({ pair }) => pair.remote.url),
    ...issues.map(({ issue }) => issue.url),
    ...milestones.filter(({ number }) => fresh.has(number)).map(({ url }) => url),
  ];
  if (urls.length === 1) return urls[0] ?? null;
  return milestones[0]?.url.replace(/milestone\/\d+$/, 'milestones') ?? null;
}

interface SyncOptions {
  readonly prefer?: 'store' | 'github';
  readonly only?: Part;
  /** Given for a look at some of the store's milestones: GitHub's milestones of the rest, which keep their titles. */
  readonly others?: readonly RemoteMilestone[];
  /** Who made the changes on GitHub, where an event says so. */
  readonly actor?: string;
  /** Who asked for the synchronisation, where somebody did. */
  readonly asker?: string;
}

/**
 * What one synchronisation of the store with GitHub has to do on both sides, field by field by the three-way rule. `now` of the
 * origin dates what GitHub has no date for. Pure and total: what cannot be done is a conflict or a notice. The base moves by
 * `bookkeeping` only, once everything was carried out.
 */
export function syncOf(state: State, github: Remote, origin: Origin, options: SyncOptions = {}): SyncPlan {
  const remote = within(github, options.only);
  const stop = obstacle(state) ?? unrecordable(state, remote);
  if (stop !== null) return unchanged(state, stop);
  const prefer: Prefer = options.prefer ?? state.config.sync.prefer;
  const comparison = compareAll(state, remote, prefer, options.others);
  const desk = new Desk(state.files);
  for (const one of comparison.compared) follow(desk, one, state, origin.now);
  const adopted = adopt(desk, comparison, state, origin.now);
  const first = reread(state, desk);
  const sides = issueSides(first, remote, new Map([...comparison.links.numbers, ...adopted]));
  const policy = { prefer, writeIssues: state.config.sync.writeIssues };
  const verdicts = remote.issues.flatMap((issue) => {
    const seat = sides.seats.get(issue.number);
    return seat ? [judge(sides, issue, seat, policy)] : [];
  });
  followIssues(desk, first, sides, verdicts, origin.now);

  const files = new Set([...adopted.keys()].flatMap((id) => first.milestones.find((m) => m.id === id)?.file ?? []));
  const edits = desk.edits.filter((edit) => !files.has(edit.file));
  const whole = [...files].sort().map((file) => ({ file, path: [], before: undefined, after: desk.raw(file) }));
  const conflicts: Judged[] = [
    ...comparison.conflicts,
    ...verdicts.flatMap((verdict) => issueConflicts(verdict, sides)),
  ];
  const taken = new Set(state.journal.map((entry) => entry.id));
  const known = new Set(state.journal.map((entry) => entry.intent ?? ''));
  const source = sourceOf(github, comparison.compared, verdicts, adopted);
  const writes = writesOf(state.files, desk);
  const after = written(state, writes, desk);
  const approvals = judgedEdits(state, after, edits, origin.now);
  const by = { actor: options.actor ?? null, asker: options.asker ?? null };
  const entries = syncEntries({ edits, adopted: whole, conflicts, ...by, approvals, source, taken, known }, origin);
  const told = policy.writeIssues ? verdicts.flatMap(issueOperation) : [];
  return {
    writes,
    edits,
    adopted: [...adopted.keys()],
    entries,
    operations: [...milestoneOperations(comparison, state), ...told],
    conflicts: conflicts.map((conflict) => ({ ...conflict, text: conflictText(conflict) })),
    overruled: overruledBy(conflicts),
    notices: [
      ...desk.notices,
      // Who asks about some milestones does not ask about this one.
      ...(options.others || remote.withoutIssues ? [] : comparison.links.removed).map(
        ({ id, number }) => `${id} was removed from the store; milestone ${number} on GitHub is left alone.`,
      ),
      ...[...sides.doubled].map(
        ([issue, tasks]) => `#${issue} is the issue of more than one task; left alone: ${tasks.join(', ')}.`,
      ),
    ],
    state: after,
  };
}
