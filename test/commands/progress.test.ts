import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { countProgress } from '../../src/commands/count-progress.ts';
import { applyEvent, durationText, emptyState, progressLines } from '../../src/commands/progress.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import type { Agency } from '../../src/model/registry.ts';
import { messagesOf } from '../../src/report/catalogue/messages-of.ts';
import { textWidth } from '../../src/report/fit-text.ts';
import { sampleRun } from '../report/sample-run.ts';
import { fakeTerminal } from './fake-terminal.ts';

const en = messagesOf('en');
const agency = (id: string): Agency => ({
  id,
  name: `หน่วยงานที่มีชื่อยาวมากจนเกินความกว้างของหน้าจอ ${id}`,
  kind: 'other',
  extraHosts: [],
  tags: [],
  exempt: [],
});

it('shows counts, rate, time left and who is at work, within the width', () => {
  const state = emptyState(0);
  applyEvent(state, { kind: 'run-started', runId: 'r', total: 22, done: 2 }, 1000);
  expect(progressLines(state, en, 1000, 80)).toEqual(['2/22 agencies']);
  for (let n = 0; n < 10; n += 1) applyEvent(state, { kind: 'agency-started', agency: agency(`a${n}`) }, 1000);
  const request = { kind: 'request', url: 'https://x', requests: 5, maxRequests: 120, open: 3 } as const;
  applyEvent(state, { ...request, agency: agency('a1') }, 2000);
  const verdict = { ...sampleRun.agencies[0]!, id: 'a0' };
  for (let n = 0; n < 5; n += 1) {
    applyEvent(state, { kind: 'agency-finished', verdict, done: 3 + n, total: 22 }, 30_000);
  }
  applyEvent(state, { kind: 'agency-postponed', agency: agency('a2'), cause: 'connect-timeout' }, 30_000);
  // Five agencies in 30 seconds: the two judged in an earlier attempt do not make it look faster.
  const lines = progressLines(state, en, 31_000, 60);
  expect(lines[0]).toBe('7/22 agencies · 10 agencies/min · about 90 s left'.replace('90 s', '2 min'));
  expect(lines.length).toBe(1 + 8);
  for (const line of lines) expect(textWidth(line)).toBeLessThan(60);
});

it.each([
  [1, '1 s'],
  [89_000, '89 s'],
  [90_000, '2 min'],
  [3_600_000, '60 min'],
  [9_000_000, '3 h'],
])('%i ms read as %s', (ms, text) => {
  expect(durationText(en, ms)).toBe(text);
});

it('counts what is judged again: a line every ten seconds where no one watches, none where it is soon done', async () => {
  const terminal = fakeTerminal();
  let clock = 0;
  const { onJudged, close } = await countProgress({ ...terminal, now: () => clock }, 'en', false);
  for (let done = 1; done <= 100; done += 1) {
    clock += 300;
    onJudged(done, 100);
  }
  close();
  expect(terminal.err()).toBe(
    '34/100 agencies · 200 agencies/min · about 20 s left\n68/100 agencies · 200 agencies/min · about 10 s left\n',
  );
});

it('counts on one live line in a terminal, and takes it away', async () => {
  const written: string[] = [];
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  stderr.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  let clock = 0;
  const terminal = { ...fakeTerminal(), stderr, now: () => clock } as unknown as Terminal;
  const { onJudged, close } = await countProgress(terminal, 'en', false);
  for (let done = 1; done <= 4; done += 1) {
    clock += 200;
    onJudged(done, 5);
  }
  close();
  expect(written.join('')).toContain('4/5 agencies');
  const quiet = fakeTerminal();
  (await countProgress(quiet, 'en', true)).onJudged(1, 2);
  expect(quiet.err()).toBe('');
});
