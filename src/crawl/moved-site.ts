// Websites that moved to another host: the registered address redirects there, or its page says so and links to it (เทศบาล…
// ได้ย้ายเว็บไซต์ไปใช้ชื่อโดเมนใหม่ › เข้าสู่เว็บไซต์ใหม่). Either way the agency says itself where its site is now.
import type { ReadUrl } from '../model/canonical-url.ts';
import type { Page } from '../model/crawl.ts';
import type { DocumentText, Link } from '../model/document.ts';
import type { Ledger } from './ledger.ts';
import { bareHost, type OwnHosts } from './own-hosts.ts';
import type { Target } from './select-links.ts';

export interface Moves {
  /** What was asked for was answered from elsewhere. */
  redirected(from: string, to: string): void;
  /** The way to the new site where the page says that there is one, now the agency's own. */
  announced(page: Page, readUrl: ReadUrl): Target | undefined;
}

/** Takes new hosts as the agency's, but for platforms that everybody shares: there only a listed page is the agency's. */
export function createMoves(hosts: OwnHosts, ledger: Ledger, agencyName: string): Moves {
  const notice = (url: string, detail: string): void => ledger.notice({ code: 'moved-host', url, detail });
  return {
    redirected(from, to) {
      if (hostOf(from) === hostOf(to)) return;
      const listed = hosts.isOwn(to);
      if (!listed && hosts.adoptable(to)) hosts.adopt(to);
      const because = listed
        ? 'a host of the agency'
        : hosts.sameSite(from, to)
          ? 'a host of the same domain'
          : 'an unlisted host';
      notice(to, `${from} leads to ${to}, ${because}`);
    },
    announced(page, readUrl) {
      const link = movedTo(page.text, page.capture.finalUrl, agencyName);
      const to = link?.url ? readUrl(link.url) : null;
      if (!link || !to || hosts.isOwn(to.url) || !hosts.adoptable(to.url)) return undefined;
      hosts.adopt(to.url);
      notice(to.url, `${page.url} says that the website is at ${to.url} now`);
      return { link, url: to.url, key: to.key, offSite: false, stranger: false };
    },
  };
}

/** Segments over a link that may hold the notice, and letters of one. */
const [segmentsOver, longest] = [2, 300];

/**
 * The link to the new site, or undefined: nothing says so, it is a system or another body that moved, or links to several hosts may be meant.
 * @param url address of the page; @param name the agency's name as the registry has it
 */
export function movedTo({ links, segments }: DocumentText, url: string, name: string): Link | undefined {
  const here = hostOf(url);
  const announces = (text: string): boolean =>
    text.length <= longest && moves.test(text) && !moreThanSite.test(text) && !namesOther(text, name);
  const found = links.filter((link) => {
    if (link.url === null || (link.element !== 'a' && link.element !== 'area')) return false;
    const host = hostOf(link.url);
    if (host === undefined || host === here || moreThanSite.test(link.label) || namesOther(link.label, name))
      return false;
    const at = link.segment;
    const own = at === undefined ? '' : (segments[at]?.text ?? '');
    if (announces(link.label) || announces(own)) return true;
    if (at === undefined || !leadsIn.test(`${link.text} ${link.label}`)) return false;
    return segments.slice(Math.max(0, at - segmentsOver), at).some(({ text }) => announces(text));
  });
  return new Set(found.map((link) => hostOf(link.url!))).size === 1 ? found[0] : undefined;
}

function hostOf(url: string): string | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  return bareHost(new URL(url).hostname);
}

const site = '(?:เว็บ|เวบ|เว็ป)(?:ไซต์|ไซด์|ไซท์|เพจ|เพ็จ)?|โดเมน(?:เนม)?|domain(?: name)?|web ?site';
/** A word for the site and one for its going elsewhere, or for its being new, next to each other. */
const moves = new RegExp(
  [
    `(?:ย้าย|เปลี่ยน)(?:ไป|มา|ที่อยู่|ชื่อ|ใช้|เป็น|ของ|\\s)*(?:${site})`,
    `(?:${site})(?:หลัก|ของ[ก-๎]{2,60}?|นี้|เดิม|[\\s:]|ได้|ทำการ|ถูก|มีการ|จะ)*(?:ย้าย|เปลี่ยน(?:ไป|มา|ชื่อ|เป็น|ที่อยู่))`,
    `(?:${site})(?:หลัก|ของ[ก-๎]{2,60}?)?\\s*(?:แห่ง)?ใหม่(?!ล่าสุด)`,
    '(?:web ?site|site|domain|page)\\s+(?:has|have)\\s+(?:been\\s+)?moved',
    '(?:our|the)\\s+new\\s+(?:official\\s+)?(?:web ?site|domain)',
  ].join('|'),
  'iu',
);
/** What moved is one of its systems or channels, not the site. */
const moreThanSite =
  /ระบบ|e-?(?:service|plan|mail|office|gp)|อีเมล|แฟนเพจ|facebook|เฟซบุ๊ก|ไลน์|สมัคร|ร้องเรียน|กระดาน|เซิร์ฟเวอร์|อินทราเน็ต|intranet/iu;
/** A link under a notice that leads where it says. */
const leadsIn =
  /เข้า|คลิก|กดที่|ที่นี่|ใหม่|ไปที่|ไปยัง|click|enter|here|new|www\.|https?:|\.(?:(?:go|or|ac|in|co|mi)\.th|com|org|net)\b/iu;

/** It names a body of some kind, and not as the agency's own name does. */
function namesOther(text: string, name: string): boolean {
  const own = name.replace(/\s/g, '');
  for (const { 0: kind, index } of text.matchAll(bodies)) {
    const at = own.indexOf(kind);
    const told = text.slice(index).replace(/\s/g, '');
    const needed = at < 0 ? '' : own.slice(at, at + kind.length + lettersOfName);
    if (needed === '' || !told.startsWith(needed)) return true;
  }
  return false;
}
const lettersOfName = 4;
const bodies =
  /^จังหวัด|^อำเภอ|กระทรวง|กรม|สำนักงาน|องค์การบริหาร|องค์การ(?!บริหาร)|เทศบาล|โรงเรียน|วิทยาลัย(?!การ)|โรงพยาบาล|ศาล(?!า)|ที่ว่าการ|การไฟฟ้า|การประปา|สหกรณ์/gu;
