import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editText } from '../../src/store/edit.ts';
import { parseYaml } from '../../src/store/yaml.ts';
import { written } from './written-document.ts';

type Path = (string | number)[];

/** Every path of the data, parents before their parts. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, i) => pathsOf(item, [...path, i]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
}

/** A copy of the data with one value set, or taken out where `after` is undefined. */
function withChange(data: unknown, path: Path, after: unknown): unknown {
  const copy = structuredClone(data);
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (after !== undefined) holder[last] = after;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

/** Characters that two texts have in common at their ends. */
function commonEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

function edited(text: string, path: Path, after: unknown): string {
  const result = editText(text, [{ path, after }]);
  if (!result.ok) throw new Error(`refused: ${result.message} (line ${result.line})`);
  return result.text;
}

const anything = fc.oneof(
  fc.constantFrom(
    'new text',
    '2024-08-01',
    "it's: #1",
    'a\nb\n',
    'true',
    '- x',
    ' padded ',
    '',
    '\u0007',
    'tab\there',
    'c:\\path',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const tree = fc.oneof(
  anything,
  fc.array(anything, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('k', 'two words', '12', 'ö'), anything, { maxKeys: 3 }),
  fc.array(fc.record({ id: anything, list: fc.array(anything, { maxLength: 2 }) }), { maxLength: 2 }),
);
const breaks = (text: string): Set<string> => new Set(text.match(/\r?\n/g) ?? []);
const comments = (text: string): string[] => text.match(/# (c\d+|the end)\./g) ?? [];

describe('edits of documents in every format', () => {
  it('the generated documents mean what the test thinks', () => {
    const property = fc.property(written, ({ text, data }) => {
      expect(parseYaml(text).data).toEqual(data);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('a scalar is replaced, and nothing but it', () => {
    const property = fc.property(written, fc.nat(), anything, ({ text, data }, pick, after) => {
      const paths = pathsOf(data).filter((path) => path.length > 0 && typeof (valueAt(data, path) ?? '') !== 'object');
      const path = paths[pick % paths.length];
      fc.pre(path !== undefined);
      const next = edited(text, path, after);
      expect(parseYaml(next).data).toEqual(withChange(data, path, after));
      expect(comments(next)).toEqual(comments(text));
      const old = valueAt(data, path);
      // Quotes, escapes, `null` and indentation may add to what the old value itself takes.
      const room = 12 + 3 * String(old).length + (String(old).split('\n').length - 1) * 24;
      const inLines = typeof after === 'string' && after.includes('\n');
      if (!inLines)
        expect(commonEnds(text, next)).toBeGreaterThanOrEqual(
          text.length - room - (String(old).includes('\n') ? 40 : 0),
        );
      expect(breaks(text).has('\n') || breaks(text).size === 0 || !breaks(next).has('\n')).toBe(true);
      expect(next.endsWith('\n')).toBe(text.endsWith('\n'));
      expect(next.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('a key is added, and every old byte is still there', () => {
    const property = fc.property(written, fc.nat(), tree, ({ text, data }, pick, after) => {
      const maps = pathsOf(data).filter((path) => {
        const value = valueAt(data, path);
        return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
      });
      const path = [...(maps[pick % maps.length] ?? []), 'added'];
      const next = edited(text, path, after);
      expect(parseYaml(next).data).toEqual(withChange(data, path, after));
      expect(commonEnds(text, next)).toBe(text.length);
      expect(next.endsWith('\n')).toBe(text.endsWith('\n'));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('an item is appended, and every old byte is still there', () => {
    const property = fc.property(written, fc.nat(), tree, ({ text, data }, pick, after) => {
      const lists = pathsOf(data).filter((path) => {
        const value = valueAt(data, path);
        return Array.isArray(value) && value.length > 0;
      });
      const list = lists[pick % lists.length];
      fc.pre(list !== undefined);
      const path = [...list, (valueAt(data, list) as unknown[]).length];
      const next = edited(text, path, after);
      expect(parseYaml(next).data).toEqual(withChange(data, path, after));
      expect(commonEnds(text, next)).toBe(text.length);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('a key or item is removed, and what stays is not touched', () => {
    const property = fc.property(written, fc.nat(), ({ text, data }, pick) => {
      const paths = pathsOf(data).filter((path) => {
        const holder = path.length > 0 ? valueAt(data, path.slice(0, -1)) : undefined;
        return typeof holder === 'object' && holder !== null && Object.keys(holder).length > 1;
      });
      const path = paths[pick % paths.length];
      fc.pre(path !== undefined);
      const next = edited(text, path, undefined);
      expect(parseYaml(next).data).toEqual(withChange(data, path, undefined));
      expect(commonEnds(text, next)).toBe(next.length);
      expect(next.endsWith('\n')).toBe(text.endsWith('\n'));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('any value takes any other, with the data as asked', () => {
    const property = fc.property(written, fc.nat(), tree, ({ text, data }, pick, after) => {
      const paths = pathsOf(data).filter((path) => path.length > 0);
      const path = paths[pick % paths.length] ?? ['title'];
      const next = edited(text, path, after);
      expect(parseYaml(next).data).toEqual(withChange(data, path, after));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('an edit that changes nothing changes no byte', () => {
    const property = fc.property(written, fc.nat(), ({ text, data }, pick) => {
      const paths = pathsOf(data).filter((path) => path.length > 0);
      const path = paths[pick % paths.length] ?? ['title'];
      expect(edited(text, path, structuredClone(valueAt(data, path)))).toBe(text);
    });
    fc.assert(property, { numRuns: 150 });
  });
});
