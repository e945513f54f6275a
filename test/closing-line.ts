import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line of counts, which a person or a CI can read without knowing the runner. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state]++;
      }
      if (module.errors().length > 0) count.failed++;
    }
    // After the other reporters and the coverage have had their say.
    process.once('exit', () => {
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    });
  }
}
