// Where a name in a title begins and ends: at the edges of its clause, after lead words, before words that may follow any
// plan. Pure.
import type { Agency } from '../model/registry.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { begins, inFull, ownNameOf } from './own-name.ts';
import { isMission } from './title-owner.ts';

/** Glued before a report's name, and nothing else than it. */
const aboutReport = ['การ', 'สรุป'] as const;

const conjunction = /^(?:และ|หรือ|กับ|รวม)$/u;
const boundary = /[\s|:;,./()[\]{}"'“”‘’«»<>\-–—•·*#+=>_\u0001📊📋📄📁✅➡️▶►●○■□]/u;

/** A title stands at the start of a clause, or after lead words that do; elsewhere it is a mention. */
export function startsClause(lexicon: Lexicon, text: string, from: number, depth = 0): boolean {
  if (from === 0) return true;
  const before = text.slice(Math.max(0, from - 60), from);
  const tail = norm(before).text.replace(/\s+$/, '');
  // What results are compared with is not published beside them (ผลการดำเนินงานเทียบกับแผน…).
  if (/เทียบ(?:กับ)?$/u.test(tail)) return false;
  // การรายงานผล…, สรุปรายงานผล…: the same report.
  const lead =
    lexicon.leads.find((word) => tail.endsWith(word)) ??
    (depth === 0 && text.startsWith('รายงาน', from) ? aboutReport.find((word) => tail.endsWith(word)) : undefined);
  // "…and the annual plan" is a title in a label, and a mere mention in running text.
  if (lead !== undefined && depth < 4) {
    if (conjunction.test(lead)) return titleOf(text, from).length <= 90 && !ofPersons.test(clauseBefore(text, from));
    return startsClause(lexicon, text, from - leadLength(before, lead), depth + 1);
  }
  const last = before.replace(/(?:[\u00AD\u2060\uFEFF]|[\u200B-\u200D])+$/u, '').at(-1) ?? '';
  if (!(boundary.test(last) || /[0-9๐-๙]/.test(last) || !/[\u0E00-\u0E7F]/.test(last))) return false;
  // A line of one word (a sheet's name) over the title.
  if (last === '\n' && /(?:^|\n)(?:การ|ระบบ|ผล)*ติดตาม$/u.test(tail)) return true;
  // A space does not end a clause whose last word asks for an object (ตาม แผน…, จัดทำ แผน…).
  return !/(?:ตาม|จัดทำ|การทำ|ทำ|ทบทวน|ปรับปรุง|ขับเคลื่อน|เห็นชอบ|พิจารณา|ชี้แจง|ภายใต้|อนุมัติ|สนับสนุน|รองรับ|จาก|ของ|กับ|ต่อ|ใน|โดย|เพื่อ|สู่|ถ่ายทอด|วิเคราะห์|แปลง|ยกร่าง|ร่าง|งาน|ฝ่าย|กอง|กลุ่ม)$/.test(
    tail,
  );
}

/** An order's, a meeting's, a proposal's words: the plan after "and" is what they are about (…ผู้กำกับติดตามตัวชี้วัดและแผนปฏิบัติราชการ). */
const ofPersons = /คำสั่ง|แต่งตั้ง|มอบหมาย|แบบเสนอ|ผู้กำกับ|ผู้รับผิดชอบ|คณะกรรมการ|คณะทำงาน|ประชุม|อบรม|สัมมนา|หน้าที่|ตามตัวชี้วัด/u;

/** The first line, for a plan's name in it: a document's own title, whatever comes under it. Else all of it. */
function titleOf(text: string, at: number): string {
  const first = text.split('\n', 1)[0]!;
  return at < first.length && text.startsWith('แผน', at) ? first : text;
}

function clauseBefore(text: string, from: number): string {
  const start = Math.max(text.lastIndexOf('|', from), text.lastIndexOf('\n', from)) + 1;
  return norm(text.slice(start, from)).text;
}

/** Letters of the original that the lead word takes at the end of it. */
function leadLength(before: string, lead: string): number {
  for (let length = 1; length <= before.length; length++) {
    const end = norm(before.slice(before.length - length)).text.replace(/\s+$/, '');
    if (end === lead || end.endsWith(lead)) return length;
  }
  return before.length;
}

/** Nothing qualifies the name: the clause ends, or what follows may follow any annual plan. */
export function endsClause(lexicon: Lexicon, text: string, to: number, agency: Pick<Agency, 'name'>): boolean {
  const rest = text.slice(to).replace(/^\s*ของ/u, '');
  const trimmed = rest.replace(/^(?:[\s\u0E46\u0E2F\u00AD\u2060\uFEFF]|[\u200B-\u200D])+/u, '');
  // Subjects that begin like what may follow: a number that is no year (5 ส), a cure that is no amendment.
  if (/^\s*(?:[0-9]\s?ส(?:[\s.]|$|ประจำ|ปี)|แก้ไขปัญหา)/u.test(norm(trimmed.slice(0, 40)).text)) return false;
  if (trimmed === '' || /^[|:;,./()[\]{}"'“”‘’«»<>\-–—•·*#+0-9๐-๙\n]/u.test(trimmed) || /^\s*\n/.test(rest))
    return true;
  if (!/^[\u0E00-\u0E7F]/u.test(trimmed)) return true;
  // An organisation's abbreviation (กนอ., สทร.).
  if (/^[ก-ฮ]{2,6}\.(?![ก-ฮ])/u.test(trimmed)) return true;
  const n = norm(trimmed.slice(0, 80));
  // A line that lost its break: the text of an order begins.
  if (/^(?:ตามที่|อาศัยอำนาจ|โดยที่|เพื่อให้การ)/u.test(n.text)) return true;
  if (findPhrases(lexicon.tails, n).some((match) => match.start === 0)) return true;
  if (isMission(lexicon, trimmed.slice(0, 80), agency)) return true;
  const name = ownNameOf(agency);
  return name.length >= 4 && (name.includes(n.text.slice(0, 10)) || begins(inFull(n.text), name.slice(0, 12)));
}
