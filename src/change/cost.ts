import type { Config } from '../model/config.ts';
import type { Milestone } from '../model/milestone.ts';
import { factOf, milestoneOf, type Sides } from './sides.ts';
import { memberCalled, membersWith, staffingOf } from './staffing.ts';

/** What a change costs more (positive) or less, in `config.currency`. */
export interface CostChange {
  /** Null where a rate is missing. */
  readonly amount: number | null;
  /** Roles, people and milestones whose rate nobody has written down. */
  readonly unknown: readonly string[];
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length;

/** Rate per hour of a role (the mean of the members who have it) or a person; null where none is written down. */
function rateOf(kind: 'role' | 'person', name: string, config: Config): number | null {
  const members = kind === 'person' ? [memberCalled(name, config)] : membersWith(name, config);
  return mean(members.flatMap((member) => member?.rate ?? []));
}

/** Mean rate per hour of those who work on a milestone, weighted by their share: its people, else its roles. */
function ownRate({ resources }: Milestone, config: Config): number | null {
  const people = resources.flatMap(({ who, allocation }) =>
    who === null ? [] : [{ kind: 'person' as const, name: who, share: allocation ?? 0 }],
  );
  const roles = resources.flatMap(({ who, role, fte }) =>
    who === null && role !== null ? [{ kind: 'role' as const, name: role, share: fte ?? 0 }] : [],
  );
  for (const shares of [people, roles]) {
    const rated = shares.flatMap(({ kind, name, share }) => {
      const rate = rateOf(kind, name, config);
      return rate === null || share === 0 ? [] : [{ rate, share }];
    });
    const all = rated.reduce((sum, { share }) => sum + share, 0);
    if (all > 0) return rated.reduce((sum, { rate, share }) => sum + rate * share, 0) / all;
  }
  return null;
}

/**
 * The cost of a change of people or effort:
 *
 * - Where the people on a milestone change: change of FTE × its remaining working days after the change × hours per day ×
 *   rate of that person, or mean rate of the team members with that role.
 * - Else where its estimated hours change: that many hours × the mean rate of those who work on it.
 *
 * A longer timeline alone costs nothing here: nobody can tell from it how much more work is done.
 */
export function costOf(sides: Sides): CostChange {
  const { before, after, edited, calendar } = sides;
  const { config } = before.state;
  const staffing = staffingOf(sides);
  const unknown = new Set<string>();
  let amount = 0;
  for (const { milestone, kind, name, before: was, after: is } of staffing) {
    const rate = rateOf(kind, name, config);
    if (rate === null) unknown.add(name);
    else amount += (is - was) * (factOf(after, milestone)?.remaining ?? 0) * calendar.hoursPerDay * rate;
  }
  for (const id of edited.filter((each) => !staffing.some((s) => s.milestone === each))) {
    const now = milestoneOf(after, id);
    const more = (now?.timeline.estimated_hours ?? 0) - (milestoneOf(before, id)?.timeline.estimated_hours ?? 0);
    if (more === 0 || !now) continue;
    const rate = ownRate(now, config);
    if (rate === null) unknown.add(id);
    else amount += more * rate;
  }
  return { amount: unknown.size > 0 ? null : Math.round(amount * 100) / 100, unknown: [...unknown] };
}
