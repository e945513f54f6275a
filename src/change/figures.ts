/** How computed figures stand in the sentences of a plan. */

/** `1 day`, `3 days`. */
export function days(count: number): string {
  return `${count} day${Math.abs(count) === 1 ? '' : 's'}`;
}

/** `+3 days`, `-1 day`, `0 days`. */
export function signedDays(count: number): string {
  return count > 0 ? `+${days(count)}` : days(count);
}

/** At most two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** `+0.5`, `-2`, `0`. */
export function signed(value: number): string {
  const shown = round(value);
  return shown > 0 ? `+${shown}` : String(shown);
}

/** `+9,100 USD`. */
export function money(amount: number, currency: string): string {
  const digits = String(Math.abs(Math.round(amount))).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : '+'}${digits} ${currency}`;
}

/** `a`, `a and b`, `a, b and c`; beyond ten `and n more`. */
export function list(items: readonly string[]): string {
  const shown = items.length > 10 ? [...items.slice(0, 9), `${items.length - 9} more`] : items;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** `3 milestones`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a → b`; `none` for what is not there. */
export function arrow(before: unknown, after: unknown): string {
  return `${before ?? 'none'} → ${after ?? 'none'}`;
}
