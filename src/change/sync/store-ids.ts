import { compareIds, idKey, idOfFile } from '../../model/id.ts';
import type { State } from '../../model/state.ts';

const MILESTONE = /^(active|completed)\/[^/]+\.ya?ml$|^(completed|archive)\/[^/]+\/milestone\.ya?ml$/;

/** Ids of the store's milestone files, lower case; also of those that break their schema. */
export function filedIds({ files }: State): Set<string> {
  return new Set([...files.keys()].filter((path) => MILESTONE.test(path)).map((path) => idKey(idOfFile(path))));
}

/** Milestone files that break their schema: what they are linked to is not known. */
export function brokenFiles({ files, milestones, diagnostics }: State): string[] {
  const read = new Set(milestones.map((m) => m.file));
  const broken = new Set(diagnostics.filter((d) => d.severity === 'error').map((d) => d.file));
  return [...files.keys()].filter((path) => MILESTONE.test(path) && !read.has(path) && broken.has(path));
}

/**
 * A generator of new ids in the style of those in use: `M08` → `M09`, `S1` → `S2`; `M01` in an empty store. An id that was in
 * use once is not given again.
 */
export function newIds(state: State): () => string {
  const used = new Set([...filedIds(state), ...[...state.syncBase.milestones.keys()].map(idKey)]);
  const known = [...new Set([...state.milestones.map((m) => m.id), ...state.syncBase.milestones.keys()])];
  const styles = new Map<string, { count: number; last: string }>();
  for (const id of known.sort(compareIds)) {
    const [, prefix, digits] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    styles.set(prefix, { count: (styles.get(prefix)?.count ?? 0) + 1, last: digits });
  }
  const [common] = [...styles].sort(([, a], [, b]) => b.count - a.count);
  const [prefix, { last }] = common ?? ['M', { last: '00' }];
  let number = Number(last);
  return () => {
    for (;;) {
      number++;
      const id = `${prefix}${String(number).padStart(last.length, '0')}`;
      if (used.has(idKey(id))) continue;
      used.add(idKey(id));
      return id;
    }
  };
}
