// Tells a start page that is not the agency's: a host's default or suspension page, a parked domain, a closed-for-works sign, an error.
// Pure. What stands there says nothing about the agency, so nothing may be concluded from it.
import type { Capture } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { isErrorMessage } from './outage.ts';

export interface Placeholder {
  /** In English, for logs and proof. */
  readonly detail: string;
  /** Worth another look later. */
  readonly transient: boolean;
}

interface Rule extends Placeholder {
  /** Of the address that answered. */
  readonly path?: RegExp;
  /** Of the title or a heading, from its start. */
  readonly title?: RegExp;
}

const rules: readonly Rule[] = [
  {
    detail: 'the hosting account is suspended',
    transient: false,
    path: /\/suspendedpage\.cgi/,
    title: /^(?:this )?account (?:has been )?suspended|^ถูกระงับ(?:การ)?(?:ใช้งาน|ให้บริการ)|^เว็บไซต์(?:นี้)?ถูกระงับ/i,
  },
  {
    detail: 'the server’s default page',
    transient: false,
    path: /\/defaultwebpage\.cgi/,
    title:
      /^(?:apache2? .{0,20}default page|test page for .{0,30}(?:apache|nginx|http)|welcome to (?:nginx|openresty|centos|xampp|caddy)|iis ?(?:windows(?: server)?|\d)|default (?:web ?site|web|parallels|plesk) ?page|it works!?$|web server'?s default page|domain default page)/i,
  },
  {
    detail: 'the domain is parked or for sale',
    transient: false,
    title:
      /\bdomain\b.{0,60}\b(?:for sale|expired|parked)\b|\bbuy this domain\b|\bis parked\b|^โดเมน.{0,40}(?:หมดอายุ|ประกาศขาย)/i,
  },
  { detail: 'the bandwidth limit is exceeded', transient: true, title: /^(?:509 )?bandwidth limit exceeded/i },
  {
    detail: 'the site says that it is closed for works',
    transient: true,
    title:
      /^(?:ขออภัย.{0,20})?(?:เว็บไซต์|ระบบ)?.{0,20}(?:ปิดปรับปรุง|อยู่ระหว่าง(?:การ)?(?:ปรับปรุง|ดำเนินการปรับปรุง|พัฒนา))(?:เว็บไซต์|ระบบ|ชั่วคราว|ข้อมูล)?|^(?:(?:web)?site |we(?:'| a)re )?(?:is )?(?:currently )?(?:under|down for) (?:construction|maintenance)|^coming soon$/i,
  },
];

/** A real start page leads somewhere and says more than this. */
const maxLetters = 1500;
const maxLinks = 4;

/** The placeholder a start page is, or undefined for a page of the agency's own. */
export function placeholderOf(capture: Capture, text: DocumentText): Placeholder | undefined {
  if (text.media !== 'html') return undefined;
  const links = new Set(text.links.flatMap(({ url }) => (url === null ? [] : [url.split('#')[0]])));
  const letters = text.segments.reduce((sum, segment) => sum + segment.text.length, 0);
  const heads = text.segments
    .filter(({ kind }) => kind === 'title' || kind === 'heading')
    .map((segment) => segment.text);
  // A sign on an otherwise empty page may be its only line.
  if (text.segments.length <= 3) heads.push(...text.segments.map((segment) => segment.text));
  const { pathname } = new URL(capture.finalUrl);
  const small = letters <= maxLetters && links.size <= maxLinks;
  const rule = rules.find(
    ({ path, title }) => path?.test(pathname) || (small && heads.some((head) => title?.test(head.trim()))),
  );
  if (rule !== undefined) return { detail: rule.detail, transient: rule.transient };
  const said = small ? heads.find(isErrorMessage) : undefined;
  return said === undefined ? undefined : { detail: `an error message: ${said.slice(0, 120)}`, transient: true };
}
