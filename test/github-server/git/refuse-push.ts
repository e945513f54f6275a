/**
 * git's `proc-receive` hook for protected branches (see gitprotocol-pack and githooks): reads the pushed refs as
 * pkt-lines, refuses those that break a rule with GitHub's GH006 message and leaves the others to git.
 */
import { readSync, writeSync } from 'node:fs';
import type { Refusals } from './protection.ts';

const refusals = JSON.parse(process.env['LOCAL_GITHUB_REFUSALS'] ?? '{}') as Refusals;

function send(...lines: string[]): void {
  const packets = lines.map((line) => (Buffer.byteLength(line) + 4).toString(16).padStart(4, '0') + line);
  writeSync(1, `${packets.join('')}0000`);
}

/** Exactly `length` bytes of standard input, which git keeps open until it has read the answer; fewer at its end. */
function read(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(0, bytes, filled, length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** The pkt-lines up to the next flush packet. */
function section(): string[] {
  const lines: string[] = [];
  for (;;) {
    const length = Number.parseInt(read(4).toString('latin1'), 16);
    if (!(length >= 4)) return lines;
    lines.push(
      read(length - 4)
        .toString()
        .replace(/\n$/, ''),
    );
  }
}

function answers(lines: readonly string[]): string[] {
  const report: string[] = [];
  for (const line of lines) {
    const [, sha = '', ref = ''] = line.split(' ');
    const refusal = refusals[ref];
    if (!refusal || refusal.passed.includes(sha)) {
      report.push(`ok ${ref}`, 'option fall-through');
      continue;
    }
    const reasons = refusal.reasons.map((reason) => `\n- ${reason}\n`).join('');
    process.stderr.write(`error: GH006: Protected branch update failed for ${ref}.\n${reasons}`);
    report.push(`ng ${ref} protected branch hook declined`);
  }
  return report;
}

section(); // git's version line
send('version=1');
send(...answers(section()));
