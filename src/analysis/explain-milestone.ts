import type { Day } from '../model/day.ts';
import { formatDay } from '../model/day.ts';
import { taskLines } from './explain-tasks.ts';
import type { Explanation, Line } from './explanation.ts';
import { atMost, line } from './explanation.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen, isoDay } from './facts.ts';
import { forecastOf } from './forecast.ts';
import { healthOf } from './health.ts';
import { externalHold } from './projection.ts';
import type { Watched } from './watch.ts';
import { against, days, percent } from './wording.ts';

/** Something that keeps a milestone from starting earlier. */
interface Bound {
  readonly key: string;
  readonly text: string;
  /** Boundary in working days, as the projected network counts. */
  readonly boundary: number;
}

/** Everything that holds the start of a milestone which has not begun, the tightest first. */
function bounds(facts: Facts, n: number, { calendar, schedule, today, config }: Project): Bound[] {
  const { network, early, milestones } = schedule.projection;
  const { milestone } = facts;
  const found: Bound[] = [
    { key: 'today', text: 'what is left cannot start before today', boundary: calendar.toIndex(today) },
  ];
  const start = calendar.dayOf(milestone.timeline.estimated_start);
  if (start !== null) {
    const text = `its estimated_start ${formatDay(start)} says no earlier`;
    found.push({ key: 'estimated_start', text, boundary: calendar.toIndex(start) });
  }
  if (config.project.start !== null) {
    const text = `the project starts on ${formatDay(schedule.start)}`;
    found.push({ key: 'project_start', text, boundary: calendar.toIndex(schedule.start) });
  }
  for (const external of milestone.external) {
    const hold = externalHold({ external: [external] }, calendar);
    if (hold === Number.NEGATIVE_INFINITY) continue;
    found.push({ key: 'external', text: `${external.name} (external) is due on ${external.due}`, boundary: hold });
  }
  const { offset, target, lag } = network.predecessors;
  for (let e = offset[n] as number; e < (offset[n + 1] as number); e++) {
    const p = target[e] as number;
    const gap = lag[e] as number;
    const id = milestones[p]?.id ?? '';
    const finish = schedule.slots.get(id)?.projected.finish;
    const plus = gap === 0 ? '' : gap > 0 ? ` plus a lag of ${days(gap)}` : ` less a lead of ${days(-gap)}`;
    const text = `${id} finishes on ${isoDay(finish ?? null)}${plus}`;
    found.push({ key: 'predecessor', text, boundary: (early.finish[p] as number) + gap });
  }
  return found.sort((a, b) => b.boundary - a.boundary);
}

function startLines(facts: Facts, project: Project): Line[] {
  const { milestone, slot } = facts;
  const { schedule, calendar, today } = project;
  if (slot === null) return [];
  const begun = calendar.dayOf(milestone.timeline.actual_start);
  if (milestone.status === 'completed') {
    return [line('completed', `It is completed: ${isoDay(slot.projected.start)} to ${isoDay(slot.projected.finish)}.`)];
  }
  if (milestone.status === 'in_progress') {
    const since = begun === null ? `as planned on ${isoDay(slot.planned.start)}` : `on ${formatDay(begun)}`;
    const text = `It is under way (begun ${since}), so what is left goes on from today ${formatDay(today)}, whatever it waits for.`;
    return [line('under_way', text, { today: formatDay(today) })];
  }
  const n = schedule.projection.milestones.findIndex((m) => m.id === milestone.id);
  const held = schedule.projection.early.start[n] as number;
  return bounds(facts, n, project).map(({ key, text, boundary }) => {
    const day: Day = calendar.toDay(boundary);
    const binding = boundary === held;
    const room = held - boundary;
    const verdict = binding ? 'this holds it' : `${days(room)} earlier than what holds it`;
    return line(key, `From ${formatDay(day)}: ${text} — ${verdict}.`, {
      day: formatDay(day),
      holds: binding,
      room_days: room,
    });
  });
}

function lengthLines({ milestone, duration, remaining, progress, slot }: Facts): Line[] {
  if (slot === null) return [];
  const { projected, planned } = slot;
  const work = isOpen({ milestone } as Facts)
    ? `It takes ${days(duration)}; ${percent(progress)} is done, so ${days(remaining)} (rounded up) are left, to ${isoDay(projected.finish)}.`
    : `It was planned to take ${days(duration)}, from ${isoDay(planned.start)} to ${isoDay(planned.finish)}.`;
  const values = { duration_days: duration, remaining_days: remaining, projected_finish: isoDay(projected.finish) };
  return [line('length', work, values)];
}

function dueLines({ due, baseline, slot, actualEnd, variance, slippage }: Facts): Line[] {
  const end = actualEnd ?? slot?.projected.finish ?? null;
  if (due === null || end === null || variance === null) return [line('no_due', 'It has no due date.')];
  const compared = line('variance', `That is ${against(due, end, variance)}.`, {
    due: isoDay(due),
    variance_days: variance,
  });
  if (!slippage || baseline === null) return [compared];
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

function forecastLines(facts: Facts, project: Project): Line[] {
  const row = forecastOf(project).milestones.find((m) => m.id === facts.milestone.id);
  if (!row?.p85) return [];
  const chance = row.on_time === null ? '' : ` Its due date is kept in ${percent(row.on_time)} of the runs.`;
  const text = `Half of the runs finish it by ${row.p50}, 85% by ${row.p85}; it is critical in ${percent(row.criticality ?? 0)}.${chance}`;
  const { p50, p85, p95, on_time, criticality } = row;
  return [line('forecast', text, { p50, p85, p95, on_time, criticality })];
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
        followers.map(({ milestone: { id }, slot }) =>
          line(
            'successor',
            `${id}, projected to start on ${isoDay(slot?.projected.start ?? null) ?? 'no date'}`,
            {},
            id,
          ),
        ),
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
