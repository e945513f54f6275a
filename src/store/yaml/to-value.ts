import type { Alias, Document, Node, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { keyText } from './node.ts';
import type { Problem } from './problem.ts';

/** Values that aliases may add to a file. A "billion laughs" file passes it at once; people who share a block never do. */
const MAX_ALIASED = 10_000;
const MAX_DEPTH = 64;
/** The tags of plain YAML change nothing that the style of a value does not say as well. */
const KNOWN_TAG = /^(!|tag:yaml\.org,2002:(str|int|float|bool|null|map|seq))$/;

interface Anchored {
  readonly value: unknown;
  readonly size: number;
}

interface Walk {
  readonly problems: Problem[];
  /** By name; null while the anchored value itself is being read. */
  readonly anchors: Map<string, Anchored | null>;
  /** Values so far, those behind aliases counted as often as they are used. */
  size: number;
  aliased: number;
}

type Values = Record<string, unknown>;

/**
 * The document as plain data, and everything in it that is not plain: duplicate keys, keys that are no text, tags,
 * aliases without end. One walk does what the library would need several for, and duplicate keys cost no quadratic time.
 * `<<` merges: explicit keys win, then the earlier source. Aliased values are shared, so callers must not change them.
 */
export function toValue(doc: Document): { value: unknown; problems: Problem[] } {
  const walk: Walk = { problems: [], anchors: new Map(), size: 0, aliased: 0 };
  const value = read(doc.contents, walk, 0);
  return { value, problems: walk.problems };
}

/** Sets a key as data even if it is `__proto__`. */
function put(values: Values, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(values, key, { value, enumerable: true, configurable: true, writable: true });
  else values[key] = value;
}

function report(walk: Walk, code: Problem['code'], node: unknown, message: string, hint: string): null {
  if (walk.problems.length < 20) walk.problems.push({ code, message, hint, offset: (node as Node).range?.[0] ?? 0 });
  return null;
}

function read(node: unknown, walk: Walk, depth: number): unknown {
  walk.size++;
  if (isScalar(node) && node.anchor === undefined && node.tag === undefined) return scalarValue(node);
  if (isAlias(node)) return aliased(node, walk);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  if (depth > MAX_DEPTH) {
    return report(walk, 'yaml-syntax', node, `nested more than ${MAX_DEPTH} levels deep`, 'Flatten the structure.');
  }
  if (node.tag !== undefined && !KNOWN_TAG.test(node.tag)) {
    const tag = node.tag.replace(/^tag:yaml\.org,2002:/, '!!');
    return report(
      walk,
      'wrong-type',
      node,
      `the tag ${tag} means nothing here`,
      `Remove ${tag} and write the plain value.`,
    );
  }
  const before = walk.size - 1;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, null);
  const value = isScalar(node)
    ? scalarValue(node)
    : isMap(node)
      ? mapValue(node, walk, depth)
      : node.items.map((item) => read(item, walk, depth + 1));
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, { value, size: walk.size - before });
  return value;
}

/** `%YAML 1.1` files and the like may hold dates and other objects: here they stay the text they are written as. */
function scalarValue(node: Scalar): unknown {
  const { value } = node;
  return value === null || typeof value !== 'object' ? value : (node.source ?? null);
}

function aliased(node: Alias, walk: Walk): unknown {
  const anchored = walk.anchors.get(node.source);
  const name = node.source.length > 40 ? `${node.source.slice(0, 40)}…` : node.source;
  if (anchored === undefined) {
    const message = `the alias *${name} has no anchor &${name} before it`;
    return report(
      walk,
      'yaml-syntax',
      node,
      message,
      'Write the value out, or put quotes around text that starts with *.',
    );
  }
  if (anchored === null) {
    return report(walk, 'alias-limit', node, `the alias *${name} contains itself`, 'Write the value out.');
  }
  walk.size += anchored.size - 1;
  walk.aliased += anchored.size;
  if (walk.aliased <= MAX_ALIASED) return anchored.value;
  // Said once: behind the first alias too many there are usually thousands.
  if (walk.problems.some((problem) => problem.code === 'alias-limit')) return null;
  const message = `aliases expand this file by more than ${MAX_ALIASED} values`;
  return report(walk, 'alias-limit', node, message, 'Write the values out instead of repeating them with *aliases.');
}

function mapValue(map: YAMLMap, walk: Walk, depth: number): Values {
  const values: Values = {};
  let merges: unknown[] | undefined;
  for (const pair of map.items) {
    const key = pair.key as unknown;
    const name = keyText(key);
    if (name === undefined || (isScalar(key) && key.value === null)) {
      report(walk, 'wrong-type', key ?? map, 'a key is not plain text', 'Write each key as a word before a colon.');
      continue;
    }
    const duplicate = Object.hasOwn(values, name) || (name === '<<' && merges !== undefined);
    const value = read(pair.value, walk, depth + 1);
    if (duplicate) {
      report(walk, 'duplicate-key', key, `the key ${name} stands here a second time`, 'Keep one of the two.');
    } else if (name === '<<' && isScalar(key) && key.type === 'PLAIN') {
      merges = Array.isArray(value) ? value : [value];
      if (merges.some((source) => typeof source !== 'object' || source === null || Array.isArray(source))) {
        report(
          walk,
          'wrong-type',
          key,
          '<< merges something that is not a mapping',
          'Merge with `<<: *name` of a mapping.',
        );
        merges = undefined;
      }
    } else put(values, name, value);
  }
  for (const source of merges ?? []) {
    for (const [name, value] of Object.entries(source as Values))
      if (!Object.hasOwn(values, name)) put(values, name, value);
  }
  return values;
}
