import * as z from 'zod';
import { amount, excess, id, lag, optional, percentage, probability, text } from './scalar.ts';
import { taskSchema } from './task.ts';

/** The shape of `active/<id>.yaml`: what a person writes. Only `title` is required; unknown keys are kept and reported. */

export const MILESTONE_STATUSES = ['planning', 'in_progress', 'blocked', 'completed', 'cancelled'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const EXTERNAL_STATUSES = ['ok', 'at_risk', 'blocked', 'done'] as const;
export const RISK_STATUSES = ['open', 'mitigated', 'occurred', 'closed'] as const;
export const SIGN_OFF_KINDS = ['technical', 'resource', 'timeline', 'scope'] as const;

export const timelineSchema = z.looseObject({
  estimated_start: optional.date.meta({ description: 'Start no earlier than' }),
  estimated_end: optional.date.meta({ description: 'The due date: a commitment, moved by --timeline' }),
  estimated_hours: optional.amount,
  duration: optional.span,
  optimistic: optional.span,
  pessimistic: optional.span,
  // The original templates print it with the sign: `buffer_percentage: "20%"`.
  buffer_percentage: z
    .union([excess, text.regex(/^\d{1,3}(\.\d+)? ?%$/, 'a percentage below 1000, such as 20%')])
    .nullish(),
  baseline_end: optional.date,
  actual_start: optional.date,
  actual_end: optional.date,
  actual_hours: optional.amount,
  debt_hours: optional.amount,
});

const progressSchema = z.looseObject({
  percentage: optional.percentage,
  overall_percentage: optional.percentage.meta({ description: 'The same as percentage' }),
  last_update: optional.date,
});

const requirement = z.union([id, z.looseObject({ id, lag: lag.nullish() })]);

const external = z.union([
  text,
  z.looseObject({
    name: text,
    status: z.enum(EXTERNAL_STATUSES).nullish(),
    progress: optional.percentage,
    owner: optional.text,
    due: optional.date,
    note: optional.text,
    resolved_at: optional.date,
  }),
]);

const dependenciesSchema = z.looseObject({
  requires: z.array(requirement).nullish(),
  enables: z.array(id).nullish(),
  external: z.array(external).nullish(),
});

const resource = z.looseObject({
  role: optional.text,
  who: optional.text,
  fte: optional.people,
  skill: optional.text,
  allocation: optional.excess.meta({ description: 'Percent of a full working day' }),
});

/** The original command set lists people, skills and tools apart. */
const resourceLists = z.looseObject({
  team_members: optional.texts,
  skills_required: optional.texts,
  tools_needed: optional.texts,
});

const risk = z.looseObject({
  id: optional.text,
  description: optional.text,
  probability: probability.nullish(),
  impact: z.enum(['low', 'medium', 'high', 'critical']).nullish(),
  delay: optional.span,
  mitigation: optional.text,
  status: z.enum(RISK_STATUSES).nullish(),
  identified_at: optional.date,
  occurred_at: optional.date,
  resolved_at: optional.date,
  escalated: optional.flag,
});

const quality = z.looseObject({
  name: text,
  value: optional.measured,
  target: optional.measured,
  unit: optional.text,
  better: z.enum(['higher', 'lower']).nullish(),
});

const criterion = z.union([
  text,
  z.looseObject({ text, verified: z.union([z.boolean(), z.literal('partial')]).nullish() }),
]);

const deliverable = z.union([
  text,
  z.looseObject({
    name: text,
    type: optional.text,
    status: optional.text,
    acceptance_criteria: optional.texts,
  }),
]);

export const milestoneSchema = z.looseObject({
  id: optional.id.meta({ description: 'Optional; if present it must equal the file name' }),
  title: text.min(1),
  description: optional.text.meta({ description: 'The scope; --scope edits it' }),
  status: z.enum([...MILESTONE_STATUSES, 'pending', 'active']).nullish(),
  priority: z.enum(PRIORITIES).nullish(),
  category: optional.text,
  owner: optional.text,
  created_at: optional.date,
  completed_at: optional.date,
  timeline: timelineSchema.nullish(),
  progress: z.union([percentage, progressSchema]).nullish(),
  success_criteria: z.array(criterion).nullish(),
  deliverables: z.array(deliverable).nullish(),
  tasks: z.array(taskSchema).nullish(),
  dependencies: z.union([z.array(requirement), dependenciesSchema]).nullish(),
  resources: z.union([z.array(z.union([text, resource])), resourceLists]).nullish(),
  budget: z.looseObject({ currency: optional.text, planned: optional.money, actual: optional.money }).nullish(),
  risks: z.union([z.array(z.union([text, risk])), z.looseObject({})]).nullish(),
  quality: z.array(quality).nullish(),
  acceptance: z.looseObject({ first_time: optional.flag, satisfaction: amount.max(5).nullish() }).nullish(),
  sign_offs: z.array(z.looseObject({ kind: z.enum(SIGN_OFF_KINDS), by: text, at: optional.date })).nullish(),
  labels: optional.texts,
  github: z.looseObject({ milestone: z.number().int().positive().nullish() }).nullish(),
  kiro_configuration: z
    .looseObject({ phase_weights: z.record(z.string(), amount).nullish() })
    .nullish()
    .meta({ description: 'Of the original command set; only phase_weights counts' }),
});

export type MilestoneFile = z.infer<typeof milestoneSchema>;
