import type { TimelineMetric } from '../model/status-delivery.ts';
import { buffersOf } from './buffer.ts';
import { externalsOf } from './external-resolution.ts';
import type { Project } from './facts.ts';
import { isOpen } from './facts.ts';
import { type History, whyNoneDated } from './history.ts';
import type { MilestoneChange } from './journal-changes.ts';
import type { Measure } from './measure.ts';
import { average, beside, known, rounding, share, unknown } from './measure.ts';
import { rateHigh, worst } from './rating.ts';
import { listed } from './wording.ts';

/**
 * Working days from the projected finish of the project to its last due date; negative = too late. Unknown while open
 * milestones wait for each other in a cycle: no finish of the project counts them.
 */
function roomOf({ facts, schedule, calendar }: Project): Measure {
  const dues = facts.filter((f) => f.milestone.status !== 'cancelled' && f.due !== null).map((f) => f.due as number);
  if (dues.length === 0) return unknown('no milestone has a due date');
  const stuck = facts.filter((f) => f.cyclic && isOpen(f)).map((f) => f.milestone.id);
  if (stuck.length > 0) {
    return unknown(`a dependency cycle leaves ${listed(stuck)} without a projected finish`);
  }
  if (schedule.projectedFinish === null) {
    return unknown(schedule.slots.size === 0 ? 'nothing is scheduled' : 'nobody knows when any milestone was finished');
  }
  const last = dues.reduce((latest, due) => Math.max(latest, due));
  return known(calendar.workingDaysBetween(schedule.projectedFinish, last), dues.length);
}

/** Projected finish of the last critical milestones against the latest of their baselines, in working days; negative = ahead. */
function criticalVariance({ facts, schedule, calendar }: Project): Measure {
  let baseline: number | null = null;
  let finish: number | null = null;
  let n = 0;
  for (const { slot, baseline: own, undated } of facts) {
    if (slot?.critical !== true || undated) continue;
    n++;
    finish = Math.max(finish ?? slot.projected.finish, slot.projected.finish);
    if (own !== null) baseline = Math.max(baseline ?? own, own);
  }
  if (finish === null) {
    return unknown(schedule.slots.size === 0 ? 'nothing is scheduled' : 'no critical milestone has a known finish');
  }
  return baseline === null
    ? unknown('no critical milestone has a baseline')
    : known(calendar.workingDaysBetween(baseline, finish), n);
}

/**
 * Timeline: the share of finished milestones that ended no working day after their due date. Rated by `targets.on_time` and, where there are buffers, by what
 * remains of them against `targets.buffer`; the worse one counts.
 */
export function timelineOf(project: Project, history: History, changes: readonly MilestoneChange[]): TimelineMetric {
  const { calendar, config, schedule } = project;
  const { targets } = config;
  const against = (which: 'due' | 'baseline'): number[] =>
    history.finished.flatMap(({ facts, day }) => {
      const date = facts[which];
      return date === null ? [] : [calendar.workingDaysBetween(date, day)];
    });
  const reason = history.finished.length === 0 ? whyNoneDated(history) : 'no finished milestone has a due date';
  const late = against('due');
  const slips = against('baseline');
  const onTime = share(late.filter((days) => days <= 0).length, late.length, reason);
  const buffers = buffersOf(project);
  const room = roomOf(project);
  const externals = externalsOf(project, changes);
  const { values, reasons } = beside({
    on_baseline_percent: rounding(share(slips.filter((days) => days <= 0).length, slips.length, reason)),
    average_slip_days: rounding(average(slips, reason), 2),
    buffer_days: rounding(buffers.size),
    buffer_used_percent: rounding(buffers.used),
    buffer_remaining_percent: rounding(buffers.remaining),
    buffer_remaining_on_baseline_percent: rounding(buffers.remainingOnBaseline),
    room_days: room,
    room_percent:
      room.value === null || schedule.length === 0
        ? unknown(room.reason ?? 'the schedule has no length')
        : rounding(known((room.value / schedule.length) * 100, room.n)),
    critical_path_variance_days: criticalVariance(project),
    dependency_resolution_days: rounding(externals.resolution),
  });
  const left = buffers.remaining.value;
  const buffered =
    left === null ? null : left >= targets.buffer.green ? 'green' : left >= targets.buffer.amber ? 'amber' : 'red';
  const rating = worst([rateHigh(onTime.value, targets.onTime), buffered]);
  return {
    value: rounding(onTime).value,
    unit: '% on time',
    target: targets.onTime,
    rating,
    n: onTime.n,
    reason: onTime.reason,
    ...values,
    external_active: externals.active,
    external_resolved: externals.resolvedThisWeek,
    reasons: { ...reasons, ...(rating === null && { rating: `${reason}, and no buffer is planned` }) },
  };
}
