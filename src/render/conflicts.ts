import { clip, code, prose } from './escape.ts';
import { linked } from './lists.ts';
import { table } from './md-table.ts';
import { more, type Page } from './page.ts';

const ROWS = 30;

/** What the store and GitHub disagree about, and how to settle it. */
export function conflicts(page: Page): string {
  const open = page.status.conflicts ?? [];
  if (open.length === 0) return '';
  const rows = open
    .slice(0, ROWS)
    .map(({ id, milestones, evidence }) => [code(id), linked(page, milestones[0] ?? null), prose(clip(evidence, 300))]);
  const how =
    'Neither side is changed until somebody decides: make both sides the same, or comment `/milestone sync --prefer=store` or `/milestone sync --prefer=github`.';
  return `${how}\n\n${table(['Conflict', 'ID', 'What'], rows)}${more(open.length - ROWS, 'in `state/github.yaml`')}`;
}
