import { describe, expect, it } from 'vitest';
import { patience } from '../../../src/io/github/patience.ts';
import { githubPeer } from '../../../src/io/github/peer.ts';
import { graphqlPeer, type IssueSeed, OLDER, TODAYS } from './graphql-peer.ts';

const repo = { owner: 'octo', repo: 'demo' };
const milestone = (number: number, more: Record<string, unknown> = {}) => ({
  number,
  title: `Milestone ${number}`,
  description: null,
  dueOn: null,
  state: 'OPEN',
  createdAt: '2024-07-01T09:00:00Z',
  closedAt: null,
  url: `https://github.test/octo/demo/milestone/${number}`,
  ...more,
});
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

function peer(seed: { milestones?: Record<string, unknown>[]; issues?: IssueSeed[] }, schema = TODAYS) {
  const log: string[] = [];
  const fake = graphqlPeer(schema, { milestones: [], issues: [], ...seed });
  return { ...fake, log, peer: githubPeer(fake.client, repo, patience(), (message) => log.push(message)) };
}

describe('reading GitHub', () => {
  it('takes at most 20 requests for 100 milestones and 1,000 issues, and gets every one', async () => {
    const issues = range(1000).map((number) => ({ number, milestone: 1 + (number % 100) }));
    const { peer: github, requests, breaches } = peer({ milestones: range(100).map((n) => milestone(n)), issues });
    const remote = await github.read('all', []);
    expect(requests.length).toBeLessThanOrEqual(20);
    expect(remote.complete).toBe(true);
    expect(remote.milestones.map(({ number }) => number)).toEqual(range(100));
    expect(remote.issues.map(({ number, milestone: of }) => [number, of])).toEqual(
      issues.map(({ number, milestone: of }) => [number, of]),
    );
    expect(breaches).toEqual([]);
  });

  it('reads more than 100 milestones, and no issues where none are wanted', async () => {
    const { peer: github, requests } = peer({
      milestones: range(250).map((n) => milestone(n)),
      issues: [{ number: 1, milestone: 1 }],
    });
    const remote = await github.read('milestones', [1]);
    expect([remote.milestones.length, remote.issues, remote.complete, requests.length]).toEqual([250, [], true, 3]);
  });

  it('finds sub-issues that are in no milestone, however deep, and asks for no others', async () => {
    const child = (number: number, parent: number): IssueSeed => ({ number, parent: { number: parent } });
    const { peer: github, requests } = peer({
      milestones: [milestone(1)],
      issues: [
        { number: 1, milestone: 1 },
        { number: 2, milestone: 1, parent: { number: 1 } },
        child(3, 1),
        child(4, 3),
        child(6, 5),
      ],
    });
    const remote = await github.read('all', []);
    expect(remote.issues.map(({ number, parent }) => [number, parent])).toEqual([
      [1, null],
      [2, 1],
      [3, 1],
      [4, 3],
    ]);
    expect(requests).toHaveLength(3);
  });

  it('tells the values apart: the day in UTC, the state, why it is closed, and what lies elsewhere', async () => {
    const closed = { state: 'CLOSED', closedAt: '2024-07-29T10:00:00Z' };
    const { peer: github } = peer({
      milestones: [milestone(7, { dueOn: '2024-07-28T07:00:00Z', description: 'Text', ...closed })],
      issues: [
        {
          number: 3,
          milestone: 7,
          state: 'CLOSED',
          stateReason: 'DUPLICATE',
          labels: ['blocked'],
          parent: { number: 9, repository: 'octo/other' },
          blockedBy: [{ number: 4 }, { number: 5, repository: 'octo/other' }],
        },
        { number: 4, milestone: 7, parent: { number: 3 } },
      ],
    });
    const { milestones, issues } = await github.read('all', []);
    expect(milestones).toEqual([
      {
        number: 7,
        title: 'Milestone 7',
        description: 'Text',
        due: '2024-07-28',
        state: 'closed',
        createdAt: '2024-07-01T09:00:00Z',
        closedAt: '2024-07-29T10:00:00Z',
        url: 'https://github.test/octo/demo/milestone/7',
      },
    ]);
    expect(issues[0]).toEqual({
      number: 3,
      title: 'Issue 3',
      state: 'closed',
      reason: 'duplicate',
      assignees: ['alice'],
      labels: ['blocked'],
      milestone: 7,
      closedAt: null,
      parent: null,
      blockedBy: [4],
      url: 'https://github.test/Octo/Demo/issues/3',
    });
    expect(issues[1]).toMatchObject({ parent: 3, blockedBy: [] });
  });

  it('cuts no list of an issue short', async () => {
    const labels = range(30).map((n) => `label-${n}`);
    const blockedBy = range(45).map((number) => ({ number: 100 + number }));
    const { peer: github } = peer({
      milestones: [milestone(1)],
      issues: [
        { number: 1, milestone: 1, labels },
        { number: 2, milestone: 1, blockedBy },
        { number: 3, milestone: 1 },
      ],
    });
    const { issues } = await github.read('all', []);
    expect(issues.map((one) => [one.labels.length, one.blockedBy.length])).toEqual([
      [30, 0],
      [0, 45],
      [0, 0],
    ]);
  });

  it('finds linked issues outside of milestones, and leaves out what is gone or a pull request', async () => {
    const { peer: github, requests } = peer({ issues: range(120).map((number) => ({ number })) });
    const remote = await github.read('all', [...range(120), 999, 1]);
    expect(remote.issues.map(({ number }) => number)).toEqual(range(120));
    expect(requests).toHaveLength(4);
  });

  it('goes on without what an older server does not know, and says so once', async () => {
    const seed = { milestones: [milestone(1)], issues: [{ number: 1, milestone: 1, parent: { number: 2 } }] };
    const { peer: github, log, requests } = peer(seed, OLDER);
    const first = await github.read('all', []);
    await github.read('all', []);
    expect(first.issues).toMatchObject([{ number: 1, parent: 2, blockedBy: [] }]);
    expect(log).toEqual(['This GitHub server knows no blockedBy of issues; going on without.']);
    expect(requests).toHaveLength(3);
  });

  it('looks at one milestone with its issues, or at one issue with its milestone', async () => {
    const issues = [...range(130).map((number) => ({ number, milestone: 1 })), { number: 200, milestone: 2 }];
    const { peer: github } = peer({ milestones: [milestone(1), milestone(2)], issues });
    const one = await github.read({ milestone: 1 }, []);
    expect([one.complete, one.milestones.length, one.issues.length]).toEqual([false, 1, 130]);
    const other = await github.read({ issue: 200 }, []);
    expect([other.milestones.map((m) => m.number), other.issues.map((i) => i.number)]).toEqual([[2], [200]]);
    expect(await github.read({ milestone: 9 }, [])).toEqual({ milestones: [], issues: [], complete: false });
    expect(await github.read({ issue: 999 }, [])).toEqual({ milestones: [], issues: [], complete: false });
  });
});
