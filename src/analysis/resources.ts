import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { ResourceLoad } from '../model/status-capacity.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';

/** Beyond this many days a projection is no plan for people. Each window is at least a day, so it also bounds their number. */
const HORIZON_DAYS = 84;

/** Who is asked for how much of a full-time person, from when to when. */
interface Demand {
  readonly facts: Facts;
  readonly start: Day;
  readonly end: Day;
  readonly percent: number;
}

/** Days on which the same milestones ask for somebody. */
export interface Load {
  readonly who: string;
  readonly kind: 'person' | 'role';
  readonly start: Day;
  readonly end: Day;
  readonly percent: number;
  /** In percent of one full-time person; null for a role that nobody of the team has. */
  readonly capacity: number | null;
  readonly facts: readonly Facts[];
}

type Demands = ReadonlyMap<string, readonly Demand[]>;

/** What the open milestones ask for on their projected days from today on: people by `allocation`, roles by `fte`. */
function demandsOf({ facts, today }: Project): { people: Demands; roles: Demands } {
  const people = new Map<string, Demand[]>();
  const roles = new Map<string, Demand[]>();
  const add = (to: Map<string, Demand[]>, who: string, demand: Demand): void => {
    const list = to.get(who);
    if (list) list.push(demand);
    else to.set(who, [demand]);
  };
  for (const each of facts) {
    const dates = each.slot?.projected;
    if (!isOpen(each) || !dates || dates.finish < today) continue;
    const base = { facts: each, start: Math.max(dates.start, today), end: dates.finish };
    if (base.start >= today + HORIZON_DAYS) continue;
    for (const { who, role, allocation, fte } of each.milestone.resources) {
      if (who !== null && allocation !== null) add(people, who, { ...base, percent: allocation });
      else if (who === null && role !== null && fte !== null) add(roles, role, { ...base, percent: fte * 100 });
    }
  }
  return { people, roles };
}

/** Cuts overlapping demands into windows in which the same ones hold, in order of time. */
function windowsOf(demands: readonly Demand[], horizon: Day): { start: Day; end: Day; held: Demand[] }[] {
  const cuts = [...new Set(demands.flatMap((d) => [d.start, d.end + 1]))].sort((a, b) => a - b);
  return cuts.flatMap((start, i) => {
    const next = cuts[i + 1];
    if (next === undefined || start >= horizon) return [];
    const held = demands.filter((d) => d.start <= start && d.end >= start);
    return held.length === 0 ? [] : [{ start, end: next - 1, held }];
  });
}

/** What people can give, in percent of a full-time person: the team's capacity, and 100 for whoever else is assigned. */
export function capacities({ config, facts }: Project): Map<string, number> {
  const found = new Map(config.team.map((member) => [member.login, (member.capacity ?? 1) * 100]));
  for (const each of facts) {
    if (!isOpen(each)) continue;
    for (const { who, allocation } of each.milestone.resources) {
      if (who !== null && allocation !== null && !found.has(who)) found.set(who, 100);
    }
  }
  return found;
}

/**
 * The load of people and roles, by name: one row for each stretch of days in which the same open milestones ask for them, at
 * most twelve weeks ahead. A role's capacity is that of the team members who have it.
 */
export function loadsOf(project: Project): Load[] {
  const { people, roles } = demandsOf(project);
  const own = capacities(project);
  const horizon = project.today + HORIZON_DAYS;
  const rows = (kind: Load['kind'], demands: Demands, capacity: (who: string) => number | null): Load[] =>
    [...demands.keys()].sort().flatMap((who) =>
      windowsOf(demands.get(who) ?? [], horizon).map(({ start, end, held }) => ({
        who,
        kind,
        start,
        end,
        percent: held.reduce((sum, d) => sum + d.percent, 0),
        capacity: capacity(who),
        facts: [...new Set(held.map((d) => d.facts))],
      })),
    );
  const ofRole = (role: string): number | null => {
    const members = project.config.team.filter((member) => member.roles?.includes(role));
    return members.length === 0 ? null : members.reduce((sum, m) => sum + (m.capacity ?? 1) * 100, 0);
  };
  return [...rows('person', people, (who) => own.get(who) ?? 100), ...rows('role', roles, ofRole)];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The loads as the contract writes them. */
export function resourceRow({ who, kind, start, end, percent, capacity, facts }: Load): ResourceLoad {
  return {
    who,
    kind,
    window: { start: formatDay(start), end: formatDay(end) },
    load_percent: tenth(percent),
    capacity_percent: capacity,
    // Nobody has capacity 0 to give: then no share of it can be told.
    utilisation_percent: capacity === null || capacity === 0 ? null : tenth((percent / capacity) * 100),
    milestones: facts.map((f) => f.milestone.id),
  };
}

/** True where more is asked for than there is. */
export function isOver({ percent, capacity }: Load): boolean {
  return capacity !== null && percent > capacity + 1e-9;
}
