import * as z from 'zod';
import { configSchema } from './config.ts';
import { entrySchema } from './journal.ts';
import { milestoneSchema } from './milestone-file.ts';
import { metricsSchema, templateSchema } from './records.ts';
import { sessionSchema } from './session.ts';
import { statusSchema } from './status.ts';
import { syncBaseSchema } from './sync-base.ts';

const SCHEMAS = {
  milestone: milestoneSchema,
  config: configSchema,
  session: sessionSchema,
  journal: entrySchema,
  template: templateSchema,
  metrics: metricsSchema,
  'state-github': syncBaseSchema,
  status: statusSchema,
};

/** JSON Schemas (draft 2020-12) of every file of the store and of `status --json`, by file name. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title: `git-milestone ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
