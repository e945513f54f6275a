import { describe, expect, it } from 'vitest';
import { issueCommentPayload } from '../github-server/payloads.ts';
import { bothSides } from './both-sides.ts';
import type { RunResult } from './runner.ts';
import { storeFiles } from './stage.ts';

describe('commands whose events were lost', { timeout: 120_000 }, () => {
  it('are answered once by the scheduled run, the others never', async () => {
    const at = await bothSides({ files: storeFiles('reference') });
    try {
      const { github, owner, name } = at;
      const repo = github.state.repo(owner, name);
      const ran = (result: RunResult): RunResult => {
        expect([result.code, result.log]).toEqual([0, expect.not.stringContaining('::error')]);
        return result;
      };
      const locked = Number(github.addIssue(owner, name, owner, { title: 'Locked' })['number']);
      const say = (login: string, body: string, issue = at.issue) =>
        github.addComment(owner, name, issue, login, body) as { id: number; body: string; node_id: string };
      const shift = (id: string): string => `/milestone update ${id} --timeline=+1d`;

      say('wanda', shift('M08'));
      at.later(7 * 24 * 60 + 1);
      const lost = say('wanda', `Please:\n\n${shift('M07')}`);
      const stranger = say('mallory', shift('M07'));
      say('wanda', 'Nothing to do with milestones.');
      github.addUser('helper[bot]', 'Bot');
      say('helper[bot]', shift('M06'));
      say('wanda', shift('M06'), locked);
      const edited = say('wanda', 'at first something else');
      const deleted = say('wanda', shift('M06'));
      // One whose event did arrive.
      expect((await at.comment('wanda', '/milestone status M07')).outputs['outcome']).toBe('shown');
      at.later(20);
      const record = repo.comments.find(({ id }) => id === edited.id);
      if (record) Object.assign(record, { body: shift('M06'), updatedAt: at.now() });
      repo.comments.splice(
        repo.comments.findIndex(({ id }) => id === deleted.id),
        1,
      );
      github.lock(owner, name, locked);
      say('wanda', shift('M06'));

      const due = async (id: string): Promise<string> =>
        /estimated_end: (\S+)/.exec(await at.file(`.milestones/active/${id}.yaml`))?.[1] ?? '';
      const before = await Promise.all(['M06', 'M08'].map(due));
      const first = ran(await at.schedule());
      expect(first.log.match(/Taking up/g)).toHaveLength(2);
      expect(await due('M07')).toBe('2024-08-06');
      expect(at.replies()).toHaveLength(3);
      expect(at.replies().filter(({ body }) => body.includes('Refused'))).toHaveLength(1);
      expect(at.reactions(lost.id)).toEqual(['eyes', 'rocket']);
      expect(at.reactions(stranger.id)).toEqual(['eyes', 'confused']);

      // Another schedule, and the event that was only late after all.
      ran(await at.schedule());
      const payload = issueCommentPayload({
        owner,
        repo: name,
        repository: await github.show.repo(owner, name),
        urls: github,
        issue: github.show.issue(owner, name, at.issue) as { number: number },
        comment: lost,
      });
      const late = ran(await at.deliver({ name: 'issue_comment', payload, actor: 'wanda' }));
      expect(late.outputs['outcome']).toBe('ignored');
      expect(at.replies()).toHaveLength(3);
      expect(await due('M07')).toBe('2024-08-06');
      expect(await Promise.all(['M06', 'M08'].map(due))).toEqual(before);

      // What was too young then is taken up once its own run should have come.
      at.later(20);
      expect(ran(await at.schedule()).log.match(/Taking up/g)).toHaveLength(1);
      expect(at.replies()).toHaveLength(4);
      expect(github.violations).toEqual([]);
    } finally {
      await at.close();
    }
  });
});
