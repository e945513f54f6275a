import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/status.ts';
import type { State } from '../../src/model/state.ts';
import type { Status } from '../../src/model/status.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { viewMarkdown } from '../../src/render/view.ts';
import { changesOf } from '../../src/store/journal.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';
import { openBrowser } from './browser.ts';
import { look, openMarkdown, type Seen } from './look.ts';

const NOW = '2024-07-26T16:45:00Z';
const FIXTURE = join(import.meta.dirname, '../fixtures/reference');

let browser: Browser;
let pictures: string;

function analysed(fixture: string): { state: State; status: Status } {
  const state = readStore(loadFixture(fixture));
  return { state, status: analyse(state, NOW, changesOf(state.journal)) };
}

beforeAll(async () => {
  pictures = await mkdtemp(join(tmpdir(), 'git-milestone-pages-'));
  browser = await openBrowser();
}, 120_000);

afterAll(() => browser?.close());

/** What is true of every page of ours, whatever it shows. */
function expectReadable(seen: Seen): void {
  expect(seen.undrawn).toEqual([]);
  expect(seen.overflow).toBe(0);
  expect(seen.wideTables).toEqual([]);
  expect(seen.headlessTables).toBe(0);
  expect(seen.links.filter(({ text }) => text === '')).toEqual([]);
  const jumps = seen.headings.filter(({ level }, i) => i > 0 && level > (seen.headings[i - 1]?.level ?? level) + 1);
  expect(jumps).toEqual([]);
}

describe('the dashboard of the reference project, in a browser', () => {
  let page: Page;
  let seen: Seen;
  let picture: Buffer;
  beforeAll(async () => {
    const { state, status } = analysed('reference');
    page = await openMarkdown(browser, statusPage(status, state), 'STATUS.md');
    seen = await look(page);
    picture = await page.screenshot({ path: join(pictures, 'status.png'), fullPage: true });
    console.log(`The pages as they were seen: ${pictures}`);
  }, 120_000);
  afterAll(() => page?.close());

  it('is readable: one title, no skipped heading, nothing wider than the page', () => {
    expectReadable(seen);
    expect(seen.headings.filter(({ level }) => level === 1).map(({ text }) => text)).toEqual([
      'Reference project: milestones',
    ]);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
  });

  it('draws the timeline and the dependency graph with every milestone in them', () => {
    expect(seen.diagrams).toHaveLength(2);
    for (const { width, height, text } of seen.diagrams) {
      expect(width).toBeGreaterThan(300);
      expect(height).toBeGreaterThan(150);
      for (const id of ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08']) expect(text).toContain(id);
    }
  });

  it('links to files that exist', () => {
    const files = seen.links.map(({ href }) => href).filter((href) => !href.startsWith('#'));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((href) => !existsSync(join(FIXTURE, decodeURI(href))))).toEqual([]);
  });

  it('has text that stands out from its ground, in diagrams as well', async () => {
    const faint = await page.evaluate(() => {
      const rgb = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const luminance = (colour: string): number => {
        const [r = 0, g = 0, b = 0] = rgb(colour).map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      // The contrast ratio of WCAG 2.2, 1.4.3: at least 4.5 for text of this size.
      const contrast = (a: string, b: string): number => {
        const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
      };
      return [...document.querySelectorAll('pre.mermaid .node')]
        .map((node) => {
          const shape = node.querySelector('rect, path, polygon');
          const label = node.querySelector('.nodeLabel, text');
          const ratio = shape && label ? contrast(getComputedStyle(label).color, getComputedStyle(shape).fill) : 0;
          return { text: (node.textContent ?? '').trim(), ratio };
        })
        .filter(({ ratio }) => ratio < 4.5);
    });
    expect(faint).toEqual([]);
  });
});

describe('other pages, in a browser', () => {
  it('are readable: a focus view, an empty store, a store in Japanese', async () => {
    const reference = analysed('reference');
    const intent = { id: 'page', verb: 'status', args: ['M05'], options: {}, text: 'status M05', line: 1 };
    const japanese = analysed('original-nihongo');
    const nothing = readStore([]);
    const pages: Record<string, string> = {
      focus: viewMarkdown(intent, reference.state, reference.status),
      empty: statusPage(analyse(nothing, NOW, []), nothing),
      japanese: statusPage(japanese.status, japanese.state),
    };
    for (const [name, markdown] of Object.entries(pages)) {
      const page = await openMarkdown(browser, markdown, name);
      const seen = await look(page);
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
      expectReadable(seen);
      expect(seen.headings.length, name).toBeGreaterThan(0);
      await page.close();
    }
  }, 120_000);

  it('would be caught if a diagram could not be drawn or a table did not fit', async () => {
    const wide = `| ${'unbreakable'.repeat(20)} |\n| --- |\n| x |\n`;
    const page = await openMarkdown(
      browser,
      `# Broken\n\n${wide}\n\`\`\`mermaid\nflowchart LR\n  A -->\n\`\`\`\n`,
      'broken',
    );
    const seen = await look(page);
    expect(seen.undrawn).toHaveLength(1);
    expect(seen.wideTables).toHaveLength(1);
    await page.close();
  });
});
