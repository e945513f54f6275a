import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { GITHUB_PACE, type Pace, paced } from './pace.ts';
import { type Patience, patience } from './patience.ts';
import { type Transport, transport } from './transport.ts';

const ThrottledOctokit = Octokit.plugin(throttling, retry);

const MAX_RETRIES = 3;

export type Client = InstanceType<typeof ThrottledOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** Base of the REST API: `https://api.github.com`, or `https://<host>/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  /** GITHUB_GRAPHQL_URL; without it the address is derived from `apiUrl`. */
  readonly graphqlUrl?: string;
  readonly log: (message: string) => void;
  /** A transport of one's own, to read what the run used; else a fresh one. */
  readonly transport?: Transport;
  /** The waits of the whole run; those who write much ask it what is left. */
  readonly patience?: Patience;
  readonly pace?: Pace;
}

/**
 * The plugin would let a second pass between any two writes, three between comments, and count every GraphQL query as a write: the
 * pace is kept here instead, and the plugin only waits where a limit was hit.
 */
const UNPACED = { key: () => ({ schedule: (_: unknown, job: () => Promise<unknown>) => job() }) } as never;

/** The one Octokit of a run: waits for rate limits within a bound and repeats requests that failed by chance. */
export function githubClient(options: ClientOptions): Client {
  const { token, apiUrl, graphqlUrl, log, pace = GITHUB_PACE } = options;
  const waiting = options.patience ?? patience();
  const waits =
    (kind: string) => (seconds: number, request: { method: string; url: string }, _: unknown, retries: number) => {
      const again = seconds <= waiting.left() && retries < MAX_RETRIES;
      if (again) waiting.spend(seconds);
      const what = again ? `waiting ${seconds} s` : `giving up (it asks for ${seconds} s)`;
      log(`${kind} limit of the GitHub API at ${request.method} ${request.url}: ${what}`);
      return again;
    };
  const client = new ThrottledOctokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'git-milestone',
    request: { fetch: (options.transport ?? transport()).fetch },
    throttle: {
      onRateLimit: waits('primary'),
      onSecondaryRateLimit: waits('secondary'),
      write: UNPACED,
      notifications: UNPACED,
    },
    log: { debug() {}, info() {}, warn: log, error: log },
  });
  const turn = paced(pace, waiting);
  client.hook.wrap('request', async (request, endpoint) => {
    const query = isGraphql(endpoint.url) ? String((endpoint as { query?: unknown }).query) : null;
    if (query !== null && graphqlUrl !== undefined) endpoint.url = graphqlUrl;
    if (query === null ? endpoint.method !== 'GET' : /^\s*mutation\b/.test(query)) await turn();
    return request(endpoint);
  });
  return client;
}

/** As the GraphQL plugin writes the address: relative, or whole for an Enterprise Server. */
function isGraphql(url: string): boolean {
  return url === '/graphql' || /\/api\/graphql$/.test(url);
}
