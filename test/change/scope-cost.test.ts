import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/analysis/calendar.ts';
import { scopeEstimate } from '../../src/change/scope-cost.ts';
import { storeOf } from './world.ts';

describe('what earlier changes of scope cost', () => {
  it('counts days of the project, not of UTC', () => {
    const log = `id: C-1a2b3c
kind: applied
at: 2024-07-18T09:00:00Z
actor: alice
milestones: [A]
changes:
  - {file: active/A.yaml, path: [description], before: x, after: y}
  - {file: active/A.yaml, path: [timeline, estimated_end], before: "2024-08-15T20:00:00Z", after: "2024-08-19"}
`;
    const east = storeOf({
      'config.yaml': 'calendar: {timezone: Asia/Tokyo}\n',
      'active/A.yaml': 'title: A\ndescription: y\n',
      'logs/2024/07/20240718T090000Z-C-1a2b3c.yaml': log,
    });
    // The 15th at 20:00 is Friday the 16th in Tokyo.
    expect(scopeEstimate(east.journal, calendarOf(east.config.calendar))).toContain('+1 day (median of 1)');
  });
});
