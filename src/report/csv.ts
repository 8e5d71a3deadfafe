// The findings as CSV, one row a criterion and agency; Excel opens it with its Thai intact. Pure.
import type { AuditRun } from '../model/result.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { pageTextsOf } from './catalogue/page-texts.ts';
import { withThaiDigits } from './catalogue/thai-digits.ts';
import { csvText } from './csv-text.ts';
import { findingColumns, findingRows } from './finding-rows.ts';
import type { RenderOptions } from './formats.ts';

export function renderCsv(run: AuditRun, { lang, thaiDigits }: Pick<RenderOptions, 'lang' | 'thaiDigits'>): string {
  const messages = thaiDigits ? withThaiDigits(messagesOf(lang)) : messagesOf(lang);
  const texts = pageTextsOf(lang);
  const head = findingColumns.map(([heading]) => heading(texts));
  return csvText([head, ...findingRows(run, messages).map(({ values }) => values)]);
}
