// How far work goes that only judges again: one live line in a terminal; otherwise a line now and then, where it takes long.
import type { Language } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { emptyState, progressLines } from './progress.ts';
import { columnsOf, type Terminal } from './terminal.ts';

export interface CountProgress {
  readonly onJudged: (done: number, total: number) => void;
  /** Removes the live line. */
  readonly close: () => void;
}

/** Milliseconds between lines that stay. */
const everyMs = 10_000;
const refreshMs = 100;

export async function countProgress(terminal: Terminal, lang: Language, quiet: boolean): Promise<CountProgress> {
  if (quiet || terminal.log !== undefined) return { onJudged: () => {}, close: () => {} };
  const messages = messagesOf(lang);
  const { now, stderr } = terminal;
  const state = emptyState(now());
  const line = (): string => progressLines(state, messages, now(), columnsOf(stderr))[0]!;
  let shownAt = now();
  const due = (ms: number): boolean => {
    if (now() - shownAt < ms || state.done === state.total) return false;
    shownAt = now();
    return true;
  };
  const count = (done: number, total: number): void => {
    state.done = done;
    state.total = total;
  };
  if (!stderr.isTTY)
    return {
      onJudged(done, total) {
        count(done, total);
        if (due(everyMs)) stderr.write(`${line()}\n`);
      },
      close: () => {},
    };
  const { createLogUpdate } = await import('log-update');
  const live = createLogUpdate(stderr as NodeJS.WriteStream, { showCursor: true });
  return {
    onJudged(done, total) {
      count(done, total);
      if (due(refreshMs)) live(line());
    },
    close: () => {
      live.clear();
      live.done();
    },
  };
}
