// The pieces of work that lines tell of: each by its name, at the head of the line or on a card of its own over it, with what is told
// of it. Pure.
import { blank, withoutLeader } from './form-fields.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { wholes } from './project-cards.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import { aimsAmong } from './told-aims.ts';
import type { Line } from './unit-lines.ts';
import { longestTelling, type WorkFacts } from './work-line.ts';

/** Lines that tell how far work has come, below which they are not read for names: one alone is no report. */
const fewestTelling = 2;
/** Lines under a name that may tell of it. */
const cardLines = 8;
/** Letters of a name. */
const [shortestName, longestName] = [4, 120];

export interface Told {
  readonly pieces: readonly ProjectRecord[];
  /** Lines that tell something or name a piece of work, and the first and last of them, by place. */
  readonly lines: number;
  readonly from: number;
  readonly last: number;
}

/**
 * Pieces of work, each with what its line, or the lines under its name, tell of it. `linked`: segments that are links' labels, which
 * may name what the next line tells of (a list of projects' pages). `read`: what a text tells.
 */
export function piecesOf(
  lexicon: Lexicon,
  lines: readonly Line[],
  linked: ReadonlySet<number>,
  read: (text: string) => WorkFacts | undefined,
): Told {
  const pieces = new Map<string, ProjectRecord & { readonly fields: Map<ColumnId, string> }>();
  const telling = new Set<number>();
  /** The line above, which tells nothing, and may name what the next ones tell of. */
  let above: { readonly name: string; readonly at: number } | undefined;
  /** What they tell of, since the first of them began with no name of its own. */
  let card: typeof above;
  let from = lines.length;
  const parts = [...told(lines)].map((part) => ({ ...part, text: withoutLeader(part.text) }));
  const aims = aimsAmong(parts.map(({ text }) => text));
  const all = parts.flatMap((part, at) => (aims.has(at) ? [] : [{ ...part, facts: factsIn(part) }]));
  if (all.filter(({ facts }) => facts?.progress !== undefined || facts?.result !== undefined).length < fewestTelling)
    return { pieces: [], lines: 0, from, last: from };
  /** Of each part: the line of the next one that tells something. */
  let next = Number.POSITIVE_INFINITY;
  const nextTold = all.map(() => next);
  for (let place = all.length - 1; place >= 0; place -= 1) {
    nextTold[place] = next;
    if (all[place]!.facts !== undefined) next = all[place]!.at;
  }
  for (const [place, { at, index, kind, text, facts }] of all.entries()) {
    if (facts === undefined) {
      // Whatever it names, nothing near enough below tells of it.
      if (nextTold[place]! - at > cardLines) continue;
      const named = isName(text);
      // Money of the whole is no piece's.
      if (named || kind === 'heading' || ofWhole.test(norm(text).text)) card = above = undefined;
      if (named) above = { name: nameIn(text), at };
      if (named && kind === 'heading' && isCard(lines, at)) card = above;
      continue;
    }
    // A matter of which no money is told may be any other.
    const head = text.slice(0, facts.first);
    const ahead = nameIn(facts.spent === undefined ? head : head.replace(matter, ''));
    // On cards of big figures what they count comes after them (11/36 หลัง ซ่อมบ้านผู้สูงอายุ).
    const own = ahead === '' && /^[0-9๐-๙]/u.test(text) ? nameIn(text.slice(facts.last)) : ahead;
    const begins = isName(own);
    if (begins && (kind === 'item' || bullet.test(text) || ordinal.test(text) || bracketed.test(text)))
      card = undefined;
    else if (!begins && above !== undefined && at - above.at <= cardLines) card = above;
    above = undefined;
    if (card !== undefined && at - card.at > cardLines) card = undefined;
    const named = card ?? (begins ? { name: own, at } : undefined);
    if (named === undefined) continue;
    telling.add(at).add(named.at);
    from = Math.min(from, named.at);
    const key = projectKey(named.name);
    const piece = pieces.get(key) ?? {
      name: named.name,
      segment: index,
      fields: new Map<ColumnId, string>([['project', named.name]]),
    };
    pieces.set(key, piece);
    addFacts(piece.fields, text, facts);
  }
  const last = Math.max(...telling);
  return { pieces: [...pieces.values()], lines: telling.size, from, last };

  function factsIn({ index, text }: Part): WorkFacts | undefined {
    const telling = text.length <= longestTelling && !blank.test(text) && !vacant.test(text) && !linked.has(index);
    return telling && !asksOnly.test(text) ? read(text) : undefined;
  }

  function isName(text: string): boolean {
    const name = nameIn(text);
    return (
      name.length <= longestName &&
      name.length >= shortestName &&
      !notName.test(norm(name).text) &&
      !counting.test(name) &&
      !asksOnly.test(name) &&
      isProjectName(lexicon, name)
    );
  }
}

/** Set between dashes: that there is nothing to tell yet (— ยังไม่ได้กำหนด —). */
const vacant = /^\s*[—–-]\s*\S.{0,60}\S\s*[—–-]\s*$/u;

/** A heading over so few lines before the next one that they tell of it. */
const shortCard = 4;

/** The only heading of its level is that of the whole, however short. */
const isCard = (lines: readonly Line[], at: number): boolean => {
  const headings = [...lines.keys()].filter((place) => lines[place]!.segment.kind === 'heading');
  const { level } = lines[at]!.segment;
  const next = headings.find((place) => place > at) ?? lines.length;
  const only = headings.every((place) => place === at || lines[place]!.segment.level !== level);
  return !only && next - at - 1 <= shortCard;
};

/** A figure that stands alone, on the line over what it counts. */
const alone = /^[0-9๐-๙][0-9๐-๙,.]*(?:\s*\/\s*[0-9๐-๙,.]+)?$/u;
const countedThing = /^(?:คน|ราย|ครั้ง|แห่ง|หลัง|อำเภอ|ตำบล|ครัวเรือน|กลุ่ม|รุ่น|จุด|ไร่|ตัว|โครงการ|โรง|หมู่บ้าน|ชุมชน|กม\.|เรื่อง)\s/u;

/** A line, or what it says of one piece of work; `at`: its place among the lines. */
interface Part extends Pick<Line, 'index'> {
  readonly at: number;
  readonly kind: Line['segment']['kind'];
  readonly text: string;
}

function* told(lines: readonly Line[]): Generator<Part> {
  let figure = '';
  for (const [at, { index, segment }] of lines.entries()) {
    for (const part of inSentence(segment.text)) {
      const text = part.trim();
      const counts = figure !== '' && countedThing.test(text);
      yield { at, index, kind: segment.kind, text: counts ? `${figure} ${text}` : text };
      figure = alone.test(text) ? text : '';
    }
  }
}

const ofWhole = /^[^\p{L}]*(?:ภาพรวม|รวม|ทั้งหมด|ทั้งสิ้น|สรุป|total|overall)/u;

/** So many of them. */
const counting = /(?:[2-9๒-๙]|[0-9๐-๙]{2,})\s*(?:รายการ|เรื่อง(?!\s*1)|ตัวชี้วัด)/u;
/** What a text tells of one project after the other: a sentence may tell of several. */
export const inSentence = (text: string): readonly string[] =>
  text.includes('โครงการ') || text.includes('กิจกรรม') ? text.split(betweenProjects) : [text];
const betweenProjects = /(?<=\s|(?:รายงาน|แจ้ง|ชี้แจง)ว่า)(?=(?:และ|ส่วน)?(?:โครงการ|กิจกรรม)[ก-ฮเ-ไ])/u;
const bullet = /^\s*(?:[^\p{L}\d\s([]|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*\s*[.)]|[ก-ฮ]\s*[.)])/u;
/** Months and days before the work that was done in them; who told it. */
const before =
  /^(?:(?:วันที่\s*)?[0-9๐-๙]{0,2}\s*(?:[ก-ฮ]\.?\s?[ก-ฮ]\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรก[ฎฏ]าคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*[0-9๐-๙]{0,4}\s*[-–—:]?\s*|[^\n\d]{2,60}?(?:แจ้ง|รายงาน|ชี้แจง|เล่า)(?:ให้(?:ที่ประชุม)?ทราบ|ต่อที่ประชุม)?ว่า\s*)/u;

/** One after the other in running text (เรื่องที่สอง ขุดลอกหนอง…). */
const ordinal =
  /^(?:เรื่อง|งาน|ข้อ|อัน|โครงการ)(?:แรก|สุดท้าย|ที่\s*(?:[0-9๐-๙]{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ(?:เอ็ด|สอง|สาม)?))(?:\s*(?:คือ|:)\s*|\s+)/u;

/** How a speaker comes to the next of them (ส่วนถนนเลียบคลองซึ่ง…). */
const turn = /^ส่วน(?!ราชการ|กลาง|ภูมิภาค|ที่|ต่าง|ใหญ่|งาน|ของ|การ|น้อย)(?=[ก-ฮเ-ไ])/u;
/** One of the matters that are answered (เรื่องซ่อมบ้าน …), written together with its name. */
const matter = /^\s*เรื่อง(?!นี้|ที่|อื่น|เดิม|แจ้ง|เสนอ|สืบ|ทั้ง|เล่า|ร้อง|ราว|ด่วน|ของ|เพื่อ|สำคัญ|พิจารณา|ทราบ)(?=[ก-ฮเ-ไ][ก-๎]{4})/u;
/** What is told of it begins, before the first fact (ซ่อมบ้าน ตั้งไว้ 30 หลัง ขณะนี้มุงหลังคาและ…). */
const goesOn =
  /\s+(?:(?:งาน|โครงการ|เรื่อง|อัน)นี้|ตั้ง(?:ใจ|เป้า)?ไว้|วาง(?:แผน)?ไว้|เป้า(?:หมาย)?|ขณะนี้|ตอนนี้|ปัจจุบัน|ล่าสุด)[^\n]*$/u;
/** By its number in the plan (เรื่องตลาดน้ำ ลำดับที่ 15 เงิน 850,000 บาท; เรียนท่านประธาน เรื่องถนนสายในซึ่งอยู่ในแผนปีนี้…). */
const inPlan =
  /^(?:เรียนท่าน[ก-๎]{4,30}\s+)?เรื่อง([ก-ฮเ-ไ][ก-๎ ]{3,60}?)(?:(?:ซึ่ง|ที่)?อยู่ในแผน|\s+ลำดับ(?:ที่)?\s*[0-9๐-๙])[^\n]{0,60}$/u;

/** Of what is asked (ถามข้อ 1 ถนนสายบ้านกลาง ทำถึงไหน), and what is asked of it. */
const question = /^ถาม(?:ข้อ|ครั้ง)?(?:ที่)?\s*[0-9๐-๙]{0,2}\s*[:.]?\s+/u;
const asked =
  /\s+(?:ตอนนี้|ขณะนี้)?(?:จะ|ได้|ทำ|ไป|เดิน|คืบหน้า|เสร็จ|เปิด|เริ่ม|ใช้เงิน|ใช้งบ)*(?:ถึงไหน|เป็นอย่างไร|เท่าไร|เท่าไหร่|เมื่อไร|หรือยัง).*$/u;

/** Somebody asks, and tells nothing (โรงเรียนตอบรับครบหรือยัง). */
const asksOnly =
  /(?:หรือ(?:ไม่|ยัง|เปล่า)|(?:ถึง|ตรง|ที่)ไหน(?:แล้ว|บ้าง)?|อย่างไร(?:บ้าง|แล้ว)?|เท่าไ(?:ร|หร่)(?:แล้ว)?|เมื่อไ(?:ร|หร่)|อะไร(?:บ้าง|อยู่)?|ไหม|\?)\s*$/u;

/** Set off as a label (a log book's entries). */
const bracketed = /^\s*\[([\u0e01-\u0e4e][^\]\d]{3,60})\]\s*/u;

/** Before the colon stands of what, and then what is told of it. */
const ahead = /^([^:\n]{4,80}?)\s*:\s/u;
/** Who told of it (โรงเรือนผัก คุณลัดดา; ห้องฉุกเฉิน (นพ.ภาคิน)). */
const teller = /\s+\(?(?:คุณ|นพ\.|พญ\.|ทพ\.|ภก\.|ครู|ผอ\.|นาย|นางสาว|นาง)\s?[ก-๎]{2,20}\)?$/u;

/** The head of a division tells of its work (ผู้อำนวยการกองช่าง: ถนนซอยสุขใจ 3 งบ …). */
const officer = /^\s*(?:ผู้อำนวยการ|ผอ\.?|หัวหน้า|รอง|ปลัด|นายก|ประธาน|นาย|นาง|กอง(?!ทุน)|ฝ่าย)[^:\n\d]{0,60}:\s+/u;

const nameIn = (given: string): string => {
  const text = given.replace(officer, '').replace(question, '');
  return nameBefore(bracketed.exec(text)?.[1] ?? ahead.exec(text)?.[1] ?? text);
};

const nameBefore = (text: string): string =>
  text
    .replace(/^[^\p{L}]*(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*|[ก-ฮa-zA-Z])\s*[.)]\s*/u, '')
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(before, '')
    .replace(/^และ(?=โครงการ|กิจกรรม)/u, '')
    .replace(ordinal, '')
    .replace(inPlan, '$1')
    .replace(turn, '')
    .replace(question, '')
    .replace(asked, '')
    .replace(goesOn, '')
    .replace(/[\s–—:|(-]+$/u, '')
    .replace(/(?<=[ก-๎]{4})ซึ่ง$/u, '')
    .replace(teller, '');

/** First words of lines that name no piece of work: parts of the agency and places, times, measures, people, and what a report says beside. */
const notNames: readonly string[] = [
  'องค์การ|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|คณะ|กองทุน|กลุ่ม|อำเภอ|ตำบล|เทศบาล|อบต|อบจ|ศูนย์|โรงเรียน',
  'ปี|รอบ|เดือน|วัน|เมื่อ|ครั้งที่|วาระ',
  'ยอด|ตัวชี้วัด|ตัวบ่งชี้|คะแนน|ร้อยละ|จำนวน|kr\\s*\\d|kpi|okr|ตชว|ประมาณ|เป้า|สะสม',
  'เรียน|เรื่อง|มติ|ประธาน|เสนอ|ขอ|เขียนโดย|ผู้เขียน|แจ้ง|ท่าน|นาย|นาง|คุณ(?!ภาพ|ธรรม|ค่า|สมบัติ)|พล(?!ั|เม)|พ\\.|ดร|ผู้(?!สูง|ป่วย|พิการ|ด้อย|ประกอบ|เสพ|ติด|ใช้น้ำ)|ถาม|ตอบ|ซัก|กระทู้',
  'ยุทธ|ด้าน|ที่|แต่|และ|ส่วนที่|ปัญหา|อุปสรรค|ข้อเสนอ|ตาม|จึง|โดย|เพราะ|ทั้งนี้|อย่างไร|ผล(?!ิ)',
  'สรุป|โพสต์|สถานะ|สิ่งที่|หน่วย|ตั้ง(?!จุด|กลุ่ม|ศูนย์|ชุด)|ทำ(?:เดือน|แล้ว|ได้|ไป)|วัตถุประสงค์|ผู้รับผิดชอบ|ระยะเวลา|หมายเหตุ|สัญญา|งวด|จ่าย|ใช้|เบิก',
  'สำเร็จ|แล้วเสร็จ|เสร็จ|ล่าช้า|(?:โครงการ|กิจกรรม|งาน)(?:ทั้ง|(?:ที่อยู่)?(?:ใน|ตาม)(?:เล่ม)?แผน)|อยู่ระหว่าง|ยังไม่|ยกเลิก',
  'รอ(?!ง|ย|บ)|จัดแล้ว|หน้า|ไม่มี|ปรับปรุงข้อมูล|ข้อมูล|update|โทร|ติดต่อ|พบ',
];

/** Over the match form: of the whole, of a part of the agency; what a report says beside its pieces of work. */
const notName = new RegExp(`^[^\\p{L}]*(?:${[wholes, ...notNames].join('|')})`, 'u');

function addFacts(fields: Map<ColumnId, string>, text: string, facts: WorkFacts): void {
  for (const id of ['progress', 'result', 'budget', 'spent'] as const) {
    const span = facts[id];
    if (span !== undefined && !fields.has(id)) fields.set(id, text.slice(...span));
  }
}
