import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './measure.ts';
import { inTurns } from './measure.ts';
import { storeOf } from './store.ts';

const ROOT = join(import.meta.dirname, '../..');

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}

/** `status` on a store of ten milestones against a bare start of Node that imports `yaml`: whole processes, taking turns. */
export function cliRows(): Row[] {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    mkdirSync(join(dir, '.milestones/active'), { recursive: true });
    for (const { path, text } of storeOf(10)) writeFileSync(join(dir, '.milestones', path), text);
    const status = (): void => run(['dist/cli.js', '-C', dir, '--now=2026-01-05T12:00:00Z', 'status']);
    const bare = (): void => run(['--input-type=module', '--eval', "import 'yaml'"]);
    inTurns(3, status, bare); // fills the cache of compiled code
    const [measured, baseline] = inTurns(15, status, bare);
    return [{ name: 'CLI status, 10 milestones / node + yaml', measured, unit: ' ms', baseline, limit: 2 }];
  } finally {
    rmSync(dir, { recursive: true });
  }
}
