// Rules for a wide sheet that was printed without any: where its rows and columns part. Cells of a sheet stand close, and no gap
// tells them; but each column has its head, and every page its own columns. Pure.
import type { Piece } from './pdf-lines.ts';
import type { Glyph } from './pdf-page.ts';
import type { Rule } from './pdf-rules.ts';
import { isNumbered } from './pdf-sheet-signs.ts';

/** A stretch of rows, its pages side by side. */
export interface DrawnBand {
  readonly glyphs: readonly Glyph[];
  readonly rows: readonly DrawnRow[];
}

/** What stands at one height in the table. */
export interface DrawnRow {
  readonly y: number;
  readonly pieces: readonly Piece[];
  readonly numbered: boolean;
  /** It has words beyond the first page. */
  readonly wide: boolean;
  readonly head: boolean;
}

/** Steps a point, and points across which no letter stands, between columns. */
const [steps, narrowest] = [4, 1] as const;
/** Share of the rows that may stand across. */
const mostAcross = 0.06;
/** Points by which lines of one cell are closer than rows. */
const closer = 0.8;
/** Bound of a sheet's width in points. */
const widest = 12_000;

/** Heights of a band as rows of the table: what is printed over and under it stays out. */
export function drawnRows(
  pieces: readonly (readonly Piece[])[],
  head: { readonly from: number; readonly to: number } | undefined,
): DrawnRow[] {
  const all = pieces
    .flatMap((own, part) => own.map((piece) => ({ piece, part })))
    .sort((a, b) => a.piece.y - b.piece.y);
  const rows: { y: number; pieces: Piece[]; parts: Set<number> }[] = [];
  for (const { piece, part } of all) {
    const last = rows.at(-1);
    if (last && piece.y - last.y <= sameHeight) {
      last.pieces.push(piece);
      last.parts.add(part);
    } else rows.push({ y: piece.y, pieces: [piece], parts: new Set([part]) });
  }
  const drawn = rows.map((row): DrawnRow => {
    const sorted = row.pieces.toSorted((a, b) => a.x0 - b.x0);
    const isHead = head !== undefined && row.y <= head.to + sameHeight;
    return {
      y: row.y,
      pieces: sorted,
      numbered: isNumbered(sorted),
      wide: [...row.parts].some((part) => part > 0),
      head: isHead,
    };
  });
  const last = drawn.findLastIndex(({ numbered, wide }) => numbered || wide);
  return drawn.slice(0, last + 1).filter(({ y }) => head === undefined || y >= head.from - sameHeight);
}
const sameHeight = 1;

/** Where columns part, from left to right; none where heads do not tell them. */
export function columnEdges(bands: readonly DrawnBand[]): number[] {
  const data = stretchesOf(bands);
  const over = (head: Stretch) => data.filter(overlaps(head));
  const named = bands.flatMap(({ rows }) => rows.filter(({ head }) => head).flatMap(({ pieces }) => pieces));
  // Heads close to each other came as one piece.
  const own = named
    .flatMap((piece): readonly Stretch[] => (over(piece).length < 2 ? [piece] : piece.words))
    .filter((head) => over(head).length < 2);
  // A head over several columns names none of them, but what spaces part in one.
  const wide = named.filter(
    (head) => over(head).length > 1 && !over(head).some((column) => own.some(overlaps(column))),
  );
  const heads = [...own, ...wide];
  const columns = united([...data, ...heads]);
  const headed = columns.filter((column) => heads.some(overlaps(column)));
  // What has no head goes on with the column before.
  return headed.slice(1).map(({ x0 }) => {
    const before = columns.findLast(({ x1 }) => x1 <= x0)!;
    return (before.x1 + x0) / 2;
  });
}

interface Stretch {
  readonly x0: number;
  readonly x1: number;
}

const overlaps =
  ({ x0, x1 }: Stretch) =>
  (other: Stretch): boolean =>
    other.x0 < x1 && other.x1 > x0;

/** Stretches that no gap parts. */
function united(stretches: readonly Stretch[]): Stretch[] {
  const found: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of stretches.toSorted((a, b) => a.x0 - b.x0)) {
    const last = found.at(-1);
    if (last && x0 - last.x1 < narrowest) last.x1 = Math.max(last.x1, x1);
    else found.push({ x0, x1 });
  }
  return found;
}

/** Stretches in which letters of most rows stand under the head. */
function stretchesOf(bands: readonly DrawnBand[]): Stretch[] {
  const lines = bands.flatMap(({ glyphs, rows }) => {
    const letters = glyphs.filter(({ text }) => text.trim() !== '');
    const telling = rows.filter(({ wide, head }) => wide && !head);
    return telling.map(({ y }) => letters.filter((glyph) => Math.abs(glyph.y - y) <= sameHeight));
  });
  const all = lines.flat();
  const left = all.reduce((least, { x0 }) => Math.min(least, x0), Infinity);
  const width = all.reduce((most, { x1 }) => Math.max(most, x1), -Infinity) - left;
  if (!(width > 0 && width < widest)) return [];
  const cover = new Uint16Array(Math.ceil(width * steps) + 1);
  for (const line of lines) {
    const inLine = new Set<number>();
    for (const { x0, x1 } of line)
      for (let x = Math.ceil((x0 - left) * steps); x < (x1 - left) * steps; x++) inLine.add(x);
    for (const x of inLine) cover[x]!++;
  }
  const dots = [...cover.entries()].filter(([, count]) => count > lines.length * mostAcross);
  return united(dots.map(([x]) => ({ x0: left + x / steps, x1: left + (x + 1) / steps })));
}

/** Lines between the rows of a band, and between its columns where no letter stands across. */
export function bandRules({ glyphs, rows }: DrawnBand, edges: readonly number[]): Rule[] {
  if (rows.length === 0) return [];
  const pieces = rows.flatMap((row) => row.pieces);
  const [size] = [pieces[0]!.size];
  const x0 = Math.min(...pieces.map((piece) => piece.x0), edges[0]!) - 2;
  const x1 = Math.max(...pieces.map((piece) => piece.x1), edges.at(-1)!) + 2;
  const parted = cellLines(rows);
  const ys = [rows[0]!.y - size * 1.1, ...parted.map(([, to]) => to)];
  const rules: Rule[] = [x0, x1].map((x) => ({ x0: x, x1: x, y0: ys[0]!, y1: ys.at(-1)! }));
  for (const y of ys) rules.push({ x0, x1, y0: y, y1: y });
  for (const [at, y1] of ys.slice(1).entries()) {
    const y0 = ys[at]!;
    const lines = rows.filter(({ y }) => y > y0 && y < y1);
    // A line on the first page alone runs on over its columns; elsewhere cells may stand so close that they are one piece.
    const letters = lines.some(({ wide }) => wide)
      ? glyphs.filter(({ cy, text }) => cy > y0 && cy < y1 && text.trim() !== '')
      : lines.flatMap((line) => line.pieces);
    for (const x of edges) {
      const across = letters.some((letter) => letter.x0 < x - 0.5 && letter.x1 > x + 0.5);
      if (!across) rules.push({ x0: x, x1: x, y0, y1 });
    }
  }
  return rules;
}

/** Heights between which the lines of each row stand: those of one cell are closer than rows are. */
function cellLines(rows: readonly DrawnRow[]): (readonly [number, number])[] {
  const numbered = rows.filter((row) => row.numbered);
  const counted = numbered.length > 2;
  const anchors = counted ? numbered : rows.filter(({ wide }) => wide);
  const pitch = Math.min(...anchors.slice(1).map(({ y }, at) => y - anchors[at]!.y)) - closer;
  const begin = Math.min(...numbered.map(({ pieces }) => pieces[0]!.x0));
  // What begins with the numbers and has none is a group's name; what goes on in a name begins under it.
  const isGroup = (row: DrawnRow) => counted && !row.wide && !row.numbered && row.pieces[0]!.x0 <= begin + 1;
  const found: (readonly [number, number])[] = [];
  let from = -Infinity;
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    const { size } = row.pieces[0]!;
    if (next && next.y - row.y < pitch && row.head === next.head && !isGroup(row) && !isGroup(next)) continue;
    const to = next === undefined ? row.y + size * 0.5 : (row.y + next.y) / 2 - size * 0.25;
    found.push([from, to]);
    from = to;
  }
  return found;
}
