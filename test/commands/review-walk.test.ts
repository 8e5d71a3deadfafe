// The interactive walk over real prompts, its keys typed into a stream.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { openCells, openSession } from '../../src/audit/review-session.ts';
import { reviewWalk } from '../../src/commands/review-walk.ts';
import type { CriterionVerdict } from '../../src/model/result.ts';
import { parseReviews } from '../../src/registry/read-reviews.ts';
import { messagesOf } from '../../src/report/catalogue/messages-of.ts';
import { openFolderStore } from '../../src/store/open-store.ts';
import { captureOf, newRun, verdictOf } from '../store/sample-records.ts';
import { fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const down = '\u001b[B';
const enter = '\r';

/** A terminal of its own: types the next answer whenever the screen asks the next question. */
function typist(answers: readonly (readonly [question: string, keys: readonly string[]])[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
  const left = [...answers];
  let screen = '';
  let all = '';
  output.on('data', (chunk: Buffer) => {
    screen += stripVTControlCharacters(chunk.toString());
    all += chunk.toString();
    const next = left[0];
    // The filled mark is of a question still open.
    if (next === undefined || !new RegExp(`[◆*]\\s+${next[0]}`).test(screen)) return;
    left.shift();
    // Drawn again while keys are typed, it is the same question.
    screen = '';
    setImmediate(async () => {
      for (const [at, key] of next[1].entries()) {
        await new Promise((done) => setImmediate(done));
        // What is drawn from here on is the next question.
        if (at === next[1].length - 1) screen = '';
        input.write(key);
      }
    });
  });
  return { input, output, shown: () => all };
}

it('shows the evidence, opens the page, records each decision at once, and stops where told', async () => {
  const store = await openFolderStore(join(folder, 'data'), { create: true, now: () => 0 });
  const registry = join(folder, 'agencies.csv');
  writeFileSync(registry, 'id\n');
  const at = '2026-06-15T03:00:00.000Z';
  await store.begin(newRun('r1', at, { registry: { path: registry, sha256: 'f'.repeat(64), agencies: [] } }));
  for (const id of ['a', 'b', 'c']) {
    const page = captureOf(`http://${id}.go.th/`, id, at);
    await store.putBody(page.sha256, Buffer.from(id));
    const met = verdictOf(id, 'met', [page]);
    const verdict = {
      ...met,
      criteria: [{ ...met.criteria[0]!, verdict: 'review' as const, reason: 'label-conflict' as const }],
    };
    await store.record('r1', { verdict, reported: verdict, captures: [page], at });
  }
  const session = await openSession(store, undefined, undefined);
  const cells = openCells(session, false);
  expect(cells).toHaveLength(3);
  const opened: string[] = [];
  const { input, output, shown } = typist([
    ['Who decides', ['Somying', enter]],
    ['Your decision', [down, down, enter]],
    ['Your decision', [enter]],
    ['Why', ['looked at it', enter]],
    ['Your decision', [down, enter]],
    ['Why', ['an old plan', enter]],
    ['Your decision', [down, down, down, down, enter]],
  ]);
  const walk = reviewWalk('en', fakeTerminal(), { input, output }, (url) => opened.push(url));
  expect(await walk(session, cells, undefined)).toBe(2);
  expect(opened).toEqual(['http://a.go.th/']);
  expect(shown()).toContain('แผนปฏิบัติราชการ');
  const file = join(folder, 'agencies.reviews.yaml');
  expect(parseReviews(file, readFileSync(file, 'utf8'))).toMatchObject([
    { agency: 'a', verdict: 'met', by: 'Somying', reason: 'looked at it' },
    { agency: 'b', verdict: 'not-met', by: 'Somying', reason: 'an old plan' },
  ]);
  expect((await store.cells()).map(({ verdict }) => verdict)).toEqual(['met', 'not-met', 'review']);
  await store.close();
}, 20_000);

it('shows what only reads like it, and opens its page where nothing is cited', async () => {
  const store = await openFolderStore(join(folder, 'closest'), { create: true, now: () => 0 });
  const registry = join(folder, 'closest.csv');
  writeFileSync(registry, 'id\n');
  const at = '2026-06-15T03:00:00.000Z';
  await store.begin(newRun('r1', at, { registry: { path: registry, sha256: 'f'.repeat(64), agencies: [] } }));
  const page = captureOf('http://a.go.th/sea', 'a', at);
  await store.putBody(page.sha256, Buffer.from('a'));
  const not = verdictOf('a', 'not-met', [page]);
  const { evidence, ...cell } = not.criteria[0]!;
  const closest = { ...evidence[0]!, quote: 'ปลูกปะการังคืนสู่อ่าว' };
  const asked: CriterionVerdict = { ...cell, evidence: [], closest, verdict: 'review', reason: 'title-only' };
  const verdict = { ...not, criteria: [asked] };
  await store.record('r1', { verdict, reported: verdict, captures: [page], at });
  const session = await openSession(store, undefined, undefined);
  const opened: string[] = [];
  const { input, output, shown } = typist([
    ['Your decision', [down, down, enter]],
    ['Your decision', [down, down, down, down, enter]],
  ]);
  const walk = reviewWalk('en', fakeTerminal(), { input, output }, (url) => opened.push(url));
  expect(await walk(session, openCells(session, false), 'Somying')).toBe(0);
  expect(opened).toEqual(['http://a.go.th/sea']);
  expect(shown()).toContain(`${messagesOf('en').report.closest}: “${closest.quote}”`);
  await store.close();
}, 20_000);
