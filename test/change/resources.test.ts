import { describe, expect, it } from 'vitest';
import { applied, decided, refusalOf, storeOf } from './desk.ts';

const FILES = {
  'active/M06.yaml':
    'title: Speed\nresources:\n  - {role: engineer, fte: 1.5, skill: testing}   # two half days\n  - {who: alice, allocation: 40}\n',
};

function resourcesAfter(option: string, files: Record<string, string> = FILES): unknown {
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
    expect(resourcesAfter(option)).toEqual(expected);
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

  it('leaves the entry of a person alone, whose role is no head count', () => {
    const files = {
      'active/M06.yaml': 'title: Speed\nresources:\n  - {who: ann, role: dev, allocation: 50}   # mornings\n',
    };
    expect(applied(files, 'update M06 --resources="2 devs"')['active/M06.yaml']).toBe(
      'title: Speed\nresources:\n  - {who: ann, role: dev, allocation: 50}   # mornings\n  - role: dev\n    fte: 2\n',
    );
    expect(refusalOf(files, 'update M06 --resources="-1 dev"')).toBe('bad-value');
    expect(refusalOf(files, 'update M06 --resources="0 devs"')).toBe('unchanged');
  });

  it('does not guess which of several entries of a role, or of a person, is meant', () => {
    const twice = (entries: string): Record<string, string> => ({
      'active/M06.yaml': `title: Speed\nresources: [${entries}]\n`,
    });
    const devs = twice('{role: dev, fte: 1, skill: java}, {role: devs, fte: 1, skill: js}, {who: ann, allocation: 20}');
    const decision = decided(devs, 'update M06 --resources="3 devs"');
    expect(decision).toMatchObject({
      refusals: [{ code: 'cannot-edit', message: 'M06 lists dev 2 times, and only one can be meant' }],
    });
    expect(refusalOf(devs, 'update M06 --resources="+1 dev"')).toBe('cannot-edit');
    expect(resourcesAfter('"0 devs"', devs)).toEqual([['ann', 20]]);
    const ann = twice('{who: ann, role: dev, allocation: 30}, {who: Ann, role: qa, allocation: 20}');
    expect(refusalOf(ann, 'update M06 --resources=ann:50%')).toBe('cannot-edit');
    expect(resourcesAfter('ann:0%', ann)).toEqual([]);
  });

  it.each(['', 'resources:   # nobody yet\n', 'resources: []\n'])(
    'taking off who is not there is no change: %j',
    (text) => {
      const files = { 'active/M06.yaml': `title: Speed\n${text}` };
      expect(refusalOf(files, 'update M06 --resources="alice:0%,0 engineers"')).toBe('unchanged');
    },
  );

  it.each([
    ['zoe:50%', 'Known: bob. Or add zoe to `team` in config.yaml first.'],
    ['bobb:50%', 'Did you mean bob?'],
    ['bobb:0%', 'Did you mean bob?'],
  ])('does not take one short name for another: %s', (option, hint) => {
    const files = { ...FILES, 'config.yaml': 'team: [{login: bob, roles: [engineer]}]\n' };
    expect(decided(files, `update M06 --resources=${option}`)).toMatchObject({ refusals: [{ hint }] });
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
