import type { Actor } from './access.ts';
import { HttpError } from './errors.ts';
import type { Json } from './records.ts';

/** GitHub's limits (docs.github.com, "Rate limits for the REST API"); tests set smaller ones. */
export interface LimitOptions {
  /** Requests an hour for one user or app. */
  readonly primary?: number;
  /** Requests an hour for nobody in particular. */
  readonly anonymous?: number;
  readonly contentPerMinute?: number;
  readonly contentPerHour?: number;
  /** GitHub documents both; 403 is what it mostly sends. */
  readonly status?: 403 | 429;
}

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

/** Counts requests by actor. Every POST, PATCH, PUT and DELETE counts as content: the strictest reading of GitHub's text. */
export class Limits {
  readonly #options: Required<LimitOptions>;
  readonly #now: () => Date;
  readonly #windows = new Map<string, Window>();
  readonly #content = new Map<string, number[]>();

  constructor(options: LimitOptions, now: () => Date) {
    const defaults = { primary: 5000, anonymous: 60, contentPerMinute: 80, contentPerHour: 500, status: 403 } as const;
    this.#options = { ...defaults, ...options };
    this.#now = now;
  }

  /** @throws HttpError 403 (or 429) with `retry-after` or `x-ratelimit-remaining: 0` when the actor must wait. */
  check(actor: Actor, method: string): void {
    if (this.#window(actor).used >= this.#limit(actor)) {
      const whose = actor.user ? `user ID ${actor.user.id}` : '127.0.0.1';
      throw new HttpError(this.#options.status, `API rate limit exceeded for ${whose}.`, {
        documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      });
    }
    if (method !== 'GET') this.#checkContent(actor);
  }

  /** Counts a request that was served; a 304 costs nothing and is not to be counted. */
  spend(actor: Actor): void {
    const window = this.#window(actor);
    window.used = Math.min(window.used + 1, this.#limit(actor));
  }

  headers(actor: Actor): Record<string, string> {
    const { limit, remaining, used, reset } = this.core(actor);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    };
  }

  core(actor: Actor): { limit: number; remaining: number; used: number; reset: number } & Json {
    const { used, reset } = this.#window(actor);
    const limit = this.#limit(actor);
    return { limit, remaining: limit - used, used, reset };
  }

  #checkContent(actor: Actor): void {
    const now = this.#now().getTime() / 1000;
    const recent = (this.#content.get(key(actor)) ?? []).filter((at) => at > now - HOUR);
    const lastMinute = recent.filter((at) => at > now - 60);
    const { contentPerMinute, contentPerHour, status } = this.#options;
    const full: [number[], number, number][] = [
      [recent, contentPerHour, HOUR],
      [lastMinute, contentPerMinute, 60],
    ];
    for (const [requests, most, span] of full) {
      const oldest = requests.at(-most);
      if (oldest === undefined || requests.length < most) continue;
      const wait = Math.max(1, Math.ceil(oldest + span - now));
      throw new HttpError(status, SECONDARY, { documentation_url: SECONDARY_DOCS }, { 'retry-after': String(wait) });
    }
    this.#content.set(key(actor), [...recent, now]);
  }

  #limit(actor: Actor): number {
    return actor.user ? this.#options.primary : this.#options.anonymous;
  }

  #window(actor: Actor): Window {
    const now = Math.floor(this.#now().getTime() / 1000);
    const known = this.#windows.get(key(actor));
    if (known && known.reset > now) return known;
    const fresh = { used: 0, reset: now + HOUR };
    this.#windows.set(key(actor), fresh);
    return fresh;
  }
}

function key(actor: Actor): string {
  return actor.user ? String(actor.user.id) : 'anonymous';
}
