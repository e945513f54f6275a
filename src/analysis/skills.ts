import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Measure } from './measure.ts';
import { share, unknown } from './measure.ts';
import { countedTasks } from './progress.ts';

export interface Skills {
  /** Sorted. Everything that tasks and resources of milestones that are not cancelled ask for. */
  readonly needed: readonly string[];
  readonly covered: readonly string[];
  readonly missing: readonly string[];
  readonly coverage: Measure;
  /** People of the team with more than one of the needed skills. */
  readonly crossTraining: Measure;
}

/** Needed skills of one milestone: of its tasks, all or only the unfinished, and of the roles and people it asks for. */
export function skillsOf({ milestone }: Facts, unfinishedOnly: boolean): Set<string> {
  const tasks = countedTasks(milestone).filter((task) => !unfinishedOnly || task.status !== 'completed');
  return new Set([...tasks, ...milestone.resources].map((each) => each.skill).filter((skill) => skill !== null));
}

/** Skill coverage: needed skills that somebody of the team has, of all needed ones. */
export function skillCoverage({ config, facts }: Project): Skills {
  const live = facts.filter((f) => f.milestone.status !== 'cancelled');
  const needed = [...new Set(live.flatMap((f) => [...skillsOf(f, false)]))].sort();
  const { team } = config;
  const present = new Set(team.flatMap((member) => member.skills ?? []));
  const covered = needed.filter((skill) => present.has(skill));
  const missing = needed.filter((skill) => !present.has(skill));
  const noTeam = present.size === 0 ? 'no team member of config.yaml has skills' : null;
  const many = team.filter((m) => needed.filter((skill) => m.skills?.includes(skill)).length > 1);
  const reason = 'no task or resource names a skill';
  return {
    needed,
    covered,
    missing,
    coverage: noTeam === null ? share(covered.length, needed.length, reason) : unknown(noTeam),
    crossTraining:
      noTeam !== null
        ? unknown(noTeam)
        : needed.length === 0
          ? unknown(reason)
          : share(many.length, team.length, reason),
  };
}

/** Skills that unfinished work of open milestones asks for, with the milestones that do, sorted by skill. */
export function openNeeds({ facts }: Project): [skill: string, milestones: string[]][] {
  const found = new Map<string, string[]>();
  for (const each of facts) {
    if (!isOpen(each)) continue;
    for (const skill of skillsOf(each, true)) {
      const list = found.get(skill);
      if (list) list.push(each.milestone.id);
      else found.set(skill, [each.milestone.id]);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
