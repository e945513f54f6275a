import { describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { markedIntents } from '../../src/model/marker.ts';
import { type Fate, startProxy } from './proxy.ts';
import { checkout } from './runner.ts';
import { type Stage, stage } from './stage.ts';

/** Long enough after the first run that nobody can still be about to answer. */
const LATER = '2024-07-26T17:00:00Z';
const PUSH = /git-receive-pack$/;
const REPLY = /\/issues\/\d+\/comments$/;
const REACTION = /\/reactions$/;

interface Fault {
  readonly path: RegExp;
  /** Which of the matching POST requests it befalls: the first is 1. */
  readonly nth?: number;
  readonly fate: Fate;
  /** The run dies with it. */
  readonly dies: boolean;
}

/** Comments a command whose run meets the fault; then, on a healthy GitHub, delivers it once more. */
async function befallen(at: Stage, { path, nth = 1, fate, dies }: Fault) {
  let seen = 0;
  let die: () => void = () => {};
  const kill = new Promise<void>((resolve) => {
    die = resolve;
  });
  const proxy = await startProxy(at.github, (method, url) => {
    if (method !== 'POST' || !path.test(url)) return 'pass';
    seen += 1;
    if (nth !== seen && nth !== 0) return 'pass';
    // What arrives has to arrive before the run dies.
    if (dies) setTimeout(die, fate === 'unanswered' ? 700 : 0);
    return fate;
  });
  const workspace = await checkout(proxy.github, at.owner, at.name, at.token);
  try {
    return await at.comment('wanda', '/milestone update M07 --timeline=+5d', {
      github: proxy.github,
      workspace,
      ...(dies ? { kill } : {}),
    });
  } finally {
    await proxy.close();
    await workspace.remove();
  }
}

async function applied(at: Stage): Promise<{ commits: string; due: string | undefined }> {
  const git = gitIn(at.github.state.repo(at.owner, at.name).dir);
  const text = await git.run(['show', 'main:.milestones/active/M07.yaml']);
  return {
    commits: await git.run(['rev-list', '--count', 'main']),
    due: /estimated_end: (\S+)/.exec(text)?.[1],
  };
}

const NOT_YET = { commits: '1', due: '2024-08-05' };
const ONCE = { commits: '2', due: '2024-08-10' };

function on(test: (at: Stage) => Promise<void>): () => Promise<void> {
  return async () => {
    const at = await stage();
    try {
      await test(at);
    } finally {
      await at.close();
    }
  };
}

describe.concurrent('a run that dies', { timeout: 120_000 }, () => {
  it.each<[string, Fault, typeof ONCE, number]>([
    ['before its push arrives', { path: PUSH, fate: 'lost', dies: true }, NOT_YET, 0],
    ['after its push, before it knows', { path: PUSH, fate: 'unanswered', dies: true }, ONCE, 0],
    ['after its push, before its reply', { path: REPLY, fate: 'lost', dies: true }, ONCE, 0],
    ['after its reply, before it knows', { path: REPLY, fate: 'unanswered', dies: true }, ONCE, 1],
    ['after its reply, before the last reaction', { path: REACTION, nth: 2, fate: 'lost', dies: true }, ONCE, 1],
  ])('%s leaves the rest to the next one', async (_, fault, left, replies) => {
    await on(async (at) => {
      const died = await befallen(at, fault);
      expect(died.code).not.toBe(0);
      expect(await applied(at)).toEqual(left);
      expect(at.replies()).toHaveLength(replies);

      const next = await died.again({ now: LATER });
      expect(next.code).toBe(0);
      expect(await applied(at)).toEqual(ONCE);
      expect(at.replies().map(({ body }) => markedIntents(body))).toEqual([[`${died.comment.node_id}#1`]]);
      expect(at.replies()[0]?.body).toMatch(/2024-08-10/);
      const recovered = left === ONCE && replies === 0;
      expect(/earlier run/.test(at.replies()[0]?.body ?? '')).toBe(recovered);
      expect(next.outputs['outcome']).toBe(replies === 1 ? 'ignored' : 'applied');

      const third = await died.again({ now: LATER });
      expect([third.code, third.outputs['outcome']]).toEqual([0, 'ignored']);
      expect(at.replies()).toHaveLength(1);
      expect(await applied(at)).toEqual(ONCE);
    })();
  });
});

describe.concurrent('a GitHub that fails', { timeout: 120_000 }, () => {
  it(
    'after it took the reply is not told twice',
    on(async (at) => {
      const done = await befallen(at, { path: REPLY, fate: 'garbled', dies: false });
      expect([done.code, done.outputs['outcome']]).toEqual([0, 'applied']);
      expect(at.replies()).toHaveLength(1);
      expect(await applied(at)).toEqual(ONCE);
    }),
  );

  it(
    'for a moment is asked again',
    on(async (at) => {
      const done = await befallen(at, { path: REPLY, fate: 'down', dies: false });
      expect([done.code, done.outputs['outcome']]).toEqual([0, 'applied']);
      expect(at.replies()).toHaveLength(1);
    }),
  );

  it(
    'for longer fails the job, and the next one answers from the journal',
    on(async (at) => {
      const failed = await befallen(at, { path: REPLY, nth: 0, fate: 'down', dies: false });
      expect(failed.code).toBe(1);
      expect(failed.log).toMatch(/::error::GitHub answered 503/);
      expect(failed.log).not.toMatch(/mistake of ours/);
      expect(await applied(at)).toEqual(ONCE);
      expect(at.replies()).toEqual([]);
      const next = await failed.again({ now: LATER });
      expect([next.code, next.outputs['outcome']]).toEqual([0, 'applied']);
      expect(await applied(at)).toEqual(ONCE);
      expect(at.replies().map(({ body }) => /earlier run/.test(body))).toEqual([true]);
    }),
  );

  it(
    'after it took the push, answer lost, is looked at before anything else is done',
    on(async (at) => {
      const done = await befallen(at, { path: PUSH, fate: 'garbled', dies: false });
      expect([done.code, done.outputs['outcome']]).toEqual([0, 'applied']);
      expect(await applied(at)).toEqual(ONCE);
      expect(at.replies().map(({ body }) => /earlier run/.test(body))).toEqual([false]);
    }),
  );

  it(
    'to take reactions still gets the command and its answer',
    on(async (at) => {
      const done = await befallen(at, { path: REACTION, nth: 2, fate: 'garbled', dies: false });
      expect([done.code, done.outputs['outcome']]).toEqual([0, 'applied']);
      expect(at.replies()).toHaveLength(1);
      expect(at.reactions(done.comment.id)).toEqual(['eyes', 'rocket']);
    }),
  );
});
