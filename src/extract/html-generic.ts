// Which link texts say nothing by themselves (คลิก, เปิดข้อมูล, PDF, an icon) and which say only a part (ปี 2569, รอบ 6 เดือน).
// The closed set behind criteria.md's "where the text is generic". Pure; bounded by the text's first characters.

import { thaiMonthAbbreviations, thaiMonthNames } from '../text/thai-months.ts';
import { saysPlaceholder } from './html-placeholder.ts';
import { remembering } from './remembering.ts';

/**
 * - `named`: names something;
 * - `part`: only a year, round, number of a part, or a file's technical name: needs the context, and completes it;
 * - `blank`: nothing readable.
 */
export type Saying = 'named' | 'part' | 'blank';

const wordsBlank = [
  'คลิ๊กที่นี่',
  'คลิ๊ก',
  'คลิก',
  'คลิ้ก',
  'คลิค',
  'คลิกค์',
  'กดที่นี่',
  'กดเพื่อ',
  'กด',
  'ที่นี่',
  'ตรงนี้',
  'ที่นี้',
  'เพื่อ',
  'เปิดดู',
  'เปิดอ่าน',
  'เปิด',
  'เข้าชม',
  'เข้าดู',
  'เรียกดู',
  'รับชม',
  'ชม',
  'ดู',
  'อ่าน',
  'แสดง',
  'ต่อ',
  'เพิ่มเติม',
  'เพิ่ม',
  'ทั้งหมด',
  'รายละเอียด',
  'ข้อมูล',
  'เนื้อหา',
  'ดาวน์โหลด',
  'ดาวโหลด',
  'ดาว์นโหลด',
  'ดาวน์โหลต',
  'โหลด',
  'ไฟล์แนบ',
  'ไฟล์เอกสาร',
  'ไฟล์',
  'ไฟล',
  'แนบไฟล์',
  'เอกสารแนบ',
  'เอกสารประกอบ',
  'เอกสาร',
  'แนบ',
  'ประกอบ',
  'รูปภาพ',
  'ลิงก์',
  'ลิงค์',
  'ลิ้งค์',
  'ลิ้งก์',
  'ลิ้ง',
  'หลักฐาน',
  'ชื่อไฟล์',
  'ชื่อเอกสาร',
  'ขนาด',
  'หน้า',
  'ต้นฉบับ',
  'ฉบับเต็ม',
  'ใหม่',
  'ที่',
  'เอง',
  'ค่ะ',
  'ครับ',
  'url',
  'link',
  'click',
  'here',
  'view',
  'preview',
  'opens',
  'in',
  'a',
  'window',
  'tab',
  'card',
  'cap',
  'thumbnail',
  'placeholder',
  'หน้าต่างใหม่',
  'หน้าต่าง',
  'แท็บใหม่',
  'ใน',
  'ภาพ',
  'รูป',
  'open',
  'read',
  'more',
  'see',
  'show',
  'details?',
  'downloads?',
  'load',
  'files?',
  'documents?',
  'docs?',
  'attachments?',
  'attach',
  'pdf',
  'docx?',
  'xlsx?',
  'pptx?',
  'word',
  'excel',
  'zip',
  'rar',
  'jpe?g',
  'png',
  'new',
  'all',
  'now',
  'the',
  'to',
  'for',
  'full',
  'text',
  'mb',
  'kb',
  'bytes?',
  'google',
  'drive',
  'flipbook',
  'e-?book',
  'picture',
  'image',
  'icon',
  'img',
  'logo',
  'go',
  'get',
  'it',
  'button',
  'ไอคอน',
  'ปุ่ม',
];
const wordsPart = [
  'ประจำ',
  'ประจํา',
  'ประจา',
  'ปีงบประมาณ',
  'ปีการศึกษา',
  'ปีงบ',
  'ปี',
  'งบประมาณ',
  'งบ',
  'พ\\.?\\s?ศ\\.?',
  'พศ',
  'ค\\.?\\s?ศ\\.?',
  'ฯ',
  'รอบ',
  'เดือน',
  'แรก',
  'หลัง',
  'ไตรมาสที่',
  'ไตรมาส',
  'ครั้งที่',
  'ครั้ง',
  'เล่มที่',
  'เล่ม',
  'ฉบับที่',
  'ฉบับ',
  'ส่วนที่',
  'ส่วน',
  'ตอนที่',
  'ตอน',
  'ชุดที่',
  'ชุด',
  'ข้อที่',
  'ข้อ',
  'ลำดับที่',
  'ลำดับ',
  'หมวดที่',
  'หมวด',
  'บทที่',
  'ภาคผนวก',
  'ปก',
  'และ',
  'ถึง',
  'ของ',
  'เป็น',
  ...thaiMonthNames,
  ...thaiMonthAbbreviations,
  'fy',
  'q[1-4]',
  'year',
  'quarter',
  'months?',
  'part',
  'no',
  'round',
  'vol',
  'annual',
  'o[0-9๐-๙]{1,2}',
  'ob?it',
  'moit',
  'eb',
];
/** Alternatives, longest first; Thai is written without spaces, Latin words stand whole. */
function anyOf(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  const latin = sorted.filter((word) => /^[a-z]/.test(word)).join('|');
  return `${sorted.filter((word) => !/^[a-z]/.test(word)).join('|')}|(?<![a-z])(?:${latin})(?![a-z])`;
}
const number = '[0-9๐-๙]'; // one digit at a time: no nested quantifier
const blank = new RegExp(`^(?:${anyOf(wordsBlank)}|${number}|\\s)+$`, 'iu');
const part = new RegExp(`^(?:${anyOf(wordsPart)}|${anyOf(wordsBlank)}|${number}|\\s)+$`, 'iu');
const year = /(?:25|๒๕|20)[0-9๐-๙]{2}/;
const fileName = /^[\w\s()[\].,&+%~'-]{1,80}\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|csv|txt|od[tsp])$/i;
const bracketed = /^\([^()]+\)$/;
const phone = /^[+(]?[0-9๐-๙][0-9๐-๙\s()-]{6,}$/;
const bareUrl = /^(?:https?:\/\/|www\.)\S+$/i;

/** What a text says as a link's label. White space collapsed. */
export function saying(text: string): Saying {
  if (text.length > 60) return bareUrl.test(text) ? 'blank' : fileName.test(text) ? 'part' : 'named';
  // text that could not begin one of the words is none of them, whatever parts it
  if (text.length > 1 && !openings.has(opening(text)) && isPlainText(text)) return 'named';
  return text.length > 30 ? judge(text) : judged(text);
}

/** The same few say nothing on every page; what is long hardly repeats. */
const judged = remembering(judge);

function judge(text: string): Saying {
  const plain = text.trim();
  if (plain === 'หน้าแรก' || plain === 'หน้าหลัก') return 'named';
  if (saysPlaceholder(plain)) return 'blank';
  if (bareUrl.test(plain)) return 'blank';
  if (phone.test(plain)) return 'named';
  if (fileName.test(plain)) return 'part';
  // marks stay with their letters; everything that is neither letter, mark nor digit parts words
  const letters = isPlainText(plain)
    ? plain
    : plain
        .replace(/\.{2,}/g, ' ')
        .replace(/[^\p{L}\p{M}\p{N}.]+/gu, ' ')
        .replace(/(?<![ก-๙])\.|\.(?=\s|$)/g, ' ')
        .trim();
  if (letters === '' || !/[\p{L}\p{N}]/u.test(letters)) return 'blank';
  if (blank.test(letters)) return year.test(letters) ? 'part' : 'blank';
  if (part.test(letters)) return 'part';
  // in brackets it adds to a name before it: แผนปฏิบัติราชการ 2569 (เว็บไซต์ส่วนกลาง)
  if (bracketed.test(plain)) return 'part';
  // one Latin letter is an icon font's glyph
  return letters.length <= 2 && [...letters].length === 1 ? 'blank' : 'named';
}

/** Letters and digits, ASCII and Thai, and spaces between them. */
function isPlainText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 0x20 || text.endsWith(' ') || first === 0xe31 || (first >= 0xe34 && first <= 0xe3a) || first >= 0xe47)
    return false; // trimmed first, or a mark without its letter
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code >= 0xe01
        ? code > 0xe59 || code === 0xe3f || code === 0xe4f || (code > 0xe3a && code < 0xe3f)
        : !isAscii(code)
    )
      return false;
  }
  return true;
}
const isAscii = (code: number): boolean =>
  code === 0x20 || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** First letter, a Latin one small. */
function opening(text: string): number {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code | 0x20 : code;
}

/** Letters that a word that says nothing, a part or that something is to come begins with; digits do, too. */
const openings = new Set([...wordsBlank, ...wordsPart, ...'0123456789๐๑๒๓๔๕๖๗๘๙รย'].map(opening));

/** A menu's or list's text that was cut for lack of room (`…ปฏิบัติที่เคา...`). */
export function isTruncated(text: string): boolean {
  if (!text.includes('..') && !text.includes('…')) return false;
  return /(?:\.{2,}|…)\s*>?\s*$/u.test(text) || /^(?:\.{3,}|…)/u.test(text);
}

/** `1.pdf`, `MOIT2-69-9.pdf`, `banner.png`: a technical name. */
export const isFileName = (text: string): boolean => fileName.test(text);
