import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, extendSchema, type GraphQLSchema, graphql, parse } from 'graphql';
import { type Client, githubClient } from '../../../src/io/github/client.ts';

/** GitHub's published schema of a time before issue dependencies: what an older Enterprise Server would answer by. */
export const OLDER: GraphQLSchema = buildSchema(published.idl, { assumeValidSDL: true });
/** With `Issue.blockedBy`, which GitHub has since August 2025 (docs.github.com/rest/issues/issue-dependencies). */
export const TODAYS: GraphQLSchema = extendSchema(
  OLDER,
  parse('extend type Issue { blockedBy(after: String, first: Int): IssueConnection! }'),
  { assumeValidSDL: true },
);

export interface IssueSeed {
  readonly number: number;
  readonly milestone?: number;
  readonly labels?: readonly string[];
  readonly blockedBy?: readonly { number: number; repository?: string }[];
  readonly parent?: { number: number; repository?: string };
  readonly state?: string;
  readonly stateReason?: string;
}

interface Seed {
  readonly milestones: readonly Record<string, unknown>[];
  readonly issues: readonly IssueSeed[];
}

type Args = { readonly first: number; readonly after?: string | null };

const NAME = 'Octo/Demo';
const other = (one: { number: number; repository?: string }) => ({
  number: one.number,
  repository: { nameWithOwner: one.repository ?? NAME },
});

/** A connection that answers at most a hundred, as GitHub does; its cursors are positions. */
const page =
  <T>(all: readonly T[], limit: string[]) =>
  ({ first, after }: Args) => {
    if (first > 100) limit.push(`first: ${first}`);
    const from = Number(after ?? 0);
    const nodes = all.slice(from, from + first);
    return { nodes, pageInfo: { hasNextPage: from + first < all.length, endCursor: String(from + nodes.length) } };
  };

/** A client whose GitHub is a schema and some records; `requests` are the documents that were sent. */
export function graphqlPeer(schema: GraphQLSchema, seed: Seed, log: (message: string) => void = () => {}) {
  const requests: string[] = [];
  const breaches: string[] = [];
  const issue = (one: IssueSeed) => ({
    title: `Issue ${one.number}`,
    state: 'OPEN',
    stateReason: null,
    closedAt: null,
    url: `https://github.test/${NAME}/issues/${one.number}`,
    ...one,
    milestone: one.milestone === undefined ? null : { number: one.milestone },
    assignees: page([{ login: 'alice' }], breaches),
    labels: page(
      (one.labels ?? []).map((name) => ({ name })),
      breaches,
    ),
    blockedBy: page((one.blockedBy ?? []).map(other), breaches),
    parent: one.parent ? other(one.parent) : null,
    repository: { nameWithOwner: NAME },
    subIssuesSummary: (): object => ({ total: childrenOf(one).length }),
    subIssues: (args: Args): object => page(childrenOf(one), breaches)(args),
  });
  const issues = seed.issues.map(issue);
  const childrenOf = ({ number }: IssueSeed): readonly unknown[] =>
    issues.filter(({ parent }) => parent?.number === number);
  const held = (number: number) => issues.filter((one) => one.milestone?.number === number);
  const repository = {
    nameWithOwner: NAME,
    milestones: page(seed.milestones, breaches),
    milestone: ({ number }: { number: number }) => {
      const found = seed.milestones.find((one) => one['number'] === number);
      return found ? { ...found, issues: page(held(number), breaches) } : null;
    },
    issues: ({ filterBy, ...args }: Args & { filterBy?: { milestone?: string } }) =>
      page(filterBy?.milestone === '*' ? issues.filter((one) => one.milestone) : issues, breaches)(args),
    issue: ({ number }: { number: number }) => {
      const found = issues.find((one) => one.number === number);
      if (found) return found;
      throw new Error(`Could not resolve to an Issue with the number of ${number}.`);
    },
  };
  const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
    const { query, variables } = JSON.parse(String(init.body)) as { query: string; variables: Record<string, unknown> };
    requests.push(query);
    const result = await graphql({ schema, source: query, rootValue: { repository }, variableValues: variables });
    const errors = result.errors?.map(({ message, path: at }) => ({
      // GitHub's server words it so.
      message: message.replace(
        /^Cannot query field "(\w+)" on type "(\w+)".*/,
        "Field '$1' doesn't exist on type '$2'",
      ),
      path: at,
      ...(message.startsWith('Could not resolve') && { type: 'NOT_FOUND' }),
    }));
    const body = JSON.stringify({ ...(result.data !== undefined && { data: result.data }), ...(errors && { errors }) });
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } });
  };
  const client: Client = githubClient({
    token: 'x',
    apiUrl: 'https://api.github.test',
    log,
    transport: { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: requests.length, limits: [] }) },
  });
  return { client, requests, breaches };
}
