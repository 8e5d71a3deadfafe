// Columns that tell how it stands with a project's papers, and not with its work: whether the form was handed in, the record
// published, the folder complete; or what sort of project it is. Pure.
import { norm } from './lexicon.ts';
import { filledCells, type TableHead } from './table-head.ts';

type Rows = readonly (readonly string[])[];

/** States that are all of one sort, and not of the work, are no progress. */
export function dropStatesOfPapers(head: TableHead, rows: Rows): void {
  for (const [at, ids] of head.columns) {
    if (!ids.has('progress') && !ids.has('result')) continue;
    const heading = (head.headings.get(at) ?? []).join(' ');
    if (isOfPapers(heading, filledCells(rows, at)))
      head.columns.set(at, new Set([...ids].filter((id) => id !== 'progress' && id !== 'result')));
  }
}

/** What stands in the column is of the record or the paper, by its own words, or under a heading that names a paper. */
export function isOfPapers(heading: string, cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  const texts = cells.map((cell) => norm(cell).text);
  const all = (sort: RegExp): boolean => texts.every((text) => sort.test(text));
  return all(kindOfProject) || all(ofPublishing) || all(handedIn) || (paper.test(norm(heading).text) && all(ofPaper));
}

/** Over the match form, as all that follow: what sort of project it is (โครงการใหม่, โครงการต่อเนื่อง). */
const kindOfProject =
  /^\s*(?:โครงการ|งาน)?\s*(?:ใหม่|ต่อเนื่อง|เดิม|ประจำ|ปกติ|ผูกพัน|ยุทธศาสตร์|พื้นฐาน|new|ongoing|continuing)(?:\s*\([^)]*\))?\s*$/u;
/** Of the record, and not of what it is on: published, a draft, to be looked over (เผยแพร่, ฉบับร่าง, ใช้งาน). */
const ofPublishing =
  /^\s*(?:ยัง)?(?:ไม่|รอ|พร้อม|กำลัง|อยู่ระหว่าง)?(?:ได้)?(?:การ)?(?:เผยแพร่(?:แล้ว)?|เปิดเผย(?:แล้ว)?|ปกปิด|ร่าง|ฉบับร่าง|ฉบับจริง|แบบร่าง|สาธารณะ|ส่วนตัว|เปิดใช้งาน|ปิดใช้งาน|ใช้งาน|ตรวจทาน|ตรวจสอบข้อมูล|นำเข้า(?:ข้อมูล|แล้ว)*|บันทึก(?:ข้อมูล|แล้ว)*|ปรับปรุงข้อมูล|published|unpublished|draft|public|private|active|inactive|archived|open data)\s*$/u;
/** Sent to whoever gathers it, or not; what is handed over when the work is done (ส่งมอบ) is the work. */
const handedIn =
  /^[^\p{L}]*(?:ยัง)?(?:ไม่|รอ|กำลัง)?(?:ได้)?(?:รับ)?(?:การ)?(?:นำ|จัด)?ส่ง(?!มอบ|เสริม|งวด|งาน|น้ำ|ต่อ|นักเรียน|คน|ผู้)(?:แบบ|รายงาน|เอกสาร|ข้อมูล|แล้ว|ครบ|ทัน|ช้า|ล่าช้า|เกินกำหนด|ตาม|$|\s)/u;
/** A paper's name as heading, or that it was handed in. */
const paper =
  /^[^\p{L}]*(?:สถานะ|การ|วันที่)?(?:ส่ง|จัดส่ง|นำส่ง|ยื่น|รับ)?(?:แบบ(?!ก่อสร้าง|แปลน|บ้าน)|รายงาน|เอกสาร|แฟ้ม|ไฟล์|รูปเล่ม|เล่ม|หลักฐาน)/u;
/** There it is, whole or not, or it is waited for. */
const ofPaper =
  /^[^\p{L}]*(?:(?:ยัง)?(?:ไม่|รอ)?(?:ได้)?(?:รับ|ส่ง|นำส่ง|จัดส่ง|ยื่น|ตรวจ)(?!มอบ|งาน|เหมา)|(?:ไม่)?ครบ|(?:ยัง)?ขาด|(?:ยัง)?(?:ไม่)?มี(?:แล้ว|$|\s)|(?:ไม่)?สมบูรณ์|(?:ไม่)?ถูกต้อง|ให้แก้|ตีกลับ|ส่งคืน)[^\n]{0,30}$/u;
