import * as z from 'zod';
import { amount, date, id, lag, percentage, probability, span, text, texts } from './scalar.ts';
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
  estimated_start: date.nullish().meta({ description: 'Start no earlier than' }),
  estimated_end: date.nullish().meta({ description: 'The due date: a commitment, moved by --timeline' }),
  estimated_hours: amount.nullish(),
  duration: span.nullish(),
  optimistic: span.nullish(),
  pessimistic: span.nullish(),
  // The original templates print it with the sign: `buffer_percentage: "20%"`.
  buffer_percentage: z.union([amount, text.regex(/^\d+(\.\d+)? ?%$/)]).nullish(),
  baseline_end: date.nullish(),
  actual_start: date.nullish(),
  actual_end: date.nullish(),
  actual_hours: amount.nullish(),
  debt_hours: amount.nullish(),
});

const progressSchema = z.looseObject({
  percentage: percentage.nullish(),
  overall_percentage: percentage.nullish().meta({ description: 'The same as percentage' }),
  last_update: date.nullish(),
});

const requirement = z.union([id, z.looseObject({ id, lag: lag.nullish() })]);

const external = z.union([
  text,
  z.looseObject({
    name: text,
    status: z.enum(EXTERNAL_STATUSES).nullish(),
    progress: percentage.nullish(),
    owner: text.nullish(),
    due: date.nullish(),
    note: text.nullish(),
    resolved_at: date.nullish(),
  }),
]);

const dependenciesSchema = z.looseObject({
  requires: z.array(requirement).nullish(),
  enables: z.array(id).nullish(),
  external: z.array(external).nullish(),
});

const resource = z.looseObject({
  role: text.nullish(),
  who: text.nullish(),
  fte: amount.nullish(),
  skill: text.nullish(),
  allocation: amount.nullish().meta({ description: 'Percent of a full working day' }),
});

/** The original command set lists people, skills and tools apart. */
const resourceLists = z.looseObject({
  team_members: texts.nullish(),
  skills_required: texts.nullish(),
  tools_needed: texts.nullish(),
});

const risk = z.looseObject({
  id: text.nullish(),
  description: text.nullish(),
  probability: probability.nullish(),
  impact: z.enum(['low', 'medium', 'high', 'critical']).nullish(),
  delay: span.nullish(),
  mitigation: text.nullish(),
  status: z.enum(RISK_STATUSES).nullish(),
  identified_at: date.nullish(),
  occurred_at: date.nullish(),
  resolved_at: date.nullish(),
  escalated: z.boolean().nullish(),
});

const quality = z.looseObject({
  name: text,
  value: z.number().nullish(),
  target: z.number().nullish(),
  unit: text.nullish(),
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
    type: text.nullish(),
    status: text.nullish(),
    acceptance_criteria: texts.nullish(),
  }),
]);

export const milestoneSchema = z.looseObject({
  id: id.nullish().meta({ description: 'Optional; if present it must equal the file name' }),
  title: text.min(1),
  description: text.nullish().meta({ description: 'The scope; --scope edits it' }),
  status: z.enum([...MILESTONE_STATUSES, 'pending', 'active']).nullish(),
  priority: z.enum(PRIORITIES).nullish(),
  category: text.nullish(),
  owner: text.nullish(),
  created_at: date.nullish(),
  completed_at: date.nullish(),
  timeline: timelineSchema.nullish(),
  progress: z.union([percentage, progressSchema]).nullish(),
  success_criteria: z.array(criterion).nullish(),
  deliverables: z.array(deliverable).nullish(),
  tasks: z.array(taskSchema).nullish(),
  dependencies: z.union([z.array(requirement), dependenciesSchema]).nullish(),
  resources: z.union([z.array(z.union([text, resource])), resourceLists]).nullish(),
  budget: z.looseObject({ currency: text.nullish(), planned: amount.nullish(), actual: amount.nullish() }).nullish(),
  risks: z.union([z.array(z.union([text, risk])), z.looseObject({})]).nullish(),
  quality: z.array(quality).nullish(),
  acceptance: z.looseObject({ first_time: z.boolean().nullish(), satisfaction: amount.max(5).nullish() }).nullish(),
  sign_offs: z.array(z.looseObject({ kind: z.enum(SIGN_OFF_KINDS), by: text, at: date.nullish() })).nullish(),
  labels: texts.nullish(),
  github: z.looseObject({ milestone: z.number().int().positive().nullish() }).nullish(),
  kiro_configuration: z
    .looseObject({ phase_weights: z.record(z.string(), z.number().min(0)).nullish() })
    .nullish()
    .meta({ description: 'Of the original command set; only phase_weights counts' }),
});

export type MilestoneFile = z.infer<typeof milestoneSchema>;
