import { codeSpan } from '../model/code-span.ts';
import type { Option, Problem } from './verb.ts';
import { guess } from './verbs.ts';

/** Words sorted into positional ones and options; `problem` is the first thing that is wrong with the options. */
export interface Scanned {
  readonly positionals: readonly string[];
  readonly options: ReadonlyMap<string, string | boolean>;
  readonly problem: Problem | null;
}

const YES = ['true', 'yes', 'on'];
const NO = ['false', 'no', 'off'];

/** What a scan has to know besides the table. */
export interface ScanRules {
  /** Names, in hints, what the options belong to. */
  readonly owner: string;
  /** Longest value in characters. */
  readonly longest: number;
  /** A better answer than "unknown" for an option (its name, without dashes) that is not in the table. */
  readonly absent?: (name: string) => Problem | null;
  /** The first positional word ends the scan: it and all words after it come back as positional. */
  readonly stopEarly?: boolean;
}

interface Found {
  readonly option: Option;
  /** False for a `--no-` form. */
  readonly positive: boolean;
  /** As it was written, without a value. */
  readonly written: string;
  /** What stands after `=`, or after the letter of a short option; undefined if nothing does. */
  readonly attached: string | undefined;
}

function find(word: string, table: readonly Option[]): Found | string {
  if (!word.startsWith('--')) {
    const option = table.find((candidate) => candidate.short === word.charAt(1));
    const attached = word.length > 2 ? word.slice(2) : undefined;
    if (!option || (option.value === null && attached !== undefined)) return word;
    return { option, positive: true, written: word.slice(0, 2), attached };
  }
  const equals = word.indexOf('=');
  const written = equals < 0 ? word : word.slice(0, equals);
  const attached = equals < 0 ? undefined : word.slice(equals + 1);
  const name = written.slice(2).toLowerCase();
  const option = table.find((candidate) => candidate.name === name);
  if (option) return { option, positive: true, written, attached };
  const negated = table.find((candidate) => candidate.value === null && `no-${candidate.name}` === name);
  return negated ? { option: negated, positive: false, written, attached } : written;
}

function unknownOption(written: string, table: readonly Option[], { owner, absent }: ScanRules): Problem {
  const known = written.startsWith('--') ? absent?.(written.slice(2).toLowerCase()) : null;
  if (known) return known;
  const names = table.flatMap(({ name, value }) => (value === null ? [name, `no-${name}`] : [name]));
  const meant = written.startsWith('--') ? guess(written.slice(2), names) : undefined;
  const list = names.filter((name) => !name.startsWith('no-')).map((name) => `\`--${name}\``);
  const all = list.length > 0 ? `${owner} takes ${list.join(', ')}.` : `${owner} takes no options.`;
  return {
    code: 'unknown-option',
    message: `There is no option ${codeSpan(written)}.`,
    hint: meant ? `Did you mean \`--${meant}\`? ${all}` : all,
  };
}

function missingValue({ option }: Found): Problem {
  const value = option.choices?.join('|') ?? option.value ?? '';
  return {
    code: 'missing-value',
    message: `\`--${option.name}\` needs a value.`,
    hint: `Write \`--${option.name}=<${value}>\`${option.choices ? '' : '; put text with spaces in double quotes'}.`,
  };
}

function badValue({ option }: Found, value: string, what: string, allowed: string): Problem {
  return {
    code: 'bad-value',
    message: `\`--${option.name}\` does not understand ${codeSpan(value)}: ${what}.`,
    hint: `Allowed: ${allowed}.`,
  };
}

/** Line breaks and tabs may come from a shell; other control characters would harm a terminal or the file they end up in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The value as the intent keeps it, or what is wrong with it. */
function readValue(found: Found, value: string, longest: number): string | Problem {
  const { option } = found;
  if (value.trim() === '') return missingValue(found);
  const length = value.length > longest ? Array.from(value).length : 0;
  if (length > longest) {
    return {
      code: 'too-long',
      message: `The value of \`--${option.name}\` has ${length} characters.`,
      hint: `At most ${longest} are taken here; put longer text into the milestone's file.`,
    };
  }
  if (CONTROL.test(value) || !value.isWellFormed()) {
    return badValue(found, value, 'it contains a control character', 'text');
  }
  if (option.choices) {
    const choice = value.trim().toLowerCase();
    const list = option.choices.map((name) => `\`${name}\``).join(', ');
    return option.choices.includes(choice) ? choice : badValue(found, value, 'not one of its values', list);
  }
  const wrong = option.check?.(value);
  return wrong ? badValue(found, value, wrong, option.allowed ?? `a ${option.value}`) : value;
}

function readSwitch({ attached, option, positive, written }: Found): boolean | Problem {
  if (attached === undefined) return positive;
  const word = attached.toLowerCase();
  if (positive && YES.includes(word)) return true;
  if (positive && NO.includes(word)) return false;
  return {
    code: 'bad-value',
    message: `${codeSpan(written)} is a switch: it takes no value such as ${codeSpan(attached)}.`,
    hint: `Write \`--${option.name}\` to switch it on and \`--no-${option.name}\` to switch it off.`,
  };
}

/**
 * Sorts words into positional ones and options of `table`. Values stand after `=` or are the next word, which may start with one
 * hyphen (`--timeline -3d`) but not with two. After `--` everything is positional. An option may be given once.
 */
export function scan(words: readonly string[], table: readonly Option[], rules: ScanRules): Scanned {
  const positionals: string[] = [];
  const options = new Map<string, string | boolean>();
  const failed = (problem: Problem): Scanned => ({ positionals, options, problem });
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') return { positionals: [...positionals, ...words.slice(i + 1)], options, problem: null };
    if (!word.startsWith('-') || word === '-') {
      if (rules.stopEarly) return { positionals: words.slice(i), options, problem: null };
      positionals.push(word);
      continue;
    }
    const found = find(word, table);
    if (typeof found === 'string') return failed(unknownOption(found, table, rules));
    const { option } = found;
    if (options.has(option.name)) {
      return failed({
        code: 'conflicting-options',
        message: `\`--${option.name}\` is given twice.`,
        hint: 'Give each option once.',
      });
    }
    let value: string | boolean | Problem;
    if (option.value === null) {
      value = readSwitch(found);
    } else {
      const next = words[i + 1];
      const separate = found.attached === undefined && next !== undefined && !next.startsWith('--');
      if (separate) i++;
      value = readValue(found, found.attached ?? (separate ? next : ''), rules.longest);
    }
    if (typeof value === 'object') return failed(value);
    options.set(option.name, value);
  }
  return { positionals, options, problem: null };
}
