// Makes CSV that opens right in Excel: BOM so that Thai shows, CR LF, and no cell that a spreadsheet would run as a formula.

/** Text that no spreadsheet runs: what begins like a formula gets an apostrophe before it. */
export function harmlessText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell as CSV: harmless, and quoted where needed. */
function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' ? harmlessText(text) : text;
  return /[",\r\n;]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

type CsvRow = readonly (string | number | null | undefined)[];

/** Rows with the heading row first. */
export function csvText(rows: Iterable<CsvRow>): string {
  return [...csvLines(rows)].join('');
}

/** The same, a row at a time. */
export function* csvLines(rows: Iterable<CsvRow>): Generator<string> {
  yield '\ufeff';
  for (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`;
}
