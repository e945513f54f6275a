import { requireRead } from '../access.ts';
import { type Call, created, listed, ok, type Routes, repoOf, text, writer } from '../call.ts';
import { HttpError, notFound, validationFailed } from '../errors.ts';
import { resolveCommit } from '../git/read.ts';
import type { CheckRun, Json, Repo } from '../records.ts';
import { showCheckRun } from '../show/check-run.ts';
import { repoHtml } from '../show/urls.ts';

const REPO = '/repos/{owner}/{repo}';
const ONE = `${REPO}/check-runs/{check_run_id}`;

export const checkRoutes: Routes = {
  [`POST ${REPO}/check-runs`]: async (call) => {
    const repo = repoOf(call);
    appOnly(call, repo);
    const { body, state } = call;
    const headSha = await resolveCommit(repo.dir, String(body['head_sha']));
    if (!headSha) throw validationFailed({ resource: 'CheckRun', field: 'head_sha', code: 'invalid' });
    const id = state.nextId();
    const run: CheckRun = {
      id,
      headSha,
      name: String(body['name']),
      status: 'queued',
      conclusion: null,
      startedAt: text(body['started_at']) ?? state.stamp(),
      completedAt: null,
      externalId: '',
      detailsUrl: `${repoHtml(call.urls, repo)}/runs/${id}`,
      title: null,
      summary: null,
      text: null,
      annotations: [],
    };
    apply(run, body, state.stamp());
    repo.checkRuns.push(run);
    return created(showCheckRun(call.urls, repo, run));
  },

  [`GET ${ONE}`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'checks');
    return ok(showCheckRun(call.urls, repo, find(repo, call)));
  },

  [`PATCH ${ONE}`]: (call) => {
    const repo = repoOf(call);
    appOnly(call, repo);
    const run = find(repo, call);
    apply(run, call.body, call.state.stamp());
    return ok(showCheckRun(call.urls, repo, run));
  },

  [`GET ${ONE}/annotations`]: (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'checks');
    const run = find(repo, call);
    const blob = `${repoHtml(call.urls, repo)}/blob/${run.headSha}`;
    return listed(call, run.annotations, (one) => ({
      start_column: null,
      end_column: null,
      title: null,
      raw_details: null,
      ...one,
      blob_href: `${blob}/${one['path']}`,
    }));
  },

  [`GET ${REPO}/commits/{ref}/check-runs`]: async (call) => {
    const repo = repoOf(call);
    requireRead(call.actor, repo, 'checks');
    const sha = await resolveCommit(repo.dir, call.params['ref'] ?? '');
    if (!sha) throw new HttpError(422, `No commit found for SHA: ${call.params['ref']}`);
    const { check_name: name, status } = call.query;
    const runs = repo.checkRuns
      .filter((run) => run.headSha === sha && (name === undefined || run.name === name))
      .filter((run) => status === undefined || run.status === status);
    const latest = call.query['filter'] === 'all' ? runs : [...new Map(runs.map((run) => [run.name, run])).values()];
    return listed(
      call,
      latest.toReversed(),
      (run) => showCheckRun(call.urls, repo, run),
      (shown) => ({ total_count: latest.length, check_runs: shown }),
    );
  },
};

/** Check runs are written by apps; a person's token is refused whatever the role. */
function appOnly(call: Call, repo: Repo): void {
  if (call.actor.user && !call.actor.permissions) throw new HttpError(403, 'You must authenticate via a GitHub App.');
  writer(call, repo, 'checks', 'write');
}

function find(repo: Repo, call: Call): CheckRun {
  const run = repo.checkRuns.find((one) => one.id === Number(call.params['check_run_id']));
  if (!run) throw notFound();
  return run;
}

/** Writes what the body names. A conclusion completes the run; annotations are added to those there are. */
function apply(run: CheckRun, body: Json, now: string): void {
  run.name = text(body['name']) ?? run.name;
  run.status = text(body['status']) ?? run.status;
  run.conclusion = text(body['conclusion']) ?? run.conclusion;
  run.startedAt = text(body['started_at']) ?? run.startedAt;
  run.externalId = text(body['external_id']) ?? run.externalId;
  run.detailsUrl = text(body['details_url']) ?? run.detailsUrl;
  if (run.conclusion !== null) run.status = 'completed';
  if (run.status === 'completed') {
    if (run.conclusion === null)
      throw validationFailed({ resource: 'CheckRun', field: 'conclusion', code: 'missing_field' });
    run.completedAt = text(body['completed_at']) ?? run.completedAt ?? now;
  }
  const output = body['output'] as Json | undefined;
  if (!output) return;
  run.title = text(output['title']) ?? run.title;
  run.summary = text(output['summary']) ?? run.summary;
  run.text = text(output['text']) ?? run.text;
  run.annotations.push(...((output['annotations'] as Json[] | undefined) ?? []));
}
