// Shows a running audit on standard error: live lines in a terminal, one plain line an agency otherwise. Results never
// come here. What is shown is computed by progressLines, a pure function of the events so far.
import type { RunEvent } from '../audit/run-audit.ts';
import type { Language, Messages } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cleanText, cutText } from '../report/fit-text.ts';
import { verdictCounts } from '../report/run-criteria.ts';
import { logProgress } from './log-progress.ts';
import { columnsOf, type Terminal } from './terminal.ts';

export interface Progress {
  readonly onEvent: (event: RunEvent) => void;
  /** Prints a line that stays. */
  readonly note: (line: string) => void;
  /** Removes the live lines. */
  readonly close: () => void;
}

const refreshMs = 100;
const shownAgencies = 8;

export interface ProgressState {
  total: number;
  done: number;
  /** Agencies judged when the run started (resumed runs): they say nothing about the rate. */
  doneBefore: number;
  startedAt: number;
  /** Running agencies in the order they were started: id → name and requests so far. */
  readonly busy: Map<string, { name: string; requests: number }>;
}

export async function showProgress(terminal: Terminal, lang: Language, quiet: boolean): Promise<Progress> {
  if (quiet) return { onEvent: () => {}, note: () => {}, close: () => {} };
  const { log } = terminal;
  if (log !== undefined) {
    return {
      onEvent: logProgress(log, terminal.now),
      note: (line) => log('info', 'message', { message: line }),
      close: () => {},
    };
  }
  const messages = messagesOf(lang);
  const state = emptyState(terminal.now());
  return terminal.stderr.isTTY
    ? await liveProgress(terminal, messages, state)
    : plainProgress(terminal, messages, state);
}

export function emptyState(now: number): ProgressState {
  return { total: 0, done: 0, doneBefore: 0, startedAt: now, busy: new Map() };
}

function plainProgress(terminal: Terminal, messages: Messages, state: ProgressState): Progress {
  const note = (line: string) => void terminal.stderr.write(`${line}\n`);
  return {
    note,
    onEvent: (event) => {
      applyEvent(state, event, terminal.now());
      if (event.kind === 'run-started') note(messages.progress.starting(event.total));
      if (event.kind === 'agency-finished') note(`[${state.done}/${state.total}] ${finishedLine(messages, event)}`);
    },
    close: () => {},
  };
}

async function liveProgress(terminal: Terminal, messages: Messages, state: ProgressState): Promise<Progress> {
  const { createLogUpdate } = await import('log-update');
  const log = createLogUpdate(terminal.stderr as NodeJS.WriteStream, { showCursor: true });
  const draw = () => log(progressLines(state, messages, terminal.now(), columnsOf(terminal.stderr)).join('\n'));
  const note = (line: string) => {
    log.clear();
    terminal.stderr.write(`${line}\n`);
    draw();
  };
  const timer = setInterval(draw, refreshMs);
  timer.unref();
  return {
    note,
    onEvent: (event) => {
      applyEvent(state, event, terminal.now());
      if (event.kind === 'run-started') draw();
      if (event.kind === 'agency-finished') note(finishedLine(messages, event));
    },
    close: () => {
      clearInterval(timer);
      log.clear();
      log.done();
    },
  };
}

export function applyEvent(state: ProgressState, event: RunEvent, now: number): void {
  switch (event.kind) {
    case 'run-started':
      state.total = event.total;
      state.done = event.done;
      state.doneBefore = event.done;
      state.startedAt = now;
      return;
    case 'agency-started':
      state.busy.set(event.agency.id, { name: event.agency.name, requests: 0 });
      return;
    case 'request':
      state.busy.set(event.agency.id, { name: event.agency.name, requests: event.requests });
      return;
    case 'agency-finished':
      state.busy.delete(event.verdict.id);
      state.done = event.done;
      return;
    case 'agency-postponed':
      state.busy.delete(event.agency.id);
      return;
  }
}

/** The live lines: counts, rate and time left, then the agencies at work. `now` in ms. */
export function progressLines(state: ProgressState, messages: Messages, now: number, columns: number): string[] {
  const { progress } = messages;
  const judged = state.done - state.doneBefore;
  const elapsed = Math.max(1, now - state.startedAt);
  const parts = [progress.done(state.done, state.total)];
  if (judged > 0) {
    const perMinute = (judged * 60_000) / elapsed;
    parts.push(progress.rate(perMinute >= 10 ? String(Math.round(perMinute)) : perMinute.toFixed(1)));
    const left = state.total - state.done;
    if (left > 0) parts.push(progress.left(durationText(messages, (elapsed / judged) * left)));
  }
  const busy = [...state.busy.values()].slice(0, shownAgencies);
  const rest = state.busy.size - busy.length;
  return [
    cutText(parts.join(' · '), columns - 1),
    ...busy.map(({ name, requests }) => cutText(`  ${progress.busy(cleanText(name), requests)}`, columns - 1)),
    ...(rest > 0 ? [`  … +${rest}`] : []),
  ];
}

function finishedLine(messages: Messages, event: RunEvent & { kind: 'agency-finished' }): string {
  const { name, criteria, coverage } = event.verdict;
  const counts = messages.report.counts(verdictCounts(criteria));
  return messages.progress.finished(cleanText(name), counts, coverage.requests);
}

/** Milliseconds in the unit a person would use, rounded up: nobody is glad of "0 min left". */
export function durationText({ progress }: Messages, ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return progress.seconds(seconds);
  if (seconds < 90 * 60) return progress.minutes(Math.ceil(seconds / 60));
  return progress.hours(Math.ceil(seconds / 3600));
}
