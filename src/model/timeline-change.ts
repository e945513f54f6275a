import { parseDay } from './day.ts';
import { LONGEST_SPAN } from './span.ts';

/** What `--timeline` asks of a due date: move it, or set it. `amount` is signed; a week is a working week. */
export type TimelineChange =
  | { readonly kind: 'shift'; readonly amount: number; readonly unit: 'd' | 'w' | 'month' }
  | { readonly kind: 'date'; readonly date: string };

export const TIMELINE_ALLOWED = 'a shift such as `+5d`, `-3d`, `+2w` or `+1month`, or a date such as `2024-08-05`';

// Phones and office programs write a typographic minus or dash for the hyphen.
const SHIFT = /^([+\-–−]?) ?(\d+) ?(?:(d|days?)|(w|weeks?)|(months?))$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `+5days`, `-1 day`, `+2w`, `+1month` or `2024-08-05` → the change; a string says what is wrong with the text. */
export function parseTimelineChange(text: string): TimelineChange | string {
  const trimmed = text.trim();
  if (DATE.test(trimmed)) {
    return parseDay(trimmed, 'UTC') === undefined
      ? 'there is no such day in the calendar'
      : { kind: 'date', date: trimmed };
  }
  const match = SHIFT.exec(trimmed);
  if (!match) return 'neither a shift nor a date';
  const [, sign, digits, days, weeks] = match;
  if (!sign) return 'a shift needs a sign: `+` is later, `-` earlier';
  if (Number(digits) > LONGEST_SPAN) return `at most ${LONGEST_SPAN} at a time`;
  const amount = Number(digits);
  // `0 - amount` rather than `-amount`: there is no negative zero to carry around.
  return { kind: 'shift', amount: sign === '+' ? amount : 0 - amount, unit: days ? 'd' : weeks ? 'w' : 'month' };
}
