import { basename, resolve } from 'node:path';
import { initialFiles } from '../change/init.ts';
import type { CliSettings } from '../command/argv.ts';
import { assertNew, createFiles } from '../io/files.ts';
import { dayOfInstant, formatDay } from '../model/day.ts';
import type { Intent } from '../model/intent.ts';
import { EXIT, print, printJson } from './output.ts';

/** Makes a store where there is none, or only says which files that would be; returns the exit code. */
export async function init(asked: Intent, cli: CliSettings, now: string): Promise<number> {
  const dir = resolve(cli.dir ?? '.');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dayOfInstant(Date.parse(now), zone);
  const files = initialFiles(basename(dir), formatDay(today), formatDay(today + 28), zone);
  const dryRun = asked.options['dry-run'] === true;
  if (dryRun) await assertNew(dir, files);
  else await createFiles(dir, files);
  const written = files.map((file) => file.path);
  if (cli.json) printJson({ outcome: dryRun ? 'planned' : 'applied', files: written, diagnostics: [] });
  else if (dryRun) print(`Would write ${written.join(' and ')}. Nothing was written.`);
  else print(`Wrote ${written.join(' and ')}.\nEdit them, then look: git milestone status`);
  return EXIT.done;
}
