import * as z from 'zod';
import { optional } from './scalar.ts';

const checkpoint = z.looseObject({
  at: optional.date,
  progress: optional.percentage,
  note: optional.text,
  next_steps: optional.texts,
});

const body = z.looseObject({
  id: optional.id,
  milestone_focus: optional.id,
  milestone_id: optional.id.meta({ description: 'The same as milestone_focus' }),
  status: optional.text,
  purpose: optional.text,
  started_at: optional.date,
  ended_at: optional.date,
  by: optional.text,
  progress_state: optional.percentage,
  last_checkpoint: optional.date,
  checkpoints: z.array(checkpoint).nullish(),
  allocation: z.record(z.string(), z.number().min(0)).nullish(),
});

/** `sessions/<id>.yaml`: a work session. The original command set puts the same keys under `session:`. */
export const sessionSchema = body.extend({ session: body.nullish() });

export interface Session {
  readonly id: string;
  readonly file: string;
  readonly milestone: string | null;
  readonly status: 'active' | 'ended';
  readonly by: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly progress: number | null;
  readonly lastCheckpoint: string | null;
  /** Percent of a working day per login. */
  readonly allocation: Readonly<Record<string, number>>;
}

/** A validated session file → the session; a session is over once it says so or has an end. */
export function toSession(raw: z.infer<typeof sessionSchema>, id: string, file: string): Session {
  const given = raw.session ?? raw;
  const last = given.checkpoints?.at(-1);
  const ended = given.ended_at != null || /^(ended|completed|closed|done)$/.test(given.status ?? '');
  return {
    id,
    file,
    milestone: given.milestone_focus ?? given.milestone_id ?? null,
    status: ended ? 'ended' : 'active',
    by: given.by ?? null,
    startedAt: given.started_at ?? null,
    endedAt: given.ended_at ?? null,
    progress: given.progress_state ?? last?.progress ?? null,
    lastCheckpoint: given.last_checkpoint ?? last?.at ?? null,
    allocation: given.allocation ?? {},
  };
}
