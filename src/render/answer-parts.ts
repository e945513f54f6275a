import type { Answer } from '../model/answer.ts';
import { type ApprovalDecision, approversText } from '../model/approval.ts';
import type { Check, Plan, Refusal } from '../model/plan.ts';
import { asksChange, changeSubject } from './change-subject.ts';
import { criticalPath } from './critical-path.ts';
import { decidedLine, decidedText, decisionOf } from './decided.ts';
import { clip, code, md, prose } from './escape.ts';
import { focusBody } from './focus.ts';
import { forecast } from './forecast.ts';
import { checkMark } from './label.ts';
import { activity, sessions } from './lists.ts';
import { matrix } from './matrix.ts';
import { metrics } from './metrics.ts';
import { asOf, overview } from './overview.ts';
import type { Page } from './page.ts';
import { syncChanged, syncTitle } from './sync.ts';
import { counted } from './when.ts';

const REFUSALS = 20;
const DIAGNOSTICS = 10;

const OUTCOMES: Record<Answer['outcome'], readonly [sign: string, words: string]> = {
  applied: ['✅', 'Applied'],
  requested: ['⏳', 'Waiting for approval'],
  proposed: ['🔀', 'Proposed in a pull request'],
  planned: ['👀', 'Planned (dry run)'],
  shown: ['📊', 'Milestone status'],
  unchanged: ['➖', 'Nothing to change'],
  refused: ['❌', 'Refused'],
};

/** Signs are on unless the store's policy turns them off; an unreadable store has no policy. */
export function emojiOf(answer: Answer): boolean {
  return answer.state?.config.dashboard.emoji ?? true;
}

/** True if the answer is the dashboard or a focus view itself: `status`, or `update` without anything to change. */
export function looksOnly(answer: Answer): boolean {
  return answer.outcome === 'shown' || (answer.outcome === 'unchanged' && !answer.intents.some(asksChange));
}

/** The outcome in a few words, with what it was about where that is known. */
export function outcomeText(answer: Answer): string {
  const look = looksOnly(answer);
  const [sign, words] = OUTCOMES[look ? 'shown' : answer.outcome];
  const decided = answer.outcome === 'applied' ? decidedText(answer) : null;
  if (decided !== null) return `${emojiOf(answer) ? `${decided.sign} ` : ''}${decided.words}`;
  const synced = syncTitle(answer);
  const open = answer.outcome === 'unchanged' && (answer.sync?.conflicts.length ?? 0) > 0;
  if (synced !== null) return `${emojiOf(answer) ? `${open ? '⚠️' : look ? '🔄' : sign} ` : ''}${synced}`;
  const about = look ? '' : changeSubject(answer.intents, 80);
  return `${emojiOf(answer) ? `${sign} ` : ''}${words}${about === '' ? '' : `: ${about}`}`;
}

/** Who, under which id, in which commit; or that nothing was written; and where the change waits, if it does. */
export function outcomeLine(answer: Answer): string {
  return [becameOf(answer), noticeText(answer)].filter((text) => text !== '').join(' ');
}

/** The notice, in which the pull request that GitHub named is a link. */
function noticeText({ notice, pullRequest }: Answer): string {
  if (notice === null) return '';
  const link = pullRequest === null ? '' : `<${encodeURI(pullRequest)}>`;
  return (pullRequest === null ? [notice] : notice.split(pullRequest))
    .map((piece, i) => (i === 0 ? prose(piece) : prose(`x${piece}`).slice(1)))
    .join(` ${link}`);
}

function becameOf(answer: Answer): string {
  const { decision, commit, outcome } = answer;
  const plan = decision.kind === 'planned' ? decision.plan : null;
  if (outcome === 'refused') return `Nothing was changed. Asked by ${md(answer.actor)}.`;
  const synced = answer.sync !== null && (!looksOnly(answer) || syncChanged(answer.sync));
  if (plan === null && synced) return syncLine(answer);
  if (plan === null) {
    if (commit !== null) return `Generated files brought up to date in commit ${commitLink(commit)}.`;
    return looksOnly(answer) ? '' : 'The files already say so. Nothing was written.';
  }
  if (outcome === 'planned') {
    return `Nothing was written. Plan ${code(plan.hash)}: the same command with \`--plan=${plan.hash}\` applies it only if nothing has changed until then.`;
  }
  if (outcome === 'requested') {
    const id = plan.entries[0]?.id ?? '';
    return `Nothing has changed yet. ${code(id)} was asked for by ${md(answer.actor)}; an approver comments \`/milestone approve ${id}\`, or \`/milestone reject ${id} --reason="…"\`.`;
  }
  const decided = decisionOf(answer);
  const ids = plan.entries.map((entry) => code(entry.id)).slice(0, 20);
  const parts = [
    ids.length === 0
      ? ''
      : decided === null
        ? `${ids.length === 1 ? 'Change' : 'Changes'} ${ids.join(', ')}`
        : `Recorded as ${ids.join(', ')}`,
    `by ${md(answer.actor)}`,
    commit === null ? '' : `in commit ${commitLink(commit)}`,
  ];
  const recorded = `${parts.filter((part) => part !== '').join(' ')}.`;
  return decided === null ? recorded : `${decidedLine(decided)} ${recorded}`;
}

function syncLine({ outcome, commit, sync }: Answer): string {
  if (outcome === 'planned') return 'Nothing was written, neither here nor on GitHub.';
  if (sync !== null && sync.waiting > 0) return 'GitHub follows once the pull request is merged.';
  const open = (sync?.conflicts.length ?? 0) + (sync?.left ?? 0) + (sync?.problems.length ?? 0) > 0;
  const found = open
    ? 'What both sides could agree on is the same in the store and on GitHub.'
    : 'Store and GitHub say the same.';
  return commit === null ? found : `${found} The store’s part is commit ${commitLink(commit)}.`;
}

function commitLink(commit: NonNullable<Answer['commit']>): string {
  const sha = code(commit.sha.slice(0, 7));
  return commit.url === null ? sha : `[${sha}](${encodeURI(commit.url)})`;
}

/** Checks as a list, each with its mark. */
export function checkList(checks: readonly Check[], emoji: boolean): string {
  return checks
    .slice(0, 50)
    .map((check) => `- ${checkMark(check, emoji)} ${prose(clip(check.text, 500))}`)
    .join('\n');
}

/** What was applied on whose authority, and whose approval is missing; the missing ones first. */
export function approvalList({ approvals }: Plan, emoji: boolean): string {
  const needed = approvals.filter((a) => a.outcome === 'required');
  const automatic = approvals.filter((a) => a.outcome === 'automatic');
  const lines = needed.map(
    (a) => `- ${emoji ? '⏳ ' : ''}Needs ${md(approversText(a))}: ${md(a.rule)} — ${prose(a.reason)}${deadlines(a)}`,
  );
  for (const a of automatic.slice(0, 20))
    lines.push(`- ${emoji ? '✅ ' : ''}Automatic: ${md(a.rule)} — ${prose(a.reason)}`);
  return lines.join('\n');
}

function deadlines({ answerBy, expires }: ApprovalDecision): string {
  const by = answerBy === null ? '' : `; an answer is wanted by ${answerBy}`;
  return by + (expires === null ? '' : `; expires after ${expires}`);
}

function refusalText(refusal: Refusal, emoji: boolean): string {
  const { intent, message, hint, diagnostics } = refusal;
  const command = intent === null ? '' : `${code(clip(intent.text, 200))}: `;
  const found = diagnostics.slice(0, DIAGNOSTICS).map((d) => {
    const help = d.hint === null ? '' : ` — ${prose(clip(d.hint, 300))}`;
    return `  - ${code(`${d.file}:${d.line}:${d.column}`)} ${prose(clip(d.message, 300))}${help}`;
  });
  const missing = diagnostics.length - found.length;
  return [
    `- ${command}${prose(clip(message, 1000))}`,
    hint === null ? '' : `  <br>${emoji ? '💡 ' : ''}${prose(clip(hint, 1000))}`,
    ...found,
    missing > 0 ? `  - … ${missing} more: run \`git milestone validate\`` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What was wrong with each command, how to mend it, and where. */
export function refusalList(refusals: readonly Refusal[], emoji: boolean): string {
  const shown = refusals.slice(0, REFUSALS).map((refusal) => refusalText(refusal, emoji));
  const missing = refusals.length - shown.length;
  return [...shown, ...(missing > 0 ? [`- … ${counted(missing, 'more refusal')}`] : [])].join('\n');
}

/** The four phases of the run, each with what its checks found. */
export function phaseText({ phases }: Answer, emoji: boolean): string {
  return phases.map((phase) => `**${md(phase.title)}**\n\n${checkList(phase.lines, emoji)}`).join('\n\n');
}

/** The dashboard's part in a reply, by its three switches: health, matrix and critical path; metrics and forecast; sessions and activity. */
export function excerpt(page: Page, sections: Answer['sections']): string {
  const parts = [
    ...(sections.dashboard
      ? [overview(page), asOf(page), matrix(page), titled('Critical path', criticalPath(page))]
      : []),
    ...(sections.analytics ? [titled('Performance metrics', metrics(page)), titled('Forecast', forecast(page))] : []),
    ...(sections.monitor ? [titled('Active sessions', sessions(page)), titled('Recent activity', activity(page))] : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The focus views that were asked for. */
export function focusText(page: Page, ids: readonly string[]): string {
  return ids
    .slice(0, 5)
    .map((id) => focusBody(page, id, '####'))
    .join('\n\n');
}

function titled(name: string, text: string): string {
  return text === '' ? '' : `**${name}**\n\n${text}`;
}
