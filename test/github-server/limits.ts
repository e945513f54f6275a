import type { Actor } from './access.ts';
import { HttpError } from './errors.ts';
import type { Json } from './records.ts';

/** GitHub's limits (docs.github.com, "Rate limits for the REST API" and "… for the GraphQL API"); tests set smaller ones. */
export interface LimitOptions {
  /**
   * REST requests an hour, and also GraphQL points an hour. Without it: 5,000 for a person, 1,000 for the GITHUB_TOKEN of a
   * repository.
   */
  readonly primary?: number;
  /** GraphQL points an hour where they are to differ: GitHub counts them apart from REST. */
  readonly graphql?: number;
  /** Requests an hour for nobody in particular. */
  readonly anonymous?: number;
  readonly contentPerMinute?: number;
  readonly contentPerHour?: number;
  /** GitHub documents both; 403 is what it mostly sends. */
  readonly status?: 403 | 429;
}

/** GitHub's words for its two budgets, as in `x-ratelimit-resource`. */
export type Resource = 'core' | 'graphql';

interface Window {
  used: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

const HOUR = 3600;
const SECONDARY =
  'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. ' +
  'Please retry your request again later.';
const SECONDARY_DOCS =
  'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';

/**
 * Counts requests by actor. Every POST, PATCH, PUT and DELETE and every GraphQL mutation counts as content: the strictest
 * reading of GitHub's text, which counts REST and GraphQL together here.
 */
export class Limits {
  readonly #options: LimitOptions & Required<Omit<LimitOptions, 'primary' | 'graphql'>>;
  readonly #now: () => Date;
  readonly #windows = new Map<string, Window>();
  readonly #content = new Map<string, number[]>();

  constructor(options: LimitOptions, now: () => Date) {
    const defaults = { anonymous: 60, contentPerMinute: 80, contentPerHour: 500, status: 403 } as const;
    this.#options = { ...defaults, ...options };
    this.#now = now;
  }

  /** @throws HttpError 403 (or 429) with `retry-after` or `x-ratelimit-remaining: 0` when the actor must wait. */
  check(actor: Actor, method: string): void {
    if (this.isSpent(actor, 'core')) {
      throw new HttpError(this.#options.status, this.spentMessage(actor), {
        documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      });
    }
    if (method !== 'GET') this.checkContent(actor);
  }

  isSpent(actor: Actor, resource: Resource): boolean {
    return this.#window(actor, resource).used >= this.#limit(actor, resource);
  }

  spentMessage(actor: Actor): string {
    return `API rate limit exceeded for ${actor.user ? `user ID ${actor.user.id}` : '127.0.0.1'}.`;
  }

  /** Counts a request (or GraphQL points) that was served; a 304 costs nothing and is not to be counted. */
  spend(actor: Actor, resource: Resource = 'core', points = 1): void {
    const window = this.#window(actor, resource);
    window.used = Math.min(window.used + points, this.#limit(actor, resource));
  }

  headers(actor: Actor, resource: Resource = 'core'): Record<string, string> {
    const { limit, remaining, used, reset } = this.standing(actor, resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': resource,
    };
  }

  /** `reset` in seconds since 1970. */
  standing(
    actor: Actor,
    resource: Resource = 'core',
  ): { limit: number; remaining: number; used: number; reset: number } & Json {
    const { used, reset } = this.#window(actor, resource);
    const limit = this.#limit(actor, resource);
    return { limit, remaining: limit - used, used, reset };
  }

  /** The headers and body of a secondary limit, for a wait in seconds. */
  secondary(wait: number): HttpError {
    const body = { documentation_url: SECONDARY_DOCS };
    return new HttpError(this.#options.status, SECONDARY, body, { 'retry-after': String(wait) });
  }

  /** Counts a content-creating request. @throws HttpError with `retry-after` where there were too many. */
  checkContent(actor: Actor): void {
    const now = this.#now().getTime() / 1000;
    const recent = (this.#content.get(key(actor)) ?? []).filter((at) => at > now - HOUR);
    const lastMinute = recent.filter((at) => at > now - 60);
    const { contentPerMinute, contentPerHour } = this.#options;
    const full: [number[], number, number][] = [
      [recent, contentPerHour, HOUR],
      [lastMinute, contentPerMinute, 60],
    ];
    for (const [requests, most, span] of full) {
      const oldest = requests.at(-most);
      if (oldest === undefined || requests.length < most) continue;
      throw this.secondary(Math.max(1, Math.ceil(oldest + span - now)));
    }
    this.#content.set(key(actor), [...recent, now]);
  }

  #limit(actor: Actor, resource: Resource): number {
    if (!actor.user) return this.#options.anonymous;
    const primary = this.#options.primary ?? (actor.permissions ? 1000 : 5000);
    return resource === 'graphql' ? (this.#options.graphql ?? primary) : primary;
  }

  #window(actor: Actor, resource: Resource): Window {
    const now = Math.floor(this.#now().getTime() / 1000);
    const name = `${resource} ${key(actor)}`;
    const known = this.#windows.get(name);
    if (known && known.reset > now) return known;
    const fresh = { used: 0, reset: now + HOUR };
    this.#windows.set(name, fresh);
    return fresh;
  }
}

function key(actor: Actor): string {
  if (!actor.user) return 'anonymous';
  // Every GITHUB_TOKEN acts as the same bot, but each repository has a budget of its own.
  return [actor.user.id, ...(actor.repositories ?? [])].join(' ').toLowerCase();
}
