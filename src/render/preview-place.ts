import type { FileChange } from '../change/preview-changes.ts';
import { md, pathUrl } from './escape.ts';

/** Where a preview is shown, and what it may link to. */
export interface PreviewPlace {
  /** Address of the store as the pull request has it, without a slash at the end. */
  readonly storeUrl: string;
  /** Branch whose policy was asked. */
  readonly branch: string;
  readonly emoji: boolean;
}

/** The address of a file of the store. */
export function fileUrl({ storeUrl }: PreviewPlace, file: string): string {
  return `${storeUrl}/${pathUrl(file)}`;
}

/** Text (Markdown) that leads to a file. */
export function toFile(place: PreviewPlace, text: string, file: string): string {
  return `[${text}](${fileUrl(place, file)})`;
}

/** A changed file by its milestone's id, else by its path; linked where it still is. */
export function changeName(place: PreviewPlace, { file, milestone, kind }: FileChange): string {
  const name = md(milestone ?? file);
  return kind === 'removed' ? name : toFile(place, name, file);
}
