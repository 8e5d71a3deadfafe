// What a note beside a table says that one of its columns holds (ช่อง “ผล” คือผลผลิตที่จะส่งมอบ), where its heading alone would be
// read as something else. Pure.
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { IndexedSegment } from './records.ts';
import type { TableHead } from './table-head.ts';

/** What is meant to be, money paid, or how far it has come to be published. */
type Meaning = 'to-come' | 'paid' | 'publication';

/** By the heading of the column, in match form. */
export type ColumnNotes = ReadonlyMap<string, Meaning>;

/** Longer lines explain no column. */
const longest = 300;

export function columnNotes(segments: readonly IndexedSegment[]): ColumnNotes {
  const notes = new Map<string, Meaning>();
  for (const { segment } of segments) {
    if (segment.kind === 'row' || segment.text.length > longest) continue;
    const { text } = norm(segment.text);
    for (const form of forms) {
      const { name, said } = form.exec(text)?.groups ?? {};
      const meaning = said === undefined ? undefined : meaningOf(said);
      if (name !== undefined && meaning !== undefined) notes.set(name.trim(), meaning);
    }
  }
  return notes;
}

/** Over the match form, as all that follow: by the word for a column, in quotes, or at the beginning of the line. */
const says = String.raw`\s*(?:ยัง)?(?:คือ|หมายถึง|หมายความว่า|เป็น|แสดง|:|=)\s*(?<said>[^\n]{3,})`;
const forms = [
  String.raw`(?:ช่อง|คอลัมน์|คอลัมภ์|สดมภ์|column)\s*["'(]*(?<name>[^"'()\n]{1,40}?)["')]*${says}`,
  String.raw`["'](?<name>[^"'\n]{1,40})["']${says}`,
  String.raw`^(?:หมายเหตุ)?[^\p{L}]*(?<name>[^"'()\n:=]{1,40}?)\s*(?:หมายถึง|หมายความว่า|=)\s*(?<said>[^\n]{3,})`,
].map((form) => new RegExp(form, 'u'));

function meaningOf(said: string): Meaning | undefined {
  const begin = said.slice(0, lettersToMean);
  if (published.test(begin)) return 'publication';
  if (paid.test(begin)) return 'paid';
  return toCome.test(begin) && !happened.test(begin) ? 'to-come' : undefined;
}
/** What comes later is said of something else. */
const lettersToMean = 60;
const toCome =
  /ที่(?:จะ|ต้อง(?!การ)|คาด|หวัง|ตั้งใจ|ตั้งเป้า|วางแผน)|คาด(?:ว่า|หวัง|การณ์)|ประมาณการ|พยากรณ์|^(?:ค่า|ตัวเลข|จำนวน)?เป้าหมาย(?!ที่ทำ)|expected|planned|forecast/u;
const happened = /จริง|แล้ว|ได้ทำ|ทำได้|เทียบ|เกิดขึ้น|บรรลุ/u;
const paid = /^(?:จำนวน|ยอด|ยอดรวม)?(?:เงิน|งบประมาณ|งบ|รายจ่าย)(?:ที่)?(?:ได้)?(?:เบิก|จ่าย|ใช้)/u;
const published = /^(?:สถานะ)?(?:ของ)?(?:การ)?(?:เผยแพร่|เปิดเผย|นำเข้าข้อมูล|บันทึกข้อมูล|ข้อมูล|ชุดข้อมูล|ระเบียน)/u;

/** Makes of the columns what the notes say that they hold; whether that of one is what is to come. */
export function applyNotes({ headings, columns }: TableHead, notes: ColumnNotes): boolean {
  let comes = false;
  if (notes.size === 0) return comes;
  for (const [at, parts] of headings) {
    const meaning = notes.get(norm(parts.at(-1) ?? '').text.trim());
    const ids = columns.get(at);
    if (meaning === undefined || ids === undefined || !told.some((id) => ids.has(id))) continue;
    columns.set(at, new Set([...[...ids].filter((id) => !told.includes(id)), ...holds(meaning, ids)]));
    if (meaning === 'paid') givesBesidePaid(headings, columns);
    comes ||= meaning === 'to-come';
  }
  return comes;
}
const told: readonly ColumnId[] = ['result', 'progress', 'spent'];

function holds(meaning: Meaning, ids: ReadonlySet<ColumnId>): readonly ColumnId[] {
  if (meaning === 'paid') return ['spent'];
  if (meaning === 'publication') return [];
  return [ids.has('spent') ? 'budget' : 'target'];
}

/** Beside money paid, a column of what was planned holds the money that was given. */
function givesBesidePaid(headings: TableHead['headings'], columns: TableHead['columns']): void {
  if ([...columns.values()].some((ids) => ids.has('budget'))) return;
  for (const [at, parts] of headings)
    if (/^(?:ตาม)?แผน$/u.test(norm(parts.at(-1) ?? '').text.trim())) columns.set(at, new Set(['budget']));
}
