import type { Answer } from '../model/answer.ts';
import { emojiOf } from './answer-parts.ts';
import { budgeted, bytes } from './budget.ts';
import { answerParts, type Extras, instead } from './comment.ts';
import { diagnosticTable } from './lists.ts';

/** GitHub refuses job summaries above 1 MiB, line ends and other steps included; hence the room. */
const LIMIT = 1_000_000;
const DIAGNOSTICS = 500;

/** The answer as a job summary: the reply, without its marker, with every finding in the store's files. */
export function summaryText(answer: Answer, extras: Omit<Extras, 'marker'>): string {
  const found = answer.state?.diagnostics ?? [];
  const table = diagnosticTable([...found], emojiOf(answer), null, DIAGNOSTICS);
  const findings = table === '' ? [] : [{ text: `**Findings in the store**\n\n${table}`, drop: 3, name: 'findings' }];
  return budgeted([...answerParts(answer, extras), ...findings], LIMIT, instead(answer, extras), bytes);
}
