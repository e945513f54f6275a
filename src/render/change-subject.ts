import type { Intent } from '../model/intent.ts';
import { clip, plain } from './escape.ts';

/** Options that say how a command runs or where it applies, not what it changes. */
const MANNER = new Set([
  ...['bulk', 'milestones', 'force', 'dry-run', 'plan', 'reason', 'monitor', 'dashboard', 'analytics', 'calendar-days'],
  'keep-going',
  ...['json', 'format', 'commit', 'push', 'actor', 'now'],
]);

const SHIFT = /^([+-]) ?(\d+) ?(d|days?|w|weeks?|m|months?)$/i;
const UNITS: Record<string, string> = { d: 'day', w: 'week', m: 'month' };

/** `+5days` → `+5 days`, `-1w` → `-1 week`; anything else stays as it is. */
function shiftText(text: string): string {
  const [, sign, amount, unit] = SHIFT.exec(text.trim()) ?? [];
  if (sign === undefined || amount === undefined || unit === undefined) return text;
  const word = UNITS[unit.charAt(0).toLowerCase()] ?? unit;
  return `${sign}${amount} ${word}${Number(amount) === 1 ? '' : 's'}`;
}

function option(name: string, given: string | boolean, values: boolean): string {
  if (typeof given !== 'string' || !values) return name;
  const text = shiftText(plain(given));
  return text.length <= 16 && /^[\w+.:, -]+$/.test(text) ? `${name} ${text}` : name;
}

/** True if the command asks for a change, not only for a look at the dashboard or a milestone. */
export function asksChange(intent: Intent): boolean {
  if (intent.verb === 'sync' || intent.verb === 'import') return true;
  return Object.entries(intent.options).some(([name, given]) => !MANNER.has(name) && given !== false);
}

/** The milestones that a command names, as argument or by `--milestones`. */
function targets(intent: Intent): string[] {
  const listed = intent.options['milestones'];
  const bulk = typeof listed === 'string' ? listed.split(',') : [];
  return [...new Set([...intent.args, ...bulk].map((id) => plain(id)).filter((id) => id !== ''))];
}

function phrase(intents: readonly Intent[], values: boolean, ids: boolean): string {
  const verbs = [...new Set(intents.map((intent) => intent.verb))].join(' and ');
  const each = intents.flatMap(targets);
  const all = [...new Set(each)];
  const named = ids && all.length <= 3 ? all.join(', ') : `${all.length} milestones`;
  // Of several commands with different options, or of one milestone, a value would be true of one of them only.
  const same =
    each.length === all.length && new Set(intents.map((intent) => JSON.stringify(intent.options))).size === 1;
  const changed = new Map<string, string>();
  for (const intent of intents) {
    for (const [name, given] of Object.entries(intent.options)) {
      if (!MANNER.has(name) && given !== false) changed.set(name, option(name, given, values && same));
    }
  }
  return [verbs, all.length === 0 ? '' : named, [...changed.values()].join(', ')]
    .filter((part) => part !== '')
    .join(' ');
}

/** What the commands change in one line of at most `limit` characters: `update M05 timeline +5 days`. */
export function changeSubject(intents: readonly Intent[], limit: number): string {
  const tries = [phrase(intents, true, true), phrase(intents, false, true), phrase(intents, false, false)];
  return tries.find((text) => text.length <= limit) ?? clip(tries[2] ?? '', limit);
}
