import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import { roundPercent } from './progress.ts';

/** How reasons put figures into words. */

export function days(n: number): string {
  return n === 1 ? '1 working day' : `${n} working days`;
}

/** How a finish stands against a due date: `2 working days after its due date 2024-07-15`. `variance` is in working days. */
export function against(due: Day, finish: Day, variance: number): string {
  const date = `its due date ${formatDay(due)}`;
  if (variance !== 0) return `${days(Math.abs(variance))} ${variance > 0 ? 'after' : 'before'} ${date}`;
  if (finish === due) return `on ${date}`;
  // Only days off lie between the two.
  return finish < due ? `in time for ${date}` : `no working day after ${date}`;
}

export function percent(value: number): string {
  return `${roundPercent(value)}%`;
}

/** `M05, M06 and M07`; beyond six the rest is counted. */
export function listed(items: readonly string[]): string {
  const shown = items.length > 6 ? [...items.slice(0, 5), `${items.length - 5} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
