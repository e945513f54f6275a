/** A figure that may have no data: then `value` is null and `reason` says why. `n` is how many records it stands on. */
export interface Measure {
  readonly value: number | null;
  readonly n: number;
  readonly reason: string | null;
}

export function known(value: number, n: number): Measure {
  return { value, n, reason: null };
}

export function unknown(reason: string): Measure {
  return { value: null, n: 0, reason };
}

/** `part` of `whole` records in percent (0–100); without any record the reason. */
export function share(part: number, whole: number, reason: string): Measure {
  return whole === 0 ? unknown(reason) : known((part / whole) * 100, whole);
}

/** The arithmetic mean; without any value the reason. */
export function average(values: readonly number[], reason: string): Measure {
  return values.length === 0
    ? unknown(reason)
    : known(values.reduce((sum, v) => sum + v, 0) / values.length, values.length);
}

/** At most `digits` decimals. How figures leave the engine; inside they stay exact. Never a negative zero. */
export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor + 0;
}

/** A measure with its value rounded: percentages and days to one decimal, unless said otherwise. */
export function rounding(measure: Measure, digits = 1): Measure {
  return measure.value === null ? measure : { ...measure, value: rounded(measure.value, digits) };
}

/** A percentage as a ratio from 0 to 1 with three decimals: how the trends part writes shares. */
export function asRatio(percent: number | null): number | null {
  return percent === null ? null : rounded(percent / 100, 3);
}

/** Named measures as the contract writes them: the values, and the reasons of those that are null. */
export function beside<K extends string>(
  measures: Readonly<Record<K, Measure>>,
): { values: Record<K, number | null>; reasons: Partial<Record<K, string>> } {
  const names = Object.keys(measures) as K[];
  const values = {} as Record<K, number | null>;
  const reasons: Partial<Record<K, string>> = {};
  for (const name of names) {
    const { value, reason } = measures[name];
    values[name] = value;
    if (value === null) reasons[name] = reason ?? 'no data';
  }
  return { values, reasons };
}
