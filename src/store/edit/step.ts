import type { Document, Node } from 'yaml';
import { isAlias, isCollection, isMap, isNode, isSeq, visit } from 'yaml';
import { type Path, pathText } from '../yaml/place.ts';
import { flowText, type Layout } from '../yaml/print.ts';
import { scalarText } from '../yaml/scalar-text.ts';
import { insertBlock, removeBlock } from './block.ts';
import { type Collection, type Entry, entriesOf, isFlow, rangeOf } from './entries.ts';
import { insertFlow, removeFlow } from './flow.ts';
import { sharedAnchors } from './layout.ts';
import { columnOf, type Splice } from './lines.ts';
import { setValue } from './set.ts';
import type { Step } from './steps.ts';

interface Target {
  readonly collection: Collection;
  readonly entries: readonly Entry[];
  /** Where the entry is, or would be. */
  readonly index: number;
  /** The entry whose value the collection is; undefined for the file's own mapping. */
  readonly holder: Entry | undefined;
  readonly holderInFlow: boolean;
}

function indexOf(entries: readonly Entry[], step: string | number | undefined): number {
  if (typeof step === 'number') return step;
  const index = entries.findIndex((entry) => entry.key === step);
  return index < 0 ? entries.length : index;
}

function targetOf(text: string, doc: Document, path: Path): Target | undefined {
  let node: unknown = doc.contents;
  let holder: Entry | undefined;
  let holderInFlow = false;
  for (const [depth, step] of path.entries()) {
    if (!isMap(node) && !isSeq(node)) return undefined;
    const entries = entriesOf(text, node);
    const index = indexOf(entries, step);
    if (depth === path.length - 1) return { collection: node, entries, index, holder, holderInFlow };
    holder = entries[index];
    holderInFlow = isFlow(node);
    node = holder?.value;
  }
  return undefined;
}

/** Why an edit at a path would also change something else: a value on the way, or inside, is repeated by an alias. */
export function sharedWith(doc: Document, path: Path): string | undefined {
  const shared = sharedAnchors(doc);
  if (shared.size === 0) return undefined;
  const names: string[] = [];
  const note = (node: unknown): void => {
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined && shared.has(node.anchor)) names.push(node.anchor);
  };
  let node: unknown = doc.contents;
  for (const step of path) {
    note(node);
    node = isCollection(node) ? node.get(step, true) : undefined;
  }
  if (isNode(node) && !isAlias(node)) visit(node, { Node: (_, inner: Node) => note(inner) });
  const [found] = names;
  if (found === undefined) return undefined;
  return `${pathText(path)} is shared: *${found} repeats a value marked &${found}, so an edit here would change other places too`;
}

/** The splices of one step; undefined where no form of it fits its place. */
export function splicesFor(text: string, doc: Document, step: Step, layout: Layout): Splice[] | undefined {
  const target = targetOf(text, doc, step.path);
  if (!target) return undefined;
  const { collection, entries, index, holder, holderInFlow } = target;
  const flow = isFlow(collection);
  const entry = entries[index];
  if (step.kind === 'set') return entry && setValue(text, entry, step.value, flow, layout);
  if (step.kind === 'remove') {
    if (entries.length > 1) return flow ? removeFlow(text, entries, index) : removeBlock(text, entries, index);
    return holder && setValue(text, holder, isMap(collection) ? {} : [], holderInFlow, layout);
  }
  const last = step.path.at(-1);
  const key = typeof last === 'string' ? last : undefined;
  if (!flow) {
    const parent = holder && columnOf(text, holder.start);
    return insertBlock(text, entries, { key, index, value: step.value }, parent, layout);
  }
  const piece = flowText(step.value, layout.compact ? 'double' : 'plain');
  const close = rangeOf(collection)[1] - 1;
  return insertFlow(
    text,
    close,
    entries,
    index,
    key === undefined ? piece : `${scalarText(key, 'plain', true)}: ${piece}`,
  );
}
