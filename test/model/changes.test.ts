import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan } from '../../src/model/code-span.ts';
import { parseDependencyChange } from '../../src/model/dependency-change.ts';
import { parseMilestoneList, selectMilestones } from '../../src/model/milestone-list.ts';
import { parseResourceChange, roleKey } from '../../src/model/resource-change.ts';
import { parseTimelineChange } from '../../src/model/timeline-change.ts';

describe('--timeline', () => {
  it.each<[string, unknown]>([
    ['+5days', { kind: 'shift', amount: 5, unit: 'd' }],
    ['+5d', { kind: 'shift', amount: 5, unit: 'd' }],
    ['+1 day', { kind: 'shift', amount: 1, unit: 'd' }],
    [' + 1 DAY ', { kind: 'shift', amount: 1, unit: 'd' }],
    ['-3d', { kind: 'shift', amount: -3, unit: 'd' }],
    ['−3d', { kind: 'shift', amount: -3, unit: 'd' }],
    ['–3d', { kind: 'shift', amount: -3, unit: 'd' }],
    ['+2w', { kind: 'shift', amount: 2, unit: 'w' }],
    ['-1 week', { kind: 'shift', amount: -1, unit: 'w' }],
    ['+1month', { kind: 'shift', amount: 1, unit: 'month' }],
    ['+2months', { kind: 'shift', amount: 2, unit: 'month' }],
    ['-0d', { kind: 'shift', amount: 0, unit: 'd' }],
    ['2024-02-29', { kind: 'date', date: '2024-02-29' }],
  ])('%j', (text, expected) => {
    expect(parseTimelineChange(text)).toStrictEqual(expected);
  });

  it.each([
    '',
    '5d',
    '+d',
    '+5',
    '+1.5d',
    '+5x',
    '+5m',
    '++5d',
    '+5d+1d',
    '+10000d',
    '2024-02-30',
    '2024-8-5',
    '05.08.2024',
    'soon',
  ])('%j is wrong', (text) => {
    expect(parseTimelineChange(text)).toBeTypeOf('string');
  });
});

describe('--dependencies', () => {
  const need = (id: string, amount = 0, unit = 'd'): unknown => ({ id, lag: { amount, unit } });

  it.each<[string, unknown]>([
    ['A', { kind: 'replace', requires: [need('A')] }],
    [
      'new-dependency-1, new-dependency-2',
      { kind: 'replace', requires: [need('new-dependency-1'), need('new-dependency-2')] },
    ],
    ['M03+2d,M04-1w', { kind: 'replace', requires: [need('M03', 2), need('M04', -1, 'w')] }],
    ['M03–1d', { kind: 'replace', requires: [need('M03', -1)] }],
    ['+A', { kind: 'adjust', add: [need('A')], remove: [] }],
    ['-A', { kind: 'adjust', add: [], remove: ['A'] }],
    ['+M03+2d, -M04', { kind: 'adjust', add: [need('M03', 2)], remove: ['M04'] }],
    ['none', { kind: 'replace', requires: [] }],
  ])('%j', (text, expected) => {
    expect(parseDependencyChange(text)).toStrictEqual(expected);
  });

  it.each(['', ',', 'A,', 'A,+B', 'A,a', '+A,-A', '-A+2d', '+', 'A B', '../A', 'M03+1.5d', 'M03+2x'])(
    '%j is wrong',
    (text) => {
      expect(parseDependencyChange(text)).toBeTypeOf('string');
    },
  );

  it('takes an id that ends like a lag for what it is, where it exists', () => {
    const known = (id: string): boolean => ['sprint-2w', 'none'].includes(id);
    expect(parseDependencyChange('sprint-2w', known)).toStrictEqual({ kind: 'replace', requires: [need('sprint-2w')] });
    expect(parseDependencyChange('-sprint-2w', known)).toMatchObject({ remove: ['sprint-2w'] });
    expect(parseDependencyChange('sprint-2w+1d', known)).toStrictEqual({
      kind: 'replace',
      requires: [need('sprint-2w', 1)],
    });
    expect(parseDependencyChange('none', known)).toStrictEqual({ kind: 'replace', requires: [need('none')] });
  });
});

describe('--resources', () => {
  it.each<[string, unknown]>([
    [
      '2.5 engineers, 1 performance specialist',
      [
        { kind: 'set', role: 'engineer', fte: 2.5 },
        { kind: 'set', role: 'performance specialist', fte: 1 },
      ],
    ],
    ['+0.5 engineer', [{ kind: 'adjust', role: 'engineer', fte: 0.5 }]],
    ['-1 QA  specialists', [{ kind: 'adjust', role: 'QA specialist', fte: -1 }]],
    ['2 FTE DevOps', [{ kind: 'set', role: 'DevOps', fte: 2 }]],
    ['1.5fte of analysts', [{ kind: 'set', role: 'analyst', fte: 1.5 }]],
    ['0 engineers', [{ kind: 'set', role: 'engineer', fte: 0 }]],
    ['2 Prüfer', [{ kind: 'set', role: 'Prüfer', fte: 2 }]],
    ['alice:50%', [{ kind: 'allocate', who: 'alice', allocation: 50 }]],
    ['@alice: 12.5 %', [{ kind: 'allocate', who: 'alice', allocation: 12.5 }]],
  ])('%j', (text, expected) => {
    expect(parseResourceChange(text)).toStrictEqual(expected);
  });

  it.each([
    '',
    '2',
    'engineer',
    '2,5 engineers',
    '2 engineers,',
    '1 engineer, 2 Engineers',
    'alice:101%',
    'alice:50',
    '2 FTE',
    '99999 engineers',
    '-alice:5%x',
  ])('%j is wrong', (text) => {
    expect(parseResourceChange(text)).toBeTypeOf('string');
  });

  it.each([
    ['Engineers', 'engineer'],
    ['QA Specialists', 'qa specialist'],
    ['DevOps', 'devops'],
    ['secretaries', 'secretary'],
    ['coaches', 'coach'],
    ['business analysts', 'business analyst'],
    ['sales', 'sales'],
    ['QAs', 'qa'],
  ])('%s is the role %s', (written, key) => {
    expect(roleKey(written)).toBe(key);
    expect(roleKey(key)).toBe(key);
  });
});

describe('--milestones', () => {
  const select = (text: string, known: string[]): unknown => {
    const list = parseMilestoneList(text);
    return typeof list === 'string' ? list : selectMilestones(list, known);
  };
  const known = ['M01', 'M05', 'M06', 'm07', 'M7a', 'M10', 'X06'];

  it.each<[string, string[], string[]]>([
    ['M05,M06', ['M05', 'M06'], []],
    ['M05 , m05', ['M05'], []],
    ['M06..M10', ['M06', 'm07', 'M10'], []],
    ['m05..m06,M01', ['M05', 'M06', 'M01'], []],
    ['M05..M09', ['M05', 'M06', 'm07'], ['M09']],
    ['M99', [], ['M99']],
  ])('%j', (text, ids, unknown) => {
    expect(select(text, known)).toStrictEqual({ ids, unknown });
  });

  it.each(['', 'M05,', ',', 'M05..', '..M05', 'M05..X06', 'M07..M05', 'a b', 'A..B'])('%j is wrong', (text) => {
    expect(parseMilestoneList(text)).toBeTypeOf('string');
  });
});

describe('laws', () => {
  it('no text makes a grammar throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+-–0159dwM.,:% ;@eE') }),
    );
    fc.assert(
      fc.property(text, (value) => {
        for (const parse of [
          parseTimelineChange,
          (t: string) => parseDependencyChange(t),
          parseResourceChange,
          parseMilestoneList,
        ]) {
          const result = parse(value);
          expect(result === '' || result === undefined).toBe(false);
        }
      }),
    );
  });

  it('a code span is one line without a backtick inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(codeSpan(value)).toMatch(/^`[^`\n\r]+`$/);
      }),
    );
  });
});
