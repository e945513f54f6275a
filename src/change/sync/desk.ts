import type { FieldEdit } from '../../model/journal.ts';
import { isMapping } from '../../store/edit/data.ts';
import { hunkOf } from '../../store/hunk.ts';
import { parseYaml } from '../../store/yaml.ts';
import { type Outcome, refused } from '../refusal.ts';
import { makeEdits } from '../restorable.ts';
import type { Raw } from '../status-edits.ts';
import { type Appended, appendTasks } from './append-tasks.ts';

const LARGEST = 1024 * 1024;

/** True for a text that could not be read again as a file of the store. */
export function isTooLarge(text: string): boolean {
  return text.length > LARGEST / 4 && new TextEncoder().encode(text).length > LARGEST;
}

/** Files while a synchronisation edits them: every edit is made at once, and what cannot be made is said and left out. */
export class Desk {
  readonly files: Map<string, string>;
  readonly #changed = new Set<string>();
  readonly #edits: FieldEdit[] = [];
  readonly notices: string[] = [];

  constructor(files: ReadonlyMap<string, string>) {
    this.files = new Map(files);
  }

  get edits(): readonly FieldEdit[] {
    return this.#edits;
  }

  /** Paths of files that are not what they were, in order. */
  get changed(): string[] {
    return [...this.#changed].sort();
  }

  raw(file: string): Raw {
    const { data } = parseYaml(this.files.get(file) ?? '');
    return isMapping(data) ? data : {};
  }

  /** A file of its own, which is no edit of a field. */
  create(file: string, text: string): void {
    this.files.set(file, text);
    this.#changed.add(file);
  }

  /** Makes edits of one file, all or none; false, with a notice, where they cannot be made. */
  edit(file: string, edits: readonly FieldEdit[]): boolean {
    if (edits.length === 0) return true;
    const made = makeEdits(new Map([[file, this.files.get(file) ?? '']]), edits);
    return this.#keep(file, made);
  }

  /** Makes groups of edits of one file, each whole or not at all; at one go where that can be, for each go reads the file anew. */
  editAll(file: string, groups: readonly (readonly FieldEdit[])[]): void {
    const before = this.notices.length;
    if (this.edit(file, groups.flat())) return;
    this.notices.length = before;
    for (const group of groups) this.edit(file, group);
  }

  /** Makes one edit, and takes lines that are comments (numbers from 0) out of the text with it. */
  cut(file: string, edit: FieldEdit, comments: ReadonlySet<number>): boolean {
    const was = this.files.get(file) ?? '';
    const lines = was.split('\n').filter((_, i) => !comments.has(i));
    const made = makeEdits(new Map([[file, lines.join('\n')]]), [edit]);
    if (!made.ok || comments.size === 0) return this.#keep(file, made);
    const { files } = made.value;
    const restore = hunkOf(was, files.get(file) ?? '');
    return this.#keep(file, { ok: true, value: { files, edits: [{ ...edit, restore }] } });
  }

  /** Adds tasks at the end of a milestone's; false, with a notice, where that cannot be. */
  append(file: string, tasks: readonly Appended[]): boolean {
    if (tasks.length === 0) return true;
    const made = appendTasks(file, this.files.get(file) ?? '', tasks);
    return this.#keep(
      file,
      made.ok
        ? { ok: true, value: { files: new Map([[file, made.value.text]]), edits: made.value.edits } }
        : refused('cannot-edit', made.refusal.message),
    );
  }

  /** Does several things, or takes them all back if one of them returns false. */
  together(work: () => boolean): boolean {
    const files = new Map(this.files);
    const [edits, changed] = [this.#edits.length, new Set(this.#changed)];
    if (work()) return true;
    this.#edits.length = edits;
    for (const path of this.#changed) if (!changed.has(path)) this.#changed.delete(path);
    for (const [path, text] of files) this.files.set(path, text);
    return false;
  }

  #keep(
    file: string,
    made: Outcome<{ readonly files: ReadonlyMap<string, string>; readonly edits: readonly FieldEdit[] }>,
  ): boolean {
    if (!made.ok) {
      this.notices.push(`${made.refusal.message}. Change it there by hand.`);
      return false;
    }
    const text = made.value.files.get(file) ?? '';
    if (isTooLarge(text)) {
      this.notices.push(`${file} would become larger than 1 MiB, so it is left as it is.`);
      return false;
    }
    this.files.set(file, text);
    this.#changed.add(file);
    this.#edits.push(...made.value.edits);
    return true;
  }
}
