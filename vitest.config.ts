import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/postgres/globalSetup.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    allowOnly: !process.env['CI'],
  },
});
