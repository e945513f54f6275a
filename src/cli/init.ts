import { basename, resolve } from 'node:path';
import { initialFiles } from '../change/init.ts';
import type { CliSettings } from '../command/argv.ts';
import { createFiles } from '../io/files.ts';
import { dayOfInstant, formatDay } from '../model/day.ts';
import { EXIT, print, printJson } from './output.ts';

/** Makes a store where there is none; returns the exit code. */
export async function init(cli: CliSettings, now: string): Promise<number> {
  const dir = resolve(cli.dir ?? '.');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dayOfInstant(Date.parse(now), zone);
  const files = initialFiles(basename(dir), formatDay(today), formatDay(today + 28), zone);
  await createFiles(dir, files);
  const written = files.map((file) => file.path);
  if (cli.json) printJson({ outcome: 'applied', files: written, diagnostics: [] });
  else print(`Wrote ${written.join(' and ')}.\nEdit them, then look: git milestone status`);
  return EXIT.done;
}
