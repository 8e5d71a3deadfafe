// The same site as another system would serve it, or as less of it can be seen: what a fetcher answers, changed on the way. What the
// agency publishes stays what it was, so that a verdict that moves is a fault of reading, or says that something was not seen.
import { createHash } from 'node:crypto';
import { decodeText } from '../../src/fetch/decode.ts';
import { isDead, isTransient } from '../../src/fetch/failures.ts';
import type { Fetcher, FetchOutcome } from '../../src/fetch/fetcher.ts';
import type { Capture, FailureCode, FetchFailure } from '../../src/model/crawl.ts';
import { helvetica, onePage } from '../extract/raw-pdf.ts';

/** Rewrites a page's HTML; `start`: it is a start page. */
export type PageChange = (html: string, url: string, start: boolean) => string;

const document = /\.(?:pdf|docx?|xlsx?|pptx?|zip|od[tsp]|jpe?g|png)$/i;
const thai = /[\u0e00-\u0e7f]/;
const startPath = /^\/(?:(?:index|default|home|main)\.\w+|home|main|th)?\/?$/i;

const isStart = (url: string): boolean => {
  const { pathname, search } = new URL(url);
  return search === '' && startPath.test(pathname);
};
/** By their first bytes; sites send documents as text/html, too. */
const isDocument = (body: Buffer): boolean => /^(?:PK|%PDF|\xd0\xcf)/.test(body.subarray(0, 8).toString('latin1'));
const isPage = ({ contentType }: Capture, body: Buffer): boolean => contentType.includes('html') && !isDocument(body);

/** Applies to the text between tags; scripts and styles stay. */
function eachText(html: string, change: (text: string) => string): string {
  let raw = false;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (part.startsWith('<'))
        raw = /^<(?:script|style|title|textarea|option)\b/i.test(part) || (raw && !part.startsWith('</'));
      return part.startsWith('<') || raw ? part : change(part);
    })
    .join('');
}

/** As rich-text editors leave it: words in pieces, hard spaces, running text in the size of official papers; boxes for landmarks. */
export const asEditorsLeaveIt: PageChange = (html) =>
  eachText(html, (text) =>
    thai.test(text) && text.length > 12
      ? text.replace(
          /.{1,9}(?:(?=[\u0e01-\u0e2e\u0e40-\u0e44])|$)/gsu,
          (piece) => `<span style="font-size:16.0pt">${piece}</span>`,
        )
      : text,
  )
    .replace(/(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])/g, '\u00a0')
    .replace(/<(\/?)(?:nav|main|header|footer|aside|article|section)\b/gi, '<$1div');

/** Every link to a page leads over one that counts clicks. */
export const overCounter: PageChange = (html, url) =>
  html.replace(/(<a\b[^>]*\bhref=")([^"#][^"]*)"/gi, (whole, before: string, href: string) => {
    const target = URL.parse(href.replaceAll('&amp;', '&'), url);
    if (target === null || target.host !== new URL(url).host || document.test(target.pathname)) return whole;
    return `${before}/click.php?to=${encodeURIComponent(target.href)}"`;
  });

const menus = (html: string): string => (html.match(/<(nav|header|footer)\b[\s\S]*?<\/\1>/gi) ?? []).join('');
const inMenus = (html: string, content: string): string =>
  `${/^[\s\S]*?<\/head>/i.exec(html)?.[0] ?? ''}<body>${menus(html)}${content}</body></html>`;

/** Menus as they were, and the content brought by a script. */
export const byScript: PageChange = (html, _, start) =>
  start
    ? html
    : inMenus(
        html,
        `<div id="content" class="loading"></div><script>fetch('/api' + location.pathname).then((r) => r.json()).then((d) => { document.getElementById('content').innerHTML = d.html; });</script>`,
      );

/** Menus as they were, and the content a scan. */
export const asPictures: PageChange = (html, url, start) =>
  start
    ? html
    : inMenus(html, `<div><img src="/scan/${createHash('sha256').update(url).digest('hex').slice(0, 8)}.jpg"></div>`);

/** Thai in windows-874, said nowhere. */
function inOldCodePage(html: string): Buffer {
  const unsaid = html.replace(/<meta[^>]*charset[^>]*>/gi, '');
  return Buffer.from(
    unsaid.replace(/[^\x00-\x7f]/gu, (letter) => {
      const code = letter.codePointAt(0)!;
      return code >= 0xe01 && code <= 0xe5b ? String.fromCharCode(code - 0xe00 + 0xa0) : `&#${code};`;
    }),
    'latin1',
  );
}

/** Every document a page whose letters are drawn as curves, under a line that who put it there has printed over it. */
export function asDrawings(): (body: Buffer) => Buffer {
  const printed = [...'ลงนามด้วยลายมือชื่ออิเล็กทรอนิกส์ สำเนาถูกต้อง']
    .map((letter) => (letter > '\u0e00' ? `\\${(letter.charCodeAt(0) - 0xd60).toString(8)}` : letter))
    .join('');
  const letter = (x: number, y: number) =>
    `${x} ${y} m ${x} ${y + 8} ${x + 5} ${y + 10} ${x + 5} ${y} c ${x + 2} ${y + 6} l `;
  const drawn = Array.from({ length: 600 }, (_, nth) => letter(40 + (nth % 60) * 8, 780 - Math.floor(nth / 60) * 25));
  const page = onePage(`${drawn.join('')}S BT /F1 9 Tf 300 20 Td (${printed}) Tj ET`, helvetica);
  // No two documents are the same.
  return (body) => Buffer.concat([page, Buffer.from(`%${createHash('sha256').update(body).digest('hex')}\n%%EOF\n`)]);
}

export interface SiteChange {
  readonly page?: PageChange;
  /** Pages go out in windows-874 without saying so. */
  readonly oldCodePage?: boolean;
  /** What a URL answers instead of its page or document. */
  readonly fails?: (url: string, document: boolean, start: boolean) => FailureCode | undefined;
  /** What stands in place of a document. */
  readonly document?: (body: Buffer) => Buffer;
  /** Bytes of the pictures under /scan/. */
  readonly picture?: Buffer;
}

/** Some of all URLs, always the same ones. */
export const isOneOf = (url: string, share: number): boolean =>
  createHash('sha256').update(url).digest().readUInt32BE(0) / 2 ** 32 < share;

/** A fetcher whose sites are changed so. */
export function changedSite(inner: Fetcher, change: SiteChange, now: () => number): Fetcher {
  function withBody(capture: Capture, body: Buffer, contentType: string): FetchOutcome {
    const sha256 = createHash('sha256').update(body).digest('hex');
    const headers = { ...capture.headers, 'content-type': contentType };
    return { ok: true, body, capture: { ...capture, headers, bytes: body.length, sha256 } };
  }
  function made(url: string, body: Buffer, contentType: string): FetchOutcome {
    const fetchedAt = new Date(now()).toISOString();
    const sha256 = createHash('sha256').update(body).digest('hex');
    const sizes = { bytes: body.length, transferred: body.length, sha256, fetchedAt };
    const headers = { 'content-type': contentType };
    return {
      ok: true,
      body,
      capture: { url, finalUrl: url, status: 200, hops: [], headers, contentType, ...sizes, tlsFaults: [] },
    };
  }
  const failureOf = (code: FailureCode, url: string): FetchFailure => ({
    code,
    url,
    detail: 'as the test tells',
    hops: [],
    at: new Date(now()).toISOString(),
    transient: isTransient(code),
    dead: isDead(code),
  });
  return {
    ...inner,
    async fetch(url, options) {
      const { pathname, searchParams } = new URL(url);
      if (pathname === '/click.php')
        return made(
          url,
          Buffer.from(
            `<meta http-equiv="refresh" content="0;url=${searchParams.get('to')!.replaceAll('&', '&amp;')}">`,
          ),
          'text/html',
        );
      if (change.picture !== undefined && pathname.startsWith('/scan/')) return made(url, change.picture, 'image/jpeg');
      const outcome = await inner.fetch(url, options);
      if (!outcome.ok || /robots|sitemap/.test(pathname)) return outcome;
      const { capture, body } = outcome;
      const start = isStart(capture.finalUrl) || isStart(url);
      const code = change.fails?.(capture.finalUrl, isDocument(body), start);
      if (code !== undefined) return { ok: false, failure: failureOf(code, capture.finalUrl) };
      if (change.document !== undefined && isDocument(body))
        return withBody(capture, change.document(body), 'application/pdf');
      if (!isPage(capture, body) || (change.page === undefined && change.oldCodePage !== true)) return outcome;
      const html = decodeText(body, capture.headers['content-type'] ?? '').text.replace(
        /charset=["']?[\w-]+/gi,
        'charset=utf-8',
      );
      const changed = change.page?.(html, capture.finalUrl, start) ?? html;
      return change.oldCodePage === true
        ? withBody(capture, inOldCodePage(changed), 'text/html')
        : withBody(capture, Buffer.from(changed), 'text/html; charset=utf-8');
    },
  };
}
