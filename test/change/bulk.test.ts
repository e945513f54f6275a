import { describe, expect, it } from 'vitest';
import { applied, decided, edited, planned, reference, refusedBy, storeOf } from './world.ts';

const store = reference();
const titles = (plan: ReturnType<typeof planned>): string[] => plan.report?.batch.map((section) => section.title) ?? [];

describe('a bulk update', () => {
  it('is all or nothing', () => {
    const refusal = refusedBy(store, 'update --bulk --milestones=M0* --timeline=+1d');
    expect([refusal.code, refusal.message]).toEqual([
      'finished-milestone',
      'M01 is completed; its due date is history and cannot be moved',
    ]);
  });
  it('with --keep-going changes what it can, in one entry, and says what is left and why', () => {
    const plan = planned(store, 'update --bulk --milestones=M0* --timeline=+1d --keep-going');
    expect(Object.keys(edited(plan)).filter((key) => key.endsWith('estimated_end'))).toEqual(
      ['M05', 'M06', 'M07', 'M08'].map((id) => `${id} timeline.estimated_end`),
    );
    expect(plan.skipped.map((refusal) => refusal.message.slice(0, 3))).toEqual(['M01', 'M02', 'M03', 'M04']);
    expect(plan.entries.map((entry) => entry.milestones)).toEqual([['M05', 'M06', 'M07', 'M08']]);
    expect(titles(plan).slice(-2)).toEqual(['Left as they are', 'Coordination summary']);
  });
  it('with --keep-going is refused where nothing can be changed', () => {
    const refusal = refusedBy(store, 'update --bulk --milestones=M01,M02 --timeline=+1d --keep-going');
    expect(refusal.code).toBe('finished-milestone');
  });
  it('leaves out what a blocking warning is about, and plans the rest again; the dry run has the same plan', () => {
    const late = storeOf({
      'active/A.yaml': 'title: A\ntimeline: {estimated_end: 2024-08-20, estimated_hours: 80}\n',
      'active/B.yaml': 'title: B\ntimeline: {estimated_end: 2024-08-20, estimated_hours: 8}\n',
    });
    const line = 'update --bulk --milestones=A,B --timeline=2024-07-30 --keep-going';
    const plan = planned(late, line);
    expect(plan.skipped.map(({ code, message }) => [code, message.slice(0, 1)])).toEqual([['infeasible-due', 'A']]);
    expect(Object.keys(edited(plan))).toEqual(['B timeline.estimated_end']);
    expect(planned(late, `${line} --dry-run`).hash).toBe(plan.hash);
    expect(planned(late, `${line} --plan=${plan.hash}`).hash).toBe(plan.hash);
  });
  it('chooses by status, owner, priority and label', () => {
    const ids = (list: string): string[] =>
      planned(store, `update --bulk --milestones=${list} --scope=New --force`).edits.map((e) => e.file.slice(7, 10));
    expect(ids('status:in_progress')).toEqual(['M05', 'M06']);
    expect(ids('owner:FRANK')).toEqual(['M07']);
    expect(ids('label:testing')).toEqual(['M05']);
    expect(ids('priority:medium,owner:alice')).toContain('M05');
  });
  it('tells of each milestone and sums up', () => {
    const plan = planned(store, 'update --bulk --milestones=M05..M07 --priority=high');
    expect(titles(plan)).toEqual([
      'M05 - Integration Testing Framework',
      'M06 - Performance Optimization',
      'M07 - Deployment Pipeline',
      'Coordination summary',
    ]);
    expect(plan.report?.batch.at(-1)?.lines[0]?.text).toBe('Milestones: 1 changed, 2 already as wanted');
  });
  it('of 100 milestones is one plan with one entry', () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        `active/T${i}.yaml`,
        `title: T${i}\ntimeline: {estimated_end: 2024-09-02, duration: 2d}\n`,
      ]),
    );
    const plan = planned(storeOf(files), 'update --bulk --milestones=T* --timeline=+1w');
    expect([plan.edits.length, plan.entries.length, plan.writes.length]).toEqual([200, 1, 101]);
  });
});

describe('over-capacity', () => {
  const two = (a: number, b: number): ReturnType<typeof storeOf> =>
    storeOf({
      'config.yaml': 'team: [{login: ann, capacity: 1}]\n',
      'active/A.yaml': `title: A\nstatus: in_progress\ntimeline: {duration: 9d}\nresources: [{who: ann, allocation: ${a}}]\n`,
      'active/B.yaml': `title: B\nstatus: in_progress\ntimeline: {duration: 5d}\nresources: [{who: ann, allocation: ${b}}]\n`,
    });
  it('blocks what asks more of a person than there is, and --force passes it', () => {
    const refusal = refusedBy(two(60, 30), 'update B --resources=ann:70%');
    expect([refusal.code, refusal.message]).toEqual([
      'over-capacity',
      'ann is asked for 130% from 2024-07-26 to 2024-08-01 (A and B), and has 100%',
    ]);
    expect(edited(planned(two(60, 30), 'update B --resources=ann:70% --force'))).toHaveProperty('B resources');
    const dry = planned(two(60, 30), 'update B --resources=ann:70% --dry-run');
    expect(dry.checks.some((c) => c.mark === 'warning' && c.text.startsWith('Over capacity: ann'))).toBe(true);
  });
  it('does not block what eases an overload, leaves it, or only lets it last longer', () => {
    expect(decided(two(60, 70), 'update B --resources=ann:60%').kind).toBe('planned');
    expect(decided(two(60, 70), 'update B --scope=New').kind).toBe('planned');
    expect(decided(two(60, 70), 'update B --effort=100h').kind).toBe('planned');
  });
  it('blocks what makes an overload worse', () => {
    expect(refusedBy(two(60, 70), 'update B --resources=ann:80%').code).toBe('over-capacity');
  });
  it('does not stop an undo, nor a change that waits for approval', () => {
    const start = two(60, 70);
    const after = applied(start, planned(start, 'update B --resources=ann:20%', { id: 'x' }));
    const change = after.journal[0]?.id ?? '';
    expect(decided(after, `undo ${change}`, { id: 'y' }).kind).toBe('planned');
  });
});
