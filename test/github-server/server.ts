import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actorOf } from './access.ts';
import { isObject, readJson } from './body.ts';
import { HttpError } from './errors.ts';
import { isGitRequest, serveGit } from './git/http.ts';
import { writePushHook } from './git/protection.ts';
import { answerGraphql } from './graphql/answer.ts';
import { type LimitOptions, Limits } from './limits.ts';
import type { Json } from './records.ts';
import { answerRest, type Reply, type Rest } from './rest.ts';
import { makeSetup, type Setup } from './setup.ts';
import { State } from './state.ts';
import { type Fault, type Storm, Storms, stormAnswer } from './storms.ts';

export interface GitHubOptions {
  /** The server's clock: timestamps, rate-limit windows and commit dates. Default: the machine's. */
  readonly now?: () => Date;
  readonly limits?: LimitOptions;
  /** Where the bare repositories go; kept after `close()`. Default: a temporary folder that `close()` removes. */
  readonly folder?: string;
  /**
   * Parts of the GraphQL schema that this server does not know, as an old Enterprise Server: `Issue.parent`,
   * `Issue.stateReason(enableDuplicate)`; see OLD_SERVER_LACKS.
   */
  readonly lacks?: readonly string[];
}

/** One request as served, git's included. */
interface LoggedRequest {
  readonly kind: 'rest' | 'graphql' | 'git';
  readonly method: string;
  /** For REST without `/api/v3`: `/repos/octo/demo/issues/1/comments`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON sent; undefined without a body and for git. */
  readonly body: unknown;
  readonly status: number;
  /** Null: not signed in, or credentials that are not known. */
  readonly login: string | null;
  /** By the server's clock, ISO 8601. */
  readonly at: string;
}

export interface GitHub extends Setup {
  /** `http://127.0.0.1:<port>`, also what a runner has in GITHUB_SERVER_URL. */
  readonly url: string;
  readonly serverUrl: string;
  /** GITHUB_API_URL: `<url>/api/v3`. */
  readonly apiUrl: string;
  /** GITHUB_GRAPHQL_URL: `<url>/api/graphql`. */
  readonly graphqlUrl: string;
  readonly state: State;
  /** In the order in which they were answered. */
  readonly requests: LoggedRequest[];
  /** Requests that GitHub's OpenAPI description does not allow, and endpoints that are not served: a test expects none. */
  readonly violations: Rest['violations'];
  /** Answers of this server that differ from the description; the contract suite expects none. */
  readonly responseFaults: readonly string[];
  /** The next matching requests meet a fault. */
  storm(storm: Storm): void;
  /** How many requests are still to meet one. */
  stormsLeft(): number;
  close(): Promise<void>;
}

/** Starts a GitHub on 127.0.0.1 and a free port, with no users but `github-actions[bot]` and no repositories. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const now = options.now ?? (() => new Date());
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'local-github-')));
  const hooks = join(folder, '.hooks');
  await mkdir(hooks, { recursive: true });
  await writePushHook(hooks);

  const state = new State(now);
  const requests: LoggedRequest[] = [];
  const storms = new Storms();
  const server = createServer((request, response) => {
    serve({ ...rest, hooks, requests, storms }, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = { html: url, api: `${url}/api/v3` };
  const rest: Rest = {
    state,
    limits: new Limits(options.limits ?? {}, now),
    urls,
    lacks: options.lacks ?? [],
    violations: [],
    responseFaults: [],
  };

  return {
    ...makeSetup(state, urls, folder),
    url,
    serverUrl: url,
    apiUrl: urls.api,
    graphqlUrl: `${url}/api/graphql`,
    state,
    requests,
    violations: rest.violations,
    responseFaults: rest.responseFaults,
    storm: (storm) => storms.add(storm),
    stormsLeft: () => storms.left(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type Serving = Rest & { readonly hooks: string; readonly requests: LoggedRequest[]; readonly storms: Storms };

async function serve(at: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', at.urls.html);
  const actor = actorOf(at.state, request.headers.authorization);
  const log = (kind: LoggedRequest['kind'], path: string, status: number, body?: unknown): void => {
    const query = Object.fromEntries(url.searchParams);
    const login = actor?.user?.login ?? null;
    at.requests.push({ kind, method: request.method ?? '', path, query, body, status, login, at: at.state.stamp() });
  };
  response.setHeader('x-github-request-id', String(at.requests.length + 1));
  const path = url.pathname.replace(/^\/api\/v3/, '');
  const fault = at.storms.meet(`${request.method} ${path}`);
  if (isGitRequest(url.pathname)) {
    if (fault?.instead) {
      const { status, body, headers } = stormAnswer(at.limits, fault);
      log('git', path, status);
      return send(response, json(status, body, { ...headers, connection: 'close' }));
    }
    // Nothing of the answer goes out: git meets a connection that ends in silence.
    if (fault) response.write = () => true;
    if (fault) response.end = () => response.destroy() as never;
    return serveGit(at, actor, url, request, response, (status) => log('git', url.pathname, status));
  }
  if (url.pathname !== '/api/graphql' && !url.pathname.startsWith('/api/v3/')) {
    return send(response, json(404, { message: 'The local GitHub has no pages: only /api/v3, /api/graphql and git.' }));
  }
  const kind = path === '/api/graphql' ? 'graphql' : 'rest';
  const { method = 'GET', headers } = request;
  const standing = () => at.limits.headers(actor ?? { user: null }, kind === 'graphql' ? 'graphql' : 'core');
  let body: unknown;
  let reply: Reply;
  try {
    body = await readJson(request);
    const query = Object.fromEntries(url.searchParams);
    if (fault?.instead) reply = stormReply(at, fault, standing());
    else if (kind === 'rest') reply = await answerRest(at, { method, path, query, body, headers, actor });
    else if (!actor) reply = json(401, { message: 'Bad credentials' });
    else if (!actor.user) reply = json(401, { message: 'This endpoint requires you to be authenticated.' });
    else reply = await answerGraphql(at, { ...actor, user: actor.user }, isObject(body) ? body : {});
  } catch (error) {
    if (!(error instanceof HttpError)) {
      at.responseFaults.push(`${method} ${path}: ${error}`);
      throw error;
    }
    reply = json(error.status, { message: error.message, ...error.extra }, { ...standing(), ...error.headers });
  }
  if (fault && !fault.instead && fault.kind !== 'drop') reply = stormReply(at, fault, standing());
  log(kind, path, reply.status, body);
  if (fault?.kind === 'drop') response.destroy();
  else send(response, reply);
}

function stormReply(at: Serving, fault: Fault, standing: Readonly<Record<string, string>>): Reply {
  const { status, body, headers } = stormAnswer(at.limits, fault);
  return json(status, body, { ...standing, ...headers });
}

function json(status: number, body: Json, more: Readonly<Record<string, string>> = {}): Reply {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...more };
  return { status, bytes: Buffer.from(JSON.stringify(body)), headers };
}

function send(response: ServerResponse, { status, bytes, headers }: Reply): void {
  response.writeHead(status, { ...headers, ...(bytes && { 'content-length': bytes.length }) });
  response.end(bytes ?? undefined);
}
