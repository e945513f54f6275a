import { percent } from './bar.ts';
import { clip, md } from './escape.ts';
import { label } from './label.ts';
import { table } from './md-table.ts';
import { folded, more, type Page } from './page.ts';
import { counted, signedDays } from './when.ts';

const ROWS = 100;

/** The dependency matrix: open edges, satisfied ones (folded once there are many), and what the project waits for outside. */
export function dependencies(page: Page): string {
  const { dependencies: edges, external } = page.status;
  const line = (edge: (typeof edges)[number]): string[] => [
    `${md(edge.from)} → ${md(edge.to)}`,
    edge.lag_days === 0 ? '' : signedDays(edge.lag_days),
    label('edge', edge.state, page.emoji),
  ];
  const columns = ['Dependency', { title: 'Lag', optional: true }, 'State'];
  const listed = (some: typeof edges): string =>
    table(columns, some.slice(0, ROWS).map(line)) + more(some.length - ROWS, 'in the milestones’ files');
  const satisfied = edges.filter((edge) => edge.state === 'satisfied');
  const open = edges.filter((edge) => edge.state !== 'satisfied');
  const parts: string[] = [];
  if (edges.length > 0 && edges.length <= 20) parts.push(listed(edges));
  else {
    if (open.length > 0) parts.push(listed(open));
    if (satisfied.length > 0)
      parts.push(
        folded(counted(satisfied.length, 'satisfied dependency', 'satisfied dependencies'), listed(satisfied)),
      );
  }
  if (external.length > 0) {
    const rows = external
      .slice(0, ROWS)
      .map((item) => [
        `${md(clip(item.name, 80))} → ${md(item.milestone)}`,
        label('external', item.status, page.emoji),
        item.progress === null ? '' : percent(item.progress),
        item.owner === null ? '' : md(clip(item.owner, 60)),
        item.due ?? '',
        item.note === null ? '' : md(clip(item.note, 120)),
      ]);
    const optional = ['Progress', 'Owner', 'Due', 'Note'].map((title) => ({ title, optional: true }));
    parts.push(
      table(['From outside', 'State', ...optional], rows) + more(external.length - ROWS, 'in the milestones’ files'),
    );
  }
  return parts.join('\n\n');
}
