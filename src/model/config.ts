import * as z from 'zod';
import { approvalRuleSchema, authoritySchema } from './approval-policy.ts';
import { isTimeZone } from './day.ts';
import { date, optional, text, texts } from './scalar.ts';

/** The shape of `config.yaml`: the project's policy. Every key is optional and has a default. */

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const member = z.looseObject({
  login: text,
  roles: optional.texts,
  skills: optional.texts,
  capacity: optional.people,
  rate: optional.amount,
});

export const ROLES = ['read', 'triage', 'write', 'maintain', 'admin'] as const;
/** GitHub's repository roles, weakest first. */
export type Role = (typeof ROLES)[number];

export const configSchema = z.looseObject({
  project: z
    .looseObject({
      name: optional.text,
      start: optional.date,
      stakeholder_requirements: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  calendar: z
    .looseObject({
      workdays: z.array(z.enum(WEEKDAYS)).min(1).nullish(),
      holidays: z.array(date).nullish(),
      timezone: text
        .refine(isTimeZone, { message: 'not a time zone of the IANA database, such as Europe/Berlin' })
        .nullish(),
      hours_per_day: z.number().min(0.25).max(24).nullish(),
    })
    .nullish(),
  currency: optional.text,
  team: z.array(member).nullish(),
  phase_weights: z
    .looseObject({
      design: optional.amount,
      spec: optional.amount,
      task: optional.amount,
      execute: optional.amount,
    })
    .nullish(),
  targets: z
    .looseObject({
      velocity: optional.amount,
      efficiency: optional.amount,
      quality: optional.percentage,
      capacity: optional.excess,
      on_time: optional.percentage.meta({ description: 'Percent of milestones finished by their due date' }),
      window_weeks: z.number().int().min(1).max(52).nullish().meta({ description: 'Weeks that velocity looks back' }),
      buffer: z.looseObject({ green: optional.percentage, amber: optional.percentage }).nullish(),
    })
    .nullish(),
  tolerance: z.looseObject({ progress: optional.amount, near_critical: optional.amount }).nullish(),
  priorities: z
    .record(
      z.string(),
      z.looseObject({
        escalate_to: optional.texts,
        review: optional.text,
        report: optional.text,
        quality_gates: optional.texts,
      }),
    )
    .nullish(),
  approvals: z.array(approvalRuleSchema).nullish(),
  authority: authoritySchema.nullish(),
  groups: z.record(z.string(), texts).nullish(),
  permissions: z.record(z.string(), z.enum(ROLES)).nullish(),
  sync: z
    .looseObject({
      enabled: optional.flag,
      prefer: z.enum(['ask', 'store', 'github']).nullish(),
      adopt: optional.flag,
      tasks_from_issues: optional.flag,
      write_issues: optional.flag,
    })
    .nullish(),
  dashboard: z
    .looseObject({
      path: text
        .regex(
          /^(?!\/)(?!.*\.\.)(?!.*\\)(?!(?:.*\/)?\.[gG][iI][tT]\/).+\.md$/,
          'a path to a Markdown file inside the repository, such as docs/STATUS.md',
        )
        .nullish(),
      sections: optional.texts,
      activity: z.number().int().min(0).max(100).nullish(),
      emoji: optional.flag,
    })
    .nullish(),
  stakeholders: z.unknown().optional(),
});

export type ConfigFile = z.infer<typeof configSchema>;

/** The policy with defaults filled in. `workdays` are weekday numbers, 0 = Monday. */
export interface Config {
  readonly project: {
    readonly name: string | null;
    readonly start: string | null;
    readonly requirements: readonly unknown[];
  };
  readonly calendar: {
    readonly workdays: readonly number[];
    readonly holidays: readonly string[];
    readonly timezone: string;
    readonly hoursPerDay: number;
  };
  readonly currency: string;
  readonly team: readonly z.infer<typeof member>[];
  readonly phaseWeights: Readonly<Record<string, number>>;
  readonly targets: {
    readonly velocity: number;
    readonly efficiency: number;
    readonly quality: number;
    readonly capacity: number;
    readonly onTime: number;
    readonly windowWeeks: number;
    readonly buffer: { readonly green: number; readonly amber: number };
  };
  readonly tolerance: { readonly progress: number; readonly nearCritical: number };
  readonly priorities: NonNullable<ConfigFile['priorities']>;
  readonly approvals: NonNullable<ConfigFile['approvals']>;
  readonly authority: NonNullable<ConfigFile['authority']>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly permissions: Readonly<Record<string, Role>>;
  readonly sync: {
    readonly enabled: boolean;
    /** Who is right where both sides changed the same field; `ask`: neither, until somebody says so. */
    readonly prefer: 'ask' | 'store' | 'github';
    /** New milestones on GitHub become files. */
    readonly adopt: boolean;
    readonly tasksFromIssues: boolean;
    readonly writeIssues: boolean;
  };
  readonly dashboard: {
    readonly path: string;
    readonly sections: readonly string[] | null;
    readonly activity: number;
    readonly emoji: boolean;
  };
}

/** Where the policy may stand, relative to the store. */
export const POLICY_FILES: readonly string[] = ['config.yaml', 'config.yml'];

/** True for the path, relative to the store, of the file that holds the policy. */
export function isPolicy(path: string): boolean {
  return POLICY_FILES.includes(path);
}

/** `./docs//STATUS.md` → `docs/STATUS.md`: git has one name for each file. */
function plainPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/** A validated `config.yaml` (an empty one for none) → the policy in force. */
export function toConfig(raw: ConfigFile): Config {
  const { calendar, targets, tolerance, dashboard, phase_weights: weights } = raw;
  return {
    project: {
      name: raw.project?.name ?? null,
      start: raw.project?.start ?? null,
      requirements: raw.project?.stakeholder_requirements ?? [],
    },
    calendar: {
      workdays: (calendar?.workdays ?? WEEKDAYS.slice(0, 5)).map((day) => WEEKDAYS.indexOf(day)),
      holidays: calendar?.holidays ?? [],
      timezone: calendar?.timezone ?? 'UTC',
      hoursPerDay: calendar?.hours_per_day ?? 8,
    },
    currency: raw.currency ?? 'USD',
    team: raw.team ?? [],
    phaseWeights: {
      design: weights?.design ?? 15,
      spec: weights?.spec ?? 25,
      task: weights?.task ?? 20,
      execute: weights?.execute ?? 40,
    },
    targets: {
      velocity: targets?.velocity ?? 1,
      efficiency: targets?.efficiency ?? 1,
      quality: targets?.quality ?? 95,
      capacity: targets?.capacity ?? 85,
      onTime: targets?.on_time ?? 90,
      windowWeeks: targets?.window_weeks ?? 4,
      buffer: { green: targets?.buffer?.green ?? 50, amber: targets?.buffer?.amber ?? 20 },
    },
    tolerance: { progress: tolerance?.progress ?? 3, nearCritical: tolerance?.near_critical ?? 2 },
    priorities: raw.priorities ?? {},
    approvals: raw.approvals ?? [],
    authority: raw.authority ?? {},
    groups: raw.groups ?? {},
    permissions: raw.permissions ?? {},
    sync: {
      enabled: raw.sync?.enabled ?? true,
      prefer: raw.sync?.prefer ?? 'ask',
      adopt: raw.sync?.adopt ?? true,
      tasksFromIssues: raw.sync?.tasks_from_issues ?? true,
      writeIssues: raw.sync?.write_issues ?? false,
    },
    dashboard: {
      path: plainPath(dashboard?.path ?? 'STATUS.md'),
      sections: dashboard?.sections ?? null,
      activity: dashboard?.activity ?? 10,
      emoji: dashboard?.emoji ?? true,
    },
  };
}
