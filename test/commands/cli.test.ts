// The program as other programs call it: bin/planaudit.js in a process of its own.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { commandSpecs } from '../../src/command-specs.ts';
import { thaiHelp } from '../../src/report/catalogue/help-thai.ts';
import { settingsTable } from '../../src/settings-table.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'bin', 'planaudit.js');
const folder = mkdtempSync(join(tmpdir(), 'planaudit-cli-'));

beforeAll(() => {
  // `npm test` builds first; a single run of this file may not have.
  if (!existsSync(join(root, 'dist', 'cli.js'))) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program; `until` sees standard error as it grows. */
function start(args: readonly string[], options: { env?: Record<string, string>; preload?: string } = {}) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const preload = options.preload === undefined ? [] : ['--require', options.preload];
  const child: ChildProcess = spawn(process.execPath, [...preload, bin, ...args], {
    env: { ...env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout!.on('data', (chunk) => {
    out += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, out, err }));
  });
  const said = (words: string) =>
    new Promise<void>((resolve) => {
      child.stderr!.on('data', () => err.includes(words) && resolve());
      void ended.then(() => resolve());
    });
  child.stderr!.on('data', (chunk) => {
    err += chunk;
  });
  return { child, ended, said };
}

const run = (args: readonly string[], options = {}) => start(args, options).ended;

describe('help', () => {
  it('of every command gives its examples', async () => {
    for (const { name, examples } of commandSpecs) {
      const terminal = fakeTerminal();
      expect(await main([...name.split(' '), '--help'], terminal)).toBe(0);
      for (const example of examples) expect(terminal.out()).toContain(example);
      expect(terminal.err()).toBe('');
    }
  });

  it('and version come on standard output with status 0', async () => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ status: 0, err: '' });
    expect(help.out).toContain('planaudit demo');
    expect(await run(['--version'])).toMatchObject({ status: 0, out: '0.1.0\n', err: '' });
  });
});

describe('help in Thai', () => {
  const thai = /[\u0e00-\u0e7f]/;
  it('has a Thai text for every option and argument', () => {
    const texts = [
      ...commandSpecs.flatMap(({ arguments: args = [], options = [] }) =>
        [...args, ...options].map(([, help]) => help),
      ),
    ];
    expect(texts.filter((text) => !thai.test(thaiHelp(text)))).toEqual([]);
    for (const { helpTh } of Object.values(settingsTable)) expect(helpTh).toMatch(thai);
  });

  it('is given where Thai is asked for or the machine speaks it, and else pointed to', async () => {
    const { out } = await run(['audit', '--help', '--lang', 'th']);
    expect(out).toContain('ทะเบียนหน่วยงาน');
    expect(out).toContain('ค่าเริ่มต้น: 120');
    expect(out).toContain('ตัวอย่าง:');
    expect((await run(['--help', '--lang', 'th'])).out).toContain('สถานะจบ:');
    expect((await run(['--help'], { env: { LANG: 'th_TH.UTF-8' } })).out).toContain('สถานะจบ:');
    expect((await run(['--help'], { env: { LANG: 'th_TH.UTF-8', PLANAUDIT_LANG: 'en' } })).out).toContain(
      'Exit status:',
    );
    expect((await run(['--help'])).out).toContain('planaudit --help --lang th');
  });
});

describe('mistakes on the command line', () => {
  it.each([
    [['aduit'], 'Did you mean audit?'],
    [['audit', 'x.csv', '--fromat', 'json'], 'Did you mean --format?'],
    [['audit'], "missing required argument 'registry'"],
    [['aduit'], 'ไม่มีคำสั่ง "aduit" หมายถึง audit หรือไม่'],
    [['audit', 'x.csv', '--fromat', 'json'], 'ไม่มีตัวเลือก "--fromat" หมายถึง --format หรือไม่'],
    [['audit'], 'ต้องระบุ <registry>'],
    [['audit', 'x.csv', '--lang'], 'ต้องมีค่าตามหลัง'],
    [['audit', 'a.csv', 'b.csv'], 'ให้ค่ามา 2 ค่า (a.csv, b.csv) แต่คำสั่งนี้รับ 1 ค่า'],
    [['audit', 'a.csv', 'b.csv'], 'too many arguments'],
    [['packs', 'lst'], 'Did you mean list?'],
    [['registry'], 'Usage: planaudit registry'],
    [[], 'Usage: planaudit'],
    [['audit', 'nothing.csv'], 'ไม่มีอยู่'],
    [['audit', 'nothing.csv', '--lang', 'en'], 'does not exist'],
    [['audit', 'nothing.csv', '--lang=en', '--pack', 'no-such'], 'There is no rule pack'],
    [['audit', 'nothing.csv', '--lang', 'en', '--max-requests', 'many'], '--max-requests: "many" – expected a whole'],
    [['packs', 'explain', 'phuket-accountability', 'projcts', '--lang', 'en'], 'Did you mean "projects"?'],
  ])('%j give status 2 and say what to do', async (args, words) => {
    const terminal = fakeTerminal();
    expect(await main(args, terminal)).toBe(2);
    expect(terminal.err()).toContain(words);
    expect(terminal.out()).toBe('');
  });

  it('a bad registry is told row by row, in Thai unless asked otherwise', async () => {
    const file = join(folder, 'bad.csv');
    writeFileSync(file, 'id,name,kind,url\na,x,distrct,www.a.go.th\n,y,district,\n');
    const thai = await run(['audit', file]);
    expect(thai).toMatchObject({ status: 2, out: '' });
    expect(thai.err).toContain(`${file}:2 kind: "distrct" – ไม่รู้จักประเภทหน่วยงาน หมายถึง "district" หรือไม่`);
    const english = await run(['audit', file], { env: { PLANAUDIT_LANG: 'en' } });
    expect(english.err).toContain(`${file}:2 url: "www.a.go.th" – expected one absolute address`);
    expect(english.err).toContain(`${file}:3 id: is empty; a value is required`);
  });
});

describe('packs', () => {
  it('are listed and explained in both languages', async () => {
    const list = fakeTerminal();
    expect(await main(['packs', 'list', '--lang', 'en'], list)).toBe(0);
    expect(list.out()).toMatch(/^phuket-accountability\s+\d+\.\d+\.\d+\s+14 criteria/m);
    const all = fakeTerminal();
    await main(['packs', 'explain'], all);
    expect(all.out()).toContain('budget-progress');
    const one = fakeTerminal();
    await main(['packs', 'explain', 'phuket-accountability', 'BP', '--lang', 'en'], one);
    expect(one.out()).toContain('Year accepted:\n  the fiscal year in force, the previous year (through 30 April)');
  });
});

describe('Ctrl-C', () => {
  let silent: Server;
  let hosts: string;
  beforeAll(async () => {
    // Accepts and never answers.
    silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    hosts = join(folder, 'hosts');
    writeFileSync(hosts, `127.0.0.1:${port} www.silent.go.th\n`);
  });
  afterAll(() => silent.close());

  it('ends a hanging audit with status 3 and a report, through the older Node too', async () => {
    const args = [
      'check',
      'http://www.silent.go.th/',
      '--hosts',
      hosts,
      '--allow-address',
      '127.0.0.0/8',
      '--lang',
      'en',
    ];
    const old = join(folder, 'old.cjs');
    writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '18.0.0' });");
    for (const preload of [undefined, old]) {
      const { child, ended, said } = start(args, preload === undefined ? {} : { preload });
      await said('auditing 1 agency');
      child.kill('SIGINT');
      const { status, out, err } = await ended;
      expect(err).toContain('stopping');
      expect(out).toContain('This run did not finish: 0 of 1 agencies were judged');
      expect(status).toBe(3);
    }
  });
});

describe('a Node that is too old', () => {
  it('says which version is needed when there is no other, status 2', async () => {
    const old = join(folder, 'older.cjs');
    writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '16.20.1' });");
    // The mark of a hand-over stands for "no other Node here".
    const ended = await run(['--version'], { preload: old, env: { PLANAUDIT_HANDED_OVER: '1' } });
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toContain('needs Node.js 22.19 or newer; this is 16.20.1');
    expect(ended.err).toContain('nodejs.org');
  });
});
