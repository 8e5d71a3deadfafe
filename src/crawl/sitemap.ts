// Reads sitemaps (sitemaps.org protocol) as a source of candidates. Takes addresses only; what they promise is the guide's to rate.
import { gunzipSync } from 'node:zlib';
import type { AnyNode } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

export interface Sitemap {
  /** Page addresses, in file order. */
  readonly urls: readonly string[];
  /** Further sitemap files named by an index. */
  readonly sitemaps: readonly string[];
}

/** The protocol's own bounds are 50,000 URLs and 50 MB a file; an agency's site needs far less. */
const maxUrls = 20_000;
const maxBytes = 50 * 1024 * 1024;

function inflate(body: Buffer): Buffer | undefined {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: maxBytes });
  } catch {
    return undefined;
  }
}

/** Parses a sitemap, a sitemap index, or a plain list of URLs; gzip is unpacked. Anything else gives nothing. */
export function readSitemap(body: Buffer): Sitemap {
  const urls: string[] = [];
  const sitemaps: string[] = [];
  const bytes = inflate(body);
  if (bytes === undefined) return { urls, sitemaps };
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (!text.trimStart().startsWith('<')) {
    for (const line of text.split(/\r?\n/)) {
      if (urls.length < maxUrls && /^https?:\/\/\S+$/.test(line.trim())) urls.push(line.trim());
    }
    return { urls, sitemaps };
  }
  const stack: AnyNode[] = [...parseDocument(text, { xmlMode: true }).children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue;
    if ('name' in node && node.name.replace(/^.*:/, '') === 'loc') {
      const parent = node.parent !== null && 'name' in node.parent ? node.parent.name.replace(/^.*:/, '') : '';
      const target = parent === 'sitemap' ? sitemaps : parent === 'url' ? urls : undefined;
      if (target !== undefined && target.length < maxUrls) target.push(textContent(node).trim());
      continue;
    }
    for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at]!);
  }
  return { urls, sitemaps };
}
