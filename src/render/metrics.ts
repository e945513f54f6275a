import type { Status } from '../model/status.ts';
import type { Rating } from '../model/status-measures.ts';
import { percent } from './bar.ts';
import { clip } from './escape.ts';
import { figure, missing, some } from './figures.ts';
import { label, sign } from './label.ts';
import { table } from './md-table.ts';
import type { Page } from './page.ts';
import { markdownVoice, type Voice } from './voice.ts';
import { counted, days } from './when.ts';

type Metrics = NonNullable<Status['metrics']>;
type Metric = Metrics[keyof Metrics];

/** One line of the performance metrics. `value` is null without data; the reason is then part of `detail`. */
export interface MetricLine {
  readonly name: string;
  readonly rating: Rating | null;
  readonly value: string | null;
  readonly target: string;
  readonly detail: string;
}

const TREND = { increasing: 'increasing', decreasing: 'decreasing', no_trend: 'no trend' };

function velocity({ velocity: m }: Metrics): string[] {
  if (m.value === null) return [];
  const off = m.versus_target_percent;
  const versus = off === null || off === 0 ? '' : `, ${percent(Math.abs(off))} ${off > 0 ? 'above' : 'below'} target`;
  const trend = m.trend === null || m.trend_test?.of === 'milestones' ? '' : `, ${TREND[m.trend]}`;
  return [
    `${m.n} in ${counted(m.weeks, 'week')}${versus}`,
    m.hours_per_week === null ? '' : `${figure(m.hours_per_week)} estimated hours a week${trend}`,
  ];
}

function efficiency({ efficiency: m }: Metrics): string[] {
  if (m.value === null || m.actual_hours === null || m.estimated_hours === null) return [];
  const off = Math.round((m.value - 1) * 1000) / 10;
  const how = off === 0 ? 'as estimated' : `${percent(Math.abs(off))} ${off > 0 ? 'over' : 'under'} the estimates`;
  return [`${figure(m.actual_hours)} hours for ${figure(m.estimated_hours)}: ${how}`];
}

function timeline({ timeline: m }: Metrics): string[] {
  const room = m.room_days;
  const where = room === null || room === 0 ? '' : `${days(Math.abs(room))} ${room > 0 ? 'before' : 'after'} `;
  return [
    room === null ? '' : `projected ${where}${where === '' ? 'on ' : ''}the last due date`,
    m.buffer_remaining_percent === null ? '' : `${percent(m.buffer_remaining_percent)} of buffer left`,
  ];
}

function risk({ risk: m }: Metrics, voice: Voice): string[] {
  const grave = m.high_open.map((id) => voice.text(clip(id, 40)));
  const unknown = m.unquantified.length;
  return [
    m.n === 0 ? '' : `${m.open} open`,
    grave.length === 0 ? '' : `${grave.length} of high impact: ${some(grave)}`,
    m.trend === null ? '' : m.trend,
    // The reason of the value names them.
    m.reason !== null || unknown === 0 ? '' : `${unknown} without probability or delay`,
  ];
}

function quality({ quality: m }: Metrics): string[] {
  const known = m.checks.filter((check) => check.met !== null);
  const met = known.filter((check) => check.met).length;
  return [
    known.length === 0 ? '' : `${met} of ${counted(known.length, 'quality target')} met`,
    m.satisfaction === null ? '' : `satisfaction ${figure(m.satisfaction)} of 5`,
  ];
}

function capacity({ capacity: m }: Metrics, voice: Voice): string[] {
  const over = [...new Map(m.over_allocated.map((each) => [each.who, each])).values()];
  return [
    m.value === null ? '' : counted(m.people, 'person', 'people'),
    over.length === 0 ? '' : `over-allocated: ${some(over.map((each) => voice.text(clip(each.who, 40))))}`,
  ];
}

interface Kind {
  readonly key: keyof Metrics;
  readonly name: string;
  readonly side: '≥' | '≤';
  readonly show: (value: number) => string;
  readonly target: (value: number) => string;
  readonly detail: (metrics: Metrics, voice: Voice) => string[];
}

const KINDS: readonly Kind[] = [
  {
    ...{ key: 'velocity', name: 'Velocity', side: '≥', target: figure, detail: velocity },
    show: (value) => `${figure(value)} ${value === 1 ? 'milestone' : 'milestones'}/week`,
  },
  {
    ...{ key: 'efficiency', name: 'Efficiency', side: '≤', target: figure, detail: efficiency },
    show: (value) => `${figure(value)} actual/estimate`,
  },
  {
    ...{ key: 'timeline', name: 'Timeline', side: '≥', target: percent, detail: timeline },
    show: (value) => `${percent(value)} on time`,
  },
  {
    ...{ key: 'risk', name: 'Risks', side: '≤', target: days, detail: risk },
    show: (value) => `${days(value)} expected delay`,
  },
  {
    ...{ key: 'quality', name: 'Quality', side: '≥', target: percent, detail: quality },
    show: (value) => `${percent(value)} right first time`,
  },
  {
    ...{ key: 'capacity', name: 'Capacity', side: '≤', target: percent, detail: capacity },
    show: (value) => `${percent(value)} used`,
  },
];

function detail(kind: Kind, metrics: Metrics, voice: Voice): string {
  const m: Metric = metrics[kind.key];
  const unrated = m.value !== null && m.rating === null ? m.reasons.rating : undefined;
  const why = [m.reason, unrated === undefined ? null : `not rated: ${unrated}`].flatMap((text) =>
    text === null ? [] : [voice.prose(text)],
  );
  const parts = kind.detail(metrics, voice).filter((text) => text !== '');
  return (m.value === null ? [...why, ...parts] : [...parts, ...why]).join('; ');
}

/** The six performance metrics in the order of the dashboard. */
export function metricLines(metrics: Metrics, voice: Voice): MetricLine[] {
  return KINDS.map((kind) => {
    const { value, target, rating } = metrics[kind.key];
    return {
      ...{ name: kind.name, rating, value: value === null ? null : kind.show(value) },
      target: target === null ? '–' : `${kind.side} ${kind.target(target)}`,
      detail: detail(kind, metrics, voice),
    };
  });
}

/** The one line that stands for metrics none of which has data; empty if there are some. */
export function withoutMetrics(metrics: Metrics, voice: Voice): string {
  const kinds = Object.values(metrics);
  if (kinds.some((m) => m.value !== null || m.rating !== null)) return '';
  const facts = KINDS.map(({ key, name }) => ({
    ...{ name: name.toLowerCase(), text: null },
    reason: metrics[key].reason === null ? null : voice.prose(metrics[key].reason),
  }));
  return `No data yet: ${missing(facts)}.`;
}

/** Performance metrics as a table: value and rating, target, and what stands behind them. */
export function metrics(page: Page): string {
  const found = page.status.metrics;
  if (found === null || page.status.milestones.length === 0) return '';
  const voice = markdownVoice(page);
  const none = withoutMetrics(found, voice);
  if (none !== '') return none;
  const tight = (text: string): string => text.replaceAll(' ', '\u00A0');
  const rows = metricLines(found, voice).map((line) => [
    tight(sign('rating', line.rating ?? 'none', page.emoji) + line.name),
    page.emoji ? '' : tight(label('rating', line.rating ?? 'none', false)),
    tight(line.value ?? 'no data'),
    tight(line.target),
    line.detail,
  ]);
  return table(['Metric', { title: 'Rating', optional: true }, 'Value', 'Target', 'Details'], rows);
}
