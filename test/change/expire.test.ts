import { describe, expect, it } from 'vitest';
import { expiredEntries } from '../../src/change/expire.ts';
import { entryWrites } from '../../src/change/hand-edits.ts';
import { changesOf } from '../../src/store/journal.ts';
import { readStore } from '../../src/store/read.ts';

const request = `id: C-abcdef
kind: requested
at: 2024-07-01T09:00:00Z
actor: wanda
command: update M1 --timeline=+5d
commands: [update M1 --timeline=+5d]
milestones: [M1]
approvals: [{rule: Long, outcome: required, any: [carol], count: 1, expires: 2024-07-10}]
`;
const path = 'logs/2024/07/20240701T090000Z-C-abcdef.yaml';
const on = (now: string) => ({ actor: 'bot', source: 'run', now });

describe('a change request whose time has run out', () => {
  const state = readStore([{ path, kind: 'text', text: request }]);

  it('still waits on its last day', () => {
    expect(expiredEntries(state, on('2024-07-10T23:00:00Z'))).toEqual([]);
  });

  it('is journalled as expired the day after, once', () => {
    const entries = expiredEntries(state, on('2024-07-11T05:00:00Z'));
    expect(entries.map(({ kind, of, milestones }) => ({ kind, of, milestones }))).toEqual([
      { kind: 'expired', of: 'C-abcdef', milestones: ['M1'] },
    ]);
    const files = entryWrites(entries).map(
      (write) => ({ path: write.path, kind: 'text', text: write.after ?? '' }) as const,
    );
    const later = readStore([{ path, kind: 'text', text: request }, ...files]);
    expect(later.diagnostics).toEqual([]);
    expect(changesOf(later.journal).map((change) => change.state)).toEqual(['expired']);
    expect(expiredEntries(later, on('2024-07-12T05:00:00Z'))).toEqual([]);
  });
});
