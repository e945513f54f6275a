import type { Handler, Routes } from './call.ts';

/** Parameters that hold slashes: a file's path, a branch `feature/x`, `heads/feature/x`. */
const MULTI_SEGMENT = new Set(['path', 'ref', 'branch']);

export interface Match {
  /** The route as GitHub's description spells it: `GET /repos/{owner}/{repo}`. */
  readonly key: string;
  readonly handler: Handler;
  readonly params: Record<string, string>;
}

/** Compiles the table once; the most literal route wins, so `/issues/comments` is no issue number. */
export function makeRouter(routes: Routes): (method: string, path: string) => Match | null {
  const compiled = Object.entries(routes)
    .map(([key, handler]) => ({ key, handler, ...compile(key) }))
    .sort((a, b) => a.rank.localeCompare(b.rank));
  return (method, path) => {
    for (const { key, handler, pattern } of compiled) {
      const found = pattern.exec(`${method} ${path}`);
      const params = found && decoded(found.groups ?? {});
      if (params) return { key, handler, params };
    }
    return null;
  };
}

function compile(key: string): { pattern: RegExp; rank: string } {
  const source = key
    .replace('/{path}', '(?:/(?<path>.*))?') // no path at all is the root directory
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${MULTI_SEGMENT.has(name) ? '.+' : '[^/]+'})`);
  // Segment by segment: a word, then a parameter, then one with slashes, then the end, so that a longer route is tried first.
  return { pattern: new RegExp(`^${source}$`), rank: `${key.split('/').map(segmentRank).join('')}3` };
}

function segmentRank(segment: string): number {
  if (!segment.startsWith('{')) return 0;
  return MULTI_SEGMENT.has(segment.slice(1, -1)) ? 2 : 1;
}

/** Null for a path whose percent signs mean nothing. */
function decoded(groups: Record<string, string | undefined>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
  } catch {
    return null;
  }
}
