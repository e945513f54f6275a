import type { Load } from '../analysis/resources.ts';
import { isOver } from '../analysis/resources.ts';
import { formatDay } from '../model/day.ts';
import { list, round } from './figures.ts';

const ids = ({ facts }: Load): string[] => facts.map((f) => f.milestone.id);
const excess = ({ percent, capacity }: Load): number => percent - (capacity ?? percent);

/**
 * Stretches of days on which somebody is asked for more than they have, and it is the change's doing: no stretch before the
 * change held the same milestones together at as much. An overload that only lasts longer is none of these. One for each
 * person, the worst.
 */
export function overloadsBy(before: readonly Load[], after: readonly Load[]): Load[] {
  const people = (loads: readonly Load[]): Load[] => loads.filter((load) => load.kind === 'person' && isOver(load));
  const old = people(before);
  const worse = people(after).filter((load) => {
    const same = old.filter((was) => was.who === load.who && ids(load).every((id) => ids(was).includes(id)));
    return same.every((was) => excess(load) > excess(was) + 1e-9);
  });
  const worst = new Map<string, Load>();
  for (const load of worse)
    if (excess(load) > excess(worst.get(load.who) ?? { ...load, percent: 0 })) worst.set(load.who, load);
  return [...worst.values()];
}

/** `erin is asked for 155% from 2024-07-26 to 2024-07-27 (M05 and M06), and has 100%`. */
export function overloadText(load: Load): string {
  const span =
    load.start === load.end ? `on ${formatDay(load.start)}` : `from ${formatDay(load.start)} to ${formatDay(load.end)}`;
  return `${load.who} is asked for ${round(load.percent)}% ${span} (${list(ids(load))}), and has ${load.capacity}%`;
}
