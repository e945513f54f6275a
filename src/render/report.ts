import type { PlanReport, ReportLine, ReportSection } from '../model/plan-report.ts';
import type { Part } from './budget.ts';
import { clip, md, plain, prose } from './escape.ts';
import { checkMark } from './label.ts';
import { folded } from './page.ts';

const LINES = 50;
const STEPS = 30;

/** What stands before a line: the mark of a check, or nothing. */
export function lineMark({ mark, text }: ReportLine, emoji: boolean): string {
  return mark === null ? '' : `${checkMark({ mark, text }, emoji)} `;
}

function bullets(lines: readonly ReportLine[], emoji: boolean): string {
  const shown = lines.slice(0, LINES).map((line) => `- ${lineMark(line, emoji)}${prose(clip(line.text, 800))}`);
  return [...shown, ...(lines.length > LINES ? [`- … ${lines.length - LINES} more`] : [])].join('\n');
}

function section({ title, lines }: ReportSection, emoji: boolean): string {
  return lines.length === 0 ? '' : `**${md(title)}**\n\n${bullets(lines, emoji)}`;
}

/** A block of code that nothing in the text can end. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** The assessment of the impact as a list; empty without a report. */
export function assessmentText(report: PlanReport | null, emoji: boolean): string {
  return report === null ? '' : bullets(report.impact, emoji);
}

/** Resources and priority before and after, and whether the people are there. */
export function detailParts(report: PlanReport | null, emoji: boolean): Part[] {
  return (report?.details ?? []).map((each) => ({ text: section(each, emoji), drop: 2, name: each.title }));
}

/** The steps of a plan, numbered; folded where they have been carried out. */
export function stepsPart(report: PlanReport | null, done: boolean): Part {
  if (report === null || report.steps.length === 0) return { text: '' };
  const list = report.steps.slice(0, STEPS).map((step, i) => `${i + 1}. ${prose(clip(step, 500))}`);
  const text = list.join('\n');
  return {
    text: done ? folded('Implementation plan', text) : `**Implementation plan**\n\n${text}`,
    drop: 4,
    name: 'implementation plan',
  };
}

/** The results of a bulk update: each milestone, those left as they are, and how they go together. */
export function batchParts(report: PlanReport | null, emoji: boolean): Part[] {
  return (report?.batch ?? []).map((each) => ({ text: section(each, emoji), drop: 3, name: each.title }));
}

/** Who has signed what kind of change off, and how approvals stand. */
export function signOffParts(report: PlanReport | null, emoji: boolean): Part[] {
  return (report?.signOffs ?? []).map((each) => ({ text: section(each, emoji), drop: 2, name: each.title }));
}

/** The impact as YAML, folded. */
export function yamlPart(report: PlanReport | null): Part {
  if (report === null || report.yaml === '') return { text: '' };
  return { text: folded('Impact as YAML', fenced(report.yaml, 'yaml')), drop: 5, name: 'impact as YAML' };
}

/** A report's line without markup, for terminals. */
export function plainLine(line: ReportLine, emoji: boolean): string {
  return lineMark(line, emoji) + plain(line.text.replaceAll('`', ''));
}
