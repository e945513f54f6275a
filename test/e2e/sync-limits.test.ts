import { describe, expect, it } from 'vitest';
import { branchRepository } from '../../src/io/branch.ts';
import { gitIn } from '../../src/io/git.ts';
import { githubClient } from '../../src/io/github/client.ts';
import { patience } from '../../src/io/github/patience.ts';
import { githubPeer } from '../../src/io/github/peer.ts';
import { OFF_RECORD } from '../../src/io/thread.ts';
import { replyText } from '../../src/render/comment.ts';
import { run } from '../../src/run.ts';
import { type BothSides, bothSides } from './both-sides.ts';
import { CREATED, requestCounts } from './requests.ts';
import type { RunResult } from './runner.ts';
import { differences } from './sides-compared.ts';

async function on(options: Parameters<typeof bothSides>[0], test: (at: BothSides) => Promise<void>): Promise<void> {
  const at = await bothSides(options);
  try {
    await test(at);
    expect(at.github.violations).toEqual([]);
  } finally {
    await at.close();
  }
}

/** A store of `count` milestones that GitHub has none of. */
function store(count: number): Record<string, string> {
  const files: Record<string, string> = { '.milestones/config.yaml': 'project: {name: Limits}\n' };
  for (let n = 1; n <= count; n++) {
    const id = `M${String(n).padStart(3, '0')}`;
    files[`.milestones/active/${id}.yaml`] = `id: ${id}\ntitle: Release ${n}\ntimeline: {estimated_end: 2024-09-01}\n`;
  }
  return files;
}

const titles = (at: BothSides): string[] =>
  at.github.state.repo(at.owner, at.name).milestones.map(({ title }) => title);

/** GIT_MILESTONE_MANY=300 for the full number, fewer in every run of the tests. */
const MANY = Number(process.env['GIT_MILESTONE_MANY'] ?? 90);
/** The benchmark counts with 1,000. */
const ISSUES = 300;

describe('what a run asks of GitHub', { timeout: 120_000 }, () => {
  it('is at most 5 requests without news, 8 for a command, 20 reads for 100 milestones and some hundred issues', async () => {
    const { noop, comment, first } = await requestCounts(ISSUES);
    expect(noop.writes).toBe(0);
    expect(noop.reads).toBeLessThanOrEqual(5);
    expect(comment.reads + comment.writes).toBeLessThanOrEqual(8);
    expect(first.reads).toBeLessThanOrEqual(20);
    expect(first.writes).toBe(CREATED);
  });
});

describe(`${MANY} milestones that GitHub is to get, against its 80 writes a minute`, { timeout: 120_000 }, () => {
  it('are created by several runs, each of which stops cleanly, and none of them twice', async () => {
    await on({ files: store(MANY) }, async (at) => {
      const { github, owner, name: repo, token } = at;
      const replies: string[] = [];
      // In this process, so that nobody has to wait: the Action's own pace would spend two minutes on each run.
      const synchronise = async (): Promise<void> => {
        const waits = patience(10);
        const pace = { burst: 1000, everyMs: 0 };
        const { apiUrl, graphqlUrl } = github;
        const client = githubClient({ token, apiUrl, graphqlUrl, log: () => {}, patience: waits, pace });
        const git = gitIn(at.workspace.dir);
        await git.run(['remote', 'set-url', 'origin', github.cloneUrl(owner, repo, token)]);
        const answer = await run(
          {
            id: `schedule:${replies.length}`,
            intents: [],
            refusals: [],
            origin: { actor: 'octo', source: 'schedule', now: at.now() },
            sync: 'all',
          },
          {
            repository: branchRepository(git, 'main', '.milestones', { name: 'bot', email: 'bot@example.com' }),
            thread: {
              ...OFF_RECORD,
              settled: async () => null,
              role: async () => 'owner',
              started: async () => {},
              answer: async (text) => void replies.push(text),
              log: () => {},
            },
            peer: githubPeer(client, { owner, repo }, waits, () => {}),
            view: () => null,
            show: (shown) => replyText(shown, { marker: '', runUrl: '', storeUrl: '' }),
          },
        );
        expect(answer?.outcome).not.toBe('refused');
      };
      await synchronise();
      expect(titles(at)).toHaveLength(80);
      expect(replies.at(-1)).toMatch(new RegExp(`${MANY - 80} changes not processed.*next run will resume`));
      for (let left = MANY - 160; left > 0; left -= 80) {
        at.later(2);
        await synchronise();
        expect(replies.at(-1)).toContain(`${left} changes not processed`);
      }
      at.later(2);
      await synchronise();
      expect(replies.at(-1)).not.toContain('not processed');
      expect(new Set(titles(at)).size).toBe(MANY);
      expect(titles(at)).toHaveLength(MANY);
      expect(await differences(at)).toEqual([]);
      const [mark, head] = [github.requests.length, await at.head()];
      at.later(2);
      await synchronise();
      expect([at.writesSince(mark), await at.head()]).toEqual([[], head]);
    });
  });
});

describe('a storm in the middle of a synchronisation', { timeout: 120_000 }, () => {
  const ran = (at: BothSides, result: RunResult): RunResult => {
    expect([result.code, result.log]).toEqual([0, expect.not.stringContaining('::error')]);
    at.later(20);
    return result;
  };
  const settled = async (at: BothSides, count: number): Promise<void> => {
    expect(titles(at).toSorted()).toEqual([...new Set(titles(at))].toSorted());
    expect(titles(at)).toHaveLength(count);
    expect(await differences(at)).toEqual([]);
    const [mark, head] = [at.github.requests.length, await at.head()];
    ran(at, await at.schedule());
    expect([at.writesSince(mark), await at.head()]).toEqual([[], head]);
  };

  it('of a secondary limit that asks for a longer wait than a run has: the next run resumes', async () => {
    await on({ files: store(5), server: { limits: { contentPerHour: 3 } } }, async (at) => {
      const first = ran(at, await at.schedule());
      expect(first.summary).toMatch(/2 changes not processed.*next run will resume/);
      expect(titles(at)).toHaveLength(3);
      at.later(60);
      const second = ran(at, await at.schedule());
      expect(second.summary).not.toContain('not processed');
      await settled(at, 5);
    });
  });

  it('of errors, lost answers and broken connections: nothing is created or answered twice', async () => {
    await on({ files: store(4) }, async (at) => {
      const { github } = at;
      github.storm({ kind: '502', match: /POST .*\/milestones/, afterEffect: true });
      github.storm({ kind: 'drop', match: /POST .*\/milestones/ });
      github.storm({ kind: '503', match: /POST .*\/milestones/ });
      github.storm({ kind: '502', match: /POST \/api\/graphql/ });
      github.storm({ kind: 'drop', match: /git-receive-pack/ });
      github.storm({ kind: 'drop', match: /POST .*\/comments/ });
      const said = ran(at, await at.comment('wanda', '/milestone sync'));
      expect(github.stormsLeft()).toBe(0);
      expect(at.replies()).toHaveLength(1);
      expect(said.outputs['outcome']).not.toBe('refused');
      await settled(at, 4);
      expect(at.replies()).toHaveLength(1);
    });
  });

  it('of errors that do not end: the run says what it could not do, and the next one does it', async () => {
    await on({ files: store(1) }, async (at) => {
      at.github.storm({ kind: '500', match: /POST .*\/milestones/, times: 3 });
      const failed = ran(at, await at.schedule());
      expect(failed.summary).toMatch(/M001 \(new milestone\).*500/);
      expect(failed.summary).toContain('1 change not processed');
      ran(at, await at.schedule());
      await settled(at, 1);
    });
  });
});
