import { describe, expect, it } from 'vitest';
import { criticalChains } from '../../src/analysis/critical-chains.ts';
import { earlyDates, floatsOf } from '../../src/analysis/critical-path.ts';
import { networkOf } from '../../src/analysis/network.ts';

/** `A2 B4:A C10:B` → a network; a predecessor may carry a lag: `C10:A+2,B-1`. */
function schedule(text: string, limit = 20) {
  const items = text.split(' ').map((item) => {
    const [, name = '', days = '', needs = ''] = /^([A-Z]+)(\d+):?(.*)$/.exec(item) ?? [];
    return { name, days: Number(days), needs: needs === '' ? [] : needs.split(',') };
  });
  const place = new Map(items.map(({ name }, i) => [name, i]));
  const edges = items.flatMap(({ needs }, to) =>
    needs.map((need) => {
      const [, name = '', lag = '0'] = /^([A-Z]+)([+-]\d+)?$/.exec(need) ?? [];
      return { from: place.get(name) ?? -1, to, lag: Number(lag) };
    }),
  );
  const network = networkOf(items.length, {
    from: edges.map((e) => e.from),
    to: edges.map((e) => e.to),
    lag: edges.map((e) => e.lag),
  });
  const early = earlyDates(network, { duration: items.map((i) => i.days), earliest: items.map(() => 0) });
  const floats = floatsOf(network, early);
  const names = (nodes: readonly number[]): string => nodes.map((n) => items[n]?.name).join('');
  const { chains, count } = criticalChains(network, early, floats, limit);
  return { network, early, floats, chains: chains.map(names), count };
}

describe('the critical path method', () => {
  it('gives the published slacks of a textbook network', () => {
    // Hillier and Lieberman, "Introduction to Operations Research": the Reliable Construction Co. project, in weeks.
    const { early, floats, chains } = schedule(
      'A2 B4:A C10:B D6:C E4:C F5:E G7:D H9:E,G I7:C J8:F,I K4:J L5:J M2:H N6:K,L',
    );
    expect(floats.end).toBe(44);
    expect([...floats.total]).toEqual([0, 0, 0, 4, 0, 0, 4, 4, 2, 0, 1, 0, 4, 0]);
    expect([...early.start]).toEqual([0, 2, 6, 16, 16, 20, 22, 29, 16, 25, 33, 33, 38, 38]);
    expect([...floats.lateFinish]).toEqual([2, 6, 16, 26, 20, 25, 33, 42, 25, 33, 38, 38, 44, 44]);
    expect(chains).toEqual(['ABCEFJLN']);
  });

  it('lists every critical chain in order and counts them', () => {
    expect(schedule('A1 B2:A C2:A D1:B,C')).toMatchObject({ chains: ['ABD', 'ACD'], count: 2 });
    expect(schedule('A3 B1 C3')).toMatchObject({ chains: ['A', 'C'], count: 2 });
  });

  it('counts what it cannot list, up to the largest safe integer', () => {
    // Ladders of n rungs with two equal ways each: 2^n chains.
    const ladder = (rungs: number): string =>
      Array.from({ length: rungs }, (_, i) => {
        const letters = (n: number): string => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
        const before = i === 0 ? '' : `:${letters(3 * i - 1)}`;
        const [a, b, end] = [letters(3 * i), letters(3 * i + 1), letters(3 * i + 2)];
        return `${a}1${before} ${b}1${before} ${end}1:${a},${b}`;
      }).join(' ');
    expect(schedule(ladder(10))).toMatchObject({ count: 1024 });
    expect(schedule(ladder(10)).chains).toHaveLength(20);
    expect(schedule(ladder(60)).count).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('lets leads overlap but never reach past the ends of the network', () => {
    const { early, floats } = schedule('A5 B3:A-2 C2:A-9');
    expect([...early.start]).toEqual([0, 3, 0]);
    expect([...floats.lateFinish]).toEqual([5, 6, 6]);
    // C would let A slip by 9, B not at all.
    expect([...floats.free]).toEqual([0, 0, 4]);
  });

  it('never calls float free that would move the end', () => {
    const { floats } = schedule('A8 B1:A-9');
    expect([...floats.total]).toEqual([0, 7]);
    expect([...floats.free]).toEqual([0, 7]);
  });

  it('leaves out the members of cycles and nobody else', () => {
    // A and F are outside; D follows the cycle B C, E lies between it and the cycle G H.
    const { network, early } = schedule('A2 B1:C,A C1:B D3:C,A E2:C G1:E,H H1:G F4');
    expect([...network.cyclic]).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
    expect([...network.order].sort()).toEqual([0, 3, 4, 7]);
    expect(early.finish[3]).toBe(5);
    expect(early.start[4]).toBe(0);
  });

  it('schedules nothing, and a chain deeper than any call stack', () => {
    expect(schedule('X0').floats.end).toBe(0);
    const size = 100_000;
    const steps = Array.from({ length: size - 1 }, (_, i) => i);
    const chain = networkOf(size, { from: steps, to: steps.map((i) => i + 1), lag: steps.map(() => 0) });
    const one = new Int32Array(size).fill(1);
    const early = earlyDates(chain, { duration: one, earliest: new Int32Array(size) });
    expect(floatsOf(chain, early).end).toBe(size);
    const ring = networkOf(size, {
      from: [...steps, size - 1],
      to: [...steps.map((i) => i + 1), 0],
      lag: new Int32Array(size),
    });
    expect(ring.order).toHaveLength(0);
    expect(ring.cyclic.every((mark) => mark === 1)).toBe(true);
  });
});
