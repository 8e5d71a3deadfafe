// Tables that tell of each project in several rows: planned and actual, or work and money, one under the other. Which row tells
// what is said by labels beside the figures, by units, and by headings over them. Pure.
import { isMark, isMoney, isValue } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { columnIdsOf, type TableHead } from './table-head.ts';

type Row = readonly string[];

/** What a row tells of its project. */
export interface RowKinds {
  /** Column of the labels. */
  readonly at: number;
  /** Column of units (ไร่, ล้านบาท) that says whether the rows are of work or of money, where the labels do not. */
  readonly unitAt: number | undefined;
  /** `unit`: the one that holds for the row, which may stand in a row above. */
  factsOf(row: Row, unit: string): readonly (readonly [ColumnId, string])[];
}

/** Rows from which they are such a table. */
const fewestRows = 4;
/** Share of the rows that are labelled. */
const mostLabelled = 0.8;

export function rowKindsOf(lexicon: Lexicon, head: TableHead, given: readonly Row[]): RowKinds | undefined {
  // A programme's name over the rows of its projects is none of them.
  const rows = given.filter((row) => new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== '')).size > 1);
  if (rows.length < fewestRows) return undefined;
  return plannedAndActual(lexicon, head, rows) ?? workAndMoney(head, rows);
}

/** Labels of a column in which most rows have one. */
function labelsIn(rows: readonly Row[], at: number): string[] {
  const cells = rows.map((row) => bare(row[at] ?? '')).filter((cell) => cell !== '' && !/^[-–—]$/u.test(cell));
  return cells.length >= rows.length * mostLabelled && cells.every((cell) => cell.length <= 40) ? cells : [];
}

/** Each row of a project is labelled as planned or as actual (แผนงาน | ผลงาน | แผนเงิน | ผลเบิกจ่าย): few labels, again and again. */
function plannedAndActual(lexicon: Lexicon, head: TableHead, rows: readonly Row[]): RowKinds | undefined {
  for (const [at] of head.headings) {
    const cells = labelsIn(rows, at);
    const labels = new Set(cells);
    if (labels.size < 2 || labels.size > 6 || labels.size * 2 > cells.length) continue;
    const all = [...labels];
    if (!all.some((label) => plannedLabel.test(label)) || !all.some((label) => actualLabel.test(label))) continue;
    // States that the projects are in (ตามแผน, สำเร็จ) are no labels of rows.
    const kinds = cells.filter((label) => kindOf(lexicon, label, false) !== undefined).length;
    if (kinds < cells.length * mostLabelled) continue;
    const unitAt = [...head.headings.keys()].find(
      (other) => other !== at && rows.some((row) => isMoneyUnit(row[other])),
    );
    return {
      at,
      unitAt,
      factsOf: (row, unit) => {
        const kind = kindOf(lexicon, bare(row[at] ?? ''), isMoneyUnit(unit));
        const value = kind === undefined ? undefined : sumOf(head, row, at, ofMoney.has(kind) ? isMoney : isValue);
        if (kind !== undefined && value !== undefined) return [[kind, value]];
        const months = kind === 'result' || kind === 'progress' ? markedMonths(head, row, at) : undefined;
        return months === undefined ? [] : [['progress', months]];
      },
    };
  }
  return undefined;
}

/** On a calendar, headings of the columns from the first to the last in which the row of what was done is marked. */
function markedMonths({ columns, headings }: TableHead, row: Row, after: number): string | undefined {
  const marked = [...row.keys()].filter((at) => at > after && columns.get(at)?.has('period') && isMark(row[at] ?? ''));
  const [from, to] = [marked[0], marked.at(-1)].map((at) => headings.get(at ?? -1)?.at(-1) ?? '');
  return marked.length === 0 ? undefined : from === to ? from : `${from} – ${to}`;
}

/** Each row of a project is labelled as of work or of money (งาน | เงิน; ครั้ง | บาท), under columns of planned and actual figures. */
function workAndMoney(head: TableHead, rows: readonly Row[]): RowKinds | undefined {
  const headed = (name: RegExp): number[] =>
    [...head.headings].filter(([, parts]) => name.test(norm(parts.at(-1) ?? '').text)).map(([column]) => column);
  const [planned, actual] = [headed(plannedLabel), headed(actualLabel)];
  if (planned.length === 0 || actual.length === 0) return undefined;
  for (const [at, parts] of head.headings) {
    if (planned.includes(at) || actual.includes(at) || numbered.test(norm(parts.join(' ')).text)) continue;
    const cells = labelsIn(rows, at);
    const moneys = cells.filter((cell) => isMoneyUnit(cell)).length;
    if (cells.length === 0 || cells.some((cell) => /\d/u.test(cell))) continue;
    if (moneys * 10 < cells.length * 3 || moneys * 10 > cells.length * 7) continue;
    if (!sharesNames(head, rows, at)) continue;
    return {
      at,
      unitAt: undefined,
      factsOf: (row) => {
        const money = isMoneyUnit(row[at]);
        const [had, done] = [figureIn(head, row, planned), figureIn(head, row, actual)];
        const facts: (readonly [ColumnId, string])[] = [];
        if (had !== undefined) facts.push([money ? 'budget' : 'target', had]);
        if (done !== undefined) facts.push([money ? 'spent' : 'result', done]);
        return facts;
      },
    };
  }
  return undefined;
}

/** The rows of money are of the same project as one beside them: another's income is no money spent. */
function sharesNames(head: TableHead, rows: readonly Row[], at: number): boolean {
  const named = [...head.columns].find(([column, ids]) => column !== at && ids.has('project'))?.[0];
  if (named === undefined) return false;
  const names: string[] = [];
  for (const row of rows) names.push(row[named]?.trim() || (names.at(-1) ?? ''));
  const money = [...rows.keys()].filter((index) => isMoneyUnit(rows[index]![at]));
  const shared = money.filter((index) => [index - 1, index + 1].some((other) => names[other] === names[index]));
  return shared.length >= money.length * mostLabelled;
}

const ofMoney: ReadonlySet<ColumnId> = new Set(['budget', 'spent']);

const bare = (cell: string): string => norm(cell.replace(/\s*\([^()]*\)\s*$/u, '')).text.trim();
/** Over the match form, as all that follow. */
const plannedLabel = /^(?:รวม)?(?:ตาม)?(?:แผน|เป้า|plan|target)/u;
const actualLabel =
  /^(?:รวม)?(?:ผล(?!ผลิต|ที่คาด|ที่จะ)|จริง|(?:ท[ำา]|ปฏิบัติ|ด[ำา]เนิน(?:การ|งาน)|ลงมือ|เกิดขึ้น)(?:ได้|จริง|แล้ว)+$|ท[ำา]ได้|เบิกจ่าย|ใช้จ่าย|จ่าย|actual|result)/u;
const numbered = /^(?:ที่|ลำดับ|no)/u;

/** What money is counted in, or the word for it. */
const isMoneyUnit = (cell: string | undefined): boolean =>
  cell !== undefined &&
  /^(?:จำนวน)?(?:(?:ล้าน|แสน|หมื่น|พัน)?\s*บาท|เงิน|งบ|งบประมาณ|การเงิน|baht|budget)$/u.test(bare(cell));

function kindOf(lexicon: Lexicon, label: string, unitOfMoney: boolean): ColumnId | undefined {
  const money = unitOfMoney || /เงิน|งบ|จ่าย|budget|spen|disburs/u.test(label);
  if (plannedLabel.test(label)) return money ? 'budget' : 'target';
  const ids = columnIdsOf(lexicon, label);
  if (ids.has('spent') || (actualLabel.test(label) && money)) return 'spent';
  if (ids.has('progress')) return 'progress';
  return ids.has('result') || actualLabel.test(label) ? 'result' : undefined;
}

/** The figure that sums up the row: under a total, else its last one. What was done may be told in per cent. */
function sumOf(head: TableHead, row: Row, after: number, isFigure: (cell: string) => boolean): string | undefined {
  const columns = [...row.keys()].filter((at) => at > after && !head.columns.get(at)?.has('spent-percent'));
  return figureIn(head, row, columns, isFigure);
}

function figureIn(head: TableHead, row: Row, columns: readonly number[], isFigure = isMoney): string | undefined {
  const figures = columns.filter((at) => isFigure(row[at]?.trim() ?? ''));
  const total = figures.find((at) =>
    /^(?:รวม|ยอดรวม|สะสม|total)/u.test(norm(head.headings.get(at)?.at(-1) ?? '').text),
  );
  return row[total ?? figures.at(-1) ?? -1]?.trim();
}
