// The cells that people decided, and those whose decision no longer counts, as a section of the text report. Pure.
import type { AuditRun } from '../model/result.ts';
import type { Language, Messages } from './catalogue/messages.ts';
import { cleanText, wrapText } from './fit-text.ts';

const texts: Readonly<
  Record<
    Language,
    {
      readonly decided: string;
      readonly reopened: string;
      readonly because: Readonly<Record<'evidence-changed' | 'expired', string>>;
      readonly program: string;
      readonly until: string;
    }
  >
> = {
  th: {
    decided: 'ผลที่ผู้ตรวจพิจารณาแล้ว',
    reopened: 'ผลที่ต้องพิจารณาใหม่',
    because: { 'evidence-changed': 'หลักฐานเปลี่ยนไป', expired: 'พ้นกำหนด' },
    program: 'โปรแกรมว่า',
    until: 'ถึง',
  },
  en: {
    decided: 'Decided by people',
    reopened: 'To be decided again',
    because: { 'evidence-changed': 'the evidence has changed', expired: 'the decision has expired' },
    program: 'the program says',
    until: 'until',
  },
};

/** Heading and lines of each of the two lists; nothing where there is nothing. */
export function reviewSections(
  run: AuditRun,
  { language, verdict, date }: Messages,
  columns: number,
): { readonly heading: string; readonly lines: readonly string[] }[] {
  const words = texts[language];
  const decided: string[] = [];
  const reopened: string[] = [];
  for (const agency of run.agencies) {
    for (const { id, verdict: now, review, reviewReopened } of agency.criteria) {
      if (review !== undefined) {
        const until = review.until === undefined ? '' : `, ${words.until} ${date(review.until)}`;
        const by = `${cleanText(review.by)}, ${date(review.at)}${until}`;
        const program = `${words.program}: ${verdict[review.program.verdict]}`;
        decided.push(`${agency.id} ${id}: ${verdict[now]} (${by}; ${program}) ${cleanText(review.reason)}`);
      }
      if (reviewReopened !== undefined) {
        const { by, at, because, reason } = reviewReopened;
        const was = `${verdict[reviewReopened.verdict]} – ${cleanText(by)}, ${date(at)}: ${cleanText(reason)}`;
        reopened.push(`${agency.id} ${id}: ${words.because[because]} (${was})`);
      }
    }
  }
  const section = (heading: string, entries: readonly string[]) => ({
    heading,
    lines: entries.flatMap((entry) => {
      const [first = '', ...rest] = wrapText(entry, Math.max(20, columns - 2));
      return [`• ${first}`, ...rest.map((line) => `  ${line}`)];
    }),
  });
  return [section(words.decided, decided), section(words.reopened, reopened)].filter(({ lines }) => lines.length > 0);
}
