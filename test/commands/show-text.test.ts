// Long texts go through the person's pager, short ones and those for programs do not.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { showText } from '../../src/commands/show-text.ts';
import { pageThrough } from '../../src/commands/terminal.ts';
import { fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-pager-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A screen of so many rows whose pager keeps what it is given; `works` false = there is no pager. */
function screen(rows: number, { isTTY = true, works = true, env = {} } = {}) {
  const fake = fakeTerminal(env);
  const paged: string[] = [];
  const terminal = {
    ...fake,
    stdout: { write: fake.stdout.write, isTTY, rows, columns: 80 },
    page: async (text: string) => {
      if (works) paged.push(text);
      return works;
    },
  };
  return { terminal, paged, out: fake.out };
}

describe('showText', () => {
  const long = 'line\n'.repeat(30);

  it('pages what is longer than the screen', async () => {
    const { terminal, paged, out } = screen(24);
    await showText(long, true, terminal);
    expect([paged, out()]).toEqual([[long], '']);
  });

  it.each([
    ['a short text', 'line\n', true, screen(24)],
    ['a pipe', long, true, screen(24, { isTTY: false })],
    ['--no-pager', long, false, screen(24)],
    ['a dumb terminal', long, true, screen(24, { env: { TERM: 'dumb' } })],
    ['no pager', long, true, screen(24, { works: false })],
  ])('prints with %s', async (_, text, mayPage, { terminal, paged, out }) => {
    await showText(text, mayPage, terminal);
    expect([paged, out()]).toEqual([[], text]);
  });

  it('serves long commands, unless flag or variable say no', async () => {
    const explain = ['packs', 'explain', '--lang', 'en'];
    const run = async (argv: readonly string[], env = {}) => {
      const { terminal, paged, out } = screen(10, { env });
      expect(await main(argv, terminal)).toBe(0);
      return [paged.length, out() === ''];
    };
    expect(await run(explain)).toEqual([1, true]);
    expect(await run([...explain, '--no-pager'])).toEqual([0, false]);
    expect(await run(explain, { PLANAUDIT_PAGER: 'no' })).toEqual([0, false]);
  });
});

describe.skipIf(process.platform === 'win32')('pageThrough', () => {
  const path = { PATH: process.env['PATH'] ?? '' };

  it('hands the text to $PAGER and waits for it', async () => {
    const file = join(folder, 'seen');
    expect(await pageThrough('แผน 2569\n', { ...path, PAGER: `cat > '${file}'` })).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('แผน 2569\n');
  });

  it('does not mind a reader that leaves early', async () => {
    expect(await pageThrough('x'.repeat(1_000_000), { ...path, PAGER: 'true' })).toBe(true);
  });

  it.each(['', ' ', 'cat'])('has no pager in "%s"', async (pager) => {
    expect(await pageThrough('x', { ...path, PAGER: pager })).toBe(false);
  });

  it('says when the program is not there', async () => {
    expect(await pageThrough('x', { ...path, PAGER: 'planaudit-has-no-such-pager 2>/dev/null' })).toBe(false);
  });
});
