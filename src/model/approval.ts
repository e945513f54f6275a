import * as z from 'zod';
import { SIGN_OFF_KINDS } from './milestone-file.ts';
import { optional, text } from './scalar.ts';

export type SignOffKind = (typeof SIGN_OFF_KINDS)[number];

/** How an approval rule stands in a journal entry. */
export const approvalSchema = z.looseObject({
  rule: text,
  outcome: z.enum(['automatic', 'required', 'given']).nullish().meta({
    description: 'Applied without asking; asked for; or given, and then any and all name those the approver stands for',
  }),
  kinds: z.array(z.enum(SIGN_OFF_KINDS)).nullish().meta({ description: 'What kinds of sign-off it is' }),
  by: optional.text.meta({ description: 'Who gave it, where that is not the actor of the entry' }),
  reason: optional.text,
  any: optional.texts,
  count: z.number().int().positive().nullish(),
  all: optional.texts,
  self_approval: optional.flag,
  answer_by: optional.date,
  expires: optional.date,
});

/** What the policy says of a change: applied on whose authority, or whose approval is missing. */
export interface ApprovalDecision {
  readonly rule: string;
  /** `given` records one approval: `any` and `all` then hold the names among those asked that its giver stands for. */
  readonly outcome: 'automatic' | 'required' | 'given';
  /** What kinds of sign-off it is about; empty where nobody can tell. */
  readonly kinds: readonly SignOffKind[];
  /** Who gave it, where that is not the actor of the journal entry. */
  readonly by?: string;
  readonly reason: string;
  /** `count` of these have to approve; each name is a group, `@org/team` or a login. */
  readonly any: readonly string[];
  readonly count: number;
  /** Of each of these somebody has to approve. */
  readonly all: readonly string[];
  readonly selfApproval: boolean;
  /** ISO days, inclusive; null for no limit. */
  readonly answerBy: string | null;
  readonly expires: string | null;
}

/** A decision as the journal has it → the decision with every key present. */
export function toApproval(raw: z.infer<typeof approvalSchema>): ApprovalDecision {
  return {
    rule: raw.rule,
    outcome: raw.outcome ?? 'automatic',
    kinds: raw.kinds ?? [],
    ...(raw.by ? { by: raw.by } : {}),
    reason: raw.reason ?? '',
    any: raw.any ?? [],
    count: raw.count ?? 1,
    all: raw.all ?? [],
    selfApproval: raw.self_approval ?? false,
    answerBy: raw.answer_by ?? null,
    expires: raw.expires ?? null,
  };
}

/** The inverse of `toApproval`, without what goes without saying. */
export function approvalFile(decision: ApprovalDecision): z.infer<typeof approvalSchema> {
  const { rule, outcome, kinds, by, reason, any, count, all, selfApproval, answerBy, expires } = decision;
  return {
    rule,
    outcome,
    ...(kinds.length > 0 ? { kinds: [...kinds] } : {}),
    ...(by === undefined ? {} : { by }),
    ...(reason === '' ? {} : { reason }),
    ...(any.length > 0 ? { any: [...any], count } : {}),
    ...(all.length > 0 ? { all: [...all] } : {}),
    ...(selfApproval ? { self_approval: true } : {}),
    ...(answerBy === null ? {} : { answer_by: answerBy }),
    ...(expires === null ? {} : { expires }),
  };
}

/** Everybody a decision names, for people: `sponsor`, `2 of alice, bob`, `finance and sponsor`. */
export function approversText({ any, count, all }: Pick<ApprovalDecision, 'any' | 'count' | 'all'>): string {
  const some = any.length === 0 ? '' : count > 1 ? `${count} of ${any.join(', ')}` : any.join(' or ');
  return [all.join(' and '), some].filter((part) => part !== '').join(', and ') || 'an approver';
}

/** An approval that somebody gave, as the journal has it. */
export interface GivenApproval {
  readonly by: string;
  /** Of outcome `given`. */
  readonly decision: ApprovalDecision;
}

/** Names that may still approve, without the logins that have; all of them where nobody can tell who is left. */
export function leftOf(names: readonly string[], approvers: ReadonlySet<string>): readonly string[] {
  const left = names.filter((name) => !approvers.has(name.replace(/^@/, '').toLowerCase()));
  return left.length > 0 ? left : names;
}

/** How many of the approvals that a rule asks for have been given by the journal's word, by whom, and whose are missing. */
export function receivedOf(
  { rule, any, count, all }: ApprovalDecision,
  given: readonly GivenApproval[],
): { received: number; needed: number; by: string[]; missing: string[] } {
  const own = given.filter(({ decision }) => decision.rule === rule);
  const some = new Set(own.filter(({ decision }) => decision.any.length > 0).map(({ by }) => by.toLowerCase()));
  const each = new Set(own.flatMap(({ decision }) => decision.all));
  const wanted = any.length > 0 ? count : 0;
  return {
    received: Math.min(some.size, wanted) + all.filter((name) => each.has(name)).length,
    needed: wanted + all.length,
    by: [...new Set(own.map(({ by }) => by))],
    missing: [...all.filter((name) => !each.has(name)), ...(some.size < wanted ? leftOf(any, some) : [])],
  };
}
