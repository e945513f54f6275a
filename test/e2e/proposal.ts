import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { gitIn } from '../../src/io/git.ts';
import type { Files } from '../github-server/git/commit.ts';
import { pullRequestPayload } from '../github-server/payloads.ts';
import type { Json } from '../github-server/records.ts';
import type { RunResult } from './runner.ts';
import type { Stage } from './stage.ts';

/** What the first line of the comment on a pull request is. */
export const MARKER = '<!-- git-milestone preview -->';

interface Options {
  readonly author: string;
  readonly branch: string;
  /** The branch is in the author's own copy of the repository. */
  readonly fork?: boolean;
  /** Branch that it is made for; default `main`. */
  readonly base?: string;
}

/** Where a run goes on, if not on the stage's own GitHub. */
type Place = Pick<Parameters<Stage['deliver']>[0], 'github' | 'workspace' | 'inputs'>;

/** A pull request on the stage, and the events that it sets off. */
export interface Proposal {
  readonly number: number;
  /** A commit on its branch; gives the SHA. */
  push(files: Files): Promise<string>;
  /** Delivers the event of the pull request; a fork's run has a token that only reads. */
  run(event?: 'pull_request' | 'pull_request_review', place?: Place): Promise<RunResult>;
  /** Turns it to another branch. */
  retarget(branch: string): Promise<void>;
  /** Delivers the event of the second workflow, with parts of the payload as given. */
  follow(forged?: { run?: Json; payload?: Json }): Promise<RunResult>;
  /** Comments on it that begin with the marker. */
  previews(): { readonly id: number; readonly body: string; readonly updatedAt: string }[];
  checks(): { readonly sha: string; readonly conclusion: string | null; readonly title: string | null }[];
  /** How many requests that write GitHub has had so far, git's aside. */
  writes(): number;
}

/** Opens a pull request with one commit of these files. */
export async function propose(at: Stage, files: Files, options: Options): Promise<Proposal> {
  const { github, owner, name } = at;
  const { author, branch, fork = false, base = 'main' } = options;
  const home = fork ? author : owner;
  if (fork && !github.state.repos.has(`${author}/${name}`.toLowerCase())) {
    const copy = await github.createRepo({ owner: author, name });
    await gitIn(github.state.repo(owner, name).dir).run(['push', '--quiet', copy.dir, 'refs/heads/main']);
  }
  const push: Proposal['push'] = (more) =>
    github.commit(home, name, { branch, files: more, author, message: 'Proposed' });
  let head = await push(files);
  const api = async (path: string, body?: unknown, method = body ? 'POST' : 'GET'): Promise<Json> => {
    const response = await fetch(`${github.apiUrl}/repos/${owner}/${name}${path}`, {
      method,
      headers: { authorization: `token ${github.token(author)}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await response.json()) as Json;
  };
  const opened = await api('/pulls', { title: 'Later', head: `${home}:${branch}`, base });
  const number = Number(opened['number']);
  const readOnly = github.token(owner, {
    app: true,
    permissions: { contents: 'read', 'pull-requests': 'read', checks: 'read' },
  });
  const repo = () => github.state.repo(owner, name);
  return {
    number,
    async push(more) {
      head = await push(more);
      return head;
    },
    async retarget(to) {
      await api(`/pulls/${number}`, { base: to }, 'PATCH');
    },
    async run(event = 'pull_request', place = {}) {
      const pullRequest = (await api(`/pulls/${number}`)) as Json & { number: number };
      const repository = await github.show.repo(owner, name);
      const payload = pullRequestPayload({ owner, repo: name, repository, urls: github, pullRequest });
      const token = fork ? { token: readOnly } : {};
      return at.deliver({ name: event, payload, actor: author, ref: `refs/pull/${number}/merge`, ...token, ...place });
    },
    async follow(forged = {}) {
      // As GitHub tells the second workflow of a fork's run: without the pull request.
      await api(`/pulls/${number}`);
      const repository = await github.show.repo(owner, name);
      const [example] =
        (examples as unknown as { name: string; examples: Json[] }[]).find((one) => one.name === 'workflow_run')
          ?.examples ?? [];
      const run = {
        ...(example?.['workflow_run'] as Json),
        ...{ event: 'pull_request', head_sha: head, head_branch: branch, pull_requests: [], repository },
        head_repository: await github.show.repo(home, name),
        ...forged.run,
      };
      const payload = { ...example, action: 'completed', repository, workflow_run: run, ...forged.payload };
      return at.deliver({ name: 'workflow_run', payload, actor: author });
    },
    previews: () => repo().comments.filter(({ issue, body }) => issue.number === number && body.startsWith(MARKER)),
    checks: () => repo().checkRuns.map(({ headSha, conclusion, title }) => ({ sha: headSha, conclusion, title })),
    writes: () => github.requests.filter(({ kind, method }) => kind !== 'git' && method !== 'GET').length,
  };
}
