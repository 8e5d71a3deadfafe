import { expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { demoCommand } from '../../src/commands/demo.ts';
import { logTerminal } from '../../src/commands/log.ts';
import { fakeTerminal } from './fake-terminal.ts';

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('tells of a run in JSON lines alone, with its results untouched on standard output', async () => {
  const terminal = fakeTerminal();
  const flags = { select: ['id=agri', 'id=forest-region'], format: ['json'], lang: 'en', logFormat: 'json' };
  expect(await demoCommand(flags, terminal)).toBe(0);
  const log = lines(terminal.err());
  for (const line of log) expect(Object.keys(line).slice(0, 3)).toEqual(['time', 'level', 'event']);
  const of = (event: string) => log.filter((line) => line['event'] === event);
  const run = (JSON.parse(terminal.out()) as { run: { id: string } }).run.id;
  expect(of('run-started')).toMatchObject([{ run, agencies: 2, done: 0 }]);
  expect(of('agency-started').map(({ agency }) => agency)).toContain('agri');
  const finished = of('agency-finished');
  expect(finished).toHaveLength(2);
  const agri = finished.find(({ agency }) => agency === 'agri')!;
  expect(agri).toMatchObject({
    run,
    level: 'info',
    total: 2,
    verdicts: expect.objectContaining({ met: expect.any(Number) }),
  });
  expect(agri['requests']).toBeGreaterThan(5);
  expect(of('run-finished')).toMatchObject([{ run, complete: true, agencies: 2 }]);
  expect(of('message').length).toBeGreaterThan(0);
});

it('tells of a mistake as one line', async () => {
  const terminal = fakeTerminal();
  expect(await main(['audit', 'no-such.csv', '--log-format', 'json'], terminal)).toBe(2);
  expect(lines(terminal.err()).at(-1)).toMatchObject({ level: 'error', event: 'error', code: expect.any(String) });
});

it('keeps what comes in pieces together, and is not wrapped twice', () => {
  const terminal = fakeTerminal();
  const once = logTerminal(terminal, { logFormat: 'json' });
  expect(logTerminal(once, { logFormat: 'json' })).toBe(once);
  once.stderr.write('one ');
  once.stderr.write('line\n\nand');
  expect(lines(terminal.err())).toEqual([
    { time: '2026-06-15T03:00:00.000Z', level: 'info', event: 'message', message: 'one line' },
  ]);
  expect(logTerminal(terminal, { logFormat: 'text' })).toBe(terminal);
});
