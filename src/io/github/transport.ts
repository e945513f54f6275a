/** What GitHub last said of one of its budgets: `core` for REST, `graphql` in points. */
export interface Limit {
  readonly resource: string;
  readonly limit: number;
  readonly remaining: number;
  /** ISO 8601 instant at which it is full again. */
  readonly resetAt: string;
}

/** What a run has asked of GitHub so far. */
export interface Usage {
  /** HTTP requests as they left the machine, repetitions included. */
  readonly requests: number;
  readonly limits: readonly Limit[];
}

/** The way to the API: past the proxy, counting. */
export interface Transport {
  readonly fetch: typeof globalThis.fetch;
  usage(): Usage;
}

type Fetch = typeof globalThis.fetch;

/** GitHub itself gives up after ten seconds; whoever is silent for so long will not answer any more. */
const LONGEST_MS = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A `fetch` that goes through the proxy which the environment names (`NO_PROXY` honoured), and counts. Node's own `fetch` knows no
 * proxies before Node 24, and its dispatcher takes only agents of the very version it was built with: hence the library's.
 */
export function transport(environment: Environment = process.env, longestMs = LONGEST_MS): Transport {
  let requests = 0;
  const limits = new Map<string, Limit>();
  let way: Promise<Fetch> | undefined;
  return {
    async fetch(input, init) {
      way ??= wayOut(environment);
      requests += 1;
      const response = await (await way)(input, {
        ...init,
        signal: init?.signal ?? AbortSignal.timeout(longestMs),
      });
      const limit = limitOf(response.headers);
      if (limit) limits.set(limit.resource, limit);
      return response;
    },
    usage: () => ({ requests, limits: [...limits.values()] }),
  };
}

/** The library is loaded only where there is a proxy. Lower case wins, as it does for git. */
async function wayOut(environment: Environment): Promise<Fetch> {
  const named = (name: string): string => environment[name] || environment[name.toUpperCase()] || '';
  const [httpProxy, httpsProxy, noProxy] = [named('http_proxy'), named('https_proxy'), named('no_proxy')];
  if (httpProxy === '' && httpsProxy === '') return globalThis.fetch;
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy });
  const send = (input: unknown, init?: object): unknown => fetch(input as string, { ...init, dispatcher });
  return send as Fetch;
}

function limitOf(headers: Headers): Limit | null {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
  if (limit == null || remaining == null || reset == null) return null;
  return {
    resource: headers.get('x-ratelimit-resource') ?? 'core',
    limit: Number(limit),
    remaining: Number(remaining),
    resetAt: new Date(Number(reset) * 1000).toISOString(),
  };
}
