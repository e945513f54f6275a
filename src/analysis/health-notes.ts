import { formatDay } from '../model/day.ts';
import type { Health } from '../model/standing.ts';
import type { Facts } from './facts.ts';
import { missedTargets } from './quality.ts';
import type { Watched } from './watch.ts';
import { overloadText } from './watch.ts';
import { days, listed, percent } from './wording.ts';

/** A rule of health: the sentence with its figures if it holds for the milestone, else null. */
export interface Rule {
  readonly rule: string;
  /** Null for what a reader should know, but what alone makes nothing late: it never decides. */
  readonly health: Health | null;
  readonly test: (facts: Facts, project: Watched) => string | null;
}

/** Due within this many working days from today is soon. */
const IMMINENT_DAYS = 2;

/** What a reader of an open milestone should know besides its health, in the order in which it is said. */
export const NOTES: readonly Rule[] = [
  {
    rule: 'due-soon',
    health: null,
    test: ({ due, progress, remaining, milestone }, { calendar, today }) => {
      if (due === null || due < today || milestone.status !== 'in_progress') return null;
      if (calendar.workingDaysBetween(today, due) > IMMINENT_DAYS) return null;
      // The day, not its distance: the page must not change because a day went by.
      const work = remaining === 0 ? 'no work left' : `${days(remaining)} of work left`;
      return `Due on ${formatDay(due)}, and ${percent(progress)} done with ${work}`;
    },
  },
  {
    // Whether that costs time is for the schedule to say; somebody has to choose.
    rule: 'overloaded',
    health: null,
    test: ({ milestone }, { overloads, today }) => {
      const found = new Map((overloads.get(milestone.id) ?? []).toReversed().map((o) => [o.load.who, o]));
      const texts = [...found.values()].reverse().map((overload) => overloadText(overload, today));
      return texts.length === 0 ? null : `Over-allocated: ${listed(texts)}`;
    },
  },
  {
    rule: 'quality-below-target',
    health: null,
    test: ({ milestone }) => {
      const missed = missedTargets(milestone);
      if (missed.length === 0) return null;
      const texts = missed.map(({ name, value, target, unit }) => {
        const of = (figure: number | null): string => `${figure}${/^%?$/.test(unit) ? unit : ` ${unit}`}`;
        return `${name} ${of(value)} (target ${of(target)})`;
      });
      return `Below target: ${listed(texts)}`;
    },
  },
];
