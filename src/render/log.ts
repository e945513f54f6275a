import { approversText } from '../model/approval.ts';
import type { Entry } from '../model/journal.ts';
import { field, subject, value } from './edits.ts';
import { clip, code, md, plain } from './escape.ts';
import { paint, type Terminal } from './paint.ts';
import type { Outcomes } from './predictions.ts';
import { instant } from './when.ts';
import { shorten } from './width.ts';

const EDITS = 20;

/** `applied`, or what an entry answers: `approved C-7f3a`, `undone C-7f3a as C-10a6 asked`. */
function kind(entry: Entry): string {
  const asked = entry.request === undefined ? '' : ` as ${entry.request} asked`;
  return entry.of === null ? entry.kind : `${entry.kind} ${entry.of}${asked}`;
}

/** Whose approval an entry asks for, and who gave one for what. */
function approvals({ approvals: all, actor }: Entry): string[] {
  return all.flatMap((decision) => {
    const kinds = decision.kinds.length > 0 ? `, ${decision.kinds.join(' and ')} sign-off` : '';
    if (decision.outcome === 'required') return [`needs ${approversText(decision)}: ${decision.rule}${kinds}`];
    if (decision.outcome !== 'given') return [];
    const names = [...new Set([...decision.all, ...decision.any])].join(' and ');
    const by = decision.by ?? actor;
    return [`approved by ${by}${names === by ? '' : ` for ${names}`}: ${decision.rule}${kinds}`];
  });
}

/** The journal for a terminal, latest first, with what became of its predictions; `entries` as the journal has them, oldest first. */
export function terminalLog(
  entries: readonly Entry[],
  { color = false, width = 100 }: Partial<Terminal> = {},
  outcomes: Outcomes = () => [],
): string {
  if (entries.length === 0) return 'The journal is empty.\n';
  const cut = (text: string): string => shorten(text, width);
  const texts = entries.toReversed().map((entry) => {
    const head = `${paint({ color }, 'yellow', plain(entry.id))} ${instant(entry.at)} ${plain(entry.actor)} ${plain(kind(entry))}`;
    const lines = entry.changes.slice(0, EDITS).map((change) => {
      const where = `${plain(subject(change.file))} ${plain(field(change.path))}`;
      return cut(`    ${where}: ${plain(value(change.before))} → ${plain(value(change.after))}`);
    });
    const missing = entry.changes.length - lines.length;
    return [
      head,
      entry.command === null ? '' : cut(`    ${plain(entry.command)}`),
      entry.reason === null ? '' : cut(`    reason: ${plain(entry.reason)}`),
      ...lines,
      missing > 0 ? `    … ${missing} more` : '',
      ...approvals(entry).map((line) => cut(`    ${plain(line)}`)),
      ...outcomes(entry).map((line) => cut(`    ${plain(line)}`)),
      entry.source === null || entry.source === 'cli' ? '' : cut(`    ${plain(entry.source)}`),
    ]
      .filter((line) => line !== '')
      .join('\n');
  });
  return `${texts.join('\n\n')}\n`;
}

/** The same as Markdown. */
export function mdLog(entries: readonly Entry[], outcomes: Outcomes = () => []): string {
  if (entries.length === 0) return 'The journal is empty.\n';
  const texts = entries.toReversed().map((entry) => {
    const lines = entry.changes.slice(0, EDITS).map((change) => {
      const sides = [change.before, change.after].map((side) => md(clip(value(side), 200)));
      return `  - ${md(subject(change.file))} ${code(field(change.path))}: ${sides.join(' → ')}`;
    });
    const missing = entry.changes.length - lines.length;
    const command = entry.command === null ? '' : `: ${code(clip(entry.command, 300))}`;
    const reason = entry.reason === null ? '' : ` — ${md(clip(entry.reason, 300))}`;
    const source =
      entry.source !== null && /^https?:\/\//.test(entry.source) ? ` ([source](${encodeURI(entry.source)}))` : '';
    return [
      `- ${instant(entry.at)} · ${code(entry.id)} ${md(kind(entry))} by ${md(entry.actor)}${command}${reason}${source}`,
      ...lines,
      ...(missing > 0 ? [`  - … ${missing} more`] : []),
      ...[...approvals(entry), ...outcomes(entry)].map((line) => `  - ${md(line)}`),
    ].join('\n');
  });
  return `${texts.join('\n')}\n`;
}
