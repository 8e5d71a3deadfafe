import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderFetcher } from '../../src/audit/folder-site.ts';
import { folderUrl } from '../../src/audit/folder-url.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { agency, epoch, fakeExtractor, fakeGuide } from '../crawl/fake-site.ts';

let root = '';
const rules = { plan: { proof: 'โครงการพัฒนา', labels: { แผน: 90 } } };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-site-'));
  await mkdir(join(root, 'site/แผน'), { recursive: true });
  await mkdir(join(root, 'bare/แผน'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(root, 'site/index.html'), '<a href="แผน/">แผน</a> <a href="page.php?id=3">แผน ๓</a>');
  await writeFile(join(root, 'site/แผน/index.htm'), '<a href="2569.pdf">แผน 2569</a>');
  await writeFile(join(root, 'site/แผน/2569.pdf'), 'โครงการพัฒนา');
  await writeFile(join(root, 'site/page.php?id=3'), '<h1>หน้าสาม</h1>');
  await writeFile(join(root, 'site/empty.html'), '');
  await symlink(join(root, 'secret.txt'), join(root, 'site/link.txt'));
  await writeFile(join(root, 'bare/แผน/2569 <1>.pdf'), 'โครงการพัฒนา');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const fetchIn = (folder: string) => createFolderFetcher(join(root, folder), () => epoch);
const ask = async (path: string) => {
  const outcome = await fetchIn('site').fetch(new URL(path, folderUrl).href);
  return outcome.ok ? outcome.body.toString() : outcome.failure.code;
};

describe('folder as a site', () => {
  it.each(['site', 'bare'])('is crawled like any site: %s', async (folder) => {
    const result = await crawlSite(agency(folderUrl), {
      fetcher: fetchIn(folder),
      extractor: fakeExtractor,
      guide: fakeGuide(rules),
      now: () => epoch,
    });
    expect(result.stopped).toBe('proven');
    expect(decodeURIComponent(result.pages.at(-1)?.url ?? '')).toMatch(/แผน\/2569/);
  });

  it('finds what a mirroring program wrote for a query', async () => {
    expect(await ask('/page.php?id=3')).toContain('หน้าสาม');
    expect(await ask('/page.php?id=4')).toBe('http-not-found');
  });

  it('never leaves the folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/link.txt',
      '/%00',
      '/แผน/../../secret.txt',
    ]) {
      expect(await ask(path)).toBe('http-not-found');
    }
    expect(await ask('http://www.x.go.th/')).toBe('address-refused');
    expect(await ask('/empty.html')).toBe('empty-response');
  });
});
