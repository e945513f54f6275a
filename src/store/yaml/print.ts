import type { Style } from './scalar-text.ts';
import { scalarText } from './scalar-text.ts';

/** How new text is laid out, so that it looks like its surroundings. */
export interface Layout {
  /** Columns by which a nested block is indented. */
  readonly step: number;
  /** True for lists that stand further right than their key. */
  readonly indentItems: boolean;
  /** True where short lists are written as `[a, b]`. */
  readonly flowLists: boolean;
  /** True to write everything new on one line with quotes: the form that fits anywhere. */
  readonly compact: boolean;
}

/** How new files of this program's own are laid out. */
export const OWN_LAYOUT: Layout = { step: 2, indentItems: true, flowLists: true, compact: false };

const MAX_FLOW_WIDTH = 100;

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** True for text over several lines that a `|` block can hold without escapes or tricks. */
function suitsBlock(text: string): boolean {
  return (
    /\n./.test(text) &&
    !/^[\s]|[^\S\n ]|[\p{Cc}\u2028\u2029\uFEFF]/u.test(text.replaceAll('\n', '')) &&
    !/^\n|^ +$| $/m.test(text)
  );
}

/** `|`, with the mark that says how the text ends. */
export function blockHeader(text: string, style = '|'): string {
  if (!text.endsWith('\n')) return `${style}-`;
  return text.endsWith('\n\n') ? `${style}+` : style;
}

/** The lines of a `|` block, indented; its last line break is the one after the last line. */
export function blockLines(text: string, indent: number): string[] {
  const pad = ' '.repeat(indent);
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map((line) => (line === '' ? '' : pad + line));
}

/** Any value on one line, as it stands inside `[ ]` or `{ }`. */
export function flowText(value: unknown, style: Style = 'plain'): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, style)).join(', ')}]`;
  if (!isMapping(value)) return scalarText(value, style, true);
  return `{${entriesOf(value)
    .map(([key, item]) => `${scalarText(key, 'plain', true)}: ${flowText(item, style)}`)
    .join(', ')}}`;
}

/** A value on the line of its key or dash; undefined where it needs lines of its own. */
export function inlineText(value: unknown, layout: Layout): string | undefined {
  const style = layout.compact ? 'double' : 'plain';
  if (typeof value === 'string' && !layout.compact && suitsBlock(value)) return undefined;
  if (typeof value !== 'object' || value === null) return scalarText(value, style);
  const parts: unknown[] = Array.isArray(value) ? value : entriesOf(value as Record<string, unknown>);
  if (layout.compact || parts.length === 0) return flowText(value, style);
  const flat =
    Array.isArray(value) && layout.flowLists && parts.every((item) => typeof item !== 'object' || item === null);
  const text = flat ? flowText(value) : '';
  return flat && text.length <= MAX_FLOW_WIDTH ? text : undefined;
}

/** What follows a key or dash: the rest of its line, and the lines below it. */
function valueLines(value: unknown, indent: number, items: number, layout: Layout): [rest: string, below: string[]] {
  const inline = inlineText(value, layout);
  if (inline !== undefined) return [` ${inline}`, []];
  if (typeof value === 'string') return [` ${blockHeader(value)}`, blockLines(value, indent + layout.step)];
  return ['', collectionLines(value, Array.isArray(value) ? items : indent + layout.step, layout)];
}

/** `key: value` in the given column. */
export function entryLines(key: string, value: unknown, indent: number, layout: Layout): string[] {
  const items = layout.indentItems ? indent + layout.step : indent;
  const [rest, below] = valueLines(value, indent, items, layout);
  return [`${' '.repeat(indent)}${scalarText(key)}:${rest}`, ...below];
}

/** `- value` with the dash in the given column and its value `gap` columns further. */
export function itemLines(value: unknown, indent: number, layout: Layout, gap = 1): string[] {
  const dash = `${' '.repeat(indent)}-`;
  const space = ' '.repeat(gap);
  if (Array.isArray(value)) return [`${dash}${space}${flowText(value)}`];
  if (isMapping(value) && inlineText(value, layout) === undefined) {
    const [first = '', ...rest] = collectionLines(value, indent + 1 + gap, layout);
    return [dash + space + first.trimStart(), ...rest];
  }
  const [rest, below] = valueLines(value, indent, indent, layout);
  return [dash + space + rest.trimStart(), ...below];
}

/** The lines of a block mapping or list that is not empty. */
export function collectionLines(value: unknown, indent: number, layout: Layout): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, indent, layout));
  return entriesOf(value as Record<string, unknown>).flatMap(([key, item]) => entryLines(key, item, indent, layout));
}
