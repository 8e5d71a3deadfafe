// Tells a page that only says "not here" under status 200 from a real one. Pure: compares; the crawl does the asking.
import { createHash } from 'node:crypto';
import type { Capture } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { hasLine, type LineSet, lineKey, ownLetters } from './line-set.ts';

/** Says plainly that the page is not there. */
const notFound =
  /ไม่พบ(?:หน้า|เพจ|เว็บเพจ|ไฟล์|เอกสาร|url|ยูอาร์แอล|เนื้อหา|สิ่งที่คุณ)|หา(?:หน้า|เพจ|ไฟล์).{0,20}ไม่(?:พบ|เจอ)|ไม่มีหน้า(?:เว็บ|นี้|ที่)|(?:error|ข้อผิดพลาด|รหัส)\s*404|404\s*(?:error|[-–:]?\s*not\s*found|[-–:]?\s*ไม่พบ)|page\s*(?:can(?:no|')t\s*be|not|could\s*not\s*be)\s*found|file\s*not\s*found|not\s*found|no\s*longer\s*(?:exists?|available)|doesn['’]t\s*exist|does\s*not\s*exist|ถูกลบ(?:ไป|ออก)แล้ว/i;
/** Says it only where the page says nothing else: widgets and empty tables say so too. */
const nothingHere = /ไม่พบ(?:ข้อมูล|รายการ|ผลลัพธ์)|ไม่มีข้อมูล|404|ขออภัย/i;
const wayBack = /^\W*(?:กลับ|ย้อนกลับ|หน้าแรก|หน้าหลัก|home|back)/i;
const errorPath = /(?:^|[/_-])(?:404|error-?404|page-?not-?found|not-?found|notfound|error)(?:\.\w+)?\/?$/i;

/** Letters a page may have of its own and still be a mere notice. */
const noticeLetters = 260;
/** Letters by which two answers for different URLs may differ and still be the same page: echo of the URL, a rotating banner. */
const sameLetters = 25;

/** Path on a host that no site has; always the same for one host, so that crawls repeat. */
export function controlUrl(pageUrl: string): string {
  const url = new URL(pageUrl);
  const token = createHash('sha256').update(url.host).digest('hex').slice(0, 16);
  return `${url.origin}/planaudit-${token}.html`;
}

export interface Soft404Facts {
  readonly url: string;
  readonly capture: Capture;
  readonly text: DocumentText;
  readonly lines: LineSet;
  /** The start page's lines and address, if it was read. */
  readonly home: { readonly lines: LineSet; readonly finalKey: string | null } | undefined;
  readonly finalKey: string | null;
  readonly askedKey: string | null;
}

/** Does this 200 page look as if it might be an error page: worth one control request to its host? */
export function suspectsSoft404(facts: Soft404Facts): boolean {
  if (facts.text.media !== 'html' || facts.text.needsScript === true) return false;
  if (landedOnHome(facts) || landedOnErrorPage(facts)) return true;
  const own = ownLetters(facts.lines, facts.home === undefined ? [] : [facts.home.lines], 4 * noticeLetters);
  if (own <= sameLetters) return true;
  return own <= 4 * noticeLetters && says(facts, notFound, nothingHere);
}

/**
 * Is it one? `control` is what the host answered for a path that cannot exist: lines of a 200 page, or null when the host
 * answered with an honest error (or could not be asked).
 */
export function isSoft404(facts: Soft404Facts, control: LineSet | null): string | undefined {
  if (landedOnHome(facts)) return 'redirected to the start page';
  if (landedOnErrorPage(facts) && says(facts, notFound, nothingHere)) return 'redirected to an error page';
  // Both ways: a page of nothing but the menu lacks what the error page says.
  if (
    control !== null &&
    ownLetters(facts.lines, [control], sameLetters) <= sameLetters &&
    ownLetters(control, [facts.lines], sameLetters) <= sameLetters
  ) {
    return 'same content as for a path that does not exist';
  }
  // Beside what stands on the start page (menus, footer) there is nothing but a short notice.
  const others = [facts.home?.lines, control ?? undefined].filter((lines) => lines !== undefined);
  if (ownLetters(facts.lines, others, noticeLetters) <= noticeLetters) {
    if (says(facts, notFound)) return 'says that the page was not found';
    if (onlyNotices(facts.text, others)) return 'says nothing but that nothing was found';
  }
  return undefined;
}

/** Redirected from elsewhere to the start page: where CMSs send visitors whose page is gone. */
function landedOnHome({ askedKey, finalKey, home }: Soft404Facts): boolean {
  return home?.finalKey != null && finalKey === home.finalKey && askedKey !== finalKey;
}

function landedOnErrorPage({ capture, url }: Soft404Facts): boolean {
  return capture.hops.length > 0 && capture.finalUrl !== url && errorPath.test(new URL(capture.finalUrl).pathname);
}

/** Title, headings and short lines only: a long article may well speak of things not found. */
function says({ text }: Soft404Facts, ...patterns: readonly RegExp[]): boolean {
  return text.segments.some(
    (segment) =>
      (segment.region === 'main' || segment.kind === 'title') &&
      segment.text.length <= 200 &&
      patterns.some((pattern) => pattern.test(segment.text)),
  );
}

/** Every line that the other pages do not have is a notice or a way back. A heading of its own makes it a real, empty page. */
function onlyNotices(text: DocumentText, others: readonly LineSet[]): boolean {
  const own = text.segments.filter(
    (segment) =>
      segment.kind !== 'title' &&
      /\p{L}/u.test(segment.text) &&
      !others.some((lines) => hasLine(lines, lineKey(segment.text))),
  );
  return (
    own.some((segment) => nothingHere.test(segment.text)) &&
    own.every((segment) => nothingHere.test(segment.text) || notFound.test(segment.text) || wayBack.test(segment.text))
  );
}
