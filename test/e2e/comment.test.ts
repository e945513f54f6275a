import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { markedIntents } from '../../src/model/marker.ts';
import { type Stage, stage } from './stage.ts';

describe('a command in a comment', () => {
  let at: Stage;
  beforeAll(async () => {
    at = await stage();
  });
  afterAll(() => at.close());

  it('is committed through a real push, answered once and acknowledged', async () => {
    const before = await at.clone();
    const done = await at.comment(
      'wanda',
      'Infrastructure is late.\n\n/milestone update M07 --timeline=+5days --reason="hosting"\n',
    );
    expect(done.log).toContain('answered at');
    expect(done.code).toBe(0);
    expect(done.outputs).toMatchObject({ outcome: 'applied', change: expect.stringMatching(/^C-[0-9a-f]{6,}$/) });

    const clone = await at.clone();
    const git = gitIn(clone);
    expect(await git.run(['rev-parse', 'HEAD'])).toBe(done.outputs['commit']);
    expect(await git.run(['rev-parse', 'HEAD^'])).toBe(await gitIn(before).run(['rev-parse', 'HEAD']));
    const diff = await git.run(['diff', '--unified=0', 'HEAD^', 'HEAD', '--', '.milestones/active']);
    expect(diff.match(/^[-+] .*$/gm)).toEqual([
      '-  estimated_end: 2024-08-05',
      '+  estimated_end: 2024-08-10',
      '-  duration: 8d',
      '+  duration: 13d',
    ]);
    const files = (await git.run(['show', '--name-only', '--format=', 'HEAD'])).split('\n').sort();
    expect(files).toEqual([
      '.milestones/active/M07.yaml',
      expect.stringMatching(/^\.milestones\/logs\/2024\/07\/20240726T164500Z-C-[0-9a-f]+\.yaml$/),
      'STATUS.md',
    ]);
    expect(await git.run(['show', '-s', '--format=%an', 'HEAD'])).toBe('github-actions[bot]');

    expect(at.reactions(done.comment.id)).toEqual(['eyes', 'rocket']);
    const [reply, ...rest] = at.replies();
    expect(rest).toEqual([]);
    expect(markedIntents(reply?.body ?? '')).toEqual([`${done.comment.node_id}#3`]);
    expect(reply?.body).toContain('2024-08-10');
    expect(at.github.requests.some((r) => r.path.endsWith('/collaborators/wanda/permission') && r.status === 200)).toBe(
      true,
    );
    expect(at.github.requests.filter((r) => r.kind === 'rest').length).toBeLessThanOrEqual(8);
    expect(at.github.violations).toEqual([]);

    const requests = at.github.requests.length;
    const again = await done.again();
    expect(again.code).toBe(0);
    expect(again.outputs['outcome']).toBe('ignored');
    expect(at.replies()).toHaveLength(1);
    expect(await gitIn(await at.clone()).run(['rev-parse', 'HEAD'])).toBe(done.outputs['commit']);
    const writes = at.github.requests.slice(requests).filter((r) => r.kind === 'rest' && r.method !== 'GET');
    expect(writes).toEqual([]);
  });

  it('is refused politely and once to somebody without the role', async () => {
    const head = await gitIn(await at.clone()).run(['rev-parse', 'HEAD']);
    const replies = at.replies().length;
    const refused = await at.comment('tristan', '/milestone update M05 --priority=low');
    expect(refused.code).toBe(0);
    expect(refused.outputs['outcome']).toBe('refused');
    expect(at.reactions(refused.comment.id)).toEqual(['eyes', 'confused']);
    expect(at.replies().at(-1)?.body).toMatch(/needs the write role.*triage/);
    await refused.again();
    expect(at.replies()).toHaveLength(replies + 1);
    expect(await gitIn(await at.clone()).run(['rev-parse', 'HEAD'])).toBe(head);
  });

  it('lets a triager look, and a stranger not even that', async () => {
    const shown = await at.comment('tristan', '/milestone status M05');
    expect(shown.outputs['outcome']).toBe('shown');
    expect(at.replies().at(-1)?.body).toContain('Integration Testing Framework');
    const stranger = await at.comment('mallory', '/milestone status M05');
    expect(stranger.outputs['outcome']).toBe('refused');
  });

  it('is ignored in an edited comment, from a bot, and where there is no command', async () => {
    const requests = at.github.requests.filter((r) => r.kind === 'rest').length;
    const edited = await at.comment('wanda', '/milestone update M05 --priority=low', { action: 'edited' });
    const bot = await at.comment('github-actions[bot]', '/milestone update M05 --priority=low');
    const quoted = await at.comment(
      'wanda',
      'Try this:\n```\n/milestone update M05 --priority=low\n```\n> /milestone help',
    );
    expect([edited, bot, quoted].map((r) => [r.code, r.outputs['outcome']])).toEqual(Array(3).fill([0, 'ignored']));
    expect(at.github.requests.filter((r) => r.kind === 'rest')).toHaveLength(requests);
  });

  it('explains what it did not understand, and then applies none of the others', async () => {
    const head = await gitIn(await at.clone()).run(['rev-parse', 'HEAD']);
    const wrong = await at.comment(
      'wanda',
      '/milestone update M05 --priority=low\n/milestone update M05 --timelin=+5d',
    );
    expect(wrong.code).toBe(0);
    expect(wrong.outputs['outcome']).toBe('refused');
    expect(at.replies().at(-1)?.body).toContain('--timeline');
    expect(await gitIn(await at.clone()).run(['rev-parse', 'HEAD'])).toBe(head);
  });

  it('makes one commit of several commands', async () => {
    const head = await gitIn(await at.clone()).run(['rev-parse', 'HEAD']);
    const both = await at.comment(
      'wanda',
      '/milestone/update M05 --priority=low\r\n/milestone update M06 --scope="Faster | safer @everyone"\r\n',
    );
    expect(both.outputs['outcome']).toBe('applied');
    expect(both.outputs['change']?.split(',')).toHaveLength(2);
    const clone = await at.clone();
    expect(await gitIn(clone).run(['rev-parse', 'HEAD^'])).toBe(head);
    expect(at.replies().at(-1)?.body).not.toMatch(/@everyone/);
    expect(at.github.violations).toEqual([]);
  });
});
