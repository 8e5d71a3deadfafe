// Sheets of nothing but codes, sums and a mark or figure for the state (ก3 | 30000 | 29450 | ส): the codes, or the sums set aside, are those
// of the agency's own plan, and another page of the site says which column is money spent and what the marks mean. They are read with
// the plan's names and the words of that page. Pure.
import { findAmounts } from '../text/amount.ts';
import { isMoney, isNought, lettersIn } from './cell-value.ts';
import { namesSurely, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { ProjectRecord } from './records.ts';
import { yearByLines } from './same-projects.ts';
import { type SheetLegend, sheetLegend } from './sheet-legend.ts';
import type { Survey } from './survey.ts';
import { columnIdsOf } from './table-head.ts';
import type { Unit } from './unit.ts';
import { tellsOfWork } from './work-told.ts';

/** Rows from which a sheet is one, the share of them that must fit, and the least that is a project's money. */
const [fewest, most, leastBaht] = [3, 0.6, 500];

interface Row {
  readonly index: number;
  readonly code: string;
  readonly cells: readonly string[];
}

/** By unit: the works that its codes stand for, with what was spent on each and how far it is, and their year. */
export function codedSheets(survey: Survey): Map<Unit, Unit> {
  const made = new Map<Unit, Unit>();
  let plans: Known[] | undefined;
  let legends: SheetLegend[] | undefined;
  for (const unit of survey.units) {
    if (unit.lookalike !== undefined || unit.records.length > 0) continue;
    const rows = rowsOf(unit);
    if (rows.length < fewest) continue;
    plans ??= plansOf(survey);
    const plan = plans.find((known) => fits(rows, known));
    if (plan === undefined) continue;
    legends ??= survey.units
      .map(({ segments }) => sheetLegend(segments))
      .filter(({ columns, marks }) => columns.length > 0 || marks.size > 1);
    const heads = unit.segments.find(
      ({ index, segment }) => segment.kind === 'row' && segment.text !== '' && !rows.some((row) => row.index === index),
    );
    for (const legend of legends) {
      const records = read(survey, rows, heads?.segment.cells ?? [], legend, plan);
      if (records.length < fewest) continue;
      const year = yearByLines(survey, unit) ?? plan.year;
      made.set(
        unit,
        Object.create(unit, {
          records: { value: records, enumerable: true },
          told: { value: records.length, enumerable: true },
          year: { value: { ...unit.year, year }, enumerable: true },
        }) as Unit,
      );
      break;
    }
  }
  return made;
}

/** Most of its rows are a code and figures, and no words. */
function rowsOf({ segments }: Unit): Row[] {
  const rows = segments.filter(({ segment }) => segment.kind === 'row' && (segment.cells?.length ?? 0) >= fewestCells);
  const coded = rows.flatMap(({ index, segment }) => {
    const cells = segment.cells!.map((cell) => cell.trim());
    const [code = '', ...others] = cells;
    const bare = others.every((cell) => lettersIn(cell) <= 2);
    return code !== '' && isCode.test(code) && bare && others.filter(isMoney).length >= 2
      ? [{ index, code: keyOf(code), cells }]
      : [];
  });
  const own = new Set(coded.map(({ code }) => code)).size === coded.length;
  return own && coded.length >= rows.length * mostRows ? coded : [];
}
const [fewestCells, mostRows] = [3, 0.7];
const isCode = /^[\p{L}]{0,4}[-./ ]?[0-9๐-๙]{1,5}(?:[-./][0-9๐-๙]{1,4}){0,3}$/u;
const keyOf = (code: string): string => norm(code).text.replace(/[\s./()-]/gu, '');

/** A plan's works by their codes, and by their sums. */
interface Known {
  readonly byCode: ReadonlyMap<string, string>;
  readonly bySum: ReadonlyMap<number, string>;
  readonly year: number | undefined;
}

function plansOf({ units }: Survey): Known[] {
  return units.flatMap((unit) => {
    const { lookalike, classes, own, records, page, year } = unit;
    if (lookalike || !namesSurely(classes, 'annual-plan') || (own?.foreign.size ?? 0) > 0) return [];
    const byCode = new Map<string, string>();
    const bySum = new Map<number, string>();
    for (const { name, segment } of records) {
      const told = page.text.segments[segment];
      if (told === undefined) continue;
      for (const piece of told.cells ?? [told.text]) {
        const code = leading.exec(norm(piece).text)?.[1];
        if (code !== undefined && /\d/u.test(code)) byCode.set(keyOf(code), name);
      }
      for (const { value, unit: kind } of findAmounts(norm(told.text)))
        if (value >= leastBaht && kind !== 'percent' && !bySum.has(value)) bySum.set(value, name);
    }
    return byCode.size + bySum.size >= fewest ? [{ byCode, bySum, year: year.year }] : [];
  });
}
/** Over the match form: a code at the head of a line, or alone in its cell. */
const leading = /^[^\p{L}\d]*(\p{L}{0,4}[-./ ]?\d{1,5}(?:[-./]\d{1,4}){0,3})(?:[\s.):]|$)/u;

const sumsIn = ({ cells }: Row): number[] =>
  cells.slice(1).flatMap((cell) => (isMoney(cell) ? [Number(norm(cell).text.replace(/[^\d.]/gu, ''))] : []));
/** By its code; a bare number may be any list's, and then its money says the same. */
const nameIn = (row: Row, { byCode, bySum }: Known): string | undefined => {
  const named = row.code.length >= 2 ? byCode.get(row.code) : undefined;
  return named ?? sumsIn(row).flatMap((sum) => bySum.get(sum) ?? [])[0];
};

const fits = (rows: readonly Row[], plan: Known): boolean => {
  const known = rows.filter((row) => nameIn(row, plan) !== undefined);
  return known.length >= fewest && known.length >= rows.length * most;
};

/** What the legend makes of the rows; nothing where it does not say what was spent, or how far the work is. */
function read(
  { lexicon }: Survey,
  rows: readonly Row[],
  heads: readonly string[],
  { columns, marks }: SheetLegend,
  plan: Known,
): ProjectRecord[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  // Figures are counted from the first behind the code, unless the first that is told of is the code.
  const saidOf = (at: number): string | undefined => {
    const head = marks.get(heads[at]?.trim().toLowerCase() ?? '');
    if (head !== undefined) return head;
    return columns.find(({ place, figures }) => (place === 'last' ? width - 1 : place + (figures ? 1 : 0)) === at)
      ?.text;
  };
  const isSpent = (text: string): boolean => {
    const { text: said } = norm(text);
    return !notSpent.test(said) && (spent.test(said) || columnIdsOf(lexicon, text).has('spent'));
  };
  let [paid, state]: (number | undefined)[] = [undefined, undefined];
  for (let at = 1; at < width; at++) {
    const said = saidOf(at);
    const cells = rows.map(({ cells: row }) => row[at] ?? '').filter((cell) => cell !== '');
    const marked = cells.filter((cell) => marks.has(cell.toLowerCase()));
    const words = [...new Set(marked)].map((cell) => marks.get(cell.toLowerCase())!);
    if (words.length >= 2 && marked.length >= cells.length * mostRows) {
      if (words.some((word) => tellsOfWork(lexicon, word))) state ??= at;
    } else if (said !== undefined && cells.every(isMoney) && isSpent(said)) paid ??= at;
    else if (said !== undefined && cells.every(isRate) && share.test(norm(said).text)) state ??= at;
  }
  if (paid === undefined || state === undefined) return [];
  const [money, told] = [paid, state];
  return rows.flatMap((row) => {
    const name = nameIn(row, plan);
    const [sum, cell] = [row.cells[money] ?? '', row.cells[told] ?? ''];
    if (name === undefined || sum === '' || cell === '') return [];
    const fields = new Map<ColumnId, string>([
      ['project', name],
      ['spent', sum],
      ['progress', marks.get(cell.toLowerCase()) ?? `${cell}%`],
    ]);
    return [{ name, fields, segment: row.index }];
  });
}
const isRate = (cell: string): boolean => isNought(cell) || /^[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?\s*%?$/u.test(cell);
/** Over the match form, as the next two: paid out, and not what is to be, or was given for it. */
const spent = /จ่าย|เบิก|ฏีกา|ใช้(?:ไป|จริง|แล้ว|เงิน)|ออกไปจริง|paid|spent|disburse/u;
const notSpent =
  /(?:จะ|แผน(?:การ)?|คาดว่า|ต้อง|รอ)(?:เบิก|ใช้|จ่าย)|(?:ยัง)?ไม่ได้(?:เบิก|ใช้|จ่าย)|คงเหลือ|เหลือจ่าย|โอน|รับจัดสรร|ราคา/u;
const share =
  /(?:งาน|ทำ|คืบ|ก้าว|เดิน|เสร็จ|ดำเนิน|ผล)[^\n]{0,30}(?:ร้อย|เปอร์เซ็นต์|%|ส่วน|สิบ)|(?:ร้อยละ|เปอร์เซ็นต์|%)[^\n]{0,20}(?:งาน|คืบ|ก้าว|เสร็จ|ทำ)|ความ(?:คืบ|ก้าว)หน้า/u;
