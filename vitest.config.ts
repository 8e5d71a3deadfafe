import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', '**/node_modules/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // No file changes what others load: modules are read once a worker, and the suite is a tenth faster.
    isolate: false,
    // Left to itself, one processor of two stays idle.
    maxWorkers: '100%',
  },
});
