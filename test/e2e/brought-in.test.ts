import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BothSides, bothSides } from './both-sides.ts';
import { governed } from './stage.ts';

describe('a change on GitHub that nobody can be named for', () => {
  let at: BothSides;
  const code = (log: string): string | undefined => /refused \((.+?)\)/.exec(log)?.[1];
  beforeAll(async () => {
    const files = governed();
    const path = '.milestones/config.yaml';
    const config = (files[path] ?? '').replace('sync: {enabled: false}\n', '');
    at = await bothSides({
      files: { ...files, [path]: config.replace('sponsor: [carol]', 'sponsor: [wanda, carol]') },
    });
    await at.schedule();
    at.later(20);
  });
  afterAll(() => at.close());

  it('is not approved by the sponsor who had it brought in, and may have made it, but by another', async () => {
    const { milestones } = at.github.state.repo(at.owner, at.name);
    const pipeline = milestones.find(({ title }) => title === 'Deployment Pipeline');
    at.github.editMilestone(at.owner, at.name, pipeline?.number ?? 0, { dueOn: '2024-09-20T12:00:00Z' });
    await at.comment('wanda', '/milestone sync');
    at.later(5);
    const page = await at.file('STATUS.md');
    const id = /(C-[0-9a-f]+)[^\n]*in force unapproved/.exec(page)?.[1] ?? '';
    expect(id).not.toBe('');
    const own = await at.comment('wanda', `/milestone approve ${id}`);
    expect([code(own.log), at.replies().at(-1)?.body]).toEqual([
      'self-approval',
      expect.stringContaining(`wanda brought ${id} in from GitHub`),
    ]);
    const other = await at.comment('carol', `/milestone approve ${id}`);
    expect([other.outputs['outcome'], code(other.log)]).toEqual(['applied', undefined]);
  });
});
