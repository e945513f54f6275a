import { describe, expect, it } from 'vitest';
import { applied, edited, planned, reference, refusedBy, storeOf } from './world.ts';

const store = reference();
const M07_WAITING =
  'title: Late\ndependencies: {requires: [M04]}\ntimeline: {estimated_end: 2024-08-05, duration: 3d}\n';
const texts = (plan: ReturnType<typeof planned>): string[] => plan.checks.map((check) => check.text);
const bare = (more: string): ReturnType<typeof storeOf> => storeOf({ 'active/A.yaml': `title: A\n${more}` });

describe('--status', () => {
  it('starting dates the start, in the time zone of the calendar', () => {
    expect(edited(planned(store, 'update M07 --status=in_progress'))).toEqual({
      'M07 status': 'in_progress',
      'M07 timeline.actual_start': '2024-07-26',
    });
    const east = storeOf({ 'config.yaml': 'calendar: {timezone: Pacific/Auckland}\n', 'active/A.yaml': 'title: A\n' });
    expect(edited(planned(east, 'update A --status=in_progress'))).toEqual({
      'A status': 'in_progress',
      'A timeline': { actual_start: '2024-07-27' },
    });
  });
  it('keeps a start that is written', () => {
    const begun = bare('timeline: {actual_start: 2024-07-01}\n');
    expect(edited(planned(begun, 'update A --status=in_progress'))).toEqual({ 'A status': 'in_progress' });
  });
  it('completing dates the end and moves nothing else', () => {
    const plan = planned(store, 'update M05 --status=completed');
    expect(edited(plan)).toEqual({
      'M05 status': 'completed',
      'M05 completed_at': '2024-07-26',
      'M05 timeline.actual_end': '2024-07-26',
    });
    expect(plan.writes.map(({ path }) => path.replace(/\d{8}T.*/, ''))).toEqual(['active/M05.yaml', 'logs/2024/07/']);
    expect(texts(plan)).toContain('M05 is completed with 4 of 25 tasks open');
  });
  it('warns where something that it waits for is unfinished', () => {
    const plan = planned(store, 'update M07 --status=completed');
    expect(plan.checks).toContainEqual({
      mark: 'warning',
      text: 'M07 is completed before what it waits for: M05 and M06',
    });
  });
  it('opening again takes the end back, and lets dates move in the same command', () => {
    const plan = planned(store, 'update M04 --status=in_progress --timeline=2024-08-30 --force');
    expect(edited(plan)).toMatchObject({
      'M04 status': 'in_progress',
      'M04 timeline.actual_end': null,
      'M04 timeline.estimated_end': '2024-08-30',
    });
  });
  it('is unchanged where it is so already, by the words of the original as well', () => {
    expect(() => planned(bare('status: active\n'), 'update A --status=in_progress')).toThrow('unchanged');
  });
});

describe('--progress', () => {
  it('writes percentage and day where there are no tasks', () => {
    const plain = bare('progress: {percentage: 20}\n');
    expect(edited(planned(plain, 'update A --progress=45%'))).toEqual({
      'A progress.percentage': 45,
      'A progress.last_update': '2024-07-26',
    });
    expect(edited(planned(bare('progress: 20\n'), 'update A --progress=45'))).toEqual({ 'A progress': 45 });
    const original = bare('progress: {overall_percentage: 20}\n');
    expect(edited(planned(original, 'update A --progress=45'))).toMatchObject({ 'A progress.overall_percentage': 45 });
    expect(edited(planned(bare(''), 'update A --progress=45'))).toEqual({
      'A progress': { percentage: 45, last_update: '2024-07-26' },
    });
  });
  it('is refused where tasks decide', () => {
    const refusal = refusedBy(store, 'update M05 --progress=90');
    expect([refusal.code, refusal.message]).toEqual([
      'progress-from-tasks',
      'M05 has 25 tasks, and they decide how far it is',
    ]);
    expect(refusal.hint).toContain('task-505');
  });
});

describe('--effort', () => {
  it('adds, takes off and sets', () => {
    const hours = (line: string): unknown => edited(planned(store, line))['M05 timeline.estimated_hours'];
    expect(hours('update M05 --effort=+15h')).toBe(135);
    expect(hours('update M05 --effort=-4h')).toBe(116);
    expect(hours('update M05 --effort=40h')).toBe(40);
  });
  it('is refused where there is nothing to change, too little, or nothing left to estimate', () => {
    expect(refusedBy(bare(''), 'update A --effort=+15h').hint).toBe('Give it a figure: --effort=40h.');
    expect(refusedBy(store, 'update M05 --effort=-130h').message).toContain('less than nothing');
    expect(refusedBy(store, 'update M01 --effort=40h').code).toBe('finished-milestone');
  });
  it('costs the rates of those who work on it', () => {
    const plan = planned(store, 'update M05 --effort=+15h');
    // alice and bob 90 each at 0.9, erin 75 at 0.95, frank 95 at 0.5: 280.75 / 3.25 an hour.
    const rate = (0.9 * 90 + 0.9 * 90 + 0.95 * 75 + 0.5 * 95) / 3.25;
    const cost = Math.round(15 * rate).toLocaleString('en-US');
    expect(plan.report?.impact.map((line) => line.text)).toContain(
      `Resources: M05 120 → 135 hours (+15); cost +${cost} USD at the team's rates`,
    );
  });
});

describe('--owner, --title', () => {
  it('change what they say', () => {
    const plan = planned(store, 'update M06 --owner=@heidi --title=" Faster "');
    expect(edited(plan)).toEqual({ 'M06 title': 'Faster', 'M06 owner': 'heidi' });
    expect(plan.checks.every((check) => check.mark === 'ok')).toBe(true);
  });
  it('none leaves it to nobody, and a stranger is noted', () => {
    expect(edited(planned(store, 'update M06 --owner=none'))).toEqual({ 'M06 owner': null });
    expect(texts(planned(store, 'update M06 --owner=zoe'))).toContain(
      'zoe, who is to own M06, is not in the team of config.yaml',
    );
  });
});

describe('--add-risk', () => {
  it('appends an open risk with the next id', () => {
    const plan = planned(store, 'update M05 --add-risk="Flaky runners; probability=40%; impact=high; delay=3d"');
    expect(edited(plan)).toEqual({
      'M05 risks.4': {
        id: 'R-55',
        description: 'Flaky runners',
        probability: 0.4,
        impact: 'high',
        delay: '3d',
        status: 'open',
        identified_at: '2024-07-26',
      },
    });
    const risk = plan.report?.impact.find((line) => line.text.startsWith('Risk: '));
    expect(risk?.text).toMatch(/^Risk: exposure 5\.7 → 6\.9 working days/);
    expect(applied(store, plan).milestones.find((m) => m.id === 'M05')?.risks).toHaveLength(5);
  });
  it('needs no list, and gives two milestones of one command different ids', () => {
    expect(edited(planned(bare(''), 'update A --add-risk=X'))).toEqual({
      'A risks': [{ description: 'X', status: 'open', identified_at: '2024-07-26' }],
    });
    const two = storeOf({
      'active/A.yaml': 'title: A\nrisks: [{id: R-1, description: a}]\n',
      'active/B.yaml': 'title: B\nrisks: [{id: R-2, description: b}]\n',
    });
    const ids = Object.values(edited(planned(two, 'update --bulk --milestones=A,B --add-risk=X')));
    expect(ids.map((risk) => (risk as { id: string }).id)).toEqual(['R-3', 'R-4']);
  });
  it('is refused for a risk that is open already', () => {
    const line = 'update M07 --add-risk="infrastructure coordination"';
    expect(refusedBy(store, line).message).toBe('M07 has this open risk already, as R-71');
  });
});

describe('what happens in one second', () => {
  it('is told in the order it happened in, and leaves the baseline where it was', () => {
    for (let n = 0; n < 8; n++) {
      const both = ['update M05 --timeline=+5d', 'update M05 --timeline=-2d'];
      const start = reference();
      const first = applied(start, planned(start, both, { id: `a${n}` }));
      const second = applied(first, planned(first, 'update M05 --timeline=+1d', { id: `b${n}` }));
      const commands = second.journal.slice(-3).map(({ command }) => command?.split('=')[1]);
      expect(commands).toEqual(['+5d', '-2d', '+1d']);
      const later = planned(second, 'update M05 --priority=low', { now: '2024-07-26T17:00:00Z' });
      expect(later.before.milestones.find(({ id }) => id === 'M05')?.baseline_due).toBe('2024-07-28');
    }
  });
});

describe('--rebaseline', () => {
  it('takes the due date as it is, or as the command makes it', () => {
    const plan = planned(store, 'update M07 --rebaseline');
    expect(edited(plan)).toEqual({ 'M07 timeline.baseline_end': '2024-08-05' });
    const both = planned(store, 'update M07 --rebaseline --timeline=+2d');
    expect(edited(both)).toMatchObject({
      'M07 timeline.estimated_end': '2024-08-07',
      'M07 timeline.baseline_end': '2024-08-07',
    });
    expect(both.after.milestones.find((row) => row.id === 'M07')?.slippage_days).toBe(0);
  });
  it('needs a due date', () => {
    expect(refusedBy(bare(''), 'update A --rebaseline').code).toBe('no-due-date');
  });
});

describe('bad input', () => {
  it.each([
    ['update M07 --timeline=2024-07-01', 'due-before-predecessor', 'it waits for'],
    ['update M05 --timeline=2024-07-19', 'due-before-start', 'before it starts on 2024-07-20'],
    ['update M01 --timeline=+1d', 'finished-milestone', 'history'],
    ['update M05 --dependencies=+M07', 'cycle', 'M05'],
    ['update --bulk --milestones=owner:zoe --priority=low', 'unknown-milestone', 'No milestone fits `owner:zoe`'],
  ])('%s: %s', (line, code, message) => {
    const waiting = reference({ files: { 'active/M07.yaml': M07_WAITING } });
    const refusal = refusedBy(line.startsWith('update M07') ? waiting : store, line);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(message);
    expect(refusal.hint).not.toBeNull();
  });
  it.each([
    ['1 data scientist', 'is data scientist, or skilled in it', 'Known: engineer, qa, devops and consultant'],
    ['1 engineeer', 'is engineeer', 'Did you mean engineer?'],
    ['zelda:50%', 'is called zelda', 'Known: alice'],
    ['alicia:50%', 'is called alicia', 'Did you mean alice?'],
  ])('refuses %s, which nobody in the team is', (resources, why, hint) => {
    const refusal = refusedBy(store, `update M06 --resources="${resources}"`);
    expect(refusal.code).toBe('unknown-resource');
    expect(refusal.message).toContain(why);
    expect(refusal.hint).toContain(hint);
  });
  it('warns about a role that nobody has, but some are skilled in', () => {
    const plan = planned(store, 'update M06 --resources="1 performance specialist"');
    expect(plan.report?.details.find((s) => s.title === 'Resource availability')?.lines[0]).toMatchObject({
      mark: 'warning',
      text: expect.stringContaining('by their skills grace and ivan could'),
    });
  });
});
