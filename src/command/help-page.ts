import { CLI_OPTIONS } from './cli-options.ts';
import { optionUsage, verbUsage } from './usage.ts';
import type { Option, Verb } from './verb.ts';
import { VERBS } from './verbs.ts';

/** A bar would end the cell, in code as well; an angle bracket would start a tag. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const codeCell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return lines.join('\n');
}

function optionTable(options: readonly Option[]): string {
  const rows = options.map((option) => [codeCell(optionUsage(option)), cell(option.summary), cell(option.fallback)]);
  return table(['Option', 'What it does', 'Default'], rows);
}

function examples(verb: Verb): string {
  const prefix = verb.where.includes('comment') ? '/milestone' : 'git milestone';
  return ['```', ...verb.examples.map(({ line, does }) => `# ${does}\n${prefix} ${line}`), '```'].join('\n');
}

function section(verb: Verb): string[] {
  const parts = [verb.summary];
  if (verb.args.length > 0) {
    parts.push(
      table(
        ['Argument', 'What it is', 'Required'],
        verb.args.map((arg) => [codeCell(arg.name), cell(arg.summary), arg.required ? 'yes' : 'no']),
      ),
    );
  }
  if (verb.options.length > 0) parts.push(optionTable(verb.options));
  return [...parts, examples(verb)];
}

function verbTable(verbs: readonly Verb[]): string {
  const rows = verbs.map((verb) => {
    const place = verb.where.includes('comment') ? verb.role : 'command line only';
    return [codeCell(verbUsage(verb)), cell(verb.summary), place];
  });
  return table(['Verb', 'What it does', 'Needs'], rows);
}

const SYNTAX =
  'A line of a comment that starts with `/milestone` is a command; lines in code blocks and quotes are not. Options are `--key=value` or ' +
  '`--key value`; text with spaces goes in double quotes. All commands of a comment apply together or not at all.';

/** The answer to `/milestone help` in a comment: the verbs that comments take, or one verb in full. */
export function helpPage(verb: Verb | undefined): string {
  if (verb) {
    const prefix = verb.where.includes('comment') ? '/milestone' : 'git milestone';
    return [`**\`${prefix} ${verbUsage(verb)}\`**`, ...section(verb)].join('\n\n').concat('\n');
  }
  const usable = VERBS.filter(({ where }) => where.includes('comment'));
  const more = 'Write `/milestone help <verb>` in a comment to see the options of a verb.';
  return [verbTable(usable), SYNTAX, more].join('\n\n').concat('\n');
}

/** The reference of every verb and option in Markdown, for README and docs. Sections are of level 3. */
export function commandReference(): string {
  const verbs = VERBS.flatMap((verb) => [`### \`${verb.name}\``, ...section(verb)]);
  return [verbTable(VERBS), SYNTAX, ...verbs, '### Options of the command line', optionTable(CLI_OPTIONS)]
    .join('\n\n')
    .concat('\n');
}
