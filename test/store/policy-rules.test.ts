import { describe, expect, it } from 'vitest';
import { readStore } from '../../src/store/read.ts';

const PEOPLE =
  'team: [{login: carol}, {login: alice}]\ngroups: {sponsor: [carol], both: [sponsor, "@Carol"], none: []}\n';

/** Line and column, message and hint of every finding in a policy of this one rule. */
function found(rule: string, more = ''): string[] {
  const { diagnostics } = readStore([
    { path: 'config.yaml', kind: 'text', text: `${PEOPLE}approvals:\n  - {name: Rule, ${rule}}\n${more}` },
    { path: 'active/M05.yaml', kind: 'text', text: 'title: Five\n' },
  ]);
  expect(diagnostics.map((d) => [d.code, d.severity])).toEqual(diagnostics.map(() => ['doubtful-rule', 'warning']));
  return diagnostics.map(({ line, column, message, hint }) => `${line}:${column} ${message}. ${hint}`);
}

describe('a rule that can never ask', () => {
  it.each([
    ['milestone: m05'],
    ['milestone: [M05]'],
    ['label: anything'],
    ['priority: [High, low]'],
    ['kind: scope'],
    ['priority: {gt: 2}'],
  ])('is none: %s', (when) => {
    expect(found(`when: {${when}}, from: [sponsor]`)).toEqual([]);
  });

  it.each([
    [
      'milestone: M99',
      '4:36 Rule asks about milestone M99, and there is no milestone M99. Until there is one, it never asks.',
    ],
    [
      'milestone: [M05, M50]',
      '4:42 Rule asks about milestone M50, and there is no milestone M50. Did you mean M05? Until there is one, it never asks.',
    ],
    [
      'milestone: "M0*"',
      '4:36 Rule asks about milestone M0*, and there is no milestone M0*. List the ids as they are; to ask about several at once, give them a label and ask about that.',
    ],
    [
      'priority: urgent',
      '4:35 Rule asks about priority urgent, which there is not, so it never asks about that. Use one of critical, high, medium, low.',
    ],
    [
      'status: done',
      '4:33 Rule asks about status done, which there is not, so it never asks about that. Use one of planning, in_progress, blocked, completed, cancelled.',
    ],
    [
      'kind: budget',
      '4:31 Rule asks about kind budget, which there is not, so it never asks about that. Use one of technical, resource, timeline, scope.',
    ],
  ])('%s', (when, text) => {
    expect(found(`when: {${when}}, from: [sponsor]`)).toEqual([text]);
  });
});

describe('a rule that nobody can satisfy', () => {
  it.each([
    ['[carol]'],
    ['[dave]'],
    ['["@acme/leads"]'],
    ['{any: ["@acme/leads"], count: 9}'],
    ['{all: [sponsor, alice]}'],
    ['{any: [sponsor, alice], count: 2}'],
  ])('is none: %s', (from) => {
    expect(found(`from: ${from}`)).toEqual([]);
  });

  it.each([
    [
      '{any: [carol], count: 3}',
      'Rule needs 3 approvals, and only carol is asked: it can never be met. Name more people, or ask for fewer approvals.',
    ],
    [
      '{any: [both, sponsor], count: 2}',
      'Rule needs 2 approvals, and only carol is asked: it can never be met. Name more people, or ask for fewer approvals.',
    ],
    [
      '[none]',
      'Rule needs 1 approval, and nobody is asked: it can never be met. Name more people, or ask for fewer approvals.',
    ],
    ['{all: [none]}', 'Rule needs the approval of none, and nobody is in that group. Name somebody in it.'],
    [
      '[sponser]',
      'Rule asks sponser, which is no group and no login of the team. Did you mean sponsor? Else name sponser in `team` or in a group.',
    ],
    [
      '[Sponsor]',
      'Rule asks Sponsor, which is no group and no login of the team. Did you mean sponsor? Else name Sponsor in `team` or in a group.',
    ],
  ])('%s', (from, text) => {
    expect(found(`from: ${from}`).map((each) => each.replace(/^4:\d+ /, ''))).toEqual([text]);
  });

  it('is told of authority as well', () => {
    expect(found('from: [carol]', 'authority: {fte: 1, beyond: [sponsr]}\n')).toEqual([
      '5:30 authority asks sponsr, which is no group and no login of the team. Did you mean sponsor? Else name sponsr in `team` or in a group.',
    ]);
  });
});
