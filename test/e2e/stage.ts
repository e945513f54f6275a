import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitIn } from '../../src/io/git.ts';
import { issueCommentPayload } from '../github-server/payloads.ts';
import { type GitHub, type GitHubOptions, startGitHub } from '../github-server/server.ts';
import { loadFixture } from '../load-fixture.ts';
import { checkout, ROOT, type RunResult, runAction, type Workspace } from './runner.ts';

/** A repository on the local GitHub with a store in it, people with roles, and the Action ready to be set off. */
export interface Stage {
  readonly github: GitHub;
  readonly owner: string;
  readonly name: string;
  readonly token: string;
  readonly workspace: Workspace;
  readonly issue: number;
  /** Posts a comment as a person would and delivers its event to the Action. */
  comment(login: string, body: string, more?: Partial<CommentMore>): Promise<Delivered>;
  deliver(event: {
    name: string;
    payload: unknown;
    actor?: string;
    inputs?: Record<string, string>;
    ref?: string;
    sha?: string;
    now?: string;
    /** Another token than the job's own with every permission. */
    token?: string;
    runId?: number;
    workspace?: Workspace;
    /** What the run reaches as GitHub, if not the stage's own. */
    github?: GitHub;
    path?: string;
    kill?: Promise<unknown>;
  }): Promise<RunResult>;
  /** Comments on the issue by anybody but the person, newest last. */
  replies(): { readonly body: string; readonly login: string }[];
  reactions(commentId: number): string[];
  /** A fresh clone of the default branch; removed with the stage. */
  clone(): Promise<string>;
  close(): Promise<void>;
}

interface CommentMore {
  readonly action: 'created' | 'edited';
  readonly onPullRequest: boolean;
  /** Number of another issue or pull request than the stage's. */
  readonly issue: number;
  readonly token: string;
  readonly now: string;
  readonly github: GitHub;
  readonly workspace: Workspace;
  readonly path: string;
  readonly kill: Promise<unknown>;
  readonly inputs: Record<string, string>;
}

export interface Delivered extends RunResult {
  readonly comment: { readonly id: number; readonly node_id: string };
  /** The same event once more, on the stage as it is. */
  again(more?: { now?: string; workspace?: Workspace }): Promise<RunResult>;
}

export const NOW = '2024-07-26T16:45:00Z';

/** Files of a fixture's store by their path in a repository. */
export function storeFiles(fixture: string): Record<string, string> {
  return Object.fromEntries(
    loadFixture(fixture).flatMap((file) => (file.kind === 'text' ? [[`.milestones/${file.path}`, file.text]] : [])),
  );
}

/** The reference project under the reference's own approval rules: sponsor (carol) above two days, finance (dave) for money. */
export function governed(): Record<string, string> {
  const files = storeFiles('reference');
  const rules = readFileSync(join(ROOT, 'test/fixtures/reference/approvals.yaml'), 'utf8');
  return apart({ ...files, '.milestones/config.yaml': `${files['.milestones/config.yaml']}${rules}` });
}

/** The store with the synchronisation switched off, for tests that are about something else and count commits and requests. */
function apart(files: Record<string, string>): Record<string, string> {
  const path = '.milestones/config.yaml';
  const config = files[path] ?? '';
  return /^sync:/m.test(config) ? files : { ...files, [path]: `${config}sync: {enabled: false}\n` };
}

export async function stage(
  options: {
    fixture?: string;
    files?: Record<string, string>;
    now?: string;
    /** True to leave the synchronisation with GitHub as the store has it. */
    sync?: boolean;
    server?: GitHubOptions;
  } = {},
): Promise<Stage> {
  const now = options.now ?? NOW;
  const github = await startGitHub(options.server);
  const [owner, name] = [`owner-${randomBytes(3).toString('hex')}`, 'project'];
  const given = options.files ?? storeFiles(options.fixture ?? 'reference');
  const files = options.sync ? given : apart(given);
  await github.createRepo({
    owner,
    name,
    files: { 'README.md': '# A project\n', ...files },
    collaborators: { wanda: 'write', tristan: 'triage', rita: 'read' },
  });
  const token = github.token(owner, { app: true });
  const issue = Number(github.addIssue(owner, name, owner, { title: 'Plan' })['number']);
  const workspace = await checkout(github, owner, name, token);
  const clones: string[] = [];
  let runId = 100;
  const deliver: Stage['deliver'] = ({ workspace: place = workspace, github: site = github, ...event }) => {
    runId += 1;
    return runAction(site, place, { owner, repo: name, token, actor: owner, now, runId, ...event });
  };
  return {
    github,
    owner,
    name,
    token,
    workspace,
    issue,
    deliver,
    async comment(login, body, { issue: number = issue, action, onPullRequest, ...run } = {}) {
      const comment = github.addComment(owner, name, number, login, body);
      const payload = issueCommentPayload({
        owner,
        repo: name,
        repository: await github.show.repo(owner, name),
        urls: github,
        issue: github.show.issue(owner, name, number) as Parameters<typeof issueCommentPayload>[0]['issue'],
        comment: comment as Parameters<typeof issueCommentPayload>[0]['comment'],
        ...(action ? { action } : {}),
        ...(onPullRequest ? { onPullRequest } : {}),
      });
      const event = { name: 'issue_comment', payload, actor: login };
      const result = await deliver({ ...event, ...run });
      const again: Delivered['again'] = (other = {}) => deliver({ ...event, ...other });
      return { ...result, comment: comment as Delivered['comment'], again };
    },
    replies: () => {
      const repo = github.state.repo(owner, name);
      return repo.comments
        .filter((c) => c.user.login === 'github-actions[bot]')
        .map((c) => ({ body: c.body, login: c.user.login }));
    },
    reactions: (commentId) => {
      const repo = github.state.repo(owner, name);
      return repo.comments.find((c) => c.id === commentId)?.reactions.map((r) => r.content) ?? [];
    },
    async clone() {
      const dir = await mkdtemp(join(tmpdir(), 'clone-'));
      clones.push(dir);
      await gitIn(dir).run(['clone', '--quiet', github.cloneUrl(owner, name, token), '.']);
      return dir;
    },
    async close() {
      await workspace.remove();
      for (const dir of clones) await rm(dir, { recursive: true, force: true });
      await github.close();
    },
  };
}
