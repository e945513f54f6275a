import type { Plan, Write } from '../model/plan.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { commitMessage, generatedCommitMessage, type Trailer } from './commit-message.ts';
import { statusPage } from './status-page.ts';

const mark = (substance: string): string => `<!-- substance ${substance} -->`;

export interface Dashboard {
  readonly state: State;
  readonly status: Status;
  /** The store's directory relative to the repository; the dashboard's path counts from the folder that holds it. */
  readonly storeDir: string;
  /** Fingerprint of what a reader would call news. */
  readonly substance: string;
}

/** Path of the dashboard relative to the repository. */
export function dashboardPath({ state, storeDir }: Pick<Dashboard, 'state' | 'storeDir'>): string {
  return storeDir.slice(0, storeDir.lastIndexOf('/') + 1) + state.config.dashboard.path;
}

/**
 * The write that brings the dashboard up to date; none if it is. The page ends with a hidden line that holds the fingerprint of
 * its news; a `quiet` run leaves a page alone whose fingerprint still holds.
 */
export function dashboardWrites(dashboard: Dashboard, before: string | null, quiet: boolean): Write[] {
  const { state, status, substance } = dashboard;
  if (quiet && before?.trimEnd().endsWith(mark(substance))) return [];
  const after = `${statusPage(status, state).trimEnd()}\n\n${mark(substance)}\n`;
  return before === after ? [] : [{ path: dashboardPath(dashboard), before, after }];
}

/** Message of the commit that carries out a plan, or that only brings journal and pages up to date. */
export function messageFor(plan: Plan | null, writes: readonly Write[], trailers: readonly Trailer[]): string {
  if (plan === null)
    return generatedCommitMessage(
      writes.map((write) => write.path),
      trailers,
    );
  // Lets a person find the commit of a change with `git log --grep`.
  return commitMessage(
    plan,
    plan.entries.map((entry): Trailer => ['Milestone-Change', entry.id]),
  );
}
