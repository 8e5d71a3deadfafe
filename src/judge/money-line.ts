// What was set aside and what of it was spent, and what was aimed at and reached, told in a few words as lists and cards tell it
// (งบ 42,000 ใช้ 39,990; ตั้งไว้ 180,000 จ่าย 92,400; ใช้ 64,000/70,000; เป้า 900 แห่ง ทำได้ 611 แห่ง). Pure.
import { type NormalText, sourceSpan } from '../text/normal.ts';

type Span = readonly [from: number, to: number];

export interface MoneyPair {
  /** Spans in the original: the word and its amount. */
  readonly set: Span;
  readonly spent: Span;
  /** Of both together. */
  readonly whole: Span;
}

const figure = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const unit = String.raw`(?:\s*(?:บาท|฿|บ\.|\.-|-)(?![ก-ฮเ-ไ]))?`;
const setWord =
  '(?:ได้รับ(?:จัดสรร)?|(?<!ทำ|จัด|การ|ผลิต|เก็บ|ปลูก|ขาย)ได้(?=\\s*\\d)|จัดสรร|วงเงิน|ขอ|ตั้ง(?:ไว้|จ่าย)?|งบ(?:ประมาณ)?)(?:ไว้|งบ(?:ประมาณ)?|(?:ที่)?(?:ตั้ง(?:ไว้)?|ได้รับ|จัดสรร|อนุมัติ|ขอ)|ตามแผน|ตามข้อบัญญัติ|โครงการ)*';
const spentWord = '(?<!แบ่ง)(?:ผล)?(?:เบิก(?:จ่าย)?|ใช้(?:จ่าย)?|จ่าย)(?:เงิน|งบ(?:ประมาณ)?)?(?:แล้ว|ไป|จริง|สะสม)*';
/** No rate, no part of a date or of a longer number. */
const end = String.raw`(?![\d,.]*\d|\s*(?:%|เปอร์เซ็นต์|คน|ราย|ครั้ง|วัน|เดือน|ปี))`;

/** Over the match form. Between the two stands little, and no other figure. */
const inTurn = new RegExp(
  String.raw`(?<set>${setWord}\s*:?\s*(?<a>${figure})${unit})${end}[^\d%]{0,24}?(?<spent>${spentWord}\s*:?\s*(?<b>${figure}|[-–—](?!\d))${unit})${end}`,
  'u',
);
const ofWhole = new RegExp(
  String.raw`(?<spent>${spentWord}\s*:?\s*(?<b>${figure})${unit})\s*(?:\/|จาก)\s*(?<set>(?<a>${figure})${unit})${end}`,
  'u',
);

/** Least money that a project is given, in baht: smaller figures count something else. */
const leastMoney = 100;
/** More than was set aside is seldom spent, and never several times as much. */
const mostSpent = 1.5;

export function moneyPair(n: NormalText): MoneyPair | undefined {
  for (const pattern of [inTurn, ofWhole]) {
    const match = pattern.exec(n.text);
    const { a, b, set, spent } = match?.groups ?? {};
    if (match === null || a === undefined || b === undefined || set === undefined || spent === undefined) continue;
    const had = bahtOf(a);
    const used = bahtOf(b);
    if (had < leastMoney || used > had * mostSpent || year.test(a) || year.test(b)) continue;
    const at = (part: string): Span => {
      const start = n.text.indexOf(part, match.index);
      return sourceSpan(n, start, start + part.length);
    };
    return { set: at(set), spent: at(spent), whole: sourceSpan(n, match.index, match.index + match[0].length) };
  }
  return undefined;
}

const year = /^2[45]\d\d$/;

const bahtOf = (text: string): number => (/\d/.test(text) ? Number(text.replaceAll(',', '')) : 0);

/** Aimed at, and reached, with what is counted. */
const reached =
  /(?:เป้า(?:หมาย)?|แผน)\s*:?\s*\d[\d,.]*\s*(?<what>[\u0e01-\u0e4e]{2,20})\s*[/–—-]?\s*(?:ผล(?:งาน)?|ทำ|ดำเนินการ)(?:ได้|แล้ว|จริง)*\s*:?\s*\d[\d,.]*\s*\k<what>/u;

/** Span in the original of a target and what was reached of it. */
export function targetReached(n: NormalText): Span | undefined {
  const match = reached.exec(n.text);
  return match === null ? undefined : sourceSpan(n, match.index, match.index + match[0].length);
}
