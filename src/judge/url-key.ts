// The key under which one resource's URLs meet, kept: a menu's URLs come back on every page. Pure.
import { urlKey as canonicalKey } from '../model/canonical-url.ts';
import type { Page } from '../model/crawl.ts';

export function urlKey(url: string): string {
  const known = keys.get(url);
  if (known !== undefined) return known;
  if (keys.size > 50_000) keys.clear();
  const key = canonicalKey(url) ?? url;
  keys.set(url, key);
  return key;
}
const keys = new Map<string, string>();

/** Keys that a page answers to: asked for, captured, after redirects, and as the link that led here has it. */
export function keysOf(page: Page): readonly string[] {
  let known = keysOfPages.get(page);
  if (known === undefined) {
    const urls = [page.url, page.capture.url, page.capture.finalUrl, page.via?.link.url];
    known = [...new Set(urls.flatMap((url) => (url ? [urlKey(url)] : [])))];
    keysOfPages.set(page, known);
  }
  return known;
}
const keysOfPages = new WeakMap<Page, readonly string[]>();
