import { describe, expect, it } from 'vitest';
import { explain } from '../../src/analysis/explain.ts';
import type { Explanation, Line } from '../../src/analysis/explanation.ts';
import { analyse } from '../../src/analysis/status.ts';
import { mdExplanation, terminalExplanation } from '../../src/render/explain.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';
import { day, FROM_JULY, state } from './builders.ts';

const NOW = '2024-07-26T16:45:00Z';
const reference = readStore(loadFixture('reference'));
const status = analyse(reference, NOW);

function explained(what: string, from = reference, on = '2024-07-26'): Explanation {
  const found = explain(from, day(on), what);
  if (!found) throw new TypeError(`nothing about ${what}`);
  return found;
}

function lines({ sections }: Explanation, key: string): Line[] {
  return sections.flatMap((section) => section.lines).filter((line) => line.key === key);
}

describe('explain forecast', () => {
  const found = explained('forecast');

  it('names the dates of the forecast itself', () => {
    const { p50, p85, p95, runs, seed } = status.forecast ?? {};
    expect(lines(found, 'quantiles')[0]?.values).toEqual({ p50, p85, p95, runs });
    expect(lines(found, 'seed')[0]?.values).toEqual({ seed });
    expect(lines(found, 'risk_adjusted')[0]?.values).toEqual(status.forecast?.risk_adjusted);
  });

  it('says of every unfinished milestone where its spread comes from, and lists the history', () => {
    expect(lines(found, 'input').map((line) => [line.milestone, line.values['spread']])).toEqual([
      ['M05', 'three_point'],
      ['M06', 'history'],
      ['M07', 'history'],
      ['M08', 'history'],
    ]);
    // The README of the fixture: M01 07-01 … 07-17, M02 07-15 … 07-18, M03 07-17 … 07-21, M04 as planned.
    expect(lines(found, 'ratio').map((line) => [line.milestone, line.values['ratio']])).toEqual([
      ['M04', 1],
      ['M01', 1.13],
      ['M03', 1.25],
      ['M02', 1.33],
    ]);
    expect(lines(found, 'risk')).toHaveLength(7);
  });

  it('accounts for every day between the projection and P85', () => {
    const [head] = lines(found, 'p85');
    const moved = lines(found, 'driver').reduce((sum, line) => sum + Number(line.values['moves_end_days']), 0);
    // The means are of one day's runs, whose ends differ by fractions of it.
    expect(Math.abs(moved - Number(head?.values['beyond_projection_days']))).toBeLessThan(1);
    expect(head?.values['p85']).toBe(status.forecast?.p85);
    expect(lines(found, 'driver')[0]?.milestone).toBe('M07');
  });

  it('speaks of risks only where some follow', () => {
    const found = explained('forecast', state({ milestones: { M1: { timeline: { duration: '2d' } } } }));
    expect(lines(found, 'risk_adjusted')[0]?.text).toMatch(/^No open risk has a probability and a delay/);
    const odd = { optimistic: '9d', duration: '4d', pessimistic: '2d' };
    const contradictory = explained('forecast', state({ milestones: { M1: { timeline: odd } } }));
    expect(lines(contradictory, 'input')[0]?.text).toContain('its three-point estimate contradicts itself');
  });

  it('says why there is none', () => {
    const none = explained('forecast', state({}));
    expect(none.sections.map((section) => section.title)).toEqual(['Result', 'History']);
    expect(lines(none, 'none')[0]?.text).toMatch(/There are no milestones/);
  });
});

describe('explain a milestone', () => {
  it('lists everything that holds its start, and what holds it', () => {
    const holds = explained('m07').sections[0]?.lines ?? [];
    expect(holds.filter((line) => line.values['holds']).map((line) => line.key)).toEqual(['external', 'predecessor']);
    expect(holds.filter((line) => line.values['holds']).map((line) => line.values['day'])).toEqual([
      '2024-07-28',
      '2024-07-28',
    ]);
    expect(holds.find((line) => line.text.includes('M06'))?.values).toEqual({
      day: '2024-07-27',
      holds: false,
      room_days: 1,
    });
    expect(holds.find((line) => line.key === 'today')?.values['room_days']).toBe(2);
  });

  it('holds a milestone at its estimated start', () => {
    const milestones = { M1: { timeline: { duration: '2d', estimated_start: '2024-07-06' } } };
    const found = explained('M1', state({ config: FROM_JULY, milestones }), '2024-07-02');
    const held = lines(found, 'estimated_start')[0];
    // A Saturday: the next working day is the Monday.
    expect(held?.values).toEqual({ day: '2024-07-08', holds: true, room_days: 0 });
  });

  it('has the figures of its row', () => {
    for (const row of status.milestones) {
      const found = explained(row.id);
      expect(found.title).toBe(`${row.id} ${row.title}`);
      expect(lines(found, 'float')[0]?.values).toEqual({
        total_float_days: row.total_float_days,
        free_float_days: row.free_float_days,
        critical: row.critical,
      });
      expect(lines(found, 'variance')[0]?.values).toEqual({ due: row.due, variance_days: row.variance_days });
      const last = found.sections.at(-1);
      expect(last?.title).toBe(`Why its health is ${row.health.replace('_', ' ')}`);
      expect(last?.lines.map((line) => line.text)).toEqual(row.reasons.map((reason) => reason.text));
    }
  });

  it('says of a due date only what is so', () => {
    const due = { duration: '2d', estimated_end: '2024-07-19' };
    const store = state({
      milestones: {
        A: { dependencies: ['B'], timeline: due },
        B: { dependencies: ['A'] },
        C: { status: 'cancelled', timeline: due },
        D: { status: 'completed', timeline: { ...due, actual_end: '2024-07-18' } },
        E: { status: 'completed', timeline: due },
        F: { status: 'completed', timeline: { duration: '2d', actual_end: '2024-07-18' } },
        G: {},
        H: { timeline: { ...due, estimated_end: '2024-07-29' } },
      },
    });
    const of = (id: string) =>
      ['variance', 'no_due'].flatMap((key) => lines(explained(id, store), key).map((line) => line.text));
    expect(of('A')).toEqual(['Its due date is 2024-07-19; no finish can be projected in a dependency cycle.']);
    expect(of('B')).toEqual(['It has no due date.']);
    expect(of('C')).toEqual(['Its due date is 2024-07-19; it is cancelled, so no finish is compared with it.']);
    expect(of('D')).toEqual(['It ended on 2024-07-18, 1 working day before its due date 2024-07-19.']);
    expect(of('E')).toEqual(['Its due date is 2024-07-19; nothing tells on which day it was finished.']);
    expect(of('F')).toEqual(['It ended on 2024-07-18. It has no due date.']);
    expect(of('G')).toEqual(['It has no due date.']);
    expect(of('H')).toEqual(['That is on its due date 2024-07-29.']);
    expect(lines(explained('E', store), 'completed')[0]?.text).toBe(
      'It is completed, on a day that neither its file nor the history tells.',
    );
  });

  it('names the day on which work of no time falls, and who waits for what is over', () => {
    const store = state({
      config: FROM_JULY,
      milestones: {
        A: { status: 'in_progress', timeline: { duration: '3d' } },
        B: { timeline: { duration: '0d' }, dependencies: [{ id: 'A', lag: '1d' }] },
        C: { status: 'cancelled', dependencies: ['B'] },
        D: { status: 'completed', timeline: { duration: '9d' } },
        E: { timeline: { duration: '1d' }, dependencies: ['D'] },
      },
    });
    const found = explained('B', store, '2024-07-08');
    // A ends on 07-10; a day later is 07-11.
    expect(lines(found, 'length')[0]?.values['projected_finish']).toBe('2024-07-11');
    expect(lines(found, 'predecessor')[0]?.values).toEqual({ day: '2024-07-11', holds: true, room_days: 0 });
    expect(lines(found, 'today')[0]?.values).toEqual({ day: '2024-07-08', holds: false, room_days: 3 });
    expect(lines(found, 'successor').map((line) => line.text)).toEqual(['C, which is cancelled']);
    const after = lines(explained('E', store, '2024-07-08'), 'predecessor')[0];
    expect(after?.text).toContain('D is finished, nobody knows since when');
  });

  it('speaks of milestones without dates', () => {
    const store = state({
      milestones: { M1: { dependencies: ['M2'] }, M2: { dependencies: ['M1'] }, M3: { status: 'cancelled' } },
    });
    expect(lines(explained('M1', store), 'cycle')).toHaveLength(1);
    expect(lines(explained('M3', store), 'cancelled')).toHaveLength(2);
    expect(explain(store, day('2024-07-26'), 'M9')).toBeNull();
  });
});

describe('explain critical-path and health', () => {
  it('walks the path and names those close to it', () => {
    const found = explained('critical-path');
    expect(lines(found, 'path').map((line) => line.text)).toEqual(['M01 → M02 → M03 → M05 → M07 → M08']);
    expect(lines(found, 'member').map((line) => line.milestone)).toEqual(status.schedule.critical);
    expect(lines(found, 'member').find((line) => line.milestone === 'M05')?.text).toMatch(
      /follows M03 .* 3 working days of lead/,
    );
    expect(lines(found, 'near_critical').map((line) => line.milestone)).toEqual(['M06']);
  });

  it('gives every health its reasons', () => {
    const found = explained('HEALTH');
    expect(found.sections[0]?.lines.map((line) => line.text)).toEqual(status.project.reasons.map((r) => r.text));
    expect(lines(found, 'milestone').map((line) => line.values['health'])).toEqual(
      status.milestones.map((r) => r.health),
    );
  });
});

describe('the pages', () => {
  it('show every line, and no markup of a title', () => {
    const milestones = { M1: { title: '*bold* @all <b>', timeline: { duration: '2d' } } };
    const found = explained('M1', state({ milestones }));
    const page = mdExplanation(found);
    expect(page).toMatch(/^## M1 \\\*bold\\\* @\u200ball &lt;b>/);
    expect(page.match(/^- /gm)).toHaveLength(found.sections.flatMap((section) => section.lines).length);
    const text = terminalExplanation(found, { color: false, width: 80 });
    for (const row of text.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/^M1 \*bold\* @all <b>\n\nWHY IT STARTS/);
  });
});

describe('explain a milestone with tasks that depend on each other', () => {
  const task = (id: string, hours: number, more = {}) => ({ id, title: id, estimated_hours: hours, ...more });
  const found = explained(
    'M1',
    state({
      milestones: {
        M1: {
          status: 'in_progress',
          timeline: { estimated_start: '2024-07-22', estimated_end: '2024-07-31' },
          tasks: [
            task('a', 8, { progress: 50 }),
            task('b', 6, { depends_on: ['a'] }),
            task('c', 2, { depends_on: ['a'] }),
            task('d', 4, { depends_on: ['b', 'c'] }),
          ],
        },
        M2: { timeline: { estimated_end: '2024-07-31' } },
      },
    }),
  );

  it('tells the length of the longest chain, what is left of it, and the float of the others', () => {
    // a 8 → b 6 → d 4; c may take 6 hours where b does, and takes 2.
    expect(lines(found, 'task_length').map(({ text, values }) => [text, values['length_hours']])).toEqual([
      ['Its 4 tasks take 18 hours at least, however many people share them: a → b → d.', 18],
    ]);
    expect(lines(found, 'task_remaining').map(({ values }) => values['remaining_hours'])).toEqual([14]);
    expect(lines(found, 'task_float').map(({ values }) => values)).toEqual([
      { task: 'c', total_float_hours: 4, free_float_hours: 4 },
    ]);
    expect(mdExplanation(found)).toContain('Its tasks');
    expect(terminalExplanation(found, { color: false, width: 100 })).toContain('may slip 4 hours');
  });

  it('says nothing of tasks where there are none', () => {
    expect(lines(explained('M8', state({ milestones: { M8: {} } })), 'task_length')).toEqual([]);
  });
});
