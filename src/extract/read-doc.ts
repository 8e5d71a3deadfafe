// DOC (Word 97–2003): text by word-extractor; paragraphs by line, table rows by tabs.
import { createRequire } from 'node:module';
import { putLines } from './read-text.ts';
import { gathered, type Reader } from './reader.ts';
import { createSegmentBuilder } from './segment-builder.ts';

interface WordDocument {
  getBody(): string;
  getTextboxes(options?: { includeBody?: boolean; includeHeadersAndFooters?: boolean }): string;
  getFootnotes(): string;
}
interface WordExtractor {
  extract(source: Buffer): Promise<WordDocument>;
}

export const readDoc: Reader = async ({ media, body, limits }) => {
  const Extractor = createRequire(import.meta.url)('word-extractor') as new () => WordExtractor;
  const document = await new Extractor().extract(body);
  const builder = createSegmentBuilder(limits);
  for (const part of [
    wholeRows(document.getBody()),
    document.getTextboxes({ includeHeadersAndFooters: false }),
    document.getFootnotes(),
  ]) {
    if (part) putLines(part, builder);
  }
  return gathered(media, builder);
};

/**
 * Puts every table row on one line. The library ends a row with a tab and a line feed, but a repeated header row with two
 * tabs alone, and breaks a cell's paragraphs over lines.
 */
function wholeRows(body: string): string {
  const lines = body.split('\n');
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split('\t').length;
    if (cells > 2 && line.endsWith('\t')) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const widths = new Set([...counts].filter(([, times]) => times >= 2).map(([cells]) => cells));
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const joined = joinRow(lines, at, widths);
    if (joined) {
      out.push(...splitRows(joined.line, widths));
      at = joined.last;
    } else out.push(...splitRows(lines[at]!, widths));
  }
  return out.map((line, at) => widened(line, out.slice(at + 1, at + 1 + rowsBelow))).join('\n');
}

/** Rows looked at below a head, bands among them. */
const rowsBelow = 4;

/** A head whose first cell was merged over the numbers and the names below it: the library gives it once. */
function widened(line: string, below: readonly string[]): string {
  const [first = '', ...cells] = line.split('\t');
  if (cells.length < 2 || cells.some((cell) => cell === '') || number.test(first)) return line;
  const rows = below.map((other) => other.split('\t')).filter((row) => row.length > 2);
  const numbered = rows.filter((row) => row.length === cells.length + 2 && number.test(row[0]!));
  return numbered.length >= 2 && numbered.length === rows.length ? [first, first, ...cells].join('\t') : line;
}

const number = /^[0-9๐-๙]{1,3}[.)]?$/u;

/** The row that begins at a line and is complete only some lines later, if there is one. */
function joinRow(
  lines: readonly string[],
  first: number,
  widths: ReadonlySet<number>,
): { line: string; last: number } | undefined {
  let line = lines[first]!;
  if (!line.includes('\t')) return undefined;
  const widest = Math.max(0, ...widths);
  for (let last = first; last < Math.min(lines.length, first + 30); last++) {
    if (last > first) line += ` ${lines[last]}`;
    const cells = line.split('\t').length;
    if (line.endsWith('\t') && (widths.has(cells) || last === first)) return { line, last };
    if (cells >= widest) return undefined;
  }
  return undefined;
}

/** Rows run together on one line, each with an empty cell after its last: by the width that most of them have. */
function splitRows(line: string, widths: ReadonlySet<number>): string[] {
  const cells = line.split('\t');
  const whole = [line.endsWith('\t') ? line.slice(0, -1) : line];
  if (widths.has(cells.length) || cells.length > mostCells || !/\t\t[^\t]/u.test(line)) return whole;
  let best: { readonly cost: number; readonly ends: readonly number[] } | undefined;
  for (let width = 2; width <= widestRow && width * 2 <= cells.length; width++) {
    const cut = cutRows(cells, width);
    if (cut !== undefined && (best === undefined || cut.cost < best.cost)) best = cut;
  }
  if (best === undefined) return whole;
  const rows = best.ends.map((end, at) => cells.slice(at === 0 ? 0 : best.ends[at - 1]! + 1, end).join('\t'));
  // What follows the last row's end is no cell.
  const rest = cells.slice(best.ends.at(-1)! + 1).join('\t');
  return rest === '' ? rows : [...rows, rest];
}

const [mostCells, widestRow] = [5000, 30] as const;
/** A row of another width costs more than a band of one cell. Where a third do, they are no rows of this width. */
const [band, other, mostOther] = [1, 2, 1 / 3] as const;

/** The cheapest way to cut cells into rows, nearly all of `width`: where each row's empty last cell stands. */
function cutRows(
  cells: readonly string[],
  width: number,
): { readonly cost: number; readonly ends: readonly number[] } | undefined {
  const costs = new Array<number>(cells.length + 1).fill(Number.POSITIVE_INFINITY);
  const froms = new Array<number>(cells.length + 1).fill(-1);
  costs[0] = 0;
  for (let from = 0; from < cells.length; from++) {
    if (costs[from] === Number.POSITIVE_INFINITY || cells[from + 1] === undefined) continue;
    for (let own = 1; own <= width && from + own < cells.length; own++) {
      if (cells[from + own] !== '') continue;
      const cost = costs[from]! + (own === width ? 0 : own === 1 ? band : other);
      if (cost >= costs[from + own + 1]!) continue;
      costs[from + own + 1] = cost;
      froms[from + own + 1] = from;
    }
  }
  // One cell may be left: the text that follows the table.
  const last = [cells.length - 1, cells.length].find((at) => costs[at]! < Number.POSITIVE_INFINITY);
  if (last === undefined) return undefined;
  const ends: number[] = [];
  let others = 0;
  for (let at = last; at > 0; at = froms[at]!) {
    ends.unshift(at - 1);
    const own = at - 1 - froms[at]!;
    if (own !== width && own !== 1) others++;
  }
  const own = ends.filter((end, at) => end - (at === 0 ? 0 : ends[at - 1]! + 1) === width).length;
  return own < 2 || others >= ends.length * mostOther ? undefined : { cost: costs[last]!, ends };
}
