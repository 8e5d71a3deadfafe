// A document's file name, as words. Pure.
import type { Page } from '../model/crawl.ts';

/** The document's file name as words, without its extension. */
export function fileNameOf(page: Page): string {
  return page.capture.fileName ?? fileNameOfUrl(page.capture.finalUrl);
}

export function fileNameOfUrl(url: string): string {
  const last =
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .pop() ?? '';
  try {
    return decodeURIComponent(last).replace(/\.[a-z0-9]{2,5}$/i, '');
  } catch {
    return last;
  }
}
