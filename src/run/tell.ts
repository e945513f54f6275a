import { analyse } from '../analysis/status.ts';
import { substanceOf } from '../change/substance.ts';
import { agreedOn, bookkeeping } from '../change/sync/sync.ts';
import { pause } from '../io/pause.ts';
import type { Peer } from '../io/peer.ts';
import type { Delivered, Snapshot } from '../io/repository.ts';
import type { SyncReport } from '../model/answer.ts';
import type { Operation, Remote } from '../model/remote.ts';
import type { State } from '../model/state.ts';
import { recordMessage } from '../render/commit-message.ts';
import { dashboardPath, dashboardWrites } from '../render/generated.ts';
import { changesOf } from '../store/journal.ts';
import { readStore } from '../store/read.ts';
import { withWrites } from './compose.ts';
import type { Request, World } from './request.ts';
import { stateOf } from './state-of.ts';
import { planSync, type Synchronised } from './synchronise.ts';

/** Rounds of writing to GitHub: another run may have moved on in between, and then this one says the newest once more. */
const ROUNDS = 3;
/** Somebody else's commit may come in between; what is not recorded now is recorded by the next synchronisation. */
const RECORDINGS = 5;

/** What a synchronisation comes to without telling GitHub anything: of a dry run, and of a change that still waits for its merge. */
function reported({ plan }: Synchronised, told: readonly Operation[], more: Partial<SyncReport> = {}): SyncReport {
  return {
    edits: plan.edits,
    adopted: plan.adopted,
    told,
    left: 0,
    waiting: 0,
    conflicts: plan.conflicts.filter((c) => c.solved === null).map(({ id, kind, text }) => ({ id, kind, text })),
    overruled: plan.overruled,
    notices: plan.notices,
    problems: [],
    ...more,
  };
}

/**
 * Tells GitHub what follows from a commit, and says what came of it. A change that waits in a pull request, or was not made at all,
 * is nothing to tell anybody yet.
 */
export async function reportOn(
  request: Request,
  world: World,
  committed: State,
  sync: Synchronised,
  delivered: Extract<Delivered, { kind: 'done' }>,
  { pending }: Snapshot,
): Promise<SyncReport> {
  const dryRun = request.intents.some((intent) => intent.options['dry-run'] === true);
  const waits = delivered.pullRequest !== undefined || delivered.withheld || pending;
  const { operations } = sync.plan;
  if (dryRun || world.readOnly) return reported(sync, operations);
  if (waits) return reported(sync, [], { waiting: operations.length });
  if (!world.peer || operations.length === 0) return reported(sync, []);
  return tell(request, world, world.peer, committed, sync);
}

/**
 * Tells GitHub what the store says now, after that was committed, and records on what both sides agree in one more commit. The base
 * of the three-way merge is never written ahead: it follows what GitHub answered.
 */
async function tell(
  request: Request,
  world: World,
  peer: Peer,
  committed: State,
  sync: Synchronised,
): Promise<SyncReport> {
  let { remote } = sync;
  let state = committed;
  let pending: readonly Operation[] = sync.plan.operations;
  const done: Operation[] = [];
  const problems: string[] = [];
  let left = 0;
  for (let round = 0; round < ROUNDS && pending.length > 0; round++) {
    const told = await peer.write(pending, remote);
    remote = told.remote;
    done.push(...told.done);
    problems.push(...told.problems);
    left = told.left.length;
    const agreed = agreedOn(state, remote);
    state = agreed(await stateOf(await world.repository.snapshot()));
    if (left > 0 || told.problems.length > 0) break;
    pending = planSync(state, remote, request, sync.extent).operations;
  }
  if (done.length > 0) await record(request, world, state, remote);
  for (const problem of problems) world.thread.log(problem);
  return reported(sync, done, { left, problems });
}

/** Records the links and what both sides agree on; left to the next synchronisation where others keep committing. */
async function record({ origin }: Request, { repository, thread }: World, known: State, remote: Remote): Promise<void> {
  const agreed = agreedOn(known, remote);
  const { storeDir } = repository;
  for (let attempt = 0; attempt < RECORDINGS; attempt++) {
    const snapshot = await repository.snapshot();
    const state = agreed(await stateOf(snapshot));
    const books = bookkeeping(state, remote);
    if (books.length === 0) return;
    const stored = books.map((write) => ({ ...write, path: `${storeDir}/${write.path}` }));
    const next = readStore(withWrites(snapshot.files, books), state);
    const status = analyse(next, origin.now, changesOf(next.journal));
    const dashboard = { state: next, status, storeDir, substance: substanceOf(status) };
    const pages = dashboardWrites(dashboard, await snapshot.readText(dashboardPath(dashboard)), true);
    const writes = [...stored, ...pages];
    const delivered = await repository.deliver(snapshot, { writes, message: recordMessage(), at: origin.now });
    if (delivered.kind === 'done') return;
    await pause(attempt);
  }
  thread.log('Others kept committing, so the next synchronisation records what this one agreed on with GitHub.');
}
