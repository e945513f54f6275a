import type { Status } from '../model/status.ts';
import { hashOf } from './hash.ts';

/**
 * A fingerprint of what a reader would call news: statuses, healths, projected dates, the forecast, and what the
 * store and GitHub disagree about. A scheduled run
 * writes the dashboard only if this changed, so that days passing by make no commits.
 */
export function substanceOf(status: Status): string {
  const rows = status.milestones.map((row) => [
    row.id,
    row.status,
    row.health,
    row.projected_start,
    row.projected_finish,
  ]);
  const open = (status.conflicts ?? []).map(({ id, evidence }) => [id, evidence]);
  const news = [rows, status.project.health, status.forecast?.p85 ?? null, ...(open.length > 0 ? [open] : [])];
  return hashOf(news).slice(0, 16);
}
