/**
 * git's `proc-receive` hook for protected branches (see gitprotocol-pack and githooks): reads the pushed refs as
 * pkt-lines, refuses those that break a rule with GitHub's message (GH006 for classic protection, GH013 for a ruleset; the
 * texts as vercel/sandbox#169 and yshavit/mdq#255 quote them) and leaves the others to git.
 */
import { spawnSync } from 'node:child_process';
import { readSync, writeSync } from 'node:fs';
import type { Refusal, Refusals } from './protection.ts';

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

function reasonsFor({ reasons, passed, signed }: Refusal, sha: string): string[] {
  const broken = passed.includes(sha) ? [] : [...reasons];
  const unsigned = signed ? newCommits(sha).filter((one) => !signed.includes(one)) : [];
  if (unsigned.length > 0) {
    const found = `Found ${unsigned.length} violation${unsigned.length === 1 ? '' : 's'}:`;
    broken.push(
      `Commits must have verified signatures.\n  ${found}\n\n${unsigned.map((one) => `  ${one}\n`).join('')}`,
    );
  }
  return broken;
}

/** The commits that the push brings: those that no ref had before. A deletion brings none. */
function newCommits(sha: string): string[] {
  if (/^0+$/.test(sha)) return [];
  const { stdout } = spawnSync('git', ['rev-list', sha, '--not', '--all'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

function answers(lines: readonly string[]): string[] {
  const report: string[] = [];
  for (const line of lines) {
    const [, sha = '', ref = ''] = line.split(' ');
    const refusal = refusals[ref];
    const broken = refusal ? reasonsFor(refusal, sha) : [];
    if (!refusal || broken.length === 0) {
      report.push(`ok ${ref}`, 'option fall-through');
      continue;
    }
    const reasons = broken.map((reason) => `\n- ${reason}\n`).join('');
    const ruleset = `error: GH013: Repository rule violations found for ${ref}.\nReview all repository rules at ${refusal.page}\n`;
    const classic = `error: GH006: Protected branch update failed for ${ref}.\n`;
    writeSync(2, `${refusal.ruleset ? ruleset : classic}${reasons}`);
    const why = refusal.ruleset ? 'push declined due to repository rule violations' : 'protected branch hook declined';
    report.push(`ng ${ref} ${why}`);
  }
  return report;
}

section(); // git's version line
send('version=1');
send(...answers(section()));
