// The sample province through the whole program: real sites on loopback, real fetcher, extractor and pack.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { runSchema } from '../../src/report/run-schema.ts';
import { fakeTerminal } from './fake-terminal.ts';

async function demo(...args: string[]) {
  const terminal = fakeTerminal();
  // A clock that stands still would starve the pacing.
  const status = await main(['demo', ...args], { ...terminal, now: () => Date.now() });
  return { status, out: terminal.out(), err: terminal.err() };
}

/** The run without what may differ between two runs: its id and times. */
function timeless(json: string): string {
  const run = JSON.parse(json) as AuditRun;
  expect(run.run.id).not.toBe('');
  return json
    .replaceAll(/"(startedAt|finishedAt|fetchedAt)": "[^"]*"/g, '"$1": ""')
    .replace(/"id": "\d{8}T\d{6}Z-[0-9a-f]+"/, '"id": ""');
}

describe('the demo', () => {
  const agencies = ['--select', 'id=agri', '--quiet'];

  it('gives the same JSON twice, valid by the schema, apart from times', async () => {
    const first = await demo(...agencies, '--format', 'json');
    const second = await demo(...agencies, '--format', 'json', '--concurrency', '1');
    expect(first.status).toBe(0);
    expect(first.err).toBe('');
    const settled = (text: string) => timeless(text).replace(/"concurrency": \d+/, '"concurrency": 0');
    expect(settled(second.out)).toBe(settled(first.out));
    const validate = new Ajv2020({ strict: false }).compile(runSchema());
    expect(validate(JSON.parse(first.out)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('prints matrix and findings, and says on standard error what it does', async () => {
    const { status, out, err } = await demo('--select', 'id=agri', '--lang', 'en', '--findings');
    expect(status).toBe(0);
    expect(out).toMatch(/^✓ สำนักงานเกษตรจังหวัดภูผาทอง +✓ /m);
    expect(out).toContain('1 agency: 1 compliant');
    expect(out).toContain('Path: start page ›');
    expect(err).toContain('serving the invented websites of 1 agency');
    expect(err).toContain('[1/1]');
  });
});
