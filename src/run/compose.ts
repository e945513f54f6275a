import { analyse } from '../analysis/status.ts';
import { entryWrites } from '../change/hand-edits.ts';
import { substanceOf } from '../change/substance.ts';
import { bookkeeping } from '../change/sync/sync.ts';
import { RepositoryError, type Snapshot } from '../io/repository.ts';
import type { Decision, Write } from '../model/plan.ts';
import type { State, StoreFile } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { dashboardPath, dashboardWrites, isGenerated, messageFor } from '../render/generated.ts';
import { changesOf } from '../store/journal.ts';
import { readStore } from '../store/read.ts';
import { type Request, type World, writes } from './request.ts';
import { extentOf, type Synchronised, synchronise, synchronises } from './synchronise.ts';

/** Everything that one commit of a request will hold, and the store as it is with it. */
export interface Composed {
  readonly state: State;
  readonly status: Status;
  /** Paths are relative to the repository; empty where there is nothing to write. */
  readonly writes: readonly Write[];
  readonly message: string;
  /** Null where GitHub is none of the request's business. */
  readonly sync: Synchronised | null;
}

/** Puts together what was decided, what people changed by hand, and the regenerated dashboard. Nothing is written yet. */
export async function compose(
  request: Request,
  world: World,
  snapshot: Snapshot,
  state: State,
  decision: Decision,
): Promise<Composed> {
  const { origin, intents, unjournalled, quiet = false } = request;
  const dryRun = intents.some((intent) => intent.options['dry-run'] === true);
  const plan = decision.kind === 'planned' && !dryRun ? decision.plan : null;
  const byHand =
    unjournalled && decision.kind !== 'refused' ? await unjournalled(snapshot, state) : { entries: [], trailers: [] };
  const own = [...(plan?.writes ?? []), ...entryWrites(byHand.entries)];
  const planned = plan?.state ?? state;
  const settled = byHand.entries.length > 0 ? readStore(withWrites(snapshot.files, own), planned) : planned;
  if (!snapshot.generated && intents.some(synchronises)) {
    throw new RepositoryError(
      'GitHub is synchronised with the default branch only, and another one is checked out',
      'Check out the default branch and give the command again.',
    );
  }
  const extent = decision.kind !== 'refused' && snapshot.generated ? extentOf(request, plan) : null;
  const sync = await synchronise(world, request, settled, extent, plan === null ? null : state);
  const followed = dryRun ? own : joined([...own, ...(sync?.writes ?? [])]);
  const after = followed.length > own.length ? readStore(withWrites(snapshot.files, followed), settled) : settled;
  const record = sync === null || dryRun ? [] : bookkeeping(sync.agreed(after), sync.remote);
  const stored = joined([...followed, ...record]);
  const next = record.length > 0 ? readStore(withWrites(snapshot.files, stored), after) : after;
  const status = plan && next === planned ? plan.after : analyse(next, origin.now, changesOf(next.journal));
  const { storeDir } = world.repository;
  const refresh = intents.length === 0 || intents.some(writes);
  const dashboard = { state: next, status, storeDir, substance: substanceOf(status) };
  const pages =
    snapshot.generated && refresh && !dryRun && decision.kind !== 'refused'
      ? dashboardWrites(dashboard, await snapshot.readText(dashboardPath(dashboard)), quiet && stored.length === 0)
      : [];
  assertGenerated(pages);
  const all = [...stored.map((write) => ({ ...write, path: `${storeDir}/${write.path}` })), ...pages];
  // A plan that an earlier run committed is not announced by a second commit.
  const message = messageFor(
    plan?.writes.length === 0 ? null : plan,
    all,
    byHand.trailers,
    dryRun ? null : (sync?.plan ?? null),
  );
  return { state: next, status, writes: all, message, sync };
}

/** Two writes of one file as one: from what the first found to what the last leaves. */
function joined(all: readonly Write[]): Write[] {
  const byPath = new Map<string, Write>();
  for (const write of all) {
    const first = byPath.get(write.path);
    byPath.set(write.path, first ? { ...write, before: first.before } : write);
  }
  return [...byPath.values()].filter(({ before, after }) => before !== after);
}

function assertGenerated(pages: readonly Write[]): void {
  const foreign = pages.find(({ before }) => before !== null && !isGenerated(before));
  if (!foreign) return;
  throw new RepositoryError(
    `${foreign.path} was not written by git-milestone, so it is not written over`,
    'Move or remove it, or choose another `dashboard.path` in config.yaml.',
  );
}

/** Files of the store after writes, whose paths are relative to it. */
export function withWrites(files: readonly StoreFile[], changed: readonly Write[]): StoreFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { path, after } of changed) {
    if (after === null) byPath.delete(path);
    else byPath.set(path, { path, kind: 'text', text: after });
  }
  return [...byPath.values()];
}
