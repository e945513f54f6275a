import { parse } from 'yaml';
import { gitIn } from '../../src/io/git.ts';
import { readTree } from '../../src/io/tree.ts';
import { issuesPayload, milestonePayload, schedulePayload } from '../github-server/event-payloads.ts';
import { pushPayload } from '../github-server/payloads.ts';
import type { Issue, Milestone } from '../github-server/records.ts';
import { showMilestone } from '../github-server/show/issue.ts';
import type { RunResult } from './runner.ts';
import { type Stage, stage } from './stage.ts';

/** A milestone's file as anybody could read it, without anything of the program. */
export interface Filed {
  readonly path: string;
  readonly text: string;
  readonly data: Record<string, unknown> & { readonly id?: string };
}

/** The store on the server and GitHub's own side of one repository, with people who edit both and a clock that goes on. */
export interface BothSides extends Stage {
  /** The present of the server and of the runs; moved on by `later`. */
  now(): string;
  later(minutes: number): void;
  head(): Promise<string>;
  file(path: string): Promise<string>;
  /** Milestones of `active/` and `completed/` by id. */
  filed(): Promise<Map<string, Filed>>;
  milestone(number: number): Milestone;
  task(number: number): Issue;
  /** A commit by hand, straight to the default branch; a null removes the file. Gives what its push event needs. */
  byHand(change: Readonly<Record<string, (text: string) => string | null>>): Promise<{ before: string; after: string }>;
  push(span: { before: string; after: string }): Promise<RunResult>;
  schedule(): Promise<RunResult>;
  milestoneEvent(
    action: 'created' | 'edited' | 'closed' | 'opened' | 'deleted',
    number: number,
  ): () => Promise<RunResult>;
  issueEvent(action: Parameters<typeof issuesPayload>[0]['action'], number: number): () => Promise<RunResult>;
  /** Requests that wrote something since the mark, git pushes among them. */
  writesSince(mark: number): string[];
}

export async function bothSides(
  options: Parameters<typeof stage>[0] & { readonly start?: string } = {},
): Promise<BothSides> {
  let present = Date.parse(options.start ?? '2024-07-26T16:45:00Z');
  const now = (): string => new Date(present).toISOString().replace('.000Z', 'Z');
  const at = await stage({ sync: true, ...options, server: { now: () => new Date(present), ...options.server } });
  const { github, owner, name } = at;
  const repo = github.state.repo(owner, name);
  const git = gitIn(repo.dir);
  const repository = await github.show.repo(owner, name);
  const base = { owner, repo: name, urls: github, repository };
  const deliver: Stage['deliver'] = (event) => at.deliver({ now: now(), ...event });
  const head = (): Promise<string> => git.run(['rev-parse', 'main']);
  const file = async (path: string): Promise<string> => {
    const found = await git.try(['show', `main:${path}`]);
    return found.code === 0 ? found.stdout.toString('utf8') : '';
  };
  const milestone = (number: number): Milestone => {
    const found = repo.milestones.find((one) => one.number === number);
    if (!found) throw new Error(`there is no milestone ${number}`);
    return found;
  };
  return {
    ...at,
    deliver,
    comment: (login, body, more = {}) => at.comment(login, body, { now: now(), ...more }),
    now,
    later: (minutes) => {
      present += minutes * 60_000;
    },
    head,
    file,
    async filed() {
      const files = await readTree(git, await head(), '.milestones');
      return new Map(
        files.flatMap(({ path, ...found }): [string, Filed][] => {
          if (!('text' in found) || !/^(active|completed)\//.test(path)) return [];
          const data = (parse(found.text) ?? {}) as Filed['data'];
          return [[data.id ?? path.replace(/^.*\/|\.yaml$/g, ''), { path, text: found.text, data }]];
        }),
      );
    },
    milestone,
    task: (number) => github.state.issue(repo, number),
    async byHand(change) {
      const before = await head();
      const files: Record<string, string | null> = {};
      for (const [path, edit] of Object.entries(change)) {
        files[path] = edit(await file(path));
      }
      const after = await github.commit(owner, name, { files, message: 'By hand', author: 'wanda' });
      return { before, after };
    },
    async push({ before, after }) {
      const payload = pushPayload({ ...base, ref: 'refs/heads/main', before, after, sender: 'wanda' });
      return deliver({ name: 'push', payload, actor: 'wanda', ref: 'refs/heads/main', sha: after });
    },
    schedule: () =>
      deliver({ name: 'schedule', payload: schedulePayload({ owner, repo: name, urls: github, cron: '17 3 * * *' }) }),
    // The payload is as the thing was when the event was sent; it may be delivered much later, or twice.
    milestoneEvent: (action, number) => {
      const shown = showMilestone({ html: github.url, api: github.apiUrl }, repo, milestone(number));
      const payload = milestonePayload({ ...base, action, milestone: shown as never });
      return () => deliver({ name: 'milestone', payload });
    },
    issueEvent: (action, number) => {
      const payload = issuesPayload({ ...base, action, issue: github.show.issue(owner, name, number) as never });
      return () => deliver({ name: 'issues', payload });
    },
    writesSince: (mark) =>
      github.requests
        .slice(mark)
        .filter(
          ({ kind, method, path, body }) =>
            (kind === 'rest' && method !== 'GET') ||
            (kind === 'graphql' && /^\s*mutation\b/.test(String((body as { query?: string } | undefined)?.query))) ||
            path.endsWith('git-receive-pack'),
        )
        .map(({ method, path }) => `${method} ${path}`),
  };
}
