// The outside world as commands see it: two outputs, the environment, the clock, interrupts. Faked in tests.
import { type Environment, processEnvironment } from '../config.ts';
import type { Log } from './log.ts';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Terminal {
  /** Results only. */
  readonly stdout: Output;
  /** Progress, warnings, errors. */
  readonly stderr: Output & Partial<NodeJS.WriteStream>;
  readonly env: Environment;
  /** Set with `--log-format json`: progress is written through this, not as text. */
  readonly log?: Log;
  readonly now: () => number;
  /** Calls the handler at the first request to stop (Ctrl-C, SIGTERM); a second one ends the process. Returns the undo. */
  onInterrupt(handler: () => void): () => void;
}

/** A second Ctrl-C sooner than this is the same one: a shell and a parent process may both deliver it. */
const sameInterruptMs = 250;

export function processTerminal(): Terminal {
  // A reader that closes the pipe early (head, less) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: processEnvironment(),
    now: () => Date.now(),
    onInterrupt: (handler) => {
      let first: number | undefined;
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      const undo = () => {
        for (const signal of signals) process.off(signal, onSignal);
      };
      const onSignal = (signal: NodeJS.Signals) => {
        if (first === undefined) {
          first = Date.now();
          handler();
        } else if (Date.now() - first > sameInterruptMs) {
          undo();
          process.kill(process.pid, signal);
        }
      };
      for (const signal of signals) process.on(signal, onSignal);
      return undo;
    },
  };
}

/** Columns to render for: the terminal's, or 80 for a pipe or file. */
export function columnsOf(output: Output): number {
  return output.isTTY && output.columns ? output.columns : 80;
}
