import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Measure } from './measure.ts';
import { known, unknown } from './measure.ts';

const NONE = 'no open milestone has a buffer_percentage';

/** The days held back before an open milestone's due date, and how many of them the projection leaves; null without any. */
export function bufferOf(facts: Facts): { size: number; left: number } | null {
  // May be written with its sign: "20%".
  const percentage = Number.parseFloat(String(facts.milestone.timeline.buffer_percentage ?? 0));
  if (!isOpen(facts) || !percentage || facts.duration === 0 || facts.variance === null) return null;
  const size = (facts.duration * percentage) / 100;
  return { size, left: Math.min(size, Math.max(0, -facts.variance)) };
}

/**
 * Schedule buffers of the open milestones together, after the buffer management of Goldratt, "Critical Chain" (1997): the
 * buffer is the last `buffer_percentage` of a milestone's length, up to its due date; what the projected finish leaves of it
 * remains, the rest is used. Size in working days, used and remaining in percent of it.
 */
export function buffersOf({ facts }: Project): { size: Measure; used: Measure; remaining: Measure } {
  const buffers = facts.map(bufferOf).filter((buffer) => buffer !== null);
  if (buffers.length === 0) return { size: unknown(NONE), used: unknown(NONE), remaining: unknown(NONE) };
  const size = buffers.reduce((sum, b) => sum + b.size, 0);
  const left = buffers.reduce((sum, b) => sum + b.left, 0);
  const n = buffers.length;
  return { size: known(size, n), used: known((1 - left / size) * 100, n), remaining: known((left / size) * 100, n) };
}
