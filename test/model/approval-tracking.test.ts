import { expect, it } from 'vitest';
import { trackingOf } from '../../src/model/approval-tracking.ts';

it('counts as automatic what a policy let pass, and not what was taken over from GitHub', () => {
  const change = { state: 'applied', at: '2024-07-26T16:45:00Z', actor: 'wanda', milestones: ['M05'] } as const;
  const more = { waiting_for: [], approved_by: [] };
  const changes = ['update M05 --priority=low', 'sync'].map((command, i) => ({
    ...change,
    ...more,
    milestones: ['M05'],
    id: `C-${i}`,
    command,
  }));
  expect(trackingOf(changes).automatic).toBe(1);
});
