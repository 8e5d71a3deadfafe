// Any manifest can be given: what is wrong with it is told by line, and the rest is measured.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { measureCommand } from './measure.ts';
import { ManifestError, readManifest } from './read-manifest.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-manifest-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const page = '<!doctype html><meta charset="utf-8"><main><a href="p.pdf">แผนปฏิบัติราชการประจำปี 2569</a></main>';
mkdirSync(join(root, 'raw'));
writeFileSync(join(root, 'a.html'), page);
writeFileSync(join(root, 'raw', 'b #1%.html'), page);
writeFileSync(join(root, 'empty.pdf'), '');
mkdirSync(join(root, 'folder'));
// Sparse: takes no room on the disk.
writeFileSync(join(root, 'huge.pdf'), '%PDF-1.7\n');
truncateSync(join(root, 'huge.pdf'), 600 * 1024 * 1024);

let made = 0;
function manifest(content: string | Buffer): string {
  const path = join(root, `manifest-${++made}.jsonl`);
  writeFileSync(path, content);
  return path;
}
const known = ['plan_link', 'plans'];
const row = (id: string, file: string, labels: unknown = { plan_link: true }, rest = {}) =>
  JSON.stringify({ id, file, labels, ...rest });
const read = (content: string | Buffer) => readManifest(manifest(content), known);

describe('forms', () => {
  test('BOM, CRLF, old line ends, blank lines, UTF-16, an array', () => {
    const rows = [row('a', 'a.html'), row('b', 'raw/b #1%.html')];
    const ids = (content: string | Buffer) => read(content).items.map(({ id }) => id);
    expect(ids(`\ufeff${rows.join('\r\n')}\r\n\r\n`)).toEqual(['a', 'b']);
    expect(ids(`\n  \n${rows.join('\n\t\n')}`)).toEqual(['a', 'b']);
    expect(ids(rows.join('\r'))).toEqual(['a', 'b']);
    expect(ids(Buffer.from(`\ufeff${rows.join('\n')}`, 'utf16le'))).toEqual(['a', 'b']);
    expect(ids(`[${rows.join(',\n')}]`)).toEqual(['a', 'b']);
  });

  test('absolute paths, files under raw/, only some labels, no kind or an unknown one, an unknown kind of agency', () => {
    const { items, faults } = read(
      [
        row('abs', join(root, 'a.html'), { plans: false, plan_link: null }),
        row('raw', 'b #1%.html', {}, { kind: 'hologram', agency_type: 'guild' }),
        JSON.stringify({ file: 'a.html', labels: { plan_link: true, plan_link_text: 'แผน', fiscal_year: 2569 } }),
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(items.map(({ id, labels, kind }) => [id, labels, kind])).toEqual([
      ['abs', { plans: false }, ''],
      ['raw', {}, 'hologram'],
      ['a.html', { plan_link: true }, ''],
    ]);
  });
});

test('what cannot be used is left out with its line and cause', () => {
  const { items, faults } = read(
    [
      row('good', 'a.html', { plan_link: true, plans: 'yes', colour: true }),
      '{"id": "cut", "file": ',
      '"text"',
      '[1]',
      row('gone', 'missing.pdf'),
      row('dir', 'folder'),
      row('nul', 'a\0.html'),
      JSON.stringify({ id: 'nofile', labels: {} }),
      JSON.stringify({ labels: {} }),
      JSON.stringify({ id: 'nolabels', file: 'a.html' }),
      row('good', 'a.html'),
      row('colours', 'a.html', { colour: false }),
    ].join('\n'),
  );
  expect(items.map(({ id, labels }) => [id, labels])).toEqual([
    ['good', { plan_link: true }],
    ['colours', {}],
  ]);
  expect(
    faults.map(({ line, whole, message }) => `${line} ${whole ? 'row' : 'label'}: ${message.slice(0, 24)}`),
  ).toEqual([
    '1 label: label plans: "yes" is no',
    '1 label: label colour is none of ',
    '2 row: is not JSON: Unexpected ',
    '3 row: is not a JSON object',
    '4 row: is not a JSON object',
    '5 row: there is no file missing',
    '6 row: folder is not a file',
    '7 row: "file" must be the path ',
    '8 row: "file" must be the path ',
    '9 row: has neither "id" nor "fi',
    '10 row: "labels" must be an obje',
    '11 row: this id stands in an ear',
  ]);
});

test('a manifest that is none is a plain error', () => {
  expect(() => readManifest(join(root, 'nowhere.jsonl'), known)).toThrow(ManifestError);
  expect(() => readManifest(root, known)).toThrow(/is a folder/);
  expect(() => read('\n \n')).toThrow(/holds no rows/);
});

describe('the command', () => {
  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const status = await measureCommand(
      args,
      (text) => void out.push(text),
      (line) => void err.push(`${line}\n`),
    );
    return { status, stdout: out.join(''), stderr: err.join('') };
  };

  test('prints scores and rows as JSON, tells what was left out, reads no file larger than can be', async () => {
    const path = manifest(
      [
        row('a', 'a.html', { plan_link: true, plans: false }),
        row('gone', 'x.pdf'),
        row('none', 'empty.pdf'),
        row('huge', 'huge.pdf'),
      ].join('\r\n'),
    );
    const { stdout, stderr, status } = await run(path, '--json');
    expect(status, stderr).toBe(0);
    const told = JSON.parse(stdout) as { labels: Record<string, object>; rows: object[]; skipped: object[] };
    expect(Object.keys(told.labels)).toEqual([
      'plan_link',
      'plans',
      'projects',
      'evaluation',
      'recommendations',
      'monitoring',
      'budget_progress',
    ]);
    expect(told.labels['plan_link']).toEqual({ tp: 1, fp: 0, tn: 0, fn: 0, abstain: 2 });
    expect(told.rows).toMatchObject([
      { id: 'a', label: 'plan_link', expected: true, got: 'positive', reason: expect.stringContaining('met/') },
      { id: 'a', label: 'plans', expected: false, got: 'positive' },
      { id: 'none', label: 'plan_link', expected: true, got: 'abstain', reason: 'empty' },
      { id: 'huge', label: 'plan_link', expected: true, got: 'abstain', reason: 'too-large' },
    ]);
    expect(told.skipped).toEqual([{ line: 2, id: 'gone', message: 'there is no file x.pdf' }]);
    expect(stderr).toContain(`${path}:2 gone: there is no file x.pdf; row left out`);
  });

  test('without anything to measure the status is 2, with a reason', async () => {
    const cases = [
      [],
      [join(root, 'nowhere.jsonl')],
      [manifest('nonsense')],
      ['--colour'],
      [manifest(row('a', 'a.html')), '--pack', 'nopack'],
    ];
    for (const args of cases) {
      const { stdout, stderr, status } = await run(...args);
      expect([status, stdout], args.join(' ')).toEqual([2, '']);
      expect(stderr).not.toBe('');
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
