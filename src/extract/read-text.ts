// Plain text: a line is a paragraph, lines with tabs are table rows, numbered and bulleted lines are items.
import type { Reader } from './read-document.ts';
import { createSegmentBuilder } from './segment-builder.ts';

const listMark = /^\s*(?:[-–•▪●○*]\s|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}[.)]\s*\S)/;

export const readText: Reader = ({ media, text = '', limits }) => {
  const builder = createSegmentBuilder(limits);
  putLines(text, builder);
  return {
    ok: true,
    text: {
      media,
      segments: builder.segments,
      links: builder.links,
      source: 'text',
      damage: builder.full() ? ['text limit reached'] : [],
    },
  };
};

/** Segments of text in lines; runs of lines with tabs become tables. */
export function putLines(text: string, builder: ReturnType<typeof createSegmentBuilder>): void {
  let table: string[][] = [];
  const flush = () => {
    if (table.length > 0) builder.table(table.map((row) => row.map((cell) => ({ text: cell }))));
    table = [];
  };
  for (const line of text.split(/\r\n|[\n\r\f\v\u2028\u2029]/)) {
    if (builder.full()) return;
    const cells = line.split('\t');
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled >= 2) {
      table.push(cells);
      continue;
    }
    flush();
    builder.text(listMark.test(line) ? 'item' : 'paragraph', line);
  }
  flush();
}
