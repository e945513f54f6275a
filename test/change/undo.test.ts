import { describe, expect, it } from 'vitest';
import { hunkOf, takenBack } from '../../src/store/hunk.ts';
import { changesOf } from '../../src/store/journal.ts';
import { applied, planned, refusedBy, storeOf } from './world.ts';

const FILE = [
  'title: A',
  'owner:',
  'dependencies:',
  '  requires:',
  '    - B',
  '    - {id: C, lag: 2d}   # the contract comes first',
  '    - D',
  'labels: [x]   # one',
  '',
].join('\n');
const others = Object.fromEntries(['B', 'C', 'D'].map((id) => [`active/${id}.yaml`, `title: ${id}\n`]));

function changedBy(line: string, text = FILE): ReturnType<typeof storeOf> {
  const start = storeOf({ ...others, 'active/A.yaml': text });
  return applied(start, planned(start, line, { id: 'do' }));
}

describe('undo', () => {
  it.each(['update A --owner=alice', 'update A --dependencies=-C', 'update A --dependencies=none --owner=alice'])(
    '%s: back to the byte, comments and empty values included',
    (line) => {
      for (const text of [FILE, FILE.replaceAll('\n', '\r\n')]) {
        const changed = changedBy(line, text);
        const [change] = changesOf(changed.journal);
        const back = applied(changed, planned(changed, `undo ${change?.id}`, { id: 'undo' }));
        expect(back.files.get('active/A.yaml')).toBe(text);
      }
    },
  );
  it('keeps what was changed since in the same file', () => {
    const changed = changedBy('update A --dependencies=-C');
    const [change] = changesOf(changed.journal);
    const later = applied(changed, planned(changed, 'update A --title=Later', { id: 'later' }));
    const back = applied(later, planned(later, `undo ${change?.id}`, { id: 'undo' }));
    expect(back.files.get('active/A.yaml')).toBe(FILE.replace('title: A', 'title: Later'));
  });
  it('says what stands on it', () => {
    const changed = changedBy('update A --title=One');
    const [change] = changesOf(changed.journal);
    const later = applied(changed, planned(changed, 'update A --title=Two', { id: 'later' }));
    expect(refusedBy(later, `undo ${change?.id}`, { id: 'undo' }).code).toBe('stands-in-the-way');
  });
});

/** What a file says after a command and after taking it back, whatever was changed in between. */
function thereAndBack(text: string, line: string, between?: string): { changed: string; back: string } {
  const changed = changedBy(line, text);
  const [change] = changesOf(changed.journal);
  const later = between === undefined ? changed : applied(changed, planned(changed, between, { id: 'between' }));
  const back = applied(later, planned(later, `undo ${change?.id}`, { id: 'undo' }));
  return { changed: changed.files.get('active/A.yaml') ?? '', back: back.files.get('active/A.yaml') ?? '' };
}

describe('undo where nothing was written before', () => {
  it.each([
    ['timeline:\n  estimated_hours: ~  # ask bob\n', '--effort=40h'],
    ['timeline:\n  estimated_end:   # to be decided with Jo\n', '--timeline=2024-09-02'],
    ['timeline: {estimated_end: 2024-09-02, baseline_end: null}  # none yet\n', '--rebaseline'],
    ['timeline:\n  baseline_end: null  # none yet\n  estimated_end: 2024-09-02\n', '--rebaseline'],
    ['timeline:   # nothing planned\n', '--effort=40h --timeline=2024-09-02'],
    ['resources:   # none yet\n', '--resources="2 engineers"'],
    ['resources: []   # none yet\n', '--resources="2 engineers"'],
    ['risks: # none\n', '--add-risk=Late'],
    ['risks: [] # none\n', '--add-risk=Late'],
    ['dependencies:\n  requires:  # nothing known\n', '--dependencies=+B'],
    ['dependencies: # nothing known\n', '--dependencies=+B'],
    ['dependencies: {requires: ~}\n', '--dependencies=+B'],
    ['owner: Null   # nobody\n', '--owner=alice'],
    ['progress:  # none\n', '--progress=30'],
    ['completed_at: ~ # not yet\ntimeline:\n  actual_end: # nor this\n', '--status=completed'],
  ])('%j by %s', (part, options) => {
    for (const text of [`title: A\n${part}`, `title: A\n${part}labels: [x]\n`, `${part}title: A`]) {
      const { changed, back } = thereAndBack(text, `update A ${options} --force`);
      expect(changed).not.toBe(text);
      expect(back).toBe(text);
    }
  });
});

describe('undo of an entry that does not tell an empty value from none', () => {
  it('goes by the lines that it kept', () => {
    const text = 'title: A\ntimeline:\n  estimated_hours: ~  # ask bob\n';
    const { files } = changedBy('update A --effort=40h', text);
    const old = [...files].map(([path, now]) => [
      path,
      path.startsWith('logs/') ? now.replace(/ *before: null\n/, '') : now,
    ]);
    const changed = storeOf(Object.fromEntries(old));
    const [change] = changesOf(changed.journal);
    expect(changed.journal.flatMap((entry) => entry.changes)[0]?.before).toBeUndefined();
    const back = applied(changed, planned(changed, `undo ${change?.id}`, { id: 'undo' }));
    expect(back.files.get('active/A.yaml')).toBe(text);
  });
});

describe('undo where the lines beside it have changed since', () => {
  const text =
    'title: A\ndependencies:\n  requires:\n    - B   # spoken of\n    - C   # signed contract\nstatus: planning\nlabels: [x]\n';
  it('still brings the comments back', () => {
    const { changed, back } = thereAndBack(text, 'update A --dependencies=-C', 'update A --status=blocked');
    expect(changed).not.toContain('contract');
    expect(back).toBe(text.replace('planning', 'blocked'));
  });
  it('with both neighbours changed', () => {
    const file =
      'title: A\ntimeline:\n  duration: 5d\n  estimated_hours: ~   # ask bob\n  estimated_end: 2024-09-02\nlabels: [x]\n';
    const { back } = thereAndBack(file, 'update A --effort=40h', 'update A --timeline=+1d');
    expect(back).toBe(file.replace('5d', '6d').replace('09-02', '09-03'));
  });
  it('with lines that are there more than once', () => {
    const twice = text.replace('labels: [x]', 'notes:\n  list:\n    - B   # spoken of\nstatus_note: x');
    const { back } = thereAndBack(twice, 'update A --dependencies=-C', 'update A --status=blocked');
    expect(back).toBe(twice.replace('planning', 'blocked'));
  });
});

describe('hunks', () => {
  it('take back what stands once, and nothing else', () => {
    const hunk = hunkOf('a\nb # x\nc\nd\n', 'a\nc\nd\n');
    expect(hunk).toEqual({ now: 'a\nc\n', was: 'a\nb # x\nc\n' });
    expect(takenBack('0\na\nc\nd\ne\n', hunk)).toBe('0\na\nb # x\nc\nd\ne\n');
    expect(takenBack('a\nc\na\nc\n', hunk)).toBeNull();
    expect(takenBack('a\nz\nc\n', hunk)).toBeNull();
  });
});
