import { LAST_DAY } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Facts, Project } from './facts.ts';
import { listed } from './wording.ts';

const reaches = ({ slot }: Facts): boolean =>
  slot !== null && Math.max(slot.planned.finish, slot.projected.finish) >= LAST_DAY;

/**
 * An error where a chain of lengths and lags, each of them allowed, leads to the end of the calendar: from there on every date
 * is 9999-12-31, which is none that anybody planned. Names the milestones at which that begins, at the first one's file.
 */
export function beyondCalendar({ facts }: Project): Diagnostic[] {
  const beyond = facts.filter(reaches);
  const first = beyond.filter(({ requires }) => !requires.some(({ from }) => reaches(from)));
  const [one] = first;
  if (!one) return [];
  const many = first.length === 1 ? 'finishes' : 'finish';
  const after = beyond.length > first.length ? ', and what waits for it has no true date either' : '';
  return [
    diagnostic(
      'beyond-calendar',
      { file: one.milestone.file },
      `${listed(first.map((f) => f.milestone.id))} ${many} after 9999-12-31, where the calendar ends${after}`,
      'Shorten the durations, estimated hours and lags that lead there.',
    ),
  ];
}
