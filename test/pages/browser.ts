import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

interface Way {
  readonly name: string;
  readonly start: () => Promise<Browser>;
}

function installed(path: string): Way {
  return { name: path, start: () => chromium.launch({ executablePath: path, args: ['--no-sandbox'] }) };
}

/** The packed Chromium with the fonts of its package beside the machine's, so that widths differ little between machines. */
async function unpacked(libraries: string | null): Promise<Browser> {
  const executablePath = await packed.executablePath();
  const fonts = join(tmpdir(), 'git-milestone-fonts.conf');
  const dirs = ['/usr/share/fonts', join(tmpdir(), 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
  await writeFile(
    fonts,
    `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${tmpdir()}/fonts-cache</cachedir></fontconfig>`,
  );
  const env = { ...process.env, FONTCONFIG_FILE: fonts, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  // In one process, closing one page would end them all.
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--in-process-gpu');
  return chromium.launch({ executablePath, args, env });
}

/** Libraries that the package carries for machines without NSS and expat. */
async function packedLibraries(): Promise<string> {
  const root = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  return join(await inflate(join(root, '../bin/al2023.tar.br')), 'lib');
}

function ways(): Way[] {
  const own = process.env['CHROMIUM_PATH'];
  // It is built for Linux on x64.
  const fits = process.platform === 'linux' && process.arch === 'x64';
  return [
    ...(own ? [installed(own)] : []),
    ...(fits
      ? [
          { name: '@sparticuz/chromium', start: () => unpacked(null) },
          { name: '@sparticuz/chromium with its own libraries', start: async () => unpacked(await packedLibraries()) },
        ]
      : []),
    ...INSTALLED.filter((path) => existsSync(path)).map(installed),
  ];
}

/** A headless browser. Throws if no way of starting one works: a page that nobody saw is not a page that was tested. */
export async function openBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const { name, start } of ways()) {
    try {
      return await start();
    } catch (error) {
      failures.push(`${name}: ${String(error).split('\n')[0] ?? ''}`);
    }
  }
  throw new Error(
    `No Chromium could be started, and these tests look at pages in one. Install Chromium, or name one in CHROMIUM_PATH.\n${failures.join('\n')}`,
  );
}
