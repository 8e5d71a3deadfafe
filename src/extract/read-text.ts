// Plain text: a line is a paragraph, lines with tabs are table rows, numbered and bulleted lines are items.
import { isHeading } from './heading-by-length.ts';
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

function isRow(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length >= 2;
}
