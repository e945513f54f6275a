import type { Intent } from '../model/intent.ts';
import type { Refusal } from '../model/plan.ts';
import { checkArguments } from './arguments.ts';
import { CLI_OPTIONS } from './cli-options.ts';
import { scan } from './scan.ts';
import type { Option, Problem, Verb, Where } from './verb.ts';
import { findVerb, unknownVerb } from './verbs.ts';

/** Longest value that a comment or a dispatch input may give an option, in characters. */
const LONGEST_VALUE = 4096;

/** Where a command comes from: the name its intent is to have, and the line as it was written. */
export interface Request {
  readonly id: string;
  readonly text: string;
  /** 1-based line of the comment; 1 elsewhere. */
  readonly line: number;
  readonly where: Where;
}

/** `beside` holds what was given of the options that are no part of the intent. */
export type Parsed =
  | { readonly intent: Intent; readonly beside: ReadonlyMap<string, string | boolean> }
  | { readonly refusal: Refusal };

type Understood = Pick<Intent, 'verb' | 'args' | 'options'>;
const NOTHING: Understood = { verb: '', args: [], options: {} };

/** The refusal of a command of which that much was understood: its intent carries id, text and line in any case. */
export function refuse(problem: Problem, request: Request, understood: Understood = NOTHING): Refusal {
  const { id, text, line } = request;
  return { ...problem, intent: { id, ...understood, text, line }, diagnostics: [] };
}

function unknownHere(word: string): Problem {
  const problem = unknownVerb(word);
  if (!word.startsWith('-')) return problem;
  return { ...problem, hint: `A verb comes first, as in \`update M05 --timeline=+5d\`. ${problem.hint}` };
}

function absentOption(name: string, verb: Verb): Problem | null {
  const later = new Map(Object.entries(verb.later ?? {})).get(name);
  if (later) return { code: 'unknown-option', message: `\`--${name}\` is not available yet.`, hint: later };
  if (!CLI_OPTIONS.some((option) => option.name === name)) return null;
  return { code: 'not-here', message: `\`--${name}\` works on the command line only.`, hint: 'Leave it out here.' };
}

function notHere(verb: Verb, where: Where): Problem | null {
  if (verb.where.includes(where)) return null;
  return {
    code: 'not-here',
    message: `\`${verb.name}\` works on the command line only.`,
    hint: `Run \`git milestone ${verb.name}\` in a clone of the repository.`,
  };
}

/**
 * The words after `/milestone` (or `git milestone`) → the intent, or the first thing that is wrong. No words, and `--help` anywhere,
 * ask for help. Options of `also` are taken as well but are no part of the intent.
 */
export function parseCommand(words: readonly string[], request: Request, also: readonly Option[] = []): Parsed {
  const { id, text, line, where } = request;
  const [first = 'help', ...rest] = words;
  const isHelp = (word: string): boolean => word === '--help' || word === '-h';
  if (isHelp(first)) return parseCommand(['help', ...rest], request, also);
  const verb = findVerb(first);
  if (!verb) return { refusal: refuse(unknownHere(first), request, { ...NOTHING, verb: first }) };
  if (rest.some(isHelp)) return parseCommand(['help', verb.name], request, also);

  const scanned = scan(rest, [...verb.options, ...also], {
    owner: `\`${verb.name}\``,
    longest: where === 'cli' ? Number.POSITIVE_INFINITY : LONGEST_VALUE,
    absent: (name) => absentOption(name, verb),
  });
  const own = new Map([...scanned.options].filter(([key]) => verb.options.some(({ name }) => name === key)));
  const understood = { verb: verb.name, args: scanned.positionals, options: Object.fromEntries(own) };
  const problem =
    notHere(verb, where) ??
    scanned.problem ??
    checkArguments(verb, scanned.positionals) ??
    verb.rule?.({ args: scanned.positionals, options: own });
  if (problem) return { refusal: refuse(problem, request, understood) };
  return {
    intent: { id, ...understood, text, line },
    beside: new Map([...scanned.options].filter(([key]) => !own.has(key))),
  };
}
