import * as z from 'zod';
import { dayWindow, figure, metricWith } from './status-measures.ts';

/** Who has how much to do, in percent of a full-time person, and what the team can do. */

const load = {
  who: z.string(),
  window: dayWindow,
  load_percent: z.number().min(0),
  capacity_percent: z.number().min(0).nullable().meta({ description: 'Null for a role that nobody of the team has' }),
  milestones: z.array(z.string()),
};

export const resourceSchema = z.object({
  ...load,
  kind: z.enum(['person', 'role']),
  utilisation_percent: z.number().min(0).nullable().meta({ description: 'Load in percent of the capacity' }),
});

export const capacitySchema = metricWith({
  load_percent: figure.meta({ description: 'Sum over the people, in percent of one full-time person' }),
  capacity_percent: figure,
  people: z.number().int(),
  over_allocated: z.array(z.object(load)),
  unassigned: z.array(z.string()).meta({ description: 'Open milestones that name nobody with an allocation' }),
  skills: z.object({ needed: z.number().int(), covered: z.number().int(), missing: z.array(z.string()) }).nullable(),
  skill_coverage_percent: figure,
  cross_training_percent: figure.meta({ description: 'Share of the team with more than one needed skill' }),
  idle_percent: figure.meta({ description: 'Capacity that nobody asks for today' }),
  optimisation_percent: figure.meta({ description: 'The part of it that lies with people on non-critical work only' }),
});

const ids = z.array(z.string());

/** What a change could make use of. Each list has its rule in docs/metrics.md. */
export const changeFactsSchema = z.object({
  parallel_workstreams: z.array(z.object({ window: dayWindow, milestones: ids })),
  early_starts: z.array(
    z.object({
      milestone: z.string(),
      rule: z.enum(['own-start-date', 'nobody-shared']),
      days: z.number().int(),
      without: ids.meta({ description: 'Predecessors that it would no longer wait for' }),
    }),
  ),
  resource_sharing: z.array(
    z.object({ who: z.string(), window: dayWindow, milestones: ids, load_percent: z.number().min(0) }),
  ),
  cross_training: z.array(z.object({ skill: z.string(), known_by: z.string(), candidates: ids, milestones: ids })),
  skill_gaps: z.array(z.object({ skill: z.string(), milestones: ids })),
});

export type ResourceLoad = z.infer<typeof resourceSchema>;
export type Capacity = z.infer<typeof capacitySchema>;
export type ChangeFacts = z.infer<typeof changeFactsSchema>;
