import { analyse } from '../analysis/status.ts';
import { entryWrites } from '../change/hand-edits.ts';
import { substanceOf } from '../change/substance.ts';
import { RepositoryError, type Snapshot } from '../io/repository.ts';
import type { Decision, Write } from '../model/plan.ts';
import type { State, StoreFile } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { dashboardPath, dashboardWrites, isGenerated, messageFor } from '../render/generated.ts';
import { changesOf } from '../store/journal.ts';
import { readStore } from '../store/read.ts';
import { type Request, type World, writes } from './request.ts';

/** Everything that one commit of a request will hold, and the store as it is with it. */
export interface Composed {
  readonly state: State;
  readonly status: Status;
  /** Paths are relative to the repository; empty where there is nothing to write. */
  readonly writes: readonly Write[];
  readonly message: string;
}

/** Puts together what was decided, what people changed by hand, and the regenerated dashboard. Nothing is written yet. */
export async function compose(
  request: Request,
  { repository }: World,
  snapshot: Snapshot,
  state: State,
  decision: Decision,
): Promise<Composed> {
  const { origin, intents, unjournalled, quiet = false } = request;
  const dryRun = intents.some((intent) => intent.options['dry-run'] === true);
  const plan = decision.kind === 'planned' && !dryRun ? decision.plan : null;
  const byHand =
    unjournalled && decision.kind !== 'refused' ? await unjournalled(snapshot, state) : { entries: [], trailers: [] };
  const stored = [...(plan?.writes ?? []), ...entryWrites(byHand.entries)];
  const planned = plan?.state ?? state;
  const next = byHand.entries.length > 0 ? readStore(withWrites(snapshot.files, stored), state.history) : planned;
  const status = plan && next === planned ? plan.after : analyse(next, origin.now, changesOf(next.journal));
  const { storeDir } = repository;
  const refresh = intents.length === 0 || intents.some(writes);
  const dashboard = { state: next, status, storeDir, substance: substanceOf(status) };
  const pages =
    snapshot.generated && refresh && !dryRun && decision.kind !== 'refused'
      ? dashboardWrites(dashboard, await snapshot.readText(dashboardPath(dashboard)), quiet && stored.length === 0)
      : [];
  assertGenerated(pages);
  const all = [...stored.map((write) => ({ ...write, path: `${storeDir}/${write.path}` })), ...pages];
  // A plan that an earlier run committed is not announced by a second commit.
  const message = messageFor(plan?.writes.length === 0 ? null : plan, all, byHand.trailers);
  return { state: next, status, writes: all, message };
}

function assertGenerated(pages: readonly Write[]): void {
  const foreign = pages.find(({ before }) => before !== null && !isGenerated(before));
  if (!foreign) return;
  throw new RepositoryError(
    `${foreign.path} was not written by git-milestone, so it is not written over`,
    'Move or remove it, or choose another `dashboard.path` in config.yaml.',
  );
}

function withWrites(files: readonly StoreFile[], changed: readonly Write[]): StoreFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { path, after } of changed) {
    if (after === null) byPath.delete(path);
    else byPath.set(path, { path, kind: 'text', text: after });
  }
  return [...byPath.values()];
}
