import fc from 'fast-check';

/** A YAML document in one of the many ways in which people write the same thing, for properties of editing. */
export interface Written {
  readonly text: string;
  readonly data: Record<string, unknown>;
}

type Scalar = { readonly t: 'scalar'; readonly v: string | number | boolean | null; readonly style: number };
interface Around {
  readonly node: Form;
  readonly above: boolean;
  readonly beside: boolean;
  readonly blank: boolean;
}
interface Mapping {
  readonly t: 'map';
  readonly flow: boolean;
  readonly step: number;
  readonly entries: readonly (Around & { readonly key: string })[];
}
interface List {
  readonly t: 'list';
  readonly flow: boolean;
  readonly indented: boolean;
  readonly items: readonly Around[];
}
type Form = Scalar | Mapping | List;

const word = fc.constantFrom(
  'alpha',
  'beta two',
  "it's",
  'say "hi"',
  'M05',
  '2024-07-28',
  '5d',
  'ä ü 日本',
  'a: b',
  '# no',
  'yes',
  '12',
  '',
);
const scalar: fc.Arbitrary<Scalar> = fc.record({
  t: fc.constant('scalar' as const),
  v: fc.oneof(
    word,
    fc.integer({ min: -5, max: 500 }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('one\ntwo\n', 'one\n\nthree'),
  ),
  style: fc.nat(3),
});
const key = fc.constantFrom('title', 'owner', 'timeline', 'tasks', 'labels', 'note', 'risk', 'x-y', 'größe', 'a b');

const { form } = fc.letrec<{ form: Form }>((tie) => {
  const around = { node: tie('form'), above: fc.boolean(), beside: fc.boolean(), blank: fc.boolean() };
  const mapping = fc.record({
    t: fc.constant('map' as const),
    flow: fc.boolean(),
    step: fc.constantFrom(2, 4),
    entries: fc.uniqueArray(fc.record({ key, ...around }), { selector: (e) => e.key, maxLength: 4 }),
  });
  const list = fc.record({
    t: fc.constant('list' as const),
    flow: fc.boolean(),
    indented: fc.boolean(),
    items: fc.array(fc.record(around), { maxLength: 4 }),
  });
  return { form: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, mapping, list) };
});

function dataOf(node: Form): unknown {
  if (node.t === 'scalar') return node.v;
  if (node.t === 'list') return node.items.map((item) => dataOf(item.node));
  return Object.fromEntries(node.entries.map((entry) => [entry.key, dataOf(entry.node)]));
}

function scalarText({ v, style }: Scalar): string {
  if (v === null) return style % 2 === 0 ? 'null' : '~';
  if (typeof v !== 'string') return String(v);
  const plain = /^[\p{L}][^:#\n]*$/u.test(v) && v !== 'yes';
  if (plain && style < 2) return v;
  return v.includes('\n') || style === 2 ? JSON.stringify(v) : `'${v.replaceAll("'", "''")}'`;
}

function flowText(node: Form): string {
  if (node.t === 'scalar') return scalarText(node);
  if (node.t === 'list') return `[${node.items.map((item) => flowText(item.node)).join(', ')}]`;
  return `{ ${node.entries.map((entry) => `${entry.key}: ${flowText(entry.node)}`).join(', ')} }`;
}

class Writer {
  readonly lines: string[] = [];
  #comments = 0;

  #comment(): string {
    this.#comments++;
    return `# c${this.#comments}.`;
  }

  #around({ above, blank }: Around, indent: number): void {
    if (blank) this.lines.push('');
    if (above) this.lines.push(' '.repeat(indent) + this.#comment());
  }

  /** `head` is what stands before the value: `key:` or a dash, in its column. */
  #value(head: string, entry: Around, indent: number, below: number): void {
    const { node } = entry;
    const beside = entry.beside ? `  ${this.#comment()}` : '';
    if (node.t === 'scalar' && typeof node.v === 'string' && /\n./.test(node.v) && node.style > 0) {
      this.lines.push(`${head} |${node.v.endsWith('\n') ? '' : '-'}${beside}`);
      for (const line of node.v.replace(/\n$/, '').split('\n')) this.lines.push(line && ' '.repeat(below) + line);
    } else if (node.t === 'scalar' && node.v === null && node.style > 1) this.lines.push(head + beside);
    else if (node.t === 'scalar') this.lines.push(`${head} ${scalarText(node)}${beside}`);
    else if (node.flow || (node.t === 'map' ? node.entries : node.items).length === 0) {
      this.lines.push(`${head} ${flowText(node)}${beside}`);
    } else {
      this.lines.push(head + beside);
      if (node.t === 'map') this.mapping(node, indent + node.step);
      else this.list(node, node.indented ? indent + 2 : indent);
    }
  }

  mapping(node: Mapping, indent: number): void {
    for (const entry of node.entries) {
      this.#around(entry, indent);
      this.#value(`${' '.repeat(indent)}${entry.key}:`, entry, indent, indent + node.step);
    }
  }

  list(node: List, indent: number): void {
    for (const item of node.items) {
      this.#around(item, indent);
      const { node: inner } = item;
      if (inner.t === 'map' && !inner.flow && inner.entries.length > 0) {
        const first = this.lines.length;
        // The first key shares the line of the dash, as most people write it.
        this.mapping(
          { ...inner, entries: inner.entries.map((e, i) => (i === 0 ? { ...e, above: false, blank: false } : e)) },
          indent + 2,
        );
        const line = this.lines[first] ?? '';
        this.lines[first] = `${' '.repeat(indent)}- ${line.slice(indent + 2)}`;
      } else
        this.#value(
          `${' '.repeat(indent)}-`,
          inner.t === 'list' ? { ...item, node: { ...inner, flow: true } } : item,
          indent,
          indent + 2,
        );
    }
  }
}

const eols = fc.constantFrom('\n', '\r\n');

/** Documents with a mapping at their root, comments nearly everywhere, and the data that they hold. */
export const written: fc.Arbitrary<Written> = fc
  .record({
    entries: fc.uniqueArray(
      fc.record({ key, node: form, above: fc.boolean(), beside: fc.boolean(), blank: fc.boolean() }),
      { selector: (e) => e.key, minLength: 1, maxLength: 6 },
    ),
    step: fc.constantFrom(2, 4),
    eol: eols,
    finalBreak: fc.boolean(),
    mark: fc.boolean(),
    end: fc.boolean(),
  })
  .map(({ entries, step, eol, finalBreak, mark, end }) => {
    const root: Mapping = { t: 'map', flow: false, step, entries };
    const writer = new Writer();
    writer.mapping(root, 0);
    if (end) writer.lines.push('# the end.');
    const text = (mark ? '\uFEFF' : '') + writer.lines.join(eol) + (finalBreak ? eol : '');
    return { text, data: dataOf(root) as Record<string, unknown> };
  });
