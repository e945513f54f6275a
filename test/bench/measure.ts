import { Bench } from 'tinybench';

/** One line of the report. Times in milliseconds; a limit without a baseline is an absolute one. */
export interface Row {
  readonly name: string;
  readonly measured: number;
  readonly unit: string;
  readonly baseline: number | null;
  /** Upper limit of the ratio where there is a baseline, else of the measured value; null for a row that only informs. */
  readonly limit: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Median milliseconds of a function that runs in this process; warmed up first, unless once is enough. */
export async function timed(run: () => void, iterations: number): Promise<number> {
  const bench = new Bench({ iterations, time: 0, warmup: iterations > 1, warmupIterations: 1, warmupTime: 0 });
  bench.add('it', run);
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`the benchmark did not finish: ${task?.result.state}`);
  return task.result.latency.p50;
}

/** Median milliseconds of two functions that take turns, so that a busy machine slows both. */
export function inTurns(rounds: number, first: () => void, second: () => void): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [i, run] of [first, second].entries()) {
      const start = performance.now();
      run();
      times[i]?.push(performance.now() - start);
    }
  }
  return [median(times[0]), median(times[1])];
}

/** How time grows with size: the slope of log(time) over log(size) by least squares; 1 is linear. */
export function exponent(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

/** The report as an aligned table, and whether every limit is kept. */
export function report(rows: readonly Row[]): { text: string; ok: boolean } {
  const cells = rows.map(({ name, measured, unit, baseline, limit }) => {
    const ratio = baseline === null ? null : measured / baseline;
    const kept = limit === null ? null : (ratio ?? measured) <= limit;
    return [
      name,
      `${number(measured)}${unit}`,
      baseline === null ? '–' : `${number(baseline)}${unit}`,
      ratio === null ? '–' : `${number(ratio)}×`,
      limit === null ? '–' : baseline === null ? `${limit}${unit}` : `${limit}×`,
      kept === null ? '' : kept ? 'ok' : 'OVER',
    ];
  });
  const table = [['row', 'measured', 'baseline', 'ratio', 'limit', ''], ...cells];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => (row[i] ?? '').length))) ?? [];
  const text = table
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
  return { text, ok: !cells.some((row) => row[5] === 'OVER') };
}
