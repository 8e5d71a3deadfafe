// Reads a calendar date that a person typed, in either era. Never guesses: what is no real day is undefined.

import { plainDigits } from './plain-digits.ts';

/**
 * ISO date of `2026-12-31`, `2569-12-31`, `31/12/2569`, `31-12-2026`, `31.12.2569` (day first, Thai digits too), or
 * undefined. Years from 2400 on are Buddhist Era.
 */
export function parseDate(text: string): string | undefined {
  const digits = plainDigits(text.trim());
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(digits);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(digits);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  const [writtenYear, month, day] = parts.map(Number) as [number, number, number];
  const year = writtenYear >= 2400 ? writtenYear - 543 : writtenYear;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? date.toISOString().slice(0, 10) : undefined;
}
