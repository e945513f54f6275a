import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

describe('did you mean', () => {
  it.each([
    ['zoe', ['alice', 'bob', 'carol'], undefined],
    ['M99', ['M01', 'M02'], undefined],
    ['bbo', ['alice', 'bob'], 'bob'],
    ['M5', ['M05', 'M12'], 'M05'],
    ['alcie', ['alice'], 'alice'],
    ['allicce', ['alice'], 'alice'],
    ['grce', ['grace'], 'grace'],
    ['charly', ['alice'], undefined],
  ])('%s of %j', (word, candidates, meant) => {
    expect(nearest(word, candidates, 2)).toBe(meant);
  });
  it('is at most one edit away, unless more is asked for', () => {
    expect(nearest('allicce', ['alice'])).toBeUndefined();
    expect(nearest('alicce', ['alice'])).toBe('alice');
  });
});
