import { nodeId } from '../node-id.ts';
import type { Json, Repo, Review } from '../records.ts';
import { repoApi, type Urls } from './urls.ts';
import { showUser } from './user.ts';

export function showReview(urls: Urls, repo: Repo, number: number, review: Review): Json {
  const page = `${urls.html}/${repo.owner.login}/${repo.name}/pull/${number}`;
  const html = `${page}#pullrequestreview-${review.id}`;
  const pull = `${repoApi(urls, repo)}/pulls/${number}`;
  return {
    id: review.id,
    node_id: nodeId('review', repo.id, review.id),
    user: showUser(urls, review.user),
    body: '',
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    author_association: 'NONE',
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.at,
    commit_id: review.commit,
  };
}
