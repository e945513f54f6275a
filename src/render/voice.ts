import type { MilestoneStatusRow } from '../model/status.ts';
import { md, plain, prose } from './escape.ts';
import { named, type Page } from './page.ts';
import { paint, type Terminal } from './paint.ts';

/** How the same facts are said in Markdown and in a terminal. */
export interface Voice {
  /** Text of people. */
  readonly text: (text: string) => string;
  /** A sentence of the engine. */
  readonly prose: (text: string) => string;
  readonly strong: (said: string) => string;
  /** A milestone by id and title. */
  readonly milestone: (row: MilestoneStatusRow) => string;
}

export function markdownVoice(page: Page): Voice {
  return { text: md, prose, strong: (said) => `**${said}**`, milestone: (row) => named(page, row) };
}

export function terminalVoice(terminal: Pick<Terminal, 'color'>): Voice {
  return {
    text: plain,
    prose: plain,
    strong: (said) => paint(terminal, 'bold', said),
    milestone: (row) => `${row.id} ${plain(row.title)}`,
  };
}
