// How far a piece of work has come and what was spent on it, as it is told in passing, without columns or labels (เทเสร็จตั้งแต่กุมภา
// ตั้งไว้ 486,000 จ่ายไป 461,500; แผน 8,200 ตัว ทำแล้ว 6,940; 50,000 → 49,200 เสร็จ). Pure.
import { type NormalText, sourceSpan } from '../text/normal.ts';
import { norm } from './lexicon.ts';

type Span = readonly [from: number, to: number];

/** Spans in the original. */
export interface WorkFacts {
  /** Where the first fact begins, and the last ends. */
  readonly first: number;
  readonly last: number;
  /** A state of the work, or a share of it that is done. */
  readonly progress: Span | undefined;
  /** What was done, beside what was to be done. */
  readonly result: Span | undefined;
  readonly budget: Span | undefined;
  /** Money spent of it; or the words that none or all was. */
  readonly spent: Span | undefined;
}

const figure = String.raw`(?<!\d)(?<!\d[.,/])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d,]*\d)`;
/** What millions may be of besides baht. */
const measures = String.raw`ลบ\.?\s*ม|ลูกบาศก์|ลิตร|คิว|ไร่|คน|ราย|ครั้ง|ต้น|ตัว|ตัน|หน่วย|ครัวเรือน|เมตร|กิโล|กม`;
const money = String.raw`\s*(?:ล้านบาท|ล้าน(?!\s*(?:${measures}))|ลบ(?!\.?\s*ม)\.?|แสนบาท|บาท|บ\.|฿|\.-|million|m\b)`;
/** A figure that counts something else than money. */
const counted = `(?!\\s*(?:ล้าน|แสน|หมื่น|พัน)?\\s*(?:${measures})|\\s*(?:%|เปอร์เซ็นต์|คน|ราย|ครั้ง|วัน|เดือน|ปี|ชม|ชั่วโมง|นาที|แห่ง|ตัว|ไร่|ครัวเรือน|หลัง|กม|เมตร|ลบ\\.ม|ตัน|ต้น|หมู่|รุ่น|เรื่อง|โครงการ|รายการ|จุด|ชุด|เครื่อง|คัน|/))`;
/** A sum told in words (สี่แสนหนึ่งหมื่นบาท), and so many in words. */
const numeral = '(?:หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)';
const sum = `(?:${figure}${money}|${numeral}{2,12}บาท|(?<!\\d)(?<!\\d[.,/])(?:\\d{1,3}(?:,\\d{3})+|\\d{3,})(?:\\.\\d+)?(?![\\d,]*\\d)${counted})`;
/** Below a budget in millions, what was spent may stand without the word. */
const shortSum = `(?:${sum}|${figure}${counted})`;

const either = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'u');

/** Over the match form, as all that follow. Not what is to be spent, or what something costs. */
const said =
  '(?:ล่วงหน้า|เงิน|งบประมาณ|งบ|ผู้รับจ้าง|ผู้ขาย|ช่าง|ร้านค้า|วิทยากร|ครึ่งหนึ่ง|สะสม|แล้ว|ไป|จริง|ครบ|หมด|รวม|ทั้งสิ้น|คือ|ได้|เพียง)*';
const spending = `(?<!ค่า|ผู้|จะ|ราย|แผน|ต้อง|การ|เพื่อ|แบ่ง)(?:ใช้(?!เวลา)|จ่าย|เบิก)(?:จ่าย)?${said}(?:(?:ค่า|เบี้ย)[ก-ฮะ-์]{1,24}|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก)?งวด(?:ที่|แรก|สุดท้าย)?[ก-ฮะ-์\\d]{0,16})?${said}`;
const spent = either(
  `${spending}\\s*:?\\s*${sum}`,
  `(?:เงิน|งบ)(?:จ่าย)?ออกไป(?:แล้ว|รวม|ทั้งหมด)*\\s*${sum}`,
  '(?<!จะ)(?:ใช้|เบิก|จ่าย)(?:จ่าย)?(?:เงิน|งบ)?(?:ไป)?(?:หมด|ครบ|เต็ม)',
  'ยังไม่(?:มีการ|ได้)?(?:ใช้|จ่าย|เบิก)',
  'ไม่(?:ได้)?ใช้(?:เงิน|งบ)',
  `(?<!จะ|รับ|ขอ|ต้อง|การ|เพื่อ)โอน(?:เงิน|งบ)?(?:ให้|แก่)[ก-ฮะ-์]{2,16}?(?:ไป|แล้ว)+\\s*${sum}`,
  `${spending}\\s*:?\\s*(?:0(?:\\.00)?|[-–—])(?![\\d.,]|\\s*(?:ล้าน)?\\s*(?:${measures}))`,
);
/** After its budget in millions (จ้างที่ปรึกษา 3.10 ล้านบาท เบิก 1.24). */
const spentOfMillions = new RegExp(
  `(?:ล้าน(?!\\s*(?:${measures}))|ลบ(?!\\.?\\s*ม)\\.?|million)[^\\d]{0,40}?(?<spent>${spending}\\s*:?\\s*${shortSum})`,
  'u',
);
/** A year's name ends as the word for money does (ปีงบประมาณ 2569). */
const budget = new RegExp(
  `(?:(?<!ปี)งบประมาณ|(?<!ปี)งบ|วงเงิน|(?<!ที่|ก่อ|จัด|แต่ง|ติด|ริเริ่มก่อ)ตั้ง|สัญญา|กรอบ|ได้รับ(?:จัดสรร)?|ได้เงิน[ก-ฮะ-์]{0,16}|จากที่ได้รับ|จากที่ตั้ง)(?:ไว้|งบ|เงิน|จัดสรร|มา)*\\s*:?\\s*${sum}`,
  'u',
);
/** So much of so much, in money; or from what was had to what was spent. */
const ofBudget = new RegExp(
  `(?<part>${shortSum})\\s*(?:จาก(?:ที่)?(?:ได้รับ|ตั้ง|งบ(?:ประมาณ)?|กรอบ|วงเงิน)?(?:ไว้)?)\\s*(?<whole>${figure}${money})`,
  'u',
);
const slash = new RegExp(
  `(?<part>${spending}\\s*:?\\s*(?<!\\d)\\d[\\d,]*(?:\\.\\d+)?)\\s*/\\s*(?<whole>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,]*\\d)|${figure}${money})`,
  'u',
);
const arrow = new RegExp(
  `(?<whole>(?<!\\d)(?<!\\d[.,/])\\d{1,3}(?:,\\d{3})+${'(?:\\.\\d+)?'})(?:${money})?\\s*(?:→|->|=>|»|➜|⇒)\\s*(?<part>${figure})(?:${money})?(?!\\s*%)`,
  'u',
);

/** What was aimed at, then what came of it; or the other way round. */
const aim = '(?:เป้า(?:หมาย)?|แผน(?!ก)|ตั้ง(?:ใจ)?|วาง(?=ไว้)|เกณฑ์)(?:ทั้งปี|ปีนี้|ปี|ครึ่งปี|ไว้|สะสม|เป้า)*';
const done =
  '(?:ทำ|ทา|ผล(?:งาน)?|ดำเนินการ|จัด|สะสม|ได้|ช่วย|เปลี่ยน|เปิด|เดิน|อบรม|เสร็จ|สำเร็จ|ติดตั้ง|ออก|ตรวจ|มา)(?:แล้ว|ได้|ไป|จริง|ครบ|สะสม|ครั้ง)*';
/** So many that were meant to be, and how many of the same there were (ตั้งใจไว้ 60 ราย ผ่านการพัฒนา 63 ราย). */
const sameCounted = `${aim}(?:ว่าจะ[ก-ฮะ-์]{0,30}?)?\\s*:?\\s*${figure}\\s*(?<what>(?!ล้าน|ลบ|บาท|แสน|ปี|เดือน|วัน)[ก-ฮะ-์]{2,16})[^\\d\\n]{0,24}?(?<!จะ[ก-ฮะ-์]{0,12})(?:ได้(?!แก่|รับ)|แล้ว|จริง|ผ่าน|ครบ|เข้าร่วม)(?:(?!ละ|ไม่น้อย|อย่างน้อย|ไตรมาส)[^\\d\\n]){0,24}?${figure}\\s*\\k<what>`;
const noMoney = `(?!\\s*(?:ล้าน(?!\\s*(?:${measures}))|ลบ(?!\\.?\\s*ม)|บาท|แสน))`;
/** Larger ones are money. */
const target = '(?<!\\d)(?<!\\d[.,/])(?:\\d{1,2},\\d{3}|\\d{1,5})(?:\\.\\d+)?(?![\\d,]*\\d)';
const things = '(?:รุ่น|ครั้ง|แห่ง|คน|หลัง|ราย|ตำบล|หมู่|จุด|ชุด|อำเภอ|โรง|กลุ่ม|แปลง|สาย|หลักสูตร|ครัวเรือน|ลำ|ตัว|ต้น|ไร่|กม|เครื่อง|คัน)';
const result = either(
  sameCounted,
  `${aim}(?:(?<=เป้า(?:หมาย)?)[ก-ฮะ-์]{1,20}?)?\\s*:?\\s*(?:ร้อยละ)?${figure}[^\\d\\n]{0,24}?(?:${done}|(?<!จ่าย|เบิก|ใช้|ไป)(?:แล้ว|ได้))\\s*:?\\s*(?:ร้อยละ)?${figure}${noMoney}`,
  `${figure}\\s*[ก-ฮะ-์.%]{0,12}\\s*(?:[(/]|จาก(?:ที่)?)?\\s*${aim}\\s*:?\\s*(?:ร้อยละ)?${target}${noMoney}`,
  `(?<!(?:เบิก|จ่าย|ใช้)[^\\d\\n]{0,16})${figure}${noMoney}[^\\d\\n]{0,24}?(?:ตามที่|กว่าที่)(?:คาด|หวัง|ตั้ง|วาง)`,
);
/** How well it did, as a school rates its projects; how content people were is told in other degrees. */
const rated =
  /(?:ได้|อยู่ใน|(?:ผล)?(?:การ)?ประเมิน(?:โครงการ)?(?:ได้|อยู่ใน|:)?|คุณภาพ)\s*ระดับ(?:คุณภาพ)?(?:ดีเยี่ยม|ยอดเยี่ยม|ดีมาก|ดีเด่น|ดี(?![ก-๎])|พอใช้|ต้องปรับปรุง|ควรปรับปรุง)/u;
/** So much of the whole: how far it is, whether or not that was aimed at. */
const ofAll = either(
  `${figure}\\s*[ก-ฮะ-์.]{0,24}?\\s*(?:จาก(?:ทั้งหมด|ค่าเป้าหมาย)?|ใน)\\s*${figure}${noMoney}(?:\\s*${things})?`,
  `(?<![\\d/])\\d[\\d,]*\\s*/\\s*\\d[\\d,]*(?!/)\\s*${things}`,
  `สะสม\\s*\\d[\\d,]*\\s*/\\s*\\d[\\d,]*`,
  `\\(\\s*\\d[\\d,]*\\s*/\\s*\\d[\\d,]*(?![\\d/])[^)]{0,12}\\)`,
  `${numeral}{1,4}(?<counted>[ก-ฮะ-์]{2,10}?)จาก(?:ทั้งหมด|ที่[ก-ฮะ-์]{2,8}?)?${numeral}{1,4}\\k<counted>`,
  `(?:แล้ว|ไป|ได้|เสร็จ)${numeral}{1,4}ใน${numeral}{1,4}(?:ส่วน|ช่วง|${things.slice(3)}`,
);

/** Words that end a sentence of their own, or begin one, when they tell of the work. */
const state = either(
  'แล้วเสร็จ',
  'เสร็จ(?!ภายใน|ใน|ก่อน|ทัน|ราชการ)',
  'จบ(?:แล้ว|เรียบร้อย|ไป(?:แล้ว|เมื่อ|ตั้งแต่)|$)',
  '(?<!มี|ความ|สงบ)เรียบร้อย(?!ดี|ของ)',
  '(?<!จ่าย|เบิก|ใช้|เงิน|งบ|ออก|ผ่าน|โอน|ล่วง|หมด|เดือน|ปี|วัน)ไปแล้ว',
  `(?:จัด|ทำ|เปิด|ฝึก|ออก|อบรม|ซ่อม|สร้าง|วาง|เท|ขุด|ติด|ติดตั้ง|ปลูก|ตรวจ)ไป(?:แล้ว|ได้)*(?:${numeral}{1,4}(?!${numeral}|บาท)[ก-ฮะ-์]|\\s*${figure}\\s*${things})`,
  'ครบ(?!กำหนด|ถ้วน|วงจร|รอบ|ครัน|องค์)',
  'กำลัง(?!คน|พล|ใจ|กาย|ซื้อ|แรง|เจ้าหน้าที่|สำรอง|อัด|วัตต์|ขับ|การ)',
  'อยู่(?:ใน)?ระหว่าง',
  'ยังไม่(?=ได้|มี|เริ่ม|ดำเนิน|จัด|ทำ|เปิด|ขอ|ครบ|เข้า|เบิก|ถึง|แล้ว|ขยับ|ใช้|จ่าย|ผ่าน)',
  'เลื่อน(?!ขั้น|ตำแหน่ง|ระดับ|เงิน|ฐานะ)',
  'ยกเลิก',
  'เหลืออีก',
  `(?<!คง)เหลือ[^\\d\\n]{0,12}\\d[\\d,]*\\s*(?:${things}|เมตร)`,
  'ส่งมอบ',
  'ดำเนินการ(?:อย่าง)?ต่อเนื่อง(?!จาก|กับ|ใน)',
  'ตรวจรับ[ก-ฮะ-์]{0,20}แล้ว|ลงนาม(?:ใน)?สัญญา(?:แล้ว|เรียบร้อย)',
  'งวด(?:ที่)?\\s*\\d',
  '(?:จัด|ทำ|ดำเนินการ|ปฏิบัติ|ติดตั้ง|เปิด|อบรม)(?:ไป)?(?:แล้ว|(?:ได้)?(?:ราว|ประมาณ|เกือบ|กว่า)?ครึ่ง)',
  'ทำ(?:ไม่)?ได้(?!รับ)',
  '(?:ไม่)?บรรลุ',
  '(?:ยัง)?ไม่สำเร็จ|สำเร็จ(?:เกิน|ตาม|ลุล่วง|แล้ว)',
  'ล่าช้า|ช้ากว่า|เร็วกว่า',
  '(?:ไม่)?(?:ได้|เป็นไป)ตาม(?:แผน|เป้า)',
  'ยัง(?:ทำ|ดำเนินการ|เดินหน้า)ต่อ',
  '(?:คืบ|ก้าว)หน้า\\s*(?:ร้อยละ)?\\s*\\d',
  '\\b(?:completed?|on ?going|in progress|delay(?:ed)?|cancel(?:led)?|not started|pending)\\b',
);
/** A rate of work done stands alone, or after a word for the work. */
const rate = either(
  '(?:ผลงาน|(?:คืบ|ก้าว)หน้า|แล้วเสร็จ|งานเดิน|ดำเนินการ(?:แล้ว|ได้))(?:แล้ว|ไป|สะสม)?\\s*ร้อยละ\\s*\\d{1,3}(?:\\.\\d+)?(?!\\s*(?:ของ(?!แผน|งาน|โครงการ)|\\d))',
  '^[^\\p{L}\\d]*\\d{1,3}(?:\\.\\d+)?\\s*%(?:[^\\p{L}\\d]*$|\\s*(?=สัญญา|วงเงิน|งบ|ตั้ง|จ่าย|เบิก))',
  '(?<!\\d)\\d{1,3}(?:\\.\\d+)?\\s*%\\s*(?=จ่าย|เบิก|ใช้|วงเงิน|งบ)',
  `(?:งาน|ผล|หน้า|แล้ว|ได้|เสร็จ|ไป|หรือ|=|»|${figure}[ก-ฮะ-์]{0,8})\\s*(?:ร้อยละ\\s*)?\\d{1,3}(?:\\.\\d+)?\\s*(?:%|เปอร์เซ็นต์)`,
);

/** Over the original: a line that is headed as what came of what the lines above it name (ผล : ติดครบ; สิ่งที่เกิดขึ้น มัธยฐาน ๒๗ นาที). */
const labelled =
  /^[^\p{L}]*(?:ผล(?:งาน|ลัพธ์|ที่ได้|ที่เกิด(?:ขึ้น)?)?|สิ่งที่(?:เกิดขึ้น|ได้|ทำได้)|(?:ที่)?เกิด(?:ขึ้น)?จริง|ทำได้|ได้จริง|(?:ทำ)?สะสม)(?:\s*[:：]\s*|\s+)(?=[^\n]{3})/u;

/** Over the original: it ends with its own word on whether what was aimed at was reached (คะแนนเฉลี่ย 4.61 สำเร็จ). */
const judged = /\s(?:ไม่)?(?:สำเร็จ|บรรลุ(?:เป้าหมาย|เป้า|ผล|วัตถุประสงค์)?)[^\p{L}]*$/u;

/** Span of a result that a label says to be one, or of the word by which it is judged. */
function saidResult(text: string): Span | undefined {
  if (labelled.test(text)) return [0, text.length];
  const word = judged.exec(text);
  return word === null ? undefined : [word.index + 1, text.length];
}

/** Longer ones are paragraphs, of which it is not said what tells of what. */
export const longestTelling = 400;

/** Most lines tell nothing, and need not be read for it. */
export const mayTell = (text: string): boolean => text.length <= longestTelling && telling.test(text);
const telling =
  /เสร็จ|สำเร็จ|ระดับ|จบ|ครบ|กำลัง|ระหว่าง|ยังไม่|เลื่อน|ยกเลิก|ส่งมอบ|งวด|แล้ว|บรรลุ|ล่าช้า|ผล|complete|going|progress|delay|cancel|pending|[0-9๐-๙]\s*(?:%|\/)|(?:จาก|ตั้ง|เป้า|แผน|ได้|สะสม|จ่าย|ใช้|เบิก|ไป)[^0-9๐-๙]{0,24}[0-9๐-๙]/u;

/** A search, and words of which one stands in all that it finds: it begins with too little to fail soon. */
type Guarded = readonly [words: RegExp, search: RegExp];

/** A test holds them to that; those not named here begin with words of their own. */
export const guarded = {
  arrow: [/[→»➜⇒]|[-=]>/u, arrow],
  slash: [/\//u, slash],
  ofBudget: [/จาก/u, ofBudget],
  budget: [/งบ|วงเงิน|ตั้ง|สัญญา|กรอบ|ได้รับ|ได้เงิน/u, budget],
  spent: [/ใช้|จ่าย|เบิก|โอน|ออกไป/u, spent],
  spentOfMillions: [/ล้าน|ลบ|million/u, spentOfMillions],
  result: [/เป้า|แผน|ตั้ง|วาง|เกณฑ์|คาด|หวัง/u, result],
  rated: [/ระดับ/u, rated],
  ofAll: [/จาก|ใน|\//u, ofAll],
  rate: [/ร้อยละ|%|เปอร์เซ็นต์/u, rate],
} satisfies Readonly<Record<string, Guarded>>;

/** What a line tells of work and money, if anything. */
export function workFacts(n: NormalText): WorkFacts | undefined {
  const { text } = n;
  const figures = /\d|(?:สิบ|ร้อย|พัน|หมื่น|แสน)[ก-๎]{0,40}บาท|(?:จาก|ใน)[ก-๎]{2}/u.test(text);
  if (!figures && !state.test(text) && !labelled.test(n.original) && !rated.test(text)) return undefined;
  const at = (match: RegExpExecArray | null, part?: string): Span | undefined => {
    if (match === null) return undefined;
    const told = part === undefined ? match[0] : match.groups![part]!;
    const start = part === undefined ? match.index : text.indexOf(told, match.index);
    return sourceSpan(n, start, start + told.length);
  };
  const where = ([words, search]: Guarded): RegExpExecArray | null => (words.test(text) ? search.exec(text) : null);
  const pair = figures ? (where(guarded.arrow) ?? where(guarded.slash) ?? where(guarded.ofBudget)) : null;
  const facts = {
    budget: figures ? (at(where(guarded.budget)) ?? at(pair, 'whole')) : undefined,
    spent: at(where(guarded.spent)) ?? at(figures ? where(guarded.spentOfMillions) : null, 'spent') ?? at(pair, 'part'),
    result: saidResult(n.original) ?? at(figures ? where(guarded.result) : null) ?? at(where(guarded.rated)),
    progress: at(state.exec(text)) ?? (figures ? (at(where(guarded.ofAll)) ?? at(where(guarded.rate))) : undefined),
  };
  const spans = Object.values(facts).filter((span) => span !== undefined);
  if (spans.length === 0) return undefined;
  return { ...facts, first: Math.min(...spans.map(([from]) => from)), last: Math.max(...spans.map(([, to]) => to)) };
}

/** Reads the lines of one unit, which are looked at with and without the labels between them: each once. */
export function readerOfFacts(): (text: string) => WorkFacts | undefined {
  const known = new Map<string, WorkFacts | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, workFacts(norm(text)));
    return known.get(text);
  };
}
