import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { githubClient } from '../../../src/io/github/client.ts';
import { storeAtCommit } from '../../../src/io/github/store-at-commit.ts';
import { RepositoryError } from '../../../src/io/repository.ts';

const text = (i: number): string => `title: Milestone ${i}\n`;
const idOf = (content: string): string => createHash('sha1').update(`blob ${content.length}\0${content}`).digest('hex');

/** A commit with so many milestones, the first of which are known; `blobs` counts the contents that were asked for. */
function reading(count: number, known = 0) {
  let blobs = 0;
  const tree = Array.from({ length: count }, (_, i) => {
    const sha = idOf(text(i));
    return { path: `active/M${i}.yaml`, mode: '100644', type: 'blob', sha, size: text(i).length };
  });
  const fetch = async (url: unknown): Promise<Response> => {
    const path = new URL(String(url)).pathname;
    if (path.includes('/git/commits/')) return Response.json({ tree: { sha: 'root' } });
    if (path.endsWith('/git/trees/root'))
      return Response.json({
        tree: [{ path: '.milestones', mode: '040000', type: 'tree', sha: 'store' }],
        truncated: false,
      });
    if (path.includes('/git/trees/')) return Response.json({ tree, truncated: false });
    blobs += 1;
    return Response.json({ content: Buffer.from('title: Read\n').toString('base64'), encoding: 'base64' });
  };
  const wire = { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: 0, limits: [] }) };
  const client = githubClient({ token: 'x', apiUrl: 'https://api.github.test', log: () => {}, transport: wire });
  const there = Array.from({ length: known }, (_, i) => ({ path: `${i}.yaml`, kind: 'text', text: text(i) }) as const);
  const files = storeAtCommit(client, { owner: 'octo', repo: 'demo' }, 'abc', '.milestones', there);
  return { files, blobs: () => blobs };
}

describe('a store that is read through the API', () => {
  it('costs a request for each file that differs, up to a bound', async () => {
    const many = reading(700, 400);
    expect((await many.files).length).toBe(700);
    expect(many.blobs()).toBe(300);
  });

  it('is refused beyond it before any of them is asked for, with what to do', async () => {
    const flood = reading(3000);
    await expect(flood.files).rejects.toThrow(RepositoryError);
    await expect(flood.files).rejects.toMatchObject({
      message: expect.stringMatching(/^3000 files of the store differ .* at most 300/),
      hint: expect.stringContaining('split the pull request'),
    });
    expect(flood.blobs()).toBe(0);
  });
});
