/** A sentence of a derivation, with the figures in it for those who want to compute on. Days are working days, dates ISO. */
export interface Line {
  /** What kind of fact it is, for programs. */
  readonly key: string;
  readonly text: string;
  readonly milestone: string | null;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** How some result of the engine came about. */
export interface Explanation {
  readonly what: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

export function line(key: string, text: string, values: Line['values'] = {}, milestone: string | null = null): Line {
  return { key, text, milestone, values };
}

/** At most `limit` lines; how many more there are is said. */
export function atMost(limit: number, lines: readonly Line[], what: string): Line[] {
  const more = lines.length - limit;
  if (more <= 0) return [...lines];
  return [...lines.slice(0, limit), line('more', `… and ${more} more ${what}`, { count: more })];
}
