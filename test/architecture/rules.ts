import { dirname } from 'node:path/posix';
import type { Source } from './source.ts';

/** What a folder may import besides itself. `types` are folders of which only types may be used. */
interface Allowed {
  readonly folders: readonly string[];
  readonly types?: readonly string[];
  /** Libraries; null for any but the Action's toolkit. */
  readonly libraries: readonly string[] | null;
  /** Modules of Node with the names that may be taken from them (null for all); null for any module. */
  readonly node: Readonly<Record<string, readonly string[] | null>> | null;
  readonly pure: boolean;
}

const HASH = { 'node:crypto': ['createHash'] };
const FOLDERS = ['model', 'command', 'store', 'analysis', 'change', 'render', 'io'];

/** The folder table: the one place that says which way data flows. A file directly in `src/` counts as a folder of its own. */
export const TABLE: Readonly<Record<string, Allowed>> = {
  model: { folders: [], libraries: ['zod', 'temporal-polyfill'], node: {}, pure: true },
  command: { folders: ['model'], libraries: [], node: { 'node:util': ['parseArgs'] }, pure: true },
  store: { folders: ['model'], libraries: ['yaml'], node: {}, pure: true },
  analysis: { folders: ['model'], libraries: ['pure-rand'], node: HASH, pure: true },
  change: { folders: ['model', 'analysis', 'store'], libraries: [], node: HASH, pure: true },
  render: { folders: ['model', 'analysis'], types: ['change'], libraries: ['markdown-table'], node: {}, pure: true },
  io: { folders: ['model'], libraries: null, node: null, pure: false },
  run: { folders: FOLDERS, libraries: [], node: {}, pure: false },
  action: { folders: [...FOLDERS, 'run'], libraries: ['@actions/core', '@actions/github'], node: null, pure: false },
  cli: { folders: [...FOLDERS, 'run'], libraries: [], node: null, pure: false },
};

export const MOST_LINES = 250;
export const MEDIAN_LINES = 80;
const DRAWERS = /^(utils?|helpers?|common|types?|shared|misc|lib|core|base)$/;

export function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? path) : path.replace(/\.ts$/, '');
}

function library(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function importFault(source: Source, { target, own, typesOnly, names }: Source['imports'][number]): string | null {
  const folder = folderOf(source.path);
  const allowed = TABLE[folder];
  if (!allowed) return `${folder} is not in the folder table`;
  if (own) {
    if (target === '../package.json') return folder === 'cli' ? null : 'only cli reads package.json';
    if (!target.endsWith('.ts')) return `${target} lacks the .ts extension`;
    const to = folderOf(target);
    if (to === folder || allowed.folders.includes(to)) return null;
    if (allowed.types?.includes(to)) return typesOnly ? null : `${folder} may import only types of ${to} (${target})`;
    return `${folder} may not import ${to} (${target})`;
  }
  if (target.startsWith('node:')) {
    if (allowed.node === null) return null;
    if (!(target in allowed.node)) return `${folder} may not import ${target}`;
    const few = allowed.node[target];
    const other = few ? names.find((name) => !few.includes(name)) : undefined;
    return other === undefined ? null : `${folder} may not take ${other} from ${target}`;
  }
  const name = library(target);
  if (name === 'zod' && names.some((n) => n !== '*')) return 'zod is imported as a whole: import * as z';
  const fits = allowed.libraries === null ? !name.startsWith('@actions/') : allowed.libraries.includes(name);
  return fits ? null : `${folder} may not import ${name}`;
}

/** The members of a cycle in the graph, first repeated last; null if there is none. */
export function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const finished = new Set<string>();
  const trail: string[] = [];
  const walk = (at: string): string[] | null => {
    const start = trail.indexOf(at);
    if (start >= 0) return [...trail.slice(start), at];
    if (finished.has(at)) return null;
    trail.push(at);
    for (const next of graph.get(at) ?? []) {
      const found = walk(next);
      if (found) return found;
    }
    trail.pop();
    finished.add(at);
    return null;
  };
  for (const node of graph.keys()) {
    const found = walk(node);
    if (found) return found;
  }
  return null;
}

/** Edges between the nodes that `name` gives files; what stays inside a node is no edge. */
export function graphOf(sources: readonly Source[], name: (path: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const from = name(path);
    const edges = graph.get(from) ?? new Set();
    graph.set(from, edges);
    for (const { target, own } of imports) if (own && name(target) !== from) edges.add(name(target));
  }
  return graph;
}

/** Every breach of the folder table, of purity, of names and of size, as sentences; none means all is well. */
export function breaches(sources: readonly Source[]): string[] {
  const found = sources.flatMap((source) => {
    const say = (what: string): string => `${source.path}: ${what}`;
    const parts = source.path.replace(/\.ts$/, '').split('/');
    return [
      ...source.imports.flatMap((item) => importFault(source, item) ?? []),
      ...(TABLE[folderOf(source.path)]?.pure ? source.impurities.map((what) => `${what} in a pure folder`) : []),
      ...parts.filter((part) => DRAWERS.test(part)).map((part) => `${part} is a drawer, not a name`),
      ...parts.filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)).map((part) => `${part} is not kebab-case`),
      ...(source.lines > MOST_LINES ? [`${source.lines} lines, at most ${MOST_LINES}`] : []),
    ].map(say);
  });
  const cycle = cycleIn(graphOf(sources, folderOf)) ?? cycleIn(graphOf(sources, (path) => path));
  return cycle ? [...found, `a cycle: ${cycle.join(' → ')}`] : found;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The directory of a file, for cycles between nested folders; a file directly in `src/` stands for itself. */
export const directoryOf = (path: string): string => (path.includes('/') ? dirname(path) : path);
