// Plain text: a line is a paragraph, lines with tabs are table rows, numbered and bulleted lines are items.
import { isLineOfFigures } from './line-of-figures.ts';
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
    if (table.length > 0) builder.table(table.map((row) => row.map((cell) => ({ text: cell }))));
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
    flush();
    const next = lines[index + 1];
    builder.text(listMark.test(line) ? 'item' : isHeading(line, next, index === 0) ? 'heading' : 'paragraph', line);
  }
  flush();
}

function isRow(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length >= 2;
}

/** Text without styles shows its headings by length alone: the first line, and a short line over a long one or a table. */
function isHeading(line: string, next: string | undefined, first: boolean): boolean {
  if (next === undefined || isLineOfFigures(line)) return false;
  // cells set apart by spaces make no line long
  const [length, below] = [line, next].map((text) => text.trim().replace(/\s{2,}/gu, ' ').length) as [number, number];
  if (length > (first ? 150 : 80) || /[.,;:]$/.test(line.trim())) return false;
  return first || below >= Math.max(90, length * 2) || isRow(next.split('\t'));
}
