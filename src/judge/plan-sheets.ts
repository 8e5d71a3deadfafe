// A workbook of which one sheet is the year's plan and another something else (what came of the last year, who to call): the plan's
// sheet says so in its own first lines (years-frame.ts), and is a document by itself. Pure.
import type { IndexedSegment } from './records.ts';
import type { UnitContext } from './unit.ts';
import { lineOf } from './unit-lines.ts';
import { yearsFrame } from './years-frame.ts';

/** Lines at the head of a sheet that may say it. */
const headLines = 5;

/** Segments of the sheets that are the plan, those of the others, and its year. */
export function planSheets(
  context: UnitContext,
  content: readonly IndexedSegment[],
):
  | { readonly plan: readonly IndexedSegment[]; readonly rest: readonly IndexedSegment[]; readonly year: number }
  | undefined {
  const sheetOf = ({ segment }: IndexedSegment): string | undefined => segment.locator.sheet;
  if (content[0] === undefined || sheetOf(content[0]) === undefined) return undefined;
  const sheets = Map.groupBy(content, sheetOf);
  if (sheets.size < 2) return undefined;
  for (const parts of sheets.values()) {
    const head = parts.filter(({ segment }) => segment.kind !== 'row').slice(0, headLines);
    const frame = yearsFrame(context, head.map(lineOf));
    if (frame?.year === undefined) continue;
    // What goes on under the same heads on the next sheet is more of it.
    const heads = headsOf(parts);
    const plan = [...sheets.values()].filter((other) => other === parts || headsOf(other) === heads).flat();
    const rest = content.filter((part) => !plan.includes(part));
    return rest.some(({ segment }) => segment.kind === 'row') ? { plan, rest, year: frame.year } : undefined;
  }
  return undefined;
}

const headsOf = (parts: readonly IndexedSegment[]): string | undefined =>
  parts.find(
    ({ segment }) => segment.kind === 'row' && (segment.cells ?? []).filter((cell) => cell.trim() !== '').length > 2,
  )?.segment.text;
