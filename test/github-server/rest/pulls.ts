import { requireRead } from '../access.ts';
import { type Call, created, listed, ok, type Routes, repoOf, sorted, text, writer } from '../call.ts';
import { type FieldError, notFound, validationFailed } from '../errors.ts';
import { changedFiles, history } from '../git/history.ts';
import { resolveCommit } from '../git/read.ts';
import type { Issue, Pull, Repo } from '../records.ts';
import { showChange } from '../show/commit.ts';
import { pullSpan, showPull, showPullSimple } from '../show/pull.ts';
import { showReview } from '../show/review.ts';

const ALL = '/repos/{owner}/{repo}/pulls';
const ONE = `${ALL}/{pull_number}`;

interface Found {
  readonly issue: Issue;
  readonly pull: Pull;
}

export const pullRoutes: Routes = {
  [`GET ${ALL}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'pull-requests');
    const { state = 'open', head, base, sort = 'created' } = call.query;
    const direction = call.query['direction'] ?? (sort === 'created' ? 'desc' : 'asc');
    const wanted = pulls(repo).filter(
      ({ issue, pull }) =>
        (state === 'all' || issue.state === state) &&
        (head === undefined || head === `${pull.headRepo.owner.login}:${pull.headRef}`) &&
        (base === undefined || base === pull.baseRef),
    );
    const key = ({ issue }: Found): string =>
      sort === 'updated' ? issue.updatedAt : String(issue.number).padStart(9, '0');
    return listed(call, sorted(wanted, key, direction), ({ issue, pull }) =>
      showPullSimple(call.urls, repo, issue, pull),
    );
  },

  [`POST ${ALL}`]: async (call) => {
    const repo = repoOf(call);
    const user = writer(call, repo, 'pull-requests', 'read');
    const pull = await proposed(call, repo);
    const title = text(call.body['title']) ?? '';
    if (title.trim() === '') throw invalid({ field: 'title', code: 'missing_field' });
    const issue = call.state.addIssue(repo, { title, body: text(call.body['body']) ?? null, user }, pull);
    return created(await showPull(call.urls, repo, issue, pull));
  },

  [`GET ${ONE}`]: async (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'pull-requests');
    const { issue, pull } = findPull(repo, call);
    return ok(await showPull(call.urls, repo, issue, pull));
  },

  [`GET ${ONE}/reviews`]: async (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'pull-requests');
    const { issue, pull } = findPull(repo, call);
    return listed(call, pull.reviews, (review) => showReview(call.urls, repo, issue.number, review));
  },

  [`GET ${ONE}/files`]: async (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'pull-requests');
    const { issue, pull } = findPull(repo, call);
    const span = await pullSpan(repo, issue.number, pull);
    const files = await changedFiles(repo.dir, span.fork, span.head);
    return listed(call, files, (file) => showChange(call.urls, repo, span.head, file));
  },
};

function pulls(repo: Repo): Found[] {
  return repo.issues.flatMap((issue) => (issue.pull ? [{ issue, pull: issue.pull }] : []));
}

export function findPull(repo: Repo, call: Call): Found {
  const found = pulls(repo).find(({ issue }) => issue.number === Number(call.params['pull_number']));
  if (!found) throw notFound();
  return found;
}

/** The pull request that a body asks for, its branches found in git. A head `login:branch` means that login's fork. */
async function proposed(call: Call, repo: Repo): Promise<Pull> {
  const [baseRef, head] = [String(call.body['base']), String(call.body['head'])];
  const colon = head.indexOf(':');
  const headRef = head.slice(colon + 1);
  const owner = colon < 0 ? repo.owner.login : head.slice(0, colon);
  const headRepo = headRepository(call, repo, owner);
  const base = await resolveCommit(repo.dir, `refs/heads/${baseRef}`);
  if (!base) throw invalid({ field: 'base', code: 'invalid' });
  const headSha = headRepo && (await resolveCommit(headRepo.dir, `refs/heads/${headRef}`));
  if (!headRepo || !headSha) throw invalid({ field: 'head', code: 'invalid' });
  const open = pulls(repo).filter(({ issue }) => issue.state === 'open');
  if (open.some(({ pull }) => pull.headRepo === headRepo && pull.headRef === headRef && pull.baseRef === baseRef)) {
    throw invalid({ code: 'custom', message: `A pull request already exists for ${owner}:${headRef}.` });
  }
  const pull: Pull = {
    headRepo,
    headRef,
    baseRef,
    headSha,
    draft: call.body['draft'] === true,
    reviews: [],
    merged: null,
  };
  await pullSpan(repo, repo.issues.length + 1, pull);
  const ahead = await history(repo.dir, `${base}..${headSha}`, { max: 1 });
  if (ahead.length === 0) throw invalid({ code: 'custom', message: `No commits between ${baseRef} and ${headRef}` });
  return pull;
}

function headRepository(call: Call, repo: Repo, owner: string): Repo | undefined {
  const fork = [...call.state.repos.values()].find(
    (one) => one.parent === repo && one.owner.login.toLowerCase() === owner.toLowerCase(),
  );
  return fork ?? call.state.repos.get(`${owner}/${repo.name}`.toLowerCase());
}

function invalid(error: Partial<FieldError> & Pick<FieldError, 'code'>) {
  return validationFailed({ resource: 'PullRequest', field: 'base', ...error });
}
