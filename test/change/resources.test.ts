import { describe, expect, it } from 'vitest';
import { applied, refusalOf, storeOf } from './desk.ts';

const FILES = {
  'active/M06.yaml':
    'title: Speed\nresources:\n  - {role: engineer, fte: 1.5, skill: testing}   # two half days\n  - {who: alice, allocation: 40}\n',
};

function after(option: string, files: Record<string, string> = FILES): unknown {
  const [milestone] = storeOf(applied(files, `update M06 --resources=${option}`)).milestones;
  return milestone?.resources.map((r) => [r.role ?? r.who, r.fte ?? r.allocation]);
}

describe('changing resources', () => {
  it.each([
    [
      '"2.5 engineers, 1 performance specialist"',
      [
        ['engineer', 2.5],
        ['alice', 40],
        ['performance specialist', 1],
      ],
    ],
    [
      '"+0.5 engineer"',
      [
        ['engineer', 2],
        ['alice', 40],
      ],
    ],
    [
      '"-1 engineer"',
      [
        ['engineer', 0.5],
        ['alice', 40],
      ],
    ],
    ['"0 engineers"', [['alice', 40]]],
    [
      'alice:50%',
      [
        ['engineer', 1.5],
        ['alice', 50],
      ],
    ],
    ['alice:0%', [['engineer', 1.5]]],
    [
      'bob:25%',
      [
        ['engineer', 1.5],
        ['alice', 40],
        ['bob', 25],
      ],
    ],
  ])('%s', (option, expected) => {
    expect(after(option)).toEqual(expected);
  });

  it('keeps what else is written on an entry', () => {
    expect(applied(FILES, 'update M06 --resources="2 engineers"')['active/M06.yaml']).toContain(
      '{role: engineer, fte: 2, skill: testing}   # two half days',
    );
  });

  it('adds up without an error of rounding', () => {
    let files: Record<string, string> = { 'active/M06.yaml': 'title: Speed\n' };
    for (let i = 0; i < 10; i++) files = applied(files, 'update M06 --resources="+0.1 engineer"', { id: `t${i}` });
    expect(storeOf(files).milestones[0]?.resources).toMatchObject([{ role: 'engineer', fte: 1 }]);
  });

  it.each([
    ['"-2 engineers"', FILES, 'bad-value'],
    ['"-1 designer"', FILES, 'bad-value'],
    ['"1 engineer"', { 'active/M06.yaml': 'title: Speed\nresources: {engineers: 2}\n' }, 'cannot-edit'],
    ['"1.5 engineers"', FILES, 'unchanged'],
  ])('%s is refused or nothing where it cannot be', (option, files, code) => {
    expect(refusalOf(files as Record<string, string>, `update M06 --resources=${option}`)).toBe(code);
  });
});
