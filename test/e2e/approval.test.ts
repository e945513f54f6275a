import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { pushPayload } from '../github-server/payloads.ts';
import { governed, type Stage, stage } from './stage.ts';

describe('a change that the policy wants approved', () => {
  let at: Stage;
  let id = '';
  const head = async (): Promise<string> => gitIn(await at.clone()).run(['rev-parse', 'HEAD']);
  const due = async (milestone: string): Promise<string> => {
    const text = await gitIn(await at.clone()).run(['show', `HEAD:.milestones/active/${milestone}.yaml`]);
    return /estimated_end: (\S+)/.exec(text)?.[1] ?? '';
  };
  beforeAll(async () => {
    at = await stage({ files: governed() });
  });
  afterAll(() => at.close());

  it('is asked for, not applied, and says who has to answer', async () => {
    const asked = await at.comment('wanda', '/milestone update M05 --timeline=+5days');
    expect([asked.code, asked.outputs['outcome']]).toEqual([0, 'requested']);
    id = asked.outputs['change'] ?? '';
    expect(id).toMatch(/^C-[0-9a-f]{6,}$/);
    expect(await due('M05')).toBe('2024-07-28');
    const reply = at.replies().at(-1)?.body ?? '';
    expect(reply).toContain(`/milestone approve ${id}`);
    expect(reply).toContain('sponsor');
    const page = await gitIn(await at.clone()).run(['show', 'HEAD:STATUS.md']);
    expect(page).toContain(id);
  });

  it('is not approved by the one who asked, nor by somebody who is not asked, nor twice asked for', async () => {
    const before = await head();
    const own = await at.comment('wanda', `/milestone approve ${id}`);
    const other = await at.comment('dave', `/milestone approve ${id}`);
    const again = await at.comment('wanda', '/milestone update M05 --timeline=+5days');
    expect([own, other, again].map((r) => r.outputs['outcome'])).toEqual(['refused', 'refused', 'refused']);
    expect([own, other, again].map((r) => /refused \((.+?)\)/.exec(r.log)?.[1])).toEqual([
      'not-approver',
      'not-approver',
      'already-requested',
    ]);
    expect(await head()).toBe(before);
  });

  it('shows in a dry run of the decision what it would do, and writes nothing', async () => {
    const before = await head();
    for (const decision of ['approve', 'reject']) {
      const shown = await at.comment('carol', `/milestone ${decision} ${id} --dry-run`);
      expect([shown.code, shown.outputs['outcome'], shown.outputs['change']]).toEqual([0, 'planned', '']);
      expect(at.replies().at(-1)?.body).toContain('Nothing was written. Plan');
    }
    expect(at.replies().at(-2)?.body).toContain('2024-08-02');
    expect(await head()).toBe(before);
    const other = await at.comment('carol', `/milestone approve ${id} --plan=000000000000`);
    expect(/refused \((.+?)\)/.exec(other.log)?.[1]).toBe('stale-plan');
  });

  it('is applied by the approval, once', async () => {
    const given = await at.comment('carol', `Fine by me.\n/milestone approve ${id.toUpperCase().replace('C-', 'c-')}`);
    expect([given.code, given.outputs['outcome']]).toEqual([0, 'applied']);
    expect(await due('M05')).toBe('2024-08-02');
    const after = await head();
    await given.again();
    const late = await at.comment('carol', `/milestone approve ${id}`);
    expect(/refused \((.+?)\)/.exec(late.log)?.[1]).toBe('already-decided');
    expect(await head()).toBe(after);
  });

  it('is undone byte for byte, once', async () => {
    const before = await gitIn(await at.clone()).run(['show', 'HEAD~2:.milestones/active/M05.yaml']);
    const undone = await at.comment('wanda', `/milestone undo ${id}`);
    expect(undone.outputs['outcome']).toBe('applied');
    expect(await gitIn(await at.clone()).run(['show', 'HEAD:.milestones/active/M05.yaml'])).toBe(before);
    const twice = await at.comment('wanda', `/milestone undo ${id}`);
    expect(/refused \((.+?)\)/.exec(twice.log)?.[1]).toBe('not-undoable');
  });

  it('goes stale when the milestone changes in between', async () => {
    const asked = await at.comment('wanda', '/milestone update M07 --timeline=+4days');
    const small = await at.comment('wanda', '/milestone update M07 --timeline=+1day');
    expect([asked, small].map((r) => r.outputs['outcome'])).toEqual(['requested', 'applied']);
    const given = await at.comment('carol', `/milestone approve ${asked.outputs['change']}`);
    expect(/refused \((.+?)\)/.exec(given.log)?.[1]).toBe('stale-plan');
    expect(await due('M07')).toBe('2024-08-06');
  });

  it('needs everybody of an `all` rule, and does not count an approval whose comment was edited', async () => {
    const asked = await at.comment(
      'wanda',
      '/milestone update M06 --resources="2.5 engineers, 1 performance specialist"',
    );
    expect(asked.outputs['outcome']).toBe('requested');
    const change = asked.outputs['change'] ?? '';
    const first = await at.comment('dave', `/milestone approve ${change}`);
    expect(first.outputs['outcome']).toBe('applied');
    const repo = at.github.state.repo(at.owner, at.name);
    const evidence = repo.comments.find((c) => c.id === first.comment.id);
    if (evidence) evidence.updatedAt = '2030-01-01T00:00:00Z';
    await at.comment('carol', `/milestone approve ${change}`);
    const text = async (): Promise<string> => gitIn(await at.clone()).run(['show', 'HEAD:.milestones/active/M06.yaml']);
    expect(await text()).not.toContain('2.5');
    if (evidence) evidence.updatedAt = evidence.createdAt;
    const rejected = await at.comment('dave', `/milestone reject ${change} --reason="too dear"`);
    expect(rejected.outputs['outcome']).toBe('applied');
    const late = await at.comment('carol', `/milestone approve ${change}`);
    expect(/refused \((.+?)\)/.exec(late.log)?.[1]).toBe('already-decided');
    expect(await text()).not.toContain('2.5');
    expect(at.github.violations).toEqual([]);
  });
});

describe('a change that its pusher journals as well', () => {
  const [M07, LOGS] = ['.milestones/active/M07.yaml', '.milestones/logs/2024/07'];
  const entry = (id: string, kind: string, more: string): string =>
    `id: ${id}\nkind: ${kind}\nat: 2024-07-26T16:00:00Z\nactor: carol\nmilestones: [M07]\n${more}`;

  it('is in force unapproved, until those who are asked approve it in a comment', async () => {
    const at = await stage({ files: governed() });
    const [{ owner, name: repo, github }, git] = [at, gitIn(at.github.state.repo(at.owner, at.name).dir)];
    const head = (): Promise<string> => git.run(['rev-parse', 'main']);
    const pushed = async (files: Record<string, string>): Promise<void> => {
      const before = await head();
      await github.commit(owner, repo, { branch: 'main', files, author: 'github-actions[bot]', message: 'Tidy up' });
      const [after, repository] = [await head(), await github.show.repo(owner, repo)];
      const payload = pushPayload({ owner, repo, repository, ref: 'refs/heads/main', before, after, urls: github });
      const result = await at.deliver({ name: 'push', payload, actor: 'wanda', sha: after });
      expect(result.code).toBe(0);
    };
    const change = 'changes:\n  - {file: active/M07.yaml, path: [timeline], before: a, after: b}\n';
    await pushed({
      [M07]: (governed()[M07] ?? '').replace('estimated_end: 2024-08-05', 'estimated_end: 2024-08-30'),
      [`${LOGS}/20240726T160000Z-C-aaaaaa.yaml`]: entry('C-aaaaaa', 'applied', change),
    });
    const page = (): Promise<string> => git.run(['show', 'main:STATUS.md']);
    const id = /(C-[0-9a-f]+)[^\n]*in force unapproved/.exec(await page())?.[1] ?? '';
    expect(id).toMatch(/^C-/);

    const given =
      'approvals:\n  - {rule: Timeline impact over 2 days, outcome: given, any: [sponsor], count: 1, by: carol}\n';
    const fake = `approvals:\n  - {rule: Timeline impact over 2 days, outcome: required, any: [mallory], count: 1}\ncommands: [update M06 --priority=low]\n`;
    await pushed({
      [`${LOGS}/20240726T160000Z-C-bbbbbb.yaml`]: entry('C-bbbbbb', 'approved', `of: ${id}\n${given}`),
      [`${LOGS}/20240726T160000Z-C-cccccc.yaml`]: entry('C-cccccc', 'requested', fake),
    });
    expect(await page()).not.toContain('in force unapproved');
    const code = (log: string): string | undefined => /refused \((.+?)\)/.exec(log)?.[1];
    expect(code((await at.comment('mallory', '/milestone approve C-cccccc')).log)).toMatch(/not-permitted|stale-plan/);
    expect(code((await at.comment('rita', '/milestone approve C-cccccc')).log)).toMatch(/not-permitted|stale-plan/);
    expect(code((await at.comment('wanda', `/milestone approve ${id}`)).log)).toBe('not-approver');
    expect((await at.comment('carol', `/milestone approve ${id}`)).outputs['outcome']).toBe('applied');
    expect(code((await at.comment('carol', `/milestone approve ${id}`)).log)).toBe('already-decided');
    expect(github.violations).toEqual([]);
    await at.close();
  });
});
