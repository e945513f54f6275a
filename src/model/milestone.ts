import type * as z from 'zod';
import type { MilestoneFile, MilestoneStatus, Priority, timelineSchema } from './milestone-file.ts';
import type { Span } from './span.ts';
import { parseSpan } from './span.ts';
import type { Task } from './task.ts';
import { toTask } from './task.ts';

export type Folder = 'active' | 'completed' | 'archive';
export type Timeline = z.infer<typeof timelineSchema>;

/** A finish-to-start edge to a predecessor; the lag is in working days or weeks, negative for a lead. */
export interface Requirement {
  readonly id: string;
  readonly lag: Span;
}

export interface External {
  readonly name: string;
  readonly status: 'ok' | 'at_risk' | 'blocked' | 'done';
  readonly progress: number | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly note: string | null;
  readonly resolvedAt: string | null;
}

/** People or roles on a milestone: `fte` for a role, `allocation` in percent for a person. */
export interface Resource {
  readonly role: string | null;
  readonly who: string | null;
  readonly fte: number | null;
  readonly skill: string | null;
  readonly allocation: number | null;
}

export interface Risk {
  readonly id: string | null;
  readonly description: string;
  readonly probability: number | null;
  readonly impact: 'low' | 'medium' | 'high' | 'critical' | null;
  readonly delay: Span | null;
  readonly mitigation: string | null;
  readonly status: 'open' | 'mitigated' | 'occurred' | 'closed';
  readonly identifiedAt: string | null;
  readonly occurredAt: string | null;
  readonly resolvedAt: string | null;
  readonly escalated: boolean;
}

/** A milestone with every key present: absent ones are null or empty. Dates stay ISO text as written. */
export interface Milestone {
  readonly id: string;
  /** Path relative to the store. */
  readonly file: string;
  readonly folder: Folder;
  readonly title: string;
  readonly description: string | null;
  readonly status: MilestoneStatus;
  readonly priority: Priority;
  readonly owner: string | null;
  readonly createdAt: string | null;
  readonly completedAt: string | null;
  readonly timeline: Timeline;
  /** `progress.percentage` as recorded, 0–100; null if the file has none. */
  readonly recordedProgress: number | null;
  /** `progress.last_update` as written. */
  readonly progressUpdated: string | null;
  readonly tasks: readonly Task[];
  readonly phaseWeights: Readonly<Record<string, number>> | null;
  readonly requires: readonly Requirement[];
  readonly enables: readonly string[];
  readonly external: readonly External[];
  readonly resources: readonly Resource[];
  readonly budget: {
    readonly currency: string | null;
    readonly planned: number | null;
    readonly actual: number | null;
  } | null;
  readonly risks: readonly Risk[];
  readonly quality: readonly QualityMetric[];
  readonly criteria: readonly { readonly text: string; readonly verified: boolean | 'partial' | null }[];
  readonly deliverables: readonly { readonly name: string; readonly status: string | null }[];
  readonly acceptance: { readonly firstTime: boolean | null; readonly satisfaction: number | null } | null;
  readonly signOffs: readonly { readonly kind: string; readonly by: string; readonly at: string | null }[];
  readonly labels: readonly string[];
  /** Number of the linked GitHub milestone. */
  readonly github: number | null;
}

export interface QualityMetric {
  readonly name: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
}

const NO_LAG: Span = { amount: 0, unit: 'd' };

function status(raw: MilestoneFile, folder: Folder): MilestoneStatus {
  // The original command set also says `pending` and `active`, and leaves `status` out of finished milestones.
  if (raw.status === 'pending') return 'planning';
  if (raw.status === 'active') return 'in_progress';
  return raw.status ?? (folder === 'active' ? 'planning' : 'completed');
}

function requirements(raw: MilestoneFile): Requirement[] {
  const list = Array.isArray(raw.dependencies) ? raw.dependencies : (raw.dependencies?.requires ?? []);
  return list.map((item) =>
    typeof item === 'string' ? { id: item, lag: NO_LAG } : { id: item.id, lag: parseSpan(item.lag ?? '0d') ?? NO_LAG },
  );
}

function externals(raw: MilestoneFile): External[] {
  const list = Array.isArray(raw.dependencies) ? [] : (raw.dependencies?.external ?? []);
  return list.map((item) => {
    const given = typeof item === 'string' ? { name: item } : item;
    return {
      name: given.name,
      status: given.status ?? 'ok',
      progress: given.progress ?? null,
      owner: given.owner ?? null,
      due: given.due ?? null,
      note: given.note ?? null,
      resolvedAt: given.resolved_at ?? null,
    };
  });
}

function resources(raw: MilestoneFile): Resource[] {
  const none: Resource = { role: null, who: null, fte: null, skill: null, allocation: null };
  if (Array.isArray(raw.resources)) {
    return raw.resources.map((item) =>
      typeof item === 'string'
        ? { ...none, role: item }
        : {
            role: item.role ?? null,
            who: item.who ?? null,
            fte: item.fte ?? null,
            skill: item.skill ?? null,
            allocation: item.allocation ?? null,
          },
    );
  }
  return (raw.resources?.team_members ?? []).map((who) => ({ ...none, who }));
}

function risks(raw: MilestoneFile): Risk[] {
  if (!Array.isArray(raw.risks)) return [];
  return raw.risks.map((item) => {
    const given = typeof item === 'string' ? { description: item } : item;
    return {
      id: given.id ?? null,
      description: given.description ?? given.id ?? '',
      probability: given.probability ?? null,
      impact: given.impact ?? null,
      delay: given.delay ? (parseSpan(given.delay) ?? null) : null,
      mitigation: given.mitigation ?? null,
      status: given.status ?? 'open',
      identifiedAt: given.identified_at ?? null,
      occurredAt: given.occurred_at ?? null,
      resolvedAt: given.resolved_at ?? null,
      escalated: given.escalated ?? false,
    };
  });
}

/** A validated file → the milestone it describes. */
export function toMilestone(raw: MilestoneFile, id: string, file: string, folder: Folder): Milestone {
  const progress =
    typeof raw.progress === 'number' ? raw.progress : (raw.progress?.percentage ?? raw.progress?.overall_percentage);
  return {
    id,
    file,
    folder,
    title: raw.title,
    description: raw.description ?? null,
    status: status(raw, folder),
    priority: raw.priority ?? 'medium',
    owner: raw.owner ?? null,
    createdAt: raw.created_at ?? null,
    completedAt: raw.completed_at ?? null,
    timeline: raw.timeline ?? {},
    recordedProgress: progress ?? null,
    progressUpdated: typeof raw.progress === 'number' ? null : (raw.progress?.last_update ?? null),
    tasks: (raw.tasks ?? []).map(toTask),
    phaseWeights: raw.kiro_configuration?.phase_weights ?? null,
    requires: requirements(raw),
    enables: Array.isArray(raw.dependencies) ? [] : (raw.dependencies?.enables ?? []),
    external: externals(raw),
    resources: resources(raw),
    budget: raw.budget
      ? {
          currency: raw.budget.currency ?? null,
          planned: raw.budget.planned ?? null,
          actual: raw.budget.actual ?? null,
        }
      : null,
    risks: risks(raw),
    quality: (raw.quality ?? []).map((q) => ({
      name: q.name,
      value: q.value ?? null,
      target: q.target ?? null,
      unit: q.unit ?? '',
      better: q.better ?? 'higher',
    })),
    criteria: (raw.success_criteria ?? []).map((c) =>
      typeof c === 'string' ? { text: c, verified: null } : { text: c.text, verified: c.verified ?? null },
    ),
    deliverables: (raw.deliverables ?? []).map((d) =>
      typeof d === 'string' ? { name: d, status: null } : { name: d.name, status: d.status ?? null },
    ),
    acceptance: raw.acceptance
      ? { firstTime: raw.acceptance.first_time ?? null, satisfaction: raw.acceptance.satisfaction ?? null }
      : null,
    signOffs: (raw.sign_offs ?? []).map((s) => ({ kind: s.kind, by: s.by, at: s.at ?? null })),
    labels: raw.labels ?? [],
    github: raw.github?.milestone ?? null,
  };
}
