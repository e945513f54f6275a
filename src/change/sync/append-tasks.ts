import type { FieldEdit } from '../../model/journal.ts';
import { editText } from '../../store/edit.ts';
import { itemLines } from '../../store/yaml/print.ts';
import { parseYaml } from '../../store/yaml.ts';
import { sameValue } from '../hash.ts';
import { done, type Outcome, refused } from '../refusal.ts';
import { isMap } from '../status-edits.ts';

/** A task that comes to a milestone: its data and, if it comes from another file, the lines it was written in. */
export interface Appended {
  readonly value: Readonly<Record<string, unknown>>;
  readonly lines?: readonly string[];
}

interface Change {
  readonly from: number;
  /** Lines of the old and of the new text that differ. */
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/** The lines in which two texts differ. */
function changeOf(before: string, after: string): Change {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, now.length);
  let from = 0;
  while (from < most && old[from] === now[from]) from++;
  let tail = 0;
  while (tail < most - from && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { from, old: old.slice(from, old.length - tail), now: now.slice(from, now.length - tail) };
}

const DASH = /^( *)-( +)\S/;

/** The lines that a task of a list takes up, comments among them; none where it shares a line with something else. */
export function taskLines(text: string, index: number): readonly string[] {
  const without = editText(text, [{ path: ['tasks', index], after: undefined }]);
  const { old, now } = without.ok ? changeOf(text, without.text) : { old: [], now: [] };
  return now.length === 0 && DASH.test(old[0] ?? '') ? old.map((line) => line.replace(/\r$/, '')) : [];
}

function indented(lines: readonly string[], column: number): string[] {
  const own = DASH.exec(lines[0] ?? '')?.[1]?.length ?? 0;
  return lines.map((line) =>
    line.trim() === '' ? '' : ' '.repeat(column) + line.slice(Math.min(own, line.search(/\S/))),
  );
}

/** All tasks written in one go after the pattern of the first, which stands in the text already; null if that does not fit. */
function likeTheFirst(before: string, withFirst: string, tasks: readonly Appended[], wanted: unknown): string | null {
  const { from, now } = changeOf(before, withFirst);
  const start = now.findIndex((line) => DASH.test(line));
  const [, indent = '', gap = ' '] = DASH.exec(now[start] ?? '') ?? [];
  const end = now.length - [...now].reverse().findIndex((line) => line.trim() !== '');
  if (start < 0) return null;
  const eol = now[start]?.endsWith('\r') ? '\r' : '';
  const layout = { step: 2, indentItems: true, flowLists: true, compact: false };
  for (const verbatim of [true, false]) {
    const lines = tasks.flatMap(({ value, lines: own = [] }) =>
      verbatim && own.length > 0 ? indented(own, indent.length) : itemLines(value, indent.length, layout, gap.length),
    );
    const all = withFirst.split('\n');
    all.splice(from + start, end - start, ...lines.map((line) => line + eol));
    const text = all.join('\n');
    if (sameValue(parseYaml(text).data, wanted)) return text;
  }
  return null;
}

/** A milestone's text with tasks added at the end of its list, and the edits that this comes to. */
export function appendTasks(
  file: string,
  text: string,
  tasks: readonly Appended[],
): Outcome<{ readonly text: string; readonly edits: readonly FieldEdit[] }> {
  const { data } = parseYaml(text);
  const list = isMap(data) ? data['tasks'] : undefined;
  const known: readonly unknown[] = Array.isArray(list) ? list : [];
  const values = tasks.map(({ value }) => value);
  const all = [...known, ...values];
  const first: FieldEdit =
    known.length === 0
      ? { file, path: ['tasks'], before: list, after: values.slice(0, 1) }
      : { file, path: ['tasks', known.length], before: undefined, after: values[0] };
  const started = editText(text, [first]);
  if (!started.ok) return refused('cannot-edit', `${file}:${started.line}: ${started.message}`);
  const edits =
    known.length === 0
      ? [{ ...first, after: values }]
      : values.map((after, i): FieldEdit => ({ file, path: ['tasks', known.length + i], before: undefined, after }));
  const wanted = isMap(data) ? { ...data, tasks: all } : { tasks: all };
  const whole = likeTheFirst(text, started.text, tasks, wanted);
  if (whole !== null) return done({ text: whole, edits });
  const rest = values.slice(1).map((after, i) => ({ path: ['tasks', known.length + 1 + i], after }));
  const finished = editText(started.text, rest);
  if (!finished.ok) return refused('cannot-edit', `${file}:${finished.line}: ${finished.message}`);
  return done({ text: finished.text, edits });
}
