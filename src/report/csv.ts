// The findings as CSV, one row a criterion and agency; Excel opens it with its Thai intact. Pure.
import type { AuditRun } from '../model/result.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { pageTextsOf } from './catalogue/page-texts.ts';
import { withThaiDigits } from './catalogue/thai-digits.ts';
import { csvLines } from './csv-text.ts';
import { eachFinding, findingColumns } from './finding-rows.ts';
import type { Pieces, RenderOptions } from './formats.ts';

type CsvOptions = Pick<RenderOptions, 'lang' | 'thaiDigits'>;

/** The file, a row at a time: that of a whole country does not fit into memory at once. */
export function csvInPieces(run: AuditRun, options: CsvOptions): Pieces {
  return { pieces: { [Symbol.iterator]: () => csvLines(csvRows(run, options)) } };
}

function* csvRows(run: AuditRun, { lang, thaiDigits }: CsvOptions): Generator<readonly (string | number | null)[]> {
  const messages = thaiDigits ? withThaiDigits(messagesOf(lang)) : messagesOf(lang);
  const texts = pageTextsOf(lang);
  yield findingColumns.map(([heading]) => heading(texts));
  for (const { values } of eachFinding(run, messages)) yield values;
}
