import { formatDay } from '../model/day.ts';
import { spanDays } from '../model/span.ts';
import type { Health } from '../model/standing.ts';
import type { Reason } from '../model/status.ts';
import { ownBlock } from './dependencies.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen, openExternals } from './facts.ts';
import type { Rule } from './health-notes.ts';
import { NOTES } from './health-notes.ts';
import type { Watched } from './watch.ts';
import { against, days, listed, percent } from './wording.ts';

/** More than this many percentage points behind the time that has passed is a risk. */
const BEHIND_POINTS = 20;
/** Where the due date is kept in fewer percent of the runs than this, it is more likely missed than kept. */
const EVEN_CHANCE = 50;
/** Two working weeks: after more working days than this without a word, nobody knows whether the figures still hold. */
const STALE_DAYS = 10;

const FINISHED: readonly Rule[] = [
  {
    rule: 'completed',
    health: 'done',
    test: ({ milestone, actualEnd, variance, due }) => {
      if (milestone.status !== 'completed') return null;
      if (actualEnd === null) return 'Completed on a day that neither its file nor the history tells';
      const compared = due === null || variance === null ? '' : `, ${against(due, actualEnd, variance)}`;
      return `Completed on ${formatDay(actualEnd)}${compared}`;
    },
  },
  {
    // Nothing is left to do, so it is over like a completed one; the status still tells them apart.
    rule: 'cancelled',
    health: 'done',
    test: ({ milestone }) => (milestone.status === 'cancelled' ? 'Cancelled; it takes no part in the schedule' : null),
  },
];

/** For what is not over, in the order in which they win: the first that holds is the health, all that hold are its reasons. */
const OPEN: readonly Rule[] = [
  {
    rule: 'blocked',
    health: 'blocked',
    test: (facts) => {
      const block = ownBlock(facts);
      return block === null ? null : `Blocked: ${block}`;
    },
  },
  {
    // Only the next in line: what waits further down is pending, or the cause would be lost among its consequences.
    rule: 'blocked-predecessor',
    health: 'blocked',
    test: (facts) => {
      if (facts.milestone.status === 'in_progress') return null;
      const stuck = facts.waitsFor.filter((p) => ownBlock(p) !== null);
      return stuck.length === 0 ? null : `Waits for ${listed(stuck.map((p) => p.milestone.id))}, which cannot go on`;
    },
  },
  {
    rule: 'past-due',
    health: 'late',
    test: ({ due, progress }, { today, calendar }) => {
      if (due === null || today <= due) return null;
      const over = calendar.workingDaysBetween(due, today);
      return `Was due ${formatDay(due)}${over === 0 ? '' : `, ${days(over)} ago`}, and is ${percent(progress)} done`;
    },
  },
  {
    rule: 'projected-late',
    health: 'late',
    test: (facts, { config }) => projectedAfterDue(facts, config.tolerance.nearCritical, Number.POSITIVE_INFINITY),
  },
  {
    rule: 'projected-after-due',
    health: 'at_risk',
    test: (facts, { config }) => projectedAfterDue(facts, 0, config.tolerance.nearCritical),
  },
  { rule: 'forecast-after-due', health: 'at_risk', test: forecastAfterDue },
  {
    rule: 'waits-for',
    health: 'pending',
    test: (facts) => {
      if (facts.milestone.status !== 'planning') return null;
      const waits = facts.waitsFor.map((p) => `${p.milestone.id} (${percent(p.progress)})`);
      return waits.length === 0 ? null : `Waits for ${listed(waits)}`;
    },
  },
  {
    rule: 'starts-later',
    health: 'pending',
    test: (facts, { today }) => {
      const start = facts.slot?.projected.start;
      if (facts.milestone.status !== 'planning' || start === undefined || start <= today) return null;
      return facts.waitsFor.length > 0 ? null : `Starts on ${formatDay(start)}`;
    },
  },
  {
    rule: 'external-at-risk',
    health: 'at_risk',
    test: (facts) => {
      const names = openExternals(facts).filter((e) => e.status === 'at_risk');
      if (names.length === 0) return null;
      return `${listed(names.map((e) => e.name))} (external) ${names.length === 1 ? 'is' : 'are'} at risk`;
    },
  },
  {
    rule: 'external-overdue',
    health: 'at_risk',
    test: (facts, { calendar, today }) => {
      const late = openExternals(facts).filter((e) => (calendar.dayOf(e.due) ?? today) < today);
      return late.length === 0 ? null : `Overdue from outside: ${listed(late.map((e) => `${e.name} (due ${e.due})`))}`;
    },
  },
  { rule: 'behind', health: 'at_risk', test: behind },
  {
    rule: 'stale',
    health: 'at_risk',
    test: ({ milestone }, { heardOf, calendar, today }) => {
      const heard = heardOf.get(milestone.id);
      if (heard === undefined || calendar.workingDaysBetween(heard, today) <= STALE_DAYS) return null;
      return `Nothing was recorded since ${formatDay(heard)}, though it is in progress`;
    },
  },
  {
    rule: 'high-risk',
    health: 'at_risk',
    test: ({ milestone, variance, due }, { calendar }) => {
      const room = variance === null ? null : Math.max(0, -variance);
      const grave = milestone.risks.filter((risk) => {
        if (risk.status !== 'open' || (risk.impact !== 'high' && risk.impact !== 'critical')) return false;
        const delay = risk.delay && spanDays(risk.delay, calendar.daysPerWeek);
        return delay === null || room === null || delay > room;
      });
      if (grave.length === 0) return null;
      const names = listed(grave.map((risk) => risk.id ?? risk.description));
      const left = room === null || due === null ? '' : `; ${days(room)} of room before its due date ${formatDay(due)}`;
      return `Open ${grave.length === 1 ? 'risk' : 'risks'} of high impact: ${names}${left}`;
    },
  },
  ...NOTES,
];

const ON_TRACK: Rule = {
  rule: 'on-track',
  health: 'on_track',
  test: ({ slot, due, variance }) => {
    if (slot === null) return 'Nothing speaks against it';
    const finish = `Projected to finish on ${formatDay(slot.projected.finish)}`;
    return due === null || variance === null
      ? `${finish}; no due date`
      : `${finish}, ${against(due, slot.projected.finish, variance)}`;
  },
};

function projectedAfterDue({ slot, due, variance }: Facts, above: number, upTo: number): string | null {
  if (slot === null || due === null || variance === null || variance <= above || variance > upTo) return null;
  return `Projected to finish on ${formatDay(slot.projected.finish)}, ${against(due, slot.projected.finish, variance)}`;
}

/**
 * The projection counts every length as most likely; the forecast also knows how the finished work came out, or how far a
 * three-point estimate reaches. Says nothing where that is too little to go by, and nothing that the projection says already.
 */
function forecastAfterDue({ milestone, due, variance }: Facts, project: Watched): string | null {
  if (due === null || variance === null || variance > 0) return null;
  const found = project.forecast().enough_history ? project.forecastFor(milestone.id) : undefined;
  if (!found?.p50 || found.on_time === null || found.on_time >= EVEN_CHANCE) return null;
  const date = `its due date ${formatDay(due)}`;
  return `Only ${percent(found.on_time)} of the forecast's runs keep ${date}; half of them end by ${found.p50}`;
}

/**
 * Compares progress with the share of working days passed (today not counted) from the start to the due date or planned end.
 * Nobody is behind with work that cannot begin, or with dates that only the schedule gives it.
 */
function behind(facts: Facts, { calendar, today }: Project): string | null {
  const { slot, milestone, due, progress } = facts;
  const canWork =
    milestone.status === 'in_progress' || (milestone.status === 'planning' && facts.waitsFor.length === 0);
  const { actual_start, estimated_start } = milestone.timeline;
  const begun = calendar.dayOf(actual_start);
  const own = begun !== null || due !== null || calendar.dayOf(estimated_start) !== null;
  if (slot === null || !canWork || !own) return null;
  const start = begun ?? slot.planned.start;
  const end = due ?? slot.planned.finish;
  const all = calendar.countWorkingDays(start, end);
  if (all === 0 || start >= today) return null;
  const share = Math.min(100, (calendar.countWorkingDays(start, today - 1) / all) * 100);
  if (share - progress <= BEHIND_POINTS) return null;
  return `${percent(progress)} done after ${percent(share)} of the time from ${formatDay(start)} to ${formatDay(end)}`;
}

/** The health of a milestone with every reason for it, the deciding one first; what does not decide stands at the end. */
export function healthOf(facts: Facts, project: Watched): { health: Health; reasons: Reason[] } {
  const rules = isOpen(facts) ? OPEN : FINISHED;
  const hits = rules.flatMap((rule) => {
    const text = rule.test(facts, project);
    return text === null ? [] : [{ rule, text }];
  });
  if (!hits.some(({ rule }) => rule.health !== null)) {
    hits.unshift({ rule: ON_TRACK, text: ON_TRACK.test(facts, project) ?? '' });
  }
  return {
    health: hits[0]?.rule.health ?? 'on_track',
    reasons: hits.map(({ rule, text }) => ({ rule: rule.rule, text })),
  };
}
