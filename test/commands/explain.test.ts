// explain: what a person needs to follow a verdict, from a folder visited now and from a stored run.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderUrl } from '../../src/audit/folder-url.ts';
import { auditCommand } from '../../src/commands/audit.ts';
import { folderTools } from '../../src/commands/check.ts';
import { explainCommand } from '../../src/commands/explain.ts';
import { UserError } from '../../src/errors.ts';
import type { CriterionReasoning } from '../../src/judge/explain-criterion.ts';
import { buckets } from '../../src/judge/likeness.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { messagesOf } from '../../src/report/catalogue/messages-of.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-explain-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = (body: string, title = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const site = join(root, 'site');
mkdirSync(site);
const files: Readonly<Record<string, string>> = {
  'index.html': page(
    `<main><ul><li><a href="plan.html">แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</a></li>
     <li><a href="old.html">รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปี 2566 รอบ 6 เดือน</a></li>
     <li><a href="corruption.html">แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2569</a></li>
     <li><a href="echo.html">รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน 2569</a></li>
     <li><a href="gone.pdf">รายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปี 2569</a></li></ul></main>`,
    'สำนักงานตัวอย่าง',
  ),
  'plan.html': page(`<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>
    <table><tr><th>โครงการ</th><th>งบประมาณ</th><th>ระยะเวลา</th></tr>
    <tr><td>โครงการส่งเสริมอาชีพ</td><td>120,000</td><td>ม.ค. 69</td></tr>
    <tr><td>โครงการหมู่บ้านสะอาด</td><td>45,000</td><td>ก.พ. 69</td></tr></table>`),
  'old.html': page(`<h1>รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน</h1>
    <table><tr><th>โครงการ</th><th>เบิกจ่าย</th><th>ความก้าวหน้า</th></tr>
    <tr><td>โครงการส่งเสริมอาชีพ</td><td>80,000</td><td>แล้วเสร็จ</td></tr>
    <tr><td>โครงการหมู่บ้านสะอาด</td><td>40,000</td><td>แล้วเสร็จ</td></tr></table>`),
  'corruption.html': page(`<h1>แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2569</h1><p>กิจกรรมเสริมสร้างจิตสำนึก</p>`),
  'echo.html': page(`<h1>รายงานการกำกับติดตามการดำเนินงานประจำปี รอบ 6 เดือน 2569</h1>
    <p>แสดงรายงานผลความก้าวหน้าในการดำเนินงานตามแผนดำเนินงานประจำปี</p><p>อย่างน้อยประกอบด้วย</p>
    <ul><li>ความก้าวหน้าการดำเนินการแต่ละโครงการ/กิจกรรม</li></ul>`),
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);

async function reasoningOf(criterion: string, flags: Readonly<Record<string, unknown>> = {}) {
  const terminal = fakeTerminal();
  const status = await explainCommand(
    site,
    criterion,
    { asOf: '2026-06-15', kind: 'provincial-office', ocr: 'never', json: true, ...flags },
    terminal,
  );
  expect(status).toBe(0);
  return JSON.parse(terminal.out()) as CriterionReasoning;
}

describe('the reasoning as JSON', () => {
  test('of what is met: the content cited, its class, grade and year, and who says so', async () => {
    const { verdict, contents, probes, accepted } = await reasoningOf('plan-current');
    expect(`${verdict.verdict}/${verdict.reason}`).toBe('met/found');
    expect(accepted).toEqual([2569]);
    const [plan] = contents;
    expect(plan).toMatchObject({
      used: true,
      gate: 'ok',
      records: 2,
      fields: { budget: 2, period: 2 },
      year: { own: [2569], chosen: 2569, from: 'own', conflict: false },
      lacks: [],
    });
    expect(plan?.classes).toContainEqual({ id: 'annual-plan', grade: 'term', origin: 'own' });
    expect(probes[0]?.proofs[0]).toMatchObject({ reason: 'found', year: 2569 });
    expect(verdict.confidence).toBeGreaterThan(0.9);
  });

  test('of what is not: older year, pasted requirement, look-alike with its reason, missing fields, remedy', async () => {
    const { verdict, contents, rejects, links, against } = await reasoningOf('budget-progress');
    expect(verdict.verdict).toBe('not-met');
    const old = contents.find(({ url }) => url.endsWith('/old.html'));
    expect(old).toMatchObject({ gate: 'outdated', used: false, lacks: [{ kind: 'year', gate: 'outdated' }] });
    const plan = contents.find(({ url }) => url.endsWith('/plan.html'));
    expect(plan?.lacks).toContainEqual({ kind: 'field', any: ['spent'], have: 0, need: 2 });
    const lookalike = rejects.find(({ kind }) => kind === 'look-alike');
    expect(lookalike).toMatchObject({ text: 'แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2569' });
    expect(lookalike?.because).toBeTruthy();
    expect(rejects.some(({ kind, text }) => kind === 'criteria-echo' && text.includes('ความก้าวหน้า'))).toBe(true);
    expect(links.find(({ url }) => url?.endsWith('gone.pdf'))?.target).toBe('http-not-found');
    expect(against.map(({ reason }) => reason)).toContain('broken-link');
    expect(verdict.remediation.length).toBeGreaterThan(0);
  });

  test('the same words twice', async () => {
    expect(await reasoningOf('BP')).toEqual(await reasoningOf('budget-progress'));
  });
});

test.each([
  ['en', ['Verdict: not met', 'older than accepted', 'look-alike (', 'What would have made it met:']],
  ['th', ['ผลการตรวจ:', 'เก่ากว่าปีที่ใช้ได้', 'คล้ายแต่ไม่ใช่ (', 'สิ่งที่จะทำให้ผ่าน:']],
])('as text in %s', async (lang, wanted) => {
  const terminal = fakeTerminal();
  const flags = { asOf: '2026-06-15', kind: 'provincial-office', ocr: 'never', lang, quiet: true };
  expect(await explainCommand(site, 'budget-progress', flags, terminal)).toBe(0);
  for (const words of wanted) expect(terminal.out()).toContain(words);
  expect(terminal.out()).not.toMatch(/undefined|\[object/);
  expect(terminal.err()).toBe('');
});

describe('what was not counted and yet reads like it', () => {
  /** The built-in pack with weights by which everything read is like an order, to this degree. */
  function packWith(degree: number): string {
    const folder = join(root, `like-${degree}`);
    const pack = join(folder, 'phuket-accountability');
    cpSync(fileURLToPath(new URL('../../src/packs/', import.meta.url)), folder, { recursive: true });
    const weights = Buffer.alloc(buckets).toString('base64');
    const likeness = { 'disclosure-order': { bias: Math.log(degree / (1 - degree)), scale: 1, weights } };
    writeFileSync(join(pack, 'likeness.json'), JSON.stringify(likeness));
    return pack;
  }
  const textOf = async (degree: number, lang: string, criterion = 'disclosure-order') => {
    const terminal = fakeTerminal({ COLUMNS: '300' });
    const flags = { asOf: '2026-06-15', kind: 'provincial-office', ocr: 'never', lang, quiet: true };
    expect(await explainCommand(site, criterion, { ...flags, pack: [packWith(degree)] }, terminal)).toBe(0);
    return terminal.out();
  };

  test.each(['en', 'th'] as const)('is printed with its place, in %s', async (lang) => {
    const { closest } = messagesOf(lang).report;
    // The first that is long enough to say anything.
    const line = (await textOf(0.7, lang)).replaceAll(/\s*\n\s*/g, ' ');
    expect(line).toContain(`${closest}: “แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569”`);
    expect(line.slice(line.indexOf(closest), line.indexOf(closest) + 300)).toContain(folderUrl);
  });

  test('is not where nothing is much like it, or the criterion is met', async () => {
    const { closest } = messagesOf('en').report;
    expect(await textOf(0.3, 'en')).not.toContain(closest);
    expect(await textOf(0.7, 'en', 'plan-current')).not.toContain(closest);
  });
});

describe('a stored run', () => {
  const data = join(root, 'data');
  const registry = join(root, 'registry.json');
  const common = { data, quiet: true, json: true };
  const stored = async (criterion: string, flags: Readonly<Record<string, unknown>> = {}) => {
    const terminal = fakeTerminal();
    expect(await explainCommand('sample', criterion, { ...common, ...flags }, terminal)).toBe(0);
    return JSON.parse(terminal.out()) as CriterionReasoning;
  };
  beforeAll(async () => {
    const agency = { id: 'sample', name: 'สำนักงานตัวอย่าง', kind: 'provincial-office', url: folderUrl };
    writeFileSync(registry, JSON.stringify([agency]));
    const terminal = fakeTerminal();
    const flags = { asOf: '2026-06-15', ocr: 'never', data, quiet: true, format: ['json'], reviewBelow: '0.9' };
    await auditCommand(registry, flags, terminal, { tools: await folderTools(site) });
    audited = JSON.parse(terminal.out()) as AuditRun;
  }, 60_000);
  let audited: AuditRun;

  test('gives the reasoning of a visit: candidates, rejects, years, coverage, without the site', async () => {
    const kept = await stored('plan-current');
    const visited = await reasoningOf('plan-current');
    const { agency: _, ...here } = kept;
    const { agency: __, ...there } = visited;
    const timeless = (value: unknown) => JSON.stringify(value).replaceAll(/"fetchedAt":"[^"]*"/g, '');
    expect(timeless(here)).toBe(timeless(there));
    expect(kept.agency).toMatchObject({ id: 'sample', kind: 'provincial-office' });
  });

  test('is explained by the threshold of its own, or by one given now', async () => {
    const cell = audited.agencies[0]!.criteria.find(({ id }) => id === 'budget-progress')!;
    expect(audited.run.settings['reviewBelow']).toBe(0.9);
    expect((await stored('BP')).verdict).toEqual(cell);
    const { verdict, doubts } = await stored('BP', { reviewBelow: '0' });
    expect(verdict.verdict).toBe('not-met');
    expect(verdict.confidence).toBe(cell.confidence);
    expect(doubts.length).toBeGreaterThan(0);
    expect((await stored('BP', { reviewBelow: '1' })).verdict).toMatchObject({
      verdict: 'review',
      doubted: { verdict: 'not-met', below: 1 },
    });
  });

  test('a run, an agency, a criterion that there is not are told', async () => {
    const fails = async (agency: string, criterion: string, flags = {}) => {
      const attempt = explainCommand(agency, criterion, { ...common, ...flags }, fakeTerminal());
      return attempt.then(
        () => 'no error',
        (error: unknown) => (error as UserError).code,
      );
    };
    expect(await fails('smaple', 'plan-link')).toBe('agency-unknown');
    expect(await fails('sample', 'plan-lnk')).toBe('criterion-unknown');
    expect(await fails('sample', 'plan-link', { run: '1999' })).toBe('run-unknown');
  });

  test('an agency whose website could not be reached is explained by that', async () => {
    const agency = { id: 'none', name: 'หน่วยงานไม่มีเว็บไซต์', kind: 'district' };
    const other = join(root, 'other.json');
    writeFileSync(other, JSON.stringify([agency]));
    const place = join(root, 'other-data');
    await auditCommand(other, { asOf: '2026-06-15', data: place, quiet: true }, fakeTerminal());
    const terminal = fakeTerminal();
    expect(await explainCommand('none', 'PC', { data: place, quiet: true, lang: 'en' }, terminal)).toBe(0);
    expect(terminal.out()).toContain('Verdict: ');
    expect(terminal.out()).toContain('no-website');
    expect(terminal.out()).not.toMatch(/undefined|\[object/);
  });
});

describe('mistakes', () => {
  const fails = async (agency: string | undefined, criterion: string | undefined, flags = {}) => {
    try {
      await explainCommand(agency, criterion, flags, fakeTerminal({ PLANAUDIT_DATA: join(root, 'nothing') }));
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      return (error as UserError).code;
    }
    return 'no error';
  };

  test('are told, not thrown at the user', async () => {
    expect(await fails(undefined, undefined)).toBe('explain-what');
    expect(await fails('namsai', 'plan-link')).toBe('store-missing');
    expect(await fails(site, 'plan-lnk', { quiet: true, ocr: 'never' })).toBe('criterion-unknown');
  });
});
