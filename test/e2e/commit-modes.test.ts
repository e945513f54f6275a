import { describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { type Stage, stage } from './stage.ts';

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
