// Completes tables that are ruled between their rows alone: posts where the lines' own parts meet (drawn cell by cell), or where
// no word stands, and a line over the head. Pure.
import { columnsOf } from './pdf-columns.ts';
import { buildLines, type Line, type NumberedCluster, type Spacing, visualLines } from './pdf-lines.ts';
import type { Rule } from './pdf-rules.ts';

/** Distance within which ends of lines are one, in points. */
const sameEnd = 4;
/** Lines at one height, in points. */
const sameHeight = 1.5;
/** Lines under each other from which they rule rows; where their parts show columns, fewer do. */
const [fewestLines, fewestParted] = [3, 2];
/** Points; what stands farther apart rules no rows. */
const highestRow = 400;
/** Share of the lines in which an edge of columns shows. */
const mostLines = 0.5;
/** Share of a head's columns that have words. */
const mostHeaded = 0.5;
/** Bounds for hostile pages. */
const [mostRowLines, mostFamilies] = [2000, 40] as const;

/** A line between two rows, and where its parts begin and end. */
interface RowLine {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly ends: readonly number[];
}

/** Lines to be added to `rules`. */
export function rowRules(clusters: readonly NumberedCluster[], rules: readonly Rule[], spacing: Spacing): Rule[] {
  const posts = rules.filter(({ x0, x1 }) => x0 === x1);
  const added: Rule[] = [];
  const rows = rowLines(rules.filter(({ y0, y1 }) => y0 === y1));
  if (rows.length > mostRowLines) return added;
  for (const family of familiesOf(rows).slice(0, mostFamilies)) {
    if (posts.some((post) => crosses(post, family))) continue;
    added.push(...completed(family, clusters, spacing));
  }
  return added;
}

function crosses({ x0: x, y0, y1 }: Rule, family: readonly RowLine[]): boolean {
  const { x0, x1, y } = family[0]!;
  return x >= x0 - sameEnd && x <= x1 + sameEnd && y0 <= family.at(-1)!.y && y1 >= y;
}

/** Parts that touch make one line. */
function rowLines(parts: readonly Rule[]): RowLine[] {
  const sorted = parts.toSorted((a, b) => a.y0 - b.y0);
  const lines: RowLine[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.y0 - sorted[to - 1]!.y0 <= sameHeight) to++;
    let open: { x0: number; x1: number; y: number; ends: number[] } | undefined;
    for (const { x0, x1, y0 } of sorted.slice(from, to).sort((a, b) => a.x0 - b.x0)) {
      if (open === undefined || x0 > open.x1 + sameEnd) {
        open = { x0, x1, y: y0, ends: [] };
        lines.push(open);
      } else {
        if (x0 > open.x1 - sameEnd) open.ends.push((x0 + open.x1) / 2);
        open.x1 = Math.max(open.x1, x1);
      }
    }
    from = to;
  }
  return lines;
}

/** Lines of one place and length, one under the other. */
function familiesOf(lines: readonly RowLine[]): RowLine[][] {
  const families: RowLine[][] = [];
  for (const line of lines) {
    if (line.x1 - line.x0 < 60) continue;
    const family = families.findLast(([first]) => near(first!.x0, line.x0) && near(first!.x1, line.x1));
    if (family !== undefined && line.y - family.at(-1)!.y <= highestRow) family.push(line);
    else families.push([line]);
  }
  return families.filter(
    (family) => family.length >= fewestLines || (family.length >= fewestParted && edgesOf(family).length >= 2),
  );
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= sameEnd;

/** Where parts meet in most of the lines. */
function edgesOf(family: readonly RowLine[]): number[] {
  const edges: number[] = [];
  for (const end of family.flatMap(({ ends }) => ends)) {
    if (edges.some((edge) => near(edge, end))) continue;
    if (family.filter(({ ends }) => ends.some((other) => near(end, other))).length >= family.length * mostLines)
      edges.push(end);
  }
  return edges.sort((a, b) => a - b);
}

function completed(family: readonly RowLine[], clusters: readonly NumberedCluster[], spacing: Spacing): Rule[] {
  const [first, last] = [family[0]!, family.at(-1)!];
  const { x0, x1 } = first;
  const within = clusters.filter(({ cluster }) => cluster.cx > x0 && cluster.cx < x1 && cluster.cy < last.y);
  const lines = visualLines(buildLines(within, spacing)).filter(({ turn }) => turn === 0);
  const rows = lines.filter(({ y }) => y > first.y && y < last.y);
  const parted = edgesOf(family);
  const edges = parted.length > 0 ? parted : betweenWords(rows);
  if (edges.length === 0) return [];
  const top = headTop(lines, first, edges);
  const ys = top === undefined ? family.map(({ y }) => y) : [top, ...family.map(({ y }) => y)];
  const added: Rule[] = [x0, x1].map((x) => ({ x0: x, x1: x, y0: ys[0]!, y1: last.y }));
  if (top !== undefined) added.push({ x0, x1, y0: top, y1: top });
  for (const [at, y1] of ys.slice(1).entries()) {
    const y0 = ys[at]!;
    const under = family.find(({ y }) => y === y1)!;
    const band = lines.filter(({ y }) => y > y0 && y < y1);
    for (const x of edges) {
      const drawn = parted.length > 0 ? under.ends.some((end) => near(end, x)) : !band.some((line) => stands(line, x));
      if (drawn) added.push({ x0: x, x1: x, y0, y1 });
    }
  }
  return added;
}

/** Edges of columns that no word crosses, where the lines are whole. */
function betweenWords(rows: readonly Line[]): number[] {
  if (rows.filter(({ pieces }) => pieces.length > 1).length < fewestLines) return [];
  const columns = columnsOf(rows);
  return columns.slice(1).map(({ x0 }, at) => (columns[at]!.x1 + x0) / 2);
}

/** A word of the line stands across. */
const stands = ({ pieces }: Line, x: number): boolean =>
  pieces.some(({ words }) => words.some((word) => word.x0 < x && word.x1 > x));

/** Where the head begins, of which the first line is the foot: lines close over it, in most of the columns, and across none. */
function headTop(lines: readonly Line[], first: RowLine, edges: readonly number[]): number | undefined {
  const { x0, x1, y: foot } = first;
  const head: Line[] = [];
  let below = foot;
  for (const line of lines.filter(({ y }) => y < foot).toReversed()) {
    if (below - line.y > line.size * (head.length === 0 ? 2.5 : 2) || edges.some((x) => stands(line, x))) break;
    head.push(line);
    below = line.y;
  }
  const sides = [x0, ...edges, x1];
  const columns = sides
    .slice(1)
    .filter((right, at) =>
      head.some(({ pieces }) => pieces.some((piece) => piece.x1 > sides[at]! && piece.x0 < right)),
    ).length;
  if (columns < Math.max(2, (sides.length - 1) * mostHeaded)) return undefined;
  return head.at(-1)!.y - head.at(-1)!.size;
}
