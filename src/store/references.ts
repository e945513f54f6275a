import { parseDay } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { edgesOf, findCycle } from '../model/graph.ts';
import type { Milestone, Timeline } from '../model/milestone.ts';
import { nearest } from '../model/nearest.ts';
import type { ReadFile } from './validate.ts';
import { placeIn } from './validate.ts';
import type { Path } from './yaml/place.ts';

/** Gives a file again with its positions. Only files with findings are asked for, so the rest need not be kept parsed. */
type Reopen = (path: string) => ReadFile;

interface Dependency {
  readonly on: string;
  readonly side: 'requires' | 'enables';
  readonly index: number;
}

function dependenciesOf(milestone: Milestone): Dependency[] {
  return [
    ...milestone.requires.map(({ id }, index) => ({ on: id, side: 'requires' as const, index })),
    ...milestone.enables.map((id, index) => ({ on: id, side: 'enables' as const, index })),
  ];
}

/** Wrong dependencies that are told for one milestone; whoever mends these sees the rest. */
const MAX_FINDINGS = 100;

/** Where the id of a dependency stands: lists and mappings, plain ids and `{id, lag}` are all written by people. */
function placeOf(file: ReadFile, { side, index }: Dependency) {
  const { dependencies } = file.value as { dependencies: unknown };
  const path: Path = Array.isArray(dependencies) ? ['dependencies', index] : ['dependencies', side, index];
  const list = Array.isArray(dependencies) ? dependencies : (dependencies as Record<string, unknown[]>)[side];
  return placeIn(file, typeof list?.[index] === 'object' ? [...path, 'id'] : path);
}

/** Dependencies on oneself and on nobody. `known` holds the ids of unreadable milestones too: those are not missing. */
export function checkDependencies(
  milestones: readonly Milestone[],
  known: ReadonlySet<string>,
  reopen: Reopen,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const milestone of milestones) {
    const wrong = dependenciesOf(milestone).filter(({ on }) => on === milestone.id || !known.has(on));
    for (const dependency of wrong.slice(0, MAX_FINDINGS)) {
      const { on, side } = dependency;
      const place = placeOf(reopen(milestone.file), dependency);
      if (on === milestone.id) {
        const message = `${on} depends on itself`;
        found.push(diagnostic('self-dependency', place, message, `Remove ${on} from dependencies.${side}.`));
        continue;
      }
      const others = [...known].filter((id) => id !== milestone.id);
      const meant = nearest(on, others);
      const create = `reate active/${on}.yaml, or remove the dependency.`;
      const hint = meant === undefined ? `C${create}` : `Did you mean ${meant}? Else c${create}`;
      found.push(
        diagnostic('unknown-dependency', place, `${milestone.id} ${side} ${on}, but there is no milestone ${on}`, hint),
      );
    }
  }
  return found;
}

/** Every dependency cycle, one finding each, at the dependency that closes it. */
export function checkCycles(milestones: readonly Milestone[], reopen: Reopen): Diagnostic[] {
  const found: Diagnostic[] = [];
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const ids = [...byId.keys()];
  let edges = edgesOf(milestones);
  // Each finding takes its closing edge out of the graph, so the next search sees what is left; twenty are enough to act on.
  for (let cycle = findCycle(ids, edges); cycle !== null && found.length < 20; cycle = findCycle(ids, edges)) {
    const [to = ''] = cycle;
    const from = cycle.at(-1) ?? to;
    edges = edges.filter((edge) => edge.from !== from || edge.to !== to);
    const by = (id: string, side: Dependency['side'], on: string) => {
      const dependency = dependenciesOf(byId.get(id) as Milestone).find((d) => d.side === side && d.on === on);
      return dependency && placeOf(reopen((byId.get(id) as Milestone).file), dependency);
    };
    const place = by(to, 'requires', from) ?? by(from, 'enables', to);
    const message = `these milestones wait for each other: ${[...cycle, to].join(' → ')}`;
    if (place) found.push(diagnostic('cycle', place, message, 'Remove one of these dependencies.'));
  }
  return found;
}

const SPANS: readonly (readonly [start: keyof Timeline & string, end: keyof Timeline & string])[] = [
  ['estimated_start', 'estimated_end'],
  ['actual_start', 'actual_end'],
];

/** Timelines that end before they start. */
export function checkTimelines(milestones: readonly Milestone[], timeZone: string, reopen: Reopen): Diagnostic[] {
  return milestones.flatMap(({ timeline, file }) =>
    SPANS.flatMap(([startKey, endKey]) => {
      const start = timeline[startKey];
      const end = timeline[endKey];
      if (typeof start !== 'string' || typeof end !== 'string') return [];
      if ((parseDay(start, timeZone) ?? 0) <= (parseDay(end, timeZone) ?? 0)) return [];
      const message = `timeline.${endKey} is ${end}, before timeline.${startKey} ${start}`;
      const place = placeIn(reopen(file), ['timeline', endKey]);
      return [diagnostic('start-after-end', place, message, 'Check the two dates; an end lies on or after its start.')];
    }),
  );
}
