import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';

const ThrottledOctokit = Octokit.plugin(throttling, retry);

/** A wait longer than this would hold a runner for nothing: the run stops and says so instead. */
const MAX_WAIT_SECONDS = 60;
const MAX_RETRIES = 3;

export type Client = InstanceType<typeof ThrottledOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** Base of the REST API: `https://api.github.com`, or `https://<host>/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  readonly log: (message: string) => void;
}

/** The one Octokit of a run: waits for rate limits within a bound and repeats requests that failed by chance. */
export function githubClient({ token, apiUrl, log }: ClientOptions): Client {
  const waits =
    (kind: string) => (seconds: number, request: { method: string; url: string }, _: unknown, retries: number) => {
      const again = seconds <= MAX_WAIT_SECONDS && retries < MAX_RETRIES;
      log(
        `${kind} limit of the GitHub API at ${request.method} ${request.url}: ${again ? `waiting ${seconds} s` : 'giving up'}`,
      );
      return again;
    };
  return new ThrottledOctokit({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'git-milestone',
    throttle: { onRateLimit: waits('primary'), onSecondaryRateLimit: waits('secondary') },
    log: { debug() {}, info() {}, warn: log, error: log },
  });
}
