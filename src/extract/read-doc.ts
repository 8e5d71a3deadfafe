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
    } else out.push(lines[at]!);
  }
  return out.join('\n');
}

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

/** Two rows on one line: twice the cells of a row. */
function splitRows(line: string, widths: ReadonlySet<number>): string[] {
  const cells = line.split('\t');
  for (const width of widths) {
    if (cells.length !== width * 2 || widths.has(cells.length) || cells[width - 1] !== '') continue;
    return [cells.slice(0, width - 1).join('\t'), cells.slice(width, -1).join('\t')];
  }
  return [line.endsWith('\t') ? line.slice(0, -1) : line];
}
