import * as core from '@actions/core';

/** GitHub drops the whole summary of a step above 1 MiB (1,048,576 bytes); what the notice takes comes on top. */
const LIMIT = 1_045_000;
const NOTICE =
  '\n**More was done than fits into a summary of GitHub’s.** The rest stands in the replies and in the job log.\n';

let used = 0;
let full = false;

/** Adds a text to the summary of the job, as long as there is room: one run may answer many comments. */
export async function addSummary(text: string): Promise<void> {
  if (full) return;
  const size = Buffer.byteLength(`${text}\n`);
  full = used + size > LIMIT;
  used += size;
  await core.summary.addRaw(full ? NOTICE : text, true).write();
}
