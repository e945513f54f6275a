import type { Document, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { keyText, pairOf } from './node.ts';

export type Path = readonly (string | number)[];

/** `timeline.estimated_end`, `tasks[2].status`: items count from 0, as in the path itself. */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** 1-based line and column (in UTF-16 units) of an offset; a byte-order mark takes no column. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: Math.max(1, offset - start + 1) };
}

function follow(doc: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(doc) : node;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

/** The pair under a key, also where it stands in a map that is merged in with `<<`. */
function find(doc: Document, node: unknown, key: string): { key: unknown; value: unknown } | undefined {
  if (!isMap(node)) return undefined;
  const own = pairOf(node, key);
  if (own) return own;
  const merged = node.items.find((pair) => keyText(pair.key) === '<<')?.value;
  const sources = isSeq(merged) ? merged.items : [merged];
  for (const source of sources) {
    const found = find(doc, follow(doc, source), key);
    if (found) return found;
  }
  return undefined;
}

/**
 * Offset of what stands at a path: its value, or its key where `which` says so or the value is left empty. Where the path
 * does not exist, the offset of the deepest part that does.
 */
export function offsetOf(doc: Document, path: Path, which: 'key' | 'value' = 'value'): number {
  let node = follow(doc, doc.contents);
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (typeof step === 'number') {
      const item = isSeq(node) ? node.items[step] : undefined;
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = follow(doc, item);
      continue;
    }
    const pair = find(doc, node, step);
    if (!pair) break;
    const empty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
    const at = empty || (last && which === 'key') ? pair.key : pair.value;
    offset = startOf(at) ?? offset;
    node = follow(doc, pair.value);
  }
  return offset;
}
