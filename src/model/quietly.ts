// Libraries that remark on a file on the console, where a run's own progress and results stand.

/** What `work` returns; what it prints meanwhile is dropped. Synchronous, so that nobody else's words are lost. */
export function quietly<Result>(work: () => Result): Result {
  const { log, warn, error } = console;
  Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });
  try {
    return work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}
