import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import type { ChangeFacts } from '../model/status-capacity.ts';
import { earlyStarts } from './early-starts.ts';
import type { Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Load } from './resources.ts';
import { resourceRow } from './resources.ts';
import { openNeeds } from './skills.ts';

/** Of the stretches of parallel work the first ones are listed: beyond, plans change before anybody gets there. */
const LISTED = 20;

/**
 * Parallel workstreams: stretches of days on which the same two or more open milestones are projected to run side by side, in
 * order of time, from today on.
 */
function parallelWorkstreams({ facts, today }: Project): ChangeFacts['parallel_workstreams'] {
  const starts = new Map<Day, string[]>();
  const ends = new Map<Day, string[]>();
  const add = (to: Map<Day, string[]>, day: Day, id: string): void => {
    const list = to.get(day);
    if (list) list.push(id);
    else to.set(day, [id]);
  };
  for (const each of facts) {
    const dates = each.slot?.projected;
    if (!isOpen(each) || !dates || dates.finish < today) continue;
    add(starts, Math.max(dates.start, today), each.milestone.id);
    add(ends, dates.finish + 1, each.milestone.id);
  }
  const place = new Map(facts.map((f, i) => [f.milestone.id, i]));
  const cuts = [...new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b);
  const running = new Set<string>();
  const found: ChangeFacts['parallel_workstreams'] = [];
  for (const [i, day] of cuts.entries()) {
    for (const id of ends.get(day) ?? []) running.delete(id);
    for (const id of starts.get(day) ?? []) running.add(id);
    const next = cuts[i + 1];
    if (running.size < 2 || next === undefined) continue;
    const milestones = [...running].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    found.push({ window: { start: formatDay(day), end: formatDay(next - 1) }, milestones });
    if (found.length === LISTED) break;
  }
  return found;
}

/** Resource sharing: people whom two or more open milestones ask for on the same days. */
function resourceSharing(loads: readonly Load[]): ChangeFacts['resource_sharing'] {
  return loads
    .filter((load) => load.kind === 'person' && load.facts.length > 1)
    .map(resourceRow)
    .map(({ who, window, milestones, load_percent }) => ({ who, window, milestones, load_percent }));
}

/**
 * Cross-training: skills of unfinished work that exactly one member of the team has, with those who could learn them: members
 * who share a role with the one who knows.
 */
function crossTraining({ config }: Project, needs: ReturnType<typeof openNeeds>): ChangeFacts['cross_training'] {
  return needs.flatMap(([skill, milestones]) => {
    const [master, ...others] = config.team.filter((member) => member.skills?.includes(skill));
    if (!master || others.length > 0) return [];
    const candidates = config.team
      .filter((member) => member !== master && member.roles?.some((role) => master.roles?.includes(role)))
      .map((member) => member.login);
    return [{ skill, known_by: master.login, candidates, milestones }];
  });
}

/** Skill gaps: skills of unfinished work that nobody of the team has; none can be told without a team that has skills. */
function skillGaps({ config }: Project, needs: ReturnType<typeof openNeeds>): ChangeFacts['skill_gaps'] {
  const present = new Set(config.team.flatMap((member) => member.skills ?? []));
  if (present.size === 0) return [];
  return needs.filter(([skill]) => !present.has(skill)).map(([skill, milestones]) => ({ skill, milestones }));
}

/** What a change of the plan could make use of, each list by its own rule. */
export function changeFactsOf(project: Project, loads: readonly Load[]): ChangeFacts {
  const needs = openNeeds(project);
  return {
    parallel_workstreams: parallelWorkstreams(project),
    early_starts: earlyStarts(project),
    resource_sharing: resourceSharing(loads),
    cross_training: crossTraining(project, needs),
    skill_gaps: skillGaps(project, needs),
  };
}
