// Shows a text on standard output: page by page where a person reads it and it is longer than the screen.
import type { Terminal } from './terminal.ts';

/** Where there is no pager, or it cannot start, the text is printed as it is. */
export async function showText(text: string, mayPage: boolean, terminal: Terminal): Promise<void> {
  const { stdout, page, env } = terminal;
  const rows = stdout.rows ?? 0;
  const long = rows > 0 && text.split('\n').length > rows;
  if (mayPage && long && stdout.isTTY === true && page !== undefined && env['TERM'] !== 'dumb') {
    if (await page(text)) return;
  }
  stdout.write(text);
}
