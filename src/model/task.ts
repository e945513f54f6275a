import * as z from 'zod';
import { id, MOST, optional } from './scalar.ts';

export const TASK_STATUSES = ['pending', 'in_progress', 'completed', 'blocked', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The four phases of the original command set's task workflow, in order. */
export const PHASES = ['design', 'spec', 'task', 'execute'] as const;
export type Phase = (typeof PHASES)[number];

const phase = z.looseObject({ status: optional.text });

export const workflowSchema = z.looseObject({
  enabled: optional.flag,
  current_phase: optional.text,
  phases: z
    .looseObject({
      design: phase.nullish(),
      spec: phase.nullish(),
      task: phase.nullish(),
      execute: phase.nullish(),
    })
    .nullish(),
});

export const taskSchema = z.looseObject({
  id: optional.id,
  title: optional.text,
  status: z.enum(TASK_STATUSES).nullish(),
  progress: optional.percentage,
  estimated_hours: optional.amount,
  actual_hours: optional.amount,
  rework_hours: optional.amount,
  defects: z.number().int().min(0).max(MOST.amount).nullish(),
  skill: optional.text,
  assigned_to: optional.text,
  depends_on: z.array(id).nullish(),
  dependencies: z.array(id).nullish().meta({ description: 'The same as depends_on' }),
  issue: z.number().int().positive().nullish().meta({ description: 'Number of the GitHub issue' }),
  completed_at: optional.date,
  kiro_workflow: workflowSchema.nullish(),
});

/** A piece of work inside a milestone. Hours are effort; `progress` is 0–100, null where the file gives none. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly status: TaskStatus;
  readonly progress: number | null;
  readonly estimatedHours: number | null;
  readonly actualHours: number | null;
  readonly reworkHours: number | null;
  readonly defects: number | null;
  readonly skill: string | null;
  readonly assignedTo: string | null;
  readonly dependsOn: readonly string[];
  readonly issue: number | null;
  readonly completedAt: string | null;
  /** Status of each phase, where the workflow is enabled; else null. */
  readonly phases: Readonly<Record<Phase, string>> | null;
}

/** A task as the file gives it → a task with every key present. `index` names tasks that have no id. */
export function toTask(raw: z.infer<typeof taskSchema>, index: number): Task {
  const id = raw.id ?? `task-${String(index + 1).padStart(3, '0')}`;
  const phases = raw.kiro_workflow?.enabled ? raw.kiro_workflow.phases : null;
  const phaseStatus = (name: Phase): string => phases?.[name]?.status ?? 'pending';
  return {
    id,
    title: raw.title ?? id,
    status: raw.status ?? 'pending',
    progress: raw.progress ?? null,
    estimatedHours: raw.estimated_hours ?? null,
    actualHours: raw.actual_hours ?? null,
    reworkHours: raw.rework_hours ?? null,
    defects: raw.defects ?? null,
    skill: raw.skill ?? null,
    assignedTo: raw.assigned_to ?? null,
    dependsOn: raw.depends_on ?? raw.dependencies ?? [],
    issue: raw.issue ?? null,
    completedAt: raw.completed_at ?? null,
    phases: phases
      ? {
          design: phaseStatus('design'),
          spec: phaseStatus('spec'),
          task: phaseStatus('task'),
          execute: phaseStatus('execute'),
        }
      : null,
  };
}
