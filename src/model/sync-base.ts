import * as z from 'zod';
import { date, optional, text } from './scalar.ts';

/** How far an issue, or the task linked to it, is; `open` is anything between not begun and blocked. */
export const STANDINGS = ['open', 'blocked', 'completed', 'cancelled'] as const;
export type Standing = (typeof STANDINGS)[number];

export const SYNC_CONFLICT_KINDS = [
  'field',
  'title-taken',
  'duplicate-title',
  'duplicate-link',
  'deleted-on-github',
] as const;

const number = z.number().int().positive();

const seenSchema = z.looseObject({
  title: optional.text,
  status: z.enum(STANDINGS).nullish(),
  assignee: optional.text.meta({ description: 'Null: nobody' }),
  milestone: number
    .nullish()
    .meta({ description: 'Of an issue in no milestone: where its task stood at the last look' }),
});

/** `state/github.yaml`: values at the last synchronisation, the base of the three-way merge, and what it could not decide. */
export const syncBaseSchema = z.looseObject({
  synchronised_at: optional.date,
  milestones: z
    .record(
      z.string(),
      z.looseObject({
        number: number.nullish(),
        title: optional.text,
        description: optional.text,
        due: date
          .nullish()
          .meta({ description: 'Null: both sides had no due date. Left out: they never agreed on one' }),
        state: z.enum(['open', 'closed']).nullish(),
      }),
    )
    .nullish(),
  issues: z
    .record(
      z.string().regex(/^\d+$/),
      z.looseObject({
        title: optional.text,
        status: z.enum(STANDINGS).nullish(),
        assignee: optional.text.meta({ description: 'Null: nobody. Left out: never agreed' }),
        milestone: number.nullish().meta({ description: 'Null: taken out of every milestone. Left out: never agreed' }),
        blocked_by: z.array(number).nullish(),
        seen: seenSchema
          .nullish()
          .meta({ description: 'Of what was never agreed on: what GitHub said at the first look' }),
      }),
    )
    .nullish(),
  conflicts: z
    .array(
      z.looseObject({
        id: text,
        kind: z.enum(SYNC_CONFLICT_KINDS),
        milestone: optional.text,
        issue: number.nullish(),
        field: optional.text,
        store: optional.text,
        github: optional.text,
        base: optional.text,
      }),
    )
    .nullish(),
});

/** A milestone's values when both sides last agreed on each; undefined where they never did. Null and '' are "none". */
export interface MilestoneBase {
  readonly number: number | null;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly due: string | null | undefined;
  readonly state: 'open' | 'closed' | undefined;
}

/** What GitHub said of an issue when it was first seen to differ from its task; undefined for what they have agreed on. */
export interface IssueSeen {
  readonly title: string | undefined;
  readonly status: Standing | undefined;
  /** Null: nobody. */
  readonly assignee: string | null | undefined;
  /** Number of its GitHub milestone; of an issue that is in none, of the one in which its task stood at the last look. */
  readonly milestone: number | undefined;
}

/** The same of an issue and its task. */
export interface IssueBase {
  readonly title: string | undefined;
  readonly status: Standing | undefined;
  readonly assignee: string | null | undefined;
  /** Number of the GitHub milestone; null: it was taken out of every milestone. */
  readonly milestone: number | null | undefined;
  /** Numbers of issues that GitHub has it wait for: blocking ones and sub-issues. */
  readonly blockedBy: readonly number[];
  /** Undefined where they have agreed on everything. */
  readonly seen: IssueSeen | undefined;
}

/** Where the two sides say different things and nothing says who is right. */
export interface SyncConflict {
  /** Names it in replies: `S-M05-due`, `S-issue-42-title`. */
  readonly id: string;
  readonly kind: (typeof SYNC_CONFLICT_KINDS)[number];
  /** Id of the milestone in the store. */
  readonly milestone: string | null;
  readonly issue: number | null;
  readonly field: string | null;
  /** The three values as text; null for none. */
  readonly store: string | null;
  readonly github: string | null;
  readonly base: string | null;
}

export interface SyncBase {
  /** By the id that the milestone had in the store. */
  readonly milestones: ReadonlyMap<string, MilestoneBase>;
  readonly issues: ReadonlyMap<number, IssueBase>;
  readonly conflicts: readonly SyncConflict[];
}

export const NO_SYNC_BASE: SyncBase = { milestones: new Map(), issues: new Map(), conflicts: [] };

function toSeen({ title, status, assignee, milestone }: z.infer<typeof seenSchema>): IssueSeen {
  return { title: title ?? undefined, status: status ?? undefined, assignee, milestone: milestone ?? undefined };
}

/** A validated `state/github.yaml` → the base. An old file's empty title or state counts as never agreed on. */
export function toSyncBase(raw: z.infer<typeof syncBaseSchema>): SyncBase {
  const milestones = Object.entries(raw.milestones ?? {}).map(([id, m]): [string, MilestoneBase] => [
    id,
    {
      number: m.number ?? null,
      title: m.title ?? undefined,
      description: m.description === null ? '' : m.description,
      due: m.due,
      state: m.state ?? undefined,
    },
  ]);
  const issues = Object.entries(raw.issues ?? {}).map(([issue, i]): [number, IssueBase] => [
    Number(issue),
    {
      title: i.title ?? undefined,
      status: i.status ?? undefined,
      assignee: i.assignee,
      milestone: i.milestone,
      blockedBy: i.blocked_by ?? [],
      seen: i.seen ? toSeen(i.seen) : undefined,
    },
  ]);
  const conflicts = (raw.conflicts ?? []).map(
    (c): SyncConflict => ({
      id: c.id,
      kind: c.kind,
      milestone: c.milestone ?? null,
      issue: c.issue ?? null,
      field: c.field ?? null,
      store: c.store ?? null,
      github: c.github ?? null,
      base: c.base ?? null,
    }),
  );
  return { milestones: new Map(milestones), issues: new Map(issues), conflicts };
}
