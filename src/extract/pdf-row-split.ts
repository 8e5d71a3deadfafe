// Parts the lines of a table's columns into rows where no rule does: by anchors (item numbers, amounts), of which every
// row has one, and by the widest gap between two anchors. Pure.
import { plainDigits } from '../text/plain-digits.ts';
import { type CellLine, isFigure } from './pdf-table.ts';

/** Item numbers of a ruled table; without rules `1.` is rather a list's. */
const anyNumber = /^[(]?[\d๐-๙]{1,3}[.)]?$/;
export const bareNumber = /^[\d๐-๙]{1,3}$/;

/** Lines on one baseline, give or take this, are one. Points. */
const sameLine = 2;

/**
 * Rows of a band, each with its lines by column, top to bottom. What stands above the first anchor's row is given as
 * `above`: one row of wrapped header cells, or several rows. Undefined when the band shows no anchors.
 */
export function splitRows<Item extends CellLine>(
  band: readonly (readonly Item[])[],
  itemNumber: RegExp = anyNumber,
): { readonly above: Item[][][]; readonly rows: Item[][][] } | undefined {
  const anchors = anchorsOf(band, itemNumber);
  if (anchors.length < 2) return undefined;
  const ys = baselines(band);
  const lineStep = Math.min(...ys.slice(1).map((y, index) => y - ys[index]!));
  const cuts: number[] = [];
  for (let index = 0; index + 1 < anchors.length; index++)
    cuts.push(...gapsBetween(ys, anchors[index]!, anchors[index + 1]!, lineStep));
  const first = cutAbove(ys, anchors, cuts, lineStep);
  if (first !== undefined) cuts.unshift(first);
  const part = (from: number, to: number) => band.map((column) => column.filter(({ y }) => y >= from && y < to));
  const parts: Item[][][] = [];
  let from = -Infinity;
  for (const cut of [...cuts, Infinity]) {
    parts.push(part(from, cut));
    from = cut;
  }
  const above = first === undefined ? [] : headRows(parts.shift()!, anchors);
  return { above: above.filter((row) => row.some((column) => column.length > 0)), rows: parts };
}

/** Lines above the first anchor are one header of wrapped cells, unless they fill most columns at the rows' own step. */
function headRows<Item extends CellLine>(band: Item[][], anchors: readonly number[]): Item[][][] {
  const ys = baselines(band);
  const step = Math.min(...anchors.slice(1).map((y, index) => y - anchors[index]!));
  const filled = (y: number) => band.filter((column) => onLine(column, y)).length;
  const apart = ys.every(
    (y, index) => filled(y) >= band.length * 0.6 && (index === 0 || y - ys[index - 1]! >= step * 0.85),
  );
  if (ys.length < 2 || !apart) return [band];
  return ys.map((y) => band.map((column) => column.filter((line) => Math.abs(line.y - y) <= sameLine)));
}

function baselines(band: readonly (readonly CellLine[])[]): number[] {
  const ys: number[] = [];
  for (const y of band.flatMap((column) => column.map((line) => line.y)).sort((a, b) => a - b)) {
    if (ys.length === 0 || y - ys.at(-1)! > sameLine) ys.push(y);
  }
  return ys;
}

/** Baselines on which rows have their figure: the item numbers if they count up, else the column fullest of figures. */
function anchorsOf(band: readonly (readonly CellLine[])[], itemNumber: RegExp): number[] {
  let anchors: number[] = [];
  for (const column of band.slice(0, 3)) {
    const numbers = column.filter(({ text }) => itemNumber.test(text.trim()));
    const values = numbers.map(({ text }) => numberOf(text));
    const counting = values.filter((value, index) => index === 0 || value === values[index - 1]! + 1).length;
    if (numbers.length >= 2 && counting >= numbers.length * 0.8 && numbers.length > anchors.length)
      anchors = numbers.map(({ y }) => y);
  }
  const figures = band.map((column) => column.filter(({ text }) => isFigure(text)));
  const fullest = figures.reduce(
    (best, column, index) => {
      const pure = column.length >= band[index]!.length * 0.6;
      return pure && column.length > best.length ? column : best;
    },
    [] as readonly CellLine[],
  );
  if (anchors.length < 2) {
    // Amounts in one column alone may be two to a cell; where other columns agree line by line they are rows.
    const agreeing = figures.filter(
      (column) => column.filter(({ y }) => onLine(fullest, y)).length >= fullest.length * 0.6,
    ).length;
    return fullest.length >= 3 || agreeing >= 2 ? fullest.map(({ y }) => y) : [];
  }
  // A total stands below the last number and has none of its own.
  const last = anchors.at(-1)!;
  const step = anchors.length > 1 ? (last - anchors[0]!) / (anchors.length - 1) : Infinity;
  for (const { y } of fullest) if (y > anchors.at(-1)! + Math.min(step * 0.5, 30) + sameLine) anchors = [...anchors, y];
  return anchors;
}

function onLine(column: readonly CellLine[], y: number): boolean {
  return column.some((line) => Math.abs(line.y - y) <= sameLine);
}

function numberOf(text: string): number {
  return Number(plainDigits(text.replace(/[^\d๐-๙]/g, '')));
}

/**
 * Where the row of anchor `a` ends and that of `b` begins: in the widest gap, the last of equally wide ones. Where rows
 * are plainly set apart from lines, every such gap parts rows: one in between has no figure.
 */
function gapsBetween(ys: readonly number[], a: number, b: number, lineStep: number): number[] {
  const gaps: { readonly width: number; readonly middle: number }[] = [];
  for (let index = 0; index + 1 < ys.length; index++) {
    const [upper, lower] = [ys[index]!, ys[index + 1]!];
    if (upper >= a - sameLine && lower <= b + sameLine)
      gaps.push({ width: lower - upper, middle: (upper + lower) / 2 });
  }
  const widest = Math.max(...gaps.map(({ width }) => width));
  if (widest > lineStep * 1.25) return gaps.filter(({ width }) => width >= widest * 0.9).map(({ middle }) => middle);
  return gaps
    .filter(({ width }) => width >= widest * 0.97)
    .slice(-1)
    .map(({ middle }) => middle);
}

/**
 * Where the first anchor's row begins, when lines stand above it: in a gap plainly wider than between lines, else as far
 * above its anchor as other rows begin above theirs (figures in the middle of their rows).
 */
function cutAbove(
  ys: readonly number[],
  anchors: readonly number[],
  cuts: readonly number[],
  lineStep: number,
): number | undefined {
  const anchor = anchors[0]!;
  const above = ys.filter((y) => y < anchor - sameLine);
  if (above.length === 0) return undefined;
  const near = [...above.slice(-4), anchor];
  const gaps = near.slice(1).map((y, index) => ({ width: y - near[index]!, middle: (y + near[index]!) / 2 }));
  const widest = Math.max(...gaps.map(({ width }) => width));
  if (widest > lineStep * 1.25) return gaps.findLast(({ width }) => width >= widest * 0.97)!.middle;
  const leads = anchors.slice(1).map((y) => {
    const start = Math.max(-Infinity, ...cuts.filter((cut) => cut < y));
    return y - Math.min(y, ...ys.filter((other) => other > start));
  });
  const begins = ys.find((y) => y >= anchor - Math.max(0, ...leads) - sameLine)!;
  return begins > ys[0]! ? begins - sameLine / 2 : undefined;
}
