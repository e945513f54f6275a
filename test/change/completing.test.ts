import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/store/journal.ts';
import { applied, edited, planned, refusedBy, storeOf } from './world.ts';

const bare = (more: string): ReturnType<typeof storeOf> => storeOf({ 'active/A.yaml': `title: A\n${more}` });
const texts = (plan: ReturnType<typeof planned>): string[] => plan.checks.map((check) => check.text);

describe('the recorded progress of what is completed', () => {
  it.each([
    [
      'progress: {percentage: 40}   # by feel\n',
      { 'A progress.percentage': 100, 'A progress.last_update': '2024-07-26' },
    ],
    ['progress: 40\n', { 'A progress': 100 }],
    ['progress: {overall_percentage: 40}\n', { 'A progress.overall_percentage': 100 }],
  ])('completing makes a recorded progress say so, and undo brings it back: %j', (progress, expected) => {
    const before = bare(progress);
    const plan = planned(before, 'update A --status=completed', { id: 'do' });
    expect(edited(plan)).toMatchObject({ 'A status': 'completed', ...expected });
    const after = applied(before, plan);
    expect(after.diagnostics).toEqual([]);
    expect(plan.after.milestones[0]?.progress).toBe(100);
    const back = applied(after, planned(after, `undo ${changesOf(after.journal)[0]?.id}`, { id: 'undo' }));
    expect(back.files.get('active/A.yaml')).toBe(before.files.get('active/A.yaml'));
    const again = planned(after, 'update A --status=in_progress', { id: 'again' });
    expect(texts(again)).toContain('A is open again and still records 100% progress; --progress says what is done');
  });
  it('completing writes no progress where none is recorded, where it is 100% already, or where tasks say it', () => {
    for (const more of [
      '',
      'progress: 100\n',
      'progress: {percentage: 40}\ntasks: [{id: t, title: T, progress: 40}]\n',
    ]) {
      const keys = Object.keys(edited(planned(bare(more), 'update A --status=completed')));
      expect(keys.filter((key) => key.includes('progress'))).toEqual([]);
    }
    const named = planned(bare('progress: 40\n'), 'update A --status=completed --progress=100');
    expect(edited(named)).toMatchObject({ 'A progress': 100 });
  });
  it('of a completed milestone is 100%', () => {
    const done = bare('status: completed\nprogress: {percentage: 40}\n');
    const refusal = refusedBy(done, 'update A --progress=30');
    expect(refusal.code).toBe('finished-milestone');
    expect(refusal.hint).toContain('--status=in_progress --progress=30');
    expect(edited(planned(done, 'update A --progress=100'))).toMatchObject({ 'A progress.percentage': 100 });
    expect(edited(planned(done, 'update A --status=in_progress --progress=30'))).toMatchObject({
      'A status': 'in_progress',
      'A progress.percentage': 30,
    });
    expect(refusedBy(bare('progress: {percentage: 40}\n'), 'update A --status=completed --progress=90').code).toBe(
      'finished-milestone',
    );
  });
});
