import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import { idKey } from '../model/id.ts';
import type { State } from '../model/state.ts';
import { calendarOf } from './calendar.ts';
import { explainForecast } from './explain-forecast.ts';
import { explainMilestone } from './explain-milestone.ts';
import type { Explanation, Line } from './explanation.ts';
import { atMost, line } from './explanation.ts';
import type { Facts, Project } from './facts.ts';
import { factsOf, isNearCritical, isoDay } from './facts.ts';
import { healthOf } from './health.ts';
import { projectHealth } from './project-health.ts';
import type { Watched } from './watch.ts';
import { watch } from './watch.ts';
import { days, listed } from './wording.ts';

const PATHS = 5;
const LISTED = 100;

/** Why a critical milestone starts at its boundary: the critical predecessors that drive it, else its own earliest day. */
function member(facts: Facts): Line {
  const { milestone, slot, duration, requires } = facts;
  const start = slot?.earlyStart ?? 0;
  const driving = requires.filter(({ from, lag }) => from.slot && from.slot.earlyFinish + lag === start);
  const after = driving.map(({ from, lag }) => {
    const gap = lag === 0 ? '' : lag > 0 ? ` + ${days(lag)} of lag` : ` − ${days(-lag)} of lead`;
    return `${from.milestone.id} (over at ${from.slot?.earlyFinish}${gap})`;
  });
  const why =
    after.length > 0
      ? `follows ${listed(after)}`
      : start === 0
        ? 'starts with the schedule'
        : 'starts at its estimated_start';
  const dates = `${isoDay(slot?.planned.start ?? null)} to ${isoDay(slot?.planned.finish ?? null)}`;
  const text = `${milestone.id}: boundary ${start} to ${slot?.earlyFinish} (${days(duration)}, ${dates}); ${why}`;
  const values = { early_start_day: start, early_finish_day: slot?.earlyFinish ?? null, duration_days: duration };
  return line('member', text, values, milestone.id);
}

/** Which chains of milestones determine the length of the plan, and who is close to them. */
export function explainCriticalPath({ schedule, facts, config }: Project): Explanation {
  const critical = facts.filter((f) => f.slot?.critical === true);
  const limit = config.tolerance.nearCritical;
  const near = facts.filter((f) => isNearCritical(f, config));
  const end = isoDay(schedule.plannedFinish);
  const summary =
    end === null
      ? [line('none', 'No milestone has a place in the schedule.')]
      : [
          line(
            'length',
            `From ${formatDay(schedule.start)} (boundary 0) to ${end}: ${days(schedule.length)}. A milestone is critical if it has no float: its late dates, counted back from the end of the plan, are its early ones.`,
            { start: formatDay(schedule.start), length_days: schedule.length, planned_finish: end },
          ),
        ];
  const cycle = schedule.cycle
    ? [line('cycle', `${listed(schedule.cycle)} wait for each other in a cycle and have no dates.`)]
    : [];
  const paths = schedule.criticalPaths
    .slice(0, PATHS)
    .map((path) => line('path', path.join(' → '), { members: path.length }));
  const more = schedule.criticalPathCount - paths.length;
  if (more > 0) paths.push(line('more', `… and ${more} more`, { count: more }));
  const sections = [
    { title: 'Length', lines: [...summary, ...cycle] },
    { title: schedule.criticalPathCount === 1 ? 'The critical path' : 'Critical paths', lines: paths },
    { title: 'Its milestones', lines: atMost(LISTED, critical.map(member), 'milestones') },
    {
      title: `Nearly critical (at most ${days(limit)} of float)`,
      lines: atMost(
        LISTED,
        near.map(({ milestone, slot }) =>
          line(
            'near_critical',
            `${milestone.id}: ${days(slot?.totalFloat ?? 0)} of float`,
            { total_float_days: slot?.totalFloat ?? null },
            milestone.id,
          ),
        ),
        'milestones',
      ),
    },
  ];
  return { what: 'critical-path', title: 'The critical path', sections: sections.filter((s) => s.lines.length > 0) };
}

/** Which rules gave the project and its milestones their health. */
export function explainHealth(project: Watched): Explanation {
  const rated = project.facts.map((facts) => ({ facts, ...healthOf(facts, project) }));
  const { health, reasons } = projectHealth(rated, project);
  const own = rated.map((each) => {
    const { id } = each.facts.milestone;
    const text = `${id} is ${each.health.replace('_', ' ')}: ${each.reasons.map((reason) => reason.text).join('; ')}`;
    return line('milestone', text, { health: each.health, rules: each.reasons.map((r) => r.rule).join(' ') }, id);
  });
  return {
    what: 'health',
    title: 'Health',
    sections: [
      {
        title: `The project is ${health.replace('_', ' ')}`,
        lines: reasons.map(({ rule, text }) => line(rule, text, { health })),
      },
      { title: 'Its milestones (the first reason decides)', lines: atMost(LISTED * 3, own, 'milestones') },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/**
 * Explains `what` on the day `today`: `forecast`, `critical-path`, `health` or the id of a milestone, in any case. The three words
 * win over a milestone of that name. Null if there is no such milestone.
 */
export function explain(state: State, today: Day, what: string): Explanation | null {
  const project = watch(factsOf(state, calendarOf(state.config.calendar), today), state.sessions);
  const word = what.toLowerCase();
  if (word === 'forecast') return explainForecast(project);
  if (word === 'critical-path') return explainCriticalPath(project);
  if (word === 'health') return explainHealth(project);
  const facts = project.facts.find(({ milestone }) => idKey(milestone.id) === idKey(what));
  return facts ? explainMilestone(facts, project) : null;
}
