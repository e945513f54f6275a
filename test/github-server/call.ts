import type { Actor } from './access.ts';
import { requireWrite, visibleRepo } from './access.ts';
import { HttpError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Area, Issue, Json, Repo, Role, User } from './records.ts';
import type { Urls } from './show/urls.ts';
import type { State } from './state.ts';

/** One REST request, understood: what a handler sees. */
export interface Call {
  readonly state: State;
  readonly limits: Limits;
  readonly urls: Urls;
  readonly actor: Actor;
  /** The path as asked, below `/api/v3`, without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body when it is an object, else `{}`; `rawBody` is whatever was sent. */
  readonly body: Json;
  readonly rawBody: unknown;
  readonly accept: string;
}

export interface Answer {
  readonly status: number;
  /** JSON, or bytes that go out as they are. Absent: no content. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** By method and path template, spelled as in GitHub's OpenAPI description: `GET /repos/{owner}/{repo}`. */
export type Routes = Readonly<Record<string, Handler>>;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: Json): Answer {
  return { status: 201, body, headers: { location: String(body['url']) } };
}

export const NO_CONTENT: Answer = { status: 204 };

export function repoOf(call: Call): Repo {
  return visibleRepo(call.state, call.actor, call.params['owner'] ?? '', call.params['repo'] ?? '');
}

/** The signed-in user, once the right to change `area` of the repository is proved. */
export function writer(call: Call, repo: Repo, area: Area, least: Role): User {
  return requireWrite(call.state, call.actor, repo, area, least);
}

/** Issues and pull requests share endpoints, but an app needs the permission of the kind at hand. */
export function threadArea(issue: Issue): Area {
  return issue.pull ? 'pull-requests' : 'issues';
}

/** The value as a string, or undefined: for body properties whose type the OpenAPI check has vouched for. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** One page of a list with GitHub's `Link` header: 30 entries unless `per_page` says otherwise, never over 100. */
function page<T>(call: Call, items: readonly T[]): { items: T[]; headers: Record<string, string> } {
  const size = Math.min(100, positive(call.query['per_page'], 30));
  const number = positive(call.query['page'], 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (target: number, rel: string): string => {
    const query = new URLSearchParams({ ...call.query, page: String(target) });
    return `<${call.urls.api}${call.path}?${query}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (number > 1) links.push(link(Math.min(number - 1, last), 'prev'));
  if (number < last) links.push(link(number + 1, 'next'), link(last, 'last'));
  if (number > 1) links.push(link(1, 'first'));
  const slice = items.slice((number - 1) * size, number * size);
  return { items: slice, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}

/** A list endpoint's answer: the page, each entry shown. */
export async function listed<T>(
  call: Call,
  items: readonly T[],
  show: (item: T) => unknown,
  wrap: (shown: unknown[]) => unknown = (shown) => shown,
): Promise<Answer> {
  const { items: slice, headers } = page(call, items);
  return { status: 200, body: wrap(await Promise.all(slice.map(show))), headers };
}

function positive(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number > 0 ? number : otherwise;
}

/** Sorts a copy by a text key; equal keys keep the order of creation. */
export function sorted<T>(items: readonly T[], key: (item: T) => string, direction: string): T[] {
  const sign = direction === 'desc' ? -1 : 1;
  return items.toSorted((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** @throws HttpError 422 for a date that is none: GitHub refuses it, whatever the format check lets through. */
export function instant(value: string | undefined, field: string): string | null {
  if (value === undefined) return null;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new HttpError(422, `The ${field} parameter is not a valid timestamp.`);
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
