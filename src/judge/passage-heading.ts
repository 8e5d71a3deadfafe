// Where in a text a name stands as a heading or a lead, and not in passing. Pure.
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Only numbering (ง.), bullets or a chapter's number before it. */
export function startsText(text: string, from: number): boolean {
  const before = norm(text.slice(0, from)).text;
  return (
    before.length <= 40 &&
    /^(?:[ก-ฮ]\s?[.)])?(?:[\s\-–—•*()[\]0-9๐-๙.:|/]|บทที่|ส่วนที่|ตอนที่|ตารางที่|ระเบียบวาระที่|วาระที่|ข้อ|หัวข้อ|เรื่อง|สรุป|และ|แสดง|ผลการวิเคราะห์)*$/u.test(
      before,
    )
  );
}

/** A report's heading says what is done with them (วิเคราะห์ปัญหา…); a plan's so headed are the problems it was made for. */
export function isAnalysis(heading: string, from: number): boolean {
  const before = norm(heading.slice(0, from)).text;
  return /^[\s\-–—•*()[\]0-9.]*(?:การ|ผลการ|รายงาน|สรุป)*(?:วิเคราะห์|ทบทวน|ประมวล|รวบรวม|สภาพ|ประเด็น)\s*$/u.test(before);
}

/** One of the four points of an analysis of surroundings (จุดแข็ง, จุดอ่อน, โอกาส, อุปสรรค). */
export function amongStrengths({ segments }: Unit, at: number): boolean {
  const begins = (pattern: RegExp) => (part: { readonly segment: { readonly text: string } } | undefined) =>
    part !== undefined && pattern.test(norm(part.segment.text.slice(0, 60)).text);
  return begins(obstacles)(segments[at]) && segments.slice(Math.max(0, at - 6), at).some(begins(strengths));
}

const obstacles = /^[^\p{L}]*(?:\d[.)]\s*)?อุปสรรค(?!ต่อ|ใน|ของ|การ)/u;

const strengths = /^[^\p{L}]*(?:\d[.)]\s*)?(?:จุดแข็ง|จุดอ่อน|โอกาส(?!ใน)|strength|weakness|opportunit)/iu;

/** A heading's second part (ข้อค้นพบและข้อเสนอแนะ); obstacles so named may be those of an analysis (โอกาสและอุปสรรค). */
export function joins(heading: string, from: number, to: number): boolean {
  const [before, term] = [heading.slice(0, from), heading.slice(from, to)].map((part) => norm(part).text);
  return (
    heading.length <= 90 &&
    /(?:และ|หรือ)\s*$/u.test(before!) &&
    /^\s*(?:ข้อเสนอ|ข้อสังเกต|ข้อควร|แนวทาง|สิ่งที่|จุดที่|เรื่องที่|ประเด็นที่|โอกาส)/u.test(term!)
  );
}

/** In running text (a PDF joins lines to paragraphs): set off by spaces, and going on to say what they are. */
export function standsOut(text: string, from: number, to: number): boolean {
  const after = text.slice(to);
  const said = norm(after.slice(0, 40)).text.trimStart();
  // Told in a sentence (พบปัญหาคือ…, จึงเห็นควรเพิ่ม…).
  const before = norm(text.slice(Math.max(0, from - 20), from)).text;
  if (/(?:^|\s|จึง|และ|ทั้งนี้)(?:พบ|ประสบ)$/u.test(before) && /^(?:คือ|ได้แก่|ว่า|เรื่อง|ด้าน|จาก)/u.test(said)) return true;
  if (/(?:ว่า|โดย|ซึ่ง)$/u.test(before) && /^(?:สำคัญ|หลัก)?\s*(?:คือ|ได้แก่|ดังนี้)/u.test(said)) return true;
  if (/(?:จึง|และ|ทั้งนี้|แต่)\s*$/u.test(before) && /^เห็น/u.test(norm(text.slice(from, to)).text)) return true;
  // Lines that a PDF sets close together run into each other without a space.
  if (/^\s+(?:ควร|เห็นควร)/u.test(after)) return true;
  if (!/[\s.)\]:;•–-]$/u.test(text.slice(0, from))) return false;
  return /^\s*:|^\s*(?:สำคัญ)?\s*(?:คือ|ได้แก่|ดังนี้|มีดังนี้)|^\s+[1๑][.)]/u.test(after);
}
