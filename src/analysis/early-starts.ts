import type { Day } from '../model/day.ts';
import type { ChangeFacts } from '../model/status-capacity.ts';
import type { Facts, Project } from './facts.ts';
import { openExternals } from './facts.ts';
import { countedTasks } from './progress.ts';

/** Everybody known to work on what is left of a milestone. */
function peopleOf({ milestone }: Facts): Set<string> {
  const tasks = countedTasks(milestone).filter((task) => task.status !== 'completed');
  const names = [...tasks.map((task) => task.assignedTo), ...milestone.resources.map((r) => r.who)];
  return new Set(names.filter((name) => name !== null));
}

const sharesNobody = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  mine.size > 0 && theirs.size > 0 && [...mine].every((who) => !theirs.has(who));

/** The first working day on which external dependencies let a milestone start; their due day is still theirs. */
function afterExternals(facts: Facts, { calendar, today }: Project): Day {
  return openExternals(facts).reduce((latest, external) => {
    const due = calendar.dayOf(external.due);
    return due === null ? latest : Math.max(latest, calendar.onOrAfter(due + 1));
  }, calendar.onOrAfter(today));
}

/** The first working day that the projected finishes of all predecessors (lags included) allow. */
function afterPredecessors({ requires }: Facts, { calendar }: Project): Day {
  return requires.reduce((latest, { from, lag }) => {
    if (from.slot === null) return latest;
    return Math.max(latest, calendar.toDay(calendar.toIndex(from.slot.projected.finish + 1) + lag));
  }, Number.NEGATIVE_INFINITY);
}

/**
 * Milestones that are not started and could start earlier than projected, by one of two rules:
 *
 * - `own-start-date`: nothing but its own `estimated_start` holds it: predecessors and externals would let it start earlier.
 * - `nobody-shared`: it only waits for unfinished predecessors that share no person with it, so part of its work could run
 *   beside theirs.
 *
 * `days` is how many working days earlier at most.
 */
export function earlyStarts(project: Project): ChangeFacts['early_starts'] {
  const { calendar, facts } = project;
  const people = new Map<Facts, Set<string>>();
  const known = (each: Facts): Set<string> => {
    const found = people.get(each) ?? peopleOf(each);
    people.set(each, found);
    return found;
  };
  return facts.flatMap((each): ChangeFacts['early_starts'] => {
    const { milestone, slot, waitsFor } = each;
    if (milestone.status !== 'planning' || slot === null) return [];
    const planned = slot.projected.start;
    const free = afterExternals(each, project);
    const stated = calendar.dayOf(milestone.timeline.estimated_start);
    const ready = Math.max(free, afterPredecessors(each, project));
    if (stated !== null && ready < planned && calendar.onOrAfter(stated) === planned) {
      const days = calendar.workingDaysBetween(ready, planned);
      return days > 0 ? [{ milestone: milestone.id, rule: 'own-start-date', days, without: [] }] : [];
    }
    if (waitsFor.length === 0 || !waitsFor.every((p) => sharesNobody(known(each), known(p)))) return [];
    const days = calendar.workingDaysBetween(Math.max(free, stated ?? free), planned);
    return days > 0
      ? [{ milestone: milestone.id, rule: 'nobody-shared', days, without: waitsFor.map((p) => p.milestone.id) }]
      : [];
  });
}
