import type { Day } from '../model/day.ts';
import type { QualityMetric } from '../model/milestone.ts';
import type { Calendar } from './calendar.ts';
import type { MilestoneChange } from './journal-changes.ts';
import { valueUnder } from './journal-changes.ts';

/** A value that a quality metric had on a day. */
export interface Point {
  readonly day: Day;
  readonly value: number;
}

interface Named {
  readonly name?: unknown;
  readonly value?: unknown;
}

const isNamed = (item: unknown): item is Named => typeof item === 'object' && item !== null;

/** Values by metric name in a list of metrics as the file writes it. */
function valuesIn(list: unknown): Map<string, number> {
  const items = Array.isArray(list) ? list.filter(isNamed) : [];
  return new Map(
    items.flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}

/** Metrics before and after a change, by name. A change of one metric's value names only its place in the list. */
function changed({ edit }: MilestoneChange, present: readonly QualityMetric[]) {
  const [first, place, key] = edit.path;
  if (first === 'quality' && typeof place === 'number') {
    const name = present[place]?.name;
    const whole = (value: unknown): unknown => (key === 'value' && edit.path.length === 3 ? { name, value } : value);
    if (edit.path.length === 2 || (key === 'value' && edit.path.length === 3)) {
      return { before: valuesIn([whole(edit.before)]), after: valuesIn([whole(edit.after)]) };
    }
    return null;
  }
  const lists = valueUnder(edit, ['quality']);
  return lists && { before: valuesIn(lists.before), after: valuesIn(lists.after) };
}

/**
 * The values that the journal tells of one milestone's quality metrics, by name, oldest first. The value before the first
 * change counts on the day of that change, since it held until then.
 */
export function qualityPoints(
  changes: readonly MilestoneChange[],
  present: readonly QualityMetric[],
  calendar: Calendar,
): Map<string, Point[]> {
  const found = new Map<string, Point[]>();
  for (const change of changes) {
    const values = changed(change, present);
    const day = calendar.dayOf(change.at);
    if (!values || day === null) continue;
    for (const [name, value] of values.after) {
      const before = values.before.get(name);
      if (before === value) continue;
      const points = found.get(name) ?? [];
      if (points.length === 0 && before !== undefined) points.push({ day, value: before });
      points.push({ day, value });
      found.set(name, points);
    }
  }
  return found;
}

/** The least-squares line through the points (Gauss 1809), read off on `day`; null without two different days. */
export function lineAt(points: readonly Point[], day: Day): number | null {
  const n = points.length;
  const meanDay = points.reduce((sum, p) => sum + p.day, 0) / n;
  const meanValue = points.reduce((sum, p) => sum + p.value, 0) / n;
  const spread = points.reduce((sum, p) => sum + (p.day - meanDay) ** 2, 0);
  if (n < 2 || spread === 0) return null;
  const slope = points.reduce((sum, p) => sum + (p.day - meanDay) * (p.value - meanValue), 0) / spread;
  return meanValue + slope * (day - meanDay);
}
