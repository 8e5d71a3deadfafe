// Addresses as pages write them: absolute URLs by the WHATWG algorithm, or why an href leads nowhere.
import type { InertCause } from '../model/document.ts';
import { flatCopy } from './flat-copy.ts';
import { handlerUrl, unknownPart } from './html-script.ts';
import { unwrapped } from './share-links.ts';

/** Where an href leads: `url` (fragment kept), or `inert` with the cause. */
export type Address =
  | { readonly url: string; readonly inert?: undefined }
  | { readonly url: null; readonly inert: InertCause };

const inert = (cause: InertCause): Address => ({ url: null, inert: cause });

/** hrefs left by whoever made the template, and Thai prose standing where an address should. */
const placeholder =
  /^(?:url|link|href|path|xxx+|n\/?a|null|undefined|none|todo|tbd|\.{2,}|[-_*?]+|(?:https?:\/\/)?(?:ลิงก์|ลิงค์|ลิ้งค์|ลิ้งก์|link|url)(?:ที่นี่|here)?)$/i;
const placeholderThai =
  /(?:รอ|ใส่|ยังไม่มี|ไม่มี|วาง|เพิ่ม|แก้ไข|ระบุ)\s*(?:ใส่|การ|ข้อมูล)?\s*(?:ลิงก์|ลิงค์|ลิ้งค์|ลิ้งก์|ลิ้ง|ลิง|link|url|ไฟล์|ข้อมูล|เอกสาร)/iu;
const thai = /[\u0e01-\u0e5b]/;

/**
 * Resolves hrefs of one page; remembers what it resolved. `hasAnchor` tells the page's anchors. `charset` is the page's: a
 * browser sends the query part of an address in it, and old servers of Thai agencies expect just that.
 */
export function createResolver(
  pageUrl: string,
  baseHref: string | undefined,
  hasAnchor: (id: string) => boolean,
  charset = 'utf-8',
) {
  let base = pageUrl;
  if (baseHref !== undefined) base = URL.parse(baseHref.trim(), pageUrl)?.href ?? pageUrl;
  const page = pageUrl.replace(/#.*$/s, '');
  const known = new Map<string, Address>();
  const site = siteOf(base);
  const thaiQuery = /^(?:windows-874|tis-?620|iso-8859-11|x-windows-874)$/i.test(charset);

  function resolve(href: string): Address {
    const seen = known.get(href);
    if (seen !== undefined) return seen;
    const fromRoot = !thaiQuery && isFromRoot(href);
    const kept = fromRoot ? site.get(href) : undefined;
    const address = kept ?? compute(href);
    known.set(href, address);
    if (fromRoot && kept === undefined) keep(site, href, address);
    return address;
  }

  function compute(href: string): Address {
    const text = href.trim();
    if (text === '') return inert('fragment'); // leads to the page itself
    if (text.includes(unknownPart) || text.includes('{{') || text.includes('${')) return inert('invalid');
    if (text.startsWith('#')) return fragment(text);
    if (/^[\s\x00-\x1f]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i.test(text)) {
      let code = text.slice(text.indexOf(':') + 1);
      try {
        code = decodeURIComponent(code);
      } catch {
        // as written
      }
      const target = handlerUrl(code);
      return target === undefined ? inert('script') : resolve(target);
    }
    if (placeholder.test(text)) return inert('invalid');
    if (thai.test(text) && !/[./?#:=&%\\]/.test(text) && (/\s/.test(text) || placeholderThai.test(text)))
      return inert('invalid');
    const url = URL.parse(thaiQuery ? withThaiQuery(text) : text, base);
    if (url === null) return inert('invalid');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return inert('scheme');
    // `<base>` sends even a bare fragment elsewhere; a fragment of this page that names nothing leads nowhere
    return { url: unwrapped(url) ?? url.href };
  }

  function fragment(text: string): Address {
    let id = text.slice(1);
    if (/^!?\//.test(id)) return { url: `${page}${new URL(text, 'http://x/').hash}` }; // route of a one-page application
    if (id === '' || id === '!' || id.toLowerCase() === 'top') return inert('fragment');
    if (!hasAnchor(id)) {
      try {
        id = decodeURIComponent(id);
      } catch {
        // as written
      }
      if (!hasAnchor(id)) return inert('fragment');
    }
    return samePage(id);
  }

  function samePage(id: string): Address {
    return { url: `${page}#${encodeURIComponent(id)}` };
  }

  return { resolve, samePage, page, base };
}

type Site = Map<string, Address>;

/** Addresses of the sites read of late: a site's menu is written the same on every page. All are forgotten when there are too many. */
const sites = new Map<string, Site>();
const maxKept = 8192;
let kept = 0;

function siteOf(base: string): Site {
  const root = /^[^:]*:\/\/[^/]*/.exec(base)?.[0] ?? base;
  let site = sites.get(root);
  if (site === undefined) {
    countOne();
    site = new Map();
    sites.set(flatCopy(root), site);
  }
  return site;
}

function countOne(): void {
  kept += 1;
  if (kept <= maxKept) return;
  sites.clear();
  kept = 0;
}

/** Leads to the same place from every page of a site. */
const isFromRoot = (href: string): boolean => href.startsWith('/') || /^https?:\/\//.test(href);

function keep(site: Site, href: string, address: Address): void {
  countOne();
  site.set(flatCopy(href), address);
}

/** Percent-encodes the Thai letters of the query part as windows-874 bytes. */
function withThaiQuery(href: string): string {
  const at = href.indexOf('?');
  if (at < 0) return href;
  const end = href.indexOf('#', at);
  const query = href
    .slice(at, end < 0 ? undefined : end)
    .replace(
      /[\u0e01-\u0e3a\u0e3f-\u0e5b]/g,
      (letter) => `%${(letter.charCodeAt(0) - 0xe00 + 0xa0).toString(16).toUpperCase()}`,
    );
  return href.slice(0, at) + query + (end < 0 ? '' : href.slice(end));
}

export type Resolver = ReturnType<typeof createResolver>;
