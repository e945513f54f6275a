import { describe, expect, it } from 'vitest';
import { syncLines } from '../../../src/render/sync.ts';
import { World } from './peer.ts';

const M01 = 'active/M01.yaml';

function world(text: string): World {
  const made = new World({
    'config.yaml': 'calendar: {timezone: America/Los_Angeles}\n',
    [M01]: `title: One\n${text}`,
  });
  made.run();
  return made;
}

/** The account of a run. */
function told({ plan }: ReturnType<World['run']>): string[] {
  const { conflicts, ...rest } = { ...plan, told: plan.operations, left: 0, waiting: 0, problems: [] };
  const open = conflicts.filter(({ solved }) => solved === null);
  return syncLines({ ...rest, conflicts: open }).map(({ text }) => text);
}

describe('a milestone that is closed and opened again on GitHub', () => {
  it.each(['planning', 'blocked', 'in_progress'])('is %s again, and no start is made up', (status) => {
    const at = world(`status: ${status}   # so\ntimeline: {estimated_end: 2024-08-30}\n`);
    const before = at.milestone('M01');
    at.github.change(1, { state: 'closed' });
    at.run();
    expect(at.milestone('M01').status).toBe('completed');
    at.github.change(1, { state: 'open' });
    at.run();
    expect({ ...at.milestone('M01').timeline, actual_end: null }).toEqual({ ...before.timeline, actual_end: null });
    expect(at.milestone('M01')).toMatchObject({ status, completedAt: null });
    expect(at.text(M01)).not.toContain('actual_start');
  });

  it('is in progress where nobody knows what it was, and no start is made up', () => {
    const at = world('');
    at.edit(M01, { path: ['status'], after: 'cancelled' });
    at.run();
    at.github.change(1, { state: 'open' });
    at.run();
    expect(at.milestone('M01').status).toBe('in_progress');
    expect(at.text(M01)).not.toContain('actual_start');
  });
});

describe('the account of a synchronisation', () => {
  it('does not name what stays as it is', () => {
    const at = world('timeline: {estimated_end: 2024-08-30, duration: 5d}\n');
    at.github.change(1, { due: '2024-09-01' });
    expect(told(at.run())).toEqual(['Store: M01 timeline.estimated_end: 2024-08-30 → 2024-09-01']);
  });

  it('advises to prefer a side only where that settles something', () => {
    const at = world('');
    at.files.set('active/M10.yaml', at.text(M01));
    const lines = told(at.run());
    expect(lines).toEqual([
      expect.stringMatching(/^Conflict S-M10-link: .*Remove github\.milestone from one of them$/),
    ]);
    at.files.delete('active/M10.yaml');
    at.edit(M01, { path: ['title'], after: 'Ours' });
    at.github.change(1, { title: 'Theirs' });
    expect(told(at.run()).join('\n')).toContain('--prefer=store');
  });
});
