import { explain } from '../analysis/explain.ts';
import type { Explanation } from '../analysis/explanation.ts';
import { codeSpan } from '../model/code-span.ts';
import { parseDay } from '../model/day.ts';
import type { Intent } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { plain, prose } from './escape.ts';
import { mdExplanation, terminalExplanation } from './explain.ts';
import { focusPage } from './focus.ts';
import { diagnosticTable } from './lists.ts';
import { mdLog, terminalLog } from './log.ts';
import type { Terminal } from './paint.ts';
import { outcomesOf } from './predictions.ts';
import { statusPage } from './status-page.ts';
import { terminalDiagnostics } from './terminal-diagnostics.ts';
import { terminalFocus } from './terminal-focus.ts';
import { terminalStatus } from './terminal-status.ts';
import { counted } from './when.ts';

/** The id that the command names, spelt as the milestone is; null for none. */
function asked(intent: Intent, state: State): string | null {
  const [id] = intent.args;
  if (id === undefined) return null;
  return state.milestones.find((m) => m.id.toLowerCase() === id.toLowerCase())?.id ?? id;
}

/** Journal entries that touch a milestone; all of them for null. */
export function entriesOf(state: State, id: string | null): readonly Entry[] {
  return id === null ? state.journal : state.journal.filter((entry) => entry.milestones.includes(id));
}

function verdict(state: State, { diagnostics }: Status): string {
  return diagnostics.length === 0 ? `${counted(state.files.size, 'file')} read, nothing to report.` : '';
}

/** What a read-only command shows in a reply on GitHub; null for the dashboard and focus views, which the reply itself shows. */
export function replyView(intent: Intent, state: State, status: Status): string | null {
  const id = asked(intent, state);
  switch (intent.verb) {
    case 'explain': {
      const found = explanationOf(intent, state, status);
      return found ? mdExplanation(found) : prose(unexplained(intent));
    }
    case 'log':
      return mdLog(entriesOf(state, id), outcomesOf(state, status));
    case 'validate':
      return verdict(state, status) || diagnosticTable(status.diagnostics, state.config.dashboard.emoji, null, 500);
    default:
      return null;
  }
}

/** What `explain` is asked to explain, on the day of the status; null if there is no such milestone. */
export function explanationOf(intent: Intent, state: State, status: Status): Explanation | null {
  return explain(state, parseDay(status.as_of, 'UTC') ?? 0, intent.args[0] ?? 'health');
}

function unexplained(intent: Intent): string {
  return `${codeSpan(intent.args[0] ?? '')} is neither \`forecast\`, \`critical-path\` or \`health\` nor a milestone of this project.`;
}

/** The same as a Markdown page of its own, for `--format=md`. */
export function viewMarkdown(intent: Intent, state: State, status: Status): string {
  const id = asked(intent, state);
  return replyView(intent, state, status) ?? (id === null ? statusPage(status, state) : focusPage(status, state, id));
}

/** The same for a terminal. */
export function viewTerminal(intent: Intent, state: State, status: Status, terminal: Terminal): string {
  const id = asked(intent, state);
  switch (intent.verb) {
    case 'explain': {
      const found = explanationOf(intent, state, status);
      return found ? terminalExplanation(found, terminal) : `${plain(unexplained(intent))}\n`;
    }
    case 'log':
      return terminalLog(entriesOf(state, id), terminal, outcomesOf(state, status));
    case 'validate':
      return verdict(state, status)
        ? `${verdict(state, status)}\n`
        : terminalDiagnostics(status.diagnostics, state.files, terminal);
    default:
      return id === null ? terminalStatus(status, state, terminal) : terminalFocus(status, state, id, terminal);
  }
}
