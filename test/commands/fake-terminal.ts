// A terminal that keeps what is written to it.
import type { Terminal } from '../../src/commands/terminal.ts';

export interface FakeTerminal extends Terminal {
  readonly out: () => string;
  readonly err: () => string;
  /** What Ctrl-C does. */
  readonly interrupt: () => void;
}

export function fakeTerminal(env: Readonly<Record<string, string>> = {}, now = Date.UTC(2026, 5, 15, 3)): FakeTerminal {
  const out: string[] = [];
  const err: string[] = [];
  let handler: (() => void) | undefined;
  return {
    stdout: { write: (text: string) => out.push(text) } as Terminal['stdout'],
    stderr: { write: (text: string) => err.push(text) } as Terminal['stderr'],
    env,
    now: () => now,
    onInterrupt: (given) => {
      handler = given;
      return () => {
        handler = undefined;
      };
    },
    out: () => out.join(''),
    err: () => err.join(''),
    interrupt: () => handler?.(),
  };
}
