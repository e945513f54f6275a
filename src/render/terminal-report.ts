import type { Plan } from '../model/plan.ts';
import type { ReportSection } from '../model/plan-report.ts';
import { block, hanging, tree } from './box.ts';
import { plain } from './escape.ts';
import type { Terminal } from './paint.ts';
import { plainLine } from './report.ts';

const STEPS = 30;

function section({ title, lines }: ReportSection, emoji: boolean, terminal: Terminal): string {
  const shown = lines.map((line) => plainLine(line, emoji));
  return block(terminal, plain(title), tree(shown, terminal).join('\n'));
}

/** What a plan means for timeline, resources, dependencies, risk and stakeholders. */
export function terminalAssessment({ report }: Plan, emoji: boolean, terminal: Terminal): string {
  return report === null ? '' : section({ title: 'Impact assessment', lines: report.impact }, emoji, terminal);
}

/** Resources and priority before and after, and whether the people are there. */
export function terminalDetails({ report }: Plan, emoji: boolean, terminal: Terminal): string[] {
  return (report?.details ?? []).map((each) => section(each, emoji, terminal));
}

/** Who has signed what kind of change off, and how approvals stand. */
export function terminalSignOffs({ report }: Plan, emoji: boolean, terminal: Terminal): string[] {
  return (report?.signOffs ?? []).map((each) => section(each, emoji, terminal));
}

/** The steps that carry the plan out, and the results of a bulk update. */
export function terminalOutcome({ report }: Plan, emoji: boolean, terminal: Terminal): string[] {
  if (report === null) return [];
  const steps = report.steps.slice(0, STEPS).map((step, i) => hanging(`  ${i + 1}. ${plain(step)}`, 5, terminal));
  return [
    block(terminal, 'Implementation plan', steps.join('\n')),
    ...report.batch.map((each) => section(each, emoji, terminal)),
  ];
}
