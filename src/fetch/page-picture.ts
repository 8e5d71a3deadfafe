// Takes a picture of a kept HTML page with a quoted text marked. The browser reaches no network and runs no script of the
// page: what is pictured is what was kept.
import type { Browser } from 'playwright-core';
import { type BrowserSettings, launchBrowser } from './browser.ts';

export interface PagePicture {
  readonly url: string;
  /** As kept. */
  readonly html: Buffer;
  /** Content-Type field, charset included. */
  readonly contentType: string;
  /** `…` at its ends are not searched for. */
  readonly quote: string;
}

/**
 * - `page`: PNG of the whole page;
 * - `quote`: JPEG of the part around the quote, three quarters the size: small enough to stand in a report.
 */
export type PictureOf = 'page' | 'quote';

export interface PagePictures {
  /** Undefined when the page cannot be shown. The quote is marked where it is found. */
  take(page: PagePicture): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

/** Height of the part around a quote, and of what stands above it. */
const partHeight = 560;
const abovePart = 180;

/** Longest edge of a picture in pixels: pages of a thousand rows are cut below the quote. */
const mostHeight = 6000;

export function createPagePictures(settings: BrowserSettings, of: PictureOf = 'page'): PagePictures {
  let running: Promise<Browser> | undefined;
  async function connected(): Promise<Browser> {
    running ??= launchBrowser(settings);
    const known = running;
    const browser = await known;
    if (browser.isConnected()) return browser;
    if (running === known) running = launchBrowser(settings);
    return running;
  }
  return {
    async take(page) {
      // A browser may die, or lack the memory for one page beside others; the next often does it.
      for (let tries = 0; tries < 2; tries++) {
        const browser = await connected();
        const picture = await pictureIn(browser, page, of, settings.timeoutMs ?? 30_000).catch(() => undefined);
        if (picture !== undefined) return picture;
      }
      return undefined;
    },
    async close() {
      await (await running?.catch(() => undefined))?.close().catch(() => undefined);
    },
  };
}

async function pictureIn(
  browser: Browser,
  { url, html, contentType, quote }: PagePicture,
  of: PictureOf,
  timeout: number,
): Promise<Buffer> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
    locale: 'th-TH',
    ...(of === 'quote' ? { deviceScaleFactor: 0.75 } : {}),
  });
  try {
    await context.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().frame().parentFrame() === null
        ? route.fulfill({ status: 200, headers: { 'content-type': contentType || 'text/html' }, body: html })
        : route.abort('blockedbyclient'),
    );
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout });
    const wanted = quote.replace(/^…|…$/g, '');
    const top = await page.evaluate<number>(`(${markQuote})(${JSON.stringify(wanted)})`);
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    if (of === 'quote') {
      const y = Math.max(0, Math.min(top - abovePart, height - partHeight));
      return await page.screenshot({
        fullPage: true,
        clip: { x: 0, y, width: 1280, height: Math.max(1, Math.min(height, partHeight)) },
        animations: 'disabled',
        type: 'jpeg',
        quality: 60,
      });
    }
    const from = height <= mostHeight ? 0 : Math.max(0, Math.min(top - 400, height - mostHeight));
    return await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: from, width: 1280, height: Math.max(1, Math.min(height, mostHeight)) },
      animations: 'disabled',
    });
  } finally {
    await context.close().catch(() => undefined);
  }
}

/**
 * Runs in the page (as text: the program itself knows no document). Marks the first place of the quote, white space aside,
 * over element borders; gives its height. Boxes lie above the text: wrapping it could change how the page looks.
 */
const markQuote = String.raw`(quote) => {
  let wanted = quote.replace(/\s+/g, '');
  if (wanted === '') return 0;
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  const places = [];
  let all = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement?.tagName ?? '')) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      if (/\s/.test(node.data.charAt(offset))) continue;
      all += node.data.charAt(offset);
      places.push({ node, offset });
    }
  }
  // The quote of a table row has bars between its cells.
  if (!all.includes(wanted)) wanted = wanted.replaceAll('|', '');
  const at = wanted === '' ? -1 : all.indexOf(wanted);
  const first = places[at];
  const last = places[at + wanted.length - 1];
  if (at < 0 || first === undefined || last === undefined) return 0;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  for (const box of range.getClientRects()) {
    const mark = document.createElement('div');
    mark.style.cssText = 'position:absolute;z-index:2147483647;pointer-events:none;mix-blend-mode:multiply;background:#ffe97f;' +
      'outline:3px solid #d00000;left:' + (box.left + scrollX) + 'px;top:' + (box.top + scrollY) + 'px;width:' + box.width +
      'px;height:' + box.height + 'px';
    document.documentElement.append(mark);
  }
  return range.getBoundingClientRect().top + scrollY;
}`;
