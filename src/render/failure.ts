import { md } from './escape.ts';

/**
 * The reply to a command that could not be carried out for a reason outside of it. It carries no marker of an answer, so that
 * the job can be run again and then gives one.
 */
export function failureText(message: string, hint: string, runUrl: string): string {
  return [
    '### ❌ Something went wrong',
    md(message),
    `${md(hint)} Then run the [job](${encodeURI(runUrl)}) again: nothing is applied twice.`,
  ].join('\n\n');
}
