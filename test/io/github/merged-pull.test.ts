import { describe, expect, it } from 'vitest';
import { githubClient } from '../../../src/io/github/client.ts';
import { pullRequestOf } from '../../../src/io/github/merged-pull.ts';

/** As `GET /repos/{owner}/{repo}/commits/{sha}/pulls` shows it, cut to what is read. */
const pull = (number: number, merged: boolean, commit: string, { type = 'User', ref = 'x', home = 1 } = {}) => ({
  number,
  html_url: `https://github.test/octo/demo/pull/${number}`,
  user: { login: `author-${number}`, type },
  merged_at: merged ? '2024-07-26T16:00:00Z' : null,
  merge_commit_sha: commit,
  head: { sha: `head-${number}`, ref, repo: home === 0 ? null : { id: home } },
  base: { repo: { id: 1 } },
});

function found(...pulls: ReturnType<typeof pull>[]) {
  const asked: string[] = [];
  const fetch = async (url: unknown): Promise<Response> => {
    asked.push(String(url));
    return Response.json(pulls);
  };
  const wire = { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: 0, limits: [] }) };
  const client = githubClient({ token: 'x', apiUrl: 'https://api.github.test', log: () => {}, transport: wire });
  return { asked, pull: pullRequestOf(client, { owner: 'octo', repo: 'demo' }, 'abc') };
}

describe('the pull request of a commit', () => {
  it('is the one whose merge made it, before others that hold it', async () => {
    const { asked, pull: result } = found(pull(1, true, 'other'), pull(2, false, 'abc'), pull(3, true, 'abc'));
    expect(await result).toEqual({
      number: 3,
      url: 'https://github.test/octo/demo/pull/3',
      author: 'author-3',
      headSha: 'head-3',
      own: false,
    });
    expect(asked).toEqual(['https://api.github.test/repos/octo/demo/commits/abc/pulls?per_page=100']);
  });

  it('is one that was merged with it, or none', async () => {
    expect(await found(pull(1, false, 'x'), pull(2, true, 'y')).pull).toMatchObject({ number: 2 });
    expect(await found(pull(1, false, 'abc')).pull).toBeNull();
  });

  it.each([
    ['a person', {}, false],
    ['a program', { type: 'Bot' }, true],
    ['the branch of this program, made with a person’s token', { ref: 'git-milestone/update' }, true],
    ['a program of a fork', { type: 'Bot', home: 2 }, false],
    ['a fork’s branch of that name', { ref: 'git-milestone/update', home: 2 }, false],
    ['a fork that is gone', { ref: 'git-milestone/update', home: 0 }, false],
  ])('tells whether its journal may be believed: %s', async (_, more, own) => {
    expect(await found(pull(1, true, 'abc', more)).pull).toMatchObject({ own });
  });
});
