// Plain text: a line is a paragraph, lines with tabs are table rows, numbered and bulleted lines are items.
import { isHeading } from './heading-by-length.ts';
import { isFigure } from './pdf-table.ts';
import { gathered, type Reader } from './reader.ts';
import { createSegmentBuilder, type SegmentBuilder } from './segment-builder.ts';

const listMark = /^\s*(?:[-–•▪●○*]\s|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}[.)]\s*\S)/;

export const readText: Reader = ({ media, text = '', limits }) => {
  const builder = createSegmentBuilder(limits);
  putLines(text, builder);
  return gathered(media, builder);
};

/** Segments of text in lines; runs of lines with tabs become tables, short lines above longer text headings. */
export function putLines(text: string, builder: SegmentBuilder): void {
  let table: string[][] = [];
  const flush = () => {
    const width = Math.max(0, ...table.map((row) => row.length));
    const cellsOf = (row: readonly string[]) =>
      row.length === 1 ? [{ text: row[0]!, columns: width }] : row.map((text) => ({ text }));
    if (table.length > 0) builder.table(table.map(cellsOf));
    table = [];
  };
  const lines = text.split(/\r\n|[\n\r\f\v\u2028\u2029]/).filter((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    if (builder.full()) return;
    const cells = line.split('\t');
    if (isRow(cells)) {
      table.push(cells);
      continue;
    }
    const next = lines[index + 1];
    if (isBand(line, next, table.at(-1))) {
      table.push([line]);
      continue;
    }
    flush();
    builder.text(
      listMark.test(line)
        ? 'item'
        : isHeading(line, next, index === 0, next !== undefined && isRow(next.split('\t')))
          ? 'heading'
          : 'paragraph',
      line,
    );
  }
  flush();
}

/** A line between rows of one width, of which the next is no head: a programme's name over its projects. */
function isBand(line: string, next: string | undefined, above: readonly string[] | undefined): boolean {
  if (next === undefined || above === undefined || above.length < 2 || line.trim().length > longestBand) return false;
  const cells = next.split('\t');
  return cells.length === above.length && isRow(cells) && cells.some((cell) => isFigure(cell.trim()));
}
const longestBand = 90;

function isRow(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length >= 2;
}
