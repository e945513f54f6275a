import type { Preview } from '../change/preview.ts';
import { isPolicy } from '../model/config.ts';
import { budgeted, type Part } from './budget.ts';
import { md } from './escape.ts';
import { folded } from './page.ts';
import { changeTable, findingTables } from './preview-files.ts';
import type { PreviewPlace } from './preview-place.ts';
import { approvalLists, errorsOf, isOpen, nextSteps } from './preview-policy.ts';
import { movedTable, overloadList, projectText } from './preview-schedule.ts';
import { counted, signedDays } from './when.ts';

/** GitHub refuses comments above 65,536 characters and summaries of checks above 65,535; the hidden first line comes on top. */
const LIMIT = 65_000;

/** The hidden first line by which the comment of a pull request is found again; `store` tells those on several stores apart. */
export function previewMarker(store = ''): string {
  // Two hyphens would end the HTML comment.
  return `<!-- git-milestone preview${store === '' ? '' : ` ${encodeURIComponent(store).replaceAll('-', '%2D')}`} -->`;
}

/** What becomes of the project's finish, after what becomes of its milestones. */
function finishClause({ finish, finishDays }: Preview): string {
  const { before, after } = finish;
  if (after === null) return 'no finish can be projected';
  if (before === after || finishDays === 0) return `the project still finishes on ${after}`;
  const by = `${signedDays(Math.abs(finishDays)).replace(/^\+/, '').replace('day', 'working day')}`;
  return `the project finishes ${by} ${finishDays > 0 ? 'later' : 'earlier'}, on ${after}`;
}

/** The news in one line, with a sign before it. */
function headline(preview: Preview, emoji: boolean): string {
  const sign = (symbol: string): string => (emoji ? `${symbol} ` : '');
  const errors = errorsOf(preview);
  if (errors > 0) return `${sign('❌')}${counted(errors, 'error')} in the milestones to mend`;
  if (preview.meddled.length > 0) return `${sign('⚠️')}The journal is not written by hand; ${finishClause(preview)}`;
  const slips = preview.moved.filter(({ finishDays = 0 }) => finishDays > 0).length;
  const gains = preview.moved.filter(({ finishDays = 0 }) => finishDays < 0).length;
  const finish = finishClause(preview);
  if (slips > 0) return `${sign('⚠️')}${counted(slips, 'milestone')} ${slips === 1 ? 'slips' : 'slip'}; ${finish}`;
  const mark = preview.standings.some(isOpen) ? '⏳' : '✅';
  if (gains > 0)
    return `${sign(mark)}${counted(gains, 'milestone')} ${gains === 1 ? 'comes' : 'come'} earlier; ${finish}`;
  const dues = preview.moved.filter(({ due }) => due !== undefined).length;
  const moves =
    dues > 0
      ? `${counted(dues, 'due date')} ${dues === 1 ? 'moves' : 'move'}, no milestone slips`
      : 'No milestone slips';
  return `${sign(mark)}${moves}; ${finish}`;
}

function nextText(preview: Preview): string {
  const steps = nextSteps(preview);
  const approved = preview.standings.length > 0 ? 'Everything is approved' : 'The policy asks for no approval';
  if (steps.length === 0) return `**Next:** ${approved}, and the store is valid: merge when you agree.`;
  return steps.length === 1
    ? `**Next:** ${steps[0]}`
    : `**Next**\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}`;
}

/** Figures of a store that cannot be read as a whole: there to look at, but nothing to decide by. */
function provisional(figures: readonly Part[]): Part {
  const content = figures.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n\n');
  return { text: folded('Figures without what cannot be read', content), drop: 4, name: 'figures' };
}

function footText({ changes }: Preview, { branch }: PreviewPlace): string {
  const rules = changes.find(({ file }) => isPolicy(file));
  const policy = rules ? ` What this pull request writes in ${rules.file} counts once it is merged.` : '';
  return `<sub>The newest commit beside the one where the pull request branched off, by the approval rules of ${md(branch)}.${policy} This text follows the pull request; nothing is written to the repository.</sub>`;
}

/**
 * The preview of a pull request as Markdown: the news, what to do, who slips, then the rest. The same stores, reviews and day
 * give the same bytes. Under the size limit the fields go first, then what needs no approval, then the findings.
 */
export function previewText(preview: Preview, place: PreviewPlace): string {
  const errors = errorsOf(preview) > 0;
  const findings: Part = { text: findingTables(place, preview), drop: 1, name: 'findings' };
  const figures: Part[] = [
    { text: movedTable(place, preview), drop: 1, name: 'milestones that move' },
    { text: overloadList(preview, place.emoji), drop: 2, name: 'overloads' },
    { text: projectText(preview) },
  ];
  return budgeted(
    [
      { text: `### ${md(headline(preview, place.emoji))}` },
      { text: nextText(preview) },
      ...(errors ? [findings, provisional(figures)] : figures),
      { text: approvalLists(place, preview), drop: 2, name: 'approvals' },
      { text: changeTable(place, preview), drop: 3, name: 'fields' },
      ...(errors ? [] : [findings]),
      { text: footText(preview, place) },
    ],
    LIMIT,
    'See the files of the pull request.',
  );
}

/** What takes the place of a preview once the pull request leaves the milestones alone. */
export function settledText({ emoji, branch }: Pick<PreviewPlace, 'emoji' | 'branch'>): string {
  const sign = emoji ? '✅ ' : '';
  return `### ${sign}Resolved: no milestone changes any more\n\nThe newest commit leaves the milestones as they are where it branched off ${md(branch)}. There is nothing to approve or to mend.\n`;
}

/** What stands above the check on a pull request that is made for another branch than the default one. */
export function elsewhereText(base: string, branch: string): string {
  return `This pull request is made for ${md(base)}. What reaches ${md(branch)} needs approval, so this check judges it as if it were made for that branch.\n`;
}

/** The comment where a pull request is too much to be previewed, or what it would change cannot be read. */
export function unreadText(message: string, hint: string, { emoji }: Pick<PreviewPlace, 'emoji'>): string {
  return `### ${emoji ? '⚠️ ' : ''}This pull request cannot be previewed\n\n${md(message)}. ${md(hint)}\n`;
}
