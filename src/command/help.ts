import { CLI_OPTIONS } from './cli-options.ts';
import { helpPage } from './help-page.ts';
import { optionUsage, verbUsage } from './usage.ts';
import type { Option, Verb } from './verb.ts';
import { findVerb, VERBS } from './verbs.ts';
import { columns, wrap } from './wrap.ts';

const WIDTH = 96;
const TERM = 30;

/** Defaults that go without saying. */
const SILENT = new Set(['off', 'no change', 'none']);

function optionList(options: readonly Option[]): string {
  const rows = options.map((option): [string, string] => {
    const note = SILENT.has(option.fallback) ? '' : ` [${option.fallback}]`;
    return [optionUsage(option), option.summary + note];
  });
  return columns(rows, WIDTH, TERM);
}

function allVerbs(): string {
  return [
    'git milestone <verb> [ID] [options]',
    '',
    'Keeps milestones as YAML in .milestones/ and shows what every change of them means.',
    '',
    'Verbs',
    columns(
      VERBS.map((verb) => [verbUsage(verb).replace(' [options]', ''), verb.summary]),
      WIDTH,
      TERM,
    ),
    '',
    'Options of the command line [default]',
    optionList(CLI_OPTIONS),
    '',
    'Exit codes: 0 done, 1 refused or invalid, 2 wrong usage, 3 waiting for approval, 70 a bug.',
    '`git milestone help <verb>` explains a verb with all its options.',
    'Comments on GitHub take the same verbs: `/milestone update M05 …`.',
    '',
  ].join('\n');
}

function oneVerb(verb: Verb): string {
  const width = Math.max(...verb.examples.map(({ line }) => line.length)) + 'git milestone '.length;
  const examples = verb.examples.map(({ line, does }): string => {
    const command = `  git milestone ${line}`;
    return width + does.length + 6 <= WIDTH ? `${command.padEnd(width + 4)}${does}` : `${command}\n      ${does}`;
  });
  const parts = [`git milestone ${verbUsage(verb)}`, '', ...wrap(verb.summary, WIDTH)];
  if (verb.args.length > 0) {
    const rows = verb.args.map((arg): [string, string] => [arg.name, arg.summary]);
    parts.push('', 'Arguments', columns(rows, WIDTH, TERM));
  }
  if (verb.options.length > 0) {
    parts.push(
      '',
      'Options (what is not given does not change, a switch is off; else the default is in brackets)',
      optionList(verb.options),
    );
  }
  const place = verb.where.includes('comment')
    ? `In comments it needs the role \`${verb.role}\`.`
    : 'Command line only.';
  return [...parts, '', 'Examples', ...examples, '', place, ''].join('\n');
}

/**
 * What `help` answers: the list of verbs, or one verb with its arguments, options, defaults and examples. `text` is for a terminal,
 * at most 96 columns wide, and speaks of `git milestone`; `md` is for a comment and speaks of `/milestone`. An unknown verb gets the list.
 */
export function helpText(verbName: string | undefined, form: 'text' | 'md'): string {
  const verb = verbName === undefined ? undefined : findVerb(verbName);
  if (form === 'md') return helpPage(verb);
  return verb ? oneVerb(verb) : allVerbs();
}
