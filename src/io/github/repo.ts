import type { Role } from '../../model/config.ts';
import { ROLES } from '../../model/config.ts';
import type { Client } from './client.ts';

export interface Repo {
  readonly owner: string;
  readonly repo: string;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  /** Login; empty for a user that is gone. */
  readonly author: string;
  readonly bot: boolean;
  /** False for comments of passers-by: what they write proves nothing. */
  readonly trusted: boolean;
  readonly edited: boolean;
}

const MEMBERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

function status(error: unknown): number | undefined {
  return (error as { status?: number }).status;
}

/**
 * The commenter's role in the repository, from the API: the event's own `author_association` says nothing about write access.
 * `none` for somebody GitHub does not know there. Custom roles count as the base role that GitHub reports beside them.
 */
export async function roleOf(client: Client, repo: Repo, login: string): Promise<Role | 'none'> {
  try {
    const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ ...repo, username: login });
    const named = ROLES.find((role) => role === data.role_name);
    return named ?? ROLES.find((role) => role === data.permission) ?? 'none';
  } catch (error) {
    if (status(error) === 404) return 'none';
    throw error;
  }
}

/** Comments of an issue or pull request since an instant, oldest first. */
export async function commentsSince(client: Client, repo: Repo, issue: number, since: string): Promise<Comment[]> {
  const comments = await client.paginate(client.rest.issues.listComments, {
    ...repo,
    issue_number: issue,
    since,
    per_page: 100,
  });
  return comments.map((comment) => ({
    id: comment.id,
    body: comment.body ?? '',
    url: comment.html_url,
    author: comment.user?.login ?? '',
    bot: comment.user?.type === 'Bot',
    trusted: comment.user?.type === 'Bot' || MEMBERS.has(comment.author_association ?? ''),
    edited: comment.updated_at !== comment.created_at,
  }));
}

/** True if only collaborators may still write in the conversation of an issue or pull request; also if it is gone. */
export async function isLocked(client: Client, repo: Repo, issue: number): Promise<boolean> {
  try {
    const { data } = await client.rest.issues.get({ ...repo, issue_number: issue });
    return data.locked;
  } catch (error) {
    if (status(error) === 404 || status(error) === 410) return true;
    throw error;
  }
}

/** Adds a reaction to a comment; GitHub keeps one of each kind, so doing it again changes nothing. */
export async function react(
  client: Client,
  repo: Repo,
  commentId: number,
  content: 'eyes' | 'rocket' | 'confused',
): Promise<void> {
  await client.rest.reactions.createForIssueComment({ ...repo, comment_id: commentId, content });
}

/** Posts a comment; returns its URL. It is never repeated by itself: the failed try may have arrived. */
export async function reply(client: Client, repo: Repo, issue: number, body: string): Promise<string> {
  const { data } = await client.rest.issues.createComment({
    ...repo,
    issue_number: issue,
    body,
    request: { retries: 0 },
  });
  return data.html_url;
}

/** A comment as it is now: who wrote it, and whether it was changed since; null if it is gone. */
export async function commentNow(
  client: Client,
  repo: Repo,
  commentId: number,
): Promise<{ author: string; body: string; edited: boolean } | null> {
  try {
    const { data } = await client.rest.issues.getComment({ ...repo, comment_id: commentId });
    return { author: data.user?.login ?? '', body: data.body ?? '', edited: data.updated_at !== data.created_at };
  } catch (error) {
    if (status(error) === 404) return null;
    throw error;
  }
}

/** Lower-case logins of a team's members; null if the token may not read them. */
async function teamMembers(client: Client, org: string, team: string): Promise<ReadonlySet<string> | null> {
  try {
    const members = await client.paginate(client.rest.teams.listMembersInOrg, { org, team_slug: team, per_page: 100 });
    return new Set(members.map((member) => member.login.toLowerCase()));
  } catch (error) {
    if (status(error) === 403 || status(error) === 404) return null;
    throw error;
  }
}

/** Members of `@org/team`s by name; null for a team that may not be read. */
export async function readTeams(
  client: Client,
  names: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string> | null>> {
  const found = names.map(async (name): Promise<[string, ReadonlySet<string> | null]> => {
    const [org = '', team = ''] = name.replace(/^@/, '').split('/');
    return [name, await teamMembers(client, org, team)];
  });
  return new Map(await Promise.all(found));
}

/** Logins whose last review approves exactly this commit. A review of an earlier commit says nothing about it. */
export async function approversOfCommit(client: Client, repo: Repo, pull: number, sha: string): Promise<string[]> {
  const reviews = await client.paginate(client.rest.pulls.listReviews, { ...repo, pull_number: pull, per_page: 100 });
  const last = new Map<string, boolean>();
  for (const review of reviews) {
    if (!review.user || review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    last.set(review.user.login, review.state === 'APPROVED' && review.commit_id === sha);
  }
  return [...last].flatMap(([login, approves]) => (approves ? [login] : []));
}

/** Reports a check on a commit; false if the token may not, as it may not for forks. */
export async function reportCheck(
  client: Client,
  repo: Repo,
  check: {
    name: string;
    sha: string;
    conclusion: 'success' | 'action_required' | 'failure';
    title: string;
    summary: string;
  },
): Promise<boolean> {
  const { name, sha, conclusion, title, summary } = check;
  try {
    await client.rest.checks.create({
      ...repo,
      name,
      head_sha: sha,
      status: 'completed',
      conclusion,
      output: { title, summary },
    });
    return true;
  } catch (error) {
    if (status(error) === 403) return false;
    throw error;
  }
}
