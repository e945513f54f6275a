import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../src/model/graph.ts';
import { applied, decided, planned, refusalOf, storeOf } from './desk.ts';

/** M01 → M03 by M03's `requires`, M02 → M03 by M02's `enables`; M04 and M05 stand alone. */
const FILES = {
  'active/M01.yaml': 'title: One\n',
  'active/M02.yaml': 'title: Two   # by the other end\ndependencies:\n  enables: [M03, M04]   # both\n',
  'active/M03.yaml':
    'title: Three\ndependencies:\n  requires:\n    - {id: M01, lag: 2d, why: paint dries}   # two days\n',
  'active/M04.yaml': 'title: Four\n',
  'active/M05.yaml': 'title: Five\ndependencies: [M04]   # a plain list\n',
};

function edgesInto(files: Record<string, string>, id: string): string[] {
  return edgesOf(storeOf(files).milestones)
    .filter((edge) => edge.to === id)
    .map(({ from, lag }) => (lag.amount === 0 ? from : `${from}${lag.amount > 0 ? '+' : ''}${lag.amount}${lag.unit}`))
    .sort();
}

describe('changing dependencies', () => {
  it.each([
    ['+M04', ['M01+2d', 'M02', 'M04']],
    ['+M04+3d', ['M01+2d', 'M02', 'M04+3d']],
    ['+M04-1w', ['M01+2d', 'M02', 'M04-1w']],
    ['-M01', ['M02']],
    ['-M02', ['M01+2d']],
    ['-M02,+M04', ['M01+2d', 'M04']],
    ['M04', ['M04']],
    ['M01,M04', ['M01', 'M04']],
    ['M02', ['M02']],
    ['+m04', ['M01+2d', 'M02', 'M04']],
    ['none', []],
    ['+M01+4d', ['M01+4d', 'M02']],
  ])('--dependencies=%s counts edges from either end', (option, expected) => {
    expect(edgesInto(applied(FILES, `update M03 --dependencies=${option}`), 'M03')).toEqual(expected);
  });

  it('leaves the other edges of a file it has to change, and its comments', () => {
    const files = applied(FILES, 'update M03 --dependencies=-M02');
    expect(files['active/M02.yaml']).toBe(FILES['active/M02.yaml'].replace('[M03, M04]', '[M04]'));
    expect(files['active/M03.yaml']).toBe(FILES['active/M03.yaml']);
    expect(edgesInto(files, 'M04')).toEqual(['M02']);
  });

  it('keeps what a person noted on an edge that stays', () => {
    const files = applied(FILES, 'update M03 --dependencies=+M04');
    expect(files['active/M03.yaml']).toContain('- {id: M01, lag: 2d, why: paint dries}   # two days\n');
  });

  it.each([
    ['+M01+3d', '{id: M01, lag: 3d, why: paint dries}   # two days'],
    ['M01-1w', '{id: M01, lag: -1w, why: paint dries}   # two days'],
    ['+M01', '{id: M01, why: paint dries}   # two days'],
  ])('changes the lag and nothing else of an edge: %s', (option, entry) => {
    const files = applied(FILES, `update M03 --dependencies=${option}`);
    expect(files['active/M03.yaml']).toBe(
      FILES['active/M03.yaml'].replace('{id: M01, lag: 2d, why: paint dries}   # two days', entry),
    );
  });

  it('writes an edge without a lag as its id alone, where nothing is noted on it', () => {
    const files = { ...FILES, 'active/M04.yaml': 'title: Four\ndependencies: {requires: [{id: M01, lag: 1d}]}\n' };
    expect(applied(files, 'update M04 --dependencies=+M01')['active/M04.yaml']).toContain('{requires: [M01]}');
  });

  it('works on a plain list as well', () => {
    expect(edgesInto(applied(FILES, 'update M05 --dependencies=+M01'), 'M05')).toEqual(['M01', 'M04']);
    expect(edgesInto(applied(FILES, 'update M05 --dependencies=M01+1d'), 'M05')).toEqual(['M01+1d']);
  });

  it.each([
    ['M03', '+M03', 'self-dependency'],
    ['M03', '+M99', 'unknown-dependency'],
    ['M03', '-M04', 'unknown-dependency'],
    ['M01', '+M03', 'cycle'],
    ['M02', '+M03', 'cycle'],
    ['M02', '+M05', 'cycle'],
  ])('refuses that %s takes %s', (id, option, code) => {
    expect(refusalOf(FILES, `update ${id} --dependencies=${option}`)).toBe(code);
  });

  it('names the members of the cycle in order', () => {
    const decision = decided(FILES, 'update M02 --dependencies=+M05');
    expect(decision.kind === 'refused' && decision.refusals[0]?.message).toMatch(
      /M02 → M04 → M05 → M02|M04 → M05 → M02 → M04|M05 → M02 → M04 → M05/,
    );
  });

  it('is no change where the edges already are so', () => {
    for (const option of ['+M02', 'M01+2d,M02']) {
      expect(refusalOf(FILES, `update M03 --dependencies=${option}`)).toBe('unchanged');
    }
  });

  it('may mend a cycle that is there', () => {
    const files = {
      'active/A.yaml': 'title: A\ndependencies: {requires: [B]}\n',
      'active/B.yaml': 'title: B\ndependencies: {requires: [A]}\n',
    };
    expect(refusalOf(files, 'update A --dependencies=none')).toBe('planned');
    expect(refusalOf(files, 'update A --priority=high')).toBe('invalid-store');
  });

  it('sees what an earlier command of the same request did', () => {
    expect(refusalOf(FILES, ['update M01 --dependencies=+M04', 'update M04 --dependencies=+M01'])).toBe('cycle');
    const plan = planned(FILES, ['update M03 --dependencies=-M02', 'update M02 --dependencies=+M03']);
    expect(plan.entries).toHaveLength(2);
  });
});
