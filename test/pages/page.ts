import { createRequire } from 'node:module';
import markdownIt from 'markdown-it';

/** A Markdown file of ours as GitHub would show it, near enough to look at: tables, folded parts, drawn Mermaid blocks. */

const require = createRequire(import.meta.url);

/** The bundle that draws the diagrams: the library's own, not a stand-in. */
export const MERMAID: string = require.resolve('mermaid/dist/mermaid.min.js');

const CSS = `
body { margin: 0; background: #fff; color: #1f2328; font: 16px/1.5 "Open Sans", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
main { width: 900px; margin: 32px auto; }
h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }
h1, h2, h3, h4, h5 { margin: 24px 0 16px; line-height: 1.25; font-weight: 600; }
h1 { font-size: 2em; } h2 { font-size: 1.5em; } h3 { font-size: 1.25em; } h4 { font-size: 1em; } h5 { font-size: .875em; }
p, ul, ol, table, details, pre { margin: 0 0 16px; }
ul, ol { padding-left: 2em; }
li + li { margin-top: .25em; }
a { color: #0969da; text-decoration: underline; text-underline-offset: .2rem; }
code { background: #eff1f3; border-radius: 6px; padding: .2em .4em; font: 85% "DejaVu Sans Mono", monospace; white-space: break-spaces; }
pre { background: #f6f8fa; border-radius: 6px; padding: 16px; overflow: auto; }
pre code { background: none; padding: 0; white-space: pre; }
pre.mermaid { background: none; border: 1px solid #d1d9e0; text-align: center; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px; }
th { font-weight: 600; }
tr:nth-child(2n) td { background: #f6f8fa; }
summary { cursor: pointer; }
`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Markdown → an HTML document, with each Mermaid fence as `<pre class="mermaid">`. Nothing is drawn yet. */
export function htmlPage(markdown: string, title: string): string {
  const renderer = markdownIt({ html: true, linkify: true });
  const fence = renderer.renderer.rules.fence;
  renderer.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim() === 'mermaid') return `<pre class="mermaid">${escapeHtml(token.content)}</pre>\n`;
    return fence?.(tokens, index, options, env, self) ?? '';
  };
  const body = renderer.render(markdown);
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${CSS}</style></head><body><main>\n${body}</main></body></html>\n`;
}
