import { changeText, trackingOf } from '../model/approval-tracking.ts';
import type { Status } from '../model/status.ts';
import { percent } from './bar.ts';
import { clip, code, md, prose } from './escape.ts';
import { label } from './label.ts';
import { table } from './md-table.ts';
import { link, more, type Page, rowsById } from './page.ts';
import { days, instant } from './when.ts';

const ROWS = 50;
const SEVERITY = { critical: 4, high: 3, medium: 2, low: 1 };

/** An id that links to its milestone where there is one. */
export function linked(page: Page, id: string | null): string {
  if (id === null) return '–';
  const row = rowsById(page.status).get(id);
  return row ? link(page, row) : md(id);
}

/** Open risks of open milestones, as the metric counts them, the gravest first: by impact, then by probability. */
export function openRisks(status: Status): Status['risks'] {
  const rows = rowsById(status);
  const over = (id: string): boolean => ['completed', 'cancelled'].includes(rows.get(id)?.status ?? '');
  const open = status.risks.filter((risk) => risk.status === 'open' && !over(risk.milestone));
  const grave = (risk: (typeof open)[number]): number => (risk.impact ? SEVERITY[risk.impact] : 0);
  return open.toSorted((a, b) => grave(b) - grave(a) || (b.probability ?? -1) - (a.probability ?? -1));
}

/** Open risks as a table. */
export function risks(page: Page): string {
  const open = openRisks(page.status);
  if (open.length === 0) return '';
  const rows = open
    .slice(0, ROWS)
    .map((risk) => [
      risk.impact === null ? 'no data' : label('impact', risk.impact, page.emoji),
      linked(page, risk.milestone),
      md(clip(risk.description, 200)),
      risk.probability === null ? '' : percent(risk.probability * 100),
      risk.delay_days === null ? '' : days(risk.delay_days),
      risk.mitigation === null ? '' : md(clip(risk.mitigation, 200)),
    ]);
  const optional = ['Probability', 'Delay', 'Mitigation'].map((title) => ({ title, optional: true }));
  return table(['Impact', 'ID', 'Risk', ...optional], rows) + more(open.length - ROWS, 'in the milestones’ files');
}

const SESSION = { healthy: '🟢 Healthy', constrained: '🟠 Constrained', blocked: '⛔ Blocked' };

/** Work sessions that are open. */
export function sessions(page: Page): string {
  const { sessions: all } = page.status;
  if (all.length === 0) return '';
  const rows = all.slice(0, ROWS).map((session) => [
    md(session.id),
    linked(page, session.milestone),
    session.by === null ? '' : md(session.by),
    session.progress === null ? 'no data' : percent(session.progress),
    session.last_checkpoint === null ? '' : instant(session.last_checkpoint),
    session.health === null ? '' : page.emoji ? SESSION[session.health] : SESSION[session.health].replace(/^\S+ /, ''),
    // That it cannot be judged needs no reason on the page: the cell is empty.
    session.health === null || session.reason === null ? '' : prose(clip(session.reason, 200)),
  ]);
  const columns = ['Session', 'ID', { title: 'By', optional: true }, 'Progress'];
  const optional = ['Last checkpoint', 'Health', 'Why'].map((title) => ({ title, optional: true }));
  return table([...columns, ...optional], rows) + more(all.length - ROWS, 'in `.milestones/sessions/`');
}

/** Changes that lack an approval, those in force first: what, by whom, whose answer, until when; and how approvals stand. */
export function approvals(page: Page): string {
  const { pending, unapproved, automatic, received, needed } = trackingOf(page.status.changes);
  const open = [...unapproved, ...pending];
  if (open.length === 0) return '';
  const rows = open
    .slice(0, ROWS)
    .map((change) => [
      code(change.id),
      change.state === 'unapproved'
        ? `${page.emoji ? '⚠️ ' : ''}${change.command === 'sync' ? 'on GitHub' : 'by hand'}, in force unapproved: ${change.milestones.map(md).join(', ') || 'policy'}`
        : change.command === null
          ? 'no data'
          : code(clip(change.command, 200)),
      md(change.actor),
      change.waiting_for
        .map(
          (each) =>
            `${md(each.received === 0 ? each.from : each.missing.join(', ') || 'nobody more')} (${md(each.rule)}, ${each.received} of ${each.needed})`,
        )
        .join(', '),
      change.approved_by.map(md).join(', '),
      change.waiting_for.flatMap((rule) => rule.answer_by ?? []).toSorted()[0] ?? '',
      change.waiting_for.flatMap((rule) => rule.expires ?? []).toSorted()[0] ?? '',
    ]);
  const optional = ['Approved by', 'Answer by', 'Expires'].map((title) => ({ title, optional: true }));
  const blocked = pending.slice(0, ROWS).map((change) => md(changeText(change)));
  const facts = [
    `Requests pending: ${pending.length}`,
    `auto-approved: ${automatic}`,
    `sign-offs: ${received} of ${needed} received`,
    `implementation blocked: ${blocked.length === 0 ? 'nothing' : blocked.join('; ')}`,
  ];
  return `${table(['Change', 'What', 'By', 'Needs', ...optional], rows)}${more(open.length - ROWS, 'in the journal')}\n\n${facts.join(' · ')}`;
}

/** What to do next, in the order the analysis ranked it. */
export function actions(page: Page): string {
  const { actions: all } = page.status;
  const lines = all.slice(0, 15).map((item, i) => {
    const cause = item.cause === '' ? '' : ` — ${prose(clip(item.cause, 200))}`;
    return `${i + 1}. **${label('action', item.priority, page.emoji)}** ${prose(clip(item.text, 200))}${cause}`;
  });
  return lines.join('\n') + more(all.length - lines.length, 'of lower rank');
}

/** The last changes, newest first, as many as `dashboard.activity` allows. */
export function activity(page: Page): string {
  const shown = page.status.activity.slice(0, page.state.config.dashboard.activity);
  return shown
    .map((item) => `- ${instant(item.at)} · ${md(item.id)} by ${md(item.actor)}: ${prose(clip(item.text, 200))}`)
    .join('\n');
}

/** Errors and warnings in the store's files; infos stay with `git milestone validate`. */
export function diagnostics(page: Page): string {
  const found = page.status.diagnostics.filter((d) => d.severity !== 'info');
  return diagnosticTable(found, page.emoji, page.href);
}

/** Findings as a table, each linked to its line where that is possible. */
export function diagnosticTable(
  found: Page['status']['diagnostics'],
  emoji: boolean,
  href: Page['href'],
  limit: number = ROWS,
): string {
  if (found.length === 0) return '';
  const rows = found.slice(0, limit).map((d) => {
    const place = `${d.file}:${d.line}:${d.column}`;
    return [
      label('severity', d.severity, emoji),
      href === null ? code(place) : `[${code(place)}](${href(d.file)}#L${d.line})`,
      prose(clip(d.message, 300)),
      d.hint === null ? '' : prose(clip(d.hint, 300)),
    ];
  });
  const note = more(found.length - limit, '(`git milestone validate` lists all)');
  return table(['', 'Where', 'What', { title: 'What to do', optional: true }], rows) + note;
}
