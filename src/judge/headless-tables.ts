// Tables that stand without a head: a ledger whose columns are named in a note below it or nowhere, a year's works with nothing over
// them. What the figures and words in it show (money less money leaves money, months, states, names) or the note says is put over them
// as the head. Pure.
import { namesMonth } from '../text/thai-months.ts';
import { isMoney, isTick, lettersIn } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { isLeft } from './table-arithmetic.ts';
import { columnIdsOf } from './table-head.ts';
import { tellsOfWork } from './work-told.ts';

/** Rows from which a table of works, or a ledger of them, is one; and the share of a column's cells that make it what it is. */
const [fewestWorks, fewestInLedger, most] = [2, 3, 0.75];
/** Less is no work's money. */
const leastBaht = 500;

/** What the columns hold, by place, as a head would say it. */
type Heads = ReadonlyMap<number, string>;

/** `over` and `under`: lines right over the table, which may say that it is of money spent, and under it, which may name its columns. */
export function withHead(
  lexicon: Lexicon,
  rows: readonly IndexedSegment[],
  { over, under }: { readonly over: readonly string[]; readonly under: readonly string[] },
): readonly IndexedSegment[] {
  const first = rows[0]?.segment;
  // A sheet takes its first row for the head, whatever it says.
  if (first === undefined || !(first.cells ?? []).some(isSum) || (first.header && !tellsItself(first.cells!)))
    return rows;
  const width = first.cells!.length;
  const body = rows.flatMap(({ segment: { cells = [] } }) => (isRow(cells, width) ? [cells] : []));
  if (width < 3 || body.length < fewestWorks) return rows;
  const heads = ledger(lexicon, body, over) ?? works(lexicon, body);
  const said = keyOf([...rows.flatMap(({ segment }) => aloneIn(segment.cells)), ...under], width);
  if (heads === undefined && !said?.some((word) => columnIdsOf(lexicon, word).has('spent'))) return rows;
  const cells = Array.from({ length: width }, (_, at) => {
    const word = said?.[at] ?? '';
    return columnIdsOf(lexicon, word).size > 0 ? word : (heads?.get(at) ?? word);
  });
  const head = { ...first, cells, text: cells.join(' | '), header: true as const };
  const { header: _, ...data } = first;
  return [{ index: rows[0]!.index, segment: head }, { ...rows[0]!, segment: data }, ...rows.slice(1)];
}

const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');
const isRow = (cells: readonly string[], width: number): boolean => cells.length === width && filled(cells).length >= 3;
/** All that stands in the row is one text. */
const aloneIn = (cells: readonly string[] = []): string[] => (filled(cells).length === 1 ? filled(cells) : []);

const figure = (cell: string): number | undefined =>
  isMoney(cell) ? Number(norm(cell).text.replace(/[^\d.]/gu, '')) : undefined;
const isSum = (cell: string): boolean => (figure(cell) ?? 0) >= leastBaht;

/** A first row that is marked as a head, and holds a sum beside ticks or another sum. */
const tellsItself = (cells: readonly string[]): boolean =>
  cells.filter(isSum).length > 1 || cells.filter((cell) => isTick(cell)).length > 0;

type Body = readonly (readonly string[])[];

function columnsThat(body: Body, is: (cell: string) => boolean): number[] {
  return (body[0] ?? []).flatMap((_, at) => {
    const cells = filled(body.map((row) => row[at]!));
    return cells.length >= body.length * most && cells.filter(is).length >= cells.length * most ? [at] : [];
  });
}

/** The first column in which each row names something else, in words. */
function namesIn(lexicon: Lexicon, body: Body): number | undefined {
  const named = columnsThat(body, (cell) => lettersIn(cell) >= 4 && !isTime(cell) && isProjectName(lexicon, cell));
  return named.find((at) => new Set(body.map((row) => row[at])).size === body.length);
}

/** What was had, what was spent of it and what is left, and beside them how far each has come. */
function ledger(lexicon: Lexicon, body: Body, over: readonly string[]): Heads | undefined {
  const name = namesIn(lexicon, body);
  if (name === undefined || body.length < fewestInLedger) return undefined;
  const money = columnsThat(body, (cell) => figure(cell) !== undefined);
  const states = columnsThat(body, (cell) => tellsOfWork(lexicon, cell)).find((at) => at !== name);
  if (states === undefined || [...over, ...body.map((row) => row[states]!)].some(ofContracts)) return undefined;
  for (const [place, had] of money.entries()) {
    const [spent, left] = [money[place + 1], money[place + 2]];
    if (spent === undefined) continue;
    if (left === undefined) {
      const ofMoney = money.length === 2 && over.some((text) => spending.test(norm(text).text));
      if (!ofMoney || !body.every((row) => (figure(row[spent]!) ?? 0) <= (figure(row[had]!) ?? 0))) return undefined;
      return new Map([
        [name, 'โครงการ'],
        [had, 'งบประมาณ'],
        [spent, 'เบิกจ่าย'],
        [states, 'สถานะ'],
      ]);
    }
    const sums = body.map((row) => [figure(row[had]!), figure(row[spent]!), figure(row[left]!)] as const);
    const told = sums.flatMap(([a, b, c]) => (a && b !== undefined && c !== undefined ? [[a, b, c] as const] : []));
    const right = told.filter((sum) => sum[0] >= leastBaht && isLeft(sum));
    if (right.length < fewestInLedger || right.length < told.length) continue;
    return new Map([
      [name, 'โครงการ'],
      [had, 'งบประมาณ'],
      [spent, 'เบิกจ่าย'],
      [left, 'คงเหลือ'],
      [states, 'สถานะ'],
    ]);
  }
  return undefined;
}

/** Beside what was to be had for it, the second sum is then the price that was agreed. */
const ofContracts = (text: string): boolean => contracts.test(norm(text).text);
/** Over the match form, as the next. */
const contracts = /(?:งาน|จัด|การ|ประกาศ|ผล)จ้าง|(?:จัด)?ซื้อ|(?:เซ็น|ลงนาม|ทำ|คู่)(?:ใน)?สัญญา|ราคา|พัสดุ|ผู้(?:ชนะ|เสนอ|ขาย)/u;
/** Whoever keeps it keeps account of money. */
const spending = /คุม(?:เงิน|งบ|ยอด|ค่าใช้จ่าย)|(?:เบิก|ใช้)จ่าย|(?:ใช้|จ่าย)(?:เงิน|งบ)|จ่ายไป|ใช้ไป/u;

/** What is to be done, the money of each and when. */
function works(lexicon: Lexicon, body: Body): Heads | undefined {
  const name = namesIn(lexicon, body);
  const sums = columnsThat(body, isSum);
  const times = columnsThat(body, isTime);
  // More sums than one are of something else: prices, what was had and spent.
  const ticked = tickedMonths(body);
  if (name === undefined || sums.length !== 1 || times[0] === name) return undefined;
  if (ticked === undefined ? times.length !== 1 : times.length > 0) return undefined;
  const aims = columnsThat(body, (cell) => counts.test(norm(cell).text)).filter((at) => at > name);
  return new Map([
    [name, 'โครงการ'],
    [sums[0]!, 'งบประมาณ'],
    ...(ticked ?? [[times[0]!, 'ระยะเวลา'] as const]),
    ...aims.slice(0, 1).map((at) => [at, 'เป้าหมาย'] as const),
  ]);
}

/** Twelve columns at the end, in each of which nothing stands but ticks: the months of the fiscal year, in which each work is done. */
function tickedMonths(body: Body): (readonly [number, string])[] | undefined {
  const first = body[0]!.length - months.length;
  if (first < 2) return undefined;
  const cells = body.map((row) => row.slice(first).filter((cell) => cell.trim() !== ''));
  if (!cells.every((marked) => marked.length > 0 && marked.every(isTick))) return undefined;
  return months.map((month, at) => [first + at, month] as const);
}
const months = ['ต.ค.', 'พ.ย.', 'ธ.ค.', 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.'];

/** A month or several, or all the year; a day is one on which something happened. */
const isTime = (cell: string): boolean => {
  const { text } = norm(cell);
  return (
    cell.length <= 40 && !/^\s*\d{1,2}\s*[ก-๎]/u.test(text) && (namesMonth(text) || allYear.test(text)) && !isMoney(cell)
  );
};
/** Over the match form, as all that follow. */
const allYear = /(?:ทั้ง|ตลอด)(?:ทั้ง)?ปี|ไตรมาส|\bq[1-4]\b/u;
const counts = /\d[\d,.]*\s*(?:ล้าน|แสน|หมื่น)?[ก-ฮเ-ไ]/u;

/** A note names the columns one after the other, as many as there are (ช่อง: รหัส / งาน / ได้มา / จ่ายแล้ว). */
function keyOf(lines: readonly string[], width: number): readonly string[] | undefined {
  for (const line of lines) {
    const list = line.length <= longestKey ? key.exec(line)?.[1] : undefined;
    for (const mark of ['/', '|', ',', '·']) {
      const parts = list?.split(mark).map((part) => part.replace(/^\s*(?:[(]?[0-9๐-๙]{1,2}[.)=]|=)\s*/u, '').trim());
      if (parts?.length === width) return parts;
    }
  }
  return undefined;
}
const longestKey = 300;
/** Over the original. */
const key = /^[^\p{L}]*(?:หมายเหตุ[^\p{L}]*)?(?:หัว)?(?:ช่อง|คอลัมน์|คอลัมภ์|สดมภ์|columns?)[ก-๎ ]{0,30}[:：=]\s*(\S[^\n]*)$/iu;
