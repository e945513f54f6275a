import type { Preview } from '../change/preview.ts';
import type { FileChange } from '../change/preview-changes.ts';
import { unannotated } from './annotations.ts';
import { field, value } from './edits.ts';
import { clip, code, md } from './escape.ts';
import { diagnosticTable } from './lists.ts';
import { table } from './md-table.ts';
import { folded, more, title } from './page.ts';
import { changeName, fileUrl, type PreviewPlace } from './preview-place.ts';
import { diagnosticCount } from './terminal-diagnostics.ts';
import { counted } from './when.ts';

const ROWS = 100;
const VALUE = 200;
const FINDINGS = 50;
const SHOWN = 10;

const WHOLE: Record<Exclude<FileChange['kind'], 'edited'>, readonly [before: string, after: string]> = {
  added: ['none', 'new file'],
  removed: ['the file', 'removed'],
  unreadable: ['the file', 'cannot be read'],
  mended: ['could not be read', 'the file'],
};

function rowsOf(place: PreviewPlace, change: FileChange): string[][] {
  const name = changeName(place, change);
  const named = change.title === '' ? name : `${name} ${title(change.title)}`;
  if (change.kind !== 'edited') return [[named, '', ...WHOLE[change.kind]]];
  const moved = change.from === null ? [] : [['', 'folder', code(change.from), code(change.file)]];
  const fields = change.edits.map(({ path, before, after }) => [
    '',
    code(field(path)),
    md(clip(value(before), VALUE)),
    md(clip(value(after), VALUE)),
  ]);
  // The name stands once, in the first of its rows.
  return [...moved, ...fields].map((row, i) => (i === 0 ? [named, ...row.slice(1)] : row));
}

/** How many fields, files and milestones change, for a heading. */
export function changeCount({ changes }: Preview): string {
  const milestones = changes.filter((change) => change.milestone !== null).length;
  const others = changes.length - milestones;
  const fields = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  const parts = [
    ...(milestones > 0 ? [counted(milestones, 'milestone')] : []),
    ...(others > 0 ? [counted(others, 'other file')] : []),
  ].join(' and ');
  return fields > 0 ? `${counted(fields, 'field')} in ${parts}` : parts;
}

/** Every field that changes, by milestone, before and after. */
export function changeTable(place: PreviewPlace, preview: Preview): string {
  const rows = preview.changes.flatMap((change) => rowsOf(place, change));
  if (rows.length === 0) return '';
  const shown = table(['', 'Field', 'Before', 'After'], rows.slice(0, ROWS));
  return folded(
    `What changes: ${changeCount(preview)}`,
    shown + more(rows.length - ROWS, 'in the files of the pull request'),
  );
}

/** Errors and warnings, the gravest first, linked to their lines: new ones in sight if there are errors, all others folded. */
export function findingTables(place: PreviewPlace, { findings }: Preview): string {
  const told = findings.filter(({ diagnostic }) => diagnostic.severity !== 'info');
  const errors = told.filter(({ diagnostic }) => diagnostic.severity === 'error').map(({ diagnostic }) => diagnostic);
  const ours = told.filter((f) => f.fresh && f.diagnostic.severity === 'warning').map(({ diagnostic }) => diagnostic);
  const old = told.filter((f) => !f.fresh && f.diagnostic.severity === 'warning').map(({ diagnostic }) => diagnostic);
  const show = (found: typeof errors): string =>
    diagnosticTable(found, place.emoji, (file) => fileUrl(place, file), FINDINGS);
  const summary = (found: typeof errors, words: string): string =>
    found.length === 0 ? '' : folded(`${diagnosticCount(found)} ${words}`, show(found));
  const open = show(errors.slice(0, SHOWN));
  const rest = summary(errors.slice(SHOWN), 'more');
  const left = unannotated(findings.map(({ diagnostic }) => diagnostic));
  const note = left === '' ? '' : `<sub>GitHub has no room to mark ${left} more on their lines.</sub>`;
  const parts = [
    open,
    note,
    rest,
    summary(ours, 'that this pull request brings'),
    summary(old, 'that were there before'),
  ];
  return parts.filter((text) => text !== '').join('\n\n');
}
