// A terminal that keeps what is written to it, with a data folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '../../src/commands/terminal.ts';

const data = mkdtempSync(join(tmpdir(), 'planaudit-terminal-'));
process.once('exit', () => rmSync(data, { recursive: true, force: true }));

export interface FakeTerminal extends Terminal {
  readonly out: () => string;
  readonly err: () => string;
  /** What Ctrl-C does. */
  readonly interrupt: () => void;
}

export function fakeTerminal(env: Readonly<Record<string, string>> = {}, now = Date.UTC(2026, 5, 15, 3)): FakeTerminal {
  const out: string[] = [];
  const err: string[] = [];
  const handlers = new Set<() => void>();
  return {
    stdout: { write: (text: string) => out.push(text) } as Terminal['stdout'],
    stderr: { write: (text: string) => err.push(text) } as Terminal['stderr'],
    env: { PLANAUDIT_DATA: data, ...env },
    now: () => now,
    onInterrupt: (given) => {
      handlers.add(given);
      return () => {
        handlers.delete(given);
      };
    },
    out: () => out.join(''),
    err: () => err.join(''),
    interrupt: () => {
      for (const handler of handlers) handler();
    },
  };
}
