import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Git, gitIn } from '../../src/io/git.ts';
import { markedIntents } from '../../src/model/marker.ts';
import { pullRequestPayload, pushPayload } from '../github-server/payloads.ts';
import { identify, removeDirectories } from './command-line.ts';
import { checkout, type RunResult, type Workspace } from './runner.ts';
import { type Stage, stage } from './stage.ts';

afterAll(removeDirectories);

const M07 = '.milestones/active/M07.yaml';

/** A clone of a person who edits by hand, and the events that their pushes set off. */
interface Hand {
  readonly dir: string;
  readonly git: Git;
  edit(path: string, change: (text: string) => string): Promise<void>;
  /** Commits everything as Hanna Hand and gives the commit. */
  commit(message: string): Promise<string>;
  /** Pushes the checked-out branch; gives what it pointed to before and after. */
  push(ref?: string): Promise<{ before: string; after: string }>;
}

async function handOf(at: Stage): Promise<Hand> {
  const dir = await at.clone();
  const git = gitIn(dir);
  await identify(git);
  await git.run(['config', 'user.name', 'Hanna Hand']);
  return {
    dir,
    git,
    edit: async (path, change) => writeFile(join(dir, path), change(readFileSync(join(dir, path), 'utf8'))),
    async commit(message) {
      await git.run(['add', '--all']);
      await git.run(['commit', '--quiet', '--allow-empty', '-m', message]);
      return git.run(['rev-parse', 'HEAD']);
    },
    async push(ref = 'main') {
      const before = (await git.run(['ls-remote', 'origin', `refs/heads/${ref}`])).slice(0, 40) || '0'.repeat(40);
      await git.run(['push', '--quiet', 'origin', `HEAD:refs/heads/${ref}`]);
      return { before, after: await git.run(['rev-parse', 'HEAD']) };
    },
  };
}

async function pushed(
  at: Stage,
  { before, after }: { before: string; after: string },
  more: { ref?: string; sender?: string; workspace?: Workspace } = {},
): Promise<RunResult> {
  const { ref = 'refs/heads/main', sender = 'wanda', ...where } = more;
  const { owner, name: repo } = at;
  const repository = await at.github.show.repo(owner, repo);
  const payload = pushPayload({ owner, repo, repository, ref, before, after, sender, urls: at.github });
  return at.deliver({ name: 'push', payload, actor: sender, ref, sha: after, ...where });
}

/** The branch as the server has it now. */
async function served(at: Stage, branch = 'main'): Promise<{ head: string; show: (path: string) => Promise<string> }> {
  const git = gitIn(at.github.state.repo(at.owner, at.name).dir);
  return { head: await git.run(['rev-parse', branch]), show: (path) => git.run(['show', `${branch}:${path}`]) };
}

async function journal(at: Stage, since: string): Promise<Record<string, unknown>[]> {
  const git = gitIn(at.github.state.repo(at.owner, at.name).dir);
  const range = [since, 'main', '--', '.milestones/logs'];
  const names = (await git.run(['diff', '--name-only', '--diff-filter=A', ...range])).split('\n').filter(Boolean);
  return Promise.all(names.map(async (name) => parse(await git.run(['show', `main:${name}`]))));
}

/** Runs a test on a stage of its own, so that those of a file can run side by side. */
function on(options: Parameters<typeof stage>[0], test: (at: Stage) => Promise<void>): () => Promise<void> {
  return async () => {
    const at = await stage(options);
    try {
      await test(at);
      expect(at.github.violations).toEqual([]);
    } finally {
      await at.close();
    }
  };
}

describe.concurrent('a push to the default branch', { timeout: 120_000 }, () => {
  it(
    'journals what people edited by hand, once, and regenerates the dashboard',
    on({}, async (at) => {
      const hand = await handOf(at);
      await hand.edit(M07, (text) => text.replace('estimated_end: 2024-08-05', 'estimated_end: 2024-08-06'));
      const sha = await hand.commit('Hosting takes a day longer');
      const push = await hand.push();
      const first = await pushed(at, push);
      expect([first.code, first.log.includes('::error')]).toEqual([0, false]);

      const entries = await journal(at, sha);
      expect(entries).toMatchObject([
        {
          kind: 'edited',
          actor: 'Hanna Hand',
          summary: 'Hosting takes a day longer',
          source: `${at.github.serverUrl}/${at.owner}/${at.name}/commit/${sha}`,
          milestones: ['M07'],
          changes: [
            {
              file: 'active/M07.yaml',
              path: ['timeline', 'estimated_end'],
              before: '2024-08-05',
              after: '2024-08-06',
            },
          ],
        },
      ]);
      const after = await served(at);
      const page = await after.show('STATUS.md');
      expect(page).toMatch(/\[M07\].*2024-08-06/);
      expect(page).toMatch(/by Hanna Hand: Hosting takes a day longer/);
      expect(await hand.git.run(['log', '-1', '--format=%P', (await pull(hand)).head])).toBe(sha);

      const again = await pushed(at, push);
      const own = await pushed(at, { before: sha, after: after.head }, { sender: 'github-actions[bot]' });
      expect([again.code, own.code]).toEqual([0, 0]);
      expect((await served(at)).head).toBe(after.head);
      expect(first.outputs['commit']).toBe(after.head);
    }),
  );

  it(
    'does not journal again what a command already did',
    on({}, async (at) => {
      const before = (await served(at)).head;
      const done = await at.comment('wanda', '/milestone update M07 --timeline=+1d');
      const { head } = await served(at);
      expect(done.outputs['commit']).toBe(head);
      const result = await pushed(at, { before, after: head }, { sender: 'github-actions[bot]' });
      expect(result.code).toBe(0);
      expect((await served(at)).head).toBe(head);
    }),
  );

  it(
    'names the pull request whose merge brought the edit, and each commit of its own line',
    on({}, async (at) => {
      const hand = await handOf(at);
      await hand.git.run(['checkout', '--quiet', '-b', 'topic']);
      await hand.edit(M07, (text) => text.replace('priority: high', 'priority: low'));
      await hand.commit('One');
      await hand.edit(M07, (text) => text.replace('priority: low', 'priority: critical'));
      await hand.commit('Two');
      await hand.git.run(['checkout', '--quiet', 'main']);
      await hand.git.run(['merge', '--quiet', '--no-ff', '-m', 'Merge pull request #17 from wanda/topic', 'topic']);
      await hand.edit('.milestones/active/M08.yaml', (text) => text.replace(/^title: .*/m, 'title: Guides'));
      await hand.commit('Shorter title (#18)');
      const push = await hand.push();
      expect((await pushed(at, push)).code).toBe(0);
      const entries = await journal(at, push.after);
      const site = `${at.github.serverUrl}/${at.owner}/${at.name}`;
      expect(entries.map((entry) => [entry['kind'], entry['source']]).sort()).toEqual([
        ['edited', `${site}/pull/17`],
        ['edited', `${site}/pull/18`],
      ]);
      const merged = entries.find((entry) => String(entry['source']).endsWith('17'));
      expect(merged?.['changes']).toEqual([
        { file: 'active/M07.yaml', path: ['priority'], before: 'high', after: 'critical' },
      ]);
    }),
  );

  it(
    'ignores other branches',
    on({}, async (at) => {
      const hand = await handOf(at);
      await hand.edit(M07, (text) => text.replace('priority: high', 'priority: low'));
      await hand.commit('Elsewhere');
      const requests = at.github.requests.length;
      const result = await pushed(at, await hand.push('topic'), { ref: 'refs/heads/topic' });
      expect([result.code, result.outputs['outcome']]).toEqual([0, 'ignored']);
      expect(at.github.requests.slice(requests).filter((r) => r.path.includes('receive-pack'))).toHaveLength(1);
    }),
  );

  it(
    'reaches back beyond a shallow checkout',
    on({}, async (at) => {
      const hand = await handOf(at);
      const text = readFileSync(join(hand.dir, M07), 'utf8');
      const history = Array.from({ length: 130 }, (_, i) => {
        const edit = text.replace(/^priority: .*/m, `priority: ${i === 3 ? 'low' : 'medium'}`);
        const edited = i === 3 || i === 60 ? `M 100644 inline ${M07}\ndata ${Buffer.byteLength(edit)}\n${edit}\n` : '';
        const subject = edited ? `Edit ${i}` : `Nothing ${i}`;
        const from = i === 0 ? 'from refs/heads/main^0\n' : '';
        const by = `committer Hanna Hand <hanna@example.com> ${1_722_000_000 + i} +0000`;
        return `commit refs/heads/main\n${by}\ndata ${subject.length}\n${subject}\n${from}${edited}\n`;
      });
      await hand.git.run(['fast-import', '--quiet'], { input: history.join('') });
      const push = await hand.push();
      const shallow = await checkout(at.github, at.owner, at.name, at.token);
      try {
        expect(await gitIn(shallow.dir).run(['rev-list', '--count', 'HEAD'])).toBe('1');
        expect((await pushed(at, push, { workspace: shallow })).code).toBe(0);
      } finally {
        await shallow.remove();
      }
      const summaries = (await journal(at, push.after)).map((entry) => entry['summary']);
      expect(summaries.sort()).toEqual(['Edit 3', 'Edit 60']);
    }),
  );

  it(
    'catches up with pushes whose own run was lost',
    on({}, async (at) => {
      const hand = await handOf(at);
      const set = (priority: string) =>
        hand.edit(M07, (text) => text.replace(/^priority: .*/m, `priority: ${priority}`));
      await set('low');
      await hand.commit('Journalled');
      await pushed(at, await hand.push());
      await hand.git.run(['pull', '--quiet', '--ff-only']);
      await set('medium');
      await hand.commit('Its run was cancelled');
      await hand.push();
      await set('critical');
      const last = await hand.commit('Last');
      expect((await pushed(at, await hand.push())).code).toBe(0);
      const summaries = (await journal(at, last)).map((entry) => entry['summary']);
      expect(summaries.sort()).toEqual(['Its run was cancelled', 'Last']);
    }),
  );
});

async function pull(hand: Hand): Promise<{ head: string }> {
  await hand.git.run(['pull', '--quiet', '--ff-only']);
  return { head: await hand.git.run(['rev-parse', 'HEAD']) };
}

describe.concurrent('a schedule', { timeout: 120_000 }, () => {
  const later = {
    '.milestones/active/A.yaml': 'title: Later\ntimeline: {estimated_start: 2024-08-05, estimated_end: 2024-08-09}\n',
    '.milestones/active/B.yaml': 'title: After it\ntimeline: {duration: 3d}\ndependencies: {requires: [A]}\n',
  };
  it(
    'commits when something changed that a reader would call news, and only then',
    on({ files: later }, async (at) => {
      const run = (now: string) =>
        at.deliver({ name: 'schedule', payload: { schedule: '0 6 * * *' }, now, ref: 'refs/heads/main' });
      const heads: string[] = [(await served(at)).head];
      for (const now of [
        '2024-07-29T06:00:00Z',
        '2024-07-29T09:00:00Z',
        '2024-07-30T06:00:00Z',
        '2024-08-08T06:00:00Z',
      ]) {
        expect((await run(now)).code).toBe(0);
        heads.push((await served(at)).head);
      }
      const [start, first, sameDay, nextDay, late] = heads;
      expect(first).not.toBe(start);
      expect([sameDay, nextDay]).toEqual([first, first]);
      expect(late).not.toBe(first);
      const page = await (await served(at)).show('STATUS.md');
      expect(page).toMatch(/2024-08-14/);
    }),
  );
});

describe.concurrent('a dispatched workflow', { timeout: 120_000 }, () => {
  const dispatch = (at: Stage, actor: string, command: string, more: { runId?: number } = {}) =>
    at.deliver({
      name: 'workflow_dispatch',
      payload: { repository: { name: at.name, default_branch: 'main', owner: { login: at.owner } } },
      actor,
      inputs: { command },
      ...more,
    });

  it(
    'regenerates the dashboard, or carries out its command, once',
    on({}, async (at) => {
      const refreshed = await dispatch(at, 'wanda', '');
      expect([refreshed.code, await (await served(at)).show('STATUS.md')]).toEqual([
        0,
        expect.stringContaining('Reference project'),
      ]);
      const { head } = await served(at);
      const done = await dispatch(at, 'wanda', 'update M07 --timeline=+5d', { runId: 777 });
      expect([done.code, done.outputs['outcome']]).toEqual([0, 'applied']);
      expect(done.summary).toContain('2024-08-10');
      const [entry] = await journal(at, head);
      expect(entry).toMatchObject({ actor: 'wanda', intent: expect.stringMatching(/^dispatch:777/) });
      const again = await dispatch(at, 'wanda', 'update M07 --timeline=+5d', { runId: 777 });
      expect(again.code).toBe(0);
      expect(await (await served(at)).show(M07)).toContain('estimated_end: 2024-08-10');
      expect((await served(at)).head).toBe(done.outputs['commit']);
    }),
  );

  it(
    'holds its actor to their role, and explains what it did not understand',
    on({}, async (at) => {
      const { head } = await served(at);
      const refused = await dispatch(at, 'tristan', 'update M07 --timeline=+5d');
      expect([refused.code, refused.outputs['outcome']]).toEqual([0, 'refused']);
      expect(refused.summary).toMatch(/needs the write role.*triage/);
      const unclear = await dispatch(at, 'wanda', 'update M07 --timelin=+5d');
      expect([unclear.code, unclear.outputs['outcome']]).toEqual([0, 'refused']);
      expect(unclear.summary).toContain('--timeline');
      expect((await served(at)).head).toBe(head);
      const looked = await dispatch(at, 'wanda', 'status M05');
      expect(looked.outputs['outcome']).toBe('shown');
      expect(looked.summary).toContain('Integration Testing Framework');
    }),
  );
});

describe.concurrent('a pull request', { timeout: 120_000 }, () => {
  async function propose(at: Stage, head: string): Promise<Record<string, unknown> & { number: number }> {
    const octokit = new Octokit({ auth: at.github.token('wanda'), baseUrl: at.github.apiUrl });
    const { data } = await octokit.rest.pulls.create({
      owner: at.owner,
      repo: at.name,
      base: 'main',
      head,
      title: 'Propose',
    });
    return data as unknown as Record<string, unknown> & { number: number };
  }
  const opened = async (at: Stage, pullRequest: { number: number }, token?: string): Promise<RunResult> =>
    at.deliver({
      name: 'pull_request',
      payload: pullRequestPayload({
        owner: at.owner,
        repo: at.name,
        repository: await at.github.show.repo(at.owner, at.name),
        pullRequest,
        urls: at.github,
      }),
      ref: `refs/pull/${pullRequest.number}/merge`,
      ...(token ? { token } : {}),
    });

  it(
    'gets an annotation on each line that is wrong, fails, and writes nothing to the branch',
    on({}, async (at) => {
      const hand = await handOf(at);
      await hand.edit(M07, (text) => text.replace('estimated_end: 2024-08-05', 'estimated_end: 2024-02-30'));
      await hand.edit('.milestones/active/M08.yaml', (text) => text.replace('priority: medium', 'priority: soon'));
      await hand.commit('Propose');
      await hand.push('topic');
      const pullRequest = await propose(at, 'topic');
      const { head } = await served(at);
      const line =
        readFileSync(join(hand.dir, M07), 'utf8')
          .split('\n')
          .findIndex((t) => t.includes('02-30')) + 1;
      const result = await opened(at, pullRequest);
      expect([result.code, result.outputs['outcome']]).toEqual([1, 'invalid']);
      const errors = result.log.split('\n').filter((text) => text.startsWith('::error '));
      expect(errors.find((text) => text.includes(`file=${M07}`))).toMatch(
        new RegExp(`^::error title=bad-date,file=${M07},line=${line},col=\\d+::.*2024-02-30`),
      );
      expect(result.summary).toContain('2024-02-30');
      expect((await served(at)).head).toBe(head);
    }),
  );

  it(
    'passes when it is valid',
    on({}, async (at) => {
      const hand = await handOf(at);
      await hand.edit(M07, (text) => text.replace('priority: high', 'priority: low'));
      await hand.commit('Propose');
      await hand.push('topic');
      const result = await opened(at, await propose(at, 'topic'));
      expect([result.code, result.outputs['outcome']]).toEqual([0, 'valid']);
      expect(result.log).not.toContain('::error');
    }),
  );

  it(
    'from a fork is read as data with a token that may only read',
    on({}, async (at) => {
      const hand = await handOf(at);
      await at.github.createRepo({ owner: 'forker', name: at.name });
      await hand.edit(M07, (text) => text.replace('estimated_end: 2024-08-05', 'estimated_end: never'));
      await hand.edit('.milestones/config.yaml', (text) => `${text}\npermissions: {update: read}\n`);
      await hand.commit('From a fork');
      const fork = at.github.cloneUrl('forker', at.name, at.github.token('forker'));
      await hand.git.run(['push', '--quiet', fork, 'HEAD:refs/heads/topic']);
      const pullRequest = await propose(at, 'forker:topic');
      const before = await served(at);
      const requests = at.github.requests.length;
      const token = at.github.token(at.owner, { permissions: { contents: 'read', 'pull-requests': 'read' } });
      const result = await opened(at, pullRequest, token);
      expect([result.code, result.outputs['outcome']]).toEqual([1, 'invalid']);
      expect(result.log).toMatch(new RegExp(`::error title=bad-date,file=${M07},line=\\d+`));
      expect(result.log).not.toMatch(/looks like a mistake of ours/);
      expect((await served(at)).head).toBe(before.head);
      const written = at.github.requests
        .slice(requests)
        .filter((r) => (r.kind === 'rest' && r.method !== 'GET' && r.status < 400) || r.path.includes('receive-pack'));
      expect(written).toEqual([]);
      // What the fork says about permissions counts for nothing before it is merged.
      const refused = await at.comment('rita', '/milestone update M07 --timeline=+1d');
      expect(refused.outputs['outcome']).toBe('refused');
    }),
  );

  it(
    'takes commands in its comments: they change the default branch and are answered there',
    on({}, async (at) => {
      const hand = await handOf(at);
      await hand.edit(M07, (text) => text.replace('priority: high', 'priority: low'));
      await hand.commit('Propose');
      await hand.push('topic');
      const { number } = await propose(at, 'topic');
      const topic = (await served(at, 'topic')).head;
      const done = await at.comment('wanda', '/milestone update M08 --timeline=+1d', {
        issue: number,
        onPullRequest: true,
      });
      expect([done.code, done.outputs['outcome']]).toEqual([0, 'applied']);
      expect((await served(at)).head).toBe(done.outputs['commit']);
      expect((await served(at, 'topic')).head).toBe(topic);
      const repo = at.github.state.repo(at.owner, at.name);
      const reply = repo.comments.find((c) => c.user.login === 'github-actions[bot]');
      expect(reply?.issue.number).toBe(number);
    }),
  );
});

describe.concurrent('a command that cannot be carried out for a reason outside of it', { timeout: 120_000 }, () => {
  it(
    'is answered with what went wrong, and carried out when the job is run again',
    on({}, async (at) => {
      at.github.protect(at.owner, at.name, 'main');
      const { head } = await served(at);
      const inputs = { 'commit-mode': 'git' };
      const failed = await at.comment('wanda', '/milestone update M07 --timeline=+5d', { inputs });
      expect(failed.code).toBe(1);
      expect(failed.log).toMatch(/::error::.*protected.*GH006/);
      expect(failed.log).not.toMatch(/mistake of ours/);
      const [reply, ...more] = at.replies();
      expect(more).toEqual([]);
      expect(reply?.body).toMatch(/protected/);
      expect(reply?.body).toMatch(/bypass the protection/);
      expect(markedIntents(reply?.body ?? '')).toEqual([]);
      expect(at.reactions(failed.comment.id)).toEqual(['eyes', 'confused']);
      expect((await served(at)).head).toBe(head);

      at.github.state.repo(at.owner, at.name).protections.clear();
      const again = await failed.again();
      expect([again.code, again.outputs['outcome']]).toEqual([0, 'applied']);
      expect(at.replies()).toHaveLength(2);
      expect(markedIntents(at.replies().at(-1)?.body ?? '')).toHaveLength(1);
    }),
  );

  it(
    'says which permission the token lacks: to push',
    on({}, async (at) => {
      const token = at.github.token(at.owner, { permissions: { contents: 'read', issues: 'write' } });
      const failed = await at.comment('wanda', '/milestone update M07 --timeline=+5d', { token });
      expect(failed.code).toBe(1);
      expect(failed.log).toMatch(/::error::.*not permitted/);
      expect(at.replies().map((reply) => reply.body)).toEqual([expect.stringMatching(/contents: write/)]);
    }),
  );

  it(
    'says which permission the token lacks: to answer, before anything is changed',
    on({}, async (at) => {
      const { head } = await served(at);
      const token = at.github.token(at.owner, { permissions: { contents: 'write', issues: 'read' } });
      const failed = await at.comment('wanda', '/milestone update M07 --timeline=+5d', { token });
      expect(failed.code).toBe(1);
      expect(failed.log).toMatch(/::error::.*403.*issues: write/);
      expect(failed.log).not.toMatch(/mistake of ours|\n {4}at /);
      expect((await served(at)).head).toBe(head);
      expect(at.replies()).toEqual([]);
    }),
  );
});
