import { context } from '@actions/github';
import { handEditEntries } from '../change/hand-edits.ts';
import { judgementsOf, reviewNeeds, verdictsOn } from '../change/merged.ts';
import { jobThread } from '../io/github/job-thread.ts';
import { type Push, reviewsOfCommits } from '../io/github/merged-pull.ts';
import { readTeams } from '../io/github/repo.ts';
import { JOURNALLED, journalledUpTo, storeCommits } from '../io/history.ts';
import type { Request } from '../run/request.ts';
import { carryOut } from './carry-out.ts';
import { ignored, job, log, payload, webUrl } from './job.ts';

/** A push to the default branch: edits by hand are journalled, and the pages follow. */
export async function onPush(): Promise<void> {
  const here = job();
  if (context.ref !== `refs/heads/${here.branch}`) {
    return ignored(`a push to ${context.ref}, and only ${here.branch} is written`);
  }
  const { git, branch, storeDir, client, repo } = here;
  const before = /^0*$/.test(String(payload['before'] ?? '')) ? null : String(payload['before']);
  const unjournalled: Request['unjournalled'] = async ({ base }, state) => {
    // Not the snapshot's own commit: in a pull request that is a join of both, which nobody made by hand.
    const head = base === null ? null : await git.run(['rev-parse', `refs/remotes/origin/${branch}`]);
    const known = new Set(state.journal.map(({ intent }) => intent));
    const isKnown = (sha: string): boolean => known.has(`commit:${sha}`);
    const since = head === null ? null : await journalledUpTo(git, branch, head, before, isKnown);
    if (head === null || since === null) return { entries: [], trailers: [] };
    const commits = (await storeCommits(git, since, head, storeDir)).filter(({ sha }) => !isKnown(sha));
    const judged = judgementsOf(commits, state);
    const needs = reviewNeeds(judged);
    const reviews = await reviewsOfCommits(client, repo, needs.commits, thisPush());
    const verdicts = verdictsOn(judged, reviews, await readTeams(client, needs.teams));
    const taken = new Set(state.journal.map((entry) => entry.id));
    const entries = handEditEntries(commits, webUrl(), taken, verdicts);
    // Anybody can write a trailer, so it names a commit that an entry tells of.
    const last = entries.at(-1)?.intent?.replace(/^commit:/, '');
    return { entries, trailers: last === undefined ? [] : [[JOURNALLED, last]] };
  };
  const origin = { actor: context.actor, source: `${webUrl()}/commit/${context.sha}`, now: here.now };
  const request = { id: `push:${context.sha}`, intents: [], refusals: [], origin, unjournalled, sync: 'all' as const };
  await carryOut(request, jobThread(here.client, here.repo, null, log), here);
}

function thisPush(): Push {
  const listed = (payload['commits'] ?? []) as { id?: unknown }[];
  const before = String(payload['before'] ?? '');
  return {
    actor: context.actor,
    before,
    after: context.sha,
    shas: new Set([context.sha, ...listed.map(({ id }) => String(id))]),
  };
}
