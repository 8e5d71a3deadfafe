// Lists of papers that a page says are not on the web (ยังไม่ได้นำขึ้นเว็บ มาขอดูได้ที่เคาน์เตอร์): what is named in them is named, with nothing
// to click, and is no title of what stands under it. Pure.
import type { DocumentText, Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';

/** Segments of a page that such lists name; those that hold a link are on the web after all. */
export function offWeb(text: DocumentText): ReadonlySet<number> {
  let found = known.get(text);
  if (found === undefined) {
    found = text.media === 'html' ? read(text) : none;
    known.set(text, found);
  }
  return found;
}
const known = new WeakMap<DocumentText, ReadonlySet<number>>();
const none: ReadonlySet<number> = new Set();

function read({ segments, links }: DocumentText): ReadonlySet<number> {
  const found = new Set<number>();
  let open = false;
  for (const [index, segment] of segments.entries()) {
    if (isNamed(segment)) {
      if (open) found.add(index);
    } else open = segment.region === 'main' && segment.text.length <= longest && says.test(norm(segment.text).text);
  }
  for (const { segment } of links) if (segment !== undefined) found.delete(segment);
  return found;
}
const isNamed = ({ kind, header }: Segment): boolean => kind === 'item' || (kind === 'row' && header !== true);
const longest = 200;

/** Over the match form: not put up, or to be seen where they are kept. */
const says = new RegExp(
  [
    '(?:ไม่|มิ)(?:ได้)?(?:มี)?(?:นำ|เอา|ถูก)?(?:ขึ้น|ลง|เผยแพร่|อัปโหลด|อัพโหลด|แขวน|โพสต์|แนบ|มี|อยู่)(?:ไว้|ไฟล์|เอกสาร)*(?:ใน|บน|ทาง|ที่|เป็น)?(?:หน้า)?(?:เว็บ|ไฟล์|ออนไลน์|อินเท[อร์]*เน็ต|ระบบ)',
    '(?:ขอ|เปิด|ตรวจ|เข้า|มา)*(?:ดู|อ่าน|ยืม|คัดสำเนา|ถ่ายสำเนา|รับ(?:เล่ม|เอกสาร|สำเนา))(?:เล่ม|ฉบับ|เอกสาร|จริง)*(?:ได้)?(?:ที่|ณ)(?:เคาน์เตอร์|โต๊ะ|ห้อง(?!เรียน)|ชั้น|สำนักงาน|ที่ทำการ|ฝ่าย|งาน|กลุ่ม|กอง|ศูนย์)',
  ].join('|'),
  'u',
);
