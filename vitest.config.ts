import { defineConfig } from 'vitest/config';
import { strictReporter } from './test/support/reporter/strict.ts';

const inCi = Boolean(process.env['CI']);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/postgres/globalSetup.ts'],
    // Modules are loaded once per worker and not once per file, which saves a third of the time. It holds as long as
    // no module keeps a state that a test could leave behind.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: !inCi,
    // A run that skips, or that has fewer tests than before, is no proof.
    reporters: inCi ? ['default', strictReporter()] : ['default'],
  },
});
