import * as z from 'zod';
import { type ApprovalDecision, approvalSchema, toApproval } from './approval.ts';
import { date, optional, text } from './scalar.ts';

export const ENTRY_KINDS = [
  'applied',
  'requested',
  'approved',
  'rejected',
  'expired',
  'undone',
  'edited',
  'resolved',
  'delivered',
] as const;

const change = z.looseObject({
  file: text,
  path: z.array(z.union([z.string(), z.number()])),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  restore: z.looseObject({ now: text, was: text }).nullish().meta({
    description: 'Lines of the file after and before, where the values alone do not bring it back to the byte',
  }),
});

const prediction = z.looseObject({
  milestone: text,
  projected_finish: z.looseObject({ before: optional.date, after: optional.date }),
});

/** `logs/<year>/<month>/<utc>-<id>.yaml`: one entry of the append-only journal. */
export const entrySchema = z.looseObject({
  id: text,
  kind: z.enum(ENTRY_KINDS),
  of: optional.text.meta({ description: 'Id of the entry that this one answers' }),
  request: optional.text.meta({ description: 'Of an undo that had to be approved: id of the request for it' }),
  at: date,
  order: z
    .number()
    .int()
    .min(0)
    .nullish()
    .meta({ description: 'Place among the entries of the same second; 0 where it is left out' }),
  actor: text,
  brought_by: optional.text.meta({
    description: 'Who had it brought in from GitHub, where nobody can tell who made it; they do not approve it',
  }),
  source: optional.text.meta({ description: 'URL of the comment or pull request, a commit, or cli' }),
  intent: text
    .nullish()
    .meta({ description: 'What was asked, by a name that never changes: <comment node id>#<line>' }),
  command: optional.text,
  commands: z.array(text).nullish().meta({ description: 'Of a request: the commands that its approval carries out' }),
  reason: optional.text,
  summary: optional.text,
  milestones: z.array(text).nullish(),
  changes: z.array(change).nullish(),
  plan: optional.text.meta({ description: 'Hash of the plan that was applied' }),
  approvals: z.array(approvalSchema).nullish(),
  impact: z.array(prediction).nullish().meta({ description: 'Projected finishes that the plan said would move' }),
});

export type EntryKind = (typeof ENTRY_KINDS)[number];
export type Path = readonly (string | number)[];

/** One field of one file, before and after; `undefined` stands for "not there". */
export interface FieldEdit {
  /** Path relative to the store. */
  readonly file: string;
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
  /** Lines of the file after the edit and before it, where the values alone do not bring back every byte. */
  readonly restore?: { readonly now: string; readonly was: string };
}

/** A projected finish (ISO day) that a plan said would move. */
export interface Prediction {
  readonly milestone: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly of: string | null;
  /** Of an undo that had to be approved: the request for it. */
  readonly request?: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Place among the entries of the same instant; absent for the first. */
  readonly order?: number;
  readonly actor: string;
  /** Login of who had it brought in from GitHub, where nobody can tell who made it there. */
  readonly broughtBy?: string;
  readonly source: string | null;
  readonly intent: string | null;
  /** The command line as it was understood, without its `/milestone`. */
  readonly command: string | null;
  /** Of a request: the commands, one a line, that its approval carries out. */
  readonly commands: readonly string[];
  readonly reason: string | null;
  /** One line for "recent activity". */
  readonly summary: string | null;
  readonly milestones: readonly string[];
  readonly changes: readonly FieldEdit[];
  readonly plan: string | null;
  readonly approvals: readonly ApprovalDecision[];
  /** What the plan predicted; absent where it moved nothing. */
  readonly impact?: readonly Prediction[];
}

function toPrediction({ milestone, projected_finish: finish }: z.infer<typeof prediction>): Prediction {
  return { milestone, before: finish.before ?? null, after: finish.after ?? null };
}

/** A validated journal file → the entry. */
export function toEntry(raw: z.infer<typeof entrySchema>): Entry {
  return {
    id: raw.id,
    kind: raw.kind,
    of: raw.of ?? null,
    ...(raw.request ? { request: raw.request } : {}),
    at: raw.at,
    ...(raw.order ? { order: raw.order } : {}),
    actor: raw.actor,
    ...(raw.brought_by ? { broughtBy: raw.brought_by } : {}),
    source: raw.source ?? null,
    intent: raw.intent ?? null,
    command: raw.command ?? null,
    commands: raw.commands ?? [],
    reason: raw.reason ?? null,
    summary: raw.summary ?? null,
    milestones: raw.milestones ?? [],
    changes: (raw.changes ?? []).map((c) => ({
      file: c.file,
      path: c.path,
      before: c.before,
      after: c.after,
      ...(c.restore ? { restore: { now: c.restore.now, was: c.restore.was } } : {}),
    })),
    plan: raw.plan ?? null,
    approvals: (raw.approvals ?? []).map(toApproval),
    ...(raw.impact && raw.impact.length > 0 ? { impact: raw.impact.map(toPrediction) } : {}),
  };
}
