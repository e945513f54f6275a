import { describe, expect, it } from 'vitest';
import { applied, edited, planned, reference } from './world.ts';

/** The reference project under one rule. */
function under(when: string): ReturnType<typeof reference> {
  const config = reference().files.get('config.yaml') ?? '';
  return reference({
    files: { 'config.yaml': `${config}approvals: [{name: Rule, when: ${when}, from: [sponsor]}]\n` },
  });
}

const mode = (when: string, line: string): string => planned(under(when), line).mode;

describe('what a rule can ask about', () => {
  it.each<[string, string, string]>([
    ['{budget: {gt: 1000}}', 'update M05 --effort=+15h', 'request'],
    ['{budget: {gt: 2000}}', 'update M05 --effort=+15h', 'apply'],
    ['{budget: {gt: 2000}}', 'update M06 --resources="+0.5 engineer"', 'request'],
    ['{budget: {gt: 3000}}', 'update M06 --resources="+0.5 engineer"', 'apply'],
    ['{budget: {lt: 0}}', 'update M06 --resources="-1 engineer"', 'request'],
    ['{budget: {gt: 99999999}}', 'update M06 --resources="1 performance specialist"', 'request'],
    ['{budget: {gt: 0}}', 'update M05 --timeline=+1d', 'apply'],
    ['{effort_hours: {gte: 15}}', 'update M05 --effort=+15h', 'request'],
    ['{effort_hours: {gt: 15}}', 'update M05 --effort=+15h', 'apply'],
    ['{status: [completed, cancelled]}', 'update M05 --status=completed', 'request'],
    ['{status: cancelled}', 'update M05 --status=completed', 'apply'],
    ['{p85_days: {gt: 0}}', 'update M07 --timeline=+2d', 'request'],
    ['{p85_days: {gt: 0}}', 'update M05 --scope=New', 'apply'],
    ['{finish_days: {gt: 1}}', 'update M07 --timeline=+2d', 'request'],
    ['{fte: {gte: 0.5}}', 'update M06 --resources="+0.5 engineer"', 'request'],
    ['{priority: {gt: 2}}', 'update M05 --scope=New', 'request'],
    ['{priority: {gt: 2}}', 'update M05 --priority=low', 'request'],
    ['{priority: [high, critical]}', 'update M05 --priority=low', 'apply'],
    ['{label: testing}', 'update M05 --scope=New', 'request'],
    // What is not known is asked about, whatever it is called.
    ['{weather: rain}', 'update M05 --scope=New', 'request'],
    ['{constructor: {gt: 5}}', 'update M05 --scope=New', 'request'],
    ['{toString: x, scope: false}', 'update M05 --scope=New', 'apply'],
    ['{milestone: [M06]}', 'update M05 --scope=New', 'apply'],
    ['{milestone: m05}', 'update M05 --scope=New', 'request'],
    ['{label: [Testing]}', 'update M05 --scope=New', 'request'],
    ['{priority: LOW}', 'update M05 --priority=low', 'request'],
  ])('%s: %s is a %s', (when, line, expected) => {
    expect(mode(when, line)).toBe(expected);
  });
  it('says that it asks because nobody knows', () => {
    const plan = planned(under('{budget: {gt: 10}}'), 'update M06 --resources="1 performance specialist"');
    expect(plan.approvals.map((a) => a.reason)).toEqual(['budget: no data, so it asks (rule: budget > 10)']);
    expect(plan.report?.impact.some((l) => l.text.includes('no rate is written down for performance specialist'))).toBe(
      true,
    );
  });
});

describe('an approval given on a later day', () => {
  it('carries out what was shown, with the days that were shown', () => {
    const start = under('{status: completed}');
    const asked = planned(start, 'update M05 --status=completed', { id: 'ask' });
    const waiting = applied(start, asked);
    const id = asked.entries[0]?.id ?? '';
    const given = planned(waiting, `approve ${id}`, { id: 'yes', actor: 'carol', now: '2024-07-29T09:00:00Z' });
    expect(edited(given)).toMatchObject({ 'M05 completed_at': '2024-07-26' });
    expect(given.entries.map((entry) => entry.kind)).toEqual(['approved', 'applied']);
  });
});

describe('what scope changes cost before', () => {
  const text = (state: ReturnType<typeof reference>): string =>
    planned(state, 'update M05 --scope="All of it"').report?.impact[0]?.text ?? '';
  it('no data where the journal has none', () => {
    expect(text(reference())).toContain('no data on what scope changes cost');
  });
  it('the median and how many, without those that were undone', () => {
    let state = reference();
    const lines = [
      'update M06 --scope=A --effort=+10h',
      'update M06 --scope=B --effort=+20h --timeline=+2d',
      'update M07 --scope=C --timeline=+4d --force',
      'update M07 --scope=D --effort=+90h',
    ];
    for (const [i, line] of lines.entries())
      state = applied(state, planned(state, line, { id: `s${i}`, now: `2024-07-26T17:0${i}:00Z` }));
    const last = state.journal.at(-1)?.id ?? '';
    state = applied(state, planned(state, `undo ${last}`, { id: 'u', now: '2024-07-26T17:09:00Z' }));
    expect(text(state)).toContain('earlier scope changes came with +15 hours (median of 2) and +3 days (median of 2)');
  });
});
