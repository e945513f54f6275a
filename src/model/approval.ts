import * as z from 'zod';
import { date, text, texts } from './scalar.ts';

/** How an approval rule stands in a journal entry. */
export const approvalSchema = z.looseObject({
  rule: text,
  outcome: z.enum(['automatic', 'required']).nullish(),
  reason: text.nullish(),
  any: texts.nullish(),
  count: z.number().int().positive().nullish(),
  all: texts.nullish(),
  self_approval: z.boolean().nullish(),
  answer_by: date.nullish(),
  expires: date.nullish(),
});

/** What the policy says of a change: applied on whose authority, or whose approval is missing. */
export interface ApprovalDecision {
  readonly rule: string;
  readonly outcome: 'automatic' | 'required';
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
  const { rule, outcome, reason, any, count, all, selfApproval, answerBy, expires } = decision;
  return {
    rule,
    outcome,
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
