import * as z from 'zod';
import { DIAGNOSTIC_NAMES } from './diagnostic.ts';
import { SIGN_OFF_KINDS } from './milestone-file.ts';
import { ACTION_PRIORITIES, EDGE_STATES, HEALTHS } from './standing.ts';
import { changeFactsSchema, resourceSchema } from './status-capacity.ts';
import { evmSchema } from './status-earned-value.ts';
import { forecastSchema, metricsSchema } from './status-metrics.ts';
import { taskScheduleSchema } from './status-tasks.ts';
import { trendsSchema } from './status-trends.ts';

/**
 * The published contract of `status --json`. Dates are ISO days; days are working days; percentages are numbers from 0 to 100
 * with at most one decimal; what has no data is null.
 */

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.number().int().min(0);
const percent = z.number().min(0).max(100);

/** Why something is rated as it is: the rule that fired, and the sentence with its figures. */
export const reasonSchema = z.object({ rule: z.string(), text: z.string() });

const milestone = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['planning', 'in_progress', 'blocked', 'completed', 'cancelled']),
  progress: percent,
  priority: z.enum(['critical', 'high', 'medium', 'low']),
  owner: z.string().nullable(),
  due: isoDay.nullable(),
  baseline_due: isoDay.nullable(),
  planned_start: isoDay.nullable(),
  planned_finish: isoDay.nullable(),
  projected_start: isoDay.nullable(),
  projected_finish: isoDay.nullable(),
  actual_end: isoDay.nullable(),
  variance_days: z.number().int().nullable(),
  slippage_days: z.number().int().nullable(),
  health: z.enum(HEALTHS),
  reasons: z.array(reasonSchema),
  critical: z.boolean(),
  near_critical: z.boolean().meta({ description: 'Some float, but at most tolerance.near_critical working days' }),
  total_float_days: z.number().int().nullable(),
  free_float_days: z.number().int().nullable(),
  duration_days: count.nullable(),
  remaining_days: count.nullable(),
  early_start_day: z.number().int().nullable(),
  early_finish_day: z.number().int().nullable(),
  late_start_day: z.number().int().nullable(),
  late_finish_day: z.number().int().nullable(),
  tasks: z.object({ total: count, completed: count }),
  task_schedule: taskScheduleSchema.nullable(),
  task_schedule_reason: z.string().nullable().meta({ description: 'Why there is no task_schedule' }),
  requires: z.array(z.object({ id: z.string(), lag_days: z.number().int() })),
  blocked_by: z.array(z.string()),
  file: z.string(),
});

const project = z.object({
  name: z.string().nullable(),
  progress: percent.nullable(),
  health: z.enum(HEALTHS),
  reasons: z.array(reasonSchema),
  milestones: z.object({
    total: count,
    completed: count,
    active: count,
    blocked: count,
    pending: count,
    cancelled: count,
  }),
});

const schedule = z.object({
  start: isoDay,
  length_days: count,
  planned_finish: isoDay.nullable(),
  projected_finish: isoDay.nullable(),
  critical: z.array(z.string()),
  near_critical: z.array(z.string()),
  critical_paths: z.array(z.array(z.string())),
  critical_path_count: count,
  cycle: z.array(z.string()).nullable(),
});

const dependency = z.object({
  from: z.string(),
  to: z.string(),
  lag_days: z.number().int(),
  state: z.enum(EDGE_STATES),
});

const external = z.object({
  name: z.string(),
  milestone: z.string(),
  status: z.enum(['ok', 'at_risk', 'blocked', 'done']),
  progress: percent.nullable(),
  owner: z.string().nullable(),
  due: isoDay.nullable(),
  note: z.string().nullable(),
});

const session = z.object({
  id: z.string(),
  milestone: z.string().nullable(),
  by: z.string().nullable(),
  progress: percent.nullable(),
  last_checkpoint: z.string().nullable(),
  health: z.enum(['healthy', 'constrained', 'blocked']).nullable(),
  reason: z.string().nullable().meta({ description: 'Why it is blocked or constrained, or cannot be judged' }),
});

const risk = z.object({
  milestone: z.string(),
  id: z.string().nullable(),
  description: z.string(),
  probability: z.number().min(0).max(1).nullable(),
  impact: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
  delay_days: count.nullable(),
  status: z.enum(['open', 'mitigated', 'occurred', 'closed']),
  mitigation: z.string().nullable(),
});

const action = z.object({
  priority: z.enum(ACTION_PRIORITIES),
  text: z.string(),
  cause: z.string(),
  milestone: z.string().nullable(),
});

const change = z.object({
  id: z.string(),
  /** `unapproved`: made by hand and merged, though the policy asks for an approval that nobody has given. */
  state: z.enum(['pending', 'applied', 'rejected', 'expired', 'undone', 'unapproved']),
  at: z.string(),
  actor: z.string(),
  command: z.string().nullable(),
  milestones: z.array(z.string()),
  /** Of a request or an unapproved change: the rules that ask, for which kinds of sign-off, and how many they have. */
  waiting_for: z.array(
    z.object({
      rule: z.string(),
      kinds: z.array(z.enum(SIGN_OFF_KINDS)),
      from: z.string(),
      received: count,
      needed: count,
      /** Logins of those whose approvals these are. */
      by: z.array(z.string()),
      missing: z.array(z.string()),
      answer_by: isoDay.nullable(),
      expires: isoDay.nullable(),
    }),
  ),
  approved_by: z.array(z.string()),
});

const activity = z.object({
  at: z.string(),
  id: z.string(),
  kind: z.string(),
  actor: z.string(),
  text: z.string(),
  milestones: z.array(z.string()),
});

const diagnostic = z.object({
  code: z.enum(DIAGNOSTIC_NAMES),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string().nullable(),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
});

const conflict = z.object({
  id: z.string(),
  type: z.string(),
  severity: z.enum(['high', 'medium', 'low']),
  milestones: z.array(z.string()),
  evidence: z.string(),
  options: z.array(z.unknown()),
  auto_resolved: z.boolean(),
  resolution: z.string().nullable(),
});

export const statusSchema = z.object({
  schema: z.literal('git-milestone/status@1'),
  as_of: isoDay,
  project,
  milestones: z.array(milestone),
  schedule,
  dependencies: z.array(dependency),
  external: z.array(external),
  metrics: metricsSchema.nullable(),
  evm: evmSchema.nullable(),
  trends: trendsSchema.nullable(),
  forecast: forecastSchema.nullable(),
  resources: z.array(resourceSchema).nullable(),
  change_facts: changeFactsSchema.nullable(),
  sessions: z.array(session),
  conflicts: z.array(conflict).nullable(),
  risks: z.array(risk),
  actions: z.array(action),
  changes: z.array(change),
  activity: z.array(activity),
  diagnostics: z.array(diagnostic),
});

export type Status = z.infer<typeof statusSchema>;
export type MilestoneStatusRow = Status['milestones'][number];
export type Reason = z.infer<typeof reasonSchema>;
export type ActionItem = z.infer<typeof action>;
