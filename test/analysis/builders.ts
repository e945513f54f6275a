import type * as z from 'zod';
import type { ConfigFile } from '../../src/model/config.ts';
import { configSchema, toConfig } from '../../src/model/config.ts';
import type { Day } from '../../src/model/day.ts';
import { parseDay } from '../../src/model/day.ts';
import { NO_HISTORY } from '../../src/model/history.ts';
import type { entrySchema } from '../../src/model/journal.ts';
import { toEntry } from '../../src/model/journal.ts';
import type { Folder, Milestone } from '../../src/model/milestone.ts';
import { toMilestone } from '../../src/model/milestone.ts';
import type { MilestoneFile } from '../../src/model/milestone-file.ts';
import { milestoneSchema } from '../../src/model/milestone-file.ts';
import type { Session } from '../../src/model/session.ts';
import type { State } from '../../src/model/state.ts';
import type { MilestoneStatusRow, Status } from '../../src/model/status.ts';
import { NO_SYNC_BASE } from '../../src/model/sync-base.ts';

/** A milestone as its file would say it; the title may be left out. Invalid contents throw, so no test stands on any. */
export type Given = Partial<MilestoneFile>;

export function milestone(id: string, given: Given = {}, folder: Folder = 'active'): Milestone {
  const file = folder === 'archive' ? `archive/${id}/milestone.yaml` : `${folder}/${id}.yaml`;
  return toMilestone(milestoneSchema.parse({ title: id, ...given }), id, file, folder);
}

/** Milestones by id, in the order given (which must be that of their ids). */
export function milestones(given: Readonly<Record<string, Given>>): Milestone[] {
  return Object.entries(given).map(([id, file]) => milestone(id, file));
}

export interface Project {
  readonly config?: ConfigFile;
  readonly milestones?: Readonly<Record<string, Given>> | readonly Milestone[];
  readonly journal?: readonly z.input<typeof entrySchema>[];
  readonly sessions?: readonly Session[];
}

export function state(project: Project = {}): State {
  const given = project.milestones ?? {};
  return {
    files: new Map(),
    config: toConfig(configSchema.parse(project.config ?? {})),
    milestones: Array.isArray(given) ? given : milestones(given as Readonly<Record<string, Given>>),
    sessions: project.sessions ?? [],
    journal: (project.journal ?? []).map(toEntry),
    diagnostics: [],
    syncBase: NO_SYNC_BASE,
    history: NO_HISTORY,
  };
}

/** Every day is a working day: dates can be counted on the fingers. */
export const EVERY_DAY: ConfigFile = { calendar: { workdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } };

/** A project that starts on Monday 2024-07-01, with weekends off. */
export const FROM_JULY: ConfigFile = { project: { start: '2024-07-01' } };

export function day(iso: string): Day {
  const found = parseDay(iso, 'UTC');
  if (found === undefined) throw new TypeError(`no such day: ${iso}`);
  return found;
}

export function rowOf(status: Status, id: string): MilestoneStatusRow {
  const found = status.milestones.find((row) => row.id === id);
  if (!found) throw new TypeError(`no such milestone: ${id}`);
  return found;
}
