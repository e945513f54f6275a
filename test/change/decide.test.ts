import { describe, expect, it } from 'vitest';
import { after, applied, decided, planned, refusalOf, storeOf } from './desk.ts';

const FILES = {
  'active/M05.yaml': 'title: Five\nstatus: in_progress\ntimeline: {estimated_end: 2024-08-09}\n',
  'active/M06.yaml': 'title: Six\ntimeline: {estimated_end: 2024-08-16}\n',
  'active/M07.yaml': 'title: Seven\ntimeline: {estimated_end: 2024-08-23}\n',
  'completed/M01.yaml': 'title: One\nstatus: completed\ntimeline: {estimated_end: 2024-07-01}\n',
};

describe('a bulk update', () => {
  it('is one entry and one plan over all of its milestones', () => {
    const plan = planned(FILES, 'update --bulk --milestones=M05..M07 --timeline=+1d');
    expect(plan.entries).toMatchObject([{ kind: 'applied', milestones: ['M05', 'M06', 'M07'] }]);
    expect(plan.edits.map((edit) => edit.after)).toEqual(['2024-08-12', '2024-08-19', '2024-08-26']);
  });

  it('is done wholly or not at all, unless it is to go on', () => {
    const all = 'update --bulk --milestones=M01,M05,M06 --timeline=+1d';
    expect(refusalOf(FILES, all)).toBe('finished-milestone');
    const plan = planned(FILES, `${all} --keep-going`);
    expect(plan.entries[0]?.milestones).toEqual(['M05', 'M06']);
  });

  it('names a milestone that does not exist', () => {
    expect(refusalOf(FILES, 'update --bulk --milestones=M05,M99 --timeline=+1d')).toBe('unknown-milestone');
  });
});

describe('several commands of one request', () => {
  it('apply together, each on what the one before it left', () => {
    const plan = planned(FILES, ['update M05 --timeline=+1d', 'update M05 --timeline=+1d']);
    expect(plan.entries.map((entry) => entry.changes.map((c) => c.after))).toEqual([['2024-08-12'], ['2024-08-13']]);
    expect(storeOf(after(FILES, plan)).milestones.find((m) => m.id === 'M05')?.timeline.estimated_end).toBe(
      '2024-08-13',
    );
  });

  it('or not at all', () => {
    expect(refusalOf(FILES, ['update M05 --timeline=+1d', 'update M01 --timeline=+1d'])).toBe('finished-milestone');
  });
});

describe('the hash of a plan', () => {
  const line = 'update M05 --timeline=+1d --priority=high';
  const { hash } = planned(FILES, line);

  it('does not depend on who asks, when, under which name, and how it is to be shown', () => {
    expect(hash).toMatch(/^[0-9a-f]{12}$/);
    expect(planned(FILES, line, { id: 'other', actor: 'bob', now: '2024-08-01T00:00:00Z' }).hash).toBe(hash);
    for (const more of ['--dry-run', '--reason="because of it"', '--force', '--no-dashboard', `--plan=${hash}`]) {
      expect(planned(FILES, `${line} ${more}`).hash).toBe(hash);
    }
  });

  it('depends on what is changed, from what, and on who has to approve', () => {
    const others = [
      planned(FILES, 'update M05 --timeline=+2d --priority=high'),
      planned(FILES, 'update M06 --timeline=+1d --priority=high'),
      planned({ ...FILES, 'active/M05.yaml': FILES['active/M05.yaml'].replace('08-09', '08-08') }, line),
      planned(
        { ...FILES, 'config.yaml': 'approvals: [{name: Any, when: {timeline_days: {gt: 0}}, from: [carol]}]\n' },
        line,
      ),
    ];
    expect(new Set([hash, ...others.map((plan) => plan.hash)]).size).toBe(5);
  });

  it('does not depend on files that the change has nothing to do with', () => {
    expect(planned({ ...FILES, 'active/M09.yaml': 'title: Nine\n' }, line).hash).toBe(hash);
  });

  it('guards against a plan that is not the one that was seen', () => {
    expect(refusalOf(FILES, `${line} --plan=${hash}`)).toBe('planned');
    expect(refusalOf(applied(FILES, 'update M05 --priority=low'), `${line} --plan=${hash}`)).toBe('stale-plan');
  });
});

describe('what a plan writes', () => {
  it('is the files it edits and its journal entry, which reads back as it was', () => {
    const plan = planned(FILES, 'update M05 --timeline=+1d --reason="It: is # odd\\ttext"', { actor: "Zoë O'Neil" });
    expect(plan.writes.map(({ path, before }) => [path, before === null])).toEqual([
      ['active/M05.yaml', false],
      [expect.stringMatching(/^logs\/2024\/07\/20240722T090000Z-C-[0-9a-f]{6}\.yaml$/), true],
    ]);
    const next = storeOf(after(FILES, plan));
    expect(next.diagnostics).toEqual([]);
    expect(next.journal).toEqual(plan.entries);
    expect(next.journal[0]).toMatchObject({ actor: "Zoë O'Neil", plan: plan.hash, kind: 'applied' });
  });

  it('gives two changes different ids, and the same request the same one', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((id) => planned(FILES, 'update M05 --priority=low', { id }));
    expect(one?.entries[0]?.id).toBe(same?.entries[0]?.id);
    expect(one?.entries[0]?.id).not.toBe(other?.entries[0]?.id);
  });
});

describe('the policy', () => {
  const strict = {
    ...FILES,
    'config.yaml': 'approvals: [{name: Long moves, when: {timeline_days: {gt: 2}}, from: {any: [carol, dave]}}]\n',
  };

  it('lets through what stays within its limits, by the rule that says so', () => {
    const plan = planned(strict, 'update M05 --timeline=+2d');
    expect([plan.mode, plan.approvals.map((a) => [a.outcome, a.reason])]).toEqual([
      'apply',
      [['automatic', 'due date +2 working days; Long moves does not ask (rule: timeline_days > 2)']],
    ]);
  });

  it('makes a request of what does not, which edits nothing', () => {
    const plan = planned(strict, 'update M05 --timeline=+3d');
    expect(plan.mode).toBe('request');
    expect(plan.entries).toMatchObject([{ kind: 'requested' }]);
    expect(plan.writes.map((write) => write.path)).toEqual([expect.stringMatching(/^logs\//)]);
  });

  it.each<[string, Record<string, string>]>([
    ['it has errors', { 'config.yaml': 'calendar: {timezone: Nowhere}\n' }],
    ['it has errors under its other name', { 'config.yml': 'calendar: {timezone: Nowhere}\n' }],
    ['there are two of it', { 'config.yaml': 'currency: EUR\n', 'config.yml': 'currency: USD\n' }],
  ])('allows nothing while %s', (_, policy) => {
    expect(refusalOf({ ...FILES, ...policy }, 'update M05 --priority=low')).toBe('invalid-store');
  });
});

describe('a store with errors', () => {
  it('stops the commands that touch them, and no others', () => {
    const files = { ...FILES, 'active/M08.yaml': 'title: Eight\npriority: urgent\n' };
    expect(refusalOf(files, 'update M05 --timeline=+1d')).toBe('planned');
    expect(refusalOf(files, 'update M08 --timeline=+1d')).toBe('invalid-store');
  });

  it('stops every command while a file cannot be read', () => {
    const files = { ...FILES, 'active/M08.yaml': 'title: [\n' };
    const decision = decided(files, 'update M05 --timeline=+1d');
    expect(decision).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'unreadable-store', diagnostics: [{ file: 'active/M08.yaml' }] }],
    });
  });
});
