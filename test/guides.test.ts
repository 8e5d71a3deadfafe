// Every planaudit command of the guides is run, in the order they stand, in a folder of its own, against sites on loopback.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../src/cli.ts';
import { commandSpecs } from '../src/command-specs.ts';
import { fakeTerminal } from './commands/fake-terminal.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const startPage = `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>อบต.ตัวอย่าง</title></head><body>
<h1>องค์การบริหารส่วนตำบลตัวอย่าง</h1><ul><li><a href="/plan.html">แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</a></li></ul></body></html>`;
const planPage = `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>แผนการดำเนินงาน</title></head><body>
<h1>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</h1><table><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ</th></tr>
<tr><td>1</td><td>โครงการปรับปรุงถนน</td><td>500,000</td></tr><tr><td>2</td><td>โครงการส่งเสริมอาชีพ</td><td>80,000</td></tr></table></body></html>`;

let server: Server;
let folder: string;
let cwd: string;
let env: Record<string, string>;

beforeAll(async () => {
  cwd = process.cwd();
  server = createServer((request, response) => {
    const body = { '/': startPage, '/plan.html': planPage }[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? '<p>ไม่พบหน้านี้</p>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  process.chdir(cwd);
  server.close();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planaudit-guide-'));
  process.chdir(folder);
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hosts = ['www.example.go.th', 'example.go.th', 'www.example.or.th', 'example.or.th'];
  await writeFile('hosts.txt', hosts.map((host) => `${address} ${host}\n`).join(''));
  env = {
    PLANAUDIT_HOSTS: join(folder, 'hosts.txt'),
    PLANAUDIT_ALLOW_ADDRESS: '127.0.0.0/8',
    PLANAUDIT_MIN_DELAY: '0',
    PLANAUDIT_BROWSER: 'never',
    PLANAUDIT_OCR: 'never',
  };
});
afterEach(async () => {
  process.chdir(cwd);
  await rm(folder, { recursive: true, force: true });
});

/** Words of a command line: blanks between them, quotation marks around one. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
}

async function commandsOf(file: string): Promise<string[]> {
  const text = await readFile(join(root, file), 'utf8');
  const blocks = [...text.matchAll(/^```[a-z]*\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
  return blocks.flatMap((block) =>
    block.split('\n').flatMap((line) => {
      const at = /(?:^|[\s=])planaudit ([a-z].*)$/.exec(line);
      return at ? [at[1]!] : [];
    }),
  );
}

/** 0, 1 and 4 tell of what was found; 2 and 3 mean that the command did not do what the guide says. */
async function runAll(commands: readonly string[]): Promise<void> {
  let day = 0;
  for (const command of commands) {
    const terminal = fakeTerminal(env, Date.UTC(2026, 5, 15, 3 + day));
    day += 1;
    const status = await main(wordsOf(command), terminal);
    expect([0, 1, 4], `planaudit ${command}\n${terminal.err()}`).toContain(status);
  }
}

describe('the commands of the guides work as they stand', () => {
  it('docs/office-guide.th.md', async () => {
    const commands = await commandsOf('docs/office-guide.th.md');
    expect(commands.length).toBeGreaterThanOrEqual(12);
    const compare = commands.indexOf('compare');
    // The next month: compare wants two runs.
    const audit = commands.find((command) => command.startsWith('audit '))!;
    await runAll([...commands.slice(0, compare), audit, ...commands.slice(compare)]);
    const html = await readFile(join(folder, 'รายงาน', 'planaudit.html'), 'utf8');
    expect(html).toContain('แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569');
    expect((await readFile(join(folder, 'หนังสือ', 'letters', 'namsai.docx'))).subarray(0, 2).toString()).toBe('PK');
  }, 120_000);

  it('docs/self-check.th.md', async () => {
    await mkdir('public');
    await writeFile(join('public', 'index.html'), startPage);
    await writeFile(join('public', 'plan.html'), planPage);
    await runAll(await commandsOf('docs/self-check.th.md'));
  }, 120_000);

  it('docs/ci.md', async () => {
    await writeFile('agencies.csv', 'id,name,kind,url\nnamsai,Nam Sai,subdistrict,https://www.example.go.th/\n');
    const commands = await commandsOf('docs/ci.md');
    expect(commands.length).toBeGreaterThanOrEqual(7);
    await runAll(commands);
  }, 120_000);

  it('README.th.md (its demo has a test of its own)', async () => {
    const commands = await commandsOf('README.th.md');
    expect(commands[0]).toBe('demo');
    await runAll(commands.slice(1));
  }, 120_000);
});

it('action.yml is a composite action whose commands and inputs exist', async () => {
  const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
  expect(action.runs.using).toBe('composite');
  const steps: { run?: string; shell?: string; env?: Record<string, string> }[] = action.runs.steps;
  const scripts = steps.filter(({ run }) => run !== undefined);
  for (const { shell, run } of scripts) {
    expect(shell).toBe('bash');
    // A value put into a script's text could be a command.
    expect(run).not.toContain('${{ inputs');
  }
  const used = new Set(JSON.stringify(steps).match(/(?<=inputs\.)[a-z-]+/g));
  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  const commands = scripts.flatMap(({ run }) => [...run!.matchAll(/"\$TOOL" ([a-z]+)/g)].map(([, name]) => name!));
  expect(commands).toEqual(['audit', 'report']);
  for (const name of commands) expect(commandSpecs.map((spec) => spec.name)).toContain(name);
});
