import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // End-to-end tests mostly wait for processes and for the politeness of the API client.
    maxWorkers: 4,
    // Files share what a worker has loaded: none of them changes it.
    isolate: false,
    reporters: ['default', new ClosingLine()],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/action.ts', 'src/action/**', 'src/cli.ts', 'src/cli/**'],
      reporter: ['text-summary'],
    },
  },
});
