import type { Milestone, QualityMetric } from '../model/milestone.ts';
import type { MilestoneStatusRow } from '../model/status.ts';
import { percent } from './bar.ts';
import { clip } from './escape.ts';
import { label, sign } from './label.ts';
import { type Page, rowsById } from './page.ts';
import type { Voice } from './voice.ts';
import { signedDays } from './when.ts';

const ROWS = 50;
const GRAVITY = { critical: 4, high: 3, medium: 2, low: 1 };

function amount(value: number | null, unit: string, voice: Voice): string {
  if (value === null) return 'no data';
  return `${value}${unit === '' || unit === '%' ? unit : ` ${voice.text(unit)}`}`;
}

function met({ value, target, better }: QualityMetric, emoji: boolean): string {
  if (value === null || target === null) return '';
  const good = better === 'higher' ? value >= target : value <= target;
  const word = good ? 'met' : 'missed';
  return emoji ? `${good ? '✅' : '❌'} ${word}` : word;
}

/** Rows of metric, value, target and whether it is met; `≥` or `≤` says which side of the target is good. */
export function quality(milestone: Milestone, emoji: boolean, voice: Voice): string[][] {
  return milestone.quality.slice(0, ROWS).map((metric) => {
    const side = metric.better === 'higher' ? '≥' : '≤';
    const target = metric.target === null ? 'no target' : `${side} ${amount(metric.target, metric.unit, voice)}`;
    return [voice.text(clip(metric.name, 100)), amount(metric.value, metric.unit, voice), target, met(metric, emoji)];
  });
}

/** Success criteria with what has been verified. */
export function criteria(milestone: Milestone, emoji: boolean, voice: Voice): string[] {
  const mark = (verified: boolean | 'partial' | null): string => {
    if (verified === true) return emoji ? '✅ ' : 'verified: ';
    if (verified === 'partial') return emoji ? '🟡 partly: ' : 'partly: ';
    if (verified === false) return emoji ? '❌ ' : 'not met: ';
    return '';
  };
  return milestone.criteria.slice(0, ROWS).map((item) => `${mark(item.verified)}${voice.text(clip(item.text, 300))}`);
}

/** What the milestone needs, what it waits for outside, and what waits for it. */
export function blockers(row: MilestoneStatusRow, page: Page, voice: Voice): string[] {
  const rows = rowsById(page.status);
  const { dependencies, external } = page.status;
  const name = (id: string): string => {
    const other = rows.get(id);
    return other ? voice.milestone(other) : voice.text(id);
  };
  const needs = dependencies
    .filter((edge) => edge.to === row.id)
    .map((edge) => {
      const other = rows.get(edge.from);
      const finish = other?.actual_end ?? other?.projected_finish;
      const when = finish ? `, ${other?.status === 'completed' ? 'finished' : 'projected'} ${finish}` : '';
      const lag = edge.lag_days === 0 ? '' : `, lag ${signedDays(edge.lag_days)}`;
      return `${sign('edge', edge.state, page.emoji)}needs ${name(edge.from)}: ${label('edge', edge.state, false).toLowerCase()}${when}${lag}`;
    });
  const outside = external
    .filter((item) => item.milestone === row.id)
    .map((item) => {
      const facts = [
        label('external', item.status, false).replace(/^(?!OK)./, (c) => c.toLowerCase()),
        item.progress === null ? null : percent(item.progress),
        item.due === null ? null : `due ${item.due}`,
        item.owner === null ? null : `owner ${voice.text(clip(item.owner, 60))}`,
        item.note === null ? null : voice.text(clip(item.note, 200)),
      ];
      const text = facts.filter((fact) => fact !== null).join(', ');
      return `${sign('external', item.status, page.emoji)}needs ${voice.text(clip(item.name, 80))} (outside): ${text}`;
    });
  const next = dependencies.filter((edge) => edge.from === row.id).map((edge) => `needed by ${name(edge.to)}`);
  return [...needs, ...outside, ...next].slice(0, ROWS);
}

/** Risks that are open or have struck, the gravest first, with what is done about them. */
export function riskList(milestone: Milestone, emoji: boolean, voice: Voice): string[] {
  const live = milestone.risks.filter((risk) => risk.status === 'open' || risk.status === 'occurred');
  const grave = (impact: (typeof live)[number]['impact']): number => (impact === null ? 0 : GRAVITY[impact]);
  return live
    .toSorted((a, b) => grave(b.impact) - grave(a.impact) || (b.probability ?? -1) - (a.probability ?? -1))
    .slice(0, ROWS)
    .map((risk) => {
      const impact = risk.impact === null ? 'impact: no data' : `${label('impact', risk.impact, emoji)}`;
      const facts = [
        risk.status === 'occurred' ? 'has occurred' : null,
        risk.probability === null ? null : `probability ${percent(risk.probability * 100)}`,
        risk.delay === null ? null : `delay ${risk.delay.amount}${risk.delay.unit}`,
        risk.mitigation === null ? null : `mitigation: ${voice.text(clip(risk.mitigation, 200))}`,
      ].filter((fact) => fact !== null);
      const details = facts.length > 0 ? ` — ${facts.join(', ')}` : '';
      return `${voice.strong(impact)}: ${voice.text(clip(risk.description, 200))}${details}`;
    });
}

/** Who works on it: roles in full-time equivalents, people in percent of their day. */
export function resources(milestone: Milestone, voice: Voice): string[] {
  const lines = milestone.resources.slice(0, ROWS).map((item) => {
    const name = [item.who, item.role].filter((text) => text !== null).map((text) => voice.text(clip(text, 80)));
    const facts = [
      item.fte === null ? null : `${item.fte} FTE`,
      item.allocation === null ? null : `${percent(item.allocation)} allocated`,
      item.skill === null ? null : `skill ${voice.text(clip(item.skill, 60))}`,
    ].filter((fact) => fact !== null);
    return `${name.join(', ') || 'unnamed'}${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`;
  });
  const { budget } = milestone;
  if (budget && (budget.planned !== null || budget.actual !== null)) {
    const money = (value: number | null): string =>
      value === null ? 'no data' : `${value} ${voice.text(budget.currency ?? '')}`.trim();
    lines.push(`Budget: ${money(budget.actual)} spent of ${money(budget.planned)} planned`);
  }
  return lines;
}
