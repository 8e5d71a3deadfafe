import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkCommand } from '../../src/commands/check.ts';
import { type FakeTerminal, fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-check-'));
mkdirSync(join(folder, 'site'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = ['ถนน', 'แหล่งน้ำ', 'อาชีพ'].map((what) => `<tr><td>โครงการพัฒนา${what}</td><td>100,000</td></tr>`).join('');
const plan = `<!doctype html><meta charset="utf-8"><title>แผน</title><h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1><table><tr><th>โครงการ</th><th>งบประมาณ (บาท)</th></tr>${rows}</table>`;
const index = (link: string): string =>
  `<!doctype html><meta charset="utf-8"><title>สำนักงานตัวอย่าง</title><h1>สำนักงานตัวอย่าง</h1>${link}`;
const flags = { lang: 'en', asOf: '2026-06-15', kind: 'provincial-office' };

it('checks a folder, and again when it changes', async () => {
  const site = join(folder, 'site');
  writeFileSync(join(site, 'index.html'), index('<p>ยังไม่มีแผน</p>'));
  const fake = fakeTerminal({}, Date.UTC(2026, 5, 15));
  let seen = 0;
  const stderr = {
    write(text: string) {
      if (!text.includes('waiting for changes')) return;
      seen += 1;
      if (seen > 1) return void fake.interrupt();
      writeFileSync(join(site, 'plan.html'), plan);
      const label = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';
      writeFileSync(join(site, 'index.html'), index(`<a href="plan.html">${label}</a>`));
    },
  };
  await checkCommand(
    site,
    { ...flags, watch: true, quiet: true },
    { ...fake, stderr: stderr as FakeTerminal['stderr'] },
  );
  expect(seen).toBeGreaterThanOrEqual(2);
  // Only the second check could quote the plan.
  expect(fake.out()).toContain('โครงการพัฒนา');
}, 30_000);

it('fails only for what its baseline does not know', async () => {
  const site = join(folder, 'bare');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), index('<p>ยังไม่มีแผน</p>'));
  const out = join(folder, 'known');
  expect(await checkCommand(site, { ...flags, quiet: true, format: 'json', out }, fakeTerminal())).toBe(1);
  const terminal = fakeTerminal();
  const baseline = join(out, 'planaudit.json');
  expect(await checkCommand(site, { ...flags, baseline, format: 'csv' }, terminal)).toBe(0);
  expect(terminal.err()).toContain(': 0 new failures');
}, 30_000);

it('refuses to watch a website', async () => {
  const watching = checkCommand('https://www.example.go.th', { ...flags, watch: true }, fakeTerminal({}, 0));
  await expect(watching).rejects.toMatchObject({ code: 'watch-folder' });
});
