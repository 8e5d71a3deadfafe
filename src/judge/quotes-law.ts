// Pages called the mechanism for following the plan, or the order to publish it, that only quote what the law wants of every office, or praise
// following up: who here does it, when, or through what stands nowhere in them. Pure.
import { norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Letters from which a page would have come to say who does it. */
const longest = 2500;
/** Rows of a table that may be a calendar or a committee. */
const fewestRows = 2;

export function onlyQuotesLaw({ agency }: Pick<Survey, 'agency'>, unit: Unit): boolean {
  const hit = unit.classes.get('monitoring-mechanism') ?? unit.classes.get('disclosure-order');
  if (hit === undefined || unit.classes.has('annual-plan') || unit.letters > longest || unit.records.length > 0)
    return false;
  const lines = linesOf(unit).filter(({ index }) => index !== unit.titleSegment);
  if (lines.filter(({ segment }) => segment.kind === 'row').length >= fewestRows || lines.length === 0) return false;
  const name = ownNameOf(agency);
  const title = norm(unit.own?.text ?? '').text;
  if (ofHere.test(title) || dated.test(title)) return false;
  const own = lines.map(({ text }) => text).filter((text) => !isQuoted(text, name));
  // An order's own words need say neither who nor when.
  if (!unit.classes.has('monitoring-mechanism')) return own.length === 0;
  return (own.length < lines.length || own.some((text) => praise.test(text))) && !own.some((text) => says.test(text));
}

/** A line of the law, that is not said of this office or to lead to what is done here. */
const isQuoted = (text: string, name: string): boolean =>
  law.test(text) && !ofHere.test(text) && !(name.length >= 6 && text.includes(name));

/** Over the match form, as all that follow. */
const law =
  /พระราช(?:บัญญัติ|กฤษฏีกา|กำหนด)|พ\.\s?ร\.\s?[บฏก]\.|รัฐธรรมนูญ|กฏกระทรวง|ว่าด้วย(?:หลักเกณฑ์|การ|วิธี)|(?:ระเบียบ|ประกาศ|หลักเกณฑ์|หนังสือ(?:สั่งการ)?)(?:ของ)?(?:กระทรวง|สำนักนายก|กรม|คณะกรรมการ|สำนักงาน ?ก\.)|มติคณะรัฐมนตรี|^[^\p{L}]*(?:มาตรา|หมวด|ข้อ) ?\d{1,3}(?!\d| ?\/)[^\n]{0,30}?(?:ให้|ต้อง|กำหนด|ส่วนราชการ|หน่วยงาน|ผู้|คณะ)/u;
/** It was done here, on the strength of the law. */
const ofHere =
  /จึง|ดัง(?:ต่อไป)?นี้|คำสั่ง[^\n]{0,40}?ที่ ?\d|ได้(?:มีการ)?(?:แต่งตั้ง|มอบหมาย|กำหนด|จัดตั้ง|วาง)|(?:ของ|โดย)(?:เรา|หน่วยงานนี้)|สำนักงาน(?:ฯ|ได้|มี|จะ)|(?:วิทยาลัย|โรงเรียน|โรงพยาบาล|อำเภอ|เทศบาล|สถาบัน|คณะ|ศูนย์|ศาล|อบ[ตจ]\.?)(?:ฯ|ได้|มี|จะ|ใช้)/u;
/** A title of a paper's own. */
const dated = /ลงวันที่|ที่ ?\d{1,4} ?\/ ?25\d\d/u;
/** What following up is good for, everywhere. */
const praise =
  /ธรรมาภิบาล|บ้านเมืองที่ดี|โปร่งใส|ตรวจสอบได้|คุ้มค่า|อย่างมีประสิทธิ|เป็น(?:ส่วน|กระบวนการ|เครื่องมือ|หัวใจ|กลไก)(?:หนึ่ง|ที่)?สำคัญ|นำไปสู่|ช่วยให้/u;
/** Who follows it, how often, through what, or in which steps. */
const says =
  /(?:คณะ(?:กรรมการ|ทำงาน|อนุ)|ที่ประชุม|ประชุม|ผู้(?:บริหาร|อำนวยการ|รับผิดชอบ|ว่าราชการ|จัดการ|ช่วย|กำกับ|ตรวจ|พิพากษา)|ผอ|หัวหน้า|นายก|นายอำเภอ|ปลัด|รอง|เลขา|กอง(?!ทุน)|ฝ่าย|กลุ่ม|แผนก|สำนัก|งาน(?:แผน|นโยบาย|วิเคราะห์|ยุทธ|ธุรการ)|เจ้าหน้าที่|คุณ[ก-ฮเ-ไ]|นาย|นาง|ครู|อาจารย์|ทีม|เจ้าของ(?:โครงการ|งาน))|ทุก|ไตรมาส|เดือน|สัปดาห์|รอบ|ปีละ|ครั้ง|วันที่|ปฏิทิน|สิ้นปี|ระบบ(?!การ|ประเมิน|ราชการ|บริหาร)|แบบ(?:ติดตาม|รายงาน|ฟอร์ม)|e-?mens|menscr|google|line|ไลน์|เว็บ|โปรแกรม|excel|แดชบอร์ด|dashboard|ขั้นตอน|ขั้น ?ที่|^[^\p{L}]*\d[.)]|monthly|quarter|committee|every/iu;
