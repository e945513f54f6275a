import * as core from '@actions/core';
import { context } from '@actions/github';
import { parseLine } from '../command/parse-line.ts';
import { jobThread } from '../io/github/job-thread.ts';
import { carryOut } from './carry-out.ts';
import { job, log, runUrl } from './job.ts';

/** A run that somebody started by hand: its command is carried out, or the pages are refreshed. */
export async function onDispatch(): Promise<void> {
  const here = job();
  const id = `dispatch:${context.runId}`;
  const origin = { actor: context.actor, source: runUrl(), now: here.now };
  const text = core.getInput('command').trim();
  const parsed = text === '' ? null : parseLine(text, id);
  const intents = parsed && 'intent' in parsed ? [parsed.intent] : [];
  const refusals = parsed && 'refusal' in parsed ? [parsed.refusal] : [];
  const sync = text === '' ? { sync: 'all' as const } : {};
  await carryOut(
    { id, intents, refusals, origin, ...sync },
    jobThread(here.client, here.repo, context.actor, log),
    here,
  );
}
