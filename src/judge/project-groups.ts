// Programmes that are not called so: a plan sets its projects under headings of its own, each over a table or list of them. Pure.
import type { Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Groups from which they order the plan. */
const fewest = 2;
/** Letters of a group's name. */
const [shortest, longest] = [5, 90];

/** Segments of the lines that stand right over tables with projects, if at least two differ. */
export function projectGroups(unit: Unit): number[] {
  const named = new Set(unit.records.map(({ segment }) => segment));
  const texts = unit.page.text.segments;
  const groups = new Map<string, number>();
  for (const { index, segment } of unit.segments) {
    const band = segment.kind === 'row' && isBand(segment) && !named.has(index) && named.has(index + 1);
    if (
      (segment.kind === 'row' && !band) ||
      segment.kind === 'title' ||
      index === unit.titleSegment ||
      unit.linked.has(index)
    )
      continue;
    const { text } = norm(segment.text);
    if (text.length < shortest || text.length > longest || notGroup.test(text) || said.test(text)) continue;
    // Right over a table, of whose rows one names a project; or a heading over a project's line.
    let at = index + 1;
    let holds = band || (segment.kind === 'heading' && !named.has(index) && named.has(at));
    for (; texts[at]?.kind === 'row'; at++) holds ||= named.has(at);
    if (holds && !groups.has(text)) groups.set(text, index);
  }
  return groups.size >= fewest ? [...groups.values()] : [];
}

/** A row that says one thing, over some of a table's rows. */
const isBand = ({ cells }: Segment): boolean => cells?.filter((cell) => cell.trim() !== '').length === 1;

/**
 * Over the match form. What else tables are set apart by: years and months, money and its sources, who does the work, where, a
 * part of the document, a project with its activities, a table that goes on.
 */
const notGroup =
  /^[\s\-–—•*()[\]0-9.:]*(?:(?:งาน|กิจกรรม)?(?:ของ|ใน)(?:กอง|สำนัก|ฝ่าย|กลุ่ม|ศูนย์|หน่วย|แผนก|ส่วน)|ปี|เดือน|ไตรมาส|รอบ|ภาคเรียน|ครั้งที่|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรก[ฎฏ]า|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|งบ|เงิน|แหล่ง|หมวด|ค่า|กอง|สำนัก|ฝ่าย|กลุ่ม|ศูนย์|หน่วย|แผนก|ส่วน|ตำบล|อำเภอ|จังหวัด|หมู่|บ้าน|เทศบาล|องค์การ|องค์กร|โรงเรียน|โรงพยาบาล|วิทยาลัย|มหาวิทยาลัย|ตาราง|ภาคผนวก|หน้า|บท|เอกสาร|แบบ|บัญชี|รายละเอียด|รายการ|สรุป|รวม|รายงาน|ผล|แผน|ประกาศ|คำสั่ง|โครงการ|กิจกรรม|ต่อ|ข้อมูล|หมายเหตุ|วันที่|การติดตาม|การกำกับ|ใคร|กลไก|ปฏิทิน|จัดซื้อ|จัดจ้าง|ครุภัณฑ์|ที่ดิน|month|quarter|table|page|total|budget|appendix|department|division|office|year|fy|q\d)/u;
/** A sentence over a table. */
const said = /ดังนี้|ดังต่อไปนี้|ดังตาราง|บาท|\b25\d\d\b|ปีงบ/u;
