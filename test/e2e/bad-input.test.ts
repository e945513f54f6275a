import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { cli, directory, FIXTURES, identify, json, removeDirectories, treeHash } from './command-line.ts';
import { stage } from './stage.ts';

afterAll(removeDirectories);

/** What is put beside a good milestone, `GOOD`, and what has to become of commands then. */
interface Case {
  readonly code: string;
  readonly make: (store: string) => Promise<void>;
  /** True if nothing at all may be written while it is there. */
  readonly unreadable: boolean;
  readonly file: RegExp;
}

const GOOD = 'title: A good one\ntimeline:\n  estimated_end: 2024-08-09\n';
const fixture = (name: string) => async (store: string) => {
  await cp(join(FIXTURES, 'bad-input', name, '.milestones'), store, { recursive: true });
};
const written = (name: string, content: string | Buffer) => (store: string) =>
  writeFile(join(store, 'active', name), content);
const any = /active\/m?M?05\.yaml:\d+/;

const CASES: Record<string, Case> = {
  'invalid YAML': { code: 'yaml-syntax', make: fixture('invalid-yaml'), unreadable: true, file: any },
  'a duplicate key': { code: 'duplicate-key', make: fixture('duplicate-key'), unreadable: true, file: any },
  'an alias bomb': { code: 'alias-limit', make: fixture('alias-bomb'), unreadable: true, file: any },
  'conflict markers': { code: 'conflict-markers', make: fixture('conflict-markers'), unreadable: true, file: any },
  'text that is not UTF-8': { code: 'not-utf8', make: fixture('not-utf8'), unreadable: true, file: any },
  'two documents': { code: 'multiple-documents', make: fixture('multiple-documents'), unreadable: true, file: any },
  'a directory named like a file': {
    code: 'is-directory',
    make: async (store) => {
      await mkdir(join(store, 'active/M05.yaml'));
      await writeFile(join(store, 'active/M05.yaml/note.txt'), 'inside');
    },
    unreadable: true,
    file: any,
  },
  'a symbolic link': {
    code: 'is-link',
    make: (store) => symlink('/etc/passwd', join(store, 'active/M05.yaml')),
    unreadable: true,
    file: any,
  },
  'a folder that is a link': {
    code: 'is-link',
    make: (store) => symlink('../../elsewhere', join(store, 'completed')),
    unreadable: true,
    file: /completed:1/,
  },
  'a file of 2 MiB': {
    code: 'too-large',
    make: written('M05.yaml', `title: Large\n${'# 0123456789abcd\n'.repeat(131_072)}`),
    unreadable: true,
    file: any,
  },
  'an empty file': { code: 'empty-file', make: fixture('empty-file'), unreadable: false, file: any },
  'wrong types': { code: 'wrong-type', make: fixture('wrong-types'), unreadable: false, file: any },
  'an unknown status': { code: 'wrong-value', make: fixture('unknown-status'), unreadable: false, file: any },
  'a bad date': {
    code: 'bad-date',
    make: written('M05.yaml', 'title: Soon\ntimeline:\n  estimated_end: 2024-02-30\n'),
    unreadable: false,
    file: any,
  },
  'a self-dependency': { code: 'self-dependency', make: fixture('self-dependency'), unreadable: false, file: any },
  'an unknown dependency': {
    code: 'unknown-dependency',
    make: fixture('unknown-dependency'),
    unreadable: false,
    file: any,
  },
  'a cycle': { code: 'cycle', make: fixture('cycle'), unreadable: false, file: any },
  'a duplicate id': { code: 'duplicate-id', make: fixture('duplicate-id'), unreadable: false, file: /m05\.yaml:\d+/ },
  'an id of another name': {
    code: 'id-mismatch',
    make: fixture('id-mismatch'),
    unreadable: false,
    file: /active\/M06\.yaml:2/,
  },
};

async function storeWith({ make }: Case): Promise<string> {
  const dir = await directory();
  const store = join(dir, '.milestones');
  await mkdir(join(store, 'active'), { recursive: true });
  await make(store);
  await writeFile(join(store, 'active/GOOD.yaml'), GOOD);
  return dir;
}

const STACK = /\n\s+at .+:\d+|this is a bug/;

describe('a store with something wrong in it, on the command line', () => {
  it.each(Object.entries(CASES))('%s', async (_, bad) => {
    const cwd = await storeWith(bad);
    const before = treeHash(cwd);
    const checked = await cli(['validate'], { cwd });
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(`error[${bad.code}]`);
    expect(checked.stdout).toMatch(bad.file);
    expect(checked.stdout).toContain('= help:');
    expect(checked.stdout + checked.stderr).not.toMatch(STACK);

    const looked = await cli(['status'], { cwd });
    expect([looked.code, looked.stdout.includes('GOOD')]).toEqual([0, true]);
    expect(looked.stderr).toContain('validate');
    expect(treeHash(cwd)).toBe(before);

    const done = await cli(['update', 'GOOD', '--timeline=+5d', '--json'], { cwd });
    expect(done.stdout + done.stderr).not.toMatch(STACK);
    if (bad.unreadable) {
      expect(done.code).toBe(1);
      expect(json(done)).toMatchObject({
        outcome: 'refused',
        refusals: [
          {
            code: 'unreadable-store',
            hint: expect.any(String),
            diagnostics: expect.arrayContaining([expect.objectContaining({ code: bad.code })]),
          },
        ],
      });
      expect((await cli(['update'], { cwd })).code).toBe(1);
      expect(treeHash(cwd)).toBe(before);
    } else {
      expect([done.code, json(done)['outcome']]).toEqual([0, 'applied']);
      const touched = await cli(['update', 'M05', '--priority=critical'], { cwd: await storeWith(bad) });
      const allowed = bad.code === 'id-mismatch' || bad.code === 'duplicate-id' ? [0, 1] : [1];
      expect(allowed).toContain(touched.code);
      expect(touched.stdout + touched.stderr).not.toMatch(STACK);
    }
  });

  it.each([
    ['an unknown milestone', ['update', 'NOPE', '--timeline=+5d'], 1, 'unknown-milestone'],
    ['an unknown dependency', ['update', 'GOOD', '--dependencies=+NOPE'], 1, 'unknown-dependency'],
    ['a dependency on itself', ['update', 'GOOD', '--dependencies=GOOD'], 1, 'self-dependency'],
    ['a cycle', ['update', 'GOOD', '--dependencies=NEXT'], 1, 'cycle'],
    ['an empty scope', ['update', 'GOOD', '--scope='], 2, 'missing-value'],
    ['an unknown priority', ['update', 'GOOD', '--priority=urgent'], 2, 'bad-value'],
    ['a date that does not exist', ['update', 'GOOD', '--timeline=2024-02-30'], 2, 'bad-value'],
    ['a due date before the start', ['update', 'NEXT', '--timeline=2024-08-01'], 1, 'due-before-start'],
  ])('asked for %s', async (_, args, code, reason) => {
    const cwd = await directory();
    await mkdir(join(cwd, '.milestones/active'), { recursive: true });
    await writeFile(join(cwd, '.milestones/active/GOOD.yaml'), GOOD);
    await writeFile(
      join(cwd, '.milestones/active/NEXT.yaml'),
      'title: Next\ntimeline: {estimated_start: 2024-08-12, estimated_end: 2024-08-16}\ndependencies: {requires: [GOOD]}\n',
    );
    const before = treeHash(cwd);
    const result = await cli([...args, '--json'], { cwd });
    expect([result.code, json(result)]).toMatchObject([code, { outcome: 'refused', refusals: [{ code: reason }] }]);
    expect(result.stdout + result.stderr).not.toMatch(STACK);
    expect(treeHash(cwd)).toBe(before);
  });

  it('shows the members of a cycle in order, and a hint', async () => {
    const cwd = await directory();
    await cp(join(FIXTURES, 'reference/.milestones'), join(cwd, '.milestones'), { recursive: true });
    const { code, stdout } = await cli(['update', 'M05', '--dependencies=+M08'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/M05 → M07 → M08 → M05|M07 → M08 → M05 → M07|M08 → M05 → M07 → M08/);
    expect(stdout).toContain('help:');
  });
});

describe.concurrent('a store with something wrong in it, on GitHub', { timeout: 120_000 }, () => {
  // One of each that is found in another way: in the text, in the tree, between files.
  const cases = ['invalid YAML', 'a symbolic link', 'a cycle'];
  it.each(cases)('%s', async (name) => {
    const bad = CASES[name] as Case;
    const at = await stage({ files: { '.milestones/active/GOOD.yaml': GOOD } });
    try {
      const clone = await at.clone();
      const git = gitIn(clone);
      await identify(git);
      await bad.make(join(clone, '.milestones'));
      await git.run(['add', '--all']);
      await git.run(['commit', '--quiet', '-m', 'Break it']);
      await git.run(['push', '--quiet']);
      const head = await git.run(['rev-parse', 'HEAD']);
      const asked = await at.comment('wanda', '/milestone update GOOD --timeline=+5d');
      const [reply, ...more] = at.replies();
      expect(more).toEqual([]);
      expect(asked.log + reply?.body).not.toMatch(STACK);
      const now = await git.run(['ls-remote', 'origin', 'refs/heads/main']);
      if (bad.unreadable) {
        expect([asked.code, asked.outputs['outcome']]).toEqual([1, 'refused']);
        expect(reply?.body).toContain('M05.yaml');
        expect(reply?.body).toContain('cannot be read');
        expect(now).toContain(head);
        expect(at.reactions(asked.comment.id)).toEqual(['eyes', 'confused']);
        // A push and the schedule would drop the file's milestone from the dashboard.
        const sha = { ref: 'refs/heads/main', before: head, after: head };
        const pushed = await at.deliver({ name: 'push', payload: { repository: repositoryOf(at), ...sha }, sha: head });
        expect([pushed.code, pushed.outputs['outcome']]).toEqual([1, 'refused']);
        expect(await git.run(['ls-remote', 'origin', 'refs/heads/main'])).toBe(now);
      } else {
        expect([asked.code, asked.outputs['outcome']]).toEqual([0, 'applied']);
        expect(now).not.toContain(head);
      }
      expect(at.github.violations).toEqual([]);
    } finally {
      await at.close();
    }
  });

  it('a dashboard that is a link, or lies in one', async () => {
    const at = await stage();
    try {
      const clone = await at.clone();
      const git = gitIn(clone);
      await identify(git);
      const outside = await directory();
      for (const place of ['STATUS.md', 'docs']) {
        await rm(join(clone, 'STATUS.md'), { force: true });
        await symlink(outside, join(clone, place));
        if (place === 'docs') {
          await writeFile(join(clone, '.milestones/config.yaml'), 'dashboard: {path: docs/STATUS.md}\n');
        }
        await git.run(['add', '--all']);
        await git.run(['commit', '--quiet', '-m', `Link ${place}`]);
        await git.run(['push', '--quiet']);
        const head = await git.run(['ls-remote', 'origin', 'refs/heads/main']);
        const asked = await at.comment('wanda', '/milestone update M07 --timeline=+5d');
        expect(asked.code).toBe(1);
        expect(at.replies().at(-1)?.body).toMatch(
          place === 'docs' ? /docs is a symbolic link/ : /STATUS\.md was not written by/,
        );
        expect(await git.run(['ls-remote', 'origin', 'refs/heads/main'])).toBe(head);
      }
    } finally {
      await at.close();
    }
  });
});

function repositoryOf(at: { owner: string; name: string }): object {
  return { name: at.name, default_branch: 'main', owner: { login: at.owner } };
}
