import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn } from '../../src/io/git.ts';
import { MARKER, type Proposal, propose } from './proposal.ts';
import { startProxy } from './proxy.ts';
import { checkout } from './runner.ts';
import { governed, type Stage, stage } from './stage.ts';

const [M06, M07, M08] = ['.milestones/active/M06.yaml', '.milestones/active/M07.yaml', '.milestones/active/M08.yaml'];
const CONFIG = '.milestones/config.yaml';

/** A file of the governed project with texts exchanged. */
function changed(path: string, ...edits: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  let text = governed()[path] ?? '';
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  return { [path]: text };
}
const unchanged = (path: string): Record<string, string> => changed(path);
const slipped = changed(
  M06,
  ['duration: 11d', 'duration: 23d'],
  ['estimated_end: 2024-08-02', 'estimated_end: 2024-08-09'],
);
const verdicts = (pull: Proposal): unknown[] => pull.checks().map(({ conclusion, title }) => [conclusion, title]);

describe('the approvals of a pull request', () => {
  let at: Stage;
  let pull: Proposal;
  beforeAll(async () => {
    at = await stage({ files: governed() });
    // The proposal also gives others a say in the matter: the policy of the base must hold all the same.
    const files = {
      ...changed(M07, ['estimated_end: 2024-08-05', 'estimated_end: 2024-08-12']),
      ...changed(CONFIG, ['sponsor: [carol]', 'sponsor: [carol, wanda, mate]']),
    };
    pull = await propose(at, files, { author: 'wanda', branch: 'later' });
  });
  afterAll(() => at.close());

  it('are those that the default branch asks for', async () => {
    const result = await pull.run();
    expect([result.code, result.outputs['outcome']]).toEqual([0, 'valid']);
    expect(verdicts(pull)).toEqual([['action_required', 'Waiting for sponsor']]);
    expect(pull.previews()[0]?.body).toContain('What this pull request writes in config.yaml counts once it is merged');
  });

  it('are not those of the branch that the pull request is made for, if that is another', async () => {
    const { owner, name } = at;
    await at.github.commit(owner, name, {
      branch: 'lenient',
      files: changed(CONFIG, ['sponsor: [carol]', 'sponsor: [mate]']),
      author: 'wanda',
    });
    const other = await propose(at, changed(M07, ['estimated_end: 2024-08-05', 'estimated_end: 2024-08-14']), {
      ...{ author: 'wanda', branch: 'sideways', base: 'lenient' },
    });
    await at.github.addReview(owner, name, other.number, 'mate', 'APPROVED');
    await other.run('pull_request_review');
    expect(other.checks().at(-1)).toMatchObject({ conclusion: 'action_required', title: 'Waiting for sponsor' });
  });

  it('do not lapse by way of another branch that has the change already', async () => {
    const { owner, name, github } = at;
    const files = changed(M07, ['estimated_end: 2024-08-05', 'estimated_end: 2024-08-16']);
    await github.commit(owner, name, { branch: 'side', files, author: 'wanda' });
    const git = gitIn(github.state.repo(owner, name).dir);
    await git.run(['branch', 'topic', 'side']);
    const detour = await propose(at, { 'README.md': 'x\n' }, { author: 'wanda', branch: 'topic', base: 'side' });
    await detour.run();
    expect([detour.checks().at(-1), detour.previews()]).toMatchObject([
      { conclusion: 'action_required', title: 'Waiting for sponsor' },
      [],
    ]);
    const { summary } = github.state.repo(owner, name).checkRuns.at(-1) ?? {};
    expect(summary).toContain('made for side. What reaches main needs approval');
    await detour.retarget('main');
    await detour.run();
    expect(detour.checks().at(-1)?.conclusion).toBe('action_required');
    expect(detour.previews()[0]?.body).toContain('Ask **sponsor**');
  });

  it('are not given by the author, by whom the proposal names, or by a review of an older commit', async () => {
    for (const login of ['wanda', 'mate']) await at.github.addReview(at.owner, at.name, pull.number, login, 'APPROVED');
    await pull.run('pull_request_review');
    expect(pull.checks().at(-1)?.conclusion).toBe('action_required');
    await at.github.addReview(at.owner, at.name, pull.number, 'carol', 'APPROVED');
    await pull.push(changed(M08, ['estimated_end: 2024-08-08', 'estimated_end: 2024-08-15']));
    await pull.run('pull_request_review');
    expect(pull.checks().at(-1)).toMatchObject({ conclusion: 'action_required', title: 'Waiting for sponsor' });
  });

  it('are given by the sponsor’s review of the newest commit', async () => {
    await at.github.addReview(at.owner, at.name, pull.number, 'carol', 'APPROVED');
    const result = await pull.run('pull_request_review');
    expect(result.code).toBe(0);
    expect(pull.checks().at(-1)).toMatchObject({ conclusion: 'success', title: 'Approved' });
    expect(pull.previews()[0]?.body).toContain('**1 of 1**, by carol');
    expect(at.github.violations).toEqual([]);
  });
});

describe('the comment on a pull request', () => {
  let at: Stage;
  let pull: Proposal;
  const heading = (): string | undefined => pull.previews()[0]?.body.split('\n')[1];
  beforeAll(async () => {
    at = await stage({ files: governed() });
    pull = await propose(at, slipped, { author: 'wanda', branch: 'later' });
    // Somebody else's words are not taken for the comment, whatever they begin with.
    at.github.addComment(at.owner, at.name, pull.number, 'stranger', `${MARKER}\nAll is well`);
  });
  afterAll(() => at.close());
  const ours = () => at.replies().filter(({ body }) => body.startsWith(MARKER));

  it('says who slips, and so does the job summary', async () => {
    const before = pull.writes();
    const result = await pull.run();
    // The comment and the check.
    expect([ours().length, pull.writes() - before]).toEqual([1, 2]);
    const [body = ''] = ours().map((reply) => reply.body);
    expect(body).toContain('### ⚠️ 3 milestones slip; the project finishes 5 working days later, on 2024-08-12\n');
    expect(body).toContain(`${at.github.serverUrl}/${at.owner}/${at.name}/blob/refs/pull/${pull.number}/head/${M06}`);
    expect(`${MARKER}\n${result.summary}`.startsWith(body.trimEnd())).toBe(true);
  });

  it('is left alone where nothing differs, as is the check', async () => {
    const before = pull.writes();
    const result = await pull.run();
    expect([result.code, pull.writes() - before]).toEqual([0, 0]);
    expect(result.log).toContain('says so already');
  });

  it('changes in place with the next push; errors are marked on their lines and fail the run', async () => {
    await pull.push(changed(M08, ['estimated_end: 2024-08-08', 'estimated_end: 2024-02-30']));
    const result = await pull.run();
    expect([result.code, result.outputs['outcome']]).toEqual([1, 'invalid']);
    expect(result.log).toMatch(/::error title=bad-date,file=\.milestones\/active\/M08\.yaml,line=\d+/);
    expect(ours().map(({ body }) => body.split('\n')[1])).toEqual(['### ❌ 1 error in the milestones to mend']);
    expect(pull.checks().at(-1)?.conclusion).toBe('failure');
  });

  it('takes the errors back once they are mended', async () => {
    await pull.push(unchanged(M08));
    await pull.run();
    expect(ours().length).toBe(1);
    expect(ours()[0]?.body).toContain('3 milestones slip');
    expect(ours()[0]?.body).not.toContain('error');
  });

  it('is resolved once the milestones are left alone, and the check does not stand in the way', async () => {
    await pull.push({ ...unchanged(M06), 'README.md': '# Another\n' });
    await pull.run();
    expect(ours().map(({ body }) => body.split('\n')[1])).toEqual(['### ✅ Resolved: no milestone changes any more']);
    expect(pull.checks().at(-1)).toMatchObject({ conclusion: 'success', title: 'No milestone changes' });
    expect(heading()).toBe('All is well');
    expect(at.github.violations).toEqual([]);
  });

  it('is one also where GitHub takes it and answers with an error', async () => {
    const other = await propose(at, slipped, { author: 'wanda', branch: 'storm' });
    let failed = 0;
    const proxy = await startProxy(at.github, (method, url) => {
      const hit = method === 'POST' && /\/comments$/.test(url) && failed === 0;
      if (hit) failed += 1;
      return hit ? 'garbled' : 'pass';
    });
    const workspace = await checkout(proxy.github, at.owner, at.name, at.token);
    try {
      const result = await other.run('pull_request', { github: proxy.github, workspace });
      expect([result.code, failed, other.previews().length]).toEqual([0, 1, 1]);
    } finally {
      await workspace.remove();
      await proxy.close();
    }
  });

  it('is not made where no milestone changes, and holds nothing that people wrote as markup', async () => {
    const other = await propose(at, { 'README.md': '# Readme\n' }, { author: 'wanda', branch: 'readme' });
    await other.run();
    expect(other.previews()).toEqual([]);
    const title = JSON.stringify(`@everyone <script>x</script> $\{{ secrets.T }} \`id\` #1\n/milestone approve C-1`);
    await other.push(changed(M07, ['title: Deployment Pipeline', `title: ${title}`], ['8d', '9d']));
    await other.run();
    const body = other.previews()[0]?.body ?? '';
    expect(body).toContain('@\u200Beveryone &lt;script>x&lt;/script>');
    expect(body.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(/@\w|<script|#\d|^\/milestone/m);
  });
});
