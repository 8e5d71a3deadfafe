import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSitemap } from '../../src/crawl/sitemap.ts';

const xml = (body: string): Buffer => Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-8"?>${body}`);

describe('readSitemap', () => {
  it('reads pages, entities and namespaces', () => {
    const body = xml(
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> http://x.go.th/?a=1&amp;b=2 </loc><image:image><image:loc>http://x.go.th/i.png</image:loc></image:image></url><s:url><s:loc><![CDATA[http://x.go.th/c]]></s:loc></s:url></urlset>',
    );
    expect(readSitemap(body).urls[0]).toBe('http://x.go.th/?a=1&b=2');
    expect(readSitemap(body).urls).not.toContain('http://x.go.th/i.png');
    expect(readSitemap(body).urls).toContain('http://x.go.th/c');
  });
  it('reads an index, gzip and plain lists', () => {
    const index = xml('<sitemapindex><sitemap><loc>http://x.go.th/a.xml</loc></sitemap></sitemapindex>');
    expect(readSitemap(index)).toEqual({ urls: [], sitemaps: ['http://x.go.th/a.xml'] });
    expect(readSitemap(gzipSync(index)).sitemaps).toEqual(['http://x.go.th/a.xml']);
    expect(readSitemap(Buffer.from('http://x.go.th/a\r\nhttp://x.go.th/b\nnonsense')).urls).toHaveLength(2);
  });
  it('gives nothing for anything else', () => {
    for (const body of [Buffer.alloc(0), Buffer.from('<html><loc>x</loc></html>'), Buffer.from([0x1f, 0x8b, 1, 2])]) {
      expect(readSitemap(body)).toEqual({ urls: [], sitemaps: [] });
    }
  });
  it('is bounded', () => {
    const body = xml(`<urlset>${'<url><loc>http://x.go.th/a</loc></url>'.repeat(30_000)}</urlset>`);
    expect(readSitemap(body).urls).toHaveLength(20_000);
  });
});
