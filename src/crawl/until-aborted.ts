// Waits for work, but not beyond an interrupt: a document half read must not hold up Ctrl-C. The work itself goes on unseen.

/** The work's result, or `instead()` as soon as `signal` aborts. A later failure of abandoned work is nobody's. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined, instead: () => T): Promise<T> {
  if (signal === undefined) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => resolve(instead());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
