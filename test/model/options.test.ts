import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDependencyChange } from '../../src/model/dependency-change.ts';
import { parseEffortChange } from '../../src/model/effort-change.ts';
import { parseMilestoneList, selectMilestones } from '../../src/model/milestone-list.ts';
import { parseNewRisk } from '../../src/model/new-risk.ts';
import { parseOwner } from '../../src/model/owner-change.ts';
import { parseProgress } from '../../src/model/progress-change.ts';

describe('--effort', () => {
  it.each<[string, unknown]>([
    ['+15h', { kind: 'shift', hours: 15 }],
    ['-4 hours', { kind: 'shift', hours: -4 }],
    ['−4h', { kind: 'shift', hours: -4 }],
    ['40h', { kind: 'set', hours: 40 }],
    ['0h', { kind: 'set', hours: 0 }],
    ['7.5 hrs', { kind: 'set', hours: 7.5 }],
    ['-0h', { kind: 'shift', hours: 0 }],
  ])('%j', (text, expected) => {
    expect(parseEffortChange(text)).toStrictEqual(expected);
  });
  it.each(['', '+15', '15d', 'h', '++1h', '1.234h', '9999999h', 'many'])('%j is wrong', (text) => {
    expect(parseEffortChange(text)).toBeTypeOf('string');
  });
});

describe('lengths of time in options', () => {
  it('stay within what a file may say', () => {
    expect(parseDependencyChange('M03+9999d')).toMatchObject({ requires: [{ id: 'M03', lag: { amount: 9999 } }] });
    expect(parseDependencyChange('M03+99999999d')).toBe(
      '`M03+99999999d` has a lag that is too long: at most 9999 days or weeks',
    );
    expect(parseDependencyChange('M03-10000w')).toBeTypeOf('string');
    expect(parseNewRisk('Rain; delay=10000d')).toBe('`10000d` is too long: a delay is at most 9999 days or weeks');
    expect(parseNewRisk('Rain; delay=9999w')).toMatchObject({ delay: '9999w' });
  });
});

describe('--progress', () => {
  it.each<[string, number]>([
    ['45', 45],
    ['45%', 45],
    ['62.5 %', 62.5],
    ['0', 0],
    ['100', 100],
  ])('%j', (text, expected) => {
    expect(parseProgress(text)).toBe(expected);
  });
  it.each(['', '101', '-1', '+5', '50.55', 'half', '1e2'])('%j is wrong', (text) => {
    expect(parseProgress(text)).toBeTypeOf('string');
  });
});

describe('--owner', () => {
  it.each<[string, string | null]>([
    ['alice', 'alice'],
    ['@alice', 'alice'],
    ['alice_corp', 'alice_corp'],
    ['none', null],
    ['None', null],
  ])('%j', (text, login) => {
    expect(parseOwner(text)).toStrictEqual({ login });
  });
  it.each(['', '@', 'alice bob', '@org/team', '-alice', 'alice-', 'a'.repeat(60)])('%j is wrong', (text) => {
    expect(parseOwner(text)).toBeTypeOf('string');
  });
});

describe('--add-risk', () => {
  it.each<[string, unknown]>([
    ['The vendor is late', { description: 'The vendor is late' }],
    [
      'Cache misses; probability=40%; impact=high; delay=3d',
      { description: 'Cache misses', probability: 0.4, impact: 'high', delay: '3d' },
    ],
    [
      'X ;delay = 1 week; MITIGATION=Ask = early ;probability=.07',
      { description: 'X', delay: '1w', mitigation: 'Ask = early', probability: 0.07 },
    ],
    ['X; probability=7%', { description: 'X', probability: 0.07 }],
    ['a = b', { description: 'a = b' }],
  ])('%j', (text, expected) => {
    expect(parseNewRisk(text)).toStrictEqual(expected);
  });
  it.each([
    ['', 'missing'],
    ['; impact=high', 'missing'],
    ['impact=high', 'comes first'],
    ['X;', 'semicolon'],
    ['X; high', 'key=value'],
    ['X; impakt=high', 'impact'],
    ['X; impact=huge', 'low, medium, high or critical'],
    ['X; impact=high; impact=low', 'twice'],
    ['X; probability=140%', 'above 100%'],
    ['X; probability=1.4', 'above 100%'],
    ['X; probability=often', 'no probability'],
    ['X; delay=soon', 'no number'],
    ['X; delay=-3d', 'negative'],
    ['X; mitigation=', 'empty'],
  ])('%j is wrong: %s', (text, why) => {
    expect(parseNewRisk(text)).toContain(why);
  });
});

describe('--milestones by pattern and property', () => {
  const known = ['M01', 'M05', 'M06', 'm07', 'M10', 'api.v1'];
  const owners: Record<string, string> = { M05: 'alice', M06: 'bob', M10: 'alice' };
  const select = (text: string): unknown => {
    const list = parseMilestoneList(text);
    if (typeof list === 'string') return list;
    return selectMilestones(list, known, (id, key, value) => key === 'owner' && owners[id] === value);
  };
  it.each<[string, string[], string[]]>([
    ['M0*', ['M01', 'M05', 'M06', 'm07'], []],
    ['m?7', ['m07'], []],
    ['*', ['api.v1', 'M01', 'M05', 'M06', 'm07', 'M10'], []],
    ['api.*', ['api.v1'], []],
    ['X*', [], ['X*']],
    ['owner:alice', ['M05', 'M10'], []],
    ['owner:zoe', [], ['owner:zoe']],
    ['M06,owner:alice,M0*', ['M06', 'M05', 'M10', 'M01', 'm07'], []],
  ])('%j', (text, ids, unknown) => {
    expect(select(text)).toStrictEqual({ ids, unknown });
  });
  it.each(['status:done', 'priority:urgent', 'ownr:alice', 'owner:', 'M0*..M07', 'a*b c'])('%j is wrong', (text) => {
    expect(select(text)).toBeTypeOf('string');
  });
  it('a pattern finds what the same regular expression finds, without its running time', () => {
    const piece = fc.constantFrom('a', 'b', '*', '?');
    const word = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 10 }), word, (parts, id) => {
        const pattern = parts.join('');
        if (!/[*?]/.test(pattern)) return;
        const list = parseMilestoneList(pattern);
        const found = typeof list === 'string' ? [] : selectMilestones(list, [id]).ids;
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(id);
        expect(found.length === 1).toBe(expected);
      }),
    );
    const long = parseMilestoneList(`${'*a'.repeat(31)}b`);
    expect(typeof long === 'string' || selectMilestones(long, ['a'.repeat(64)]).ids).toEqual([]);
  });
});

it('no text makes these grammars throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'+-–0159h.%;=@ :*?,abcdelnoprtuy') }), (text) => {
      for (const parse of [parseEffortChange, parseProgress, parseOwner, parseNewRisk, parseMilestoneList]) {
        expect(parse(text)).toBeDefined();
      }
    }),
  );
});
