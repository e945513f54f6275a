import { codeSpan } from '../model/code-span.ts';
import { ID_PATTERN } from '../model/id.ts';
import { parseTimelineChange } from '../model/timeline-change.ts';
import type { Argument, Problem, Verb } from './verb.ts';

/** The optional milestone id that several verbs take. Whether it exists is for the store to say. */
export function milestoneArgument(summary: string): Argument {
  return {
    name: 'ID',
    required: false,
    summary,
    check: (value) =>
      ID_PATTERN.test(value)
        ? null
        : {
            code: 'bad-value',
            message: `${codeSpan(value)} is not a milestone id.`,
            hint: 'An id is letters, digits, dots, underscores and hyphens, at most 64, such as `M05`.',
          },
  };
}

/** What is wrong with the positional words of a command: a missing one, a bad one or one too many; null if nothing is. */
export function checkArguments(verb: Verb, args: readonly string[]): Problem | null {
  const extra = args[verb.args.length];
  if (extra !== undefined) return tooMany(verb, extra);
  for (const [index, argument] of verb.args.entries()) {
    const value = args[index];
    const problem = value === undefined ? null : argument.check?.(value);
    if (problem) return problem;
    if (value === undefined && argument.required) {
      return {
        code: 'missing-argument',
        message: `\`${verb.name}\` needs ${argument.name}.`,
        hint: `${argument.name}: ${argument.summary}.`,
      };
    }
  }
  return null;
}

function tooMany(verb: Verb, extra: string): Problem {
  const names = verb.args.map(({ name }) => name).join(' ');
  const takesShift = verb.options.some(({ name }) => name === 'timeline');
  const isShift = takesShift && typeof parseTimelineChange(extra) === 'object';
  return {
    code: 'extra-argument',
    message: `${codeSpan(extra)} is one word too many: \`${verb.name}\` takes ${names === '' ? 'no argument' : `only ${names}`}.`,
    hint: isShift
      ? `Did you mean ${codeSpan(`--timeline=${extra}`)}?`
      : 'Text with spaces goes in double quotes, as in `--scope="New objectives"`.',
  };
}
