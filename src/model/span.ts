/** A length in working days or working weeks as people write it: `5d`, `2w`, `0d`; a lag may be negative (a lead). */
export interface Span {
  readonly amount: number;
  readonly unit: 'd' | 'w';
}

/** The largest number of days or weeks that a span may name: far beyond any plan, and near enough to count with. */
export const LONGEST_SPAN = 9999;

const SPAN = /^([+-]?\d+) ?(?:(d|days?)|(w|weeks?))$/i;

/** `5d`, `+2 weeks`, `-1day` → a span; undefined for anything else. */
export function parseSpan(text: string): Span | undefined {
  const match = SPAN.exec(text.trim());
  if (!match) return undefined;
  return { amount: Number(match[1]) + 0, unit: match[2] ? 'd' : 'w' };
}

/** True for a span that the store takes: at most `LONGEST_SPAN` days or weeks, forward or back. */
export function isBounded({ amount }: Span): boolean {
  return Math.abs(amount) <= LONGEST_SPAN;
}

/** The span in working days; a week counts as many as the calendar has working days (five, unless configured). */
export function spanDays(span: Span, workdaysPerWeek: number): number {
  return span.unit === 'd' ? span.amount : span.amount * workdaysPerWeek;
}
