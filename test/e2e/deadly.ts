import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { directory } from './command-line.ts';

/** Ways for a run to die at a chosen step, with nothing of them in the program itself. */

/** A PATH on which git kills the process that starts it, before or after it does what the subcommand says. */
export async function deadlyGit(subcommand: string, when: 'before' | 'after'): Promise<string> {
  const dir = await directory('deadly-');
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const run = when === 'after' ? `'${git}' "$@"` : ':';
  const script = `#!/bin/sh\nif [ "$1" = ${subcommand} ]; then ${run}; kill -9 $PPID; exit 1; fi\nexec '${git}' "$@"\n`;
  await writeFile(join(dir, 'git'), script);
  await chmod(join(dir, 'git'), 0o755);
  return `${dir}:${process.env['PATH'] ?? ''}`;
}

/** NODE_OPTIONS under which a process dies on its nth call of a function of `node:fs/promises`, before it does anything. */
export async function deadlyFiles(name: 'writeFile' | 'rename' | 'rm', nth: number): Promise<string> {
  const file = join(await directory('deadly-'), 'hook.mjs');
  const script = `import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
const original = fs.${name};
let calls = 0;
fs.${name} = (...args) => {
  calls += 1;
  if (calls === ${nth}) process.kill(process.pid, 'SIGKILL');
  return original(...args);
};
syncBuiltinESMExports();
`;
  await writeFile(file, script);
  return `--import=${pathToFileURL(file).href}`;
}
