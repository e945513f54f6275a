import { join } from 'node:path';
import { analyse } from '../analysis/status.ts';
import type { CliSettings } from '../command/argv.ts';
import { type Place, versionsOf } from '../io/directory.ts';
import { readFiles } from '../io/files.ts';
import { leftBehind, recordPath } from '../io/unfinished.ts';
import type { Intent } from '../model/intent.ts';
import { plain } from '../render/escape.ts';
import * as view from '../render/view.ts';
import { gitHistoryOf } from '../store/history.ts';
import { changesOf } from '../store/journal.ts';
import { readStore } from '../store/read.ts';
import { EXIT, failure, print, printJson, terminalOf } from './output.ts';

/** Carries out a command that only reads; returns the exit code. */
export async function show(intent: Intent, cli: CliSettings, place: Place, now: string): Promise<number> {
  const [files, versions, left] = await Promise.all([
    readFiles(join(place.root, place.storeDir)),
    versionsOf(place),
    recordPath(place.root, place.storeDir, place.git).then(leftBehind),
  ]);
  if (typeof left === 'object') {
    const what = left.message.split('\n')[0] ?? '';
    process.stderr.write(
      `An earlier run was ended in the middle of "${plain(what)}"; the next command that writes finishes it.\n`,
    );
  }
  const read = readStore(files);
  const state = { ...read, history: gitHistoryOf(versions, read) };
  const status = analyse(state, now, changesOf(state.journal));
  // Those of the schedule are among them: what leads beyond the calendar shows only there.
  const errors = status.diagnostics.some((d) => d.severity === 'error');
  const [id] = intent.args;
  const row = id === undefined ? undefined : status.milestones.find((m) => m.id.toLowerCase() === id.toLowerCase());
  const explanation = intent.verb === 'explain' ? view.explanationOf(intent, state, status) : null;
  if (id !== undefined && !row && !explanation) {
    const { targetsOf } = await import('../change/update.ts');
    const target = targetsOf(state, intent);
    failure(target.ok ? [] : [target.refusal], cli.json);
    return EXIT.refused;
  }
  if (cli.format === 'json') {
    if (explanation) printJson(explanation);
    else if (intent.verb === 'log') printJson({ entries: view.entriesOf(state, row?.id ?? null) });
    else if (intent.verb === 'validate') printJson({ valid: !errors, diagnostics: status.diagnostics });
    else printJson(row ? { ...status, milestones: [row] } : status);
  } else if (cli.format === 'md') print(view.viewMarkdown(intent, state, status));
  else {
    print(view.viewTerminal(intent, state, status, terminalOf(cli)));
    if (errors && intent.verb === 'status')
      process.stderr.write('The store has errors; `git milestone validate` lists them.\n');
  }
  return intent.verb === 'validate' && errors ? EXIT.refused : EXIT.done;
}
