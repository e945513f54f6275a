import { spanDays } from '../model/span.ts';
import type { Facts, Project } from './facts.ts';
import { isOpen } from './facts.ts';
import type { Links } from './network.ts';
import type { Experience, Spread } from './spread.ts';
import { experienceOf, historyQuantiles, spreadOf } from './spread.ts';

/** One unfinished milestone as the simulation sees it. */
export interface Activity {
  readonly facts: Facts;
  readonly spread: Spread;
  /** Share of the work that is left, 0–1. */
  readonly left: number;
  /** Working days left if everything takes as long as is most likely: what the projection counts with. */
  readonly projected: number;
  /** Name of its random stream. */
  readonly stream: string;
}

/** An open risk with a probability and a delay: if it strikes, its milestone takes `delay` working days more. */
export interface Hazard {
  readonly node: number;
  readonly id: string;
  readonly description: string;
  readonly probability: number;
  readonly delay: number;
  readonly stream: string;
}

/**
 * The projected network without what is finished: the dates of finished milestones are certain, so they shrink to the earliest
 * boundaries of their successors. Nodes are in an order in which predecessors come first.
 */
export interface SimulationModel {
  readonly activities: readonly Activity[];
  /** Earliest boundary by dates alone, and by finished predecessors as well, with the last day that this gives to work of no time. */
  readonly earliest: Float64Array;
  readonly begin: Float64Array;
  readonly day: Float64Array;
  readonly predecessors: Links;
  readonly successors: Links;
  readonly hazards: readonly Hazard[];
  readonly experience: readonly Experience[];
}

function links(size: number, near: readonly number[], far: readonly number[], lag: readonly number[]): Links {
  const offset = new Int32Array(size + 1);
  for (const n of near) offset[n + 1] = (offset[n + 1] as number) + 1;
  for (let n = 0; n < size; n++) offset[n + 1] = (offset[n + 1] as number) + (offset[n] as number);
  const next = offset.slice(0, size);
  const made: Links = { offset, target: new Int32Array(near.length), lag: new Int32Array(near.length) };
  for (const [e, n] of near.entries()) {
    const place = next[n] as number;
    next[n] = place + 1;
    made.target[place] = far[e] as number;
    made.lag[place] = lag[e] as number;
  }
  return made;
}

function hazardsOf(activities: readonly Activity[], daysPerWeek: number): Hazard[] {
  return activities.flatMap(({ facts: { milestone } }, node) => {
    const seen = new Map<string, number>();
    return milestone.risks.flatMap((risk): Hazard[] => {
      const { status, probability, delay } = risk;
      const name = risk.id ?? risk.description;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      if (status !== 'open' || !probability || delay === null || delay.amount === 0) return [];
      const stream = JSON.stringify(['risk', milestone.id, name, nth]);
      const { description } = risk;
      return [{ node, id: name, description, probability, delay: spanDays(delay, daysPerWeek), stream }];
    });
  });
}

/** What is left of the project as a network to simulate. Members of a dependency cycle have no dates and are left out. O(V+E). */
export function simulationModel({ facts, schedule, calendar }: Project): SimulationModel {
  const { network, work, early, milestones } = schedule.projection;
  const byId = new Map(facts.map((f) => [f.milestone.id, f]));
  const experience = experienceOf(facts, calendar);
  const history = historyQuantiles(experience);

  const place = new Int32Array(network.size).fill(-1);
  const nodes = network.order.filter((n) => isOpen(byId.get(milestones[n]?.id ?? '') as Facts));
  for (const [i, n] of nodes.entries()) place[n] = i;
  const activities = Array.from(nodes, (n): Activity => {
    const own = byId.get(milestones[n]?.id ?? '') as Facts;
    const stream = JSON.stringify(['milestone', own.milestone.id]);
    const left = (100 - own.progress) / 100;
    return { facts: own, spread: spreadOf(own, history, calendar), left, projected: own.remaining, stream };
  });

  const size = nodes.length;
  const earliest = Float64Array.from(nodes, (n) => work.earliest[n] as number);
  const begin = earliest.slice();
  const day = earliest.slice();
  const [from, to, lag]: [number[], number[], number[]] = [[], [], []];
  const { offset, target, lag: lags } = network.predecessors;
  for (const [i, n] of nodes.entries()) {
    // What is under way has evidently started without its predecessors.
    const end = work.pinned[n] === 1 ? 0 : (offset[n + 1] as number);
    for (let e = offset[n] as number; e < end; e++) {
      const p = target[e] as number;
      const gap = lags[e] as number;
      if ((place[p] as number) >= 0) {
        from.push(place[p] as number);
        to.push(i);
        lag.push(gap);
        continue;
      }
      const bound = (early.finish[p] as number) + gap;
      const driven = (early.lastDay[p] as number) + gap;
      if (bound > (begin[i] as number)) {
        begin[i] = bound;
        day[i] = driven;
      } else if (bound === begin[i] && bound > (earliest[i] as number)) day[i] = Math.max(day[i] as number, driven);
    }
  }
  return {
    activities,
    earliest,
    begin,
    day,
    predecessors: links(size, to, from, lag),
    successors: links(size, from, to, lag),
    hazards: hazardsOf(activities, calendar.daysPerWeek),
    experience,
  };
}
