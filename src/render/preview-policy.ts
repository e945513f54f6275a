import type { Preview, Standing } from '../change/preview.ts';
import { approversText } from '../model/approval.ts';
import { clip, code, md, plain } from './escape.ts';
import { some } from './figures.ts';
import { folded, more } from './page.ts';
import type { PreviewPlace } from './preview-place.ts';
import { counted, days } from './when.ts';

const ROWS = 30;
const REASON = 300;
const TITLE = 200;

export const isOpen = ({ received, needed }: Standing): boolean => received < needed;

/** How many findings are errors. */
export function errorsOf({ findings }: Preview): number {
  return findings.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
}

/** Everybody whose approval is missing, each once. */
export function missingOf({ standings }: Preview): string[] {
  return [...new Set(standings.filter(isOpen).flatMap(({ missing }) => missing))];
}

/** One line for the list of checks, as plain text: what stands in the way of merging, or that nothing does. */
export function verdictText(preview: Preview): string {
  const { changes, standings, meddled } = preview;
  const errors = errorsOf(preview);
  if (errors > 0) return `${counted(errors, 'error')} to mend`;
  if (meddled.length > 0) return `${counted(meddled.length, 'file')} of the journal to leave alone`;
  if (changes.length === 0) return 'No milestone changes';
  if (standings.length === 0) return 'Within what the policy applies without approval';
  return standings.some(isOpen) ? clip(plain(`Waiting for ${some(missingOf(preview))}`), TITLE) : 'Approved';
}

function standingLine(place: PreviewPlace, standing: Standing): string {
  const { decision, received, needed, by, unreadable } = standing;
  const mark = place.emoji ? (isOpen(standing) ? '⏳ ' : '✅ ') : '';
  const who = by.length === 0 ? 'nobody yet' : `by ${some(by.map(md), 10)}`;
  const kinds = decision.kinds.length === 0 ? '' : ` (${decision.kinds.join(', ')})`;
  const blind =
    unreadable.length === 0
      ? ''
      : `<br>The token may not read the members of ${unreadable.map(md).join(', ')}, so their approvals cannot be counted.`;
  return `- ${mark}**${md(decision.rule)}**${kinds} asks ${md(approversText(decision))}: **${received} of ${needed}**, ${who}<br>${md(clip(decision.reason, REASON))}${blind}`;
}

/** Every rule that asks, and where it stands; then what is allowed without asking, folded. */
export function approvalLists(place: PreviewPlace, { standings, automatic }: Preview): string {
  const asked = standings.slice(0, ROWS).map((standing) => standingLine(place, standing));
  const free = automatic.slice(0, ROWS).map(({ rule, reason }) => `- ${md(rule)}: ${md(clip(reason, REASON))}`);
  const parts = [
    asked.length === 0 ? '' : `**Approvals**\n\n${asked.join('\n')}${more(standings.length - ROWS, 'rules')}`,
    free.length === 0
      ? ''
      : folded(
          `What needs no approval: ${counted(automatic.length, 'rule')}`,
          free.join('\n') + more(automatic.length - ROWS, 'rules'),
        ),
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}

/** What there is to do before the pull request can be merged, most urgent first; Markdown sentences. */
export function nextSteps(preview: Preview): string[] {
  const { moved, overloads, meddled } = preview;
  const errors = errorsOf(preview);
  const missing = missingOf(preview);
  // With errors, the figures are not those of the whole store.
  const late = (errors > 0 ? [] : moved).filter(
    ({ variance }) => (variance.after ?? 0) > 0 && (variance.after ?? 0) > (variance.before ?? 0),
  );
  const most = Math.max(...late.map(({ variance }) => variance.after ?? 0));
  const steps: string[] = [];
  if (errors > 0)
    steps.push(
      `Mend the ${counted(errors, 'error')} below: what they stand on is left out of the figures. \`git milestone validate\` shows them on your machine.`,
    );
  if (meddled.length > 0)
    steps.push(
      `Take back what this does to the journal, in ${some(meddled.map(code), 5)}: decisions count only with the comment or review they were given in, and entries are never changed. As it stands here it counts for nothing.`,
    );
  if (missing.length > 0)
    steps.push(
      `Ask **${some(missing.map(md), 10)}** for an approving review: one of the newest commit counts, an earlier one does not.`,
    );
  if (late.length > 0) {
    const [first] = late;
    steps.push(
      `Decide about ${some(
        late.map(({ id }) => `**${md(id)}**`),
        10,
      )}: ${late.length === 1 ? 'it would finish' : 'they would finish up to'} ${days(most)} after ${late.length === 1 ? 'its due date' : 'their due dates'}. Move the dates in this pull request too, or shorten what holds the work up (\`git milestone explain ${first?.id ?? ''}\`).`,
    );
  }
  if (errors === 0 && overloads.length > 0)
    steps.push('Relieve those who would be asked for more than they have, named below.');
  return steps;
}
