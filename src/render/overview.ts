import type { Status } from '../model/status.ts';
import { bar, percent } from './bar.ts';
import { md, prose } from './escape.ts';
import { label } from './label.ts';
import type { Page } from './page.ts';
import { counted, instant } from './when.ts';

/** `4 of 8 milestones done, 2 active, 2 pending`; cancelled ones do not count. */
export function countsText({ project: { milestones: count } }: Status): string {
  const live = count.total - count.cancelled;
  const parts = [
    `${count.completed} of ${counted(live, 'milestone')} done`,
    count.active > 0 ? `${count.active} active` : null,
    count.blocked > 0 ? `${count.blocked} blocked` : null,
    count.pending > 0 ? `${count.pending} pending` : null,
    count.cancelled > 0 ? `${count.cancelled} cancelled` : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** `**72%** complete · 🟢 **On track** · 4 of 8 milestones done, 2 active · projected finish 2024-08-09`. */
function healthLine({ status, emoji }: Page): string {
  const { progress, health } = status.project;
  const parts = [
    progress === null ? null : `**${percent(progress)}** complete`,
    `**${label('health', health, emoji)}**`,
    countsText(status),
    health === 'done' || status.schedule.projected_finish === null
      ? null
      : `projected finish ${status.schedule.projected_finish}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Health, why, and the bar. A project without milestones says how to begin instead. */
export function overview(page: Page): string {
  const { project } = page.status;
  if (project.milestones.total === 0) {
    return 'No milestones yet. Add `.milestones/active/M01.yaml`; its one required line is `title: …`.';
  }
  const reasons = project.reasons.map((reason) => `- ${prose(reason.text)}`).join('\n');
  const progress = project.progress === null ? '' : `\`${bar(project.progress, 60)}\` ${percent(project.progress)}`;
  return [healthLine(page), progress, reasons].filter((part) => part !== '').join('\n\n');
}

/** The last change, which is what the page is as of; empty before the first one. `activity` is newest first. */
export function asOf({ status }: Page): string {
  const last = status.activity[0];
  return last ? `As of ${instant(last.at)} · ${md(last.id)} by ${md(last.actor)}` : '';
}
