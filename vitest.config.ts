import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // The clock of every test is handed in; this only guards against a forgotten conversion.
    env: { TZ: 'UTC' },
  },
});
