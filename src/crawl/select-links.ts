// Which links of a page may be followed at all, and which are part of the page itself. Pure: rates nothing, fetches nothing.
import type { ReadUrl } from '../model/canonical-url.ts';
import type { Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { OwnHosts } from './own-hosts.ts';
import { isShareFolder, looksLikeDocument } from './share-hosts.ts';
import { isStranger } from './strangers.ts';
import { staticTrap } from './traps.ts';

export interface Target {
  readonly link: Link;
  readonly url: string;
  readonly key: string;
  readonly offSite: boolean;
  /** Off-site, and the address does not say whether a document lies behind (strangers.ts). */
  readonly stranger: boolean;
}

export interface PageLinks {
  /** To be rated by the guide; in page order, one entry for each link (several may name one target). */
  readonly candidates: readonly Target[];
  /** Frames that belong to the page: entered at once. */
  readonly parts: readonly Target[];
  /** Ways in from a splash page, best first; empty unless the page is one. */
  readonly entries: readonly Target[];
}

/** Links considered of one page, in page order: no agency's page has as many, and each costs the guide a look. */
const maxLinks = 3000;
/** Frames entered a page; ad-ridden pages have dozens. */
const maxParts = 6;
const maxFramedDocuments = 2;
/** A splash page leads to few places. */
const maxSplashTargets = 8;
/** With so few, links that say nothing (a bare picture) are ways in as well. */
const maxUnlabelled = 3;
const maxEntries = 3;

/** Framed things that hold nothing an agency publishes. */
const idleFrame =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|facebook\.com|google\.com|googletagmanager\.com|doubleclick\.net|twitter\.com|x\.com|line\.me|tiktok\.com|vimeo\.com|hitwebcounter\.com|truehits\.in\.th|addthis\.com)$/;
const idlePath = /\/maps?(?:\/|$)|weather|counter|truehits|chat(?:bot)?\b/i;

const enterWords = /เข้าสู่|เข้าเว็บ|เข้าชม|หน้าหลัก|หน้าแรก|\benter\b|\bhome\b|\bmain\b|\bskip\b|\bindex\b/i;
/** Signing a book of good wishes leads away from the agency's site. */
const leavesWords = /ลงนาม|ถวายพระพร|wellwishes|guestbook/i;

function targetOf(link: Link, page: Page, hosts: OwnHosts, read: ReadUrl): Target | undefined {
  const known = link.url === null ? null : read(link.url);
  if (known === null) return undefined;
  const { url, key } = known;
  const offSite = !hosts.isOwn(url);
  // One hop only: from an own page to a document elsewhere, never on from there (a folder listing is still that hop).
  const stranger = offSite && !looksLikeDocument(url);
  if (stranger && (page.offSite || isFramed(link) || !isStranger(url))) return undefined;
  if (offSite && page.offSite && !isShareFolder(page.url)) return undefined;
  return { link, url, key, offSite, stranger };
}

const isFramed = ({ element }: Link): boolean => element === 'frame' || element === 'embed';

function isPart({ link, url, offSite }: Target): boolean {
  if (!isFramed(link)) return false;
  return offSite || !holdsNothing(url); // off-site it is a document by its address
}

/** Known by its address to hold nothing that an agency publishes. */
export function holdsNothing(url: string): boolean {
  const { hostname, pathname, href } = new URL(url);
  return idleFrame.test(hostname) || idlePath.test(pathname) || staticTrap(href) !== undefined;
}

function enterRank({ link }: Target): number {
  if (link.element === 'refresh') return 0;
  if (link.element === 'script') return 1;
  return enterWords.test(`${link.label} ${link.href}`) ? 2 : 3;
}

/** Sorts the links of a page that was read. `splash` asks for entries as well: the page stands before the site proper. */
export function selectLinks(page: Page, hosts: OwnHosts, splash: boolean, read: ReadUrl): PageLinks {
  const here = read(page.capture.finalUrl)?.key;
  const candidates: Target[] = [];
  const framed: Target[] = [];
  for (const link of page.text.links) {
    if (candidates.length >= maxLinks && !isFramed(link)) continue;
    const target = targetOf(link, page, hosts, read);
    if (target === undefined || target.key === here) continue;
    if (isPart(target)) {
      if (!framed.some(({ key }) => key === target.key)) framed.push(target);
    } else candidates.push(target);
  }
  // One framed document is what its page is for; a page with a dozen of them (in pop-ups) is a list to choose from.
  const documents = framed.filter(({ url }) => looksLikeDocument(url));
  const listed = documents.length > maxFramedDocuments ? new Set(documents) : new Set<Target>();
  const parts = framed.filter((target) => !listed.has(target)).slice(0, maxParts);
  const rest = framed.filter((target) => !parts.includes(target)).slice(0, maxLinks);
  candidates.push(...rest);

  const own = [
    ...new Map(candidates.filter((target) => !target.offSite).map((target) => [target.key, target])).values(),
  ];
  const redirects = candidates.filter(
    ({ link }) => link.element === 'refresh' || (link.element === 'script' && own.length <= 2),
  );
  if (own.length > maxSplashTargets) return { candidates, parts, entries: [] };
  // A page that sends its visitor on is a part of the way; only the start page's plain links are tried unseen.
  const ways = splash
    ? own.filter(
        (target) =>
          !leavesWords.test(`${target.link.label} ${target.url}`) &&
          (own.length <= maxUnlabelled || isPlainEntry(target)),
      )
    : redirects;
  const entries = [...ways]
    .filter(({ url }) => staticTrap(url) === undefined)
    .sort((a, b) => enterRank(a) - enterRank(b))
    .slice(0, maxEntries);
  return { candidates, parts, entries };
}

/** Is this link a plain way in: a redirect, or labelled so? Others are tried only where nothing better is known. */
export function isPlainEntry(target: Target): boolean {
  return enterRank(target) < 3;
}
