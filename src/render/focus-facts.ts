import { calendarOf } from '../analysis/calendar.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { label } from './label.ts';
import type { Voice } from './voice.ts';
import { counted, days, signedDays } from './when.ts';

/** `2 days left`, `due today`, `overdue by 3 days`: working days from the day of the analysis. Empty without a due date. */
function timeLeft(row: MilestoneStatusRow, status: Status, state: State): string {
  const { dayOf, workingDaysBetween } = calendarOf(state.config.calendar);
  const [today, due] = [dayOf(status.as_of), dayOf(row.due)];
  if (today === null || due === null) return '';
  if (due === today) return 'due today';
  const left = workingDaysBetween(today, due);
  return due > today ? `${days(left)} left` : `overdue by ${days(0 - left)}`;
}

/** `88% complete (22 of 25 tasks) · 🟢 On track · active · high priority · owner alice`. */
export function headline(row: MilestoneStatusRow, emoji: boolean, voice: Voice): string {
  const { tasks } = row;
  const done = tasks.total === 0 ? '' : ` (${tasks.completed} of ${counted(tasks.total, 'task')})`;
  const state = label('status', row.status, false);
  const facts = [
    `${voice.strong(percent(row.progress))} complete${done}`,
    // What was given up is over, but nothing of it is done.
    voice.strong(row.status === 'cancelled' ? label('status', row.status, emoji) : label('health', row.health, emoji)),
    // A health that is only the status again is said once.
    row.status === 'cancelled' || state === label('health', row.health, false) ? null : state.toLowerCase(),
    `${row.priority} priority`,
    row.critical ? 'on the critical path' : row.near_critical ? 'nearly critical' : null,
    row.owner === null ? null : `owner ${voice.text(row.owner)}`,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function finished(row: MilestoneStatusRow, due: string, voice: Voice): string {
  if (row.actual_end === null) return `finished, no date given · ${due}`;
  const late = row.variance_days;
  const against = late === null ? '' : late === 0 ? ', on time' : `, ${signedDays(late)}`;
  return `finished ${voice.strong(row.actual_end)}${against} · ${due}`;
}

/** Due date, what is left until then on the day of the analysis, projected dates, remaining work and float; working days. */
export function timeline(row: MilestoneStatusRow, status: Status, state: State, voice: Voice): string {
  const slipped = row.slippage_days ? ` (baseline ${row.baseline_due}, ${signedDays(row.slippage_days)})` : '';
  const due = row.due === null ? 'no due date' : `due ${voice.strong(row.due)}${slipped}`;
  if (row.status === 'completed') return finished(row, due, voice);
  if (row.status === 'cancelled') return due;
  const left = timeLeft(row, status, state);
  const dates = voice.strong(`${row.projected_start ?? '…'} → ${row.projected_finish}`);
  const parts = [
    `${due}${left === '' ? '' : `, ${left} as of ${status.as_of}`}`,
    row.projected_finish === null ? 'projected dates: no data' : `projected ${dates}`,
    row.remaining_days === null ? null : `${days(row.remaining_days)} of work left`,
    row.total_float_days === null ? null : `float ${days(row.total_float_days)}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Why it stands as it does, and what else to look at; on track or done, the timeline has said the dates already. */
export function reasons(row: MilestoneStatusRow, voice: Voice): string[] {
  if (row.health === 'done') return [];
  const said = row.health === 'on_track' ? ['on-track', 'due-soon'] : [];
  return row.reasons.filter(({ rule }) => !said.includes(rule)).map((reason) => voice.prose(reason.text));
}
