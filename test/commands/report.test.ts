// planaudit report over files and over the store: what it writes, what it prints, its exit status.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { renderJson } from '../../src/report/json.ts';
import { generatedRun } from '../report/generated-run.ts';
import { sampleRun } from '../report/sample-run.ts';
import { fakeTerminal } from './fake-terminal.ts';

let folder: string;
const file = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planaudit-report-'));
  await writeFile(file('june.json'), renderJson(generatedRun(5)));
  await writeFile(file('may.json'), renderJson(generatedRun(5, 14, '2026-05-15')));
  await writeFile(file('sample.json'), renderJson(sampleRun));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const terminal = fakeTerminal();
  const status = await main(['report', ...argv, '--data', file('data')], terminal);
  return { status, out: terminal.out(), err: terminal.err() };
}

describe('report --from', () => {
  it('writes every format asked for, the newest run with the others as its history', async () => {
    const formats = 'html,xlsx,csv,json,junit,sarif,markdown,badges,letters,letter-template,site,text';
    const { status, err } = await run(
      '--from',
      file('june.json'),
      file('may.json'),
      '--format',
      formats,
      '--out',
      file('out'),
    );
    expect(err).toContain('planaudit.html');
    expect(status).toBe(0);
    expect((await readdir(file('out'))).sort()).toEqual([
      'agencies',
      'assets',
      'badges',
      'index.html',
      'letter-template.docx',
      'letters',
      'planaudit.csv',
      'planaudit.html',
      'planaudit.json',
      'planaudit.junit.xml',
      'planaudit.md',
      'planaudit.sarif',
      'planaudit.txt',
      'planaudit.xlsx',
      'trends.html',
      'trends.json',
    ]);
    const html = await readFile(join(file('out'), 'planaudit.html'), 'utf8');
    expect(html).toContain('15 มิถุนายน 2569');
    expect(html).toContain('15 พฤษภาคม 2569');
  });

  it('prints one text format on standard output, and refuses what a screen cannot hold', async () => {
    const { out, status } = await run('--from', file('sample.json'), '--format', 'markdown', '--lang', 'en');
    expect(status).toBe(0);
    expect(out).toMatch(/^# /);
    for (const format of ['xlsx', 'letters', 'html,json']) {
      const refused = await run('--from', file('sample.json'), '--format', format);
      expect([refused.status, refused.out]).toEqual([2, '']);
      expect(refused.err).toContain('--out');
    }
  });

  it('has the status of the run when asked, of its new failures with a baseline', async () => {
    const sample = ['--from', file('sample.json'), '--format', 'junit'];
    expect((await run(...sample)).status).toBe(0);
    expect((await run(...sample, '--fail-on', 'not-met')).status).toBe(1);
    expect((await run(...sample, '--baseline', file('sample.json'))).status).toBe(0);
    expect((await run('--from', file('june.json'), '--format', 'junit', '--baseline', file('may.json'))).status).toBe(
      1,
    );
  });

  it('says what is wrong with a file', async () => {
    await writeFile(file('bad.json'), '{"schema":"planaudit.run/1"}');
    await writeFile(file('broken.json'), '{');
    for (const name of ['bad.json', 'broken.json', 'none.json']) {
      const { status, err } = await run('--from', file(name), '--lang', 'en');
      expect(status).toBe(2);
      expect(err).toContain(name);
    }
  });

  it('knows no run where nothing is stored', async () => {
    const { status, err } = await run('latest', '--lang', 'en');
    expect(status).toBe(2);
    expect(err).toContain('data');
  });
});
