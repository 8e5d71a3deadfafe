// The outside world as commands see it: two outputs, the environment, the clock, interrupts. Faked in tests.
import { type Environment, processEnvironment } from '../config.ts';
import type { Log } from './log.ts';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
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
  /** Shows a text in the person's pager and waits until it is closed. False where there is none. */
  page?(text: string): Promise<boolean>;
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
    page: (text) => pageThrough(text, processEnvironment()),
  };
}

/** `$PAGER` (a command line, `cat` or nothing = none), else less. Windows has no pager for Thai: only one that is named. */
export async function pageThrough(text: string, env: Environment): Promise<boolean> {
  const pager = env['PAGER'] ?? (process.platform === 'win32' ? '' : 'less');
  if (pager.trim() === '' || pager.trim() === 'cat') return false;
  const { spawn } = await import('node:child_process');
  // As git has it: leave at once what fits the screen, show colours, leave the text on the screen.
  const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', ...env } });
  // Ctrl-C is for the pager.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  // Leaving before the end is no error.
  child.stdin.on('error', ignore);
  child.stdin.end(text);
  try {
    const code = await new Promise<number>((done) => {
      child.on('error', () => done(127));
      child.on('close', (status) => done(status ?? 0));
    });
    // 126 and 127 are the shell's: there is no such program.
    return code !== 126 && code !== 127;
  } finally {
    process.off('SIGINT', ignore);
  }
}

/** Columns to render for: the terminal's, or 80 for a pipe or file. */
export function columnsOf(output: Output): number {
  return output.isTTY && output.columns ? output.columns : 80;
}
