import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/analysis/calendar.ts';
import { timelineDays } from '../../src/change/approval-facts.ts';
import { rebaselineEdits } from '../../src/change/rebaseline.ts';
import { timelineEdits } from '../../src/change/timeline.ts';
import { formatDay, parseDay } from '../../src/model/day.ts';
import { applied, planned, refusalOf, storeOf, WORKING_WEEK } from './desk.ts';

function dated(timeline: string, more = ''): Record<string, string> {
  return { 'config.yaml': WORKING_WEEK, 'active/M05.yaml': `title: Testing\ntimeline: {${timeline}}\n${more}` };
}

function timelineAfter(timeline: string, option: string): Record<string, unknown> {
  const files = applied(dated(timeline), `update M05 --timeline=${option} --force`);
  const { estimated_end: due, duration } = storeOf(files).milestones[0]?.timeline ?? {};
  return { due, ...(duration ? { duration } : {}) };
}

describe('moving a due date', () => {
  // Counted on a calendar: 2024-07-26 is a Friday, 2024-07-31 a holiday.
  it.each([
    ['2024-07-26', '+5days', '2024-08-05'],
    ['2024-07-26', '+5d', '2024-08-05'],
    ['2024-07-26', '+1day', '2024-07-29'],
    ['2024-07-26', '-3d', '2024-07-23'],
    ['2024-07-26', '+2w', '2024-08-12'],
    ['2024-07-26', '-1week', '2024-07-19'],
    ['2024-07-26', '+1month', '2024-08-26'],
    ['2024-07-26', '-1month', '2024-06-26'],
    ['2024-01-31', '+1month', '2024-02-29'],
    ['2024-06-28', '+1month', '2024-07-29'],
    ['2024-07-01', '+1month', '2024-08-01'],
    ['2024-07-27', '+1d', '2024-07-29'],
    // Due on a day off: the work ends on the Friday before.
    ['2024-07-28', '-1d', '2024-07-25'],
    ['2024-07-28', '-1w', '2024-07-19'],
    ['2024-12-31', '+1d', '2025-01-01'],
    ['2024-07-26', '2024-08-05', '2024-08-05'],
    ['2024-07-26', '2024-08-10', '2024-08-10'],
  ])('%s by %s', (due, option, expected) => {
    expect(timelineAfter(`estimated_end: ${due}`, option)).toEqual({ due: expected });
  });

  it.each([
    ['+7d', '2024-08-02'],
    ['+1w', '2024-08-02'],
    ['+3d', '2024-07-29'],
    // The holiday rolls to the day after it.
    ['+5d', '2024-08-01'],
    ['-6d', '2024-07-22'],
  ])('by every day with --calendar-days: %s', (shift, expected) => {
    expect(timelineAfter('estimated_end: 2024-07-26', `${shift} --calendar-days`)).toEqual({ due: expected });
  });

  it.each([
    ['10d', '+5d', '15d'],
    ['10d', '-3d', '7d'],
    ['2w', '+2w', '4w'],
    ['2w', '+3d', '13d'],
    ['0d', '+2d', '2d'],
    ['10d', '2024-08-05', '15d'],
  ])('takes a duration of %s along by %s', (duration, option, expected) => {
    const result = timelineAfter(`estimated_end: 2024-07-26, duration: ${duration}`, option);
    expect(result['duration']).toBe(expected);
  });

  it.each(['-1d', '-1w', '+1d', '+2w', '2024-08-24', '2024-09-08', '+1month'])(
    'moves due date and duration by the same working days, from a day off too: %s',
    (option) => {
      const calendar = calendarOf(storeOf(dated('')).config.calendar);
      for (const from of ['2024-08-30', '2024-08-31', '2024-09-01', '2024-09-02', '2024-07-31']) {
        const { due, duration } = timelineAfter(`estimated_end: ${from}, duration: 20d`, option);
        const [before, after] = [calendar.dayOf(from) ?? 0, calendar.dayOf(String(due)) ?? 0];
        expect(duration, from).toBe(`${20 + calendar.workingDaysBetween(before, after)}d`);
        const days = { '-1d': -1, '-1w': -5, '+1d': 1, '+2w': 10 }[option];
        if (days !== undefined) expect(duration, from).toBe(`${20 + days}d`);
      }
    },
  );

  it('keeps the time of day, and every byte of the file but the date', () => {
    const text = `title: Testing\ntimeline:\n    estimated_end:   "2024-07-26T17:00:00+02:00"   # before the fair\n    # next\n`;
    const files = applied({ 'config.yaml': WORKING_WEEK, 'active/M05.yaml': text }, 'update M05 --timeline=+1d');
    expect(files['active/M05.yaml']).toBe(text.replace('2024-07-26T', '2024-07-29T'));
  });

  it('gives a due date to a milestone that has none', () => {
    const files = { 'config.yaml': WORKING_WEEK, 'active/M05.yaml': 'title: Testing\n' };
    expect(refusalOf(files, 'update M05 --timeline=+5d')).toBe('no-due-date');
    const next = applied(files, 'update M05 --timeline=2024-08-05');
    expect(storeOf(next).milestones[0]?.timeline.estimated_end).toBe('2024-08-05');
  });

  it.each([
    ['estimated_start: 2024-07-22, estimated_end: 2024-07-26', '-5d', 'due-before-start'],
    ['estimated_end: 2024-07-26, duration: 2d', '-3d', 'bad-value'],
  ])('refuses what cannot be: %s by %s', (timeline, option, code) => {
    expect(refusalOf(dated(timeline), `update M05 --timeline=${option}`)).toBe(code);
  });

  it.each(['completed', 'cancelled'])('leaves history alone: %s', (status) => {
    expect(refusalOf(dated('estimated_end: 2024-07-26', `status: ${status}\n`), 'update M05 --timeline=+5d')).toBe(
      'finished-milestone',
    );
  });

  it('edits no date of any other milestone, and says which of them move', () => {
    const files = {
      ...dated('estimated_end: 2024-07-26, duration: 5d'),
      'active/M06.yaml':
        'title: Next\ntimeline: {estimated_end: 2024-08-30, duration: 3d}\ndependencies: {requires: [M05]}\n',
      'active/M07.yaml': 'title: Apart\ntimeline: {estimated_end: 2024-08-30, duration: 3d}\n',
    };
    const plan = planned(files, 'update M05 --timeline=+2d');
    expect(plan.edits.map((edit) => edit.file)).toEqual(['active/M05.yaml', 'active/M05.yaml']);
    const moved = plan.impact.milestones.flatMap(({ id, edited, projectedFinish }) =>
      projectedFinish ? [[id, edited, projectedFinish]] : [],
    );
    // From Monday 07-22: five days end on 07-26, seven on 07-30; then three more, with the holiday between.
    expect(moved).toEqual([
      ['M05', true, { before: '2024-07-26', after: '2024-07-30' }],
      ['M06', false, { before: '2024-08-01', after: '2024-08-05' }],
    ]);
    expect(plan.impact.projectFinishDays).toBe(2);
  });
});

describe('a due date with a time, where the project is not on UTC', () => {
  const inZone = (zone: string, timeline: string): Record<string, string> => ({
    'config.yaml': `calendar: {timezone: ${zone}}\n`,
    'active/M05.yaml': `title: Testing\ntimeline: {${timeline}}\n`,
  });
  const dueOf = (files: Record<string, string>): { text: string; day: string } => {
    const { milestones, config } = storeOf(files);
    const text = milestones[0]?.timeline.estimated_end ?? '';
    return { text, day: formatDay(parseDay(text, config.calendar.timezone) ?? 0) };
  };

  it('moves by the days of the project, and keeps the time of day', () => {
    // Ten in the evening of the 14th in New York.
    const files = inZone('America/New_York', 'estimated_end: 2024-08-15T02:00:00Z, duration: 8d');
    const next = applied(files, 'update M05 --timeline=+1d --force');
    expect(dueOf(next)).toEqual({ text: '2024-08-16T02:00:00Z', day: '2024-08-15' });
    expect(storeOf(next).milestones[0]?.timeline.duration).toBe('9d');
    expect(dueOf(applied(files, 'update M05 --timeline=2024-08-16 --force')).day).toBe('2024-08-16');
    const based = applied(files, 'update M05 --rebaseline');
    expect(storeOf(based).milestones[0]?.timeline.baseline_end).toBe('2024-08-14');
  });

  it('asks for approval by the days of the project', () => {
    const calendar = calendarOf(storeOf(inZone('Asia/Tokyo', '')).config.calendar);
    const [before, after] = ['2024-08-15T20:00:00Z', '2024-08-19'];
    // Friday the 16th in Tokyo, to the Monday.
    const edit = { file: 'active/M05.yaml', path: ['timeline', 'estimated_end'], before, after };
    expect(timelineDays(calendar, [edit])).toBe(1);
  });

  it('falls on the day that was asked for, in every zone and at every time', () => {
    const zone = fc.constantFrom(
      'UTC',
      'America/New_York',
      'America/St_Johns',
      'Europe/Berlin',
      'Asia/Kolkata',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Australia/Lord_Howe',
    );
    const two = (n: number): string => String(n).padStart(2, '0');
    const written = fc
      .tuple(
        fc.integer({ min: 19_723, max: 20_088 }),
        fc.nat(23),
        fc.nat(59),
        fc.constantFrom('', 'Z', '+02:00', '-0530'),
      )
      .map(([day, hour, minute, offset]) => `${formatDay(day)}T${two(hour)}:${two(minute)}:00${offset}`);
    const target = fc.integer({ min: 19_930, max: 20_300 }).map(formatDay);
    fc.assert(
      fc.property(zone, written, target, (name, due, date) => {
        const { config, milestones } = storeOf(inZone(name, `estimated_end: "${due}"`));
        const [milestone] = milestones;
        if (!milestone) throw new Error(due);
        const calendar = calendarOf(config.calendar);
        const context = { config, calendar, calendarDays: false, all: milestones };
        const made = timelineEdits(milestone, { kind: 'date', date }, context);
        const text = made.ok ? String(made.value[0]?.after) : '';
        expect(formatDay(parseDay(text, name) ?? 0), `${due} → ${text}`).toBe(date);
        const based = rebaselineEdits(milestone, made.ok ? made.value : [], name);
        expect(based.ok && based.value[0]?.after).toBe(date);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a due date that the projection cannot meet', () => {
  // Forty hours are five days, Monday to Friday: two days late.
  const late = dated('estimated_end: 2024-07-24, estimated_hours: 40');

  it('blocks the change that causes or worsens it, unless forced', () => {
    const fine = dated('estimated_start: 2024-07-22, estimated_end: 2024-07-26');
    expect(refusalOf(dated('estimated_end: 2024-07-26, estimated_hours: 40'), 'update M05 --timeline=-1d')).toBe(
      'infeasible-due',
    );
    expect(refusalOf(late, 'update M05 --timeline=2024-07-23')).toBe('infeasible-due');
    expect(refusalOf(late, 'update M05 --timeline=2024-07-23 --force')).toBe('planned');
    expect(refusalOf(fine, 'update M05 --timeline=+1d')).toBe('planned');
  });

  it('does not block what leaves it as it was, or mends it', () => {
    expect(refusalOf(late, 'update M05 --priority=high')).toBe('planned');
    expect(refusalOf(late, 'update M05 --timeline=+3d')).toBe('planned');
    const other = { ...late, 'active/M06.yaml': 'title: Other\ntimeline: {estimated_end: 2024-08-30}\n' };
    expect(refusalOf(other, 'update M06 --timeline=+1d')).toBe('planned');
  });
});

describe('a predecessor whose end stands only in the journal', () => {
  it('holds a due date as one whose file names its end', () => {
    const files = (end: string): Record<string, string> => ({
      'config.yaml': WORKING_WEEK,
      'active/M01.yaml': `title: One\nstatus: completed\n${end}`,
      'active/M02.yaml': 'title: Two\ntimeline: {estimated_end: 2024-07-26}\ndependencies: {requires: [M01]}\n',
      'logs/2024/07/20240718T090000Z-C-1a2b3c.yaml': `id: C-1a2b3c
kind: edited
at: 2024-07-18T09:00:00Z
actor: alice
milestones: [M01]
changes:
  - {file: active/M01.yaml, path: [status], before: in_progress, after: completed}
`,
    });
    const command = 'update M02 --timeline=2024-07-17';
    expect(refusalOf(files(''), command)).toBe('due-before-predecessor');
    expect(refusalOf(files('completed_at: 2024-07-16T09:00:00Z\n'), `${command} --force`)).toBe('planned');
  });
});
