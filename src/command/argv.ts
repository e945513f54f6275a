import type { Intent } from '../model/intent.ts';
import type { Refusal } from '../model/plan.ts';
import { CLI_OPTIONS, toInstant } from './cli-options.ts';
import type { Request } from './parse.ts';
import { parseCommand, refuse } from './parse.ts';
import { printCommand, quote } from './print.ts';
import { scan } from './scan.ts';
import type { Problem } from './verb.ts';
import { findVerb } from './verbs.ts';

/** How the command line is to run a command. Null: not given, so that the environment or a default decides. */
export interface CliSettings {
  readonly dir: string | null;
  /** ISO 8601 instant. */
  readonly now: string | null;
  readonly actor: string | null;
  /** The same as `format === 'json'`. */
  readonly json: boolean;
  readonly format: 'md' | 'text' | 'json' | 'yaml';
  /** True with `push` as well. */
  readonly commit: boolean;
  readonly push: boolean;
  readonly color: boolean | null;
}

export type ParsedArgv =
  | { readonly command: Intent; readonly cli: CliSettings }
  | { readonly refusal: Refusal; readonly json: boolean }
  /** The verb to explain; null for the list of them. */
  | { readonly help: string | null }
  | { readonly version: true };

type Values = ReadonlyMap<string, string | boolean>;

const FORMATS = ['md', 'json', 'yaml'] as const;

function settings(values: Values): CliSettings {
  const text = (name: string): string | null => {
    const value = values.get(name);
    return typeof value === 'string' ? value : null;
  };
  const given = text('format');
  const format = values.get('json') === true ? 'json' : (FORMATS.find((known) => known === given) ?? 'text');
  const color = values.get('color');
  return {
    dir: text('dir'),
    now: toInstant(text('now') ?? '') ?? null,
    actor: text('actor'),
    json: format === 'json',
    format,
    commit: values.get('commit') === true || values.get('push') === true,
    push: values.get('push') === true,
    color: typeof color === 'boolean' ? color : null,
  };
}

function clash(before: Values, after: Values, verbName: string): Problem | null {
  const twice = [...before.keys()].find((name) => after.has(name));
  if (twice !== undefined) {
    return {
      code: 'conflicting-options',
      message: `\`--${twice}\` is given twice.`,
      hint: 'Give each option once.',
    };
  }
  const given = new Map([...before, ...after]);
  if (given.get('json') === true && given.has('format') && given.get('format') !== 'json') {
    return {
      code: 'conflicting-options',
      message: '`--json` and another `--format` exclude each other.',
      hint: 'Give one of them.',
    };
  }
  if (given.get('push') === true && given.get('commit') === false) {
    return {
      code: 'conflicting-options',
      message: '`--push` pushes a commit, and `--no-commit` makes none.',
      hint: 'Leave one of them out.',
    };
  }
  const verb = findVerb(verbName);
  const stray = CLI_OPTIONS.find(
    ({ name, goesWith }) => verb && given.has(name) && goesWith?.(verb, given.get(name) ?? false) === false,
  );
  if (!stray) return null;
  return {
    code: 'conflicting-options',
    message: `\`--${stray.name}\` does not go with \`${verbName}\`.`,
    hint: `It goes with ${stray.only}.`,
  };
}

/**
 * The words after the program's name → the command and how to run it, a refusal (the caller exits with 2), or a wish for help or
 * the version. The command line's own options may stand before the verb or after it; the intent's text holds none of them.
 */
export function parseArgv(argv: readonly string[], id: string): ParsedArgv {
  const lead = scan(argv, CLI_OPTIONS, {
    owner: 'What stands before the verb',
    longest: Number.POSITIVE_INFINITY,
    stopEarly: true,
  });
  const words = lead.positionals;
  const request: Request = { id, text: words.map(quote).join(' '), line: 1, where: 'cli' };
  const json = argv.includes('--json') || argv.includes('--format=json');
  if (lead.problem) return { refusal: refuse(lead.problem, { ...request, text: argv.map(quote).join(' ') }), json };
  if (lead.options.get('version') === true) return { version: true };
  const parsed = parseCommand(lead.options.get('help') === true ? ['help', ...words] : words, request, CLI_OPTIONS);
  if ('refusal' in parsed) return { refusal: parsed.refusal, json };
  const { intent, beside } = parsed;
  if (beside.get('version') === true) return { version: true };
  if (intent.verb === 'help') return { help: intent.args[0]?.toLowerCase() ?? null };
  const problem = clash(lead.options, beside, intent.verb);
  if (problem) return { refusal: refuse(problem, request, intent), json };
  return {
    command: { ...intent, text: printCommand(intent) },
    cli: settings(new Map([...lead.options, ...beside])),
  };
}
