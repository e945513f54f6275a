import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Git } from '../../src/io/git.ts';
import { originOf, peerOfOrigin } from '../../src/io/github/origin.ts';
import { RepositoryError } from '../../src/io/repository.ts';

describe('the repository that a remote names', () => {
  it.each([
    ['https://github.com/octo/demo.git', 'github.com'],
    ['https://github.com/octo/demo', 'github.com'],
    ['https://x-access-token:secret@github.com/octo/demo.git', 'github.com'],
    ['git@github.com:octo/demo.git', 'github.com'],
    ['ssh://git@ghe.example.org/octo/demo.git', 'ghe.example.org'],
    ['http://127.0.0.1:4000/octo/demo.git', '127.0.0.1:4000'],
  ])('is found in %s', (url, host) => {
    expect(originOf(url)).toEqual({ host, owner: 'octo', repo: 'demo' });
  });

  it.each(['/srv/git/demo.git', 'https://example.org/demo.git', ''])('is not in %j', (url) => {
    expect(originOf(url)).toBeNull();
  });
});

describe('the token of the environment', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  /** Addresses that are asked, each with the token that it is sent. */
  async function sent(remote: string, environment: Record<string, string>): Promise<string[]> {
    const asked: string[] = [];
    const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
      asked.push(`${String(url)} ${new Headers(init?.headers).get('authorization')}`);
      return Response.json({ message: 'Bad credentials' }, { status: 401 });
    };
    vi.stubGlobal('fetch', fetch);
    for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, '');
    const git = { try: async () => ({ code: 0, stdout: Buffer.from(`${remote}\n`), stderr: '' }) };
    const peer = await peerOfOrigin(git as unknown as Git, environment, () => {});
    await peer.read('milestones', []).catch(() => {});
    return asked;
  }

  const GITHUB = 'https://github.com/octo/demo.git';
  const OWN = 'git@ghe.example.org:octo/demo.git';
  it.each<[string, string, Record<string, string>, string]>([
    ['to github.com', GITHUB, { GITHUB_TOKEN: 'hub' }, 'https://api.github.com/graphql token hub'],
    ['to github.com, as gh names it', GITHUB, { GH_TOKEN: 'hub' }, 'https://api.github.com/graphql token hub'],
    [
      'to github.com also beside the address of another host',
      GITHUB,
      { GITHUB_TOKEN: 'hub', GITHUB_API_URL: 'https://ghe.example.org/api/v3' },
      'https://api.github.com/graphql token hub',
    ],
    [
      'to the host that GITHUB_API_URL names',
      OWN,
      { GITHUB_TOKEN: 'own', GITHUB_API_URL: 'https://ghe.example.org/api/v3' },
      'https://ghe.example.org/api/graphql token own',
    ],
    [
      'to the host that GITHUB_SERVER_URL names',
      OWN,
      { GITHUB_TOKEN: 'own', GITHUB_SERVER_URL: 'https://ghe.example.org' },
      'https://ghe.example.org/api/graphql token own',
    ],
    [
      'to the host that GH_HOST names, the one for it',
      OWN,
      { GITHUB_TOKEN: 'hub', GH_HOST: 'ghe.example.org', GH_ENTERPRISE_TOKEN: 'own' },
      'https://ghe.example.org/api/graphql token own',
    ],
  ])('goes %s', async (_, remote, environment, first) => {
    expect((await sent(remote, environment))[0]).toBe(first);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no host', {}, /GH_HOST=evil\.example and GH_ENTERPRISE_TOKEN/],
    ['github.com', { GITHUB_API_URL: 'https://api.github.com', GITHUB_SERVER_URL: 'https://github.com' }, /GH_HOST/],
    ['another host', { GH_HOST: 'ghe.example.org', GH_ENTERPRISE_TOKEN: 'own' }, /GH_HOST=evil\.example/],
    ['the host, and has no token for it', { GH_HOST: 'evil.example' }, /Set GH_ENTERPRISE_TOKEN/],
  ])('goes nowhere where a clone is of another host and the environment names %s', async (_, environment, hint) => {
    const refused = sent('https://evil.example/octo/demo', { GITHUB_TOKEN: 'hub', GH_TOKEN: 'hub', ...environment });
    await expect(refused).rejects.toThrow(RepositoryError);
    await expect(refused).rejects.toMatchObject({ hint: expect.stringMatching(hint) });
  });
});
