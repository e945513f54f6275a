import type { State } from '../model/state.ts';
import type { Status } from '../model/status.ts';
import { statusPage } from './status-page.ts';

const mark = (substance: string): string => `<!-- substance ${substance} -->`;

/**
 * The whole content of the dashboard file: the page, and a hidden last line with the fingerprint of its news. Given the
 * `previous` content, that is returned unchanged while its fingerprint still holds.
 */
export function dashboardFile(status: Status, state: State, substance: string, previous: string | null): string {
  if (previous?.trimEnd().endsWith(mark(substance))) return previous;
  return `${statusPage(status, state).trimEnd()}\n\n${mark(substance)}\n`;
}
