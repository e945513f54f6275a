import type { Status } from '../model/status.ts';
import { clip } from './escape.ts';
import { figure } from './figures.ts';
import type { Voice } from './voice.ts';
import { counted } from './when.ts';

/** How the project develops, in one sentence; empty where nothing is known. */
export function development({ metrics, trends }: Status): string {
  const parts = [
    ['velocity', metrics?.velocity.trend?.replaceAll('_', ' ')],
    ['quality', metrics?.quality.first_time_trend ?? null],
    ['risks', metrics?.risk.trend ?? null],
    ['process maturity', trends?.efficiency_indicators.process_maturity ?? null],
  ].flatMap(([name, word]) => (word === null || word === undefined ? [] : [`${name}: ${word}`]));
  return parts.join(', ').replace(/^./, (c) => c.toUpperCase());
}

/** What could be done better, each with its figure. */
export function improvements({ trends }: Status, voice: Voice): string[] {
  return (trends?.efficiency_indicators.improvement_opportunities ?? []).map(({ text }) =>
    voice.prose(clip(text, 200)),
  );
}

/** The weeks as lines with a bar each, the highest of them full: milestones where hours are not known. */
export function weekBars({ metrics }: Status, cells: number): string[] {
  const series = metrics?.velocity.series ?? [];
  const hours = series.some((week) => week.hours > 0);
  const of = (week: (typeof series)[number]): number => (hours ? week.hours : week.milestones);
  const most = Math.max(0, ...series.map(of));
  if (most === 0) return [];
  return series.map((week) => {
    const filled = of(week) === 0 ? 0 : Math.max(1, Math.round((of(week) / most) * cells));
    const amount = hours ? `${figure(week.hours)} h, ` : '';
    return `${week.start} – ${week.end} ${'█'.repeat(filled).padEnd(cells)} ${amount}${counted(week.milestones, 'milestone')}`;
  });
}
