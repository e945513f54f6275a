import * as z from 'zod';
import { SIGN_OFF_KINDS } from './milestone-file.ts';
import { optional, text, texts } from './scalar.ts';

const people = z.union([
  texts,
  z.looseObject({ any: optional.texts, all: optional.texts, count: z.number().int().positive().nullish() }),
]);

const limits = z.looseObject({
  gt: z.number().nullish(),
  gte: z.number().nullish(),
  lt: z.number().nullish(),
  lte: z.number().nullish(),
});

const condition = z.union([limits, text, texts, z.boolean(), z.number()]);

/** What a rule may look at. A name that is none of these is kept and counts as met: better to ask once too often. */
const conditions = z
  .looseObject({
    timeline_days: condition
      .optional()
      .meta({ description: 'Working days by which a due date moves; later is positive' }),
    finish_days: condition
      .optional()
      .meta({ description: "Working days by which the project's projected finish moves" }),
    p85_days: condition.optional().meta({ description: "Working days by which the forecast's P85 moves" }),
    budget: condition.optional().meta({ description: 'Change of cost, in `currency`' }),
    fte: condition.optional().meta({ description: 'Change of full-time equivalents' }),
    effort_hours: condition.optional().meta({ description: 'Change of estimated hours' }),
    scope: condition.optional().meta({ description: 'Whether the scope changes' }),
    dependencies: condition.optional().meta({ description: 'Whether dependencies change' }),
    critical_path: condition.optional().meta({ description: 'Whether the critical path becomes another one' }),
    priority: condition.optional().meta({ description: 'The new priority, one or several' }),
    status: condition.optional().meta({ description: 'The new status, one or several' }),
    milestone: condition.optional().meta({ description: 'Ids of milestones' }),
    label: condition.optional().meta({ description: 'Labels of the milestones' }),
    kind: condition.optional().meta({ description: 'Kinds of sign-off that the change is about' }),
  })
  .catchall(condition);

/** One rule of `approvals`: when it asks, and whom. */
export const approvalRuleSchema = z.looseObject({
  name: text,
  when: conditions.nullish(),
  from: people,
  answer_within: optional.span,
  expires: optional.span,
  self_approval: optional.flag,
  kind: z
    .union([z.enum(SIGN_OFF_KINDS), z.array(z.enum(SIGN_OFF_KINDS))])
    .nullish()
    .meta({ description: 'The kinds of sign-off that this approval is; without it they follow from `when`' }),
});

const limit = z.number().min(0).nullish();
/** `authority`: the limits within which a change needs nobody's approval. */
export const authoritySchema = z
  .looseObject({
    timeline_days: limit.meta({ description: 'Working days by which a due date may move later' }),
    finish_days: limit.meta({ description: "Working days by which the project's projected finish may move later" }),
    p85_days: limit.meta({ description: "Working days by which the forecast's P85 may move later" }),
    budget: limit.meta({ description: 'Cost that a change may add, in `currency`' }),
    fte: limit.meta({ description: 'Full-time equivalents that a change may add' }),
    effort_hours: limit.meta({ description: 'Estimated hours that a change may add' }),
    scope: optional.flag.meta({ description: 'Whether the scope may change' }),
    dependencies: optional.flag.meta({ description: 'Whether dependencies may change' }),
    critical_path: optional.flag.meta({ description: 'Whether the critical path may become another one' }),
    beyond: people.nullish().meta({ description: 'Who is asked beyond a limit that no approval rule asks about' }),
  })
  .meta({ description: 'Limits within which a change is applied without asking; what is not named is not limited' });
