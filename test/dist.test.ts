import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { build, type OutputOptions } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../rolldown.config.ts';

const ROOT = join(import.meta.dirname, '..');

async function filesIn(dir: string): Promise<Map<string, Buffer>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = paths.sort().map(async (path): Promise<[string, Buffer]> => {
    return [
      path
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
      await readFile(path),
    ];
  });
  return new Map(await Promise.all(pairs));
}

/** Names of files that are not the same on both sides, with what sets them apart. */
function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  return names.flatMap((name) => {
    const [left, right] = [a.get(name), b.get(name)];
    if (!left) return [`${name}: only in the second`];
    if (!right) return [`${name}: only in the first`];
    return left.equals(right) ? [] : [`${name}: differs`];
  });
}

describe('dist/', () => {
  const scratch: string[] = [];
  let first: Map<string, Buffer>;
  let second: Map<string, Buffer>;

  async function rebuilt(): Promise<Map<string, Buffer>> {
    const dir = await mkdtemp(join(tmpdir(), 'git-milestone-dist-'));
    scratch.push(dir);
    if (Array.isArray(config) || typeof config === 'function') throw new Error('the configuration is one object');
    await build({ ...config, cwd: ROOT, output: { ...(config.output as OutputOptions), dir }, logLevel: 'warn' });
    return filesIn(dir);
  }

  beforeAll(async () => {
    first = await rebuilt();
    second = await rebuilt();
  }, 120_000);
  afterAll(() => Promise.all(scratch.map((dir) => rm(dir, { recursive: true, force: true }))));

  it('is what `npm run build` makes of the sources, byte for byte', async () => {
    expect(differences(await filesIn(join(ROOT, 'dist')), first), 'run `npm run build` and commit dist/').toEqual([]);
  });

  it('comes out the same twice', () => {
    expect(differences(first, second)).toEqual([]);
  });

  it('holds no path of the machine that built it', () => {
    const named = [...first].filter(([, bytes]) => bytes.includes(ROOT)).map(([name]) => name);
    expect(named).toEqual([]);
  });

  it('keeps the Action’s toolkit out of the command line', () => {
    const text = (name: string): string => first.get(name)?.toString('utf8') ?? '';
    const reached = new Set<string>();
    const follow = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      // Static imports, and the dynamic ones that wait for a command.
      for (const match of text(name).matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)) {
        follow(new URL(match[1] ?? '', `file:///${name}`).pathname.slice(1));
      }
    };
    follow('cli.js');
    expect(reached.size).toBeGreaterThan(5);
    expect([...reached].filter((name) => text(name).includes('node_modules/@actions/'))).toEqual([]);
    expect(text('action.js')).toContain('node_modules/@actions/core');
  });

  it('would tell a changed, a missing and a new file', () => {
    const [name = '', bytes = Buffer.alloc(0)] = [...first][0] ?? [];
    const changed = new Map(first).set(name, Buffer.concat([bytes, Buffer.from(' ')])).set('new.js', bytes);
    changed.delete('cli.js');
    expect(differences(first, changed)).toEqual(
      [...[`${name}: differs`, 'cli.js: only in the first', 'new.js: only in the second']].sort(),
    );
  });
});
