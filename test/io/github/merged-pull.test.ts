import { describe, expect, it } from 'vitest';
import { githubClient } from '../../../src/io/github/client.ts';
import { pullRequestOf, reviewsOfCommits } from '../../../src/io/github/merged-pull.ts';

/** As `GET /repos/{owner}/{repo}/commits/{sha}/pulls` shows it, cut to what is read. */
const pull = (
  number: number,
  merged: boolean,
  commit: string,
  { type = 'User', ref = 'x', home = 1, base = 'main' } = {},
) => ({
  number,
  html_url: `https://github.test/octo/demo/pull/${number}`,
  user: { login: `author-${number}`, type },
  merged_at: merged ? '2024-07-26T16:00:00Z' : null,
  merge_commit_sha: commit,
  head: { sha: `head-${number}`, ref, repo: home === 0 ? null : { id: home } },
  base: { ref: base, repo: { id: 1, default_branch: 'main' } },
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
    expect(await found(pull(1, true, 'abc', { base: 'lenient' })).pull).toBeNull();
  });

  it.each([
    ['a person', {}, false],
    ['another program', { type: 'Bot' }, false],
    ['the branch of this program, made with a person’s token', { ref: 'git-milestone/update' }, true],
    ['a program of a fork', { type: 'Bot', home: 2 }, false],
    ['a fork’s branch of that name', { ref: 'git-milestone/update', home: 2 }, false],
    ['a fork that is gone', { ref: 'git-milestone/update', home: 0 }, false],
  ])('tells whether its journal may be believed: %s', async (_, more, own) => {
    expect(await found(pull(1, true, 'abc', more)).pull).toMatchObject({ own });
  });
});

interface Pushed {
  /** Login that GitHub finds for the author's e-mail. */
  readonly author: string | null;
  readonly verified?: boolean;
  readonly actor?: string;
  /** Login of the token. */
  readonly login?: string;
  readonly inPush?: boolean;
  readonly files?: string[];
}

/** What is made of a commit that came without a pull request. */
async function reviewed({
  author,
  verified = false,
  actor = 'wanda',
  login = 'github-actions[bot]',
  inPush = true,
  files = ['.milestones/logs/2024/07/x.yaml'],
}: Pushed) {
  const fetch = async (url: unknown): Promise<Response> => {
    const path = String(url);
    if (path.endsWith('/graphql')) return Response.json({ data: { viewer: { login } } });
    if (path.includes('/compare/old...new')) return Response.json({ files: files.map((filename) => ({ filename })) });
    if (path.includes('/pulls')) return Response.json([]);
    return Response.json({
      author: author === null ? null : { login: author },
      commit: { verification: { verified } },
    });
  };
  const wire = { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: 0, limits: [] }) };
  const client = githubClient({ token: 'x', apiUrl: 'https://api.github.test', log: () => {}, transport: wire });
  const push = { actor, before: 'old', after: 'new', shas: new Set(inPush ? ['abc'] : []) };
  return (await reviewsOfCommits(client, { owner: 'octo', repo: 'demo' }, ['abc'], push)).get('abc');
}

describe('a commit without a pull request', () => {
  const bot = 'github-actions[bot]';
  it.each<[string, Pushed, { author: string; own: boolean }]>([
    ['of a person', { author: 'wanda' }, { author: 'wanda', own: false }],
    ['of an e-mail that GitHub does not know', { author: null }, { author: 'wanda', own: false }],
    ['in the name of somebody else', { author: 'dave' }, { author: 'wanda', own: false }],
    ['in the name of this program', { author: bot }, { author: 'wanda', own: false }],
    ['of an earlier push, by nobody known', { author: null, inPush: false }, { author: 'wanda', own: false }],
    ['of this program, from before', { author: bot, inPush: false }, { author: bot, own: true }],
    [
      'of this program with a person’s token',
      { author: bot, actor: 'olga', login: 'olga' },
      { author: bot, own: true },
    ],
    [
      'of this program through the API with an app’s token',
      { author: 'our[bot]', verified: true, actor: 'our[bot]', login: 'our[bot]' },
      { author: 'our[bot]', own: true },
    ],
    [
      'that brings no entries',
      { author: 'wanda', files: ['.milestones/active/M1.yaml'] },
      { author: 'wanda', own: true },
    ],
  ])('%s', async (_, pushed, expected) => {
    expect(await reviewed(pushed)).toEqual({ ...expected, approvers: [] });
  });
});
