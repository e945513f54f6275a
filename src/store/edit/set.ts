import type { Node } from 'yaml';
import { isScalar } from 'yaml';
import {
  blockHeader,
  blockLines,
  collectionLines,
  flowText,
  inlineText,
  itemLines,
  type Layout,
} from '../yaml/print.ts';
import { type Style, scalarText } from '../yaml/scalar-text.ts';
import { type Entry, isBlockCollection, isBlockScalar, isEmpty, isFlow, rangeOf } from './entries.ts';
import { blockEnd, breakAt, columnOf, deleteLines, lineEnd, lineStart, type Splice } from './lines.ts';

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** The quotes that a value has now stay, as far as the new one can be written with them. */
function styleOf(node: Node | null): Style {
  if (!isScalar(node)) return 'plain';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : node.type === 'QUOTE_SINGLE' ? 'single' : 'plain';
}

/** Puts text without line breaks in the place of a value; comments beside it stay. */
function replaceInline(text: string, entry: Entry, piece: string): Splice[] {
  const { value: node, indicator, end } = entry;
  if (node === null || isEmpty(node)) {
    return indicator === undefined
      ? [{ start: end, end, text: `: ${piece}` }]
      : [{ start: indicator, end: indicator, text: ` ${piece}` }];
  }
  const [start, stop] = rangeOf(node);
  if (isBlockScalar(node)) {
    const header = /^[|>][-+\d]*/.exec(text.slice(start))?.[0].length ?? 1;
    const rest = lineEnd(text, start);
    return [
      { start, end: start + header, text: piece },
      { start: rest, end: Math.max(rest, end), text: '' },
    ];
  }
  if (!isBlockCollection(node)) return [{ start, end: stop, text: piece }];
  if (indicator === undefined || lineStart(text, indicator) === lineStart(text, start))
    return [{ start, end, text: piece }];
  const column = columnOf(text, start);
  return [
    { start: indicator, end: indicator, text: ` ${piece}` },
    deleteLines(text, lineStart(text, start), blockEnd(text, end, Math.max(column, 1))),
  ];
}

/** A block scalar with another text: its header's style and comment, and its indentation, stay. */
function replaceBlockScalar(text: string, entry: Entry, node: Node, value: string, layout: Layout): Splice[] {
  const [start] = rangeOf(node);
  const header = /^[|>][-+\d]*/.exec(text.slice(start))?.[0] ?? '|';
  const rest = lineEnd(text, start);
  const eol = breakAt(text, start);
  const old = text.slice(rest, Math.max(rest, entry.end));
  const indent = /\n( +)\S/.exec(old)?.[1]?.length ?? columnOf(text, entry.start) + layout.step;
  // Folding joins lines, so each line break of the text needs a blank line.
  const folded = header.startsWith('>') && !/\n\s/.test(value.replace(/\n+$/, ''));
  const ending = /\n*$/.exec(value)?.[0] ?? '';
  const body = folded ? value.slice(0, value.length - ending.length).replaceAll('\n', '\n\n') + ending : value;
  const lines = blockLines(body, indent);
  return [
    { start, end: start + header.length, text: blockHeader(value, folded ? '>' : '|') },
    { start: rest, end: rest + old.length, text: eol + lines.join(eol) },
  ];
}

/** Gives a value lines of its own, below its key or from its dash on; undefined where the place does not allow it. */
function replaceWithLines(text: string, entry: Entry, value: unknown, layout: Layout): Splice[] | undefined {
  const { value: node, indicator, end, start: entryStart } = entry;
  if (indicator === undefined) return undefined;
  const eol = breakAt(text, indicator);
  const column = columnOf(text, entryStart);
  const [start, stop] = node === null || isEmpty(node) ? [indicator, indicator] : rangeOf(node);
  const sameLine = lineStart(text, start) === lineStart(text, indicator);
  if (entry.key === undefined) {
    if (!sameLine) return undefined;
    const lines = itemLines(value, column, layout, Math.max(1, start - indicator));
    const piece = lines
      .join(eol)
      .slice(column + 1)
      .trimStart();
    return [start === indicator ? { start, end: stop, text: ` ${piece}` } : { start, end, text: piece }];
  }
  const header = typeof value === 'string' ? blockHeader(value) : '';
  const indent = column + (Array.isArray(value) && !layout.indentItems ? 0 : layout.step);
  const lines = typeof value === 'string' ? blockLines(value, indent) : collectionLines(value, indent, layout);
  if (isBlockCollection(node)) {
    if (sameLine || header !== '') return undefined;
    const from = lineStart(text, start);
    const to = blockEnd(text, end, Math.max(columnOf(text, start), 1));
    const closing = to === text.length && !text.endsWith('\n') ? '' : eol;
    return [{ start: from, end: to, text: lines.join(eol) + closing }];
  }
  if (!sameLine) return undefined;
  const content = isBlockScalar(node) ? [] : [{ start: indicator, end: stop, text: header === '' ? '' : ` ${header}` }];
  const removed = isBlockScalar(node) ? replaceInline(text, entry, header) : content;
  const rest = isBlockScalar(node) ? end : lineEnd(text, stop);
  return [...removed, { start: rest, end: rest, text: eol + lines.join(eol) }];
}

/** Splices that give an entry another value, in the style of the old one; undefined where no form fits. */
export function setValue(
  text: string,
  entry: Entry,
  value: unknown,
  inFlow: boolean,
  layout: Layout,
): Splice[] | undefined {
  const node = entry.value;
  const style = layout.compact ? 'double' : styleOf(node);
  if (inFlow || (isNested(value) && isFlow(node))) return replaceInline(text, entry, flowText(value, style));
  if (typeof value === 'string') {
    const block = node !== null && isBlockScalar(node) && !layout.compact && value.trim() !== '';
    if (block) return replaceBlockScalar(text, entry, node, value, layout);
    if (style !== 'plain') return replaceInline(text, entry, scalarText(value, style));
  }
  const piece = inlineText(value, layout);
  return piece === undefined ? replaceWithLines(text, entry, value, layout) : replaceInline(text, entry, piece);
}
