import { analyse } from './analysis/status.ts';
import { answerOf } from './change/answer.ts';
import { decide, unreadableStore } from './change/decide.ts';
import { entryWrites } from './change/hand-edits.ts';
import { recoveredPlan } from './change/recover.ts';
import { hearingNeeds } from './change/settle.ts';
import { substanceOf } from './change/substance.ts';
import { parseLine } from './command/parse-line.ts';
import { denied } from './command/permission.ts';
import { findVerb } from './command/verbs.ts';
import { answeredMeanwhile } from './io/await-answer.ts';
import { pause } from './io/pause.ts';
import { type Repository, RepositoryError, type Snapshot } from './io/repository.ts';
import type { Thread } from './io/thread.ts';
import type { Answer } from './model/answer.ts';
import type { Role } from './model/config.ts';
import type { Intent, Origin } from './model/intent.ts';
import type { Entry } from './model/journal.ts';
import type { Decision, Refusal, Write } from './model/plan.ts';
import type { State, StoreFile } from './model/state.ts';
import type { Status } from './model/status.ts';
import type { Trailer } from './render/commit-message.ts';
import { dashboardPath, dashboardWrites, isGenerated, messageFor } from './render/generated.ts';
import { gitHistoryOf } from './store/history.ts';
import { changesOf } from './store/journal.ts';
import { readStore } from './store/read.ts';

/** What somebody, or an event, asks for. Without intents it is a refresh of the generated pages. */
export interface Request {
  /** Names the request where no command in it could be told apart. */
  readonly id: string;
  readonly intents: readonly Intent[];
  /** Commands that could not be understood; one of them refuses the whole request. */
  readonly refusals: readonly Refusal[];
  readonly origin: Origin;
  /** Journal entries for what people changed by hand and nobody has journalled yet, with the commit trailers that say so. */
  readonly unjournalled?: (
    snapshot: Snapshot,
    state: State,
  ) => Promise<{ entries: readonly Entry[]; trailers: readonly Trailer[] }>;
  /** Writes the dashboard only if something changed that a reader would call news. */
  readonly quiet?: boolean;
}

/** Where a run happens, and how its results look there. */
export interface World {
  readonly repository: Repository;
  readonly thread: Thread;
  /** What a read-only command shows; null where the answer itself shows it, as it does the dashboard. */
  readonly view: (intent: Intent, state: State, status: Status) => string | null;
  readonly show: (answer: Answer) => string;
}

const ATTEMPTS = 40;
const writes = (intent: Intent): boolean => findVerb(intent.verb)?.writes === true;

/** The ids by which a request and its answer know each other. */
export function idsOf({ id, intents, refusals }: Pick<Request, 'id' | 'intents' | 'refusals'>): string[] {
  const named = [...intents, ...refusals.flatMap((refusal) => refusal.intent ?? [])].map((intent) => intent.id);
  return named.length > 0 ? [...new Set(named)] : [id];
}

/** Read, understand, decide, apply, show: the way of every request. Null if it had been answered before. */
export async function run(request: Request, world: World): Promise<Answer | null> {
  const { repository, thread } = world;
  if (await thread.answered(idsOf(request))) {
    thread.log('This request was answered before; nothing to do.');
    return null;
  }
  const role = await thread.role();
  await thread.started();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const snapshot = await repository.snapshot();
    const state = readStore(snapshot.files, gitHistoryOf(await snapshot.versions()));
    const decision = await decideOn(request, state, role, thread);
    const [earlier] = decision.kind === 'planned' && decision.plan.writes.length === 0 ? decision.plan.entries : [];
    if (earlier && (await answeredMeanwhile(thread, idsOf(request), earlier.at, request.origin.now))) {
      thread.log('Another run applied this request and answered it; nothing to do.');
      return null;
    }
    const delivery = await deliver(request, world, snapshot, state, decision);
    if (delivery === 'moved') {
      thread.log('Somebody else pushed first; planning again on what is there now.');
      await pause(attempt);
      continue;
    }
    const views = request.intents.flatMap((i) =>
      writes(i) ? [] : (world.view(i, delivery.state, delivery.status) ?? []),
    );
    const answer = answerOf({ ...request, asked: request.intents.filter(writes), views, decision, ...delivery });
    await thread.answer(world.show(answer), answer.outcome !== 'refused');
    return answer;
  }
  throw new RepositoryError(
    `The branch moved during each of ${ATTEMPTS} attempts to push`,
    'Nothing was changed. Run the job again when the repository is quieter.',
  );
}

async function decideOn(
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

interface Delivery {
  readonly state: State;
  readonly status: Status;
  readonly sha: string | null;
  /** True if anything was written, be it a generated page only. */
  readonly written: boolean;
}

/** Writes what was decided, with the journal and the regenerated dashboard, in one step; or nothing at all. */
async function deliver(
  request: Request,
  { repository }: World,
  snapshot: Snapshot,
  state: State,
  decision: Decision,
): Promise<Delivery | 'moved'> {
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
  const foreign = pages.find(({ before }) => before !== null && !isGenerated(before));
  if (foreign) {
    throw new RepositoryError(
      `${foreign.path} was not written by git-milestone, so it is not written over`,
      'Move or remove it, or choose another `dashboard.path` in config.yaml.',
    );
  }
  const all = [...stored.map((write) => ({ ...write, path: `${storeDir}/${write.path}` })), ...pages];
  if (all.length === 0) return { state: next, status, sha: null, written: false };
  // A plan that an earlier run committed is not announced by a second commit.
  const message = messageFor(plan?.writes.length === 0 ? null : plan, all, byHand.trailers);
  const delivered = await repository.deliver(snapshot, { writes: all, message, at: origin.now });
  return delivered.kind === 'moved' ? 'moved' : { state: next, status, sha: delivered.sha, written: true };
}

function withWrites(files: readonly StoreFile[], changed: readonly Write[]): StoreFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { path, after } of changed) if (after !== null) byPath.set(path, { path, kind: 'text', text: after });
  return [...byPath.values()];
}
