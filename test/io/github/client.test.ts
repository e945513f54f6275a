import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../src/io/git.ts';
import { githubClient } from '../../../src/io/github/client.ts';
import { patience } from '../../../src/io/github/patience.ts';
import { transport } from '../../../src/io/github/transport.ts';
import { startProxy } from '../../e2e/proxy.ts';
import { type GitHub, startGitHub } from '../../github-server/server.ts';
import { type ForwardProxy, startForwardProxy } from './forward-proxy.ts';

const repo = { owner: 'octo', repo: 'demo' };
let github: GitHub;
let proxy: ForwardProxy;

beforeEach(async () => {
  [github, proxy] = await Promise.all([
    startGitHub({ limits: { primary: 50, contentPerMinute: 3 } }),
    startForwardProxy(),
  ]);
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'README.md': '# Demo\n' } });
});
afterEach(async () => {
  await Promise.all([github.close(), proxy.close()]);
});

function clientIn(environment: Record<string, string>, more: { graphqlUrl?: string; log?: (m: string) => void } = {}) {
  const wire = transport(environment);
  const options = {
    token: github.token('octo'),
    apiUrl: github.apiUrl,
    log: () => {},
    patience: patience(0.5),
    ...more,
  };
  return { client: githubClient({ ...options, transport: wire }), usage: wire.usage };
}

describe('a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('named by %s carries every request', async (name) => {
    const { client, usage } = clientIn({ [name]: proxy.url });
    expect((await client.rest.repos.get(repo)).data.full_name).toBe('octo/demo');
    await client.rest.issues.createMilestone({ ...repo, title: 'M05' });
    expect(new Set(proxy.seen)).toEqual(new Set([`CONNECT ${new URL(github.url).host}`]));
    expect(usage().requests).toBe(2);
  });

  it('is passed by for the hosts of NO_PROXY', async () => {
    const { client } = clientIn({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' });
    await client.rest.repos.get(repo);
    expect(proxy.seen).toEqual([]);
  });

  it('carries git as well, which takes it from the environment', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'proxied-'));
    const git = gitIn(dir, { http_proxy: proxy.url, no_proxy: '' });
    await git.run(['clone', '--quiet', github.cloneUrl('octo', 'demo'), 'demo']);
    expect(proxy.seen).toContain(`GET ${github.url}/octo/demo.git/info/refs`);
    await rm(dir, { recursive: true, force: true });
  });
});

describe('the client', () => {
  it('counts what was asked, and remembers what is left', async () => {
    const { client, usage } = clientIn({});
    expect(usage()).toEqual({ requests: 0, limits: [] });
    await client.rest.repos.get(repo);
    await client.rest.issues.listMilestones(repo);
    expect(usage()).toMatchObject({
      requests: 2,
      limits: [{ resource: 'core', limit: 50, remaining: 48, resetAt: expect.stringMatching(/^\d{4}-.*Z$/) }],
    });
  });

  it('does not wait for ever for an answer', async () => {
    const silent = await startProxy(github, () => 'lost');
    const { apiUrl } = silent.github;
    const client = githubClient({ token: 'x', apiUrl, log: () => {}, transport: transport({}, 50) });
    const attempt = client.rest.repos.get({ ...repo, request: { retries: 0 } });
    await expect(attempt).rejects.toMatchObject({ status: 500 });
    await silent.close();
  });

  it('waits for no limit beyond its patience', async () => {
    const log: string[] = [];
    const { client, usage } = clientIn({}, { log: (message) => log.push(message) });
    const create = (title: string) => client.rest.issues.createMilestone({ ...repo, title });
    for (const title of ['A', 'B', 'C']) await create(title);
    await expect(create('D')).rejects.toMatchObject({ status: 403 });
    expect([log.join(), usage().requests]).toEqual([expect.stringMatching(/secondary limit.*giving up/), 4]);
  });

  it('sends GraphQL where it is told to, else where an Enterprise Server has it', async () => {
    const ask = (client: ReturnType<typeof githubClient>) => client.graphql('{ viewer { login } }').catch(() => {});
    await ask(clientIn({}).client);
    expect(github.requests.at(-1)).toMatchObject({ kind: 'graphql', path: '/api/graphql' });
    const asked: string[] = [];
    const fetch = async (url: unknown): Promise<Response> => {
      asked.push(String(url));
      return Response.json({ data: {} });
    };
    const wire = { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: 0, limits: [] }) };
    const options = { token: 'x', log: () => {}, transport: wire };
    await ask(
      githubClient({ ...options, apiUrl: 'https://api.github.com', graphqlUrl: 'https://api.github.com/graphql' }),
    );
    await ask(githubClient({ ...options, apiUrl: 'https://ghe.test/api/v3', graphqlUrl: 'https://ghe.test/gql/here' }));
    await ask(githubClient({ ...options, apiUrl: 'https://ghe.test/api/v3' }));
    expect(asked).toEqual([
      'https://api.github.com/graphql',
      'https://ghe.test/gql/here',
      'https://ghe.test/api/graphql',
    ]);
  });
});
