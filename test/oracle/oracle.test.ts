import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { Weekday } from '../../src/model/config.ts';
import type { Given } from '../analysis/builders.ts';
import { state } from '../analysis/builders.ts';

/** What cpm.py writes: a network, and what its own algorithm makes of it. Nodes by number, boundaries in working days. */
interface Case {
  readonly seed: number;
  readonly start: string;
  readonly workdays: Weekday[];
  readonly holidays: string[];
  readonly nodes: [duration: number, earliest: string | null][];
  readonly edges: [from: number, to: number, lag: number][];
  readonly expected: {
    readonly length: number;
    readonly critical: number[];
    readonly rows: {
      readonly early: [number, number];
      readonly late: [number, number];
      readonly float: [total: number, free: number];
      readonly dates: [string, string] | null;
    }[];
  };
}

function load(name: string): Case[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
}

const name = (n: number): string => `M${String(n).padStart(4, '0')}`;

/** The network as a store; half of the edges without a lag are written as `enables`. */
function analysed({ start, workdays, holidays, nodes, edges }: Case) {
  const milestones: Record<string, Given> = {};
  const enables = (e: Case['edges'][number]): boolean => e[2] === 0 && (e[0] + e[1]) % 2 === 0;
  for (const [n, [duration, earliest]] of nodes.entries()) {
    milestones[name(n)] = {
      timeline: { duration: `${duration}d`, estimated_start: earliest },
      dependencies: {
        requires: edges
          .filter((e) => e[1] === n && !enables(e))
          .map(([from, , lag]) => ({ id: name(from), lag: `${lag}d` })),
        enables: edges.filter((e) => e[0] === n && enables(e)).map(([, to]) => name(to)),
      },
    };
  }
  const config = { project: { start }, calendar: { workdays, holidays } };
  return analyse(state({ config, milestones }), '2023-12-01T12:00:00Z');
}

function compare(given: Case): void {
  const { milestones, schedule } = analysed(given);
  const { length, critical, rows } = given.expected;
  expect(schedule.length_days).toBe(length);
  expect(schedule.critical).toEqual(critical.map(name));
  expect(
    milestones.map((row) => ({
      early: [row.early_start_day, row.early_finish_day],
      late: [row.late_start_day, row.late_finish_day],
      float: [row.total_float_days, row.free_float_days],
      dates: row.duration_days === 0 ? null : [row.planned_start, row.planned_finish],
    })),
  ).toEqual(rows);
}

const small = load('small.golden.json');
const large = load('large.golden.json');

describe('the independent oracle', () => {
  it('covers lags, leads, earliest starts, holidays and work of no time', () => {
    const all = [...small, ...large];
    expect(all).toHaveLength(51);
    expect(large[0]?.nodes).toHaveLength(500);
    expect(large[0]?.edges).toHaveLength(2000);
    expect(all.some((c) => c.edges.some((e) => e[2] > 0) && c.edges.some((e) => e[2] < 0))).toBe(true);
    expect(all.some((c) => c.holidays.length > 0 && c.nodes.some((n) => n[1] !== null && n[0] > 0))).toBe(true);
    expect(all.some((c) => c.nodes.some((n) => n[0] === 0))).toBe(true);
  });

  it.each(small.map((each) => [each.seed, each] as const))('agrees with network %i', (_, each) => compare(each));

  it('agrees with 500 milestones and 2,000 edges', () => {
    for (const each of large) compare(each);
  });

  it('still says what the files say', async ({ annotate }) => {
    let python: string;
    try {
      python = execFileSync('python3', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      // The files are data of their own; only where Python is installed can they be made again.
      await annotate('Python is not installed, so the files were not made again');
      return;
    }
    expect(python).toMatch(/^Python 3/);
    const program =
      'import json,sys; from cpm import solve; print(json.dumps([solve(c) for c in json.load(sys.stdin)]))';
    const input = JSON.stringify(small);
    const out = execFileSync('python3', ['-B', '-c', program], { cwd: import.meta.dirname, input, encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual(small.map((each) => each.expected));
  });
});
