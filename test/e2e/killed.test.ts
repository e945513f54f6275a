import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { markedIntents } from '../../src/model/marker.ts';
import { cli, directory, identify, removeDirectories, repositoryWith, storeIn } from './command-line.ts';
import { deadlyFiles, deadlyGit } from './deadly.ts';
import { type Stage, stage, storeFiles } from './stage.ts';

afterAll(removeDirectories);

const LATER = '2024-07-26T17:00:00Z';

async function onBranch(at: Stage): Promise<{ commits: string; due: string | undefined; entries: number }> {
  const git = gitIn(at.github.state.repo(at.owner, at.name).dir);
  const text = await git.run(['show', 'main:.milestones/active/M07.yaml']);
  const names = await git.run(['ls-tree', '-r', '--name-only', 'main', '.milestones/logs']);
  return {
    commits: await git.run(['rev-list', '--count', 'main']),
    due: /estimated_end: (\S+)/.exec(text)?.[1],
    entries: names.split('\n').filter((name) => name !== '').length,
  };
}

describe.concurrent('the Action, killed', { timeout: 120_000 }, () => {
  it.each<[string, string, 'before' | 'after', boolean]>([
    ['while it reads the branch', 'ls-tree', 'before', false],
    ['while it writes the new files', 'hash-object', 'after', false],
    ['before it commits', 'commit-tree', 'before', false],
    ['after its commit, before its push', 'commit-tree', 'after', false],
    ['after its push, before its reply', 'push', 'after', true],
  ])('%s, is finished or repeated by the next run, with one answer', async (_, subcommand, when, pushed) => {
    const files = storeFiles('reference');
    // Without a second commit for links: what a synchronisation leaves is another test's.
    const config = `${files['.milestones/config.yaml']}sync: {enabled: false}\n`;
    const at = await stage({ files: { ...files, '.milestones/config.yaml': config } });
    try {
      const start = await onBranch(at);
      const path = await deadlyGit(subcommand, when);
      const died = await at.comment('wanda', '/milestone update M07 --timeline=+5d', { path });
      expect(died.code).not.toBe(0);
      const once = { commits: '2', due: '2024-08-10', entries: start.entries + 1 };
      expect(await onBranch(at)).toEqual(pushed ? once : start);
      expect(at.replies()).toEqual([]);

      const next = await died.again({ now: LATER });
      expect([next.code, next.outputs['outcome']]).toEqual([0, 'applied']);
      expect(await onBranch(at)).toEqual(once);
      const third = await died.again({ now: LATER });
      expect([third.code, third.outputs['outcome']]).toEqual([0, 'ignored']);
      expect(await onBranch(at)).toEqual(once);
      expect(at.replies().map(({ body }) => markedIntents(body))).toEqual([[`${died.comment.node_id}#1`]]);
    } finally {
      await at.close();
    }
  });
});

const COMMAND = ['update', '--bulk', '--milestones=M05,M06,M07', '--timeline=+1d', '--force'];
const ONCE = { M05: '2024-07-29', M06: '2024-08-03', M07: '2024-08-06' };
const NOT_YET = { M05: '2024-07-28', M06: '2024-08-02', M07: '2024-08-05' };

function dues(dir: string): Record<string, string | undefined> {
  const due = (id: string): string | undefined =>
    /estimated_end: (\S+)/.exec(readFileSync(join(dir, '.milestones/active', `${id}.yaml`), 'utf8'))?.[1];
  return { M05: due('M05'), M06: due('M06'), M07: due('M07') };
}

/** Every file below the store and the git directory's own records: nothing half-done may lie about. */
function leftovers(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tmp$|unfinished/.test(path));
}

const entries = (dir: string): number =>
  readdirSync(join(dir, '.milestones/logs'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  ).length;

/** A repository with the reference project, and what it pushes to. */
async function withUpstream(): Promise<string> {
  const { dir, git } = await repositoryWith('reference');
  const upstream = await directory('upstream-');
  await gitIn(upstream).run(['init', '--quiet', '--bare', '--initial-branch=main']);
  await git.run(['remote', 'add', 'origin', upstream]);
  await git.run(['push', '--quiet', '--set-upstream', 'origin', 'main']);
  await identify(git);
  return dir;
}

describe.concurrent('the command line, killed', { timeout: 120_000 }, () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['while it writes its record', async () => ({ NODE_OPTIONS: await deadlyFiles('writeFile', 1) })],
    ['while it lays the new files down', async () => ({ NODE_OPTIONS: await deadlyFiles('writeFile', 3) })],
    ['before the first file is in place', async () => ({ NODE_OPTIONS: await deadlyFiles('rename', 1) })],
    ['between two files', async () => ({ NODE_OPTIONS: await deadlyFiles('rename', 2) })],
    ['before the last file is in place', async () => ({ NODE_OPTIONS: await deadlyFiles('rename', 5) })],
    ['when all is written, before it adds them', async () => ({ PATH: await deadlyGit('add', 'before') })],
    ['before its commit', async () => ({ PATH: await deadlyGit('commit', 'before') })],
    ['after its commit', async () => ({ PATH: await deadlyGit('commit', 'after') })],
    ['before its push', async () => ({ PATH: await deadlyGit('push', 'before') })],
    ['after its push', async () => ({ PATH: await deadlyGit('push', 'after') })],
  ])('%s, is finished by the same command given again, which applies once', async (_, deadly) => {
    const dir = await withUpstream();
    const git = gitIn(dir);
    const before = entries(dir);
    const command = [...COMMAND, '--commit', '--push'];
    const died = await cli(command, { cwd: dir, env: await deadly() });
    expect(died.code).toBe(-1);
    // Whatever file is there is whole.
    expect(Object.values(dues(dir)).every((due) => due !== undefined)).toBe(true);

    const next = await cli(command, { cwd: dir, now: LATER });
    expect([next.code, next.stderr.replaceAll(/An earlier run was ended in the middle of .*\n/g, '')]).toEqual([0, '']);
    expect(dues(dir)).toEqual(ONCE);
    expect(entries(dir)).toBe(before + 1);
    expect(leftovers(dir)).toEqual([]);
    expect(await git.run(['status', '--porcelain'])).toBe('');
    expect(await git.run(['rev-list', '--count', 'HEAD'])).toBe('2');
    expect(await git.run(['rev-parse', 'HEAD'])).toBe(
      await git.run(['ls-remote', 'origin', 'main']).then((text) => text.split('\t')[0]),
    );
  });

  it.each<[string, (dir: string) => Promise<void>]>([
    [
      'a later commit changes one of its files',
      async (dir) => {
        await appendFile(join(dir, '.milestones/active/M05.yaml'), '# Mine.\n');
        await gitIn(dir).run(['commit', '--quiet', '--all', '-m', 'Mine']);
      },
    ],
    [
      'a pull puts it on top of what others did to one of its files',
      async (dir) => {
        const other = gitIn(await directory('other-'));
        await other.run(['clone', '--quiet', await gitIn(dir).run(['remote', 'get-url', 'origin']), '.']);
        await identify(other);
        await appendFile(join(other.dir, '.milestones/active/M05.yaml'), '# Mine.\n');
        await other.run(['commit', '--quiet', '--all', '-m', 'Theirs']);
        await other.run(['push', '--quiet']);
        await gitIn(dir).run(['pull', '--quiet', '--rebase']);
      },
    ],
  ])('before its push, and %s: the commit stands, and is pushed', async (_, meanwhile) => {
    const dir = await withUpstream();
    const before = entries(dir);
    const env = { PATH: await deadlyGit('push', 'before') };
    expect((await cli([...COMMAND, '--commit', '--push'], { cwd: dir, env })).code).toBe(-1);
    await meanwhile(dir);
    const next = await cli(['update', 'M07', '--priority=low', '--commit'], { cwd: dir, now: LATER });
    expect([next.code, next.stderr]).toEqual([0, expect.stringContaining('its commit is pushed now')]);
    expect(dues(dir)).toEqual(ONCE);
    expect(readFileSync(join(dir, '.milestones/active/M05.yaml'), 'utf8')).toContain('# Mine.');
    expect(entries(dir)).toBe(before + 2);
    expect(leftovers(dir)).toEqual([]);
    const git = gitIn(dir);
    expect(await git.run(['status', '--porcelain'])).toBe('');
    expect(await git.run(['log', '--format=%s', '--reverse', '@{upstream}'])).toMatch(/\bM05\b/);
    expect(await git.run(['rev-list', '--count', '@{upstream}..HEAD'])).toBe('1');
  });

  it('in a plain directory, between two files: the same command finishes it, another one first finishes it and then does its own', async () => {
    for (const [command, due] of [
      [COMMAND, '2024-08-06'],
      [['update', 'M07', '--timeline=+2d', '--force'], '2024-08-08'],
    ] as const) {
      const dir = await storeIn('reference');
      const env = { NODE_OPTIONS: await deadlyFiles('rename', 2) };
      expect((await cli(COMMAND, { cwd: dir, env })).code).toBe(-1);
      const look = await cli(['status', '--json'], { cwd: dir });
      expect([look.code, look.stderr]).toEqual([
        0,
        expect.stringMatching(/^An earlier run was ended .* finishes it\.\n$/),
      ]);
      const next = await cli(command, { cwd: dir, now: LATER });
      expect([next.code, next.stderr]).toEqual([0, expect.stringContaining('its files are written now')]);
      expect(/earlier run that ended before it could answer/.test(next.stdout)).toBe(command === COMMAND);
      expect(dues(dir)).toEqual({ ...ONCE, M07: due });
      expect(leftovers(dir)).toEqual([]);
    }
  });

  it('between two files, one of which a person edits then: what it wrote is taken back, what they wrote stays', async () => {
    const dir = await storeIn('reference');
    const env = { NODE_OPTIONS: await deadlyFiles('rename', 2) };
    expect((await cli(COMMAND, { cwd: dir, env })).code).toBe(-1);
    expect(dues(dir)).toEqual({ ...NOT_YET, M05: ONCE.M05 });
    const file = join(dir, '.milestones/active/M06.yaml');
    const theirs = `${readFileSync(file, 'utf8')}# Mine.\n`;
    await writeFile(file, theirs);
    const dry = await cli(['update', 'M07', '--priority=low', '--dry-run'], { cwd: dir });
    expect([dry.code, dues(dir)]).toEqual([0, { ...NOT_YET, M05: ONCE.M05 }]);
    const next = await cli(['update', 'M07', '--priority=low'], { cwd: dir });
    expect([next.code, next.stderr]).toEqual([0, expect.stringContaining('taken back')]);
    expect(dues(dir)).toEqual(NOT_YET);
    expect(readFileSync(file, 'utf8')).toBe(theirs);
    expect(leftovers(dir)).toEqual([]);
  });
});
