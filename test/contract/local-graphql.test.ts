import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveCommit } from '../github-server/git/read.ts';
import { OLD_SERVER_LACKS } from '../github-server/graphql/schema.ts';
import type { Json } from '../github-server/records.ts';
import { type GitHub, type GitHubOptions, startGitHub } from '../github-server/server.ts';
import { quiet } from './peers.ts';

interface Answered {
  readonly data?: Record<string, Json> | null;
  readonly errors?: readonly (Json & { message: string })[];
}

const repo = { owner: 'octo', repo: 'demo' };
let github: GitHub;

async function start(options: GitHubOptions = {}): Promise<void> {
  github = await startGitHub(options);
  await github.createRepo({ owner: 'octo', name: 'demo', files: { 'README.md': '# Demo\n', 'docs/a.md': 'ä\n' } });
}
afterEach(() => github.close());

async function send(query: string, variables: Json = {}, token = github.token('octo')): Promise<Response> {
  const body = JSON.stringify({ query, variables });
  return fetch(github.graphqlUrl, { method: 'POST', headers: { authorization: `bearer ${token}` }, body });
}

async function ask(query: string, variables: Json = {}, token = github.token('octo')): Promise<Answered> {
  return (await (await send(query, variables, token)).json()) as Answered;
}

const inRepo = (fields: string): string => `{ repository(owner: "octo", name: "demo") { ${fields} } }`;

describe('a GraphQL query', () => {
  beforeEach(() => start());

  it('reads milestones and issues with their relations, page by page', async () => {
    const numbers = ['One', 'Two', 'Three'].map((title) =>
      Number(github.addMilestone('octo', 'demo', { title })['number']),
    );
    const [milestone = null] = github.state.repo('octo', 'demo').milestones;
    const assignees = [github.addUser('wanda')];
    github.addIssue('octo', 'demo', 'octo', { title: 'Epic', milestone, labels: ['big'], assignees });
    for (const title of ['Part', 'Blocker']) github.addIssue('octo', 'demo', 'octo', { title });
    github.addSubIssue('octo', 'demo', 1, 2);
    github.block('octo', 'demo', 2, 3);
    github.editIssue('octo', 'demo', 3, { state: 'closed', stateReason: 'duplicate' });
    const list =
      'milestones(first: 2, after: $after) { nodes { number state } totalCount pageInfo { hasNextPage endCursor } }';
    const page = `query ($after: String) ${inRepo(list)}`;
    type Page = {
      nodes: { number: number }[];
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const first = (await ask(page)).data?.['repository']?.['milestones'] as Page;
    const second = (await ask(page, { after: first.pageInfo.endCursor })).data?.['repository']?.['milestones'] as Page;
    expect([...first.nodes, ...second.nodes].map(({ number }) => number)).toEqual(numbers);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    const other = 'number repository { nameWithOwner }';
    const { data } = await ask(
      inRepo(`in: issues(first: 9, filterBy: {milestone: "*"}) { nodes { number labels(first: 1) { nodes { name } }
          assignees(first: 1) { nodes { login } } subIssues(first: 9) { nodes { number } } } }
        none: issues(first: 9, filterBy: {milestoneNumber: null}, states: OPEN) { nodes { number } }
        part: issue(number: 2) { parent { ${other} } blockedBy(first: 9) { nodes { ${other} } } }
        closed: issue(number: 3) { stateReason plain: stateReason(enableDuplicate: true) }`),
    );
    const here = (number: number) => ({ number, repository: { nameWithOwner: 'octo/demo' } });
    const lists = { labels: { nodes: [{ name: 'big' }] }, assignees: { nodes: [{ login: 'wanda' }] } };
    expect(data?.['repository']).toEqual({
      in: { nodes: [{ number: 1, ...lists, subIssues: { nodes: [{ number: 2 }] } }] },
      none: { nodes: [{ number: 2 }] },
      part: { parent: here(1), blockedBy: { nodes: [here(3)] } },
      closed: { stateReason: 'NOT_PLANNED', plain: 'DUPLICATE' },
    });
    expect(github.violations).toEqual([]);
  });

  it('reads branches and files', async () => {
    const { data } = await ask(
      inRepo(`defaultBranchRef { name target { oid } } none: ref(qualifiedName: "refs/heads/none") { name }
        file: object(expression: "main:docs/a.md") { ... on Blob { text byteSize isBinary } }
        folder: object(expression: "main:docs") { ... on Tree { entries { name path mode type } } }
        gone: object(expression: "main:gone.md") { __typename }`),
    );
    const head = await resolveCommit(github.state.repo('octo', 'demo').dir, 'main');
    expect(data?.['repository']).toEqual({
      defaultBranchRef: { name: 'main', target: { oid: head } },
      none: null,
      file: { text: 'ä\n', byteSize: 3, isBinary: false },
      folder: { entries: [{ name: 'a.md', path: 'docs/a.md', mode: 0o100644, type: 'blob' }] },
      gone: null,
    });
  });

  it('finds things by id, and says which ids lead nowhere', async () => {
    const milestone = github.addMilestone('octo', 'demo', { title: 'One' });
    const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Milestone { title } } }', {
      ids: [milestone['node_id'], 'I_none'],
    });
    expect(data).toEqual({ nodes: [{ title: 'One' }, null] });
    expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['nodes', 1], message: /global id of 'I_none'/ }]);
  });

  it.each([
    [
      'an unknown field',
      inRepo('issuez(first: 1) { totalCount }'),
      {},
      "Field 'issuez' doesn't exist on type 'Repository'",
    ],
    ['an unknown argument', inRepo('issue(number: 1, id: 2) { id }'), {}, "Field 'issue' doesn't accept argument 'id'"],
    ['a list without its length', inRepo('issues { totalCount }'), {}, /must provide a `first` or `last` value/],
    ['a list of 101', inRepo('issues(first: 101) { totalCount }'), {}, /exceeds the `first` limit of 100 records/],
    [
      'too many nodes',
      inRepo(
        'issues(first: 100) { nodes { comments(first: 100) { nodes { author { login } } } a: labels(first: 100) { nodes { issues(first: 100) { totalCount } } } } }',
      ),
      {},
      /possible nodes which exceeds/,
    ],
    [
      'a wrong variable',
      'query ($n: Int!) { repository(owner: "octo", name: "demo") { issue(number: $n) { id } } }',
      { n: 'x' },
      /Variable \$n of type Int! was provided invalid value/,
    ],
    ['no document', '{', {}, /Syntax Error/],
  ])('with %s is refused and recorded', async (_, query, variables, message) => {
    const { data, errors } = await ask(query, variables);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(message);
    expect(github.violations).toMatchObject([{ operation: 'POST /graphql', refused: true }]);
  });

  it('that asks what is not served gets an error, never null', async () => {
    const { errors } = await ask(inRepo('stargazerCount'));
    expect(errors).toMatchObject([{ type: 'NOT_IMPLEMENTED', path: ['repository', 'stargazerCount'] }]);
    expect(github.violations.length).toBe(1);
  });

  it('tells what is not there, and what an app may not read', async () => {
    expect(await ask(inRepo('issue(number: 9) { id }'))).toMatchObject({
      data: { repository: { issue: null } },
      errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to an Issue with the number of 9.' }],
    });
    await github.createRepo({ owner: 'octo', name: 'secret', private: true });
    const query = '{ repository(owner: "octo", name: "secret") { milestone(number: 1) { id } } }';
    expect(await ask(query, {}, github.token('octo', { permissions: { contents: 'read' } }))).toMatchObject({
      data: { repository: { milestone: null } },
      errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
    });
    expect(await ask(query, {}, github.token('wanda'))).toMatchObject({
      data: { repository: null },
      errors: [{ message: "Could not resolve to a Repository with the name 'octo/secret'." }],
    });
    expect((await send('{ viewer { login } }', {}, 'nonsense')).status).toBe(401);
    expect(github.violations).toEqual([]);
  });
});

describe('an old server', () => {
  it('does not know newer fields, which is nobody’s fault', async () => {
    await start({ lacks: OLD_SERVER_LACKS });
    const { errors } = await ask(
      inRepo('issues(first: 1) { nodes { parent { number } stateReason(enableDuplicate: true) } }'),
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      "Field 'parent' doesn't exist on type 'Issue'",
      "Field 'stateReason' doesn't accept argument 'enableDuplicate'",
    ]);
    expect(errors?.[0]?.['extensions']).toEqual({ code: 'undefinedField', typeName: 'Issue', fieldName: 'parent' });
    expect(github.violations).toEqual([]);
    expect((await ask(inRepo('issues(first: 1) { totalCount }'))).errors).toBeUndefined();
  });
});

describe('the limits of GraphQL', () => {
  it('count points by the connections that are asked for, apart from REST', async () => {
    await start({ limits: { primary: 100, graphql: 4 } });
    const token = github.token('octo');
    const nested = inRepo(
      'issues(first: 100) { nodes { labels(first: 9) { totalCount } subIssues(first: 9) { totalCount } } }',
    );
    const answer = await send(`${nested.slice(0, -1)} rateLimit { cost remaining limit nodeCount } }`, {}, token);
    // 1 + 100 + 100 connections: two points; 100 + 900 + 900 nodes.
    expect(((await answer.json()) as Answered).data?.['rateLimit']).toEqual({
      cost: 2,
      remaining: 2,
      limit: 4,
      nodeCount: 1900,
    });
    expect(answer.headers.get('x-ratelimit-resource')).toBe('graphql');
    for (let i = 0; i < 2; i++) await ask('{ viewer { login } }', {}, token);
    const over = await send('{ viewer { login } }', {}, token);
    expect([over.status, over.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
    expect(await over.json()).toMatchObject({ errors: [{ type: 'RATE_LIMITED', message: /API rate limit exceeded/ }] });
    const { data } = await quiet(github.apiUrl, token).request('GET /rate_limit');
    expect([data.resources.core.used, data.resources.graphql?.remaining]).toEqual([0, 0]);
  });

  it('are a thousand an hour for the GITHUB_TOKEN of a repository, five thousand for a person', async () => {
    await start();
    const left = async (token: string) =>
      (await send('{ viewer { login } }', {}, token)).headers.get('x-ratelimit-remaining');
    const tokenOf = (name: string) => github.token('octo', { app: true, repositories: [name] });
    const [mine, again, other] = [tokenOf('octo/demo'), tokenOf('octo/demo'), tokenOf('octo/other')];
    expect([await left(mine), await left(again), await left(other)]).toEqual(['999', '998', '999']);
    expect(await left(github.token('octo'))).toBe('4999');
  });

  it('count mutations as content, together with REST', async () => {
    await start({ limits: { contentPerMinute: 2 } });
    const token = github.token('octo');
    const octokit = quiet(github.apiUrl, token);
    const { data: issue } = await octokit.request('POST /repos/{owner}/{repo}/issues', { ...repo, title: 'First' });
    const comment =
      'mutation ($id: ID!) { addComment(input: {subjectId: $id, body: "Hi"}) { commentEdge { node { body } } } }';
    const id = issue.node_id;
    const made = await ask(comment, { id }, token);
    expect(made.data?.['addComment']).toEqual({ commentEdge: { node: { body: 'Hi' } } });
    const refused = await send(comment, { id }, token);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([403, expect.any(Number)]);
    expect((await ask('{ viewer { login } }', {}, token)).errors).toBeUndefined();
    expect(github.state.repo('octo', 'demo').comments.length).toBe(1);
  });
});
