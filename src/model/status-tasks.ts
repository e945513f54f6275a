import * as z from 'zod';

/** The tasks inside a milestone as a network of their own, in hours from the first one's start. */

const hour = z.number().min(0).nullable();

const taskRow = z.object({
  id: z.string(),
  estimated_hours: hour.meta({ description: 'Null: the task says nothing, and counts as taking no time' }),
  remaining_hours: z.number().min(0).meta({ description: 'Estimate × (1 − progress)' }),
  early_start_hour: hour.meta({ description: 'Null, as the five below, for a member of a cycle' }),
  early_finish_hour: hour,
  late_start_hour: hour,
  late_finish_hour: hour,
  total_float_hours: hour.meta({ description: 'How long it may slip without making the milestone longer' }),
  free_float_hours: hour.meta({ description: 'How long it may slip without moving any other task' }),
  critical: z.boolean(),
});

export const taskScheduleSchema = z.object({
  length_hours: z
    .number()
    .min(0)
    .meta({ description: 'The longest chain of tasks: no number of people makes it shorter' }),
  remaining_hours: z.number().min(0).meta({ description: 'The longest chain of what is left of the tasks' }),
  remaining_path: z.array(z.string()).meta({ description: 'The unfinished tasks of that chain, in order' }),
  critical: z.array(z.string()),
  critical_paths: z.array(z.array(z.string())).meta({ description: 'The first ten' }),
  critical_path_count: z.number().int().min(0),
  cycle: z.array(z.string()).nullable().meta({ description: 'Tasks that wait for each other: they have no hours' }),
  unestimated: z.array(z.string()).meta({ description: 'Tasks without estimated hours: they count as taking no time' }),
  tasks: z.array(taskRow).meta({ description: 'In the order of the file, cancelled ones left out' }),
});

export type TaskSchedule = z.infer<typeof taskScheduleSchema>;
export type TaskRow = z.infer<typeof taskRow>;
