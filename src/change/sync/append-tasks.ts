import type { FieldEdit } from '../../model/journal.ts';
import { isMapping } from '../../store/edit/data.ts';
import { editText } from '../../store/edit.ts';
import { hunkOf } from '../../store/hunk.ts';
import { itemLines, OWN_LAYOUT } from '../../store/yaml/print.ts';
import { parseYaml } from '../../store/yaml.ts';
import { sameValue } from '../hash.ts';
import { done, type Outcome, refused } from '../refusal.ts';

/** A task that comes to a milestone: its data and, if it comes from another file, the lines it was written in, the comments above it among them. */
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

function indented(lines: readonly string[], column: number): string[] {
  const own = DASH.exec(lines.find((line) => DASH.test(line)) ?? '')?.[1]?.length ?? 0;
  return lines.map((line) =>
    line.trim() === '' ? '' : ' '.repeat(column) + line.slice(Math.min(own, line.search(/\S/))),
  );
}

/** The texts with one task more each, written after the pattern of the first, which stands in the text already; null if that does not fit. */
function likeTheFirst(
  before: string,
  withFirst: string,
  tasks: readonly Appended[],
  wanted: unknown,
): ((count: number) => string) | null {
  const { from, now } = changeOf(before, withFirst);
  const start = now.findIndex((line) => DASH.test(line));
  const [, indent = '', gap = ' '] = DASH.exec(now[start] ?? '') ?? [];
  const end = now.length - [...now].reverse().findIndex((line) => line.trim() !== '');
  if (start < 0) return null;
  const eol = now[start]?.endsWith('\r') ? '\r' : '';
  for (const verbatim of [true, false]) {
    const lines = tasks.map(({ value, lines: own = [] }) =>
      verbatim && own.length > 0
        ? indented(own, indent.length)
        : itemLines(value, indent.length, OWN_LAYOUT, gap.length),
    );
    const first = (count: number): string => {
      const all = withFirst.split('\n');
      const added = lines.slice(0, count).flat();
      return all.toSpliced(from + start, end - start, ...added.map((line) => line + eol)).join('\n');
    };
    if (sameValue(parseYaml(first(tasks.length)).data, wanted)) return first;
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
  const list = isMapping(data) ? data['tasks'] : undefined;
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
  const wanted = isMapping(data) ? { ...data, tasks: all } : { tasks: all };
  const whole = likeTheFirst(text, started.text, tasks, wanted);
  if (whole !== null) {
    // Taking a task back by its data alone would leave the comments above it.
    const commented = (task: Appended | undefined): boolean => task?.lines?.[0]?.trimStart().startsWith('#') === true;
    const restorable = edits.map((edit, i): FieldEdit => {
      if (!(edits.length < tasks.length ? tasks : [tasks[i]]).some(commented)) return edit;
      const upTo = edits.length < tasks.length ? tasks.length : i + 1;
      return { ...edit, restore: hunkOf(i === 0 ? text : whole(i), whole(upTo)) };
    });
    return done({ text: whole(tasks.length), edits: restorable });
  }
  const rest = values.slice(1).map((after, i) => ({ path: ['tasks', known.length + 1 + i], after }));
  const finished = editText(started.text, rest);
  if (!finished.ok) return refused('cannot-edit', `${file}:${finished.line}: ${finished.message}`);
  return done({ text: finished.text, edits });
}
