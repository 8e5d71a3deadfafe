// The pieces of work that running text tells of one after the other: each under a heading of its own, in a line or an item of its own,
// as a question and its answer, as what one speaker asks and the other tells. Pure.
import { fullMonthSource } from '../text/thai-months.ts';
import type { Lexicon } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import { mark, plainOf, type ToldFacts, toldFacts } from './told-line.ts';
import type { Line } from './unit-lines.ts';

export interface ToldWork extends ProjectRecord {
  readonly judged: boolean;
}

export interface ToldByLine {
  readonly works: readonly ToldWork[];
  /** Place of the first line that tells of one, and of the last. */
  readonly from: number;
  readonly last: number;
}

/** Lines under one heading, from which they are more than what is told of one piece of work; headings that make it the manner. */
const [mostUnder, fewestCards] = [5, 3];
const [longestName, shortestName] = [120, 4];
const longestTelling = 900;
/** Share of the lines from the first to the last that tell of work. */
const dense = 0.3;

interface Told {
  readonly name: string;
  readonly at: number;
  readonly segment: number;
  readonly texts: readonly string[];
}

export function toldByLine(lexicon: Lexicon, given: readonly Line[]): ToldByLine | undefined {
  const lines = given.filter(({ segment }) => segment.kind !== 'title' && segment.kind !== 'row');
  for (const read of [cards, dialogue, oneByOne]) {
    const found = asWorks(lexicon, read(lines));
    if (found !== undefined) return found;
  }
  return undefined;
}

function asWorks(lexicon: Lexicon, told: readonly Told[]): ToldByLine | undefined {
  const works = new Map<string, ToldWork>();
  const places: number[] = [];
  let telling = 0;
  for (const { name, at, segment, texts } of told) {
    if (!isName(lexicon, name)) continue;
    const facts = factsIn(texts);
    if (facts === undefined) continue;
    const key = projectKey(name);
    if (works.has(key)) continue;
    works.set(key, { name, segment, fields: fieldsOf(name, facts), judged: facts.judged });
    places.push(at);
    if (facts.past && (facts.progress !== undefined || facts.result !== undefined)) telling += 1;
  }
  if (telling < fewestCards || telling * 2 < works.size) return undefined;
  const [from, last] = [Math.min(...places), Math.max(...places)];
  return { works: [...works.values()], from, last };
}

/** What is told of one piece of work in several lines is told of it as a whole; a PDF breaks a sentence where its line ends. */
function factsIn(texts: readonly string[]): ToldFacts | undefined {
  const plain = texts.map(plainOf);
  const all = [...plain, plain.join(' ')].flatMap((text) => toldFacts(text) ?? []);
  if (all.length === 0) return undefined;
  const first = <T>(read: (facts: ToldFacts) => T | undefined): T | undefined =>
    all.map(read).find((value) => value !== undefined);
  return {
    progress: first(({ progress }) => progress),
    result: first(({ result }) => result),
    budget: first(({ budget }) => budget),
    spent: first(({ spent }) => spent),
    judged: all.some(({ judged }) => judged),
    past: all.some(({ past }) => past),
    first: 0,
  };
}

function fieldsOf(name: string, facts: ToldFacts): Map<ColumnId, string> {
  const fields = new Map<ColumnId, string>([['project', name]]);
  for (const id of ['progress', 'result', 'budget', 'spent'] as const) {
    const value = facts[id];
    if (value !== undefined) fields.set(id, value);
  }
  return fields;
}

/** A heading, or a short line that tells nothing itself, and under it the few lines that tell of it. */
function cards(lines: readonly Line[]): Told[] {
  const found: Told[] = [];
  for (const [at, { index, segment }] of lines.entries()) {
    if (segment.kind !== 'heading' || segment.text.length > longestName) continue;
    // The only heading of its level is that of the whole.
    if (ofLevel(lines, segment.level) < fewestCards) continue;
    const next = lines.findIndex((line, place) => place > at && line.segment.kind === 'heading');
    const under = lines.slice(at + 1, next < 0 ? Math.min(lines.length, at + 1 + mostUnder) : next);
    if (under.length === 0 || under.length > mostUnder) continue;
    const own = segment.text.trim();
    const texts = under.map((line) => line.segment.text).filter((text) => text.length <= longestTelling);
    // On a time line the heading says when and how far, and the line under it of what.
    const stated = ofTime.test(own);
    const name = stated ? nameOf(texts[0] ?? '') : nameIn(own);
    found.push({ name, at, segment: lines[at + 1]!.index ?? index, texts: [own, ...texts] });
  }
  return found.length < fewestCards ? [] : found;
}

const ofLevel = (lines: readonly Line[], level: number | undefined): number =>
  lines.filter(({ segment }) => segment.kind === 'heading' && segment.level === level).length;

/** A month alone, or with a mark or a word on how far that is. */
const ofTime = new RegExp(`^[^\\p{L}]*(?:${fullMonthSource}|ไตรมาส)`, 'u');

/** One asks, by the name of the work, and the other tells: the same two words head the lines in turn. */
function dialogue(lines: readonly Line[]): Told[] {
  const heads = lines.map(({ segment }) => speaker.exec(segment.text)?.[1]);
  const count = (word: string): number => heads.filter((head) => head === word).length;
  const often = [...new Set(heads.filter((head) => head !== undefined))].filter((word) => count(word) >= fewestCards);
  const turns = heads.flatMap((head, at) => (head !== undefined && often.includes(head) ? [at] : []));
  const found: Told[] = [];
  for (const [place, at] of turns.entries()) {
    const [asks, end] = [heads[at]!, turns[place + 1]];
    if (end === undefined || heads[end] === asks || end - at > 2) continue;
    const stop = turns[place + 2] ?? lines.length;
    const name = nameIn(lines[at]!.segment.text.slice(asks.length));
    const texts = lines.slice(end, Math.min(stop, end + 4)).map(({ segment }) => segment.text);
    const answer = texts.map((text, line) => (line === 0 ? text.slice(heads[end]!.length) : text));
    found.push({ name, at, segment: lines[end]!.index, texts: answer });
  }
  return found;
}
const speaker = /^\s*([ก-๎.]{2,16})(?=[\s:：])/u;

/** Each in a line of its own, or several in one, set apart by dots. */
function oneByOne(lines: readonly Line[]): Told[] {
  const found: Told[] = [];
  const telling = new Set<number>();
  const alone = (level: number | undefined): boolean => ofLevel(lines, level) < fewestCards;
  for (const [at, { index, segment }] of lines.entries()) {
    if (segment.kind === 'heading' && (segment.text.length > longestName || alone(segment.level))) continue;
    for (const part of segment.text.split(apart)) {
      if (part.length > longestTelling) continue;
      const name = nameOf(part);
      if (name === '' || toldFacts(plainOf(part)) === undefined) continue;
      telling.add(at);
      found.push({ name, at, segment: index, texts: [part] });
    }
  }
  const [first, last] = [Math.min(...telling), Math.max(...telling)];
  return telling.size < dense * (last - first + 1) ? [] : found;
}
const apart = /\s[·•|]\s/u;

/** What stands before the first fact. */
function nameOf(text: string): string {
  const plain = plainOf(text);
  const bare = plain.replace(mark, '').replace(ordinal, '').replace(numbered, '');
  const facts = toldFacts(bare);
  const head = bare.slice(0, facts?.first ?? longestName);
  // The clause that tells it begins with a word of its own (โรงเรือนเห็ด หลังคาขึ้นครบ).
  return nameIn(clause.exec(head)?.[1] ?? head);
}

const clause = /^(.{8,}) [ก-๎]{2,16}$/u;

const nameIn = (text: string): string =>
  plainOf(text)
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(questioned, '')
    .replace(ordinal, '')
    .replace(numbered, '')
    .replace(asked, '')
    .replace(/\s(?:ขณะนี้|ตอนนี้|วันนี้|ล่าสุด|ต้นปี|ปีนี้|เรา|ทำ|ตั้งใจ|รับปาก).*$/u, '')
    .replace(/^[\s:：]+|[\s–—:|(/-]+$/gu, '');

/** Which of them it is. */
const ordinal =
  /^\s*(?:และ|ส่วน)?(?:เรื่อง|งาน|ข้อ|อัน|อย่าง|โครงการ|บรรทัด|รูป|ใบ|แฟ้ม|รายการ|จุด)(?:แรก|สุดท้าย|ที่\s?\d{1,2}|ที่\s?(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)|\s?\d{1,2}(?=\s))\s*(?:เขียนว่า|บอกว่า|คือ|ว่า|:)?\s*(?:ที่ว่าจะ)?/u;
const questioned = /^(?:ถาม|ตอบ)(?:ว่า)?[\s:：]+/u;
const numbered = /^\s*\(?\d{1,2}\s*[.)]\s*/u;
const asked =
  /\s?(?:ที่ว่าจะ|ตอนนี้|ขณะนี้)?(?:เปิด|เสร็จ|ครบ|ไป|มา|ทำ|เห็น|มี)*(?:หรือยัง|จริงหรือ(?:เปล่า)?|ถึงไหน(?:แล้ว)?|เป็นอย่างไร(?:บ้าง)?|เมื่อไร|ไหม|หรือเปล่า|เงียบ)\s*$/u;

function isName(lexicon: Lexicon, name: string): boolean {
  return (
    name.length >= shortestName && name.length <= longestName && !notName.test(name) && isProjectName(lexicon, name)
  );
}
/** What is said beside the work: sums of it, of the paper, of what is to be done, of people. */
const notName =
  /^[^\p{L}]*(?:รวม|ทั้งหมด|สรุป|นับ|ภาพรวม|มองรวม|บวกลบ|ถ้า|หาก|ที่(?:ช้า|ค้าง|สะดุด|ติด|เหลือ)|เรื่องที่|สิ่งที่|ปีหน้า|ปีใหม่|ต่อไป|คราวหน้า|ครั้งหน้า|ขอ(?!ง)|ข่าว|ประกาศ|วันที่|เมื่อ|ปี|เดือน|ใคร|หน้า|พบกัน|จดหมาย|ฉบับ|โทร|ติดต่อ|นาย|นาง|คุณ|ท่าน|สวัสดี|เรียน|ผู้(?!สูง|ป่วย|พิการ|เฒ่า)|คน(?:นับ|เขียน|ตรวจ)|คะแนน|เสียง(?:จาก|ผู้)|ร้อยละ|บทพูด|ผู้อ่าน|อำเภอ|ตำบล|หมู่(?:ที่| ?\d|บ้าน$)|เขต|ภาค|จังหวัด|คุ้ม|กระดาน|ตาราง|เกิน|ครึ่ง|รอบนี้|ถาม|ทำไม|คน(?=ได้|ที่|มา)|ถือว่า|เป้า|เกิด(?:ขึ้น)?จริง|สำเร็จ|ยุทธ|ผล(?!ิต)|ตัวชี้วัด|งบ|รายรับ|รายจ่าย|จำนวน|ครบ|ถึง|ใกล้|ยัง(?=[ก-ฮเ-ไ])|แผน(?!ที่)|เงิน|\d)|กี่|เท่าไ|อะไร|เพราะ|ทำไม/u;
