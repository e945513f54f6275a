import { configSchema } from '../model/config.ts';
import { entrySchema } from '../model/journal.ts';
import { milestoneSchema } from '../model/milestone-file.ts';
import { metricsSchema, templateSchema } from '../model/records.ts';
import { sessionSchema } from '../model/session.ts';
import { syncBaseSchema } from '../model/sync-base.ts';

/** The schema of each kind of file that the store reads. */
export const SCHEMAS = {
  config: configSchema,
  milestone: milestoneSchema,
  metrics: metricsSchema,
  session: sessionSchema,
  entry: entrySchema,
  template: templateSchema,
  'sync-base': syncBaseSchema,
} as const;

export type FileKind = keyof typeof SCHEMAS;
export type Contents = {
  readonly [Kind in FileKind]: NonNullable<ReturnType<(typeof SCHEMAS)[Kind]['safeParse']>['data']>;
};
export type Issue = NonNullable<ReturnType<(typeof milestoneSchema)['safeParse']>['error']>['issues'][number];
