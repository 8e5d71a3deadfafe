// A spreadsheet published as a page brings its own frame along: letters over its columns and numbers before its rows, which say nothing.
// Pure.
import type { IndexedSegment } from './records.ts';

/** Columns and rows from which letters and numbers are a sheet's frame. */
const [fewestColumns, fewestRows] = [3, 3];

/** The rows without it; the very same where there is none. */
export function withoutSheetFrame(rows: readonly IndexedSegment[]): readonly IndexedSegment[] {
  const [letters, ...rest] = rows;
  const named = (letters?.segment.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (named.length < fewestColumns || rest.length < fewestRows) return rows;
  if (!named.every((cell, at) => cell === String.fromCharCode(firstLetter + at))) return rows;
  const numbered = rest.every(({ segment }, at) => segment.cells?.[0]?.trim() === String(at + 1));
  if (!numbered) return rest;
  return rest.map(({ segment, ...part }) => {
    const cells = segment.cells!.slice(1);
    return { ...part, segment: { ...segment, cells, text: cells.filter((cell) => cell.trim() !== '').join(' | ') } };
  });
}
const firstLetter = 'A'.charCodeAt(0);
