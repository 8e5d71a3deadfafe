import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { watchFolder } from '../../src/audit/watch-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'watch-'));
mkdirSync(join(folder, 'แผน'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives one turn a burst of changes, keeps those of a busy time, and ends when aborted', async () => {
  const abort = new AbortController();
  const turns = watchFolder(folder, { signal: abort.signal, quietMs: 40 });
  const first = turns.next();
  for (let at = 0; at < 5; at += 1) writeFileSync(join(folder, 'แผน', 'a.html'), `${at}`);
  expect(await first).toEqual({ done: false, value: undefined });
  // While the consumer works:
  writeFileSync(join(folder, 'b.html'), 'x');
  expect(await turns.next()).toEqual({ done: false, value: undefined });
  const last = turns.next();
  writeFileSync(join(folder, '~$a.docx'), 'lock');
  writeFileSync(join(folder, '.hidden'), 'x');
  abort.abort();
  expect((await last).done).toBe(true);
});
