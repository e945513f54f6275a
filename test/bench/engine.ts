import { calendarOf } from '../../src/analysis/calendar.ts';
import { earlyDates, floatsOf } from '../../src/analysis/critical-path.ts';
import { factsOf } from '../../src/analysis/facts.ts';
import { forecastOf } from '../../src/analysis/forecast.ts';
import { networkOf } from '../../src/analysis/network.ts';
import { scheduleOf } from '../../src/analysis/schedule.ts';
import { configSchema, toConfig } from '../../src/model/config.ts';
import { parseDay } from '../../src/model/day.ts';
import { indexedEdges } from '../../src/model/graph.ts';
import { NO_HISTORY } from '../../src/model/history.ts';
import type { Milestone } from '../../src/model/milestone.ts';
import { toMilestone } from '../../src/model/milestone.ts';
import { NO_SYNC_BASE } from '../../src/model/sync-base.ts';
import type { Row } from './measure.ts';
import { exponent, timed } from './measure.ts';

const CONFIG = toConfig(configSchema.parse({ project: { start: '2024-07-01' } }));
const CALENDAR = calendarOf(CONFIG.calendar);
const EMPTY = {
  files: new Map(),
  config: CONFIG,
  sessions: [],
  journal: [],
  diagnostics: [],
  syncBase: NO_SYNC_BASE,
  history: NO_HISTORY,
};
const TODAY = parseDay('2024-07-01', 'UTC') ?? 0;

/** Milestones of which each needs up to `degree` earlier ones, near and far; a fixed pattern, so that every run measures the same. */
function network(size: number, degree: number, prefix = 'M'): Milestone[] {
  return Array.from({ length: size }, (_, i) => {
    const near = Array.from({ length: degree }, (_, k) =>
      k % 2 === 0 ? i - 1 - k : Math.floor((i * (k + 1) * 0.37) % i),
    );
    const needs = [...new Set(near.filter((n) => n >= 0 && n < i))];
    const likely = 3 + (i % 7);
    const timeline = { duration: `${likely}d`, optimistic: `${likely - 2}d`, pessimistic: `${likely + 2 + (i % 9)}d` };
    const dependencies = { requires: needs.map((n) => ({ id: `${prefix}${n}`, lag: n % 5 === 0 ? '1d' : '0d' })) };
    const id = `${prefix}${i}`;
    return toMilestone({ title: id, timeline, dependencies }, id, `active/${id}.yaml`, 'active');
  });
}

function edges(milestones: readonly Milestone[]): number {
  return milestones.reduce((sum, m) => sum + m.requires.length, 0);
}

async function schedule(size: number, iterations: number): Promise<{ ms: number; edges: number }> {
  const milestones = network(size, 5);
  const efforts = new Map(milestones.map((m, i) => [m.id, { duration: 3 + (i % 7), remaining: 3 + (i % 7) }]));
  const run = (): void => void scheduleOf(milestones, efforts, CALENDAR, '2024-07-01', TODAY);
  return { ms: await timed(run, iterations), edges: edges(milestones) };
}

/** Ordering the network and the passes over it alone, without looking up ids and making rows. */
async function passes(size: number, iterations: number): Promise<number> {
  const { from, to } = indexedEdges(network(size, 5));
  const edgeList = { from: Int32Array.from(from), to: Int32Array.from(to), lag: new Int32Array(from.length) };
  const work = {
    duration: Float64Array.from({ length: size }, (_, i) => 3 + (i % 7)),
    earliest: new Float64Array(size),
  };
  return timed(() => {
    const ordered = networkOf(size, edgeList);
    floatsOf(ordered, earlyDates(ordered, work));
  }, iterations);
}

/** A forecast that was made lately is not made again, so that every round is given a project of its own. */
async function forecast(size: number, iterations: number): Promise<number> {
  const projects = Array.from({ length: iterations + 1 }, (_, round) => {
    return factsOf({ ...EMPTY, milestones: network(size, 3, `R${round}M`) }, CALENDAR, TODAY);
  });
  return timed(() => {
    const project = projects.pop();
    if (project) forecastOf(project);
  }, iterations);
}

/** The rows that concern the engine: from milestones in memory to the schedule, and to the forecast. */
export async function engineRows(): Promise<Row[]> {
  const big = await schedule(10_000, 20);
  const simulated = await forecast(100, 15);
  const sizes = [1_000, 3_162, 10_000, 31_623, 100_000] as const;
  const scheduled: [number, number][] = [];
  for (const size of sizes) scheduled.push([size, (await schedule(size, size > 20_000 ? 3 : 15)).ms]);
  const passed: [number, number][] = [];
  for (const size of sizes) passed.push([size, await passes(size, size > 20_000 ? 5 : 30)]);
  const forecasts: [number, number][] = [];
  for (const size of [1_000, 10_000, 100_000]) forecasts.push([size, await forecast(size, size > 20_000 ? 1 : 3)]);
  const last = (points: readonly [number, number][]): number => points.at(-1)?.[1] ?? 0;
  return [
    {
      name: `schedule, 10,000 milestones, ${big.edges} edges`,
      measured: big.ms,
      unit: ' ms',
      baseline: null,
      limit: 50,
    },
    { name: 'forecast, 10,000 runs × 100 milestones', measured: simulated, unit: ' ms', baseline: null, limit: 500 },
    { name: 'schedule, 100,000 milestones', measured: last(scheduled), unit: ' ms', baseline: null, limit: null },
    {
      name: 'schedule passes, growth 1,000 → 100,000',
      measured: exponent(passed),
      unit: '',
      baseline: null,
      limit: 1.15,
    },
    // From milestones: finding each id in a table of a hundred thousand is slower than in one that fits the processor's cache.
    { name: 'schedule, growth 1,000 → 100,000', measured: exponent(scheduled), unit: '', baseline: null, limit: 1.25 },
    {
      name: 'forecast, 1,000 runs × 100,000 milestones',
      measured: last(forecasts),
      unit: ' ms',
      baseline: null,
      limit: null,
    },
    { name: 'forecast, growth 1,000 → 100,000', measured: exponent(forecasts), unit: '', baseline: null, limit: 1.15 },
  ];
}
