import * as core from '@actions/core';
import { context } from '@actions/github';
import { expiredEntries } from '../change/expire.ts';
import { jobThread } from '../io/github/job-thread.ts';
import type { Request } from '../run/request.ts';
import { carryOut } from './carry-out.ts';
import { AUTHOR, job, log, runUrl } from './job.ts';
import { sweep } from './sweep.ts';

/**
 * The scheduled run: commands whose events were lost are answered, requests expire, both sides are synchronised, and the pages follow
 * the calendar where that is news.
 */
export async function onSchedule(): Promise<void> {
  const here = job();
  const failed = await sweep(here);
  const origin = { actor: AUTHOR.name, source: runUrl(), now: here.now };
  const unjournalled: Request['unjournalled'] = async (_, state) => ({
    entries: expiredEntries(state, origin),
    trailers: [],
  });
  const request = {
    id: `schedule:${context.runId}`,
    intents: [],
    refusals: [],
    origin,
    unjournalled,
    quiet: true,
    sync: 'all' as const,
  };
  await carryOut(request, jobThread(here.client, here.repo, null, log), here);
  if (failed > 0) core.setFailed(`${failed} command${failed === 1 ? '' : 's'} could not be answered; see the log.`);
}
