import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import {
  type CliResult,
  cli,
  directory,
  identify,
  json,
  removeDirectories,
  repositoryIn,
  repositoryWith,
  storeIn,
  treeHash,
} from './command-line.ts';

afterAll(removeDirectories);

const entriesIn = (dir: string): string[] =>
  readdirSync(join(dir, '.milestones/logs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
const dueOf = (dir: string, id: string): string =>
  /estimated_end"?: *['"]?([0-9-]+)/.exec(readFileSync(join(dir, `.milestones/active/${id}.yaml`), 'utf8'))?.[1] ?? '';

describe('looking', () => {
  it("shows the reference's matrix from data", async () => {
    const cwd = await storeIn('reference');
    const before = treeHash(cwd);
    const { code, stdout, stderr } = await cli(['status'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    // The first box; the forecast's rows begin with the same ids.
    const box = stdout.slice(0, stdout.indexOf('└'));
    const rows = box.split('\n').filter((line) => /^│ M0\d/.test(line));
    const cells = rows.map((row) =>
      row
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.map(([id, , progress, , due]) => [id, progress?.split(' ').at(-1), due])).toEqual([
      ['M01', '100%', '2024-07-15'],
      ['M02', '100%', '2024-07-18'],
      ['M03', '100%', '2024-07-22'],
      ['M04', '100%', '2024-07-25'],
      ['M05', '88%', '2024-07-28'],
      ['M06', '45%', '2024-08-02'],
      ['M07', '0%', '2024-08-05'],
      ['M08', '0%', '2024-08-08'],
    ]);
    expect(cells.slice(0, 4).map((row) => row[5])).toEqual(['+2 days', 'On time', '-1 day', 'On time']);
    expect(stdout).toMatch(/72\.1%/);
    expect(stdout).toContain('M01 → M02 → M03 → M05 → M07 → M08');
    expect(stdout).not.toContain('\u001B[');
    expect(treeHash(cwd)).toBe(before);
  });

  it('follows the data when it changes', async () => {
    const cwd = await storeIn('reference');
    const file = join(cwd, '.milestones/active/M08.yaml');
    await writeFile(file, readFileSync(file, 'utf8').replace(/^title: .*/m, 'title: Something else entirely'));
    expect((await cli(['status'], { cwd })).stdout).toContain('Something else entir');
  });

  it('prints Markdown and the published JSON', async () => {
    const cwd = await storeIn('reference');
    const page = await cli(['status', '--format=md'], { cwd });
    expect(page.stdout).toMatch(/^\| \[M05\].*88%/m);
    expect(page.stdout).toContain('```mermaid');
    const status = json(await cli(['status', '--json'], { cwd }));
    expect(status).toMatchObject({
      schema: 'git-milestone/status@1',
      project: {
        progress: 72.1,
        milestones: { total: 8, completed: 4, active: 2, blocked: 0, pending: 2, cancelled: 0 },
      },
      schedule: { length_days: 39, projected_finish: '2024-08-07', cycle: null },
    });
    expect(status['milestones']).toHaveLength(8);
    const one = json(await cli(['status', 'm05', '--json'], { cwd }));
    expect(one['milestones']).toMatchObject([{ id: 'M05', progress: 88, tasks: { total: 25, completed: 21 } }]);
  });

  it('shows one milestone, its journal, and everything there is to help', async () => {
    const cwd = await storeIn('reference');
    const focus = await cli(['status', 'M05'], { cwd });
    expect(focus.stdout).toContain('Integration Testing Framework');
    expect(focus.stdout).toMatch(/21 of 25/);
    const log = await cli(['log'], { cwd });
    expect(log.stdout).toContain('C-a5b729');
    const all = json(await cli(['log', '--json'], { cwd }))['entries'] as { milestones: string[] }[];
    const own = json(await cli(['log', 'M06', '--json'], { cwd }))['entries'] as { milestones: string[] }[];
    expect(all).toHaveLength(15);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((entry) => entry.milestones.includes('M06'))).toBe(true);
    const help = await cli(['help'], { cwd });
    for (const verb of ['update', 'status', 'log', 'validate', 'init']) expect(help.stdout).toContain(verb);
    expect((await cli(['help', 'update'], { cwd })).stdout).toContain('--timeline');
    expect((await cli(['update', '--help'], { cwd })).stdout).toContain('--timeline');
    expect((await cli(['--version'], { cwd })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(json(await cli(['help', '--json'], { cwd }))).toMatchObject({ help: expect.stringContaining('update') });
  });

  it('says in the exit code whether the store is valid', async () => {
    const good = await cli(['validate'], { cwd: await storeIn('reference') });
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to report') });
    const bad = await cli(['validate'], { cwd: await storeIn('bad-input/bad-date') });
    expect(bad.code).toBe(1);
    expect(bad.stdout).toMatch(/active\/M05\.yaml:\d+/);
    const warned = await cli(['validate', '--json'], { cwd: await storeIn('oddly-formatted') });
    expect([warned.code, json(warned)['valid']]).toEqual([0, true]);
  });

  it('refuses what it does not know with exit 2 and the nearest it does', async () => {
    const cwd = await storeIn('reference');
    const cases: [string[], string | RegExp][] = [
      [['udpate', 'M05'], /update/],
      [['update', 'M05', '--timelin=+5d'], /--timeline/],
      [['update', 'M05', '--timeline=tomorrow'], /--timeline/],
      [['status', '--dry-run'], /--dry-run/],
      [['status', '--commit'], /--commit/],
      [['update', 'M05', '--push', '--no-commit'], /--push/],
      [['--now=yesterday', 'status'], /--now/],
    ];
    const before = treeHash(cwd);
    for (const [args, expected] of cases) {
      const { code, stdout, stderr } = await cli(args, { cwd });
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(expected);
      expect(stderr).toContain('help:');
    }
    const unset = await cli(['status'], { cwd, now: 'whenever' });
    expect(unset).toMatchObject({ code: 2, stderr: expect.stringContaining('"whenever"') });
    const wrong = await cli(['udpate', '--json'], { cwd });
    expect(wrong.code).toBe(2);
    expect(json(wrong)).toMatchObject({ outcome: 'refused', plan: null, refusals: [{ code: 'unknown-verb' }] });
    expect(treeHash(cwd)).toBe(before);
  });

  it('refuses an unknown milestone with exit 1', async () => {
    const cwd = await storeIn('reference');
    for (const args of [
      ['status', 'M55'],
      ['log', 'M55'],
      ['update', 'M55', '--priority=low'],
    ]) {
      const { code, stdout, stderr } = await cli(args, { cwd });
      expect([args, code]).toEqual([args, 1]);
      expect(stdout + stderr).toMatch(/no milestone M55/);
    }
  });

  it('stays quiet when its reader goes away', async () => {
    const cwd = await storeIn('reference');
    const { stderr } = await cli(['status', '--format=md'], { cwd, closeEarly: true });
    expect(stderr).toBe('');
  });

  it('colours only where it is wanted', async () => {
    const cwd = await storeIn('reference');
    const colour = '\u001B[';
    expect((await cli(['status', '--color'], { cwd })).stdout).toContain(colour);
    expect((await cli(['status'], { cwd, env: { NO_COLOR: '1' } })).stdout).not.toContain(colour);
    expect((await cli(['status', '--no-color'], { cwd })).stdout).not.toContain(colour);
  });
});

describe('the policy', () => {
  const rule = 'approvals: [{name: Late, when: {timeline_days: {gt: 2}}, from: [carol]}]\n';
  const lax = rule.replace('gt: 2', 'gt: 200');

  it('is the one of the default branch, not of the files at hand or of another branch', async () => {
    const { dir, git } = await repositoryWith('reference');
    const policy = join(dir, '.milestones/config.yaml');
    const plain = readFileSync(policy, 'utf8');
    const settle = async (text: string): Promise<void> => {
      await writeFile(policy, `${plain}${text}`);
      await git.run(['commit', '--quiet', '-am', 'Policy']);
    };
    await settle(rule);
    await writeFile(policy, `${plain}${lax}`);
    const ask = ['update', 'M07', '--timeline=+6d', '--dry-run', '--json', '--now=2024-07-26T16:45:00Z'];
    const asked = async (): Promise<unknown> => {
      const { plan } = json(await cli(ask, { cwd: dir })) as {
        plan: { approvals: { rule: string; outcome: string }[] };
      };
      return plan.approvals.filter(({ outcome }) => outcome === 'required').map((a) => a.rule);
    };
    expect(await asked()).toEqual(['Late']);
    await git.run(['switch', '--quiet', '-c', 'mine']);
    await settle(lax);
    expect(await asked()).toEqual(['Late']);
    await git.run(['switch', '--quiet', 'main']);
    await settle(lax);
    expect(await asked()).toEqual([]);
  });
});

describe('setting up', () => {
  it('writes a store that is valid and that the next commands work on, never over a file', async () => {
    const cwd = await directory();
    const dry = await cli(['init', '--dry-run'], { cwd });
    expect([dry.code, dry.stdout]).toEqual([
      0,
      'Would write .milestones/config.yaml and .milestones/active/M01.yaml. Nothing was written.\n',
    ]);
    expect(readdirSync(cwd)).toEqual([]);
    const first = await cli(['init'], { cwd });
    expect(first.code).toBe(0);
    for (const name of ['config', 'active/M01']) {
      const [line] = readFileSync(join(cwd, `.milestones/${name}.yaml`), 'utf8').split('\n');
      expect(line).toMatch(/^# yaml-language-server: \$schema=https:.*\/(config|milestone)\.schema\.json$/);
    }
    expect((await cli(['validate'], { cwd })).code).toBe(0);
    expect((await cli(['update', 'M01', '--timeline=+5d'], { cwd })).code).toBe(0);
    const before = treeHash(cwd);
    const again = await cli(['init'], { cwd });
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('.milestones/config.yaml is there already');
    expect((await cli(['init', '--dry-run'], { cwd })).code).toBe(1);
    expect(treeHash(cwd)).toBe(before);
    const other = await directory();
    expect(json(await cli(['-C', other, 'init', '--json'], { cwd }))).toMatchObject({
      outcome: 'applied',
      files: ['.milestones/config.yaml', '.milestones/active/M01.yaml'],
    });
  });

  it('says how to begin where there is no store', async () => {
    const cwd = await directory();
    const { code, stderr } = await cli(['status'], { cwd });
    expect([code, stderr.includes('milestone init')]).toEqual([1, true]);
    expect((await cli(['-C', join(cwd, 'nowhere'), 'status'], { cwd })).stderr).toContain('There is no directory');
    await writeFile(join(cwd, 'file'), '');
    expect((await cli(['-C', join(cwd, 'file'), 'status'], { cwd })).stderr).toContain('There is no directory');
  });
});

describe('changing', () => {
  it('regenerates the dashboard, and a second time not a byte of it', async () => {
    const { dir, git } = await repositoryWith('reference');
    expect((await cli(['update'], { cwd: dir })).code).toBe(0);
    expect(await git.run(['status', '--porcelain', '--untracked-files=all'])).toBe('?? STATUS.md');
    const first = treeHash(dir);
    const again = await cli(['update'], { cwd: dir, now: '2024-07-26T23:00:00Z' });
    expect(again.code).toBe(0);
    expect(treeHash(dir)).toBe(first);
    expect(json(await cli(['update', '--json'], { cwd: dir }))).toMatchObject({ outcome: 'unchanged', change: null });
  });

  it('writes over no page but its own', async () => {
    const dir = await storeIn('reference');
    await writeFile(join(dir, 'STATUS.md'), '# What I wrote\n');
    const before = treeHash(dir);
    for (const args of [['update'], ['update', 'M07', '--timeline=+5d']]) {
      const refused = await cli(args, { cwd: dir });
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/STATUS\.md was not written by/)]);
    }
    expect(treeHash(dir)).toBe(before);
    await writeFile(join(dir, '.milestones/config.yaml'), 'dashboard: {path: MILESTONES.md}\n');
    expect((await cli(['update'], { cwd: dir })).code).toBe(0);
    expect(existsSync(join(dir, 'MILESTONES.md'))).toBe(true);
  });

  it('moves a due date each time it is asked to', async () => {
    const dir = await storeIn('reference');
    for (const due of ['2024-08-10', '2024-08-15']) {
      expect((await cli(['update', 'M07', '--timeline=+5d'], { cwd: dir })).code).toBe(0);
      expect(dueOf(dir, 'M07')).toBe(due);
    }
    expect(entriesIn(dir)).toHaveLength(17);
    expect((await cli(['validate'], { cwd: dir })).stdout).toContain('nothing to report');
  });

  // The dates are counted by hand in the fixture's README.
  it.each([
    ['2024-07-22T09:00:00Z', ['2024-07-25 → 2024-07-29', '2024-08-05 → 2024-08-07', '2024-08-13 → 2024-08-15']],
    ['2024-07-26T16:45:00Z', ['2024-08-01 → 2024-08-05', '2024-08-09 → 2024-08-13', '2024-08-19 → 2024-08-21']],
  ])('touches only the lines it must in an oddly formatted file (%s)', async (now, finishes) => {
    const { dir, git } = await repositoryWith('oddly-formatted');
    const { code, stdout } = await cli(['update', 'M05', '--timeline=+5days'], { cwd: dir, now });
    expect(code).toBe(0);
    const diff = await git.run(['diff', '--unified=0', '--', '.milestones']);
    expect(diff.match(/^[-+](?!--|\+\+).*$/gm)).toEqual([
      `-        "estimated_end":     '2024-07-26'      # agreed with the board on 1 July`,
      `+        "estimated_end":     '2024-08-05'      # agreed with the board on 1 July`,
      '-        duration   : 10d     # working days',
      '+        duration   : 15d     # working days',
    ]);
    for (const [i, id] of ['M05', 'M06', 'M07'].entries()) {
      expect(stdout).toMatch(new RegExp(`${id} .*: ${finishes[i]} `));
    }
    const added = await git.run(['ls-files', '--others', '--exclude-standard']);
    expect(added.split('\n')).toEqual([
      expect.stringMatching(/^\.milestones\/logs\/2024\/07\/.*-C-[0-9a-f]+\.yaml$/),
      'STATUS.md',
    ]);
    const status = json(await cli(['status', '--json'], { cwd: dir, now }));
    const rows = status['milestones'] as { id: string; due: string; projected_finish: string }[];
    expect(rows.map((row) => row.projected_finish)).toEqual(finishes.map((text) => text.split(' → ')[1]));
    expect(rows.map((row) => row.due)).toEqual(['2024-08-05', '2024-08-14', '2024-08-23']);
  });

  it('keeps CRLF, a file without an end and the permissions of a file', async () => {
    const { dir, git } = await repositoryWith('oddly-formatted');
    await chmod(join(dir, '.milestones/active/M06.yaml'), 0o755);
    await git.run(['commit', '--quiet', '--all', '-m', 'Executable']);
    const bulk = ['update', '--bulk', '--milestones=M06,M07', '--timeline=+5d', '--force'];
    expect((await cli(bulk, { cwd: dir })).code).toBe(0);
    const diff = await git.run(['diff', '--unified=0', '--', '.milestones']);
    expect(diff).not.toContain('old mode');
    expect(diff.match(/^[-+](?!--|\+\+)[^\n]*$/gm)).toEqual([
      `-timeline: { estimated_end: "2024-08-14",   duration: '6d'}    # one line\r`,
      `+timeline: { estimated_end: "2024-08-21",   duration: '11d'}    # one line\r`,
      '- estimated_end: 2024-08-23      # one space of indentation',
      '- duration: 6d',
      '+ estimated_end: 2024-08-30      # one space of indentation',
      '+ duration: 11d',
    ]);
    expect(readFileSync(join(dir, '.milestones/active/M07.yaml'), 'utf8')).not.toMatch(/\n$/);
    expect(entriesIn(dir)).toHaveLength(1);
  });

  it('shows in a dry run what it would do, under the hash of doing it', async () => {
    const dir = await storeIn('reference');
    const change = ['update', 'M07', '--timeline=+5d', '--priority=critical'];
    const before = treeHash(dir);
    const dry = json(await cli([...change, '--dry-run', '--json', '--actor=bob'], { cwd: dir }));
    expect(dry).toMatchObject({ outcome: 'planned', change: null, commit: null });
    expect(treeHash(dir)).toBe(before);
    const { hash, edits } = dry['plan'] as { hash: string; edits: unknown[] };
    expect(edits).toHaveLength(3);

    const stale = await cli([...change, '--plan=000000000000', '--json'], { cwd: dir });
    expect([stale.code, json(stale)]).toMatchObject([1, { outcome: 'refused', refusals: [{ code: 'stale-plan' }] }]);
    expect(treeHash(dir)).toBe(before);

    const real = json(await cli([...change, `--plan=${hash}`, '--json'], { cwd: dir, now: '2024-07-26T20:00:00Z' }));
    expect(real).toMatchObject({ outcome: 'applied', plan: { hash, edits }, change: expect.stringMatching(/^C-/) });
    const late = await cli([...change, `--plan=${hash}`], { cwd: dir });
    expect(late.code).toBe(1);
    expect(late.stdout + late.stderr).toContain('stale-plan');
  });

  it('gives every verb one JSON document', async () => {
    const dir = await storeIn('reference');
    const keys = ['outcome', 'plan', 'change', 'commit', 'diagnostics'];
    const refused = await cli(['update', 'M01', '--timeline=+5d', '--json'], { cwd: dir });
    expect(refused.code).toBe(1);
    expect(Object.keys(json(refused))).toEqual(expect.arrayContaining(keys));
    expect(json(refused)).toMatchObject({ refusals: [{ code: 'finished-milestone', hint: expect.any(String) }] });
    const unchanged = await cli(['update', 'M05', '--priority=critical', '--json'], { cwd: dir });
    const applied = await cli(['update', 'M08', '--priority=high', '--json'], { cwd: dir });
    for (const result of [unchanged, applied]) expect(Object.keys(json(result))).toEqual(expect.arrayContaining(keys));
    expect(Object.keys(json(applied)['plan'] as object)).toEqual(
      expect.arrayContaining(['hash', 'edits', 'impact', 'approvals']),
    );
    expect(json(await cli(['validate', '--json'], { cwd: dir }))).toMatchObject({ valid: true, diagnostics: [] });
    expect(json(await cli(['--version', '--json'], { cwd: dir }))).toMatchObject({ version: expect.any(String) });
    expect(json(await cli(['status', '--json'], { cwd: await directory() }))).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'not-here' }],
    });
  });

  it('journals who asked: the given actor, else git', async () => {
    const { dir, git } = await repositoryWith('reference');
    await cli(['update', 'M08', '--priority=high', '--actor=wanda', '--reason=why not'], { cwd: dir });
    await cli(['update', 'M08', '--priority=low'], { cwd: dir });
    await git.run(['config', 'github.user', 'alice-gh']);
    await cli(['update', 'M08', '--priority=high'], { cwd: dir });
    const { entries } = json(await cli(['log', 'M08', '--json'], { cwd: dir })) as {
      entries: { actor: string; reason: string; command: string; source: string }[];
    };
    const own = entries.filter((entry) => entry.source === 'cli');
    expect(own.map((entry) => entry.actor).sort()).toEqual(['Alice Example', 'alice-gh', 'wanda']);
    expect(own.find((entry) => entry.actor === 'wanda')).toMatchObject({ reason: 'why not' });
  });
});

describe('committing', () => {
  it('commits exactly its files, whatever else is staged or changed', async () => {
    const { dir, git } = await repositoryWith('reference');
    await writeFile(join(dir, 'staged.txt'), 'staged');
    await git.run(['add', 'staged.txt']);
    await writeFile(join(dir, '.milestones/active/M06.yaml'), '# mine\n', { flag: 'a' });
    await writeFile(join(dir, 'untracked.txt'), 'untracked');
    const done = json(await cli(['update', 'M07', '--timeline=+5d', '--commit', '--json'], { cwd: dir }));
    expect(done).toMatchObject({ outcome: 'applied', commit: await git.run(['rev-parse', 'HEAD']) });
    expect(await git.run(['rev-list', '--count', 'HEAD'])).toBe('2');
    const files = (await git.run(['show', '--name-only', '--format=', 'HEAD'])).split('\n');
    expect(files).toEqual(['.milestones/active/M07.yaml', expect.stringMatching(/^\.milestones\/logs\//), 'STATUS.md']);
    expect((await git.run(['status', '--porcelain'])).split('\n')).toEqual([
      ' M .milestones/active/M06.yaml',
      'A  staged.txt',
      '?? untracked.txt',
    ]);
    expect(await git.run(['show', '-s', '--format=%an', 'HEAD'])).toBe('Alice Example');
    expect(await git.run(['show', '-s', '--format=%(trailers:key=Milestone-Change,valueonly)', 'HEAD'])).toContain(
      done['change'],
    );
  });

  it('makes the first commit of a repository', async () => {
    const dir = await storeIn('reference');
    const git = await repositoryIn(dir);
    expect((await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir })).code).toBe(0);
    expect(await git.run(['rev-list', '--count', 'HEAD'])).toBe('1');
  });

  it('takes everything back when git does not make the commit', async () => {
    const { dir, git } = await repositoryWith('reference');
    await writeFile(join(dir, '.git/hooks/pre-commit'), '#!/bin/sh\necho "the hook says no" >&2\nexit 1\n', {
      mode: 0o755,
    });
    const before = treeHash(dir);
    const refused = await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('the hook says no');
    expect(refused.stderr).not.toMatch(/this is a bug|\n {4}at /);
    expect(await git.run(['status', '--porcelain'])).toBe('');
    expect(await git.run(['rev-list', '--count', 'HEAD'])).toBe('1');
    expect(treeHash(dir).length).toBe(before.length);
    expect(dueOf(dir, 'M07')).toBe('2024-08-05');
  });

  it('says that nobody is known to commit as', async () => {
    const { dir, git } = await repositoryWith('reference');
    await git.run(['config', '--unset', 'user.email']);
    await git.run(['config', 'user.useConfigOnly', 'true']);
    const refused = await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/email/);
    expect(dueOf(dir, 'M07')).toBe('2024-08-05');
  });

  it('refuses to commit in a plain directory, and otherwise works in one', async () => {
    const dir = await storeIn('reference');
    const before = treeHash(dir);
    const refused = await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir });
    expect([refused.code, /not in a git repository/.test(refused.stderr)]).toEqual([2, true]);
    expect(treeHash(dir)).toBe(before);
    expect((await cli(['update', 'M07', '--timeline=+5d'], { cwd: dir })).code).toBe(0);
    expect(existsSync(join(dir, 'STATUS.md'))).toBe(true);
  });
});

describe('pushing', () => {
  async function shared(): Promise<{ bare: string; clone: () => Promise<string> }> {
    const { dir } = await repositoryWith('reference');
    const bare = await directory('bare-');
    await gitIn(bare).run(['clone', '--quiet', '--bare', dir, '.']);
    return {
      bare,
      clone: async () => {
        const to = await directory('clone-');
        await gitIn(to).run(['clone', '--quiet', bare, '.']);
        await identify(gitIn(to));
        return to;
      },
    };
  }

  it('plans again on what another clone pushed first, and pushes that', async () => {
    const { bare, clone } = await shared();
    const [mine, theirs] = [await clone(), await clone()];
    const push = (cwd: string, args: string[]): Promise<CliResult> => cli(['update', ...args, '--push'], { cwd });
    expect((await push(theirs, ['M07', '--timeline=+5d'])).code).toBe(0);
    const second = await push(mine, ['M07', '--timeline=+2d']);
    expect([second.code, second.stderr]).toEqual([0, expect.stringContaining('Somebody else pushed first')]);
    const git = gitIn(bare);
    expect(await git.run(['rev-list', '--count', '--merges', 'main'])).toBe('0');
    expect(await git.run(['rev-list', '--count', 'main'])).toBe('3');
    expect(await git.run(['show', 'main:.milestones/active/M07.yaml'])).toContain('estimated_end: 2024-08-12');
    expect(await git.run(['rev-parse', 'main'])).toBe(await gitIn(mine).run(['rev-parse', 'HEAD']));
    expect(await gitIn(mine).run(['status', '--porcelain'])).toBe('');
    const check = await clone();
    const pageBefore = readFileSync(join(check, 'STATUS.md'), 'utf8');
    await cli(['update'], { cwd: check });
    expect(readFileSync(join(check, 'STATUS.md'), 'utf8')).toBe(pageBefore);
  });

  it('gives up at once, with nothing changed, where trying again cannot help', async () => {
    const { bare, clone } = await shared();
    await writeFile(join(bare, 'hooks/pre-receive'), '#!/bin/sh\necho "not on a Friday" >&2\nexit 1\n', {
      mode: 0o755,
    });
    const mine = await clone();
    const refused = await cli(['update', 'M07', '--timeline=+5d', '--push'], { cwd: mine });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('pre-receive hook declined');
    expect(await gitIn(mine).run(['status', '--porcelain'])).toBe('');
    expect(await gitIn(mine).run(['rev-list', '--count', 'HEAD'])).toBe('1');
    const alone = await repositoryWith('reference');
    const unpushed = await cli(['update', 'M07', '--timeline=+5d', '--push'], { cwd: alone.dir });
    expect(unpushed.code).toBe(1);
    expect(unpushed.stderr).toMatch(/nothing was changed/);
    expect(unpushed.stderr).toMatch(/git push -u origin HEAD/);
    expect(await alone.git.run(['status', '--porcelain'])).toBe('');
  });

  it('keeps the work of somebody whose branch has commits of its own', async () => {
    const { clone } = await shared();
    const [mine, theirs] = [await clone(), await clone()];
    await cli(['update', 'M07', '--timeline=+5d', '--push'], { cwd: theirs });
    await writeFile(join(mine, 'work.txt'), 'work');
    await gitIn(mine).run(['add', 'work.txt']);
    await gitIn(mine).run(['commit', '--quiet', '-m', 'Work']);
    await writeFile(join(mine, 'dirty.txt'), 'dirty');
    const refused = await cli(['update', 'M07', '--timeline=+2d', '--push'], { cwd: mine });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('git pull --rebase');
    expect(await gitIn(mine).run(['log', '-1', '--format=%s'])).toBe('Work');
    expect(await gitIn(mine).run(['status', '--porcelain'])).toBe('?? dirty.txt');
  });
});

describe('finding the store', () => {
  it('goes upward to it, but not out of the repository', async () => {
    const outer = await storeIn('reference');
    const inner = join(outer, 'repository/deep/er');
    await mkdir(inner, { recursive: true });
    expect((await cli(['status'], { cwd: inner })).code).toBe(0);
    await repositoryIn(join(outer, 'repository'));
    const { code, stderr } = await cli(['status'], { cwd: inner });
    expect([code, stderr]).toEqual([1, expect.stringContaining('no .milestones directory')]);
    const withoutGit = await cli(['status'], { cwd: inner, env: { PATH: '/nonexistent' } });
    expect(withoutGit.code).toBe(1);
  });

  it('keeps the stores of a monorepo apart', async () => {
    const { dir, git } = await repositoryWith('reference');
    await mkdir(join(dir, 'packages/odd'), { recursive: true });
    await storeIn('oddly-formatted', join(dir, 'packages/odd'));
    await git.run(['add', '--all']);
    await git.run(['commit', '--quiet', '-m', 'Second store']);
    const done = await cli(['-C', 'packages/odd', 'update', 'M05', '--timeline=+5d', '--commit'], { cwd: dir });
    expect(done.code).toBe(0);
    const files = (await git.run(['show', '--name-only', '--format=', 'HEAD'])).split('\n');
    expect(files).toEqual([
      'packages/odd/.milestones/active/M05.yaml',
      expect.stringMatching(/^packages\/odd\/\.milestones\/logs\//),
      'packages/odd/STATUS.md',
    ]);
  });

  it('works below spaces, other scripts and signs that mean something elsewhere', async () => {
    const base = await directory();
    const dir = join(base, "Projekt Größe [1]* – 日本語 $HOME 'q'");
    await mkdir(dir);
    const { git } = await repositoryWith('reference', dir);
    const done = await cli(['-C', dir, 'update', 'M07', '--timeline=+5d', '--commit'], { cwd: base });
    expect(done.stderr).toBe('');
    expect(done.code).toBe(0);
    expect(await git.run(['status', '--porcelain'])).toBe('');
    const sub = join(dir, 'über [a]');
    await mkdir(sub);
    await storeIn('oddly-formatted', sub);
    expect((await cli(['update', 'M05', '--timeline=+5d', '--commit'], { cwd: sub })).code).toBe(0);
    expect(await git.run(['-c', 'core.quotePath=false', 'show', '--name-only', '--format=', 'HEAD'])).toContain(
      'über [a]/STATUS.md',
    );
  });

  it.each(['a branch of its own', 'no branch'])('writes no generated page on %s', async (where) => {
    const { dir, git } = await repositoryWith('reference');
    await git.run(where === 'no branch' ? ['checkout', '--quiet', '--detach'] : ['checkout', '--quiet', '-b', 'topic']);
    const done = await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir });
    expect(done.code).toBe(0);
    expect(done.stdout).toContain('2024-08-10');
    expect(existsSync(join(dir, 'STATUS.md'))).toBe(false);
    expect(await git.run(['status', '--porcelain'])).toBe('');
  });

  it("takes the remote's default branch for the default one", async () => {
    const { dir, git } = await repositoryWith('reference');
    await git.run(['branch', '-m', 'trunk']);
    const clone = await directory();
    await gitIn(clone).run(['clone', '--quiet', dir, '.']);
    await identify(gitIn(clone));
    await cli(['update'], { cwd: clone });
    expect(existsSync(join(clone, 'STATUS.md'))).toBe(true);
    await gitIn(clone).run(['checkout', '--quiet', '-b', 'main']);
    await writeFile(join(clone, 'STATUS.md'), 'theirs');
    await cli(['update'], { cwd: clone });
    expect(readFileSync(join(clone, 'STATUS.md'), 'utf8')).toBe('theirs');
  });
});

describe('a machine that lacks something', () => {
  it('works without git on the PATH', async () => {
    const { dir } = await repositoryWith('reference');
    const env = { PATH: '/nonexistent' };
    expect((await cli(['status'], { cwd: dir, env })).code).toBe(0);
    const done = await cli(['update', 'M07', '--timeline=+5d', '--json'], { cwd: dir, env });
    expect([done.code, json(done)['outcome']]).toEqual([0, 'applied']);
    const refused = await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir, env });
    expect(refused.code).toBe(2);
  });

  it('works without a network or a token', async () => {
    const { dir, git } = await repositoryWith('reference');
    await git.run(['remote', 'add', 'origin', 'https://127.0.0.1:9/nobody/there.git']);
    expect((await cli(['update', 'M07', '--timeline=+5d', '--commit'], { cwd: dir })).code).toBe(0);
  });

  it.runIf(process.getuid?.() === 0)('says which file it may not write, and leaves the others', async () => {
    const dir = await storeIn('reference');
    await chmod(dir, 0o755);
    const before = treeHash(dir);
    const refused = await cli(['update', 'M07', '--timeline=+5d'], { cwd: dir, uid: 65534 });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/M07\.yaml cannot be read or written \(\w+: EACCES\)/);
    expect(refused.stderr).not.toMatch(/this is a bug|\n {4}at /);
    expect(treeHash(dir)).toBe(before);
    expect((await cli(['status'], { cwd: dir, uid: 65534 })).code).toBe(0);
  });

  it('leaves links alone, its own store among them', async () => {
    const dir = await storeIn('reference');
    const outside = await directory();
    await writeFile(join(outside, 'page.md'), '<!-- Generated by git-milestone elsewhere -->\n');
    await symlink(join(outside, 'page.md'), join(dir, 'STATUS.md'));
    const before = [treeHash(dir), treeHash(outside)];
    for (const args of [['update'], ['update', 'M07', '--timeline=+5d']]) {
      const refused = await cli(args, { cwd: dir });
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/STATUS\.md is a symbolic link/)]);
    }
    expect([treeHash(dir), treeHash(outside)]).toEqual(before);
    const linked = await storeIn('reference');
    await rename(join(linked, '.milestones/active'), join(outside, 'active'));
    await symlink(join(outside, 'active'), join(linked, '.milestones/active'));
    const check = await cli(['validate'], { cwd: linked });
    expect([check.code, check.stdout]).toEqual([1, expect.stringMatching(/symbolic link/)]);
    expect((await cli(['update'], { cwd: linked })).code).toBe(1);
  });
});

const OLD_NODE = ['/usr/local/bin', ...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin']
  .map((folder) => join(folder, 'node'))
  .filter((file) => existsSync(file))
  .find((file) => /^v2[0-3]\./.test(execFileSync(file, ['--version'], { encoding: 'utf8' })));

describe('the oldest Node that is promised', () => {
  it(OLD_NODE ? `runs on ${OLD_NODE}` : 'was NOT tried: this machine has no Node 20 to 23', async () => {
    if (!OLD_NODE) return console.warn('No Node 20 to 23 on this machine: the command line was only run on Node 24.');
    const cwd = await storeIn('reference');
    const [old, own] = [await cli(['status'], { cwd, node: OLD_NODE }), await cli(['status'], { cwd })];
    expect(old).toEqual(own);
    expect(old.code).toBe(0);
    const plan = await cli(['update', 'M07', '--timeline=+5d', '--dry-run', '--json'], { cwd, node: OLD_NODE });
    expect([plan.code, plan.stderr]).toEqual([0, '']);
    expect(json(plan)).toMatchObject({ outcome: 'planned' });
    expect((await cli(['update', 'M07', '--timeline=+5d'], { cwd, node: OLD_NODE })).code).toBe(0);
    expect((await cli(['--version'], { cwd, node: OLD_NODE })).code).toBe(0);
    const fresh = await directory();
    await cp(join(cwd, '.milestones'), join(fresh, '.milestones'), { recursive: true });
    expect((await cli(['validate'], { cwd: fresh, node: OLD_NODE })).code).toBe(0);
  });
});
