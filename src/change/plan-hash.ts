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

/**
 * The name of a plan: 12 hex digits over the commands, their edits and the rules that have to approve. The same command on
 * the same fields gives the same name, whoever gives it, whenever, and whatever else is in the store.
 */
export function planHash(steps: readonly Step[], requiredRules: readonly string[]): string {
  const commands = steps.map(({ intent: { verb, args, options } }) => [
    verb,
    args,
    Object.fromEntries(Object.entries(options).filter(([name]) => !NOT_PLANNED.has(name))),
  ]);
  const edits = steps.flatMap((step) =>
    step.edits.map(({ file, path, before, after }) => ({ file, path, before, after })),
  );
  return hashOf([commands, edits, requiredRules]).slice(0, 12);
}
