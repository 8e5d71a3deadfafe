import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Threads and processes that tests start load the program's sources again and again: they are compiled once.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');

/** Goes into folders of its own: what others remember by relative paths must not be in its process. */
const alone = ['test/guides.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // What a browser beside all other tests shows may take its time.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    // A sixth of the time a test waits for a server, a process or a time-out: others go on meanwhile.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ['test/bench/**', '**/node_modules/**', ...alone],
          // No file changes what others load: modules are read once a worker, and the suite is a tenth faster.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
