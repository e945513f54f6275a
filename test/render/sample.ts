import { type Config, toConfig } from '../../src/model/config.ts';
import { NO_HISTORY } from '../../src/model/history.ts';
import type { Entry } from '../../src/model/journal.ts';
import { toMilestone } from '../../src/model/milestone.ts';
import { milestoneSchema } from '../../src/model/milestone-file.ts';
import type { State } from '../../src/model/state.ts';
import { type MilestoneStatusRow, type Status, statusSchema } from '../../src/model/status.ts';
import { NO_SYNC_BASE } from '../../src/model/sync-base.ts';
import { ANALYTICS } from './sample-analytics.ts';
import { TASK_NETWORK } from './sample-tasks.ts';

/** A project of eight milestones in every state, typed by hand: renderers are tested without the engine. */

type Row = Pick<MilestoneStatusRow, 'id' | 'title'> & Partial<MilestoneStatusRow>;

export function row(given: Row): MilestoneStatusRow {
  return {
    status: 'planning',
    progress: 0,
    priority: 'medium',
    owner: null,
    due: null,
    baseline_due: null,
    planned_start: null,
    planned_finish: null,
    projected_start: null,
    projected_finish: null,
    actual_end: null,
    variance_days: null,
    slippage_days: null,
    health: 'pending',
    reasons: [],
    critical: false,
    near_critical: false,
    total_float_days: null,
    free_float_days: null,
    duration_days: null,
    remaining_days: null,
    early_start_day: null,
    early_finish_day: null,
    late_start_day: null,
    late_finish_day: null,
    tasks: { total: 0, completed: 0 },
    task_schedule: null,
    task_schedule_reason: 'it has no tasks',
    requires: [],
    blocked_by: [],
    file: `active/${given.id}.yaml`,
    ...given,
  };
}

function done(
  id: string,
  title: string,
  start: string,
  end: string,
  due: string,
  variance: number,
): MilestoneStatusRow {
  return row({
    ...{ id, title, due, status: 'completed', progress: 100, health: 'done', file: `completed/${id}.yaml` },
    ...{ planned_start: start, planned_finish: due, projected_start: start, projected_finish: end, actual_end: end },
    ...{ variance_days: variance, critical: id !== 'M04', total_float_days: 0, remaining_days: 0, duration_days: 5 },
  });
}

const M05 = row({
  ...{ id: 'M05', title: 'Integration Testing Framework', status: 'in_progress', progress: 88, priority: 'high' },
  ...{ owner: 'alice', due: '2024-07-28', baseline_due: '2024-07-26', slippage_days: 2, health: 'on_track' },
  ...{ planned_start: '2024-07-19', planned_finish: '2024-07-28', projected_start: '2024-07-19' },
  ...{ projected_finish: '2024-07-27', variance_days: -1, critical: true, total_float_days: 0, free_float_days: 0 },
  ...{
    duration_days: 10,
    remaining_days: 2,
    tasks: { total: 8, completed: 4 },
    task_schedule: TASK_NETWORK,
    task_schedule_reason: null,
    requires: [{ id: 'M03', lag_days: 0 }],
  },
  reasons: [
    { rule: 'on-track', text: 'Projected to finish on 2024-07-27, 1 working day before its due date 2024-07-28' },
    { rule: 'quality-below-target', text: 'Below target: Failure rate 6% (target 5%)' },
  ],
});

const M06 = row({
  ...{ id: 'M06', title: 'Performance Optimization', status: 'in_progress', progress: 45, owner: 'bob' },
  ...{ due: '2024-08-02', baseline_due: '2024-08-02', slippage_days: 0, health: 'at_risk', variance_days: 1 },
  ...{ planned_start: '2024-07-22', planned_finish: '2024-08-02', projected_start: '2024-07-22' },
  ...{
    projected_finish: '2024-08-03',
    near_critical: true,
    total_float_days: 1,
    free_float_days: 1,
    duration_days: 12,
    remaining_days: 7,
  },
  reasons: [
    { rule: 'projected-late', text: 'Projected to finish on 2024-08-03, 1 working day after its due date 2024-08-02' },
  ],
});

const M07 = row({
  ...{ id: 'M07', title: 'Deployment Pipeline', priority: 'high', due: '2024-08-05', baseline_due: '2024-08-05' },
  ...{ planned_start: '2024-08-03', planned_finish: '2024-08-05', projected_start: '2024-08-04', slippage_days: 0 },
  ...{ projected_finish: '2024-08-06', variance_days: 1, critical: true, total_float_days: 0, free_float_days: 0 },
  ...{ duration_days: 3, remaining_days: 3, blocked_by: ['M05', 'M06'], health: 'blocked' },
  requires: [
    { id: 'M05', lag_days: 0 },
    { id: 'M06', lag_days: 1 },
  ],
  reasons: [{ rule: 'external-blocked', text: 'Blocked: Infrastructure (external) is blocked' }],
});

const M08 = row({
  ...{ id: 'M08', title: 'Documentation & Training | for @all <teams>', due: '2024-08-08', baseline_due: '2024-08-08' },
  ...{ planned_start: '2024-08-06', planned_finish: '2024-08-08', projected_start: '2024-08-07', slippage_days: 0 },
  ...{ projected_finish: '2024-08-09', variance_days: 1, critical: true, total_float_days: 0, free_float_days: 0 },
  ...{ duration_days: 3, remaining_days: 3, blocked_by: ['M07'], requires: [{ id: 'M07', lag_days: 0 }] },
  reasons: [{ rule: 'waits', text: 'Waits for M07 (0 %)' }],
});

const edge = (from: string, to: string, state: Status['dependencies'][number]['state'], lag = 0) => ({
  from,
  to,
  lag_days: lag,
  state,
});

export const JOURNAL: readonly Entry[] = [
  {
    ...{ id: 'C-1b22', kind: 'edited', of: null, at: '2024-07-19T15:10:00Z', actor: 'bob' },
    ...{ source: 'https://github.com/acme/shop/commit/1b22', intent: null, command: null, commands: [], reason: null },
    ...{ summary: 'M06: progress 40 → 45', milestones: ['M06'], plan: null, approvals: [] },
    changes: [{ file: 'active/M06.yaml', path: ['progress', 'percentage'], before: 40, after: 45 }],
  },
  {
    ...{ id: 'C-7f3a2b', kind: 'applied', of: null, at: '2024-07-20T18:30:00+02:00', actor: 'alice', source: 'cli' },
    ...{
      intent: 'x#1',
      command: 'update M05 --timeline=+2d',
      commands: [],
      reason: 'test hall closed',
      summary: 'M05: due date 2024-07-26 → 2024-07-28',
    },
    ...{ milestones: ['M05'], plan: 'abc', approvals: [] },
    changes: [
      { file: 'active/M05.yaml', path: ['timeline', 'estimated_end'], before: '2024-07-26', after: '2024-07-28' },
    ],
  },
];

export function sampleStatus(): Status {
  return statusSchema.parse({
    schema: 'git-milestone/status@1',
    as_of: '2024-07-26',
    project: {
      name: 'Web shop',
      progress: 72.4,
      health: 'at_risk',
      reasons: [{ rule: 'finish', text: 'Projected to finish on 2024-08-09, 1 working day after 2024-08-08' }],
      milestones: { total: 8, completed: 4, active: 2, blocked: 0, pending: 2, cancelled: 0 },
    },
    milestones: [
      done('M01', 'User Authentication System', '2024-07-01', '2024-07-08', '2024-07-06', 2),
      done('M02', 'Database Schema & Migration', '2024-07-09', '2024-07-12', '2024-07-12', 0),
      done('M03', 'Core API Endpoints', '2024-07-13', '2024-07-18', '2024-07-19', -1),
      done('M04', 'User Interface Components', '2024-07-13', '2024-07-25', '2024-07-25', 0),
      M05,
      M06,
      M07,
      M08,
    ],
    schedule: {
      ...{ start: '2024-07-01', length_days: 39, planned_finish: '2024-08-08', projected_finish: '2024-08-09' },
      critical: ['M01', 'M02', 'M03', 'M05', 'M07', 'M08'],
      near_critical: ['M06'],
      critical_paths: [['M01', 'M02', 'M03', 'M05', 'M07', 'M08']],
      critical_path_count: 1,
      cycle: null,
    },
    dependencies: [
      edge('M01', 'M02', 'satisfied'),
      edge('M02', 'M03', 'satisfied'),
      edge('M03', 'M05', 'satisfied'),
      edge('M05', 'M07', 'in_progress'),
      edge('M06', 'M07', 'at_risk', 1),
      edge('M07', 'M08', 'waiting'),
    ],
    external: [
      {
        name: 'Infrastructure',
        milestone: 'M07',
        status: 'blocked',
        progress: 70,
        owner: 'ops',
        due: '2024-08-02',
        note: 'waiting for #12',
      },
      { name: 'Security review', milestone: 'M05', status: 'ok', progress: null, owner: null, due: null, note: null },
    ],
    ...ANALYTICS,
    sessions: [
      {
        id: 'session-20240720-001',
        milestone: 'M05',
        by: 'alice',
        progress: 88,
        last_checkpoint: '2024-07-20T16:30:00Z',
        health: 'healthy',
        reason: null,
      },
      {
        ...{ id: 'session-20240720-002', milestone: 'M06', by: 'bob', progress: null, last_checkpoint: null },
        ...{ health: 'constrained', reason: 'Over-allocated: erin at 155% of 100% until 2024-07-27 (M05 and M06)' },
      },
    ],
    conflicts: null,
    risks: [
      {
        milestone: 'M05',
        id: 'R1',
        description: 'Test environment too slow',
        probability: 0.4,
        impact: 'medium',
        delay_days: 3,
        status: 'open',
        mitigation: 'Rent runners',
      },
      {
        milestone: 'M07',
        id: null,
        description: 'Infrastructure coordination',
        probability: null,
        impact: 'high',
        delay_days: null,
        status: 'open',
        mitigation: null,
      },
      {
        milestone: 'M01',
        id: null,
        description: 'Closed long ago',
        probability: 0.1,
        impact: 'low',
        delay_days: 1,
        status: 'closed',
        mitigation: null,
      },
    ],
    actions: [
      {
        priority: 'urgent',
        text: 'Finish M05 Integration Testing Framework',
        cause: 'due 2024-07-28, on the critical path',
        milestone: 'M05',
      },
      {
        priority: 'high',
        text: 'Resolve Infrastructure for M07',
        cause: 'Blocked: Infrastructure (external) is blocked',
        milestone: 'M07',
      },
      { priority: 'medium', text: 'Bring M06 back before its due date', cause: '', milestone: 'M06' },
    ],
    changes: [],
    activity: [...JOURNAL].reverse().map((entry) => ({
      ...{ at: entry.at, id: entry.id, kind: entry.kind, actor: entry.actor },
      ...{ text: entry.summary ?? '', milestones: [...entry.milestones] },
    })),
    diagnostics: [
      {
        code: 'progress-mismatch',
        severity: 'warning',
        message: '`progress.percentage` is 42, its tasks say 45',
        hint: 'Remove it: tasks count',
        file: 'active/M06.yaml',
        line: 14,
        column: 3,
      },
    ],
  });
}

const M05_FILE = {
  title: 'Integration Testing Framework',
  description: 'Integration testing framework development',
  status: 'in_progress',
  tasks: [
    {
      id: 'task-001',
      title: 'Test Framework Architecture',
      status: 'completed',
      estimated_hours: 8,
      actual_hours: 9,
      assigned_to: 'alice',
    },
    {
      id: 'task-002',
      title: 'End-to-End Test Automation',
      status: 'in_progress',
      progress: 85,
      estimated_hours: 20,
      assigned_to: 'bob',
    },
    { id: 'task-003', title: 'Test Documentation', depends_on: ['task-005'], progress: 25, estimated_hours: 6 },
    { id: 'task-004', title: 'Old approach', status: 'cancelled' },
    {
      id: 'task-005',
      title: 'CI/CD Integration',
      status: 'blocked',
      progress: 15,
      depends_on: ['task-002'],
      estimated_hours: 10,
    },
    { id: 'task-006', title: 'Handover' },
    { id: 'task-007', title: 'Test data', status: 'pending', estimated_hours: 4, assigned_to: 'alice' },
  ],
  dependencies: { requires: ['M03'], external: [{ name: 'Security review', status: 'ok' }] },
  resources: [
    { role: 'engineer', fte: 2, skill: 'testing' },
    { who: 'alice', allocation: 90 },
  ],
  budget: { currency: 'USD', planned: 40000, actual: 31000 },
  success_criteria: [
    { text: 'All endpoints covered', verified: true },
    'Runs nightly',
    { text: 'Under 15 minutes', verified: 'partial' },
  ],
  risks: [
    { description: 'Docs are tight', impact: 'low', mitigation: 'write in parallel' },
    {
      description: 'Test environment too slow',
      impact: 'medium',
      probability: 0.4,
      delay: '3d',
      mitigation: 'Rent runners',
    },
    { description: 'Closed', status: 'closed' },
  ],
  quality: [
    { name: 'Test coverage', value: 94, target: 90, unit: '%' },
    { name: 'Failure rate', value: 6, target: 5, unit: '%', better: 'lower' },
    { name: 'Run time', target: 15, unit: 'min', better: 'lower' },
  ],
};

const SOURCE = 'title: Broken\ntimeline:\n  estimated_start: 2024-02-01\n  estimated_end: 2024-02-30 # no such day\n';

export function sampleState(config: Partial<Config['dashboard']> = {}): State {
  const base = toConfig({
    project: { name: 'Web shop' },
    calendar: { workdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
  });
  return {
    files: new Map([['active/M09.yaml', SOURCE]]),
    config: { ...base, dashboard: { ...base.dashboard, ...config } },
    milestones: [toMilestone(milestoneSchema.parse(M05_FILE), 'M05', 'active/M05.yaml', 'active')],
    sessions: [],
    journal: JOURNAL,
    diagnostics: [],
    syncBase: NO_SYNC_BASE,
    history: NO_HISTORY,
  };
}

export function emptyStatus(): Status {
  return {
    ...sampleStatus(),
    project: {
      ...{ name: null, progress: null, health: 'pending', reasons: [] },
      milestones: { total: 0, completed: 0, active: 0, blocked: 0, pending: 0, cancelled: 0 },
    },
    schedule: {
      ...{ start: '2024-07-26', length_days: 0, planned_finish: null, projected_finish: null },
      ...{ critical: [], near_critical: [], critical_paths: [], critical_path_count: 0, cycle: null },
    },
    ...{
      milestones: [],
      dependencies: [],
      external: [],
      sessions: [],
      risks: [],
      actions: [],
      activity: [],
      diagnostics: [],
    },
  };
}

/** A chain of `count` milestones, every third finished, with titles as long and awkward as people make them. */
export function largeStatus(count: number, title = 'Milestone with | pipes and `ticks` <b>'): Status {
  const id = (i: number): string => `M${String(i).padStart(5, '0')}`;
  const rows = Array.from({ length: count }, (_, i) => {
    const finished = i % 3 === 0;
    return row({
      ...{
        id: id(i),
        title: `${title} ${i}`,
        due: '2025-01-31',
        projected_start: '2025-01-01',
        projected_finish: '2025-02-03',
      },
      ...{
        status: finished ? 'completed' : 'planning',
        progress: finished ? 100 : 0,
        health: finished ? 'done' : i % 5 === 1 ? 'late' : 'pending',
      },
      ...{
        actual_end: finished ? '2025-01-30' : null,
        variance_days: 1,
        critical: true,
        total_float_days: 0,
        free_float_days: 0,
        duration_days: 2,
      },
      ...{ remaining_days: finished ? 0 : 2, file: `${finished ? 'completed' : 'active'}/${id(i)}.yaml` },
    });
  });
  const ids = rows.map((r) => r.id);
  const status = sampleStatus();
  return {
    ...status,
    milestones: rows,
    project: {
      ...status.project,
      milestones: {
        ...status.project.milestones,
        total: count,
        completed: Math.ceil(count / 3),
        pending: count - Math.ceil(count / 3),
        active: 0,
      },
    },
    schedule: { ...status.schedule, critical: ids, critical_paths: [ids] },
    dependencies: ids.slice(1).map((to, i) => edge(ids[i] ?? '', to, i % 3 === 0 ? 'satisfied' : 'waiting')),
    external: [],
  };
}
