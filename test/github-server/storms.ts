import type { Limits } from './limits.ts';

/** A fault that the next requests meet. */
export interface Storm {
  /**
   * `secondary`: refused with a secondary limit. A status of 500 and above: a failure of the server. `drop`: the connection
   * breaks after the request took effect.
   */
  readonly kind: 'secondary' | '500' | '502' | '503' | 'drop';
  /** Tested against `POST /repos/octo/demo/milestones`, `POST /api/graphql`, `POST /octo/demo.git/git-receive-pack`. */
  readonly match?: RegExp;
  /** So many matching requests; default 1. */
  readonly times?: number;
  /** Seconds that a secondary limit asks to wait; default 60, as GitHub's documentation tells to where nothing is said. */
  readonly retryAfter?: number;
  /** A failure whose request took effect all the same. */
  readonly afterEffect?: boolean;
}

/** What a request meets: `instead` of being served, or once it has been. */
export interface Fault {
  readonly kind: Storm['kind'];
  readonly instead: boolean;
  readonly retryAfter: number;
}

export class Storms {
  readonly #coming: { storm: Storm; left: number }[] = [];

  add(storm: Storm): void {
    this.#coming.push({ storm, left: storm.times ?? 1 });
  }

  /** How many requests are still to be met. */
  left(): number {
    return this.#coming.reduce((sum, { left }) => sum + left, 0);
  }

  /** Takes the oldest storm that fits the request; each request meets one at most. */
  meet(request: string): Fault | null {
    const found = this.#coming.find(({ storm, left }) => left > 0 && (storm.match?.test(request) ?? true));
    if (!found) return null;
    found.left -= 1;
    const { kind, retryAfter = 60, afterEffect = false } = found.storm;
    return { kind, instead: kind !== 'drop' && !afterEffect, retryAfter };
  }
}

/** Status, body and headers of a storm that answers. */
export function stormAnswer(
  limits: Limits,
  fault: Fault,
): { status: number; body: Record<string, unknown>; headers: Readonly<Record<string, string>> } {
  if (fault.kind === 'secondary') {
    const { status, message, extra, headers } = limits.secondary(fault.retryAfter);
    return { status, body: { message, ...extra }, headers };
  }
  return { status: Number(fault.kind), body: { message: 'Server Error' }, headers: {} };
}
