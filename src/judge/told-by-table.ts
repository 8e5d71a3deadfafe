// Tables and small sheets of the year's work whose heads are in words that no list of columns knows: what each column holds is read from
// what stands in it (names, two sums of which one is no more than the other, how far each has come, marks) and the head but helps. Pure.
import { isExample, lettersIn } from './cell-value.ts';
import { countsThings } from './counted-columns.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment, ProjectRecord } from './records.ts';
import { isOfPapers } from './states-of-papers.ts';
import { mark, plainOf, toldFacts } from './told-line.ts';
import type { Unit } from './unit.ts';
import { tellsOfWork } from './work-told.ts';

export interface ToldByTable {
  readonly works: readonly ProjectRecord[];
  readonly first: number;
  /** A column says of most of them whether that was enough. */
  readonly judged: boolean;
}

/** Works from which it is a table of them, and small sheets from which they are one each. */
const fewest = 3;
const most = 0.7;

interface Row {
  readonly index: number;
  readonly cells: readonly string[];
}

/** A table's head, and the rows under it. */
interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

export function toldByTable(lexicon: Lexicon, unit: Unit): ToldByTable | undefined {
  const tables = tablesOf(unit.segments);
  const sheets = joinSheets(tables);
  const grids = sheets === undefined ? tables.flatMap((rows) => gridOf(rows) ?? []) : [sheets];
  const over = unit.segments
    .slice(0, linesOver)
    .flatMap(({ segment }) => (segment.kind === 'row' ? [] : [segment.text]));
  const read = grids.flatMap((grid) => readGrid(lexicon, grid, over) ?? []);
  const works = read.flatMap((grid) => grid.works);
  if (works.length < fewest) return undefined;
  return { works, first: works[0]!.segment, judged: read.some(({ judged }) => judged) };
}

/** Lines at the head in which it may be said what the figures are of. */
const linesOver = 8;

function tablesOf(segments: readonly IndexedSegment[]): Row[][] {
  const tables: Row[][] = [];
  let last: { readonly table: number | undefined; readonly index: number } | undefined;
  for (const { index, segment } of segments) {
    if (segment.kind !== 'row') continue;
    const { table } = segment.locator;
    if (last === undefined || last.table !== table || (table === undefined && index > last.index + 1)) tables.push([]);
    tables.at(-1)!.push({ index, cells: (segment.cells ?? [segment.text]).map((cell) => cell.trim()) });
    last = { table, index };
  }
  return tables;
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** The same labels one under the other, and beside each what it is of one piece of work: a sheet for each of them. */
function joinSheets(tables: readonly Row[][]): Grid | undefined {
  const sheets = tables.filter(
    (rows) => rows.length >= fewest && rows.length <= 12 && rows.every(({ cells }) => filled(cells) === 2),
  );
  if (sheets.length < fewest) return undefined;
  const head = sheets[0]!.map(({ cells }) => cells[0]!);
  const same = sheets.filter((rows) => rows.filter(({ cells }, at) => cells[0] === head[at]).length >= rows.length - 1);
  if (same.length < fewest) return undefined;
  return {
    head,
    rows: same.map((rows) => ({ index: rows[0]!.index, cells: rows.map(({ cells }) => cells.at(-1)!) })),
  };
}

/** Its first row of several texts and no figures is the head; what is said over or under it stands in one cell. */
function gridOf(rows: readonly Row[]): Grid | undefined {
  const at = rows.findIndex(({ cells }) => filled(cells) >= 2 && !cells.some((cell) => legend.test(cell)));
  const head = rows[at]?.cells;
  if (head === undefined || head.some((cell) => isFigure(cell))) return undefined;
  const data = rows
    .slice(at + 1)
    .filter(({ cells }) => filled(cells) >= 2 && !isExample(cells) && !total.test(cells.find((cell) => cell !== '')!))
    .filter(({ cells }) => cells.some((cell, place) => cell !== head[place]));
  return data.length < fewest ? undefined : { head, rows: data };
}
const total = /^(?:รวม|ยอดรวม|ทั้งหมด|ทั้งสิ้น|นับ(?:แล้ว|รวม|เครื่องหมาย)|คนนับ|หมายเหตุ|total)/iu;
/** A mark, and what it means. */
const legend = /^\s*[✓✔◐◑○●✗✘·🟢🟡🔴]\s*[ก-๎]{2}/u;

const value = (cell: string): number | undefined => {
  const text = plainOf(cell).replace(/[,\s]|บาท/gu, '');
  const match = /^(-?\d+(?:\.\d+)?)(ล้าน)?$/u.exec(text);
  return match === null ? undefined : Number(match[1]) * (match[2] === undefined ? 1 : 1e6);
};
const isFigure = (cell: string): boolean => value(cell) !== undefined;

/** Over the match form, as the next: what the head says of a column. */
const heads = {
  spent: /จ่าย|เบิก|ควัก|(?:เงิน|บาท)?ออกไป|หมดไป|ใช้(?:ไป|แล้ว|จริง|ถึง|เงินไป|สะสม)|ถลุง/u,
  left: /เหลือ|คงค้าง|ทอน|คืน/u,
  toCome: /^(?:จะ|แผน|คาด|ต้อง|ภายใน|กำหนด)|ที่จะ|เมื่อ(?:เสร็จ|จบ)/u,
  budget: /เงิน|งบ|ตั้ง|ขอ|ให้|ที่มี|จากที่|ได้รับ|วงเงิน|ก้อน|ทุน|บาท/u,
  aim: /เคย|พูด|ว่าไว้|ตั้ง|หวัง|อยาก|เป้า|ให้ได้|บอกไว้|สัญญา|รับปาก|เขียนไว้|แผน/u,
  came: /ได้(?!รับ)|จริง|ตอนนี้|วันนี้|ทำ(?:แล้ว|ไป)|ถึง(?:ไหน|วันนี้)|ปลายปี|ผล/u,
  state: /ถึงไหน|ขั้นไหน|ตรงไหน|ตอนนี้|วันนี้|อาการ|สถานะ|สถานการณ์|เป็น(?:อย่างไร|ยังไง)|ไปถึง|คืบ|ก้าว|เดิน|สี|ไฟ/u,
  verdict: /เกรด|คะแนน|ดาว|ตัดสิน|ว่าอย่างไร|ลงความเห็น|ผล|สรุป|^ได้$|ผ่าน/u,
  marks: /เกรด|คะแนน|ดาว|^ได้$|เต็ม/u,
  advice: /บทเรียน|คราวหน้า|ครั้งหน้า|ปีหน้า|แก้|ควร|ต่อไป|ข้อเสนอ|เสนอ/u,
  /** How far the papers have come, and not the work. */
  ofPapers: /อนุมัติ|เอกสาร|การเตรียม|ตรวจสอบ|ลงนาม|ซอง|แบบ(?!แปลน|ก่อสร้าง|ห้อง)/u,
  /** Those of other lists. */
  other:
    /ผู้รับจ้าง|ผู้ขาย|คู่สัญญา|ราคากลาง|ตำแหน่ง|เงินเดือน|โทร|เลขที่สัญญา|น้ำหนัก|รายบุคคล|ผู้ยืม|คงคลัง|หลักฐาน|เงินกู้|ผู้กู้|จำนวนรับ|ค่าลงทะเบียน|งวด(?:ที่)?$/u,
} as const;
/** Sorts of money and no works. */
const ofExpense =
  /^(?:เงินเดือน|ค่า(?:จ้าง|ตอบแทน|ใช้สอย|วัสดุ|สาธารณูปโภค)|งบ(?:บุคลากร|ดำเนินงาน|ลงทุน|อุดหนุน|กลาง)|ครุภัณฑ์|ที่ดิน|หมวด|ทุกหมวด)/u;

function readGrid(
  lexicon: Lexicon,
  { head, rows }: Grid,
  over: readonly string[],
): { works: ProjectRecord[]; judged: boolean } | undefined {
  const names = head.map((cell) => norm(cell).text);
  if (names.some((text) => heads.other.test(text))) return undefined;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map(({ cells }) => cells[at] ?? ''));
  const nameAt = columns.findIndex((cells, at) => isNames(cells) && !heads.state.test(names[at] ?? ''));
  if (nameAt < 0) return undefined;
  const called = (at: number, words: RegExp): boolean => words.test(names[at] ?? '');
  const rest = columns.map((_, at) => at).filter((at) => at !== nameAt);
  const money = rest.filter((at) => isMoneyColumn(columns[at]!, head[at] ?? '', over));
  const spent = money.find(
    (at) =>
      called(at, heads.spent) && !called(at, heads.left) && !called(at, heads.toCome) && !called(at, heads.ofPapers),
  );
  const budget = money.find(
    (at) =>
      at !== spent && !called(at, heads.left) && (spent === undefined ? called(at, heads.budget) : covers(at, spent)),
  );
  // What was spent is no more than what was set, or it is something else.
  if (spent !== undefined && money.length > 1 && budget === undefined) return undefined;
  // What is to be seen when it is done is no news of it.
  const words = rest.filter((at) => !money.includes(at) && !called(at, heads.toCome) && !called(at, heads.ofPapers));
  const advice = words.find((at) => called(at, heads.advice) && lettersIn(columns[at]!.join('')) >= rows.length * 6);
  const marks = words.filter((at) => columns[at]!.every((cell) => cell === '' || cell === '·' || mark.test(cell)));
  const aim = words.find((at) => called(at, heads.aim) && counted(columns[at]!));
  const came = words.find((at) => at !== aim && at !== advice && called(at, heads.came) && counted(columns[at]!));
  const paired = aim !== undefined && came !== undefined && sameThings(columns[aim]!, columns[came]!);
  const state = words.find(
    (at) =>
      at !== aim &&
      at !== advice &&
      !marks.includes(at) &&
      !isOfPapers(head[at] ?? '', columns[at]!) &&
      tellsStates(lexicon, columns[at]!, called(at, heads.state)),
  );
  const judgedAt = words.find(
    (at) =>
      at !== aim &&
      at !== advice &&
      (called(at, heads.verdict) || columns[at]!.every(isWord)) &&
      judges(columns[at]!, called(at, heads.marks)),
  );
  const progress = state ?? came;
  const works = rows.flatMap(({ index, cells }): ProjectRecord[] => {
    const name = cells[nameAt] ?? '';
    if (!isProjectName(lexicon, name) || ofExpense.test(norm(name).text)) return [];
    const fields = new Map<ColumnId, string>([['project', name]]);
    const put = (id: ColumnId, at: number | undefined): void => {
      const cell = at === undefined ? '' : (cells[at] ?? '');
      if (cell !== '' && !/^[-–—]$/u.test(cell)) fields.set(id, cell);
    };
    put('spent', spent);
    put('budget', budget);
    put('target', aim);
    put('progress', progress);
    if (paired) put('result', came);
    else put('result', judgedAt);
    put('recommendations', advice);
    if (progress === undefined && marks.length >= 2) fields.set('progress', marks.map((at) => cells[at]).join(' '));
    return [{ name, fields, segment: index }];
  });
  const told = works.filter(({ fields }) => fields.has('progress') || fields.has('result'));
  if (works.length < fewest || told.length * 10 < works.length * 6) return undefined;
  return { works, judged: judgedAt !== undefined };

  function covers(at: number, less: number): boolean {
    const pairs = rows.flatMap(({ cells }) => {
      const [had, used] = [value(cells[at] ?? ''), value(cells[less] ?? '')];
      return had === undefined || used === undefined ? [] : [used <= had];
    });
    return pairs.length >= 2 && pairs.filter(Boolean).length >= pairs.length * 0.8;
  }
}

/** Texts that differ, one for each row; in words of their own, and no persons. */
function isNames(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => lettersIn(cell) >= 4 && !isFigure(cell) && !person.test(cell));
  return texts.length >= fewest && texts.length >= cells.length * most && new Set(texts).size >= texts.length * 0.8;
}
const person = /^(?:นาย(?!ก)|นาง|น\.ส\.|คุณ(?!ภาพ)|ดร\.)/u;

function isMoneyColumn(cells: readonly string[], heading: string, over: readonly string[]): boolean {
  const name = norm(heading).text;
  if (countsThings(heading, cells, over)) return false;
  const figures = cells.flatMap((cell) => value(cell) ?? []);
  if (figures.length < 2 || figures.length < cells.filter((cell) => cell !== '').length * most) return false;
  if (/คน|ราย(?!จ่าย|การ)|ครั้ง|ร้อยละ|%|คะแนน|เกรด|จำนวน(?!เงิน)/u.test(name)) return false;
  const large = figures.filter((sum) => sum >= 1000 || sum === 0).length;
  return (large >= figures.length * most && figures.some((sum) => sum >= 1000)) || /ล้าน/u.test(name);
}

const counted = (cells: readonly string[]): boolean =>
  cells.filter((cell) => /[0-9๐-๙]|ยังไม่/u.test(cell)).length >= cells.length * most;

/** Counted in the same words on both sides. */
function sameThings(aims: readonly string[], came: readonly string[]): boolean {
  const unit = (cell: string): string | undefined => /[0-9๐-๙][\s]*([ก-ฮเ-ไ][ก-๎]*|%)/u.exec(cell)?.[1];
  const pairs = aims.map((cell, at) => [unit(cell), unit(came[at] ?? '')] as const);
  return (
    pairs.filter(([one, other]) => one === other || (one !== undefined && other === undefined)).length * 2 >=
    aims.length
  );
}

function tellsStates(lexicon: Lexicon, cells: readonly string[], named: boolean): boolean {
  const rates = cells.filter((cell) => /^[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?\s*%$/u.test(cell));
  if (named && rates.length >= fewest && rates.length >= cells.length * most) return true;
  const texts = cells.filter((cell) => lettersIn(cell) >= 2 && !isFigure(cell));
  if (texts.length < fewest || texts.length < cells.length * most) return false;
  const told = texts.filter((cell) => tellsOfWork(lexicon, cell) || toldFacts(plainOf(cell))?.progress !== undefined);
  if (named) return told.length * 4 >= texts.length;
  // Under a head that does not say so, some are done and some are not: a plan would say the same of all.
  const open = told.filter((cell) => notDone.test(cell)).length;
  return told.length * 2 >= texts.length && open > 0 && open < told.length;
}

const notDone = /ยังไม่|กำลัง|ระหว่าง|^\s*รอ|เลื่อน|ยกเลิก|ไม่ได้|จาก(?:ทั้งหมด|เป้าหมาย)?\s*[0-9๐-๙]|ครึ่ง|ค้าง/u;

/** A word or two, and no figure. */
const isWord = (cell: string): boolean => lettersIn(cell) >= 2 && cell.length <= 16 && !/[0-9๐-๙]/u.test(cell);

/** A mark of ten or five, or a word on whether it was enough. */
function judges(cells: readonly string[], inFigures: boolean): boolean {
  const texts = cells.filter((cell) => cell !== '');
  const given = texts.filter(
    (cell) => verdict.test(cell) || (inFigures && (value(cell) ?? 11) <= 10 && /^[\d.๐-๙]+$/u.test(cell)),
  );
  return texts.length >= fewest && given.length >= texts.length * 0.8;
}
const verdict =
  /^(?:ยัง)?(?:ไม่)?(?:ผ่าน|ถึง|ได้|ครบ|บรรลุ|สำเร็จ|ดี|พอใช้)|^(?:ตก|คาบเส้น|เกือบ|ใกล้|ขาด|เกิน|ตามเป้า|ต่ำกว่า|[A-F][+-]?$)/u;
