// Reads a registry kept as CSV: any common separator, UTF-8 with or without BOM, UTF-16 or windows-874.
import { CsvError, parse } from 'csv-parse/sync';
import { columnOf } from './columns.ts';
import { type GridRow, recordsOfGrid } from './grid-records.ts';
import { problemAt, problemTexts } from './problem-texts.ts';
import type { RawRegistry } from './raw-registry.ts';

const separators = [',', ';', '\t', '|'] as const;

export function readCsv(file: string, bytes: Uint8Array): RawRegistry {
  const text = decodeOfficeText(bytes);
  if (text === undefined) return { records: [], problems: [problemAt({ file }, problemTexts.encoding())] };
  try {
    return recordsOfGrid(file, parseGrid(text));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    return { records: [], problems: [problemAt({ file, line }, problemTexts.unreadable(error.message))] };
  }
}

/**
 * Text of a file that an office program saved, or undefined when no reading makes sense: BOM first, then UTF-8 if
 * valid, then windows-874. Text that is UTF-8 read as Latin (`à¸`) is refused too.
 */
export function decodeOfficeText(bytes: Uint8Array): string | undefined {
  const text = decodeBytes(bytes);
  if (/\ufffd|\u0000|à[¸¹]/u.test(text)) return undefined;
  return text;
}

function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-874').decode(bytes);
  }
}

function parseGrid(original: string): GridRow[] {
  // csv-parse counts CR LF inside quotes as two lines.
  const text = original.replace(/\r\n?/g, '\n');
  // Excel's own hint: a first line `sep=;`.
  const hint = /^sep=(.)\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? guessSeparator(body);
  const records: unknown = parse(body, {
    delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
  });
  let line = hint ? 2 : 1;
  const rows: GridRow[] = [];
  for (const { record, info } of records as { record: string[]; info: { lines: number } }[]) {
    rows.push({ line, cells: record.map((text) => ({ text: tidy(text) })) });
    line = info.lines + (hint ? 2 : 1);
  }
  return rows;
}

/** The separator by which one of the first lines names most columns; ties go to the more frequent one. */
function guessSeparator(text: string): string {
  const lines = text.split('\n', 10);
  let best: string = separators[0];
  let bestScore = 0;
  for (const separator of separators) {
    const score = Math.max(
      ...lines.map((line) => {
        const parts = line.split(separator);
        const named = parts.filter((part) => columnOf(part.replace(/^[\s"]+|[\s"]+$/g, ''))).length;
        return parts.length < 2 ? 0 : named * 1000 + parts.length;
      }),
    );
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Undoes the ways a spreadsheet protects a text (`="001"`, a leading apostrophe) and odd spaces. */
function tidy(text: string): string {
  return text
    .replace(/^="(.*)"$/su, '$1')
    .replace(/^'(?=\d)/, '')
    .replace(/[\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}
