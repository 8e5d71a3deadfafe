// How reports mark a cell that a person decided, and one whose decision no longer counts. Pure; words of people are cleaned.
import type { AuditRun, CriterionVerdict } from '../model/result.ts';
import type { Language, Messages } from './catalogue/messages.ts';
import { cleanText } from './fit-text.ts';

/** Stands after the sign of a cell that a person decided. */
export const reviewedSign = '*';

interface ReviewWords {
  /** Meaning of the sign. */
  readonly legend: string;
  readonly decided: (by: string, on: string) => string;
  readonly until: (date: string) => string;
  readonly program: (verdict: string) => string;
  readonly reopened: (because: string, verdict: string, by: string, on: string) => string;
  readonly because: Readonly<Record<'evidence-changed' | 'expired', string>>;
}

const words: Readonly<Record<Language, ReviewWords>> = {
  th: {
    legend: 'ผู้ตรวจพิจารณาแล้ว',
    decided: (by, on) => `ผู้ตรวจพิจารณาแล้ว (${by}, ${on})`,
    until: (date) => `ใช้ถึง ${date}`,
    program: (verdict) => `โปรแกรมว่า: ${verdict}`,
    reopened: (because, verdict, by, on) => `ต้องพิจารณาใหม่ เพราะ${because} (เดิม ${verdict} โดย ${by}, ${on})`,
    because: { 'evidence-changed': 'หลักฐานเปลี่ยนไป', expired: 'พ้นกำหนด' },
  },
  en: {
    legend: 'decided by a person',
    decided: (by, on) => `decided by ${by}, ${on}`,
    until: (date) => `until ${date}`,
    program: (verdict) => `the program says: ${verdict}`,
    reopened: (because, verdict, by, on) => `to be decided again: ${because} (was ${verdict} by ${by}, ${on})`,
    because: { 'evidence-changed': 'the evidence has changed', expired: 'the decision has expired' },
  },
};

/** `sign` with the mark of a person's decision, where there is one. */
export function reviewedMark(sign: string, { review }: Pick<CriterionVerdict, 'review'>): string {
  return review === undefined ? sign : `${sign}${reviewedSign}`;
}

/** The legend's entry for the mark; undefined where no cell of the run bears it. */
export function reviewedLegend({ agencies }: AuditRun, { language }: Pick<Messages, 'language'>): string | undefined {
  const any = agencies.some(({ criteria }) => criteria.some(({ review }) => review !== undefined));
  return any ? words[language].legend : undefined;
}

/** Who decided when, why, and what the program says; or why a decision no longer counts. Undefined where no one decided. */
export function reviewNote(
  { review, reviewReopened }: CriterionVerdict,
  { language, verdict, date }: Pick<Messages, 'language' | 'verdict' | 'date'>,
): string | undefined {
  const { decided, until, program, reopened, because } = words[language];
  if (review !== undefined) {
    const head = decided(cleanText(review.by), date(review.at));
    const tail = [
      ...(review.until === undefined ? [] : [until(date(review.until))]),
      program(verdict[review.program.verdict]),
    ];
    return `${head}: ${cleanText(review.reason)} (${tail.join(', ')})`;
  }
  if (reviewReopened === undefined) return undefined;
  const { by, at, reason } = reviewReopened;
  const head = reopened(because[reviewReopened.because], verdict[reviewReopened.verdict], cleanText(by), date(at));
  return `${head}: ${cleanText(reason)}`;
}
