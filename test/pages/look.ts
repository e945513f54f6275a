import type { Browser, Page } from 'playwright-core';
import { htmlPage, MERMAID } from './page.ts';

/** What a reader would complain about, measured in the browser. */
export interface Seen {
  /** Sources of Mermaid blocks that were not drawn, or drawn as an error. */
  readonly undrawn: string[];
  readonly diagrams: { readonly width: number; readonly height: number; readonly text: string }[];
  /** First cells of tables that have to be scrolled sideways. */
  readonly wideTables: string[];
  /** How far the page itself is wider than the window, in pixels. */
  readonly overflow: number;
  readonly headings: { readonly level: number; readonly text: string }[];
  readonly links: { readonly href: string; readonly text: string }[];
  readonly headlessTables: number;
}

/** Opens the Markdown as a page, with every folded part open and every diagram drawn. */
export async function openMarkdown(browser: Browser, markdown: string, title: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1012, height: 900 }, deviceScaleFactor: 1.5 });
  await page.setContent(htmlPage(markdown, title));
  await page.addScriptTag({ path: MERMAID });
  await page.evaluate(async () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    const { mermaid } = globalThis as unknown as {
      mermaid: { initialize(o: object): void; run(o: object): Promise<void> };
    };
    mermaid.initialize({ startOnLoad: false });
    await mermaid.run({ querySelector: 'pre.mermaid', suppressErrors: true });
  });
  return page;
}

/** Looks at an opened page. */
export async function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const text = (node: Element | null | undefined): string => (node?.textContent ?? '').trim();
    const blocks = [...document.querySelectorAll('pre.mermaid')];
    const bad = (block: Element): boolean => {
      const svg = block.querySelector('svg');
      return svg === null || svg.getAttribute('aria-roledescription') === 'error' || /Syntax error/i.test(text(svg));
    };
    const tables = [...document.querySelectorAll('table')];
    return {
      undrawn: blocks.filter(bad).map(text),
      diagrams: [...document.querySelectorAll('pre.mermaid svg')].map((svg) => {
        const { width, height } = svg.getBoundingClientRect();
        return { width, height, text: text(svg) };
      }),
      wideTables: tables
        .filter((table) => table.scrollWidth > table.clientWidth)
        .map((t) => text(t.querySelector('th'))),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => ({
        level: Number(h.tagName.slice(1)),
        text: text(h),
      })),
      links: [...document.querySelectorAll('main a')].map((a) => ({
        href: a.getAttribute('href') ?? '',
        text: text(a),
      })),
      headlessTables: tables.filter((table) => table.querySelector('th') === null).length,
    };
  });
}
