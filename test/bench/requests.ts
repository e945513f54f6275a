import { CREATED, requestCounts } from '../e2e/requests.ts';
import type { Row } from './measure.ts';

/** What runs of the Action ask of GitHub, as the local GitHub counted it. */
export async function requestRows(): Promise<Row[]> {
  const { noop, comment, first } = await requestCounts();
  const row = (name: string, measured: number, limit: number): Row => ({
    name: `requests: ${name}`,
    measured,
    unit: '',
    baseline: null,
    limit,
  });
  return [
    row('scheduled run, nothing new', noop.reads + noop.writes, 5),
    row('comment that moves a due date', comment.reads + comment.writes, 8),
    row('first sync of 100 milestones, 1,000 issues: reads', first.reads, 20),
    row(`first sync: writes, ${CREATED} milestones to create`, first.writes, CREATED),
  ];
}
