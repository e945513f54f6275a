import { randomInt } from 'node:crypto';
import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { isObject } from './body.ts';
import { nodeId } from './node-id.ts';
import type { Json } from './records.ts';

/** What every payload needs to know. `urls` default to github.com's. */
export interface PayloadBase {
  readonly owner: string;
  readonly repo: string;
  /** The repository as the API shows it; without it the example's with other names and a random id. */
  readonly repository?: Json;
  /** Who caused the event: a login, or a user as the API shows it. Default: the owner, or the comment's author. */
  readonly sender?: string | Json;
  readonly urls?: { readonly serverUrl: string; readonly apiUrl: string };
}

export interface CommentPayload extends PayloadBase {
  /** `created` by default; `edited` adds `changes`, as GitHub does. */
  readonly action?: 'created' | 'edited' | 'deleted';
  /** As the API shows it, or as much as matters: the rest comes from the example. */
  readonly issue: Json & { readonly number: number };
  readonly comment: Json & { readonly body: string; readonly user?: string | Json };
  /** The comment is on a pull request. Also true when `issue.pull_request` is there. */
  readonly onPullRequest?: boolean;
}

/**
 * The payload of an `issue_comment` event: GitHub's own example with the given repository, issue and comment; ids that
 * are not given are random, so that nothing comes to rely on the example's.
 */
export function issueCommentPayload(values: CommentPayload): Json {
  const payload = example(values, 'issue_comment', (one) => one['action'] === 'created');
  const author = user(payload, values.comment.user ?? values.sender ?? values.owner);
  const repoId = Number((payload['repository'] as Json)['id']);
  const { pull_request: given, ...issue } = values.issue;
  const pull = given ?? (values.onPullRequest ? pullLinks(values) : undefined);
  const [issueId, commentId] = [randomId(), randomId()];
  payload['action'] = values.action ?? 'created';
  payload['issue'] = {
    ...renumbered(payload['issue'] as Json, values.issue.number),
    // The example's issue has a milestone, labels and people that the given repository has not.
    ...{ milestone: null, labels: [], assignee: null, assignees: [] },
    id: issueId,
    node_id: nodeId(pull ? 'pull' : 'issue', repoId, issueId),
    ...issue,
    user: user(payload, (issue['user'] as string | Json | undefined) ?? values.owner),
    ...(pull !== undefined && { pull_request: pull }),
  };
  payload['comment'] = {
    ...reidentified(renumbered(payload['comment'] as Json, values.issue.number), commentId),
    node_id: nodeId('comment', repoId, commentId),
    author_association: 'NONE',
    ...values.comment,
    user: author,
  };
  payload['sender'] = user(payload, values.sender ?? author);
  if (payload['action'] === 'edited') payload['changes'] = { body: { from: 'before the edit' } };
  return payload;
}

export interface PushPayload extends PayloadBase {
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  /** Commits as GitHub lists them (`id`, `message`, `added` …), oldest first. */
  readonly commits?: readonly Json[];
}

/** The payload of a `push` event to a branch. */
export function pushPayload(values: PushPayload): Json {
  const payload = example(values, 'push', (one) => String(one['ref']).startsWith('refs/heads/'));
  const sender = user(payload, values.sender ?? values.owner);
  const commits = values.commits ?? [];
  const page = `${siteOf(values)}/${values.owner}/${values.repo}/compare/${values.before}...${values.after}`;
  const none = /^0+$/;
  return {
    ...payload,
    ref: values.ref,
    before: values.before,
    after: values.after,
    created: none.test(values.before),
    deleted: none.test(values.after),
    forced: false,
    base_ref: null,
    compare: page,
    commits,
    head_commit: commits.at(-1) ?? { ...(payload['head_commit'] as Json | null), id: values.after },
    pusher: { name: sender['login'], email: `${sender['login']}@users.noreply.github.com` },
    sender,
  };
}

export interface PullRequestPayload extends PayloadBase {
  readonly action?: 'opened' | 'synchronize' | 'reopened' | 'edited' | 'closed';
  /** As `GET /repos/{owner}/{repo}/pulls/{pull_number}` gives it. */
  readonly pullRequest: Json & { readonly number: number };
}

/** The payload of a `pull_request` event. */
export function pullRequestPayload(values: PullRequestPayload): Json {
  // The event's repository is the one that the pull request was made for.
  const target = values.pullRequest['base'];
  const own = isObject(target) && isObject(target['repo']) ? { repository: target['repo'] } : {};
  const payload = example({ ...own, ...values }, 'pull_request', (one) => one['action'] === 'opened');
  const base = renumbered(payload['pull_request'] as Json, values.pullRequest.number);
  const pull: Json = { ...reidentified(base, randomId()), ...values.pullRequest };
  return {
    ...payload,
    action: values.action ?? 'opened',
    number: values.pullRequest.number,
    pull_request: pull,
    sender: user(payload, values.sender ?? (isObject(pull['user']) ? pull['user'] : values.owner)),
  };
}

/** A copy of one of GitHub's examples, its names, addresses and repository exchanged for ours. */
export function example(values: PayloadBase, name: string, fits: (one: Json) => boolean): Json {
  const all = (examples as unknown as { name: string; examples: Json[] }[]).find((one) => one.name === name);
  const found = all?.examples.find(fits);
  if (!found) throw new Error(`@octokit/webhooks-examples has no ${name} payload that fits`);
  const { owner, name: repo } = found['repository'] as { owner: Json; name: string };
  const ownerId = randomId();
  const text = JSON.stringify(found)
    .replaceAll('https://api.github.com', values.urls?.apiUrl ?? 'https://api.github.com')
    .replaceAll('https://github.com', siteOf(values))
    .replaceAll(`${owner['login']}/${repo}`, `${values.owner}/${values.repo}`)
    .replaceAll(`"${repo}"`, `"${values.repo}"`)
    // The example's people are all its owner.
    .replaceAll(String(owner['login']), values.owner)
    .replaceAll(String(owner['node_id']), nodeId('user', ownerId))
    .replaceAll(String(owner['id']), String(ownerId));
  const copy = JSON.parse(text) as Json;
  const id = randomId();
  const old = copy['repository'] as Json;
  copy['repository'] = { ...old, id, node_id: nodeId('repository', id), name: values.repo, ...values.repository };
  return copy;
}

/** Puts the issue's own number into the links of the example, which speak of another. */
export function renumbered(thing: Json, number: number): Json {
  const links = /(\/(?:issues|pulls?)\/)\d+(?=[/.#{"])/g;
  const text = JSON.stringify(thing).replace(links, `$1${number}`);
  return { ...(JSON.parse(text) as Json), ...('number' in thing && { number }) };
}

/** Exchanges the thing's id, also where it stands in its links. */
function reidentified(thing: Json, id: number): Json {
  return JSON.parse(JSON.stringify(thing).replaceAll(String(thing['id']), String(id))) as Json;
}

/** The example's user under another login, with a random id; a user object is taken as it is. */
export function user(payload: Json, who: string | Json): Json {
  if (typeof who !== 'string') return who;
  const old = payload['sender'] as Json;
  const id = randomId();
  const text = JSON.stringify(old).replaceAll(String(old['login']), who);
  return {
    ...(JSON.parse(text) as Json),
    login: who,
    id,
    node_id: nodeId('user', id),
    type: who.endsWith('[bot]') ? 'Bot' : 'User',
  };
}

function pullLinks(values: CommentPayload): Json {
  const page = `${siteOf(values)}/${values.owner}/${values.repo}/pull/${values.issue.number}`;
  const api = `${values.urls?.apiUrl ?? 'https://api.github.com'}/repos/${values.owner}/${values.repo}`;
  return {
    url: `${api}/pulls/${values.issue.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: null,
  };
}

export function siteOf(values: PayloadBase): string {
  return values.urls?.serverUrl ?? 'https://github.com';
}

export function randomId(): number {
  return randomInt(2_000_000_000, 4_000_000_000);
}
