/** How computed figures and the reasons for missing ones are written on every page. */

/** A number as people read it: two decimals below 100, one below 1,000, none and grouped thousands beyond. */
export function figure(value: number): string {
  const size = Math.abs(value);
  const scale = size >= 1000 ? 1 : size >= 100 ? 10 : 100;
  const [whole = '', part] = String(Math.round(value * scale) / scale + 0).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
}

/** `a, b and 3 more`: the first `limit` of them. */
export function some(items: readonly string[], limit = 5): string {
  const shown = items.slice(0, limit).join(', ');
  return items.length > limit ? `${shown} and ${items.length - limit} more` : shown;
}

/** One figure of a topic: its text, or null and why there is none. */
export interface Fact {
  readonly name: string;
  readonly text: string | null;
  readonly reason?: string | null | undefined;
}

/** What has no data, gathered by reason: `velocity, quality (nothing is finished yet); risks (no risk is recorded)`. */
export function missing(facts: readonly Fact[]): string {
  const byReason = new Map<string, string[]>();
  for (const { name, text, reason } of facts) {
    if (text === null)
      byReason.set(reason ?? '', [
        ...(byReason.get(reason ?? '') ?? []),
        name.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase()),
      ]);
  }
  return [...byReason].map(([why, names]) => names.join(', ') + (why === '' ? '' : ` (${why})`)).join('; ');
}
