import { answerOf } from './change/answer.ts';
import { mayUse } from './command/permission.ts';
import { answeredMeanwhile } from './io/await-answer.ts';
import { pause } from './io/pause.ts';
import { NOTHING_WRITTEN, RepositoryError } from './io/repository.ts';
import type { Answer } from './model/answer.ts';
import { compose } from './run/compose.ts';
import { decideOn } from './run/decide-on.ts';
import { idsOf, type Request, type World, writes } from './run/request.ts';
import { stateOf } from './run/state-of.ts';
import { reportOn } from './run/tell.ts';

const ATTEMPTS = 40;

/** Read, understand, decide, apply, show: the way of every request. Null if it had been answered before. */
export async function run(request: Request, world: World): Promise<Answer | null> {
  const { repository, thread } = world;
  const settled = await thread.settled(idsOf(request));
  if (settled !== null) {
    thread.log(`${settled}; nothing to do.`);
    return null;
  }
  const role = await thread.role();
  await thread.started();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const snapshot = await repository.snapshot();
    const state = await stateOf(snapshot);
    const decision = await decideOn(request, state, role, thread);
    const [earlier] = decision.kind === 'planned' && decision.plan.writes.length === 0 ? decision.plan.entries : [];
    if (earlier && (await answeredMeanwhile(thread, idsOf(request), earlier.at, request.origin.now))) {
      thread.log('Another run applied this request and answered it; nothing to do.');
      return null;
    }
    const composed = await compose(request, world, snapshot, state, decision);
    const { writes: changed, message, sync } = composed;
    const delivered =
      changed.length === 0
        ? NOTHING_WRITTEN
        : await repository.deliver(snapshot, { writes: changed, message, at: request.origin.now });
    if (delivered.kind === 'moved') {
      thread.log('Somebody else pushed first; planning again on what is there now.');
      await pause(attempt);
      continue;
    }
    const views = request.intents.flatMap((i) =>
      writes(i) ? [] : (world.view(i, composed.state, composed.status) ?? []),
    );
    const { state: after, status } = composed;
    const synced = sync === null ? null : await reportOn(request, world, after, sync, delivered, snapshot);
    const done = {
      state: after,
      status,
      sha: delivered.sha,
      written: changed.length > 0,
      sync: synced,
      notice: delivered.notice ?? null,
      pullRequest: delivered.pullRequest ?? null,
      withheld: delivered.withheld === true || world.readOnly === true,
      maySee: mayUse('status', role, after.config.permissions),
    };
    const answer = answerOf({ ...request, asked: request.intents.filter(writes), views, decision, ...done });
    await thread.answer(world.show(answer), answer.outcome !== 'refused');
    return answer;
  }
  throw new RepositoryError(
    `The branch moved during each of ${ATTEMPTS} attempts to push`,
    'Nothing was changed. Run the job again when the repository is quieter.',
  );
}
