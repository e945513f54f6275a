import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Given, Project } from './builders.ts';
import { EVERY_DAY, state } from './builders.ts';

const NOW = '2024-07-10T12:00:00Z';

function metrics(project: Project, now = NOW) {
  const found = analyse(state({ config: EVERY_DAY, ...project }), now).metrics;
  if (!found) throw new Error('not computed');
  return found;
}

const edit = (at: string, path: (string | number)[], before: unknown, after: unknown) => ({
  id: `C-${at}`,
  kind: 'applied' as const,
  at: `${at}T10:00:00Z`,
  actor: 'ann',
  changes: [{ file: 'active/A.yaml', path, before, after }],
});

describe('quality', () => {
  const quality = [
    { name: 'Coverage', value: 90, target: 95 },
    { name: 'Failures', value: 2, target: 5, better: 'lower' as const },
  ];
  const A: Given = {
    timeline: { estimated_start: '2024-07-01', duration: '20d' },
    status: 'in_progress',
    progress: 50,
    quality,
  };

  it('knows a metric’s past from changes of its value, of its entry and of the list', () => {
    const journal = [
      edit('2024-07-02', ['quality'], undefined, [
        { name: 'Coverage', value: 50 },
        { name: 'Failures', value: 1 },
      ]),
      edit('2024-07-04', ['quality', 0, 'value'], 50, 70),
      edit('2024-07-06', ['quality', 0], { name: 'Coverage', value: 70 }, { name: 'Coverage', value: 90, target: 95 }),
      edit('2024-07-06', ['quality', 1, 'value'], 1, 2),
    ];
    const [coverage, failures] = metrics({ milestones: { A }, journal }).quality.checks;
    expect(coverage).toMatchObject({ met: false, trend: 'improving', points: 3, expected: null });
    expect(coverage?.reason).toBe('3 recorded values; they reach back 4 days, too few for a line to 2024-07-19');
    expect(failures).toMatchObject({ met: true, trend: 'declining', points: 2, expected: null });
    expect(failures?.reason).toBe('2 recorded values; a line needs 3');
  });

  it('continues the line no farther than the values reach back, and into nothing that cannot be', () => {
    const values = (unit: string | null, ...[one, two, three]: [number, number, number]) => {
      const metric = { name: 'N', value: three, unit };
      const journal = [
        edit('2024-06-20', ['quality', 0, 'value'], one, one + 1),
        edit('2024-06-30', ['quality', 0, 'value'], one + 1, two),
        edit('2024-07-08', ['quality', 0, 'value'], two, three),
      ];
      return metrics({ milestones: { A: { ...A, quality: [metric] } }, journal }).quality.checks[0]?.expected;
    };
    expect(values('%', 60, 75, 90)).toBe(100);
    expect(values('%', 10, 6, 2)).toBe(0);
    expect(values(null, 60, 75, 90)).toBeGreaterThan(100);
    expect(values(null, -10, -20, -30)).toBeLessThan(-30);
  });

  it('takes the present value as the last one where it changed without an entry', () => {
    const journal = [edit('2024-07-02', ['quality', 0, 'value'], 60, 80)];
    expect(metrics({ milestones: { A }, journal }).quality.checks[0]).toMatchObject({ points: 3, trend: 'improving' });
  });

  it('needs four records for a trend of acceptance', () => {
    const done = (first_time: boolean, satisfaction: number, day: number): Given => ({
      status: 'completed',
      timeline: { actual_end: `2024-07-0${day}` },
      acceptance: { first_time, satisfaction },
    });
    const three = { A: done(false, 2, 1), B: done(false, 3, 2), C: done(true, 4, 3) };
    expect(metrics({ milestones: three }).quality).toMatchObject({
      value: 33.3,
      satisfaction: 3,
      first_time_trend: null,
      reasons: { first_time_trend: '3 records so far; a trend needs 4' },
    });
    const four = { ...three, D: done(true, 5, 4) };
    expect(metrics({ milestones: four }).quality).toMatchObject({
      first_time_trend: 'improving',
      satisfaction_trend: 'improving',
    });
    const undated = { status: 'completed' as const, acceptance: { first_time: true, satisfaction: 5 } };
    expect(metrics({ milestones: { ...three, D: undated } }).quality).toMatchObject({
      value: 50,
      satisfaction: 3.5,
      first_time_trend: null,
      reasons: { first_time_trend: '3 records of a known day so far; a trend needs 4' },
    });
  });
});

describe('timeline', () => {
  it('does not call finished work unfinished because nobody knows when it was', () => {
    const { timeline, velocity } = metrics({ milestones: { A: { status: 'completed' } } });
    const reason = 'no finished milestone has a known day';
    expect(timeline).toMatchObject({ value: null, reason });
    expect(velocity).toMatchObject({ value: null, rating: null, versus_target_percent: null, forecast: null, reason });
  });

  it('finds how long an external dependency was open from the journal', () => {
    const resolved = { name: 'Legal', status: 'done' as const, resolved_at: '2024-07-08' };
    const A: Given = { dependencies: { external: [resolved, { name: 'Old', resolved_at: '2024-07-03' }, 'Power'] } };
    const list = ['dependencies', 'external'];
    const byItem = [edit('2024-07-04', [...list, 0], undefined, { name: 'Legal' })];
    expect(metrics({ milestones: { A }, journal: byItem }).timeline).toMatchObject({
      dependency_resolution_days: 4,
      external_active: 1,
      external_resolved: 1,
    });
    const byList = [edit('2024-07-06', list, ['Old'], ['Old', { name: 'Legal' }])];
    expect(metrics({ milestones: { A }, journal: byList }).timeline.dependency_resolution_days).toBe(2);
    expect(metrics({ milestones: { A } }).timeline.reasons.dependency_resolution_days).toContain('of none of the 2');
  });

  it('uses up a buffer as the projection nears the due date, and no more than it has', () => {
    const left = (end: string, buffer: number | string = 20) =>
      metrics({
        milestones: {
          A: {
            timeline: { estimated_start: '2024-07-10', estimated_end: end, duration: '10d', buffer_percentage: buffer },
          },
        },
      }).timeline.buffer_remaining_percent;
    // Projected 07-19; two days of buffer.
    expect([
      left('2024-07-25'),
      left('2024-07-21'),
      left('2024-07-20'),
      left('2024-07-19'),
      left('2024-07-15'),
    ]).toEqual([100, 100, 50, 0, 0]);
    expect(left('2024-07-20', '20%')).toBe(50);
    expect(left('2024-07-20', 0)).toBeNull();
  });

  it('does not get its buffer back against the baseline when the due date moves', () => {
    const timeline = {
      estimated_start: '2024-07-10',
      duration: '10d',
      buffer_percentage: 20,
      baseline_end: '2024-07-20',
    };
    const left = (due: string) =>
      metrics({ milestones: { A: { timeline: { ...timeline, estimated_end: due } } } }).timeline;
    // Projected 07-19; two days of buffer: one is left before 07-20, both before 07-25.
    expect(left('2024-07-20')).toMatchObject({
      buffer_remaining_percent: 50,
      buffer_remaining_on_baseline_percent: 50,
    });
    expect(left('2024-07-25')).toMatchObject({
      buffer_remaining_percent: 100,
      buffer_remaining_on_baseline_percent: 50,
    });
    expect(metrics({ milestones: { A: {} } }).timeline.reasons.buffer_remaining_on_baseline_percent).toBe(
      'no open milestone has a buffer_percentage',
    );
  });

  it('says the worse of being on time and of the buffer', () => {
    const done = (end: string): Given => ({
      status: 'completed',
      timeline: { estimated_end: '2024-07-05', actual_end: end },
    });
    const rating = (milestones: Record<string, Given>) => metrics({ milestones }).timeline.rating;
    expect(rating({ A: done('2024-07-05') })).toBe('green');
    expect(rating({ A: done('2024-07-05'), B: done('2024-07-06') })).toBe('red');
    const tight: Given = { timeline: { estimated_end: '2024-07-10', duration: '1d', buffer_percentage: 50 } };
    expect(rating({ A: done('2024-07-05'), B: tight })).toBe('red');
  });

  it('measures slips from the baseline, being on time from the due date', () => {
    const timeline = { estimated_end: '2024-07-08', baseline_end: '2024-07-04', actual_end: '2024-07-08' };
    expect(metrics({ milestones: { A: { status: 'completed', timeline } } }).timeline).toMatchObject({
      value: 100,
      on_baseline_percent: 0,
      average_slip_days: 4,
    });
  });
});

describe('risk', () => {
  const risk = (more: object) => ({
    description: 'r',
    probability: 0.5,
    delay: '2d',
    identified_at: '2024-06-20',
    ...more,
  });
  const exposure = (risks: Given['risks'], due = '2024-07-12') =>
    metrics({ milestones: { A: { timeline: { duration: '1d', estimated_end: due }, risks } } }).risk;

  it('is rated by the room before the last due date', () => {
    expect(exposure([risk({})])).toMatchObject({ value: 1, target: 2, rating: 'green' });
    expect(exposure([risk({}), risk({}), risk({})])).toMatchObject({ value: 3, rating: 'amber' });
    expect(exposure([risk({ probability: 1, delay: '1w' })])).toMatchObject({ value: 7, rating: 'red' });
    expect(exposure([risk({})], '2024-07-01')).toMatchObject({ target: 0, rating: 'red' });
  });

  it('knows no room while a dependency cycle has no finish to count', () => {
    const { timeline } = metrics({
      milestones: {
        A: { dependencies: ['B'], timeline: { duration: '4d', estimated_end: '2024-07-19' } },
        B: { dependencies: ['A'] },
        C: { timeline: { duration: '1d', estimated_end: '2024-07-12' } },
      },
    });
    expect(timeline).toMatchObject({ room_days: null, room_percent: null });
    const reason = 'a dependency cycle leaves A and B without a projected finish';
    expect(timeline.reasons).toMatchObject({ room_days: reason, room_percent: reason });
  });

  it('compares the exposure with that of a window ago', () => {
    const early = { identified_at: '2024-06-01' };
    const settled = risk({ ...early, status: 'mitigated', resolved_at: '2024-07-01' });
    expect(exposure([settled, risk(early)])).toMatchObject({ exposure_before_days: 2, trend: 'improving' });
    expect(exposure([risk(early)])).toMatchObject({ exposure_before_days: 1, trend: 'stable' });
    expect(exposure([risk(early), risk({})])).toMatchObject({ exposure_before_days: 1, trend: 'worsening' });
    expect(exposure([risk({ identified_at: null })])).toMatchObject({ trend: null });
  });

  it('compares the same risks, or none', () => {
    const early = risk({ identified_at: '2024-06-01' });
    const found = exposure([early, risk({ id: 'R3', identified_at: null })]);
    const reason = 'R3 is open, and nobody knows since when (its identified_at)';
    expect(found).toMatchObject({ value: 2, exposure_before_days: null, trend: null });
    expect(found.reasons).toMatchObject({ exposure_before_days: reason, trend: reason });
    expect(exposure([early, risk({ id: 'R3', identified_at: null, status: 'closed' })]).trend).toBe('stable');
  });

  it('lets a risk end with its milestone', () => {
    const risks = [risk({ identified_at: '2024-06-01' })];
    const A: Given = { timeline: { duration: '1d' }, risks };
    const done = (actual_end: string): Given => ({ status: 'completed', timeline: { actual_end }, risks });
    const of = (milestones: Record<string, Given>) => metrics({ milestones }).risk;
    expect(of({ A, B: done('2024-06-05') })).toMatchObject({ value: 1, exposure_before_days: 1, trend: 'stable' });
    expect(of({ A, B: done('2024-07-05') })).toMatchObject({ value: 1, exposure_before_days: 2, trend: 'improving' });
  });

  it('counts mitigations that were put to the test, and names what it cannot weigh', () => {
    const found = exposure([
      risk({ status: 'mitigated', mitigation: 'm' }),
      risk({ status: 'occurred', mitigation: 'm', occurred_at: '2024-06-25', resolved_at: '2024-06-27' }),
      risk({ status: 'occurred', mitigation: null, occurred_at: '2024-06-10' }),
      risk({ status: 'closed', mitigation: 'm' }),
      'Rain',
      risk({ id: 'R-9', delay: null, impact: 'critical', escalated: true }),
    ]);
    expect(found).toMatchObject({ open: 2, value: null, mitigation_success_percent: 50, average_resolution_days: 7 });
    expect(found).toMatchObject({ identified_early_percent: 50, escalation_percent: 16.7 });
    expect(found.unquantified).toEqual(['Rain', 'R-9']);
    expect(found.high_open).toEqual(['R-9']);
  });
});

describe('efficiency', () => {
  it('sums tasks where the milestone says nothing, and leaves out what nobody recorded', () => {
    const task = (estimated_hours: number, actual_hours: number | null, more: object = {}) => ({
      status: 'completed' as const,
      estimated_hours,
      actual_hours,
      ...more,
    });
    const found = metrics({
      milestones: {
        A: { status: 'completed', tasks: [task(10, 12, { rework_hours: 3 }), task(10, 8)] },
        B: { status: 'completed', tasks: [task(10, null)] },
        C: { status: 'completed', timeline: { estimated_hours: 20, actual_hours: 40 } },
      },
    }).efficiency;
    expect(found).toMatchObject({ value: 1.5, n: 2, actual_hours: 60, rework_percent: 5, rating: 'red' });
    // Errors 0 and 20/40.
    expect(found).toMatchObject({ estimate_accuracy_percent: 75, within_25_percent: 50, technical_debt_percent: null });
    expect(found.reasons.technical_debt_percent).toBe('no completed milestone records debt hours');
  });
});
