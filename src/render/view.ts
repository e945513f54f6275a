import type { Diagnostic } from '../model/diagnostic.ts';
import type { Intent } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { focusPage } from './focus.ts';
import { diagnosticTable } from './lists.ts';
import { mdLog, terminalLog } from './log.ts';
import type { Terminal } from './paint.ts';
import { statusPage } from './status-page.ts';
import { diagnosticCount, terminalDiagnostics } from './terminal-diagnostics.ts';
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

function verdict(state: State): string {
  const count = state.diagnostics.length;
  return count === 0 ? `${counted(state.files.size, 'file')} read, nothing to report.` : '';
}

/** Findings of a check as a job summary. */
export function diagnosticSummary(found: readonly Diagnostic[], files: number): string {
  const table = diagnosticTable([...found], true, null, 500);
  return `### Milestones: ${found.length === 0 ? 'no findings' : diagnosticCount(found)} in ${counted(files, 'file')}\n\n${table}\n`;
}

/** What a read-only command shows on GitHub, as Markdown. */
export function viewMarkdown(intent: Intent, state: State, status: Status): string {
  const id = asked(intent, state);
  switch (intent.verb) {
    case 'log':
      return mdLog(entriesOf(state, id));
    case 'validate':
      return verdict(state) || diagnosticTable([...state.diagnostics], state.config.dashboard.emoji, null, 500);
    default:
      return id === null ? statusPage(status, state) : focusPage(status, state, id);
  }
}

/** The same for a terminal. */
export function viewTerminal(intent: Intent, state: State, status: Status, terminal: Terminal): string {
  const id = asked(intent, state);
  switch (intent.verb) {
    case 'log':
      return terminalLog(entriesOf(state, id), terminal);
    case 'validate':
      return verdict(state) ? `${verdict(state)}\n` : terminalDiagnostics(state.diagnostics, state.files, terminal);
    default:
      return id === null ? terminalStatus(status, state, terminal) : terminalFocus(status, state, id, terminal);
  }
}
