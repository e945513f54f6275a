import type { Client } from './client.ts';
import { approversOfCommit, type Repo } from './repo.ts';

/** Where changes wait that the default branch does not take. */
export const PROPOSAL_BRANCH = 'git-milestone/update';

interface CommitReview {
  /** Login of who answers for it: the author of the pull request, or who pushed it. */
  readonly author: string;
  readonly approvers: readonly string[];
  /** True if this program made it, as far as GitHub can tell. */
  readonly own: boolean;
}

/** What an event tells of a push. GitHub vouches for its actor; the authors of commits are whom git was told to name. */
export interface Push {
  readonly actor: string;
  /** What the branch pointed to; not a commit where there was none. */
  readonly before: string;
  readonly after: string;
  /** Commits that it brought. */
  readonly shas: ReadonlySet<string>;
}

/** The pull request through which a commit came to its branch. */
export interface MergedPull {
  readonly number: number;
  readonly url: string;
  readonly author: string;
  /** Its newest commit: the one that reviews have to approve. */
  readonly headSha: string;
  /** True for the one in which this program gathers changes for a protected branch. */
  readonly own: boolean;
}

/**
 * The pull request that brought a commit to the default branch; null if it was pushed. One that was merged into another branch
 * does not count, as other rules hold there. Who approved it tells `approversOfCommit`.
 */
export async function pullRequestOf(client: Client, repo: Repo, sha: string): Promise<MergedPull | null> {
  const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repo,
    commit_sha: sha,
    per_page: 100,
  });
  const merged = data.filter(({ merged_at, base }) => merged_at && base.ref === base.repo.default_branch);
  const pull = merged.find((one) => one.merge_commit_sha === sha) ?? merged[0];
  if (!pull) return null;
  const { number, html_url: url, user, head, base } = pull;
  // A token of a person's may have made it, so its author does not tell. Only those who may write can push to the branch.
  const own = head.repo?.id === base.repo.id && head.ref === PROPOSAL_BRANCH;
  return { number, url, author: user?.login ?? '', headSha: head.sha, own };
}

const VIEWER = 'query { viewer { login } }';
/** Whom commits name that this program makes with git. */
const GIT_AUTHOR = 'github-actions[bot]';

/** The login behind the token; null where it cannot be told. A token of an app may not ask for it by REST. */
async function tokenLogin(client: Client): Promise<string | null> {
  try {
    return (await client.graphql<{ viewer: { login: string } }>(VIEWER)).viewer.login;
  } catch {
    return null;
  }
}

/** As many files as a comparison lists. */
const MOST_FILES = 300;

/** Whether a push adds or alters journal entries; a merge of what the branch has already brings none. True where it cannot be told. */
async function bringsEntries(client: Client, repo: Repo, { before, after }: Push): Promise<boolean> {
  try {
    const span = { ...repo, basehead: `${before}...${after}`, per_page: 1 };
    const { data } = await client.rest.repos.compareCommitsWithBasehead(span);
    const files = data.files ?? [];
    return files.length >= MOST_FILES || files.some(({ filename }) => /(^|\/)logs\/.+\.ya?ml$/i.test(filename));
  } catch {
    return true;
  }
}

/**
 * A commit that was pushed. It is this program's if it says so, or if GitHub signed it for the owner of the token, and if nobody
 * else brought it in the push at hand. Where a push brings no entries, those in its commits were on the branch before.
 */
async function reviewOfPushed(
  client: Client,
  repo: Repo,
  sha: string,
  push: Push,
  login: string | null,
): Promise<CommitReview> {
  const { data } = await client.rest.repos.getCommit({ ...repo, ref: sha, per_page: 1 });
  const author = data.author?.login ?? null;
  const signed = data.commit.verification?.verified === true && author !== null && author === login;
  const brought = push.shas.has(sha);
  const made = (author === GIT_AUTHOR || signed) && !(brought && push.actor !== login);
  const own = made || (brought && !(await bringsEntries(client, repo, push)));
  return { author: made || !brought ? (author ?? push.actor) : push.actor, approvers: [], own };
}

/**
 * Who answers for each of these commits, and who approved it: by a review of the newest commit of the pull request that brought it.
 * A commit that was pushed has been approved by nobody. `push` is the one that the run is about.
 */
export async function reviewsOfCommits(
  client: Client,
  repo: Repo,
  shas: readonly string[],
  push: Push,
): Promise<Map<string, CommitReview>> {
  const reviews = new Map<string, CommitReview>();
  let login: Promise<string | null> | undefined;
  for (const sha of shas) {
    const pull = await pullRequestOf(client, repo, sha);
    if (pull) {
      const approvers = await approversOfCommit(client, repo, pull.number, pull.headSha);
      reviews.set(sha, { author: pull.author || push.actor, approvers, own: pull.own });
    } else {
      login ??= tokenLogin(client);
      reviews.set(sha, await reviewOfPushed(client, repo, sha, push, await login));
    }
  }
  return reviews;
}
