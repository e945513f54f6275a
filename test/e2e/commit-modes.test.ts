import { describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { schedulePayload } from '../github-server/event-payloads.ts';
import { pullRequestPayload } from '../github-server/payloads.ts';
import { bothSides } from './both-sides.ts';
import { governed, type Stage, stage } from './stage.ts';

/** The built Action in each `commit-mode`, on a repository whose default branch takes no pushes, and on one that does. */

const UPDATE = 'git-milestone/update';

async function on(check: (at: Stage) => Promise<void>): Promise<void> {
  const at = await stage();
  try {
    await check(at);
  } finally {
    await at.close();
  }
}

const dispatch = (at: Stage, mode: string, command = 'update M05 --priority=critical') =>
  at.deliver({
    name: 'workflow_dispatch',
    payload: { repository: { name: at.name, default_branch: 'main', owner: { login: at.owner } } },
    actor: 'wanda',
    inputs: { command, 'commit-mode': mode },
  });

/** How many commits each branch has, as the server knows them; 0 for a branch that is not there. */
async function commits(at: Stage, branch: string): Promise<number> {
  const { dir } = at.github.state.repo(at.owner, at.name);
  const counted = await gitIn(dir).try(['rev-list', '--count', '--first-parent', branch, '--']);
  return counted.code === 0 ? Number(counted.stdout) : 0;
}

const pulls = (at: Stage): number =>
  at.github.state.repo(at.owner, at.name).issues.filter((issue) => issue.pull).length;

describe('on a protected default branch', () => {
  it('auto and pull-request gather changes in one pull request', () =>
    on(async (at) => {
      at.github.protect(at.owner, at.name, 'main');
      const first = await dispatch(at, 'auto');
      expect([first.code, first.outputs['outcome']], first.log).toEqual([0, 'proposed']);
      expect(first.log).toMatch(/GH006.*proposed in a pull request instead/);
      expect(first.log).toContain(`waits in ${at.github.serverUrl}/${at.owner}/${at.name}/pull/2`);
      const second = await dispatch(at, 'pull-request', 'update M07 --priority=critical');
      expect([second.code, second.outputs['outcome']], second.log).toEqual([0, 'proposed']);
      expect(second.outputs['pull-request']).toMatch(/\/pull\/2$/);
      expect([await commits(at, 'main'), await commits(at, UPDATE), pulls(at)]).toEqual([1, 3, 1]);
    }));

  it('auto commits through the API where only signatures are missing', () =>
    on(async (at) => {
      at.github.protect(at.owner, at.name, 'main', {
        ruleset: true,
        requireSignatures: true,
        requirePullRequest: false,
      });
      const result = await dispatch(at, 'auto');
      expect([result.code, result.outputs['outcome']], result.log).toEqual([0, 'applied']);
      expect(result.log).toMatch(/GH013.*through GitHub's API instead/);
      expect(result.summary).toContain('which signs it');
      expect([await commits(at, 'main'), pulls(at)]).toEqual([2, 0]);
    }));

  it('git and api fail with the way out, and change nothing', () =>
    on(async (at) => {
      at.github.protect(at.owner, at.name, 'main');
      for (const mode of ['git', 'api']) {
        const result = await dispatch(at, mode);
        expect(result.code, mode).toBe(1);
        expect(result.log).toMatch(/main is protected and did not take the commit/);
        expect(result.log).toContain('commit-mode: pull-request');
      }
      expect([await commits(at, 'main'), await commits(at, UPDATE), pulls(at)]).toEqual([1, 0, 0]);
    }));
});

describe('on a branch that takes commits', () => {
  it('api commits there', () =>
    on(async (at) => {
      const result = await dispatch(at, 'api');
      expect([result.code, result.outputs['outcome']], result.log).toEqual([0, 'applied']);
      expect([await commits(at, 'main'), pulls(at)]).toEqual([2, 0]);
      expect(at.github.requests.some(({ kind, path }) => kind === 'git' && path.endsWith('receive-pack'))).toBe(false);
    }));

  it('none shows the change and commits nothing', () =>
    on(async (at) => {
      const result = await dispatch(at, 'none');
      expect([result.code, result.outputs['outcome']], result.log).toEqual([0, 'planned']);
      expect(result.log).toContain('Nothing was committed');
      expect([await commits(at, 'main'), await commits(at, UPDATE), pulls(at)]).toEqual([1, 0, 0]);
    }));

  it('another word is refused by name', () =>
    on(async (at) => {
      const result = await dispatch(at, 'force');
      expect(result.code).toBe(1);
      expect(result.log).toContain('The input commit-mode is force');
    }));
});

describe("the check on the Action's own pull request", () => {
  const inputs = { 'commit-mode': 'pull-request' };
  const M07 = '.milestones/active/M07.yaml';

  it('counts what was approved in comments, as long as they stand, and nothing that came in beside it', async () => {
    const at = await stage({ files: governed() });
    try {
      const { github, owner, name } = at;
      const repo = github.state.repo(owner, name);
      const check = async () => {
        const number = Number(repo.issues.find(({ pull }) => pull)?.number);
        const url = `${github.apiUrl}/repos/${owner}/${name}/pulls/${number}`;
        const response = await fetch(url, { headers: { authorization: `token ${at.token}` } });
        const pullRequest = (await response.json()) as Parameters<typeof pullRequestPayload>[0]['pullRequest'];
        const repository = await github.show.repo(owner, name);
        const payload = pullRequestPayload({ owner, repo: name, repository, urls: github, pullRequest });
        const ref = `refs/pull/${number}/merge`;
        const { code, log } = await at.deliver({ name: 'pull_request', payload, actor: 'wanda', ref });
        expect(code, log).toBe(0);
        const [last] = repo.checkRuns.slice(-1);
        return [last?.conclusion, last?.title];
      };
      const asked = await at.comment('wanda', '/milestone update M07 --timeline=+5days', { inputs });
      const approved = await at.comment('carol', `/milestone approve ${asked.outputs['change']}`, { inputs });
      expect(approved.outputs['outcome']).toBe('proposed');
      expect(await check()).toEqual(['success', 'Approved']);
      // Beside it somebody moves the same day further by hand, under cover of the entries.
      const git = gitIn(repo.dir);
      const text = await git.run(['show', `${UPDATE}:${M07}`]);
      const further = `${text.replace(/estimated_end: \S+/, 'estimated_end: 2024-12-05')}\n`;
      await github.commit(owner, name, { branch: UPDATE, files: { [M07]: further }, author: 'wanda' });
      expect(await check()).toEqual(['action_required', 'Waiting for sponsor']);
      await github.commit(owner, name, { branch: UPDATE, files: { [M07]: `${text}\n` }, author: 'wanda' });
      expect(await check()).toEqual(['success', 'Approved']);
      const comment = repo.comments.find(({ id }) => id === approved.comment.id);
      if (comment) comment.body = 'I never said so.';
      // A new day of work, so that the check is made again.
      await github.commit(owner, name, { branch: UPDATE, files: { 'README.md': 'x\n' }, author: 'wanda' });
      expect(await check()).toEqual(['action_required', 'Waiting for sponsor']);
    } finally {
      await at.close();
    }
  });
});

it('none says what a synchronisation would do, and not that it was done', async () => {
  const at = await bothSides({ files: { '.milestones/active/M01.yaml': 'title: One\n' } });
  try {
    const { github, owner, name } = at;
    github.addMilestone(owner, name, { title: 'Theirs', description: 'x', state: 'open', dueOn: null });
    const payload = schedulePayload({ owner, repo: name, urls: github, cron: '17 3 * * *' });
    const result = await at.deliver({ name: 'schedule', payload, inputs: { 'commit-mode': 'none' } });
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'planned']);
    expect(result.summary).toContain(
      'Would synchronise with GitHub\n\nNothing was written, neither here nor on GitHub.',
    );
    expect(result.summary).toContain(
      '**Would be done**\n\n- Store: M02 adopted from GitHub\n- GitHub: milestone M01 created',
    );
    expect(result.summary).not.toMatch(/say the same|✅ GitHub/);
  } finally {
    await at.close();
  }
});
