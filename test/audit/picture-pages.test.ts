// Sites that publish the plan as pictures on a page, audited without character recognition.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import type { Agency } from '../../src/model/registry.ts';
import type { AgencyVerdict } from '../../src/model/result.ts';
import { auditFolder } from './audit-folder.ts';

const title = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';
const menu =
  '<nav><a href="/">หน้าแรก</a> <a href="/plan.html">แผนปฏิบัติราชการ</a> <a href="/chart.html">โครงสร้างหน่วยงาน</a> <a href="/news.html">ข่าวสาร</a> <a href="/contact.html">ติดต่อเรา</a></nav>';
const page = (body: string) =>
  `<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>สำนักงานตัวอย่าง</title></head><body>${menu}${body}<footer>โทร. 0 7600 0000</footer></body></html>`;
/** The first bytes of a picture of 800 × 1,100 pixels tell its size; nobody draws it. */
const scan = Buffer.from('89504e470d0a1a0a0000000d49484452000003200000044c', 'hex');

/** What stands on the page of the plan. */
const plans: Readonly<Record<string, string>> = {
  shown: `<h1>${title}</h1><p><img src="/up/1.png"></p><p><img src="/up/2.png"></p>`,
  lazy: `<h1>${title}</h1><figure><img src="data:image/gif;base64,R0lGOD" data-src="/up/1.png"></figure>`,
  object: `<h1>${title}</h1><object data="/up/1.png" type="image/png"></object>`,
  gone: `<h1>${title}</h1><p><img src="/up/gone.png"></p>`,
  bare: `<h1>${title}</h1>`,
};
const agencyOf = (id: string): Agency => {
  const url = `http://${id}.go.th/`;
  return { id, name: 'สำนักงานตัวอย่าง', kind: 'other', url, extraHosts: [], tags: [], exempt: [] };
};
const registryOf = (agencies: readonly Agency[]) => ({ path: 'pictures', sha256: '0'.repeat(64), agencies });
const verdicts = new Map<string, AgencyVerdict>();
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'picture-pages-'));
  for (const [name, plan] of Object.entries(plans)) {
    const site = join(root, name);
    await mkdir(join(site, 'up'), { recursive: true });
    const files = {
      'site.json': JSON.stringify({ hosts: [`${name}.go.th`] }),
      'index.html': page('<h1>สำนักงานตัวอย่าง</h1><p>ยินดีต้อนรับสู่เว็บไซต์ของสำนักงาน</p>'),
      'plan.html': page(plan),
      'chart.html': page('<h1>โครงสร้างหน่วยงาน</h1><p><img src="/up/3.png"></p>'),
      'news.html': page('<h1>ข่าวสาร</h1><p>ไม่มีข่าวใหม่</p>'),
      'contact.html': page('<h1>ติดต่อเรา</h1><p>ศาลากลางจังหวัด ชั้น 2</p>'),
    };
    for (const [file, text] of Object.entries(files)) await writeFile(join(site, file), text);
    for (const at of [1, 2, 3]) await writeFile(join(site, `up/${at}.png`), Buffer.concat([scan, Buffer.from([at])]));
  }
  const agencies = Object.keys(plans).map(agencyOf);
  const run = await auditFolder(root, registryOf(agencies), agencies);
  for (const verdict of run.agencies) verdicts.set(verdict.id, verdict);
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const cellOf = (agency: string, criterion: string) =>
  verdicts.get(agency)!.criteria.find(({ id }) => id === criterion)!;
const said = (agency: string, criterion: string): string => {
  const { verdict, reason } = cellOf(agency, criterion);
  return `${verdict}/${reason}`;
};

test.each(['shown', 'lazy', 'object'])('%s: the link leads to what a visitor can read, and nobody else', (name) => {
  expect(said(name, 'plan-link')).toBe('met/found');
  expect(said(name, 'plan-link-resolves')).toBe('met/found');
  for (const criterion of ['plan-current', 'projects', 'work-programmes'])
    expect(said(name, criterion), criterion).toBe('unknown/unreadable-document');
});

test('what the title of the page does not fit is not held by its pictures', () => {
  expect(said('shown', 'stakeholder-survey')).toBe('not-met/absent');
  expect(said('shown', 'disclosure-order')).toBe('not-met/absent');
});

test('pictures that are gone hold nothing, nor does a page without any', () => {
  expect(said('gone', 'plan-link-resolves')).toBe('met/found');
  for (const name of ['gone', 'bare']) {
    expect(said(name, 'plan-current')).toBe('review/title-only');
    expect(said(name, 'projects')).toMatch(/^not-met\//);
  }
});

test('what is read of the pictures stands for the page, and never with its figures alone', async () => {
  const extractor = createExtractor({
    decode: decodeText,
    findOcr: async () => ({
      engine: 'tesseract.js',
      recognise: async () => 'แผนปฏิบัติราชการประจำปี ของสำนักงาน\nภาพปกและคำนำของแผน อ่านได้เพียงเท่านี้',
      close: async () => {},
    }),
  });
  try {
    const agencies = [agencyOf('shown')];
    const { agencies: read } = await auditFolder(root, registryOf(agencies), agencies, undefined, undefined, {
      extractor,
    });
    const cells = Object.fromEntries(read[0]!.criteria.map(({ id, verdict, reason }) => [id, `${verdict}/${reason}`]));
    expect(cells).toMatchObject({
      'plan-link': 'met/found',
      projects: 'unknown/unreadable-document',
      'stakeholder-survey': 'not-met/absent',
    });
    expect(cells['plan-current']).not.toBe('review/title-only');
  } finally {
    await extractor.close();
  }
});

test('says that it is a picture', () => {
  expect(cellOf('shown', 'plan-current').explanation).toEqual({
    th: `หน้าเว็บ “${title}” แสดงเป็นรูปภาพ โปรแกรมอ่านข้อความในภาพไม่ได้ (image-only)`,
    en: `A web page “${title}” shows its content as a picture whose text could not be read (image-only)`,
  });
  const [evidence] = cellOf('shown', 'plan-current').evidence;
  expect(evidence!.path.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/plan.html', '/up/1.png']);
});
