// CSV and its kin: one table; the separator is the one that parts the first lines most evenly.
import { parse } from 'csv-parse/sync';
import { gathered, type Reader } from './reader.ts';
import { createSegmentBuilder } from './segment-builder.ts';

export const readCsv: Reader = ({ media, text = '', limits }) => {
  const rows = parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
    to: limits.sheetRows,
    max_record_size: 1_000_000,
  }) as string[][];
  const builder = createSegmentBuilder(limits);
  let start = 0;
  // Titles above the table stand alone on their lines.
  for (; start < rows.length - 1; start++) {
    const filled = rows[start]!.filter((cell) => cell.trim() !== '');
    if (filled.length > 1) break;
    builder.text('heading', filled[0] ?? '', 3);
  }
  const table = rows.slice(start);
  builder.table(
    table.map((row) => row.map((cell) => ({ text: cell }))),
    table.map((_, index) => start + index + 1),
  );
  const cut = { kind: 'cut', detail: `only the first ${limits.sheetRows} rows were read` } as const;
  const damage = rows.length >= limits.sheetRows ? [cut] : [];
  return gathered(media, builder, { damage });
};

function separatorOf(text: string): string {
  const lines = text
    .slice(0, 16_384)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best = ',';
  let most = 0;
  for (const separator of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1);
    const usual = counts.filter((count) => count > 0 && count === (counts[1] ?? counts[0])).length;
    if (usual > most) [best, most] = [separator, usual];
  }
  return best;
}
