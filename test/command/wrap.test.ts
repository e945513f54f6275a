import { describe, expect, it } from 'vitest';
import { columns, wrap } from '../../src/command/wrap.ts';

describe('wrapping', () => {
  it('breaks at spaces and keeps a long word whole', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
    expect(wrap('', 5)).toEqual([]);
  });

  it('aligns two columns; a term too wide stands above its text', () => {
    const rows = [
      ['--a', 'one two three'],
      ['--long-option', 'four'],
    ] as const;
    expect(columns(rows, 14, 3)).toBe('  --a  one two\n       three\n  --long-option\n       four');
  });
});
