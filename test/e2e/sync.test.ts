import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { type BothSides, bothSides } from './both-sides.ts';
import { checkout, type RunResult } from './runner.ts';
import { differences } from './sides-compared.ts';

/**
 * One history of a repository with 30 milestones and 300 issues, whose people edit the store, GitHub, or both at once. After each
 * chapter both sides agree but for what is contested, nothing that somebody wrote is gone, and another run writes nothing.
 */

const MILESTONES = 30;
const ISSUES = 300;
const WRITTEN_BY_HAND = `id: M01
title: "Release 1: groundwork"   # as on GitHub
# This comment was written by a person.
status: in_progress
description: What a person wrote.
tasks:
  # the first task
  - id: spec   # keep me
    title: Issue 2
    issue: 2
  - id: own
    title: A task without an issue
`;

function seed(at: BothSides): void {
  const { github, owner, name } = at;
  for (let n = 1; n <= MILESTONES; n++) {
    github.addMilestone(owner, name, {
      title: n === 1 ? 'Release 1: groundwork' : n === 2 ? '  "Quoted" & #hash – Übung ' : `Release ${n}`,
      description:
        n === 1
          ? 'What a person wrote.'
          : n % 3 === 0
            ? `First line ${n}\r\n\r\n- a list: "x"`
            : n % 3 === 1
              ? `Scope of ${n}`
              : null,
      state: n > 25 ? 'closed' : 'open',
      dueOn:
        n % 5 === 0
          ? null
          : `2024-${n % 2 === 0 ? '08' : '12'}-${String(1 + (n % 28)).padStart(2, '0')}T0${n % 2 === 0 ? 7 : 8}:00:00Z`,
    });
  }
  const repo = github.state.repo(owner, name);
  for (let n = 0; n < ISSUES; n++) {
    const { number } = github.addIssue(owner, name, owner, { title: `Issue ${n + 2}` }) as { number: number };
    github.editIssue(owner, name, number, {
      ...(n < 270 ? { milestone: 1 + (n % MILESTONES) } : {}),
      assignees: n % 4 === 0 ? ['wanda'] : n % 7 === 0 ? ['tristan', 'rita'] : [],
      labels: n % 11 === 0 ? ['blocked'] : [],
      ...(n % 5 === 0 ? { state: 'closed', stateReason: n % 10 === 0 ? 'completed' : 'not_planned' } : {}),
    });
    // The last thirty are in no milestone of their own.
    if (n >= 270) github.addSubIssue(owner, name, number - 270, number);
    if (n % 13 === 0 && n >= 30 && n < 270) github.block(owner, name, number, number - 30);
  }
  expect(repo.issues).toHaveLength(ISSUES + 1);
}

const path = (id: string): string => `.milestones/active/${id}.yaml`;
const line =
  (key: string, value: string) =>
  (text: string): string =>
    new RegExp(`^( *)${key}:.*$`, 'm').test(text)
      ? text.replace(new RegExp(`^( *)${key}:.*$`, 'm'), `$1${key}: ${value}`)
      : `${text}${key}: ${value}\n`;

describe('a repository whose people edit both sides', { timeout: 120_000 }, () => {
  let at: BothSides;
  /** Texts of people that must stay in the store or on GitHub. */
  const kept = new Set(['# This comment was written', '# the first task', '# keep me', 'A task without an issue']);
  /** What is known to differ, because both changed it or because one side is to stay as it is. */
  let contested: string[] = [];

  const onGitHub = (number: number, values: Parameters<BothSides['github']['editMilestone']>[3]): void =>
    at.github.editMilestone(at.owner, at.name, number, values);
  const issue = (number: number, values: Parameters<BothSides['github']['editIssue']>[3]): void =>
    at.github.editIssue(at.owner, at.name, number, values);
  const text = async (id: string): Promise<string> => (await at.filed()).get(id)?.text ?? '';

  beforeAll(async () => {
    at = await bothSides({
      files: {
        '.milestones/config.yaml': 'project: {name: Both sides}\n',
        '.milestones/active/M01.yaml': WRITTEN_BY_HAND,
      },
    });
    seed(at);
  });
  afterAll(async () => {
    await at.close();
  });

  const ran = (result: RunResult): RunResult => {
    expect([result.code, result.log]).toEqual([0, expect.not.stringContaining('::error')]);
    at.later(10);
    return result;
  };

  /** Both sides agree, nothing is lost, and another run writes nothing. */
  async function settled(): Promise<void> {
    expect(await differences(at, contested)).toEqual([]);
    const repo = at.github.state.repo(at.owner, at.name);
    const texts = [
      ...[...(await at.filed()).values()].map((filed) => filed.text),
      ...repo.milestones.map(({ title, description }) => `${title}\n${description}`),
    ].join('\n');
    for (const each of kept) expect(texts).toContain(each);
    const [mark, head] = [at.github.requests.length, await at.head()];
    ran(await at.schedule());
    expect(at.writesSince(mark)).toEqual([]);
    expect(await at.head()).toBe(head);
    expect(at.github.violations).toEqual([]);
  }

  it('begins with an import of what GitHub has', async () => {
    ran(await at.schedule());
    expect(await at.filed()).toHaveProperty('size', MILESTONES);
    expect(await text('M01')).toContain('  - id: spec   # keep me\n    title: Issue 2\n    issue: 2\n');
    await settled();
  });

  it('goes on with edits of both sides, some of them against each other', async () => {
    onGitHub(3, { title: 'Release three' });
    onGitHub(4, { dueOn: '2024-09-30T12:00:00Z' });
    onGitHub(6, { state: 'closed' });
    onGitHub(27, { state: 'open' });
    onGitHub(13, { title: 'The same on both' });
    onGitHub(14, { title: 'Theirs 14' });
    onGitHub(15, { dueOn: '2024-10-02T12:00:00Z' });
    onGitHub(16, { description: 'Their words' });
    onGitHub(19, { description: 'Scope of 19\r\n\r\nA note that a person added' });
    const pushed = await at.byHand({
      [path('M07')]: line('title', 'Ours 7'),
      [path('M08')]: line('estimated_end', '2024-11-05'),
      [path('M09')]: line('description', '"Another scope\\nin two lines"'),
      [path('M10')]: line('status', 'cancelled'),
      [path('M13')]: line('title', 'The same on both'),
      [path('M14')]: line('title', 'Ours 14'),
      [path('M15')]: (old) => `${old}timeline: {estimated_end: 2024-10-01}\n`,
      [path('M16')]: line('description', 'Our words'),
      [path('M19')]: line('description', 'New scope of 19'),
    });
    for (const each of ['Ours 7', 'Ours 14', 'Theirs 14', 'Their words', 'Our words', 'A note that a person added']) {
      kept.add(each);
    }
    ran(await at.push(pushed));
    contested = ['M14 title', 'M15 due', 'M16 description'];
    expect(at.milestone(19).description).toBe('New scope of 19\n\nA note that a person added');
    await settled();
  });

  it('goes on with renames and swaps, whose events come twice or not at all', async () => {
    onGitHub(14, { title: 'Ours 14' });
    kept.delete('Theirs 14');
    const [nineteen, twenty, twentyOne, twentyTwo] = [19, 20, 21, 22].map((n) => at.milestone(n).title);
    const pushed = await at.byHand({
      [path('M19')]: line('title', twenty ?? ''),
      [path('M20')]: line('title', nineteen ?? ''),
      [path('M23')]: line('title', 'Release 24'),
      [path('M24')]: line('title', 'Release 24, renamed'),
      [path('M04')]: line('title', 'Release three'),
    });
    ran(await at.push(pushed));
    ran(await at.push(pushed));
    // GitHub's third milestone still has the title that the fourth is to get.
    contested = ['M04 title', 'M15 due', 'M16 description'];
    expect(await differences(at, contested)).toEqual([]);
    onGitHub(3, { title: 'Release 3 again' });
    onGitHub(21, { title: twentyTwo ?? '' });
    const renamed = at.milestoneEvent('edited', 21);
    onGitHub(22, { title: twentyOne ?? '' });
    ran(await renamed());
    ran(await renamed());
    ran(await at.schedule());
    contested = ['M15 due', 'M16 description'];
    expect(at.github.state.repo(at.owner, at.name).milestones.map(({ title }) => title)).not.toContain('Renaming');
    await settled();
  });

  it('goes on with issues, whose events come late, twice, in the wrong order or not at all', async () => {
    issue(3, { state: 'closed', stateReason: 'completed' });
    const closed = at.issueEvent('closed', 3);
    issue(4, { state: 'closed', stateReason: 'not_planned' });
    const early = at.issueEvent('closed', 4);
    issue(4, { state: 'open', assignees: ['rita'] });
    const late = at.issueEvent('reopened', 4);
    issue(5, { title: 'Issue 5, renamed', labels: ['blocked'] });
    issue(7, { state: 'open' });
    issue(8, { milestone: 12 });
    issue(9, { milestone: null });
    const taken = at.issueEvent('demilestoned', 9);
    issue(10, { assignees: ['tristan', 'wanda'] });
    at.github.addSubIssue(at.owner, at.name, 35, 301);
    at.github.block(at.owner, at.name, 15, 45);
    for (const event of [closed, late, early, closed, taken]) ran(await event());
    expect((await text('M08')).split('issue: 9\n')[0]).toMatch(/status: cancelled[^-]*$/);
    ran(await at.schedule());
    await settled();
  });

  it('goes on with deletions on both sides, which delete nothing on the other', async () => {
    const before = await text('M25');
    expect(before).toContain('status: pending');
    at.github.deleteMilestone(at.owner, at.name, 25);
    ran(await at.issueEvent('demilestoned', 26)());
    expect(await text('M25')).toBe(before);
    const pushed = await at.byHand({ [path('M24')]: () => null });
    ran(await at.push(pushed));
    expect(await text('M25')).toBe(before);
    expect(at.milestone(24).title).toBe('Release 24, renamed');
    contested = ['M25 exists', 'milestone 24 exists', 'M15 due', 'M16 description'];
    await settled();
  });

  it('solves what is contested when somebody says who is right', async () => {
    const solved = ran(await at.comment('wanda', '/milestone sync --prefer=store'));
    expect(solved.outputs['outcome']).toBe('applied');
    contested = ['milestone 24 exists'];
    kept.delete('Their words');
    // What was overruled stands in the journal.
    const git = gitIn(at.github.state.repo(at.owner, at.name).dir);
    expect(await git.run(['grep', '-h', 'S-M16-description', 'main', '--', '.milestones/logs'])).toContain(
      'Their words',
    );
    expect(at.replies().at(-1)?.body).toContain('S-M16-description');
    await settled();
  });

  it('writes issues once the policy says so', async () => {
    const pushed = await at.byHand({
      '.milestones/config.yaml': (old) => `${old}sync: {write_issues: true}\n`,
      [path('M02')]: (old) =>
        old.replace(/( *)title: Issue 33\n( *)status: \w+\n/, '$1title: Issue 33 of the store\n$2status: completed\n'),
    });
    ran(await at.push(pushed));
    expect(at.task(33)).toMatchObject({ title: 'Issue 33 of the store', state: 'closed', stateReason: 'completed' });
    await settled();
  });

  it('ends with runs that change one due date at the same time', async () => {
    const { github, owner, name, token } = at;
    const places = await Promise.all([1, 2, 3].map(() => checkout(github, owner, name, token)));
    const results = await Promise.all(
      places.map((workspace) => at.comment('wanda', '/milestone update M02 --timeline=+1d', { workspace })),
    );
    await Promise.all(places.map((place) => place.remove()));
    for (const result of results) expect([result.code, result.outputs['outcome']]).toEqual([0, 'applied']);
    expect(await differences(at, contested)).toEqual([]);
    at.later(10);
    await settled();
  });
});
