import type { Calendar } from '../analysis/calendar.ts';
import type { Completion } from '../analysis/completion.ts';
import type { Config } from '../model/config.ts';
import { addMonths, type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay } from '../model/day.ts';
import { edgesInto } from '../model/graph.ts';
import type { FieldEdit } from '../model/journal.ts';
import type { Milestone } from '../model/milestone.ts';
import { isBounded, LONGEST_SPAN, parseSpan, spanDays } from '../model/span.ts';
import type { TimelineChange } from '../model/timeline-change.ts';
import { done, type Outcome, refused } from './refusal.ts';

export interface TimelineContext {
  readonly config: Config;
  readonly calendar: Calendar;
  /** `+5d` counts every day, not working days only. */
  readonly calendarDays: boolean;
  /** Every milestone of the store. */
  readonly all: readonly Milestone[];
  /** When completed milestones were finished, by the word of their files, the journal or git; nobody asks where `all` has no predecessor. */
  readonly ended?: () => ReadonlyMap<string, Completion>;
}

/** The predecessor that finished last, with the day from which the milestone could have been done: its end, plus any lag. */
function lastFinished({ id }: Milestone, { all, calendar, ended }: TimelineContext): { id: string; day: Day } | null {
  const into = edgesInto(id, all);
  const completions = into.length === 0 ? undefined : ended?.();
  const ends = into.flatMap((edge) => {
    const end = completions?.get(edge.from)?.day;
    return end === undefined
      ? []
      : [{ id: edge.from, day: calendar.shiftWorkingDays(end, spanDays(edge.lag, calendar.daysPerWeek)) }];
  });
  return ends.reduce<{ id: string; day: Day } | null>((last, end) => (last && last.day >= end.day ? last : end), null);
}

/**
 * Where a shift takes a due date; a day that nobody works on rolls forward to the next one that somebody does. Working days
 * count from the last one up to the due date, so that a duration loses or gains as many.
 */
function shifted(
  due: Day,
  change: TimelineChange & { kind: 'shift' },
  { calendar, config, calendarDays }: TimelineContext,
): Day {
  const { amount, unit } = change;
  if (unit === 'month') return calendar.onOrAfter(addMonths(due, amount));
  if (calendarDays) return calendar.onOrAfter(due + amount * (unit === 'w' ? 7 : 1));
  const days = spanDays({ amount, unit }, config.calendar.workdays.length);
  return days === 0 ? due : calendar.shiftWorkingDays(calendar.onOrBefore(due), days);
}

/**
 * The text for a due date that moves to `target`: a time of day stays, with the day before it moved as far. Where the clocks
 * change in between, that may name the day beside; where no day before that time falls on the target, the date alone does.
 */
function moved(written: string, due: Day, target: Day, zone: string): string {
  const day = parseDay(written.slice(0, 10), zone);
  const rest = written.slice(10);
  if (day === undefined) return formatDay(target);
  const texts = [0, -1, 1].map((more) => formatDay(day + target - due + more) + rest);
  return texts.find((text) => parseDay(text, zone) === target) ?? formatDay(target);
}

/** `8d` by 5 → `13d`; `2w` stays in weeks where it can. */
function lengthened(duration: string, days: number, perWeek: number): string | null {
  const span = parseSpan(duration);
  if (!span) return null;
  const total = spanDays(span, perWeek) + days;
  if (total < 0) return null;
  return span.unit === 'w' && total % perWeek === 0 ? `${total / perWeek}w` : `${total}d`;
}

/**
 * The edits that `--timeline` makes to one milestone: its due date and, where one is written, its duration by the same
 * working days. A time of day behind the date stays as it is, and says a day in the project's time zone.
 */
export function timelineEdits(
  milestone: Milestone,
  change: TimelineChange,
  context: TimelineContext,
): Outcome<FieldEdit[]> {
  const { config, calendar } = context;
  const { id, file, timeline } = milestone;
  const zone = config.calendar.timezone;
  if (milestone.status === 'completed' || milestone.status === 'cancelled') {
    return refused('finished-milestone', `${id} is ${milestone.status}; its due date is history and cannot be moved`, {
      hint: 'Plan further work as a milestone of its own, or set its status back first.',
    });
  }
  const written = timeline.estimated_end ?? null;
  const due = written === null ? undefined : parseDay(written, zone);
  if (change.kind === 'shift' && due === undefined) {
    return refused('no-due-date', `${id} has no due date that could be moved`, {
      hint: `Give it one: --timeline=<date>, for example --timeline=2026-03-31.`,
    });
  }
  const target = change.kind === 'date' ? parseDay(change.date, zone) : shifted(due ?? 0, change, context);
  if (target === undefined) return refused('bad-value', 'the date does not exist');
  if (target >= LAST_DAY || target <= FIRST_DAY) {
    return refused('bad-value', `${id} would be due at the end of the calendar, ${formatDay(target)} or beyond`, {
      hint: 'Shift it by less.',
    });
  }
  const start = timeline.actual_start ?? timeline.estimated_start ?? null;
  const startDay = start === null ? undefined : parseDay(start, zone);
  if (startDay !== undefined && target < startDay) {
    return refused(
      'due-before-start',
      `${id} would be due on ${formatDay(target)}, before it starts on ${formatDay(startDay)}`,
      {
        hint: 'Choose a later date, or move timeline.estimated_start first.',
      },
    );
  }
  const finished = lastFinished(milestone, context);
  if (finished && target < finished.day) {
    return refused(
      'due-before-predecessor',
      `${id} would be due on ${formatDay(target)}, but it waits for ${finished.id}, which allows it from ${formatDay(finished.day)} on`,
      {
        hint: `Choose a date from ${formatDay(finished.day)} on, or take the dependency off: --dependencies=-${finished.id}.`,
      },
    );
  }
  const edits: FieldEdit[] = [
    {
      file,
      path: ['timeline', 'estimated_end'],
      before: timeline.estimated_end,
      after: written === null || due === undefined ? formatDay(target) : moved(written, due, target, zone),
    },
  ];
  if (due !== undefined && timeline.duration) {
    const days = calendar.workingDaysBetween(due, target);
    const duration = lengthened(timeline.duration, days, config.calendar.workdays.length);
    if (duration === null) {
      return refused(
        'bad-value',
        `${id} lasts ${timeline.duration}; ${-days} working days less would leave less than nothing`,
        {
          hint: 'Shift it by less, or edit timeline.duration.',
        },
      );
    }
    const span = parseSpan(duration);
    if (span && !isBounded(span)) {
      return refused('bad-value', `${id} would last ${duration}; a duration is at most ${LONGEST_SPAN}d`, {
        hint: 'Shift it by less, or split it into several milestones.',
      });
    }
    edits.push({ file, path: ['timeline', 'duration'], before: timeline.duration, after: duration });
  }
  return done(edits);
}
