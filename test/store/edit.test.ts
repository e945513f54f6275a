import { describe, expect, it } from 'vitest';
import { editText, type TextEdit } from '../../src/store/edit.ts';

function edit(text: string, ...edits: [path: TextEdit['path'], after: unknown][]): string {
  const result = editText(
    text,
    edits.map(([path, after]) => ({ path, after })),
  );
  if (!result.ok) throw new Error(`${result.message} (line ${result.line})`);
  return result.text;
}

function refusal(text: string, path: TextEdit['path'], after: unknown) {
  const result = editText(text, [{ path, after }]);
  return result.ok ? result.text : result;
}

describe('scalars', () => {
  it('keep their quotes, and the comment beside them', () => {
    const text = `a: 'x'   # one\nb: "y" # two\nc:   z\t# three\n`;
    expect(edit(text, [['a'], "it's"], [['b'], 'new'], [['c'], 'plain'])).toBe(
      `a: 'it''s'   # one\nb: "new" # two\nc:   plain\t# three\n`,
    );
  });

  it('get quotes where plain text would read as something else', () => {
    expect(edit('a: x\n', [['a'], 'true'])).toBe('a: "true"\n');
    expect(edit('a: x\n', [['a'], 'no: #1'])).toBe('a: "no: #1"\n');
    expect(edit('a: [x]\n', [['a', 0], 'b, c'])).toBe('a: ["b, c"]\n');
    expect(edit('a: "120"\n', [['a'], 120])).toBe('a: 120\n');
  });

  it('go to and from nothing', () => {
    expect(edit('owner:   # nobody\nb: 1\n', [['owner'], 'alice'])).toBe('owner: alice   # nobody\nb: 1\n');
    expect(edit('owner: alice # she\n', [['owner'], null])).toBe('owner: null # she\n');
    expect(edit('owner: ~', [['owner'], 'bob'])).toBe('owner: bob');
  });

  it('stay block scalars, with their header comment, indentation and the blank lines behind them', () => {
    const text = 'a: |  # why\n    One\n\n    Two\n\n\nb: 1\n';
    expect(edit(text, [['a'], 'Three\n'])).toBe('a: |  # why\n    Three\n\n\nb: 1\n');
    expect(edit('a: >-\n  folded\n  text\nb: 1\n', [['a'], 'x\ny'])).toBe('a: >-\n  x\n\n  y\nb: 1\n');
    expect(edit('a: |\n  One\nb: 1\n', [['a'], null])).toBe('a: null\nb: 1\n');
  });

  it('become block scalars where the new text has lines', () => {
    expect(edit('a: x # c\nb: 1\n', [['a'], 'One\nTwo'])).toBe('a: |- # c\n  One\n  Two\nb: 1\n');
  });
});

describe('keys', () => {
  it('are added at the end of their mapping, before comments that belong to its parent', () => {
    const text = 'timeline:\n    start: 1\n    # inner\n# outer\nowner: a\n';
    expect(edit(text, [['timeline', 'end'], 2])).toBe(
      'timeline:\n    start: 1\n    # inner\n    end: 2\n# outer\nowner: a\n',
    );
    expect(edit('title: x\n\n# last words\n', [['owner'], 'a'])).toBe('title: x\nowner: a\n\n# last words\n');
  });

  it('bring their missing parents along, in the indentation of the file', () => {
    const text = 'a:\n    b: 1\n';
    expect(edit(text, [['timeline', 'estimated_end'], '2024-07-28'])).toBe(
      `${text}timeline:\n    estimated_end: 2024-07-28\n`,
    );
    expect(edit('a: 1\ntimeline: # none\nb: 2\n', [['timeline', 'end'], 1])).toBe(
      'a: 1\ntimeline: # none\n  end: 1\nb: 2\n',
    );
  });

  it('fit into mappings in braces', () => {
    expect(edit('a: {}\n', [['a', 'b'], 'c'])).toBe('a: {b: c}\n');
    expect(edit('a: { b: 1 } # c\n', [['a', 'd'], 2])).toBe('a: { b: 1, d: 2 } # c\n');
    expect(edit('a: {\n  b: 1, # one\n}\n', [['a', 'd'], 2])).toBe('a: {\n  b: 1, # one\n  d: 2,\n}\n');
    expect(edit('a: {\n  b: 1 # one\n}\n', [['a', 'd'], 2])).toBe('a: {\n  b: 1, # one\n  d: 2\n}\n');
  });

  it('are removed with their lines', () => {
    expect(edit('a: 1\nb:\n  c: 2\n  # inner\n# outer\nd: 3\n', [['b'], undefined])).toBe('a: 1\n# outer\nd: 3\n');
    expect(edit('a: {b: 1, c: 2}\n', [['a', 'b'], undefined])).toBe('a: {c: 2}\n');
    expect(edit('a:\n  b: 1\n', [['a', 'b'], undefined])).toBe('a: {}\n');
    expect(edit('t:\n  - id: 1\n    x: 2\n', [['t', 0, 'id'], undefined])).toBe('t:\n  - x: 2\n');
    expect(edit('a: 1\r\nb: 2', [['b'], undefined])).toBe('a: 1');
  });

  it('that are not there need no removal', () => {
    expect(edit('a: 1\n', [['b', 'c'], undefined])).toBe('a: 1\n');
  });
});

describe('lists', () => {
  it('change only the items that differ', () => {
    const text = 'l:\n- a # one\n# between\n- b # two\n- c # three\n';
    expect(edit(text, [['l'], ['a', 'c', 'd']])).toBe('l:\n- a # one\n# between\n- c # three\n- d\n');
    expect(edit(text, [['l'], ['a', 'x', 'c']])).toBe('l:\n- a # one\n# between\n- x # two\n- c # three\n');
    expect(edit('l: [a, b, c] # all\n', [['l'], ['a', 'c', 'd']])).toBe('l: [a, c, d] # all\n');
  });

  it('of mappings change key by key', () => {
    const text = 'tasks:\n  - id: t1 # first\n    status: pending\n  - {id: t2}\n';
    const tasks = [{ id: 't1', status: 'completed', progress: 100 }, { id: 't2' }, { id: 't3' }];
    expect(edit(text, [['tasks'], tasks])).toBe(
      'tasks:\n  - id: t1 # first\n    status: completed\n    progress: 100\n  - {id: t2}\n  - id: t3\n',
    );
  });

  it('keep or lose their last item', () => {
    expect(edit('l:\n  - a\nm: 1\n', [['l'], []])).toBe('l: []\nm: 1\n');
    expect(edit('l: []\n', [['l'], ['a', 'b']])).toBe('l: [a, b]\n');
    expect(edit('l: [ # note\n  a, # one\n  b # two\n]\n', [['l'], ['a']])).toBe(
      'l: [ # note\n  a # one\n   # two\n]\n',
    );
  });

  it('are new in the style of the file', () => {
    expect(edit('x:\n- 1\n- 2\n', [['l'], ['a', 'b']])).toBe('x:\n- 1\n- 2\nl:\n- a\n- b\n');
    expect(edit('x: [1]\n', [['l'], ['a', 'b']])).toBe('x: [1]\nl: [a, b]\n');
  });
});

describe('bytes', () => {
  it('of line breaks, byte-order mark and final line break stay', () => {
    expect(edit('\uFEFFa: 1\r\nb:\r\n  c: 2', [['b', 'd'], 3], [['e'], 4])).toBe(
      '\uFEFFa: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\ne: 4',
    );
  });
});

describe('anchors and aliases', () => {
  const text = 'base: &b {p: 1, q: 2}\nuse: *b\nmixed: {<<: *b, r: 3}\n';

  it('an aliased value is replaced where it is used, and only there', () => {
    expect(edit(text, [['use'], 'own'])).toBe('base: &b {p: 1, q: 2}\nuse: own\nmixed: {<<: *b, r: 3}\n');
    expect(edit(text, [['mixed', 'p'], 5])).toBe('base: &b {p: 1, q: 2}\nuse: *b\nmixed: {<<: *b, r: 3, p: 5}\n');
  });

  it('a value that others repeat is not changed under them', () => {
    expect(refusal(`x: 0\n${text}`, ['base', 'p'], 9)).toMatchObject({
      ok: false,
      line: 2,
      message: expect.stringContaining('*b'),
    });
    expect(refusal(text, ['base'], undefined)).toMatchObject({ ok: false, line: 1 });
    expect(refusal(text, ['mixed', 'q'], undefined)).toMatchObject({ ok: false });
  });
});

describe('refusals', () => {
  it('say what is in the way, and where', () => {
    expect(refusal('', ['a'], 1)).toEqual({ ok: false, message: 'the file is empty', line: 1 });
    expect(refusal('# only\n', ['a'], 1)).toEqual({ ok: false, message: 'the file is empty', line: 1 });
    expect(refusal('a: 1\na: 2\n', ['a'], 1)).toMatchObject({ ok: false, line: 2 });
    expect(refusal('a: 1\nb: text\n', ['b', 'c'], 1)).toMatchObject({ ok: false, line: 2 });
    expect(refusal('a: [1]\n', ['a', 3], 1)).toMatchObject({ ok: false, line: 1 });
    expect(refusal('a: 1\n', ['a'], new Map())).toMatchObject({ ok: false });
    expect(refusal('a: 1\n', ['a'], undefined)).toMatchObject({ ok: false });
  });

  it('leave everything: no edit of several is made', () => {
    expect(
      editText('a: 1\nb: 2\n', [
        { path: ['a'], after: 5 },
        { path: ['b', 'c'], after: 1 },
      ]).ok,
    ).toBe(false);
  });
});
