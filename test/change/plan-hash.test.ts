import { describe, expect, it } from 'vitest';
import { applied, decided, edited, planned, reference, refusedBy } from './world.ts';

const hash = (line: string): string => planned(reference(), line).hash;

describe('the name of a plan', () => {
  it.each([
    ['update M05 --timeline=+5d', 'update M05 --timeline=+5days', 'update m05 --timeline="+5 Days"'],
    ['update M05 --timeline=+1d', 'update M05 --timeline=+1day', 'update M05 --timeline=+1days'],
    ['update M05 --effort=+6h', 'update M05 --effort=+6hours', 'update M05 --effort="+6.0 h"'],
  ])('is the same however the command is spelled: %s', (...lines) => {
    expect(new Set(lines.map(hash)).size).toBe(1);
  });

  it('is another where the command is', () => {
    expect(hash('update M05 --timeline=+5d')).not.toBe(hash('update M05 --timeline=+6d'));
    expect(hash('update M05 --timeline=+5d')).not.toBe(hash('update M05 --timeline=+1w --priority=low'));
  });

  it('tells a request that waits already in another spelling', () => {
    const start = reference({ approvals: true });
    const asked = planned(start, 'update M05 --timeline=+5d');
    const again = refusedBy(applied(start, asked), 'update M05 --timeline=+5days', { id: 'again' });
    expect(again.code).toBe('already-requested');
    expect(decided(start, `update M05 --timeline=+5days --plan=${asked.hash} --dry-run`).kind).toBe('planned');
  });
});

describe('a request of an earlier version, named by its command as it was written', () => {
  it('is still approved', () => {
    const start = reference({ approvals: true });
    const asked = planned(start, 'update M05 --timeline=+5days');
    const [entry] = asked.entries;
    const path = asked.writes[0]?.path ?? '';
    // What such a version called this plan.
    const text = (asked.writes[0]?.after ?? '').replace(asked.hash, 'fdcb3c31a8b1');
    const waiting = reference({ approvals: true, files: { [path]: text } });
    expect(waiting.journal.at(-1)?.plan).toBe('fdcb3c31a8b1');
    const yes = planned(waiting, `approve ${entry?.id}`, { id: 'yes', actor: 'carol', now: '2024-07-26T17:00:00Z' });
    expect(Object.keys(edited(yes))).toContain('M05 timeline.estimated_end');
  });
});
