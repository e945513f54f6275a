import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { routes } from '../github-server/rest/routes.ts';
import { type GitHub, type GitHubOptions, startGitHub } from '../github-server/server.ts';
import { description } from '../github-server/validate.ts';

let github: GitHub;
afterEach(() => github.close());

async function start(options: GitHubOptions = {}): Promise<string> {
  github = await startGitHub(options);
  await github.createRepo({ owner: 'octo', name: 'demo' });
  return github.token('octo');
}

function send(token: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(github.apiUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
}

describe('caching', () => {
  it('answers 304 to a known ETag, free of charge, until something changes', async () => {
    const token = await start();
    const first = await send(token, 'GET', '/repos/octo/demo/milestones');
    const etag = first.headers.get('etag') ?? '';
    const used = first.headers.get('x-ratelimit-used');
    const second = await send(token, 'GET', '/repos/octo/demo/milestones', undefined, { 'if-none-match': etag });
    expect([second.status, await second.text(), second.headers.get('x-ratelimit-used')]).toEqual([304, '', used]);
    await send(token, 'POST', '/repos/octo/demo/milestones', { title: 'New' });
    const third = await send(token, 'GET', '/repos/octo/demo/milestones', undefined, { 'if-none-match': etag });
    expect(third.status).toBe(200);
  });
});

describe('limits', () => {
  it('count down, refuse, and open again with the next hour', async () => {
    let now = new Date('2026-07-26T16:00:00Z');
    const token = await start({ now: () => now, limits: { primary: 2 } });
    const remaining = [];
    for (let turn = 0; turn < 2; turn += 1) {
      remaining.push((await send(token, 'GET', '/user')).headers.get('x-ratelimit-remaining'));
    }
    expect(remaining).toEqual(['1', '0']);
    const over = await send(token, 'GET', '/user');
    expect(over.status).toBe(403);
    expect(over.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-07-26T17:00:00Z') / 1000));
    expect(await over.json()).toMatchObject({ message: expect.stringMatching(/^API rate limit exceeded for user ID/) });
    const limit = await send(token, 'GET', '/rate_limit');
    expect(await limit.json()).toMatchObject({ resources: { core: { limit: 2, remaining: 0, used: 2 } } });
    now = new Date('2026-07-26T17:00:00Z');
    expect((await send(token, 'GET', '/user')).status).toBe(200);
  });

  it.each([
    [{ contentPerMinute: 3 }, 60],
    [{ contentPerHour: 3, status: 429 as const }, 3600],
  ])('stop content creation with %o and say how long', async (limits, wait) => {
    let now = new Date('2026-07-26T16:00:00Z');
    const token = await start({ now: () => now, limits });
    const create = (title: string) => send(token, 'POST', '/repos/octo/demo/issues', { title });
    for (const title of ['a', 'b', 'c']) expect((await create(title)).status).toBe(201);
    now = new Date(now.getTime() + 10_000);
    const over = await create('d');
    expect(over.status).toBe('status' in limits ? limits.status : 403);
    expect(over.headers.get('retry-after')).toBe(String(wait - 10));
    expect(over.headers.get('x-ratelimit-remaining')).not.toBe('0');
    expect(await over.json()).toMatchObject({ message: expect.stringContaining('secondary rate limit') });
    expect((await send(token, 'GET', '/repos/octo/demo/issues')).status).toBe(200);
    now = new Date(now.getTime() + (wait - 10) * 1000);
    expect((await create('d')).status).toBe(201);
  });

  it("are GitHub's own by default", async () => {
    const token = await start();
    expect((await send(token, 'GET', '/user')).headers.get('x-ratelimit-limit')).toBe('5000');
    const statuses = [];
    for (let turn = 0; turn < 81; turn += 1) {
      statuses.push((await send(token, 'POST', '/repos/octo/demo/issues', { title: `${turn}` })).status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(80);
    expect(statuses.at(-1)).toBe(403);
  });
});

describe('requests', () => {
  it.each([
    ['a missing title', 'POST', '/repos/octo/demo/milestones', { description: 'x' }, 422],
    ['a due date that is none', 'POST', '/repos/octo/demo/milestones', { title: 'x', due_on: '2026-07-28' }, 422],
    ['no due date as null in a creation', 'POST', '/repos/octo/demo/milestones', { title: 'x', due_on: null }, 422],
    ['an unknown state', 'GET', '/repos/octo/demo/milestones?state=ajar', undefined, 422],
    ['a number that is none', 'GET', '/repos/octo/demo/milestones/first', undefined, 422],
    ['a misspelt property', 'POST', '/repos/octo/demo/milestones', { title: 'x', dueon: '2026-07-28T00:00:00Z' }, 201],
    ['a misspelt query', 'GET', '/repos/octo/demo/milestones?perpage=3', undefined, 200],
    ['an endpoint that is not served', 'GET', '/repos/octo/demo/releases', undefined, 501],
  ])('with %s are recorded as a violation', async (_, method, path, body, status) => {
    const token = await start();
    expect((await send(token, method, path, body)).status).toBe(status);
    expect(github.violations).toHaveLength(1);
    expect(github.violations[0]?.refused).toBe(status >= 400);
  });

  it('may wait for 100 Continue and come in chunks', async () => {
    const token = await start();
    const headers = { authorization: `Bearer ${token}`, expect: '100-continue' };
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(`${github.apiUrl}/repos/octo/demo/issues`, { method: 'POST', headers });
      outgoing.on('error', reject).on('response', (answer) => resolve(answer.statusCode));
      outgoing.on('continue', () => {
        outgoing.write('{"title":');
        outgoing.end('"In chunks"}');
      });
      outgoing.flushHeaders();
    });
    expect(status).toBe(201);
    expect(github.state.repo('octo', 'demo').issues[0]?.title).toBe('In chunks');
  });

  it('come gzipped, and are logged as they were', async () => {
    const token = await start();
    const body = { title: 'Packed', description: 'x'.repeat(300_000) };
    const packed = gzipSync(JSON.stringify(body));
    const made = await send(token, 'POST', '/repos/octo/demo/milestones', packed, { 'content-encoding': 'gzip' });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ title: 'Packed', url: `${github.apiUrl}/repos/octo/demo/milestones/1` });
    const { at, ...logged } = github.requests.at(-1) ?? { at: '' };
    expect(logged).toEqual({
      kind: 'rest',
      method: 'POST',
      path: '/repos/octo/demo/milestones',
      query: {},
      body,
      status: 201,
      login: 'octo',
    });
    expect(Number.isNaN(Date.parse(at))).toBe(false);
    const broken = await send(token, 'POST', '/repos/octo/demo/milestones', Buffer.from('{'));
    expect([broken.status, await broken.json()]).toMatchObject([400, { message: 'Problems parsing JSON' }]);
  });

  it('without known credentials are refused in the shape of GitHub', async () => {
    await start();
    const answer = await send('nonsense', 'GET', '/repos/octo/demo');
    expect([answer.status, await answer.json()]).toEqual([
      401,
      {
        message: 'Bad credentials',
        documentation_url: expect.stringContaining('https://docs.github.com'),
        status: '401',
      },
    ]);
    expect(github.requests.at(-1)).toMatchObject({ status: 401, login: null });
  });

  it.each([
    ['a failure', '502', 502],
    ['a secondary limit', 'secondary', 403],
  ] as const)('meet %s as often as a storm says, and have no effect then', async (_, kind, status) => {
    const token = await start();
    github.storm({ kind, match: /^POST .*milestones$/, times: 2, retryAfter: 7 });
    const create = () => send(token, 'POST', '/repos/octo/demo/milestones', { title: 'One' });
    const [first, look, second] = [await create(), await send(token, 'GET', '/repos/octo/demo'), await create()];
    expect([first.status, look.status, second.status, github.stormsLeft()]).toEqual([status, 200, status, 0]);
    expect(first.headers.get('retry-after')).toBe(kind === 'secondary' ? '7' : null);
    expect(github.state.repo('octo', 'demo').milestones).toEqual([]);
    expect((await create()).status).toBe(201);
  });

  it('lose their answer in a storm of drops, after they took effect', async () => {
    const token = await start();
    github.storm({ kind: 'drop' });
    github.storm({ kind: '500', afterEffect: true });
    await expect(send(token, 'POST', '/repos/octo/demo/milestones', { title: 'One' })).rejects.toThrow();
    expect((await send(token, 'POST', '/repos/octo/demo/milestones', { title: 'Two' })).status).toBe(500);
    expect(github.state.repo('octo', 'demo').milestones.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(github.requests.map(({ status }) => status)).toEqual([201, 500]);
  });
});

describe("the copy of GitHub's description", () => {
  it('covers exactly the endpoints that are served', async () => {
    await start();
    expect(Object.keys(description.operations).sort()).toEqual(Object.keys(routes).sort());
  });
});
