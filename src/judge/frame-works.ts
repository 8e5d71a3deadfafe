// Works as they stand under the frame of a year's work (years-frame.ts), in whatever form: rows of any heads read by their values,
// cards and questions under headings, captions and sentences, each with its money, its time or who does it. What makes them works is
// the frame; what makes them planned is that nothing is told as done. Pure.
import { findAmounts } from '../text/amount.ts';
import { namesMonth } from '../text/thai-months.ts';
import { isValue, lettersIn } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { wholes } from './project-cards.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment, ProjectRecord } from './records.ts';
import type { Unit } from './unit.ts';

/** Cards from which that is the form, lines of one at most, letters of a line and of a name. */
const [fewestCards, mostLines, longestLine, longestName] = [3, 7, 700, 110];
/** Share of a column's cells that make it one of money, time or names. */
const most = 0.6;
/** Less is no work's money. */
const leastBaht = 500;

/** The works below a segment. Of those that are told as done nothing is read, and what they tell is `told`. */
export function frameWorks(
  lexicon: Lexicon,
  { segments, linked }: Pick<Unit, 'segments' | 'linked'>,
  below: number,
): { readonly records: readonly ProjectRecord[]; readonly told: number } {
  const parts = segments.filter(({ index }) => index > below && !linked.has(index));
  const found = new Map<string, ProjectRecord>();
  let told = 0;
  const put = (name: string, facts: Map<ColumnId, string>, segment: number): void => {
    if (!isName(lexicon, name) || facts.size === 0) return;
    const key = norm(name).text;
    if (!found.has(key)) found.set(key, { name, segment, fields: new Map([['project', name], ...facts]) });
  };
  for (const rows of tablesOf(parts)) {
    const before = found.size;
    const inCells = tellsInCells(lexicon, rows);
    const done = inCells ? 0 : readTable(rows, put);
    told += done;
    if (inCells || (done === 0 && found.size === before))
      for (const { work, when, index } of worksInCells(rows)) {
        if (tellsDone.test(norm(work).text)) told += 1;
        else put(nameOfLine(work), factsIn(isTime(work) ? work : `${work} ${when}`), index);
      }
  }
  for (const { name, index, lines } of piecesOf(lexicon, parts)) {
    const text = lines.join(' ');
    if (tellsDone.test(norm(text).text)) told += 1;
    else put(name, factsIn(text), index);
  }
  return { records: [...found.values()], told };
}

type Put = (name: string, facts: Map<ColumnId, string>, segment: number) => void;

/** Rows of each table: a table of text goes on over a page's end, with its heads again. */
const tablesOf = (parts: readonly IndexedSegment[]): readonly (readonly IndexedSegment[])[] => [
  ...Map.groupBy(
    parts.filter(({ segment }) => segment.kind === 'row'),
    ({ segment: { locator } }) => `${locator.entry ?? ''}/${locator.sheet ?? ''}/${locator.table ?? ''}`,
  ).values(),
];

/** Reads a table by its values, and says how many of its rows tell what was done. */
function readTable(rows: readonly IndexedSegment[], put: Put): number {
  const heads = (rows[0]?.segment.cells ?? []).map((cell) => norm(cell).text);
  const body = rows
    .slice(1)
    .filter(({ segment }) => (segment.cells ?? []).filter((cell) => cell.trim() !== '').length > 1);
  if (body.length === 0 || heads.length < 2) return 0;
  const cellsAt = (at: number): string[] =>
    body.map(({ segment }) => segment.cells?.[at]?.trim() ?? '').filter(Boolean);
  const share = (at: number, is: (cell: string) => boolean): number => {
    const cells = cellsAt(at);
    return cells.length * 2 < body.length ? 0 : cells.filter(is).length / cells.length;
  };
  const columns = heads.map((head, at): ColumnId | 'done' | undefined => {
    if (doneHead.test(head)) return cellsAt(at).length > 0 ? 'done' : undefined;
    if (share(at, (cell) => isMoneyIn(cell, moneyHead.test(head))) >= most) return 'budget';
    if (share(at, isTime) >= most) return 'period';
    if (ownerHead.test(head) || share(at, isOwner) >= most) return 'owner';
    return undefined;
  });
  if (columns.includes('done')) return body.length;
  const name = heads.findIndex(
    (_, at) =>
      columns[at] === undefined &&
      share(at, (cell) => lettersIn(cell) >= 5 && !isValue(cell)) >= most &&
      new Set(cellsAt(at)).size * 2 > cellsAt(at).length,
  );
  if (name < 0) return 0;
  for (const { index, segment } of body) {
    const facts = new Map<ColumnId, string>();
    for (const [at, id] of columns.entries()) {
      const cell = segment.cells?.[at]?.trim() ?? '';
      if (id === undefined || id === 'done' || cell === '' || facts.has(id)) continue;
      if (id !== 'budget' || isMoneyIn(cell, true)) facts.set(id, cell);
    }
    put(segment.cells?.[name]?.trim() ?? '', facts, index);
  }
  return 0;
}

/** Side by side in most of its rows cells name a work and its money. */
function tellsInCells(lexicon: Lexicon, rows: readonly IndexedSegment[]): boolean {
  const telling = rows.filter(({ segment: { cells = [] } }) => {
    const works = cells.filter(
      (cell) => cell.length <= longestLine && tellsMoney(cell) && isName(lexicon, nameOfLine(cell)),
    );
    return works.length > 1;
  });
  return rows.length >= fewestCards && telling.length >= rows.length * most;
}

/** A calendar's or a timetable's cells each tell of works, one after the other, and its first column when or to what end. */
function worksInCells(
  rows: readonly IndexedSegment[],
): readonly { readonly work: string; readonly when: string; readonly index: number }[] {
  return rows.flatMap(({ index, segment: { cells = [] } }) => {
    const [first = '', ...rest] = cells.map((cell) => cell.trim());
    const when = isTime(first) && first.length <= longestWhen ? first : '';
    return rest
      .filter((cell) => cell.length <= longestLine && tellsMoney(cell) && lettersIn(cell) >= 8)
      .flatMap((cell) => inTurn(cell).map((work) => ({ work, when, index })));
  });
}
const longestWhen = 40;
/** What tells no money goes on about the one before. */
function inTurn(cell: string): readonly string[] {
  const works: string[] = [];
  for (const part of cell.split(nextWork)) {
    if (works.length === 0 || tellsMoney(part)) works.push(part);
    else works.push(`${works.pop()} ${part}`);
  }
  return works;
}
/** After the money of one the next begins. */
const nextWork = /(?<=(?:บาท|ล้าน|\.-|ไม่ใช้เงิน)[^\S\n]*)\s(?=[[(•·*\p{L}](?!\.?[ก-ฮ]\.))/u;

interface Piece {
  readonly name: string;
  readonly index: number;
  readonly lines: readonly string[];
}

/** Pieces of work told outside of tables: of a heading over lines that tell of one, or of a line each. */
function piecesOf(lexicon: Lexicon, parts: readonly IndexedSegment[]): readonly Piece[] {
  const blocks: { heading: IndexedSegment | undefined; lines: IndexedSegment[] }[] = [
    { heading: undefined, lines: [] },
  ];
  for (const part of parts) {
    if (part.segment.kind === 'heading') blocks.push({ heading: part, lines: [] });
    else if (part.segment.kind !== 'row' && part.segment.text.length <= longestLine) blocks.at(-1)!.lines.push(part);
  }
  const costed = (lines: readonly IndexedSegment[]) => lines.filter(({ segment }) => tellsMoney(segment.text)).length;
  const headed = blocks.filter(({ heading, lines }) => heading !== undefined && costed(lines) > 0);
  const cards = headed.filter(({ lines }) => costed(lines) === 1 && lines.length <= mostLines);
  const inCards = cards.length >= fewestCards && cards.length * 2 > headed.length;
  return blocks.flatMap(({ heading, lines }): readonly Piece[] => {
    const texts = lines.map(({ segment }) => segment.text);
    if (inCards && heading !== undefined && costed(lines) === 1 && lines.length <= mostLines)
      return [{ name: nameOfCard(lexicon, heading.segment.text, texts), index: heading.index, lines: texts }];
    return lines.flatMap(({ index, segment: { text } }, at): readonly Piece[] => {
      if (!tellsMoney(text) && !(isTime(text) && isOwner(text))) return [];
      const name = nameOfLine(text);
      if (isName(lexicon, name)) return [{ name, index, lines: [text] }];
      // Its facts stand in lines of their own below its name.
      const above = lines
        .slice(Math.max(0, at - mostLines), at)
        .findLastIndex(
          ({ segment: line }) => !tellsMoney(line.text) && !isTime(line.text) && isName(lexicon, nameOfLine(line.text)),
        );
      if (above < 0) return [];
      const own = lines.slice(Math.max(0, at - mostLines) + above, at + 1);
      return [
        { name: nameOfLine(own[0]!.segment.text), index: own[0]!.index, lines: own.map((line) => line.segment.text) },
      ];
    });
  });
}

/** A card's heading, or where that asks a question the name in quotes that is the answer. */
function nameOfCard(lexicon: Lexicon, heading: string, lines: readonly string[]): string {
  const asked = ofQuestion.test(heading) || asks.test(norm(heading).text);
  const quoted = asked ? inQuotes.exec(lines.join(' '))?.[1] : undefined;
  return quoted !== undefined && isName(lexicon, quoted)
    ? quoted
    : heading.replace(ofQuestion, '').replace(bullet, '').trim();
}
const ofQuestion = /^\s*(?:ถาม|คำถาม|q)\s*(?:ที่)?\s*[0-9๐-๙]{0,2}\s*[:.)–—-]\s*/iu;
const asks = /(?:ไหม|เมื่อไร|เมื่อไหร่|อะไร|อย่างไร|ที่ไหน|เท่าไร|เท่าไหร่|หรือ(?:ไม่|ยัง|เปล่า)|\?)[^\p{L}]*$/u;
const inQuotes = /[“"«]([^”"»\n]{4,80})[”"»]/u;

/** What a line tells of, before its money and what is said of it. */
function nameOfLine(text: string): string {
  const line = text
    .replace(/^\s*(?:ตอบ|คำตอบ|a)\s*[:.]\s*/iu, '')
    .replace(bullet, '')
    .replace(sign, '');
  const ahead = /^([^\n]{4,110}?)\s*(?:\s[—–-]\s|:\s|\s?\((?=[^)]*[0-9๐-๙]))/u.exec(line)?.[1];
  if (ahead !== undefined && !tellsMoney(ahead)) return ahead.trim();
  const from = moneyAt(line) ?? line.length;
  const before = line
    .slice(0, from)
    .replace(ofFacts, '')
    .replace(/[\s–—:|(,•·.…-]+$/u, '');
  if (before.length <= longestName) return before.trim();
  const cut = before.lastIndexOf(' ', longestName);
  return before.slice(0, cut > longestName / 2 ? cut : longestName).trim();
}
/** A legend names the sign before it says what that stands for. */
const sign =
  /^(?:รูป|เครื่องหมาย|สัญลักษณ์)?(?:(?:สาม|สี่|ห้า|หก)เหลี่ยม|วงกลม|จุด|กากบาท|ดาว|ธง|สมอ|หมุด|ลูกศร|หัวใจ|เส้น(?:ประ|ทึบ)|สี|หมึก)[ก-๎]{0,10}\s*[:=–—-]\s*/u;
const bullet =
  /^(?:\s*[[【<(][^\])】>\d]{1,16}[\])】>]\s*)?[^\p{L}\d“"]*(?:(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*|[ก-ฮ])\s*[.)]\s*|(?:อย่าง|ข้อ|เรื่อง|งาน|ประการ|อัน|ใบ|ภารกิจ)(?:แรก|สุดท้าย|(?:ที่)?\s*(?:[0-9๐-๙]{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ(?:เอ็ด|สอง|สาม)?))\s*[:.–—-]?\s+)?/u;
/** What follows a name: words for its money, from when on, who does it. */
const ofFacts =
  /\s+(?:(?:ด้วย|ตั้ง|ใช้|กัน|เป็น|จาก)?(?:เงิน|งบ|วงเงิน)[^\n]*|ตั้ง(?:ไว้|เงิน)[^\n]*|ใช้(?:ค่า|เงิน)?|(?:ทำ|เริ่ม|ลงมือ)?(?:ตั้งแต่|ระหว่าง|ภายใน|ช่วง)[^\n]*|ลงทุน|ค่าจ้าง|รวม)\s*$/u;

/** Over the match form: money of the whole, a page's foot. */
const notName = new RegExp(
  `^[^\\p{L}]*(?:${wholes}|ยอด|หมายเหตุ|ลงชื่อ|ผู้|อ่าน|ดู(?!แล)|ติดต่อ|โทร|ที่มา|ถ้า|หาก|ทั้งนี้|โดย|ตาม|ข้อมูล|ปรับปรุง|แผ่นที่|หน้า(?:ที่)?\\d)`,
  'u',
);
const isName = (lexicon: Lexicon, name: string): boolean =>
  name.length <= 160 && lettersIn(name) >= 5 && !notName.test(norm(name).text) && isProjectName(lexicon, name);

function factsIn(text: string): Map<ColumnId, string> {
  const facts = new Map<ColumnId, string>();
  const n = norm(text).text;
  if (tellsMoney(text)) facts.set('budget', moneyIn(text));
  if (isTime(text)) facts.set('period', (time.exec(text)?.[0] ?? text).slice(0, 80));
  const owner = doer.exec(n)?.[0];
  if (owner !== undefined) facts.set('owner', owner);
  return facts;
}

/** Where a line tells money, in its original. */
function moneyAt(text: string): number | undefined {
  const n = norm(text.replace(leaders, (dots) => ' '.repeat(dots.length)));
  const sum = findAmounts(n).find(
    ({ unit, value, start }) =>
      value >= leastBaht &&
      (unit === 'baht' ||
        unit === 'thousand' ||
        unit === 'million' ||
        (unit === 'none' && ofMoney.test(n.text.slice(0, start)))),
  );
  const at = sum?.from ?? spelled.exec(text)?.index;
  return at ?? noMoney.exec(text)?.index;
}
/** Dots that lead from a name to its figure. */
const leaders = /[.…·]{3,}/gu;
const tellsMoney = (text: string): boolean => moneyAt(text) !== undefined;
const moneyIn = (text: string): string =>
  text
    .slice(moneyAt(text) ?? 0)
    .split(/(?<=บาท|ล้าน|ถ้วน)|[\n|;]/u)[0]!
    .slice(0, 60);
/** Over the match form: right before a bare figure. */
const ofMoney = /(?:งบ(?:ประมาณ)?|วงเงิน|เงิน|เป็นเงิน|ใช้|ตั้งไว้|กันไว้|฿|💰)\s*:?\s*$/u;
/** Sums in words, and that none is needed. */
const spelled = /(?:(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด|ครึ่ง|เศษ|กว่า|ร้อย|พัน|หมื่น|แสน|ล้าน)\s?){2,14}(?:บาท|ถ้วน)/u;
const noMoney = /ไม่(?:ต้อง)?(?:ใช้|มี|เสีย)(?:เงิน|งบ|ค่าใช้จ่าย)|ไม่ตั้งงบ/u;

/** A figure alone is money under a head that says so; with its unit it is anywhere. */
const isMoneyIn = (cell: string, headed: boolean): boolean =>
  tellsMoney(cell) ||
  (headed && cell.length <= 30 && isValue(cell) && !cell.includes('%') && Number(cell.replace(/[^\d.]/gu, '')) !== 0);

const isTime = (text: string): boolean => namesMonth(norm(text).text) || time.test(norm(text).text);
const time =
  /(?:ตลอด|ทั้ง)(?:ทั้ง)?ปี|ไตรมาส(?:ที่|ละ)?\s?[1-4๑-๔]?|ภาคเรียน|เทอม|ทุก(?:วัน|เดือน|สัปดาห์|ศุกร์|เสาร์|จันทร์)|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรก[ฎฏ]า|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)[ก-๎]{0,5}\s?[0-9๐-๙]{0,4}|[ก-ฮ][ีิเ]?\.?[ก-ฮ]\.\s?[0-9๐-๙]{2,4}/u;

const isOwner = (text: string): boolean => doer.test(norm(text).text);
/** Over the match form. */
const doer =
  /(?:^|[|(,/])(?:กอง(?!ทุน)|ฝ่าย|แผนก|กลุ่ม|งาน|สำนัก|ส่วน|ศูนย์|ทีม|นาย|นาง|น\.ส\.|ครู|พว\.|พญ\.|นพ\.|ดร\.|คุณ|ว่าที่)[ก-๎.]{2,24}|[ก-๎]{2,24}(?:เป็น(?:เจ้าภาพ|แม่งาน|หัวเรือ|คนทำ|ผู้ทำ|เจ้าของ|ผู้รับผิดชอบ)|รับ(?:ไป|ผิดชอบ|หน้าที่)|ดูแล|คุมงาน|นำทีม)|👷[ก-๎]{2,30}|(?:เจ้าภาพ|เจ้าของงาน|ผู้รับผิดชอบ|คนทำ|ใครทำ|ดูแลโดย|โดย)[:\s]?[ก-๎]{2,30}/u;

/** Heads over the match form: what was set aside, who does it, what came of it. */
const moneyHead = /เงิน|งบ|บาท|ล้าน|ทุน|ค่า|ราคา|กระเป๋า|ใช้(?!แล้ว|ไป)|฿/u;
const ownerHead =
  /ใคร(?:ทำ|เป็น|รับ|ดู|คุม|นำ|$)|คน(?:รับ|ทำ|ดู|คุม|นำ)|ผู้(?:รับ|ทำ|ดู|คุม)|ฝ่าย|กอง(?!ทุน)|เจ้าภาพ|เจ้าของ|หัวเรือ|หัวหน้า|รับผิดชอบ|ทีม|แม่งาน|กลุ่มงาน/u;
/** Or that somebody has been given the contract. */
const doneHead =
  /ผู้รับจ้าง|คู่สัญญา|ผู้ขาย|ผู้ชนะ|ราคากลาง|เลขที่สัญญา|วันลงนาม|(?:ทำ|จัด|ได้|จ่าย|ใช้|เบิก)(?:ได้|ไป|แล้ว|จริง)|ถึงไหน|คืบหน้า|ก้าวหน้า|สถานะ|ตอนนี้|วันนี้|ผลงาน|ผลการ|ผลที่(?:ได้|เกิด)|เบิก|ควัก|คงเหลือ/u;

/** Over the match form: done, or on the way, not meant to be. */
const tellsDone =
  /(?<!ให้|จะ|ต้อง|จน|ก่อน|ภายใน|เมื่อ)(?:เสร็จ|สำเร็จ|ครบ)(?:แล้ว|เรียบร้อย|ตั้งแต่|เมื่อ|ไปแล้ว)|(?:ทำ|จัด|ซ่อม|สร้าง|ติด|ปลูก|อบรม|แจก|เปิด)(?:ไป|ได้|ครบ)?แล้ว|(?:ทำ|จัด|ซ่อม|ปลูก)ไป|จ่าย(?:ไป|แล้ว|จริง)|(?<!จะ|ให้)(?:ใช้|ควัก|หมด)(?:เงิน)?ไป|เบิก(?:ไป|แล้ว|จ่ายแล้ว)|ใช้จริง|(?:ทำ|เดิน|มา|คืบ)ได้\s?(?:ครึ่ง|\d|ร้อยละ)|อยู่ระหว่าง|กำลัง(?:ทำ|สร้าง|ซ่อม|จัด|เดิน|ก่อ|รอ)|ยังไม่(?:เริ่ม|ได้(?:เริ่ม|ทำ|จัด))|คืบหน้า|ล่าช้า|ช้ากว่า/u;
