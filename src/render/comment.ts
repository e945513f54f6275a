import type { Answer, SyncReport } from '../model/answer.ts';
import {
  approvalList,
  checkList,
  emojiOf,
  excerpt,
  focusText,
  looksOnly,
  outcomeLine,
  outcomeText,
  phaseText,
  refusalList,
} from './answer-parts.ts';
import { budgeted, type Part } from './budget.ts';
import { editTable } from './edits.ts';
import { clip, html, md, prose } from './escape.ts';
import { finishText, impactLines, impactTable } from './impact.ts';
import { elsewherePage, folded } from './page.ts';
import { assessmentText, batchParts, detailParts, signOffParts, stepsPart, yamlPart } from './report.ts';
import { syncLines } from './sync.ts';

/** GitHub refuses comments above 65,536 characters. */
const LIMIT = 65_536;
const SECTIONS = ['monitor', 'dashboard', 'analytics'] as const;

export interface Extras {
  /** The hidden first line, as `model/marker.ts` makes it. */
  readonly marker: string;
  /** Address of the workflow run; null outside of one. */
  readonly runUrl: string | null;
  /** Address of the store's folder as GitHub shows it; left out, it is the repository's `.milestones` at the commit or at HEAD. */
  readonly storeUrl?: string | null;
}

/** Address of the store: as given, else beside the commit or the run whose address is known. */
function storeUrl(answer: Answer, extras: Omit<Extras, 'marker'>): string | null {
  if (extras.storeUrl !== undefined) return extras.storeUrl;
  const commit = answer.commit?.url?.match(/^(https?:\/\/.+)\/commit\/([0-9a-f]+)$/);
  if (commit) return `${commit[1]}/blob/${commit[2]}/.milestones`;
  const run = extras.runUrl?.match(/^(https?:\/\/.+)\/actions\/runs\/\d+/);
  return run ? `${run[1]}/blob/HEAD/.milestones` : null;
}

function section(name: string, text: string): string {
  return text === '' ? '' : `**${name}**\n\n${text}`;
}

/** What a synchronisation did; where it was only planned, nothing bears the mark of what is done. */
function syncSection(report: SyncReport, planned: boolean, emoji: boolean): string {
  const lines = syncLines(report);
  if (!planned) return section('GitHub', checkList(lines, emoji));
  const open = checkList(
    lines.filter(({ mark }) => mark !== 'ok'),
    emoji,
  );
  const would = lines.flatMap(({ mark, text }) => (mark === 'ok' ? [`- ${prose(clip(text, 500))}`] : []));
  return section('Would be done', [open, ...would].filter((text) => text !== '').join('\n'));
}

/**
 * The parts of an answer in order. Under a size limit they go in this order: dashboard, focus views, phases, approvals,
 * checks; the outcome, what changed, its impact and refusals stay.
 */
export function answerParts(answer: Answer, extras: Omit<Extras, 'marker'>): Part[] {
  const emoji = emojiOf(answer);
  const { decision, status, state, outcome } = answer;
  const store = storeUrl(answer, extras);
  const page = status && state ? elsewherePage(status, state, store) : null;
  // Help and logs have headings of their own.
  const untitled = outcome === 'shown' && answer.views.length > 0 && answer.focus.length === 0;
  const title = untitled ? '' : `### ${md(outcomeText(answer))}`;
  const parts: Part[] = [{ text: title }, { text: outcomeLine(answer) }];
  if (decision.kind === 'refused') parts.push({ text: refusalList(decision.refusals, emoji) });
  if (decision.kind === 'planned') {
    const { plan } = decision;
    const { report } = plan;
    const impact = [
      assessmentText(report, emoji),
      plan.edits.length > 0 ? finishText(plan.impact) : '',
      impactTable(plan.impact, emoji),
      impactLines(plan.impact),
    ];
    parts.push({
      text: section(outcome === 'applied' ? 'Changed' : 'Would change', editTable(plan.edits)),
    });
    parts.push({ text: section('Impact', impact.filter((text) => text !== '').join('\n\n')) });
    parts.push(...detailParts(report, emoji));
    parts.push({
      text: plan.edits.length > 0 ? section('Change validation', checkList(plan.checks, emoji)) : '',
      drop: 1,
      name: 'change validation',
    });
    parts.push(stepsPart(report, outcome === 'applied'));
    parts.push({ text: section('Approvals', approvalList(plan, emoji)), drop: 2, name: 'approvals' });
    parts.push(...signOffParts(report, emoji), ...batchParts(report, emoji), yamlPart(report));
  }
  if (answer.sync)
    parts.push({ text: syncSection(answer.sync, outcome === 'planned', emoji), drop: 3, name: 'synchronisation' });
  for (const view of answer.views) parts.push({ text: view, drop: 3, name: 'a view' });
  const shown = looksOnly(answer);
  const phases = phaseText(answer, emoji);
  if (page && answer.focus.length > 0) {
    const text = focusText(page, answer.focus);
    const name = `Focus: ${answer.focus.map(html).join(', ')}`;
    parts.push({ text: shown ? text : folded(name, text), drop: 5, name: 'focus views' });
  }
  // Beside help, a log or a focus view the dashboard would only be in the way, unless it was asked for.
  const beside = shown && (answer.views.length > 0 || answer.focus.length > 0);
  const dashboard = page && (!beside || namesSections(answer)) ? excerpt(page, answer.sections) : '';
  if (dashboard !== '')
    parts.push({ text: shown && !beside ? dashboard : folded('Dashboard', dashboard), drop: 6, name: 'dashboard' });
  if (phases !== '' && !beside)
    parts.push({ text: folded('What was done and checked', phases), drop: 4, name: 'phases of the run' });
  parts.push({ text: footer(answer, extras, store) });
  return parts;
}

/** True if a command says in so many words that it wants a part of the dashboard. */
function namesSections({ intents }: Answer): boolean {
  return intents.some(({ options }) => SECTIONS.some((name) => options[name] === true));
}

function footer(answer: Answer, { runUrl }: Omit<Extras, 'marker'>, store: string | null): string {
  const links = [
    store && answer.state ? `[Dashboard](${encodeURI(dashboardUrl(answer.state.config.dashboard.path, store))})` : '',
    runUrl === null ? '' : `[Run](${encodeURI(runUrl)})`,
  ].filter((link) => link !== '');
  return links.length === 0 ? '' : `<sub>${links.join(' · ')}</sub>`;
}

function dashboardUrl(path: string, store: string): string {
  return `${store.replace(/\/\.milestones$/, '')}/${path}`;
}

/** Where to read on when parts had to go. */
export function instead(answer: Answer, extras: Omit<Extras, 'marker'>): string {
  const store = storeUrl(answer, extras);
  const path = answer.state?.config.dashboard.path ?? 'STATUS.md';
  return `See ${store === null ? `\`${path}\`` : `[${md(path)}](${encodeURI(dashboardUrl(path, store))})`}.`;
}

/**
 * The reply on GitHub as Markdown of at most 65,536 characters. Its first line is the hidden marker by which a later run finds it
 * again; anything in it that would end the HTML comment early is taken out.
 */
export function replyText(answer: Answer, extras: Extras): string {
  const inner = extras.marker.replace(/^\s*<!--\s*|\s*-->\s*$/g, '');
  const marker = `<!-- ${inner.replace(/\s+/g, ' ').replace(/-{2,}|>/g, (run) => [...run].map((c) => (c === '-' ? '%2D' : '%3E')).join(''))} -->`;
  const [first, ...rest] = answerParts(answer, extras);
  const head = { text: `${marker}\n${first?.text ?? ''}` };
  return budgeted([head, ...rest], LIMIT, instead(answer, extras));
}
