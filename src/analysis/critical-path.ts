import type { Network } from './network.ts';

/**
 * The critical path method (Kelley and Walker, "Critical-Path Planning and Scheduling", 1959) on boundaries between working
 * days: work from boundary 3 to 8 takes the days with index 3 to 7.
 */

export interface EarlyDates {
  /** Boundary at which the work starts. */
  readonly start: Float64Array;
  /** Boundary at which it is over: `start` plus duration. Successors start here, plus lag. */
  readonly finish: Float64Array;
  /**
   * Index of the last day of work. For work that takes no time: the last day of the predecessor that drives it, plus lag;
   * else the day on which it might start itself.
   */
  readonly lastDay: Float64Array;
}

/** Durations and earliest boundaries, by node. A `pinned` node starts at its earliest boundary whatever its predecessors do. */
export interface Work {
  readonly duration: ArrayLike<number>;
  readonly earliest: ArrayLike<number>;
  readonly pinned?: ArrayLike<number>;
}

/** Forward pass: everything starts as early as its own earliest boundary and its predecessors (plus lag) let it. */
export function earlyDates({ size, order, predecessors }: Network, { duration, earliest, pinned }: Work): EarlyDates {
  const start = new Float64Array(size);
  const finish = new Float64Array(size);
  const lastDay = new Float64Array(size);
  const { offset, target, lag } = predecessors;
  for (let i = 0; i < order.length; i++) {
    const n = order[i] as number;
    let begin = earliest[n] as number;
    let day = begin;
    const end = pinned?.[n] ? 0 : (offset[n + 1] as number);
    for (let e = offset[n] as number; e < end; e++) {
      const p = target[e] as number;
      const bound = (finish[p] as number) + (lag[e] as number);
      const driven = (lastDay[p] as number) + (lag[e] as number);
      // A predecessor that only ties with the node's own earliest day does not drive it: that day still holds.
      if (bound > begin) {
        begin = bound;
        day = driven;
      } else if (bound === begin && begin > (earliest[n] as number) && driven > day) day = driven;
    }
    const length = duration[n] as number;
    start[n] = begin;
    finish[n] = begin + length;
    lastDay[n] = length > 0 ? begin + length - 1 : day;
  }
  return { start, finish, lastDay };
}

export interface Floats {
  readonly lateStart: Float64Array;
  /** Never later than the network's end, not even where a lead would allow it. */
  readonly lateFinish: Float64Array;
  /** Days by which the node may slip without moving the end. */
  readonly total: Float64Array;
  /** Days by which it may slip without moving the end or any successor; the total float where nothing follows. */
  readonly free: Float64Array;
  /** Boundary at which the last node is over; 0 without nodes. */
  readonly end: number;
}

/** Backward pass from the network's own end, and the floats. */
export function floatsOf({ size, order, successors }: Network, early: EarlyDates): Floats {
  const lateStart = new Float64Array(size);
  const lateFinish = new Float64Array(size);
  const total = new Float64Array(size);
  const free = new Float64Array(size);
  const { offset, target, lag } = successors;
  let end = order.length > 0 ? Number.NEGATIVE_INFINITY : 0;
  for (let i = 0; i < order.length; i++) end = Math.max(end, early.finish[order[i] as number] as number);
  for (let i = order.length - 1; i >= 0; i--) {
    const n = order[i] as number;
    let latest = end;
    let soonest = Number.POSITIVE_INFINITY;
    for (let e = offset[n] as number; e < (offset[n + 1] as number); e++) {
      const s = target[e] as number;
      latest = Math.min(latest, (lateStart[s] as number) - (lag[e] as number));
      soonest = Math.min(soonest, (early.start[s] as number) - (lag[e] as number));
    }
    const finish = early.finish[n] as number;
    lateFinish[n] = latest;
    lateStart[n] = latest - (finish - (early.start[n] as number));
    total[n] = latest - finish;
    // With a lead, a successor may leave more room than the end does; float that moves the end is not free.
    free[n] = Math.min(soonest, latest) - finish;
  }
  return { lateStart, lateFinish, total, free, end };
}
