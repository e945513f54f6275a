import type { Load } from '../analysis/resources.ts';
import { isOver } from '../analysis/resources.ts';
import { type Day, formatDay } from '../model/day.ts';
import type { ReportLine } from '../model/plan-report.ts';
import { roleKey } from '../model/resource-change.ts';
import { list, round } from './figures.ts';
import { factOf, type Sides } from './sides.ts';
import { memberCalled, membersSkilledIn, membersWith, type Staffing, staffingOf } from './staffing.ts';

/** Whoever a milestone freed longer ago than this has found other work since. */
const RECENT_DAYS = 28;

interface Window {
  readonly start: Day;
  readonly end: Day;
}

function windowOf({ after }: Sides, id: string): Window | null {
  const dates = factOf(after, id)?.slot?.projected;
  return dates ? { start: Math.max(dates.start, after.project.today), end: dates.finish } : null;
}

/** The stretch of the window on which most is asked for. */
function peak(loads: readonly Load[], names: (who: string) => boolean, window: Window): Load | undefined {
  const inside = loads.filter((load) => names(load.who) && load.start <= window.end && load.end >= window.start);
  return inside.reduce<Load | undefined>(
    (most, load) => (most && most.percent >= load.percent ? most : load),
    undefined,
  );
}

/** Other milestones that free people of a role before the window or in it, latest first. */
function freeing({ after }: Sides, own: string, role: string, window: Window): string[] {
  const found = after.project.facts.flatMap(({ milestone, slot, actualEnd }) => {
    const fte = milestone.resources
      .filter((r) => r.role !== null && roleKey(r.role) === roleKey(role))
      .reduce((sum, r) => sum + (r.fte ?? 0), 0);
    const done = milestone.status === 'completed';
    const end = done ? actualEnd : (slot?.projected.finish ?? null);
    if (milestone.id === own || milestone.status === 'cancelled' || fte === 0 || end === null) return [];
    if (end >= window.end || end < window.start - RECENT_DAYS) return [];
    return [{ end, text: `${milestone.id} ${done ? 'freed' : 'frees'} ${round(fte)} after ${formatDay(end)}` }];
  });
  return found
    .sort((a, b) => b.end - a.end)
    .slice(0, 3)
    .map(({ text }) => text);
}

function roleLine(sides: Sides, { milestone, name, before, after }: Staffing): ReportLine {
  const more = `${round(after - before)} ${name} more for ${milestone}`;
  const { config } = sides.after.state;
  const window = windowOf(sides, milestone);
  const free = window ? freeing(sides, milestone, name, window) : [];
  const from = free.length > 0 ? `; ${list(free)}` : '';
  const members = membersWith(name, config);
  if (members.length === 0) {
    const skilled = membersSkilledIn(name, config);
    const able = skilled.length > 0 ? `; by their skills ${list(skilled.map((member) => member.login))} could` : '';
    const text =
      config.team.length === 0
        ? `${more}: config.yaml names no team to look in`
        : `${more}: nobody in the team is ${name}${able}${from}`;
    return { mark: config.team.length === 0 ? 'no-data' : 'warning', text };
  }
  const capacity = members.reduce((sum, member) => sum + (member.capacity ?? 1), 0);
  const most = window ? peak(sides.after.loads, (who) => roleKey(who) === roleKey(name), window) : undefined;
  if (!most) return { mark: 'no-data', text: `${more}: it is projected on no days in the next twelve weeks` };
  const asked = round(most.percent / 100);
  const when = `from ${formatDay(most.start)} to ${formatDay(most.end)}`;
  const holders = list(most.facts.map((f) => f.milestone.id));
  return asked > capacity
    ? {
        mark: 'warning',
        text: `${more}: ${asked} are asked for ${when} (${holders}), and the team has ${round(capacity)}${from}`,
      }
    : { mark: 'ok', text: `${more}: at most ${asked} of the team's ${round(capacity)} are asked for, ${when}${from}` };
}

function personLine(sides: Sides, { milestone, name, before, after }: Staffing): ReportLine {
  const more = `${name} ${round((after - before) * 100)}% more for ${milestone}`;
  const { config } = sides.after.state;
  if (!memberCalled(name, config)) {
    return config.team.length === 0
      ? { mark: 'no-data', text: `${more}: config.yaml names no team to look in` }
      : { mark: 'warning', text: `${more}: ${name} is not in the team of config.yaml` };
  }
  const window = windowOf(sides, milestone);
  const most = window ? peak(sides.after.loads, (who) => who === name, window) : undefined;
  if (!most) return { mark: 'no-data', text: `${more}: it is projected on no days in the next twelve weeks` };
  const text = `${more}: at most ${round(most.percent)}% of ${most.capacity}% in those days`;
  return { mark: isOver(most) ? 'warning' : 'ok', text };
}

/** Whether the people that a change asks for are there: from the team's load on the milestone's projected days. */
export function availabilityOf(sides: Sides): ReportLine[] {
  return staffingOf(sides)
    .filter(({ before, after }) => after > before)
    .map((each) => (each.kind === 'role' ? roleLine(sides, each) : personLine(sides, each)));
}
