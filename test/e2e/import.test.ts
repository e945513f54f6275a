import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { type BothSides, bothSides } from './both-sides.ts';
import { type CliResult, cli, identify, json, removeDirectories, treeHash } from './command-line.ts';
import { differences } from './sides-compared.ts';

/** The command line as GitHub's peer: the remote named `origin`, a token and addresses from the environment. */
describe('the command line and GitHub', { timeout: 120_000 }, () => {
  let at: BothSides;
  let dir = '';
  let env: Record<string, string> = {};
  const M02 = '.milestones/active/M02.yaml';

  beforeAll(async () => {
    at = await bothSides({
      files: {
        '.milestones/config.yaml': 'project: {name: By hand}\n',
        '.milestones/active/M01.yaml': 'id: M01\ntitle: Here only\ntimeline: {estimated_end: 2024-09-01}\n',
      },
    });
    for (const title of ['There one', 'There two']) at.github.addMilestone(at.owner, at.name, { title });
    dir = await at.clone();
    await identify(gitIn(dir));
    const { apiUrl, graphqlUrl } = at.github;
    env = { GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: graphqlUrl, GITHUB_TOKEN: at.github.token('wanda') };
  });
  afterAll(async () => {
    await at.close();
    await removeDirectories();
  });

  const git = (...args: string[]): Promise<CliResult> => cli(args, { cwd: dir, env, now: at.now() });
  const titles = (): string[] => at.github.state.repo(at.owner, at.name).milestones.map(({ title }) => title);

  it('says what is missing: a token, a remote on GitHub, the right branch', async () => {
    const before = treeHash(dir);
    const { GITHUB_TOKEN: _, ...tokenless } = env;
    const token = await cli(['sync'], { cwd: dir, env: tokenless });
    expect([token.code, token.stderr]).toEqual([
      1,
      expect.stringMatching(/No token for GitHub is set\n {2}help: .*GITHUB_TOKEN/),
    ]);
    const wrong = await cli(['sync'], { cwd: dir, env: { ...env, GITHUB_TOKEN: 'nobody' } });
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('401')]);
    expect(wrong.stderr).not.toContain('this is a bug');
    const repository = gitIn(dir);
    await repository.run(['checkout', '--quiet', '-b', 'topic']);
    const branch = await git('sync');
    expect([branch.code, branch.stderr]).toEqual([1, expect.stringMatching(/default branch/)]);
    await repository.run(['checkout', '--quiet', 'main']);
    const url = await repository.run(['remote', 'get-url', 'origin']);
    await repository.run(['remote', 'set-url', 'origin', '/srv/git/somewhere']);
    const remote = await git('sync', '--json');
    expect([remote.code, json(remote)['refusals']]).toEqual([
      1,
      [expect.objectContaining({ message: expect.stringContaining('origin') })],
    ]);
    await repository.run(['remote', 'set-url', 'origin', url]);
    expect(treeHash(dir)).toBe(before);
  });

  it('imports what GitHub has, and tells GitHub nothing', async () => {
    const mark = at.github.requests.length;
    const imported = await git('import', '--json');
    expect([imported.code, json(imported)]).toEqual([0, expect.objectContaining({ outcome: 'applied' })]);
    expect(json(imported)['sync']).toMatchObject({ adopted: ['M02', 'M03'], told: [], conflicts: [], left: 0 });
    expect(at.writesSince(mark)).toEqual([]);
    expect(readFileSync(join(dir, M02), 'utf8')).toContain('title: There one');
    const again = await git('import');
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('Nothing to import from GitHub')]);
  });

  it('shows with --dry-run what it would do, and does nothing', async () => {
    const [before, mark] = [treeHash(dir), at.github.requests.length];
    const planned = await git('sync', '--dry-run');
    expect([planned.code, planned.stdout]).toEqual([0, expect.stringContaining('GitHub: milestone M01 created')]);
    expect([treeHash(dir), at.writesSince(mark)]).toEqual([before, []]);
  });

  it('brings both sides together, one milestone or all', async () => {
    at.github.editMilestone(at.owner, at.name, 1, { title: 'There one, renamed' });
    at.github.editMilestone(at.owner, at.name, 2, { title: 'There two, renamed' });
    const one = await git('sync', 'M02');
    expect([one.code, one.stdout]).toEqual([0, expect.stringContaining('M02')]);
    expect(readFileSync(join(dir, M02), 'utf8')).toContain('There one, renamed');
    expect(readFileSync(join(dir, '.milestones/active/M03.yaml'), 'utf8')).not.toContain('renamed');
    expect(titles()).not.toContain('Here only');
    const all = await git('sync', '--commit', '--push', '--json');
    expect([all.code, json(all)['outcome']]).toEqual([0, 'applied']);
    expect(titles()).toContain('Here only');
    const unknown = await git('sync', 'M99');
    expect([unknown.code, unknown.stdout + unknown.stderr]).toEqual([
      1,
      expect.stringContaining('There is no milestone `M99`'),
    ]);
  });

  it('leaves what both changed alone until somebody says who is right', async () => {
    at.github.editMilestone(at.owner, at.name, 1, { title: 'Theirs' });
    expect((await git('update', 'M02', '--timeline=2024-10-10')).code).toBe(0);
    const file = join(dir, M02);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Ours'));
    const asked = await git('sync');
    expect([asked.code, asked.stdout]).toEqual([0, expect.stringContaining('S-M02-title')]);
    expect(asked.stdout).toContain('the title is "Ours" in the store and "Theirs" on GitHub');
    expect(readFileSync(join(dir, 'STATUS.md'), 'utf8')).toMatch(
      /## Conflicts with GitHub[\s\S]*S-M02-title[\s\S]*Resolve the conflict S-M02-title/,
    );
    expect(json(await git('status', '--json'))['conflicts']).toEqual([
      expect.objectContaining({ id: 'S-M02-title', type: 'sync-field', milestones: ['M02'] }),
    ]);
    const solved = await git('sync', '--prefer=store');
    expect([solved.code, solved.stdout]).toEqual([0, expect.stringContaining('GitHub had "Theirs"')]);
    expect(titles()).toContain('Ours');
    expect(readFileSync(join(dir, 'STATUS.md'), 'utf8')).not.toContain('Conflicts with GitHub');
    const repository = gitIn(dir);
    await repository.run(['add', '--all']);
    await repository.run(['commit', '--quiet', '-m', 'Settle it']);
    await repository.run(['push', '--quiet']);
    expect(await differences(at)).toEqual([]);
    const again = await git('sync', '--json');
    expect([again.code, json(again)['outcome']]).toEqual([0, 'unchanged']);
    expect(existsSync(join(dir, '.milestones/state/github.yaml'))).toBe(true);
    expect(at.github.violations).toEqual([]);
  });
});
