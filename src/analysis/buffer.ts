import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Measure } from './measure.ts';
import { known, unknown } from './measure.ts';

const NONE = 'no open milestone has a buffer_percentage';

interface Buffer {
  readonly size: number;
  readonly left: number;
}

/** The days held back before an open milestone's due date, and how many of them the projection leaves; null without any. */
export function bufferOf(facts: Facts): Buffer | null {
  return bufferBefore(facts, facts.variance);
}

/** The same before the day that the projected finish misses by `late` working days. */
function bufferBefore(facts: Facts, late: number | null): Buffer | null {
  // May be written with its sign: "20%".
  const percentage = Number.parseFloat(String(facts.milestone.timeline.buffer_percentage ?? 0));
  if (!isOpen(facts) || !percentage || facts.duration === 0 || late === null) return null;
  const size = (facts.duration * percentage) / 100;
  return { size, left: Math.min(size, Math.max(0, -late)) };
}

/**
 * Schedule buffers of the open milestones together, after the buffer management of Goldratt, "Critical Chain" (1997): the
 * buffer is the last `buffer_percentage` of a milestone's length, up to its due date; what the projected finish leaves of it
 * remains, the rest is used. Size in working days, used and remaining in percent of it. Against the baseline the buffer ends at
 * the baseline date instead: moving a due date out gives the first figure room again, but not that one.
 */
export function buffersOf(
  project: Project,
): Readonly<Record<'size' | 'used' | 'remaining' | 'remainingOnBaseline', Measure>> {
  const { facts, calendar } = project;
  const { size, left, n } = together(facts.map(bufferOf));
  const none = unknown(NONE);
  if (n === 0) return { size: none, used: none, remaining: none, remainingOnBaseline: none };
  const baseline = together(
    facts.map((each) => {
      const finish = each.slot?.projected.finish ?? null;
      if (each.baseline === null || finish === null) return null;
      return bufferBefore(each, calendar.workingDaysBetween(each.baseline, finish));
    }),
  );
  return {
    size: known(size, n),
    used: known((1 - left / size) * 100, n),
    remaining: known((left / size) * 100, n),
    remainingOnBaseline:
      baseline.n === 0
        ? unknown('no open milestone with a buffer has a baseline')
        : known((baseline.left / baseline.size) * 100, baseline.n),
  };
}

function together(buffers: readonly (Buffer | null)[]): Buffer & { readonly n: number } {
  const found = buffers.filter((buffer) => buffer !== null);
  const sum = (key: keyof Buffer): number => found.reduce((total, buffer) => total + buffer[key], 0);
  return { size: sum('size'), left: sum('left'), n: found.length };
}
