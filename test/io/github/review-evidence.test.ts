import { expect, it } from 'vitest';
import { githubClient } from '../../../src/io/github/client.ts';
import { commentThread } from '../../../src/io/github/comment-thread.ts';
import type { Entry } from '../../../src/model/journal.ts';

const SHA = 'a'.repeat(40);
const given = {
  rule: 'Late',
  outcome: 'given',
  kinds: [],
  by: 'carol',
  reason: '',
  any: ['sponsor'],
  count: 1,
  all: [],
};
const edit = {
  ...{ id: 'C-aaaaaa', kind: 'edited', of: null, at: '2024-07-26T16:45:00Z', actor: 'wanda', source: null },
  ...{ intent: `commit:${SHA}`, command: null, commands: [], reason: null, summary: null, milestones: [], changes: [] },
  ...{ plan: null, approvals: [{ ...given, selfApproval: false, answerBy: null, expires: null }] },
} as Entry;

/** Why the reviews that the entry tells of do not count, on a GitHub where carol approved wanda's merged pull request. */
async function doubt(entry: Entry, review: object = {}): Promise<string | undefined> {
  const base = { ref: 'main', repo: { id: 1, default_branch: 'main' } };
  const head = { sha: 'head', ref: 'x', repo: { id: 1 } };
  const pull = {
    number: 7,
    html_url: '',
    user: { login: 'wanda' },
    merged_at: 'then',
    merge_commit_sha: SHA,
    head,
    base,
  };
  const fetch = async (url: unknown): Promise<Response> => {
    if (String(url).includes('/reviews'))
      return Response.json([{ user: { login: 'carol' }, state: 'APPROVED', commit_id: 'head', ...review }]);
    return Response.json(String(url).includes(SHA) ? [pull] : []);
  };
  const wire = { fetch: fetch as typeof globalThis.fetch, usage: () => ({ requests: 0, limits: [] }) };
  const client = githubClient({ token: 'x', apiUrl: 'https://api.github.test', log: () => {}, transport: wire });
  const repo = { owner: 'octo', repo: 'demo' };
  const place = { repo, issue: 1, commentId: 1, createdAt: '', author: 'dave', approves: () => true };
  return (await commentThread(client, place, () => {}).evidence([entry])).get(entry.id);
}

it.each<[string, Entry, object, string | undefined]>([
  ['as they were given', edit, {}, undefined],
  ['of nobody', { ...edit, intent: null }, {}, 'its commit came by no pull request'],
  ['of another commit', { ...edit, intent: `commit:${'b'.repeat(40)}` }, {}, 'its commit came by no pull request'],
  ['of somebody else’s edit', { ...edit, actor: 'dave' }, {}, 'its pull request is by wanda'],
  ['by another', edit, { user: { login: 'dave' } }, 'carol did not approve its pull request'],
  ['of an older commit', edit, { commit_id: 'older' }, 'carol did not approve its pull request'],
])('reviews that an entry tells of are read again: %s', async (_, entry, review, why) => {
  expect(await doubt(entry, review)).toBe(why);
});
