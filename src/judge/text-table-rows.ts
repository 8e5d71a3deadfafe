// Cuts the text under a flattened table's head into its rows: by their running numbers, their codes, or one a line. Pure.
import { plainDigits } from '../text/plain-digits.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { leadsProject } from './project-name.ts';
import type { IndexedSegment } from './records.ts';

/** A word of the text; where it is a figure or a dash, that, in plain digits. */
export interface Token {
  readonly text: string;
  readonly part: IndexedSegment;
  /** First of its line. */
  readonly first: boolean;
  readonly figure: string | undefined;
}

/** A figure of a token, a dash as nothing. */
export const numberIn = (figure: string): number => (figure === '-' ? 0 : Number(figure.replace(/[,%]/gu, '')));

/** The words of tokens, as a text. */
export const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

/** Words without a row's figures after which the table has ended. */
const longestGap = 80;

/** Marks of no width, which may stand within any word. */
export const withoutBreaks = (text: string): string => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');

const figure = /^(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|\d+(?:\.\d+)?%?)(?:\.-|,-|\/-)?|[-–—])$/u;

export function tokensOf(segments: readonly IndexedSegment[]): Token[] {
  return segments.flatMap((part) =>
    // A table's own rows end the text; they hold no words of it.
    (part.segment.kind === 'row' ? [] : withoutBreaks(part.segment.text).split('\n')).flatMap((line) =>
      // Rules drawn with signs part nothing.
      (rule.test(line) ? '' : line)
        .split(/\s+/u)
        .filter((text) => text !== '')
        .map((text, at): Token => {
          const match = figure.exec(plainDigits(text));
          return { text, part, first: at === 0, figure: match === null ? undefined : (match[1] ?? '-') };
        }),
    ),
  );
}

const rule = /^[\s\-–—=_*.+|]{4,}$/u;

const numberOf = (token: Token | undefined): number | undefined => {
  const match = /^(\d{1,3})[.)]?$/u.exec(plainDigits(token?.text ?? ''));
  return match ? Number(match[1]) : undefined;
};

const code = /^(?=.*\d)[\p{L}\p{M}.]{0,8}[-.]?\d[\d.-]*$/u;
const codeShape = (text: string): string | undefined =>
  code.test(text) && /\p{L}|\d-\d|^\d{4,}$|^\d{1,2}(?:\.\d{1,2}){1,2}$/u.test(plainDigits(text))
    ? plainDigits(text)
        .replace(/\d+/gu, '0')
        .replace(/[\p{L}\p{M}]+/gu, 'a')
    : undefined;

const total = /^(?:รวม|ยอดรวม|ทั้งสิ้น|total|grand)/iu;
const hasLetters = (token: Token | undefined): boolean => /\p{L}{2}/u.test(token?.text ?? '');

export interface SplitRows {
  /** Without their numbers and codes. */
  readonly rows: readonly (readonly Token[])[];
  /** Token after the last. */
  readonly end: number;
}

/** `headAt`: the end of the head repeated at a place, if there is one. */
export function splitRows(
  lexicon: Lexicon,
  tokens: readonly Token[],
  from: number,
  headAt: (place: number) => number | undefined,
): SplitRows {
  const first = tokens[from];
  if (first === undefined) return { rows: [], end: from };
  const counted = numberOf(first) === 1 && hasLetters(tokens[from + 1]);
  const shape = counted ? undefined : codeShape(first.text);
  const rows: Token[][] = [];
  let row: Token[] | undefined;
  let next = 1;
  let gap = 0;
  let at = from;
  const close = () => {
    if (row !== undefined && row.length > 0) rows.push(row);
    row = undefined;
  };
  for (; at < tokens.length && gap < longestGap; at++) {
    const token = tokens[at]!;
    if (token.first && mayRepeat(tokens, at)) {
      const over = headAt(at) ?? headAt(at + 1);
      if (over !== undefined) {
        at = over - 1;
        continue;
      }
    }
    // The number may be that of the part of the plan, which several projects share.
    const again =
      numberOf(token) === next - 1 && token.first && told(row) && leadsProject(lexicon, tokens[at + 1]?.text ?? '');
    if (
      counted &&
      (again || (numberOf(token) === next && hasLetters(tokens[at + 1]) && (next === 1 || token.first || told(row))))
    ) {
      close();
      row = [];
      if (!again) next++;
      gap = 0;
      continue;
    }
    if (token.first && shape !== undefined && codeShape(token.text) === shape) {
      close();
      row = [];
      gap = 0;
      continue;
    }
    if (total.test(token.text) && (token.first || told(row)) && sumFollows(tokens, at)) {
      close();
      continue;
    }
    if (!counted && shape === undefined && token.first && startsLine(lexicon, tokens, at, row)) {
      close();
      row = [];
      gap = 0;
    }
    if (row === undefined || (counted && token.first && closed(lexicon, token, row))) {
      close();
      gap++;
      continue;
    }
    gap++;
    row.push(token);
  }
  close();
  const kept = counted || shape !== undefined ? rows : rows.filter((tokens) => told(tokens));
  return { rows: kept, end: at };
}

/** A number at the head of the line may stand before the head's own words. */
const mayRepeat = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at], tokens[at + 1]].some((token) => token !== undefined && /โครงการ|กิจกรรม|รายการ/u.test(token.text));

/** Figures of money stand in the row already. */
const told = (row: readonly Token[] | undefined): boolean =>
  row?.some(({ figure: value }) => value !== undefined && /,|\.\d\d|^-$/u.test(value)) ?? false;

/** A sum's figures, soon after its word. */
const sumFollows = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 4).some(({ figure: value }) => value !== undefined);

/** A line that begins something else than the row above goes on with: a programme, a sum, a page's foot. */
function closed(lexicon: Lexicon, token: Token, row: readonly Token[]): boolean {
  return told(row) && !leadsProject(lexicon, token.text) && band.test(norm(token.text).text);
}

const band = /^(?:แผนงาน|ยุทธศาสตร์|กลยุทธ์|ประเด็น|เป้าประสงค์|ผู้รายงาน|ผู้จัดทำ|ลงชื่อ|หมายเหตุ|หน้า|ที่มา|ข้อมูล)/u;

/** Without numbers a row is one line with its figures, or a line that names a project and the next with the figures. */
function startsLine(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  row: readonly Token[] | undefined,
): boolean {
  if (!hasLetters(tokens[at])) return false;
  if (row === undefined || told(row)) return true;
  return leadsProject(lexicon, tokens[at]!.text) || !leadsProject(lexicon, row[0]!.text);
}
