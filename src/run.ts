import { analyse } from './analysis/status.ts';
import { answerOf } from './change/answer.ts';
import { decide } from './change/decide.ts';
import { recoveredPlan } from './change/recover.ts';
import { hearingNeeds } from './change/settle.ts';
import { substanceOf } from './change/substance.ts';
import { parseLine } from './command/parse-line.ts';
import { denied } from './command/permission.ts';
import { findVerb } from './command/verbs.ts';
import { pause } from './io/pause.ts';
import { type Repository, RepositoryError, type Snapshot } from './io/repository.ts';
import type { Thread } from './io/thread.ts';
import type { Answer } from './model/answer.ts';
import type { Role } from './model/config.ts';
import type { Intent, Origin } from './model/intent.ts';
import type { Entry } from './model/journal.ts';
import type { Decision, Plan, Refusal, Write } from './model/plan.ts';
import type { State } from './model/state.ts';
import type { Status } from './model/status.ts';
import { commitMessage, generatedCommitMessage, type Trailer } from './render/commit-message.ts';
import { dashboardFile } from './render/dashboard-file.ts';
import { changesOf, entryPath, printEntry } from './store/journal.ts';
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
  readonly handEdits?: (
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
  readonly view: (intent: Intent, state: State, status: Status) => string;
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
    const state = readStore(snapshot.files);
    const decision = await decideOn(request, state, role, thread);
    const delivery = await deliver(request, world, snapshot, state, decision);
    if (delivery === 'moved') {
      thread.log('Somebody else pushed first; planning again on what is there now.');
      await pause(attempt);
      continue;
    }
    const views = request.intents.filter((i) => !writes(i)).map((i) => world.view(i, delivery.state, delivery.status));
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
    if (asked.length === 0) return { kind: 'unchanged', status, intents: [] };
    return { kind: 'planned', plan: recoveredPlan(applied, asked, status) };
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
  const { origin, intents } = request;
  const dryRun = intents.some((intent) => intent.options['dry-run'] === true);
  const plan = decision.kind === 'planned' && !dryRun ? decision.plan : null;
  const byHand = request.handEdits ? await request.handEdits(snapshot, state) : { entries: [], trailers: [] };
  const stored: Write[] = [
    ...(plan?.writes ?? []),
    ...byHand.entries.map((entry) => ({ path: entryPath(entry), before: null, after: printEntry(entry) })),
  ];
  const files = new Map(snapshot.files.map((file) => [file.path, file]));
  for (const { path, after } of stored) if (after !== null) files.set(path, { path, kind: 'text', text: after });
  const next = stored.length > 0 ? readStore([...files.values()]) : state;
  const status = analyse(next, origin.now, changesOf(next.journal));
  const refresh =
    snapshot.generated && !dryRun && decision.kind !== 'refused' && (intents.length === 0 || intents.some(writes));
  const prefix = repository.storeDir;
  const pages = refresh
    ? await pageWrites(snapshot, next, status, prefix, request.quiet === true && stored.length === 0)
    : [];
  const all = [...stored.map((write) => ({ ...write, path: `${prefix}/${write.path}` })), ...pages];
  if (all.length === 0) return { state: next, status, sha: null, written: false };
  const named = byHand.entries.length > 0 ? byHand.entries.map((entry) => entry.id) : all.map((write) => write.path);
  const message = plan ? commitMessage(plan, trailersOf(plan)) : generatedCommitMessage(named, byHand.trailers);
  const delivered = await repository.deliver(snapshot, { writes: all, message, at: origin.now });
  return delivered.kind === 'moved' ? 'moved' : { state: next, status, sha: delivered.sha, written: true };
}

/** What lets the next run, and a person with `git log --grep`, find the commit of a change. */
function trailersOf(plan: Plan): Trailer[] {
  return plan.entries.map((entry): Trailer => ['Milestone-Change', entry.id]);
}

async function pageWrites(
  snapshot: Snapshot,
  state: State,
  status: Status,
  storeDir: string,
  quiet: boolean,
): Promise<Write[]> {
  const parent = storeDir.includes('/') ? storeDir.slice(0, storeDir.lastIndexOf('/') + 1) : '';
  const path = parent + state.config.dashboard.path;
  const before = await snapshot.readText(path);
  const after = dashboardFile(status, state, substanceOf(status), quiet ? before : null);
  return before === after ? [] : [{ path, before, after }];
}
