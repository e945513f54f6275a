import { describe, expect, it } from 'vitest';
import { readStore } from '../../src/store/read.ts';

function read(texts: Record<string, string>) {
  return readStore(Object.entries(texts).map(([path, text]) => ({ path, kind: 'text' as const, text })));
}

describe('what the milestones say of each other', () => {
  it('one id belongs to one file, whatever its case', () => {
    const state = read({
      'active/M05.yaml': 'title: a',
      'active/M05.yml': 'title: b',
      'archive/m05/milestone.yaml': 'title: c',
    });
    expect(state.milestones.map(({ title }) => title)).toEqual(['a']);
    expect(state.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['duplicate-id', 'the id M05 is given twice: by active/M05.yaml and by active/M05.yml'],
      [
        'duplicate-id',
        'the id m05 is given twice: by active/M05.yaml and by archive/m05/milestone.yaml, which differ in case only',
      ],
    ]);
  });

  it('the id inside is the name outside', () => {
    const state = read({
      'active/M05.yaml': 'title: a\nid: M06',
      'archive/M00/milestone.yaml': 'id: M00\ntitle: z',
      'active/M 1.yaml': 'title: b',
    });
    expect(state.milestones.map(({ id }) => id)).toEqual(['M00']);
    expect(state.diagnostics.map((d) => `${d.code} ${d.file}:${d.line}:${d.column}`)).toEqual([
      'bad-id active/M 1.yaml:1:1',
      'id-mismatch active/M05.yaml:2:5',
    ]);
  });

  it('a dependency on a broken milestone is no unknown one', () => {
    const files = { 'active/M01.yaml': 'titel: x', 'active/M02.yaml': 'title: y\ndependencies: [M01, M03, M02, m02]' };
    const state = read(files);
    expect(
      state.diagnostics
        .filter(({ file }) => file === 'active/M02.yaml')
        .map((d) => `${d.code} ${d.column} ${d.message}`),
    ).toEqual([
      'unknown-dependency 21 M02 requires M03, but there is no milestone M03',
      'self-dependency 26 M02 depends on itself',
      'unknown-dependency 31 M02 requires m02, but there is no milestone m02',
    ]);
    expect(state.milestones.map(({ id }) => id)).toEqual(['M02']);
  });

  it('every cycle is reported once, where it closes', () => {
    const files = {
      'active/A.yaml': 'title: a\ndependencies: {enables: [B]}',
      'active/B.yaml': 'title: b\ndependencies: {enables: [A, C]}',
      'active/C.yaml': 'title: c',
      'active/X.yaml': 'title: x\ndependencies: [{id: Y}]',
      'active/Y.yaml': 'title: y\ndependencies: [X]',
    };
    expect(
      read(files).diagnostics.map(({ file, line, column, message }) => [`${file}:${line}:${column}`, message]),
    ).toEqual([
      ['active/B.yaml:2:26', 'these milestones wait for each other: A → B → A'],
      ['active/X.yaml:2:21', 'these milestones wait for each other: X → Y → X'],
    ]);
  });

  it('an end before its start is a warning, in the calendar of the project', () => {
    const timeline = 'title: x\ntimeline:\n  estimated_start: 2024-07-28\n  estimated_end: 2024-07-27T23:30:00Z\n';
    const places = read({ 'active/M05.yaml': timeline }).diagnostics.map(
      (d) => `${d.code} ${d.severity} ${d.line}:${d.column}`,
    );
    expect(places).toEqual(['start-after-end warning 4:18']);
    expect(
      read({ 'active/M05.yaml': timeline, 'config.yaml': 'calendar: {timezone: Europe/Berlin}' }).diagnostics,
    ).toEqual([]);
  });
});
