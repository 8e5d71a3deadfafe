// Papers of a body of the same name elsewhere: schools and hospitals in several provinces are called the same, and what one of them reports
// was put on the other's site. The cover says in which district or province it lies, and the site's own pages that it lies in another. Pure.
import type { Page } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { norm } from './lexicon.ts';
import { begins, ownNameOf } from './own-name.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Lines in which a paper says whose it is. */
const coverLines = 8;
/** Letters after the name in which its place is told. */
const reach = 120;
const sorts = ['จังหวัด', 'อำเภอ'] as const;
type Sort = (typeof sorts)[number];

export function isNamesakes({ agency, site }: Pick<Survey, 'agency' | 'site'>, unit: Unit): boolean {
  if (unit.classes.size === 0) return false;
  const name = ownNameOf(agency);
  if (name.length < 6) return false;
  const lines = [unit.own?.text ?? '', ...unit.segments.slice(0, coverLines).map(({ segment }) => segment.text)];
  const cover = lines.join('\n');
  return sorts.some((sort) => {
    const place = placeAfter(cover, name, sort);
    if (place === undefined || norm(agency.name).text.includes(place)) return false;
    const others = site.crawl.pages.filter((page) => page !== unit.page && page.text.media === 'html' && !page.offSite);
    const home = homeOf(others, name, sort);
    return home !== undefined && !isAlike(home, place) && !others.some((page) => names(page, sort, place));
  });
}

const isAlike = (one: string, other: string): boolean => begins(one, other, true) || begins(other, one, true);

/** Where the site's pages say that the body of that name lies. */
function homeOf(pages: readonly Page[], name: string, sort: Sort): string | undefined {
  for (const { text } of pages) {
    const known = homes.get(text) ?? new Map<string, string | undefined>();
    homes.set(text, known);
    const key = `${sort} ${name}`;
    if (!known.has(key)) known.set(key, toldIn(text, name, sort));
    const place = known.get(key);
    if (place !== undefined) return place;
  }
  return undefined;
}
/** Every paper of a large site asks. */
const homes = new WeakMap<DocumentText, Map<string, string | undefined>>();

function toldIn({ segments }: DocumentText, name: string, sort: Sort): string | undefined {
  for (const { text } of segments) {
    const place = text.includes(marks[sort]) ? placeAfter(text, name, sort) : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The place of that sort that is told after the name, in match form. */
function placeAfter(text: string, name: string, sort: Sort): string | undefined {
  for (const { index, 0: word, groups } of text.matchAll(placesOf[sort])) {
    const before = norm(text.slice(Math.max(0, index - reach), index)).text;
    const at = before.lastIndexOf(name);
    if (at >= 0 && between.test(before.slice(at + name.length)))
      return norm(groups?.['place'] ?? word).text.replace(
        /(?<=.{3})(?:สำนักงาน|สังกัด|ประจำ|ปี|โทร|รหัส|ตำบล|อำเภอ|จังหวัด).*$/su,
        '',
      );
  }
  return undefined;
}

const names = ({ text }: Page, sort: Sort, place: string): boolean =>
  text.segments.some(
    ({ text: line }) =>
      line.includes(marks[sort]) &&
      [...line.matchAll(placesOf[sort])].some(({ groups }) => isAlike(norm(groups?.['place'] ?? '').text, place)),
  );

/** What a line that tells it holds. */
const marks: Readonly<Record<Sort, string>> = { จังหวัด: 'จ', อำเภอ: 'อ' };
const placesOf: Readonly<Record<Sort, RegExp>> = {
  จังหวัด: /(?:จังหวัด|(?<=[\s\d)])จ\.)\s*(?<place>[ก-๎]{3,30})/gu,
  อำเภอ: /(?:อำเภอ|อําเภอ|(?<=[\s\d)])อ\.)\s*(?<place>[ก-๎]{3,30})/gu,
};
/** Over the match form: a number, a road, a village, and smaller places between the name and the greater one. */
const between = /^[^\p{L}]*(?:(?:เลขที่|หมู่(?:ที่|บ้าน)?|ม\.|ถนน|ซอย|ตำบล|ต\.|อำเภอ|อ\.|ตั้งอยู่(?:ที่|เลขที่)?|\d)[^\n]{0,60})?$/u;
