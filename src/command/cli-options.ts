import { parseDay, parseInstant } from '../model/day.ts';
import type { Option, Verb } from './verb.ts';

/** An option of the command line alone: it says how to run, not what to do. */
export interface CliOption extends Option {
  /** The verbs that take it; all, if left out. */
  readonly goesWith?: (verb: Verb, value: string | boolean) => boolean;
  /** The same in words. */
  readonly only?: string;
}

const PAGED: ReadonlySet<string> = new Set(['status', 'explain', 'log']);
const FORMATTED: ReadonlySet<string> = new Set([...PAGED, 'update']);

/** The command line's own table, beside the verbs'. Comments and dispatch inputs do not take these. */
export const CLI_OPTIONS: readonly CliOption[] = [
  { name: 'dir', short: 'C', value: 'DIR', summary: 'Work on the repository there', fallback: 'the current one' },
  {
    name: 'now',
    value: 'ISO',
    summary: 'Take this as the present time: 2024-07-26T16:45:00Z, or a date for its midnight UTC',
    fallback: 'the clock',
    check: (value) => (toInstant(value) === undefined ? 'neither a date-time with an offset nor a date' : null),
    allowed: '`2024-07-26T16:45:00Z`, `2024-07-26T18:45:00+02:00` or `2024-07-26`',
  },
  { name: 'actor', value: 'LOGIN', summary: 'Who acts', fallback: 'github.user, else user.name of git' },
  { name: 'json', value: null, summary: 'Print one JSON document on standard output', fallback: 'off' },
  {
    name: 'format',
    value: 'format',
    choices: ['md', 'text', 'json', 'yaml'],
    summary: 'How to print status, explain and log (md, text, json), or what update would change (text, json, yaml)',
    fallback: 'text',
    goesWith: ({ name }, value) =>
      value === 'md' ? PAGED.has(name) : value === 'yaml' ? name === 'update' : FORMATTED.has(name),
    only: '`status`, `explain` and `log`; `yaml` with `update`',
  },
  {
    name: 'commit',
    value: null,
    summary: 'Commit what was changed',
    fallback: 'off',
    goesWith: ({ writes }) => writes,
    only: 'verbs that change the store',
  },
  {
    name: 'push',
    value: null,
    summary: 'Commit, and push the commit',
    fallback: 'off',
    goesWith: ({ writes }) => writes,
    only: 'verbs that change the store',
  },
  { name: 'color', value: null, summary: 'Colours', fallback: 'on in a terminal' },
  { name: 'help', short: 'h', value: null, summary: 'Explain the verb, or list the verbs', fallback: 'off' },
  { name: 'version', value: null, summary: 'Print the version', fallback: 'off' },
];

/** An ISO 8601 date-time with an offset, or a date as its midnight in UTC → the instant as ISO text; undefined for other text. */
export function toInstant(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) {
    return parseDay(trimmed, 'UTC') === undefined ? undefined : `${trimmed}T00:00:00Z`;
  }
  return parseInstant(trimmed) === undefined ? undefined : trimmed;
}
