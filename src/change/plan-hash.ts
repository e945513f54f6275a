import { parseEffortChange } from '../model/effort-change.ts';
import { idKey } from '../model/id.ts';
import { parseTimelineChange } from '../model/timeline-change.ts';
import { hashOf } from './hash.ts';
import type { Step } from './step.ts';

/** Options that choose how a command is carried out or shown, and so are no part of what a plan does. */
const NOT_PLANNED = new Set([
  'dry-run',
  'plan',
  'monitor',
  'dashboard',
  'analytics',
  'force',
  'bulk',
  'reason',
  'format',
]);

/** Options whose values can be written in several ways that say the same. */
const READ: Readonly<Record<string, (text: string) => unknown>> = {
  timeline: parseTimelineChange,
  effort: parseEffortChange,
};

/** An option's value as it is understood: `+1day`, `+1days` and `+1d` are one. What is not understood stays as it is written. */
function understood(name: string, value: string | boolean): unknown {
  const read = typeof value === 'string' && Object.hasOwn(READ, name) ? READ[name]?.(value) : value;
  return typeof read === 'object' ? read : value;
}

type Command = readonly [verb: string, args: readonly string[], options: Readonly<Record<string, unknown>>];

function hashFrom(
  steps: readonly Step[],
  requiredRules: readonly string[],
  commandOf: (step: Step) => Command,
): string {
  const edits = steps.flatMap((step) =>
    step.edits.map(({ file, path, before, after }) => ({ file, path, before, after })),
  );
  return hashOf([steps.map(commandOf), edits, requiredRules]).slice(0, 12);
}

const planned = (options: Step['intent']['options']): [string, string | boolean][] =>
  Object.entries(options).filter(([name]) => !NOT_PLANNED.has(name));

/**
 * The name of a plan: 12 hex digits over the commands, their edits and the rules that have to approve. The same command on
 * the same fields gives the same name, whoever gives it, whenever, however it is spelled, and whatever else is in the store.
 */
export function planHash(steps: readonly Step[], requiredRules: readonly string[]): string {
  return hashFrom(steps, requiredRules, ({ intent: { verb, args, options } }) => [
    verb,
    args.map(idKey),
    Object.fromEntries(planned(options).map(([name, value]) => [name, understood(name, value)])),
  ]);
}

/** True if the plan has this name. Requests of earlier versions, which may still wait, named it by the commands as they were written. */
export function isPlan(hash: string | null, steps: readonly Step[], requiredRules: readonly string[]): boolean {
  const asWritten = (): string =>
    hashFrom(steps, requiredRules, ({ intent: { verb, args, options } }) => [
      verb,
      args,
      Object.fromEntries(planned(options)),
    ]);
  return hash === planHash(steps, requiredRules) || hash === asWritten();
}
