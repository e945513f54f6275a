import type { CliSettings } from '../command/argv.ts';
import type { Refusal } from '../model/plan.ts';
import type { Terminal } from '../render/paint.ts';

/** What the command line says, and the exit codes it ends with. */

export const EXIT = { done: 0, refused: 1, usage: 2, waiting: 3, bug: 70 } as const;

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function terminalOf({ color }: Pick<CliSettings, 'color'>): Terminal {
  const wanted = color ?? (process.stdout.isTTY === true && !process.env['NO_COLOR']);
  return { color: wanted, width: Math.max(60, Math.min(process.stdout.columns ?? 100, 160)) };
}

export function failure(refusals: readonly Refusal[], json: boolean): void {
  if (json) printJson({ outcome: 'refused', plan: null, change: null, commit: null, refusals, diagnostics: [] });
  else
    for (const { code, message, hint } of refusals)
      process.stderr.write(`error[${code}]: ${message}\n${hint ? `  help: ${hint}\n` : ''}`);
}
