import { nodeId } from '../node-id.ts';
import type { CheckRun, Json, Repo } from '../records.ts';
import type { Urls } from './urls.ts';
import { repoApi, repoHtml } from './urls.ts';

/** A check run; `app` and `check_suite` are null, since the local GitHub keeps neither. */
export function showCheckRun(urls: Urls, repo: Repo, run: CheckRun): Json {
  const url = `${repoApi(urls, repo)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('checkRun', repo.id, run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repoHtml(urls, repo)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: null,
    pull_requests: [],
  };
}
