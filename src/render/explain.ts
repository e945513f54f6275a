import type { Explanation } from '../analysis/explanation.ts';
import { block, tree } from './box.ts';
import { md, plain, prose } from './escape.ts';
import { paint, type Terminal } from './paint.ts';

/** A derivation as Markdown. */
export function mdExplanation({ title, sections }: Explanation): string {
  const parts = sections.map(
    (section) => `### ${md(section.title)}\n\n${section.lines.map(({ text }) => `- ${prose(text)}`).join('\n')}`,
  );
  return `${[`## ${md(title)}`, ...parts].join('\n\n')}\n`;
}

/** A derivation for a terminal. */
export function terminalExplanation({ title, sections }: Explanation, terminal: Terminal): string {
  const parts = sections.map((section) => {
    const lines = section.lines.map(({ text }) => plain(text));
    return block(terminal, plain(section.title).toUpperCase(), tree(lines, terminal).join('\n'));
  });
  return `${[paint(terminal, 'bold', plain(title)), ...parts].join('\n\n')}\n`;
}
