import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse } from '../../src/analysis/status.ts';
import { statusPage } from '../../src/render/status-page.ts';
import { changesOf } from '../../src/store/journal.ts';
import { readStore } from '../../src/store/read.ts';
import { loadFixture } from '../load-fixture.ts';
import { openBrowser } from './browser.ts';
import { openMarkdown } from './look.ts';

/**
 * Makes the README's picture, docs/dashboard.png, from the reference project: `node test/pages/picture.ts [--font FILE.woff2]`. A font with
 * coloured emoji is needed where the machine has none.
 */

const { values } = parseArgs({ options: { font: { type: 'string' } } });

/** The parts of the page that fit in a picture. */
const SECTIONS = ['progress', 'milestones', 'timeline', 'graph'];

const state = readStore(loadFixture('reference'));
const shown = { ...state, config: { ...state.config, dashboard: { ...state.config.dashboard, sections: SECTIONS } } };
const status = analyse(state, '2024-07-26T16:45:00Z', changesOf(state.journal));

const browser = await openBrowser();
try {
  const page = await openMarkdown(browser, statusPage(status, shown), 'STATUS.md');
  if (values.font) {
    const font = (await readFile(values.font)).toString('base64');
    await page.addStyleTag({
      content: `@font-face { font-family: "Noto Color Emoji"; src: url(data:font/woff2;base64,${font}); }`,
    });
    await page.evaluate(() => document.fonts.load('16px "Noto Color Emoji"', '✅'));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  }
  await page.screenshot({
    path: join(import.meta.dirname, '../../docs/dashboard.png'),
    fullPage: true,
    scale: 'device',
  });
} finally {
  await browser.close();
}
