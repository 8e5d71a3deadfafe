// Finds sheets that were too wide for the paper among the pages of a document, so that their columns stand on several pages:
// printed down first and then over, or over and then down. Pure.
import { type Beside, goesOnBeside, liesBeside } from './pdf-sheet-evidence.ts';
import type { SheetPrint } from './pdf-sheet-print.ts';

export interface WideSheet {
  /** Pages of each stretch of rows, from left to right; indexes into what was given. */
  readonly bands: readonly (readonly SheetPart[])[];
  /** Where its pages begin, and the first behind them. */
  readonly from: number;
  readonly to: number;
}

export interface SheetPart {
  readonly page: number;
  /** How it lies beside the first of its band; undefined for that one. */
  readonly beside: Beside | undefined;
}

/** Bounds: pages under each other, and beside each other; pairs of pages that are looked at in a document. */
const [mostBands, mostParts, mostPairs] = [60, 12, 18_000] as const;

/** Sheets among the pages of a document, in their order; a page that may be part of none is undefined. */
export function findSheets(prints: readonly (SheetPrint | undefined)[]): WideSheet[] {
  const sheets: WideSheet[] = [];
  for (let from = 0; from + 1 < prints.length; from = Math.max(from + 1, sheets.at(-1)?.to ?? 0)) {
    const sheet = overThenDown(prints, from) ?? downThenOver(prints, from);
    if (sheet) sheets.push(sheet);
  }
  return sheets;
}

type Prints = readonly (SheetPrint | undefined)[];

/** The pages of a stretch of rows follow each other. */
function overThenDown(prints: Prints, from: number): WideSheet | undefined {
  const first = partsOf(prints, from, 1);
  if (first.length < 2) return undefined;
  const bands = [first];
  for (;;) {
    const next = below(prints, first, from + bands.length * first.length);
    if (next === undefined) break;
    bands.push(next);
  }
  return { bands, from, to: from + bands.length * first.length };
}

/** Pages with the first columns come first, then as many with the next ones. */
function downThenOver(prints: Prints, from: number): WideSheet | undefined {
  const most = Math.min(mostBands, Math.floor(mostPairs / prints.length), Math.floor((prints.length - from) / 2));
  for (let down = 2; down <= most; down++) {
    const first = partsOf(prints, from, down);
    for (let parts = first.length; parts > 1; parts--) {
      const head = first.slice(0, parts);
      const bands = [head];
      for (let row = 1; row < down; row++) {
        const next = below(prints, head, from + row, down);
        if (next === undefined) break;
        bands.push(next);
      }
      if (bands.length === down) return { bands, from, to: from + down * parts };
    }
  }
  return undefined;
}

/** The pages beside the one at `from` that has the head, `step` apart. */
function partsOf(prints: Prints, from: number, step: number): SheetPart[] {
  const head = prints[from];
  const parts: SheetPart[] = [{ page: from, beside: undefined }];
  while (head && parts.length < mostParts) {
    const page = from + parts.length * step;
    const print = prints[page];
    const beside = print && liesBeside(head, print);
    if (!beside) break;
    parts.push({ page, beside });
  }
  return parts;
}

/** The pages of the rows that begin on the page at `from`, as those of the head lie beside each other. */
function below(prints: Prints, first: readonly SheetPart[], from: number, step = 1): SheetPart[] | undefined {
  const head = prints[first[0]!.page]!;
  const a = prints[from];
  if (a === undefined) return undefined;
  const parts: SheetPart[] = [{ page: from, beside: undefined }];
  for (const [at, { page, beside }] of first.entries()) {
    if (beside === undefined) continue;
    const b = prints[from + at * step];
    const next = b && goesOnBeside(a, b, { head, nextOfHead: prints[page]!, beside });
    if (!next) return undefined;
    parts.push({ page: from + at * step, beside: next });
  }
  return parts;
}
