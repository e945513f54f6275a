import type { RemoteMilestone } from '../../model/remote.ts';
import type { State } from '../../model/state.ts';
import { collectionLines, OWN_LAYOUT } from '../../store/yaml/print.ts';
import { remoteView } from './comparison.ts';
import { closingDay } from './milestone-edits.ts';

/** The file of a milestone that was on GitHub only. A closed one is completed, on the day that it was closed. */
export function adoptedFile(
  remote: RemoteMilestone,
  id: string,
  state: State,
  now: string,
): { readonly path: string; readonly text: string } {
  const { title, description, due } = remoteView(remote);
  const closed = remote.state === 'closed';
  const day = closed ? closingDay(state, remote.closedAt, now) : null;
  const timeline = { ...(due ? { estimated_end: due } : {}), ...(day ? { actual_end: day } : {}) };
  const contents = {
    id,
    title: title || id,
    ...(description === '' ? {} : { description }),
    status: closed ? 'completed' : 'planning',
    created_at: remote.createdAt,
    ...(day ? { completed_at: day } : {}),
    ...(Object.keys(timeline).length > 0 ? { timeline } : {}),
    github: { milestone: remote.number },
  };
  const path = `${closed ? 'completed' : 'active'}/${id}.yaml`;
  return { path, text: `${collectionLines(contents, 0, OWN_LAYOUT).join('\n')}\n` };
}
