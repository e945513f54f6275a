import type { Answer } from '../model/answer.ts';
import { approversText } from '../model/approval.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Check, Plan, Refusal } from '../model/plan.ts';
import { emojiOf, looksOnly, outcomeText } from './answer-parts.ts';
import { block, box } from './box.ts';
import { field, subject, value } from './edits.ts';
import { clip, plain } from './escape.ts';
import { criticalPathText, finishText, moveText } from './impact.ts';
import { checkMark } from './label.ts';
import { type Colour, paint, type Terminal } from './paint.ts';
import { syncLines } from './sync.ts';
import { terminalDiagnostics } from './terminal-diagnostics.ts';
import { terminalFocus } from './terminal-focus.ts';
import { terminalAssessment, terminalDetails, terminalOutcome, terminalSignOffs } from './terminal-report.ts';
import { DEFAULT_WIDTH, terminalStatus } from './terminal-status.ts';
import { shorten } from './width.ts';

const COLOURS: Record<Answer['outcome'], Colour | null> = {
  applied: 'green',
  requested: 'yellow',
  proposed: 'yellow',
  planned: 'cyan',
  shown: null,
  unchanged: null,
  refused: 'red',
};
const ROWS = 100;

function edits(plan: Plan, terminal: Terminal): string {
  const rows = plan.edits
    .slice(0, ROWS)
    .map((edit) => [
      plain(subject(edit.file)),
      plain(field(edit.path)),
      plain(clip(value(edit.before), 300)),
      plain(clip(value(edit.after), 300)),
    ]);
  const columns = [
    { title: 'ID', shrink: 24 },
    { title: 'FIELD', shrink: 16 },
    { title: 'BEFORE', shrink: 10 },
    { title: 'AFTER', shrink: 10 },
  ];
  const missing = plan.edits.length - rows.length;
  return rows.length === 0 ? '' : box(columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more` : '');
}

function impact(plan: Plan, emoji: boolean, terminal: Terminal): string {
  const moved = plan.impact.milestones.map((m) => ({ ...m, text: moveText(m, emoji) })).filter((m) => m.text !== '');
  // The title gives way to what moves.
  const lines = moved.slice(0, ROWS).map(({ id, title, text }) => {
    const room = terminal.width - id.length - text.length - 5;
    return `  ${id}${room > 3 ? ` ${shorten(plain(title), room)}` : ''}: ${text}`;
  });
  const missing = moved.length - lines.length;
  return [
    plan.edits.length > 0 ? finishText(plan.impact) : '',
    criticalPathText(plan.impact, plain),
    ...lines,
    ...(missing > 0 ? [`  … ${missing} more`] : []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const CHECK_COLOURS: Record<Check['mark'], Colour | null> = {
  ok: null,
  warning: 'yellow',
  error: 'red',
  'no-data': null,
};

function checks(all: readonly Check[], emoji: boolean, terminal: Terminal): string {
  return all
    .map((check) => `  ${checkMark(check, emoji)} ${paint(terminal, CHECK_COLOURS[check.mark], plain(check.text))}`)
    .join('\n');
}

function approvals(plan: Plan): string {
  const lines = plan.approvals.map((a) => {
    const who = a.outcome === 'automatic' ? 'automatic' : `needs ${plain(approversText(a))}`;
    return `  ${who}: ${plain(a.rule)} — ${plain(a.reason)}`;
  });
  return lines.join('\n');
}

function refused(refusal: Refusal, files: ReadonlyMap<string, string>, terminal: Terminal): string {
  const { code, message, hint, intent, diagnostics } = refusal;
  const found: readonly Diagnostic[] = diagnostics;
  return [
    `${paint(terminal, 'red', `error[${code}]`)}${paint(terminal, 'bold', `: ${plain(message)}`)}`,
    intent === null ? '' : `  ${paint(terminal, 'blue', '-->')} ${plain(intent.text)}`,
    hint === null ? '' : `  ${paint(terminal, 'blue', '=')} ${paint(terminal, 'cyan', 'help')}: ${plain(hint)}`,
    found.length === 0 ? '' : `\n${terminalDiagnostics(found, files, terminal).trimEnd()}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Change ids and commit, or that nothing was written. */
function footer(answer: Answer, plan: Plan | null): string {
  if (answer.outcome === 'planned' && plan)
    return `Nothing was written. Plan ${plan.hash}; apply just this with --plan=${plan.hash}.`;
  if (answer.outcome === 'requested' && plan) {
    const id = plan.entries[0]?.id ?? '';
    return `${id} waits for approval; nothing has changed yet. An approver comments /milestone approve ${id} on GitHub.`;
  }
  if (answer.outcome === 'applied' && plan) {
    const ids = plan.entries.map((entry) => entry.id).slice(0, 20);
    const files = plan.writes.map((write) => plain(write.path));
    const where = files.length > 5 ? `${files.length} files` : files.join(', ');
    const commit = answer.commit === null ? '' : `, commit ${answer.commit.sha.slice(0, 7)}`;
    return `${ids.join(', ')}: wrote ${where || 'nothing'}${commit}.`;
  }
  return answer.outcome === 'refused' ? 'Nothing was changed.' : '';
}

/**
 * What a command did, for the terminal: outcome, fields before and after, who moves, checks, approvals; refusals like compiler
 * errors. Read-only commands print their views, focus views or the dashboard.
 */
export function terminalAnswer(
  answer: Answer,
  { color = false, width = DEFAULT_WIDTH }: Partial<Terminal> = {},
): string {
  const terminal = { color, width };
  const emoji = emojiOf(answer);
  const { decision, state, status, outcome } = answer;
  const parts: string[] = [];
  const look = looksOnly(answer);
  if (!look) parts.push(paint(terminal, COLOURS[outcome], shorten(plain(outcomeText(answer)), width)));
  const plan = decision.kind === 'planned' ? decision.plan : null;
  if (decision.kind === 'refused') {
    for (const refusal of decision.refusals) parts.push(refused(refusal, state?.files ?? new Map(), terminal));
  }
  if (plan) {
    parts.push(edits(plan, terminal), terminalAssessment(plan, emoji, terminal), impact(plan, emoji, terminal));
    parts.push(...terminalDetails(plan, emoji, terminal));
    if (plan.edits.length > 0) parts.push(block(terminal, 'Change validation', checks(plan.checks, emoji, terminal)));
    parts.push(block(terminal, 'Approvals', approvals(plan)), ...terminalSignOffs(plan, emoji, terminal));
    parts.push(...terminalOutcome(plan, emoji, terminal));
  }
  if (answer.sync) parts.push(block(terminal, 'GitHub', checks(syncLines(answer.sync), emoji, terminal)));
  parts.push(...answer.views.map((view) => view.trimEnd()));
  if (status && state && answer.focus.length > 0) {
    if (outcome === 'shown')
      for (const id of answer.focus) parts.push(terminalFocus(status, state, id, terminal).trimEnd());
  } else if (status && state && look && answer.views.length === 0) {
    parts.push(terminalStatus(status, state, terminal, answer.sections).trimEnd());
  }
  parts.push(footer(answer, plan));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The impact of a planned or applied change as a YAML document; null where there is none to tell. */
export function yamlAnswer({ decision }: Answer): string | null {
  return decision.kind === 'planned' ? (decision.plan.report?.yaml ?? null) : null;
}
