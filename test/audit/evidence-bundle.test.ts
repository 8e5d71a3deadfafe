// Evidence bundles: what is in them, that the same run gives the same bytes, and that a changed one is found out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AsyncIterReader, WARCParser } from 'warcio';
import { fromBufferPromise } from 'yauzl';
import { runPictures } from '../../src/audit/cited-pictures.ts';
import { evidenceBundle } from '../../src/audit/evidence-bundle.ts';
import { verifyWacz } from '../../src/audit/verify-wacz.ts';
import { createPagePictures } from '../../src/fetch/page-picture.ts';
import type { Capture } from '../../src/model/crawl.ts';
import { pictureKey } from '../../src/report/picture-key.ts';
import { openFolderStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { captureOf, crawlOf, newRun, sha256, verdictOf } from '../store/sample-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-evidence-'));
const at = '2026-06-15T03:00:00.000Z';
const home =
  '<!doctype html><meta charset="utf-8"><title>หน้าแรก</title><p>ข่าว</p><a href="/plan">แผนปฏิบัติ<b>ราชการ</b> 2569</a>';
const pdf = Buffer.from('%PDF-1.7\n…\n%%EOF');
let store: Store;

beforeAll(async () => {
  store = await openFolderStore(folder, { create: true, now: () => 0 });
  const start = captureOf('http://a.go.th/', home, at, { 'content-encoding': 'gzip', 'set-cookie': 'x=1' });
  const plan = {
    ...captureOf('http://a.go.th/plan', '', at),
    finalUrl: 'http://a.go.th/files/plan2569.pdf',
    hops: [{ url: 'http://a.go.th/plan', status: 302, location: '/files/plan2569.pdf' }],
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="à¹\u0081à¸\u009cà¸\u0099.pdf"',
    },
    contentType: 'application/pdf',
    sha256: sha256(pdf),
  };
  const other = captureOf('http://a.go.th/gallery', '<p>รูปภาพ</p>', at);
  const captures = [start, plan, other];
  await store.begin(newRun('r1', at));
  await store.putBody(start.sha256, Buffer.from(home));
  await store.putBody(plan.sha256, pdf);
  await store.putBody(other.sha256, Buffer.from('<p>รูปภาพ</p>'));
  const verdict = verdictOf('a', 'met', [start, plan]);
  await store.record('r1', { verdict, reported: verdict, crawl: crawlOf('a', captures, 'แผน'), captures, at });
  await store.finish('r1', 'complete', at);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function bundle(picture?: Parameters<typeof evidenceBundle>[3]['picture']) {
  const [run] = await store.runs();
  return evidenceBundle(store, run!, 'a', { version: '0.1.0', ...(picture === undefined ? {} : { picture }) });
}

async function filesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

describe('an evidence bundle', () => {
  it('holds the cited pages and documents with redirects, not what is beside the point', async () => {
    const { bytes, responses } = await bundle();
    expect(responses).toBe(2);
    const files = await filesOf(bytes);
    const records = [];
    for await (const record of WARCParser.iterRecords(
      new AsyncIterReader([files.get('archive/data.warc.gz')!], 'gzip'),
    )) {
      const body = Buffer.from(await record.readFully(false));
      records.push({
        type: record.warcType,
        url: record.warcTargetURI,
        status: record.httpHeaders?.statusCode,
        headers: record.httpHeaders?.headers,
        body,
      });
    }
    expect(records.map(({ type, url, status }) => [type, url, status])).toEqual([
      ['warcinfo', null, undefined],
      ['response', 'http://a.go.th/', 200],
      ['response', 'http://a.go.th/plan', 302],
      ['response', 'http://a.go.th/files/plan2569.pdf', 200],
    ]);
    expect(records[1]!.body.toString()).toBe(home);
    expect([...(records[1]!.headers ?? [])].map(([name]) => name.toLowerCase())).not.toContain('content-encoding');
    expect(records[3]!.body.equals(pdf)).toBe(true);
    const index = files.get('indexes/index.cdxj')!.toString().trim().split('\n');
    expect(index).toHaveLength(3);
    expect([...index].sort()).toEqual(index);
    for (const line of index) {
      const { offset, length, url } = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>;
      const member = files.get('archive/data.warc.gz')!.subarray(Number(offset), Number(offset) + Number(length));
      const record = await WARCParser.parse(new AsyncIterReader([member], 'gzip'));
      expect(record?.warcTargetURI).toBe(url);
    }
    expect(files.get('pages/pages.jsonl')!.toString()).toContain('http://a.go.th/');
    expect(JSON.parse(files.get('planaudit/verdict.json')!.toString())).toMatchObject({ id: 'a' });
  });

  it('holds what only reads like it', async () => {
    const own = await openFolderStore(join(folder, 'closest'), { create: true, now: () => 0 });
    try {
      const captures = ['', 'sea', 'gallery'].map((path) => captureOf(`http://b.go.th/${path}`, path, at));
      const [start, sea] = captures as [Capture, Capture];
      await own.begin(newRun('r1', at));
      for (const { sha256: hash, url } of captures)
        await own.putBody(hash, Buffer.from(new URL(url).pathname.slice(1)));
      const [cell] = verdictOf('b', 'not-met', [start]).criteria;
      const [closest] = verdictOf('b', 'not-met', [sea]).criteria[0]!.evidence;
      const verdict = { ...verdictOf('b', 'not-met'), criteria: [{ ...cell!, closest: closest! }] };
      await own.record('r1', { verdict, reported: verdict, crawl: crawlOf('b', captures, 'ทะเล'), captures, at });
      const [run] = await own.runs();
      const { bytes, responses } = await evidenceBundle(own, run!, 'b', { version: '0.1.0' });
      expect(responses).toBe(2);
      const index = (await filesOf(bytes)).get('indexes/index.cdxj')!.toString();
      expect(index).toContain('http://b.go.th/sea');
      expect(index).not.toContain('gallery');
    } finally {
      await own.close();
    }
  });

  it('is the same to the byte each time, and checks', async () => {
    const [one, two] = [await bundle(), await bundle()];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(await verifyWacz(one.bytes)).toMatchObject({ ok: true, faults: [], records: 4 });
  });

  it('that was changed anywhere is found out', async () => {
    const { bytes } = await bundle();
    for (let at = 40; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x01;
      const check = await verifyWacz(changed);
      // Times and flags of the container's own directory are no evidence.
      const same = await filesOf(changed).then(
        async (files) =>
          [...files].every(([path, content]) => original.get(path)?.equals(content)) && files.size === original.size,
        () => false,
      );
      expect(check.ok, `byte ${at}`).toBe(same);
    }
    expect(await verifyWacz(Buffer.from('no zip'))).toMatchObject({ ok: false });
  });
  let original: Map<string, Buffer>;
  beforeAll(async () => {
    original = await filesOf((await bundle()).bytes);
  });

  it('pictures cited pages with the quote marked, without any request', async () => {
    const pictures = createPagePictures({ executablePath: await chromium.executablePath(), sandbox: false });
    try {
      const { bytes, pictures: count } = await bundle((page) => pictures.take(page));
      expect(count).toBe(1);
      const png = (await filesOf(bytes)).get('screenshots/01-plan-link.png')!;
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const page = { url: 'http://a.go.th/', html: Buffer.from(home), contentType: 'text/html; charset=utf-8' };
      const plain = await pictures.take({ ...page, quote: 'ไม่มีคำนี้' });
      const marked = await pictures.take({ ...page, quote: '…แผนปฏิบัติราชการ 2569' });
      expect(plain?.equals(png)).toBe(false);
      expect(marked?.equals(plain!)).toBe(false);
      const html = Buffer.from('<table><tr><td>1</td><td>โครงการ <b>ก</b></td></tr></table>');
      const row = { ...page, html, quote: '1 | โครงการ ก' };
      expect((await pictures.take(row))?.equals((await pictures.take({ ...row, quote: '2 | x' }))!)).toBe(false);
    } finally {
      await pictures.close();
    }
  }, 60_000);

  it('pictures the part around a quote for the reports of a run', async () => {
    const [run] = await store.runs();
    const pictures = createPagePictures({ executablePath: await chromium.executablePath(), sandbox: false }, 'quote');
    try {
      const verdicts = await store.verdicts(run!.id);
      const found = await runPictures(store, run!.id, verdicts, (page) => pictures.take(page));
      expect([...found.keys()]).toEqual([pictureKey(verdicts[0]!.id, 'plan-link')]);
      const [jpeg] = found.values();
      expect([...jpeg!.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
      // Of an earlier run whose captures are gone there are none.
      expect(await runPictures(store, 'gone', verdicts, (page) => pictures.take(page))).toEqual(new Map());
    } finally {
      await pictures.close();
    }
  }, 60_000);

  it('names the agency that is not in the run', async () => {
    const [run] = await store.runs();
    await expect(evidenceBundle(store, run!, 'x', { version: '0' })).rejects.toMatchObject({ code: 'agency-unknown' });
  });
});
