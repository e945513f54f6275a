import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles, fileProblem, readFiles, readText, writeFiles } from '../../src/io/files.ts';
import { gitIn } from '../../src/io/git.ts';
import { assertFree, commitTree, readTextAt, readTree } from '../../src/io/tree.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), content);
}

/** A store with one of everything. */
function everything(): void {
  put('s/config.yaml', '\uFEFFproject: {name: With a mark}\r\n');
  put('s/active/M01.yaml', 'title: One\n');
  put('s/active/ä b.yml', 'title: Ä\n');
  put('s/active/notes.txt', 'not ours');
  put('s/active/latin.yaml', Buffer.from([0x74, 0xe9]));
  put('s/active/large.yaml', 'x'.repeat(1024 * 1024 + 1));
  put('s/active/limit.yaml', 'x'.repeat(1024 * 1024));
  put('s/active/folder.yaml/inside.txt', 'inside');
  put('s/active/folder.yaml/inside.yaml', 'title: Inside\n');
  symlinkSync('M01.yaml', join(dir, 's/active/link.yaml'));
  symlinkSync('../elsewhere', join(dir, 's/completed'));
  symlinkSync('notes.txt', join(dir, 's/active/link.txt'));
}

describe('reading a store', () => {
  it('finds the same on the disk and in a commit', async () => {
    everything();
    const git = gitIn(dir);
    await git.run(['init', '--quiet', '--initial-branch=main']);
    await git.run(['-c', 'core.autocrlf=false', 'add', '--all']);
    await git.run(['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'All']);
    const found = await readFiles(join(dir, 's'));
    expect(found.map(({ path, kind }) => [path, kind])).toEqual([
      ['active/M01.yaml', 'text'],
      ['active/folder.yaml', 'is-directory'],
      ['active/folder.yaml/inside.yaml', 'text'],
      ['active/large.yaml', 'too-large'],
      ['active/latin.yaml', 'not-utf8'],
      ['active/limit.yaml', 'text'],
      ['active/link.yaml', 'is-link'],
      ['active/ä b.yml', 'text'],
      ['completed', 'is-link'],
      ['config.yaml', 'text'],
    ]);
    expect(found.at(-1)).toMatchObject({ text: '\uFEFFproject: {name: With a mark}\r\n' });
    const inGit = await readTree(git, 'HEAD', 's');
    expect(inGit.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(found);
  });
});

describe('writing files', () => {
  it('writes all of them, makes folders, and keeps permissions', async () => {
    put('a.yaml', 'old');
    const mode = statSync(join(dir, 'a.yaml')).mode;
    const writes = [
      { path: 'a.yaml', before: 'old', after: 'new' },
      { path: 'deep/er/b.yaml', before: null, after: 'made' },
    ];
    expect(await writeFiles(dir, writes)).toBe(true);
    expect([readFileSync(join(dir, 'a.yaml'), 'utf8'), await readText(join(dir, 'deep/er/b.yaml'))]).toEqual([
      'new',
      'made',
    ]);
    expect(statSync(join(dir, 'a.yaml')).mode).toBe(mode);
    expect(await writeFiles(dir, [{ path: 'a.yaml', before: 'new', after: null }])).toBe(true);
    expect(await readText(join(dir, 'a.yaml'))).toBeNull();
  });

  it('writes none where one of them is not what it was, or cannot be written', async () => {
    put('a.yaml', 'old');
    put('b.yaml', 'changed by somebody');
    const a = { path: 'a.yaml', before: 'old', after: 'new' };
    expect(await writeFiles(dir, [a, { path: 'b.yaml', before: 'old', after: 'new' }])).toBe(false);
    expect(await writeFiles(dir, [a, { path: 'c.yaml', before: 'old', after: 'new' }])).toBe(false);
    const blocked = writeFiles(dir, [a, { path: 'b.yaml/c.yaml', before: null, after: 'new' }]);
    const error = await blocked.catch((reason: unknown) => reason);
    expect(fileProblem(error)?.message).toMatch(/b\.yaml.* cannot be read or written \(\w+: (ENOTDIR|EEXIST)\)/);
    expect(readdirSync(dir).sort()).toEqual(['a.yaml', 'b.yaml']);
    expect(readFileSync(join(dir, 'a.yaml'), 'utf8')).toBe('old');
  });

  it('creates only what is not there', async () => {
    put('b.yaml', 'mine');
    const files = ['a.yaml', 'b.yaml'].map((path) => ({ path, before: null, after: 'new' }));
    await expect(createFiles(dir, files)).rejects.toThrow('b.yaml is there already');
    expect(readdirSync(dir)).toEqual(['b.yaml']);
  });

  it('leaves errors of its own to be reported as such', () => {
    expect(fileProblem(new TypeError('a mistake'))).toBeUndefined();
  });
});

describe('committing without a work tree', () => {
  it('changes what it is told to and nothing else, wherever HEAD and the index are', async () => {
    everything();
    const git = gitIn(dir);
    await git.run(['init', '--quiet', '--initial-branch=main']);
    await git.run(['-c', 'core.autocrlf=false', 'add', '--all']);
    await git.run(['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'All']);
    const parent = await git.run(['rev-parse', 'HEAD']);
    await git.run(['rm', '--quiet', '--cached', 's/config.yaml']);
    const status = await git.run(['status', '--porcelain']);
    const sha = await commitTree(git, {
      parent,
      writes: [
        { path: 's/active/M01.yaml', before: 'title: One\n', after: 'title: Uno\r\n' },
        { path: 'new [1]/ü.md', before: null, after: 'made' },
        { path: 's/active/ä b.yml', before: 'title: Ä\n', after: null },
      ],
      message: 'Subject\n\nBody\n',
      author: { name: 'A Bot', email: 'bot@example.com' },
      date: '2024-07-26T16:45:00Z',
    });
    const changed = await git.run(['diff-tree', '-r', '-z', '--name-status', '--no-commit-id', sha]);
    expect(changed.split('\0').filter(Boolean)).toEqual([
      'A',
      'new [1]/ü.md',
      'M',
      's/active/M01.yaml',
      'D',
      's/active/ä b.yml',
    ]);
    expect(await readTextAt(git, sha, 's/active/M01.yaml')).toBe('title: Uno\r\n');
    expect(await readTextAt(git, sha, 'nowhere')).toBeNull();
    expect(await git.run(['show', '-s', '--format=%an %ae %aI %P', sha])).toBe(
      `A Bot bot@example.com 2024-07-26T16:45:00${'Z'} ${parent}`.replace('Z', '+00:00'),
    );
    expect([await git.run(['rev-parse', 'HEAD']), await git.run(['status', '--porcelain'])]).toEqual([parent, status]);
    await expect(assertFree(git, parent, ['s/active/M01.yaml', 'STATUS.md'])).resolves.toBeUndefined();
    await expect(assertFree(git, parent, ['s/completed/M01.yaml'])).rejects.toThrow('s/completed is a symbolic link');
    await expect(assertFree(git, parent, ['s/active/link.txt'])).rejects.toThrow('s/active/link.txt is a symbolic');
    await expect(assertFree(git, parent, ['s/active/M01.yaml/x.md'])).rejects.toThrow(
      's/active/M01.yaml is a file, and no folder is put in its place',
    );
    await expect(assertFree(git, parent, ['s/new/x.md', 's/active'])).rejects.toThrow(
      's/active is a folder, and no file is put in its place',
    );
  });
});
