// Headings of text without styles. Pure.
import { isLineOfFigures } from './line-of-figures.ts';

/**
 * Text without styles shows its headings by length alone: the first line, and a short line over a long one or a table
 * (`overRow`).
 */
export function isHeading(line: string, next: string | undefined, first: boolean, overRow: boolean): boolean {
  if (next === undefined || isLineOfFigures(line)) return false;
  // cells set apart by spaces make no line long
  const [length, below] = [line, next].map((text) => text.trim().replace(/\s{2,}/gu, ' ').length) as [number, number];
  if (length > (first ? 150 : 80) || /[.,;:]$/.test(line.trim())) return false;
  return first || below >= Math.max(90, length * 2) || overRow;
}
