import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'summary-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('a summary of many answers stays below 1 MiB, above which GitHub drops all of it, and says that there is more', async () => {
  const file = join(dir, 'summary.md');
  writeFileSync(file, '');
  process.env['GITHUB_STEP_SUMMARY'] = file;
  const { addSummary } = await import('../../src/action/summary.ts');
  for (let i = 0; i < 30; i++) await addSummary(`Answer ${i}: ${'ä'.repeat(30_000)}`);
  const text = readFileSync(file, 'utf8');
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  expect(text).toContain('Answer 16');
  expect(text.match(/The rest stands in the replies/g)).toHaveLength(1);
  expect(text.trimEnd().endsWith('job log.')).toBe(true);
});
