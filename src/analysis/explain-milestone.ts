import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import { taskLines } from './explain-tasks.ts';
import type { Explanation, Line } from './explanation.ts';
import { atMost, line } from './explanation.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen, isoDay } from './facts.ts';
import { healthOf } from './health.ts';
import { externalHold } from './projection.ts';
import type { Watched } from './watch.ts';
import { against, days, percent } from './wording.ts';

/** Something that keeps a milestone from starting earlier. */
interface Bound {
  readonly key: string;
  readonly text: string;
  /** Index of the first day that it allows; of the day itself, for work of no time. */
  readonly index: number;
}

/**
 * Everything that holds the start of a milestone which has not begun, the tightest first. Work of no time falls on the last day of the
 * predecessor that drives it, not on the day after.
 */
function bounds(facts: Facts, n: number, { calendar, schedule, today, config }: Project): Bound[] {
  const { network, work, early, milestones } = schedule.projection;
  const { milestone } = facts;
  const unknown = new Set(facts.requires.filter(({ from }) => from.undated).map(({ from }) => from.milestone.id));
  const reached = work.duration[n] === 0 ? early.lastDay : early.finish;
  const found: Bound[] = [
    { key: 'today', text: 'what is left cannot start before today', index: calendar.toIndex(today) },
  ];
  const start = calendar.dayOf(milestone.timeline.estimated_start);
  if (start !== null) {
    const text = `its estimated_start ${formatDay(start)} says no earlier`;
    found.push({ key: 'estimated_start', text, index: calendar.toIndex(start) });
  }
  if (config.project.start !== null) {
    const text = `the project starts on ${formatDay(schedule.start)}`;
    found.push({ key: 'project_start', text, index: calendar.toIndex(schedule.start) });
  }
  for (const external of milestone.external) {
    const hold = externalHold({ external: [external] }, calendar);
    if (hold === Number.NEGATIVE_INFINITY) continue;
    found.push({ key: 'external', text: `${external.name} (external) is due on ${external.due}`, index: hold });
  }
  const { offset, target, lag } = network.predecessors;
  for (let e = offset[n] as number; e < (offset[n + 1] as number); e++) {
    const p = target[e] as number;
    const gap = lag[e] as number;
    const id = milestones[p]?.id ?? '';
    const finish = isoDay(schedule.slots.get(id)?.projected.finish ?? null);
    const when = unknown.has(id) ? 'is finished, nobody knows since when' : `finishes on ${finish}`;
    const plus = gap === 0 ? '' : gap > 0 ? ` plus a lag of ${days(gap)}` : ` less a lead of ${days(-gap)}`;
    found.push({ key: 'predecessor', text: `${id} ${when}${plus}`, index: (reached[p] as number) + gap });
  }
  return found.sort((a, b) => b.index - a.index);
}

function startLines(facts: Facts, project: Project): Line[] {
  const { milestone, slot, undated } = facts;
  const { schedule, calendar, today } = project;
  if (slot === null) return [];
  const begun = calendar.dayOf(milestone.timeline.actual_start);
  if (milestone.status === 'completed') {
    const text = undated
      ? 'It is completed, on a day that neither its file nor the history tells.'
      : `It is completed: ${isoDay(slot.projected.start)} to ${isoDay(slot.projected.finish)}.`;
    return [line('completed', text)];
  }
  if (milestone.status === 'in_progress') {
    const since = begun === null ? `as planned on ${isoDay(slot.planned.start)}` : `on ${formatDay(begun)}`;
    const text = `It is under way (begun ${since}), so what is left goes on from today ${formatDay(today)}, whatever it waits for.`;
    return [line('under_way', text, { today: formatDay(today) })];
  }
  const n = schedule.projection.milestones.findIndex((m) => m.id === milestone.id);
  const { work, early } = schedule.projection;
  const held = (work.duration[n] === 0 ? early.lastDay : early.start)[n] as number;
  return bounds(facts, n, project).map(({ key, text, index }) => {
    const day: Day = calendar.toDay(index);
    const binding = index === held;
    const room = held - index;
    const verdict = binding ? 'this holds it' : `${days(room)} earlier than what holds it`;
    return line(key, `From ${formatDay(day)}: ${text} — ${verdict}.`, {
      day: formatDay(day),
      holds: binding,
      room_days: room,
    });
  });
}

function lengthLines({ milestone, duration, remaining, progress, slot, undated }: Facts): Line[] {
  if (slot === null) return [];
  const { projected, planned } = slot;
  const work = isOpen({ milestone } as Facts)
    ? `It takes ${days(duration)}; ${percent(progress)} is done, so ${days(remaining)} (rounded up) are left, to ${isoDay(projected.finish)}.`
    : `It was planned to take ${days(duration)}, from ${isoDay(planned.start)} to ${isoDay(planned.finish)}.`;
  const finish = undated ? null : isoDay(projected.finish);
  const values = { duration_days: duration, remaining_days: remaining, projected_finish: finish };
  return [line('length', work, values)];
}

/** How its finish stands against the due date, or what is missing to say so. */
function comparison({ milestone, due, slot, actualEnd, variance, cyclic }: Facts): Line {
  const ended = actualEnd === null ? '' : `It ended on ${formatDay(actualEnd)}`;
  if (due === null) return line('no_due', `${ended === '' ? '' : `${ended}. `}It has no due date.`);
  const end = actualEnd ?? slot?.projected.finish ?? null;
  if (variance !== null && end !== null) {
    const compared = against(due, end, variance);
    const text = ended === '' ? `That is ${compared}.` : `${ended}, ${compared}.`;
    return line('variance', text, { due: isoDay(due), variance_days: variance });
  }
  const why =
    milestone.status === 'cancelled'
      ? 'it is cancelled, so no finish is compared with it'
      : cyclic
        ? 'no finish can be projected in a dependency cycle'
        : 'nothing tells on which day it was finished';
  return line('variance', `Its due date is ${formatDay(due)}; ${why}.`, { due: isoDay(due), variance_days: null });
}

function dueLines(facts: Facts): Line[] {
  const { due, baseline, slippage } = facts;
  const compared = comparison(facts);
  if (!slippage || due === null || baseline === null) return [compared];
  const moved = `The due date was ${formatDay(baseline)} at first: ${days(Math.abs(slippage))} ${slippage > 0 ? 'earlier' : 'later'}.`;
  return [compared, line('slippage', moved, { baseline_due: isoDay(baseline), slippage_days: slippage })];
}

function floatLines({ slot }: Facts): Line[] {
  if (slot === null) return [];
  const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, critical } = slot;
  const values = { total_float_days: totalFloat, free_float_days: freeFloat, critical };
  const planned = `Planned from boundary ${earlyStart} to ${earlyFinish} (working days from the start of the schedule), at the latest from ${lateStart} to ${lateFinish}`;
  const text = critical
    ? `${planned}: no float, so it is critical and every day it slips moves the end.`
    : `${planned}: it may slip ${days(totalFloat)} without moving the end, ${days(freeFloat)} without moving any successor.`;
  return [line('float', text, values)];
}

function forecastLines({ milestone }: Facts, project: Watched): Line[] {
  const row = project.forecastFor(milestone.id);
  if (!row?.p85) return [];
  const chance = row.on_time === null ? '' : ` Its due date is kept in ${percent(row.on_time)} of the runs.`;
  const text = `Half of the runs finish it by ${row.p50}, 85% by ${row.p85}; it is critical in ${percent(row.criticality ?? 0)}.${chance}`;
  const { p50, p85, p95, on_time, criticality } = row;
  return [line('forecast', text, { p50, p85, p95, on_time, criticality })];
}

function followerText({ milestone: { id, status }, slot }: Facts): string {
  if (status === 'completed' || status === 'cancelled') return `${id}, which is ${status}`;
  return `${id}, projected to start on ${isoDay(slot?.projected.start ?? null) ?? 'no date'}`;
}

/** Where a milestone's projected dates, float and health come from. */
export function explainMilestone(facts: Facts, project: Watched): Explanation {
  const { milestone } = facts;
  const { health, reasons } = healthOf(facts, project);
  const undated = facts.cyclic
    ? [line('cycle', 'It waits for itself in a dependency cycle, so no date of it would be true.')]
    : facts.slot === null
      ? [line('cancelled', 'It is cancelled and takes no part in the schedule.')]
      : [];
  const followers = project.facts.filter((f) => f.requires.some(({ from }) => from === facts));
  const sections = [
    { title: 'Why it starts when it does', lines: [...undated, ...atMost(20, startLines(facts, project), 'reasons')] },
    { title: 'Why it finishes when it does', lines: [...lengthLines(facts), ...dueLines(facts)] },
    { title: 'Float', lines: floatLines(facts) },
    { title: 'Its tasks', lines: taskLines(milestone, project.config) },
    { title: 'Forecast', lines: isOpen(facts) ? forecastLines(facts, project) : [] },
    {
      title: 'Who waits for it',
      lines: atMost(
        20,
        followers.map((follower) => line('successor', followerText(follower), {}, follower.milestone.id)),
        'milestones',
      ),
    },
    {
      title: `Why its health is ${health.replace('_', ' ')}`,
      lines: reasons.map(({ rule, text }) => line(rule, text, { health })),
    },
  ];
  return {
    what: milestone.id,
    title: `${milestone.id} ${milestone.title}`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}
