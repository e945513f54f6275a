import { createHash } from 'node:crypto';
import type { Actor } from './access.ts';
import { isObject } from './body.ts';
import type { Answer, Call } from './call.ts';
import { HttpError } from './errors.ts';
import type { Limits } from './limits.ts';
import { routes } from './rest/routes.ts';
import { makeRouter } from './router.ts';
import type { Urls } from './show/urls.ts';
import type { State } from './state.ts';
import { checkRequest, checkResponse, description, type Violation } from './validate.ts';

const route = makeRouter(routes);
const DOCS = 'https://docs.github.com/rest';

export interface RestRequest {
  readonly method: string;
  /** Below `/api/v3`, still percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Null: the credentials are not known. */
  readonly actor: Actor | null;
}

export interface Rest {
  readonly state: State;
  readonly limits: Limits;
  readonly urls: Urls;
  /** Parts of the GraphQL schema that this server is too old for. */
  readonly lacks: readonly string[];
  readonly violations: Violation[];
  /** Own answers that differ from GitHub's description. */
  readonly responseFaults: string[];
}

/** A whole answer: bytes and every header but those of HTTP itself. */
export interface Reply {
  readonly status: number;
  readonly bytes: Buffer | null;
  readonly headers: Record<string, string>;
}

/** Checks, limits, serves and dresses one REST request. Faults of the server itself become a 500 with the message. */
export async function answerRest(rest: Rest, request: RestRequest): Promise<Reply> {
  const match = route(request.method, request.path);
  const docs = (match && description.operations[match.key]?.docs) || DOCS;
  const actor = request.actor ?? { user: null };
  try {
    if (!request.actor) throw new HttpError(401, 'Bad credentials');
    const free = match?.key === 'GET /rate_limit';
    if (!free) rest.limits.check(actor, request.method);
    if (!match) throw notServed(rest, request);
    refuseInvalid(rest, match.key, match.params, request);
    const { body } = request;
    const call: Call = {
      ...rest,
      actor,
      path: request.path,
      params: match.params,
      query: request.query,
      body: isObject(body) ? body : {},
      rawBody: body,
      accept: String(request.headers['accept'] ?? ''),
    };
    const reply = dress(await match.handler(call), request, actor);
    if (reply.bytes && reply.headers['content-type']?.startsWith('application/json')) {
      const faults = checkResponse(match.key, reply.status, JSON.parse(reply.bytes.toString()));
      rest.responseFaults.push(...faults.map((fault) => `${match.key} ${reply.status}: ${fault}`));
    }
    if (!free && reply.status !== 304) rest.limits.spend(actor);
    return { ...reply, headers: { ...reply.headers, ...rest.limits.headers(actor) } };
  } catch (error) {
    const known = error instanceof HttpError ? error : new HttpError(500, `The local GitHub failed: ${error}`);
    if (known.status === 500) rest.responseFaults.push(`${request.method} ${request.path}: ${known.message}`);
    const body = { message: known.message, documentation_url: docs, ...known.extra, status: String(known.status) };
    if (known.status !== 401) rest.limits.spend(actor);
    return {
      status: known.status,
      bytes: Buffer.from(JSON.stringify(body)),
      headers: { ...JSON_TYPE, ...rest.limits.headers(actor), ...known.headers },
    };
  }
}

const JSON_TYPE = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
};

/** An endpoint that GitHub may have and this server has not: no 404, so that a test cannot take it for an answer. */
function notServed(rest: Rest, { method, path }: RestRequest): HttpError {
  const problem = 'the local GitHub does not serve this endpoint';
  rest.violations.push({ operation: `${method} ${path}`, problem, refused: true });
  return new HttpError(501, `${method} ${path}: ${problem}.`);
}

function refuseInvalid(rest: Rest, key: string, params: Record<string, string>, request: RestRequest): void {
  const found = checkRequest(key, params, request.query, request.body);
  rest.violations.push(...found);
  const refused = found.filter((violation) => violation.refused);
  if (refused.length > 0)
    throw new HttpError(422, `Invalid request.\n\n${refused.map((one) => one.problem).join('\n')}`);
}

/** Serialises an answer; a GET gets an ETag, and 304 when the client has that version already. */
function dress(answer: Answer, request: RestRequest, actor: Actor): Reply {
  const { status, body } = answer;
  const headers: Record<string, string> = { ...(body === undefined ? {} : JSON_TYPE), ...answer.headers };
  const bytes = body === undefined ? null : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  if (request.method !== 'GET' || status !== 200 || !bytes) return { status, bytes, headers };
  const hash = createHash('sha256')
    .update(`${actor.user?.id} ${headers['link'] ?? ''}\n`)
    .update(bytes)
    .digest('hex');
  const etag = `W/"${hash}"`;
  const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  const cached = {
    ...headers,
    etag,
    'cache-control': 'private, max-age=60, s-maxage=60',
    vary: 'Accept, Authorization',
  };
  const matches = known.some((one) => one.replace(/^W\//, '') === etag.replace(/^W\//, ''));
  return matches ? { status: 304, bytes: null, headers: cached } : { status, bytes, headers: cached };
}
