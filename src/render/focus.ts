import type { Milestone } from '../model/milestone.ts';
import type { State } from '../model/state.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { bar, percent } from './bar.ts';
import { budgeted, bytes, type Part } from './budget.ts';
import { code, md } from './escape.ts';
import { headline, reasons, timeline } from './focus-facts.ts';
import { blockers, criteria, quality, resources, riskList } from './focus-lists.ts';
import { table } from './md-table.ts';
import { elsewherePage, link, type Page, reportPage, title } from './page.ts';
import { GENERATED } from './status-page.ts';
import { nextSteps, taskTable } from './tasks.ts';
import { markdownVoice } from './voice.ts';

const LIMIT = 400_000;

/** Items as a Markdown list. */
function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function parts(page: Page, row: MilestoneStatusRow, milestone: Milestone | undefined, level: string): Part[] {
  const { status, state, emoji } = page;
  const voice = markdownVoice(page);
  const section = (name: string, text: string, drop: number): Part => ({
    text: text === '' ? '' : `${level} ${name}\n\n${text}`,
    drop,
    name,
  });
  const of = (text: (known: Milestone) => string): string => (milestone ? text(milestone) : '');
  return [
    { text: headline(row, emoji, voice) },
    { text: `\`${bar(row.progress, 50)}\` ${percent(row.progress)}` },
    { text: timeline(row, status, state, voice) },
    { text: list(reasons(row, voice)) },
    { text: of((known) => (known.description === null ? '' : md(known.description))) },
    section(
      'Tasks',
      of((known) => taskTable(known, row, page)),
      6,
    ),
    section(
      'Quality',
      of((known) => qualityTable(quality(known, emoji, voice))),
      5,
    ),
    section(
      'Success criteria',
      of((known) => list(criteria(known, emoji, voice))),
      4,
    ),
    section('Dependencies', list(blockers(row, page, voice)), 3),
    section(
      'Risks',
      of((known) => list(riskList(known, emoji, voice))),
      2,
    ),
    section(
      'Resources',
      of((known) => list(resources(known, voice))),
      1,
    ),
    section(
      'Next steps',
      of((known) => nextSteps(known, state.config)),
      7,
    ),
  ];
}

function qualityTable(rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : table(['Metric', 'Value', 'Target', { title: 'Result', optional: true }], rows);
}

/** The focus view inside another text: no generated-file line, headings of the given level. */
export function focusBody(page: Page, id: string, level: string): string {
  const row = page.status.milestones.find((m) => m.id === id);
  if (!row) return `${code(id)} is not a milestone of this project.`;
  const milestone = page.state.milestones.find((m) => m.id === id);
  const texts = parts(page, row, milestone, `${level}#`).map((part) => part.text);
  return [`${level} ${link(page, row)} ${title(row.title)}`, ...texts].filter((text) => text !== '').join('\n\n');
}

/**
 * The focus view of one milestone as a Markdown file in `.milestones/reports/`: progress, timeline, tasks, quality, dependencies,
 * risks, resources and what comes next. Days left count from `status.as_of`.
 */
export function focusPage(status: Status, state: State, id: string): string {
  const page = reportPage(status, state);
  const row = status.milestones.find((m) => m.id === id);
  if (!row) return `${GENERATED}\n\n${focusBody(elsewherePage(status, state, null), id, '#')}\n`;
  const milestone = state.milestones.find((m) => m.id === id);
  const head = [{ text: GENERATED }, { text: `# ${link(page, row)} ${title(row.title)}` }];
  return budgeted(
    [...head, ...parts(page, row, milestone, '##')],
    LIMIT,
    `The whole of it is in ${link(page, row)}.`,
    bytes,
  );
}
