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

describe('hunks', () => {
  it('take back what stands once, and nothing else', () => {
    const hunk = hunkOf('a\nb # x\nc\nd\n', 'a\nc\nd\n');
    expect(hunk).toEqual({ now: 'a\nc\n', was: 'a\nb # x\nc\n' });
    expect(takenBack('0\na\nc\nd\ne\n', hunk)).toBe('0\na\nb # x\nc\nd\ne\n');
    expect(takenBack('a\nc\na\nc\n', hunk)).toBeNull();
    expect(takenBack('a\nz\nc\n', hunk)).toBeNull();
  });
});
