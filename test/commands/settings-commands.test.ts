// config, init, doctor and completion.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli.ts';
import { commandSpecs } from '../../src/command-specs.ts';
import { configSchema } from '../../src/config-schema.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';
import { settingNames } from '../../src/settings-table.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-settings-'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true }));

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const terminal = fakeTerminal(env);
  return { status: await main(args, terminal), out: terminal.out(), err: terminal.err() };
}

describe('config', () => {
  it('shows every value with the layer it comes from', async () => {
    const file = join(folder, 'c.yaml');
    writeFileSync(file, 'lang: en\nmaxRequests: 50\nfailOn: [not-met, unknown]\n');
    const env = { PLANAUDIT_PER_HOST: '1', PLANAUDIT_MAX_REQUESTS: '60' };
    const { status, out } = await run(['config', '--config', file, '--concurrency', '3'], env);
    expect(status).toBe(0);
    const rows = out.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows).toContainEqual(['lang', 'en', `file ${file}`]);
    expect(rows).toContainEqual(['failOn', 'not-met, unknown', `file ${file}`]);
    expect(rows).toContainEqual(['maxRequests', '60', 'environment PLANAUDIT_MAX_REQUESTS']);
    expect(rows).toContainEqual(['concurrency', '3', 'flag --concurrency']);
    expect(rows).toContainEqual(['perHost', '1', 'environment PLANAUDIT_PER_HOST']);
    expect(rows).toContainEqual(['ocr', 'auto', 'default']);
    for (const name of settingNames) expect(rows.some(([first]) => first === name)).toBe(true);
  });

  it.each([
    [
      'lang: en\nmaxRequest: 5\nfailOn: maybe\n',
      [':2 maxRequest: unknown setting; did you mean "maxRequests"?', ':3 failOn: "maybe"'],
    ],
    ['lang: [en\n', [':2']],
    ['- a\n', ['expected settings as `name: value` lines']],
    ['lang: en\nlang: th\n', [':2']],
  ])('refuses %j and says where', async (text, expected) => {
    const file = join(folder, 'c.yaml');
    writeFileSync(file, text);
    const { status, err } = await run(['config', '--lang', 'en', '--config', file]);
    expect(status).toBe(2);
    for (const words of expected) expect(err).toContain(words);
  });

  it('refuses a file that is named and not there', async () => {
    const { status, err } = await run(['config', '--lang', 'en'], { PLANAUDIT_CONFIG: join(folder, 'none.yaml') });
    expect(status).toBe(2);
    expect(err).toContain('none.yaml cannot be read');
  });
});

describe('the schema of the configuration', () => {
  it('is published as it is used (npm run schema) and accepts what the program accepts', () => {
    const published = JSON.parse(readFileSync(new URL('../../src/config-schema.json', import.meta.url), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(configSchema())));
    const validate = new Ajv2020({ strict: false }).compile(published);
    expect(validate({ lang: 'en', failOn: ['not-met'], maxRequests: 5, asOf: null })).toBe(true);
    expect(validate({ lang: 'fr' })).toBe(false);
    expect(validate({ colour: 'red' })).toBe(false);
  });
});

describe('init', () => {
  it.each([
    ['th', 'ทะเบียน.csv'],
    ['en', 'agencies.csv'],
  ])('in %s writes a configuration that changes nothing and a good registry', async (lang, registry) => {
    const { status, out } = await run(['init', join(folder, 'new'), '--lang', lang]);
    expect(status).toBe(0);
    expect(out).toContain(`planaudit registry check ${join(folder, 'new', registry)}`);
    const config = join(folder, 'new', 'planaudit.config.yaml');
    expect(parse(readFileSync(config, 'utf8'))).toBeNull();
    const bytes = readFileSync(join(folder, 'new', registry));
    expect((await readRegistry(registry, bytes)).agencies.length).toBe(2);
    // With every comment sign before a setting removed, it says the defaults.
    const names = settingNames.join('|');
    const opened = readFileSync(config, 'utf8').replace(new RegExp(`^# ((?:${names}): )`, 'gm'), '$1');
    writeFileSync(config, opened);
    expect(Object.keys(parse(opened))).toEqual(settingNames);
    expect((await run(['config', '--config', config])).status).toBe(0);
  });

  it('replaces nothing unless told to', async () => {
    const file = join(folder, 'planaudit.config.yaml');
    writeFileSync(file, 'lang: en\n');
    const refused = await run(['init', folder, '--lang', 'en']);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toContain('nothing was written');
    expect(readFileSync(file, 'utf8')).toBe('lang: en\n');
    expect((await run(['init', folder, '--force'])).status).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe('lang: en\n');
  });
});

describe('doctor', () => {
  it('names what is there and how to get what is not', async () => {
    const { status, out } = await run(['doctor', '--lang', 'en', '--ocr', 'never'], { PATH: folder });
    expect(status).toBe(0);
    expect(out).toMatch(/^✓ Node\.js +\d+\.\d+\.\d+$/m);
    expect(out).toMatch(/^✓ rule packs +.*phuket-accountability \d/m);
    expect(out).toMatch(/^✓ OCR of scans +switched off$/m);
    expect(out).toContain('PLANAUDIT_BROWSER_PATH');
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s names every command and flag', async (shell) => {
    const { status, out } = await run(['completion', shell]);
    expect(status).toBe(0);
    for (const { name } of commandSpecs) for (const word of name.split(' ')) expect(out).toContain(word);
    expect(out).toContain(shell === 'fish' ? '-l max-requests' : '--max-requests');
  });

  it('for bash completes commands, flags and the values of flags', async () => {
    const script = join(folder, 'completion.bash');
    writeFileSync(script, (await run(['completion', 'bash'])).out);
    const complete = (...words: string[]) => {
      const set = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
      const code = `source '${script}'; ${set}; _planaudit; echo "\${COMPREPLY[*]}"`;
      return execFileSync('bash', ['-c', code], { encoding: 'utf8' }).trim().split(' ');
    };
    expect(complete('planaudit', 'reg')).toEqual(['registry']);
    expect(complete('planaudit', 'registry', '')).toEqual(['check', 'probe']);
    expect(complete('planaudit', 'audit', '--max')).toEqual(['--max-requests']);
    expect(complete('planaudit', 'packs', 'explain', '--l')).toEqual(['--lang']);
    expect(complete('planaudit', 'audit', '--lang', '')).toEqual(['th', 'en']);
    expect(complete('planaudit', 'report', '--letter-form', 'm')).toEqual(['memo']);
    expect(complete('planaudit', 'audit', '--format', 'html,x')).toEqual(['html,xlsx']);
    expect(complete('planaudit', 'audit', '--fail-on', 'n')).toEqual(['not-met', 'none']);
    expect(complete('planaudit', 'review', '--verdict', '')).toEqual(['met', 'not-met']);
    // A file is to be named here, not one of the words that describe it.
    expect(complete('planaudit', 'audit', '--pack', 'nam')).toEqual(['']);
    writeFileSync(join(folder, 'two words.csv'), '');
    expect(complete('planaudit', 'audit', join(folder, 'two')).join(' ')).toBe(join(folder, 'two words.csv'));
  });

  it('says which shells there are', async () => {
    const { status, err } = await run(['completion', 'bsh']);
    expect(status).toBe(2);
    expect(err).toContain('bash, zsh, fish, powershell');
  });
});
