import type { Day } from '../model/day.ts';
import type { Capacity } from '../model/status-capacity.ts';
import type { Rating } from '../model/status-measures.ts';
import type { Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Measure } from './measure.ts';
import { beside, known, rounded, rounding, unknown } from './measure.ts';
import { countedTasks } from './progress.ts';
import type { Load } from './resources.ts';
import { capacities, isOver, resourceRow } from './resources.ts';
import { skillCoverage } from './skills.ts';

/** Up to the target green, up to what the team can give amber, beyond red. */
function rate(value: number | null, target: number): Rating | null {
  if (value === null) return null;
  if (value <= target) return 'green';
  return value <= 100 ? 'amber' : 'red';
}

/** People with an unfinished task in a critical milestone that is projected to be worked on that day, and does not give their share. */
function onCriticalTasks({ facts }: Project, day: Day): Set<string> {
  const found = new Set<string>();
  for (const { milestone, slot } of facts.filter(isOpen)) {
    if (slot?.critical !== true || slot.projected.start > day || slot.projected.finish < day) continue;
    const shared = milestone.resources.filter((r) => r.allocation !== null).map((r) => r.who);
    for (const { status, assignedTo } of countedTasks(milestone)) {
      if (status !== 'completed' && assignedTo !== null && !shared.includes(assignedTo)) found.add(assignedTo);
    }
  }
  return found;
}

/**
 * Capacity: what the open milestones ask of all people today (on the next working day, if it is a day off), in percent of what
 * they can give. Idle is what nobody asks for; the part of it that lies with people who work on no critical milestone could
 * go to the critical path, and is the opportunity for optimisation. Whoever has an unfinished task in a critical milestone
 * of that day, which does not say with what share, works on it: the rest of that person is neither.
 */
export function capacityOf(project: Project, loads: readonly Load[]): Capacity {
  const { config, calendar, facts } = project;
  const day = calendar.onOrAfter(project.today);
  const own = capacities(project);
  const all = [...own.values()].reduce((sum, percent) => sum + percent, 0);
  const now = new Map(
    loads.filter((l) => l.kind === 'person' && l.start <= day && day <= l.end).map((l) => [l.who, l]),
  );
  const load = [...now.values()].reduce((sum, l) => sum + l.percent, 0);
  const stated = facts.some(
    (f) => isOpen(f) && f.milestone.resources.some((r) => r.who !== null && r.allocation !== null),
  );
  const reason = !facts.some(isOpen)
    ? 'no milestone is open'
    : !stated
      ? 'no open milestone says who works on it, and how much (resources: who, allocation)'
      : all === 0
        ? 'the team has no capacity'
        : null;
  const value = reason === null ? (load / all) * 100 : null;
  const busy = onCriticalTasks(project, day);
  let idle = 0;
  let movable = 0;
  for (const [who, capacity] of own) {
    const mine = now.get(who);
    if (busy.has(who)) continue;
    const free = Math.max(0, capacity - (mine?.percent ?? 0));
    idle += free;
    if (!mine?.facts.some((f) => f.slot?.critical === true)) movable += free;
  }
  const ofAll = (percent: number): Measure =>
    reason === null ? rounding(known((percent / all) * 100, own.size)) : unknown(reason);
  const skills = skillCoverage(project);
  const { values, reasons } = beside({
    load_percent: reason === null ? rounding(known(load, now.size)) : unknown(reason),
    capacity_percent: own.size === 0 ? unknown('config.yaml names no team') : rounding(known(all, own.size)),
    skill_coverage_percent: rounding(skills.coverage),
    cross_training_percent: rounding(skills.crossTraining),
    idle_percent: ofAll(idle),
    optimisation_percent: ofAll(movable),
  });
  const assigned = (f: (typeof facts)[number]): boolean =>
    f.milestone.resources.some((r) => r.who !== null && r.allocation !== null);
  const counted = skills.coverage.value !== null;
  return {
    value: value === null ? null : rounded(value, 1),
    unit: '% of capacity',
    target: config.targets.capacity,
    rating: rate(value, config.targets.capacity),
    n: now.size,
    reason,
    ...values,
    people: own.size,
    over_allocated: loads.filter(isOver).map((l) => {
      const { who, window, load_percent, capacity_percent, milestones } = resourceRow(l);
      return { who, window, load_percent, capacity_percent, milestones };
    }),
    unassigned: facts.filter((f) => isOpen(f) && !assigned(f)).map((f) => f.milestone.id),
    skills: counted
      ? { needed: skills.needed.length, covered: skills.covered.length, missing: [...skills.missing] }
      : null,
    reasons: {
      ...reasons,
      ...(value === null && { rating: reason ?? 'no data' }),
      ...(!counted && { skills: skills.coverage.reason ?? 'no data' }),
    },
  };
}
