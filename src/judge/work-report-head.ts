// What the head of a report on work says that it is of: the agency's own work of a year or a round, a meeting's minutes in which that
// is followed, or another subject. Pure.
import type { Segment } from '../model/document.ts';
import { monthSource } from '../text/thai-months.ts';
import { norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import type { Line } from './unit-lines.ts';

interface Head {
  /** A year, a round, or a day up to which it is counted. */
  readonly ofTime: boolean;
  readonly ofWork: boolean;
  /** The plan is named. */
  readonly ofPlan: boolean;
  /** It is of a part of a year, which is no evaluation of it. */
  readonly ofRound: boolean;
  /** It looks back on a whole year, whichever that is. */
  readonly ofWholeYear: boolean;
  /** It is of indicators, and not of projects. */
  readonly ofIndicators: boolean;
  /** It is of the money. */
  readonly ofSpending: boolean;
}

/** Lines at the head that may say it, and right over the first piece of work. */
const [headLines, linesAbove] = [8, 3];
/** Letters of a line that says what those under it are; it counts nothing. */
const longestCaption = 60;
const counted = /[0-9๐-๙]\s*(?:คน|ราย|ครั้ง|แห่ง|อัตรา|เรื่อง|บาท|ล้าน|%)/u;
const longestTitle = 200;

/** Over the match form, as the next. */
const ofTime =
  /ไตรมาส|\d+\s*เดือน|(?:หก|เก้า|สิบสอง)เดือน|ครึ่งปี|ปีงบ|ประจำ(?:ปี|เดือน)|ปี(?:การศึกษา)?\s*(?:พ\.?ศ\.?)?\s*(?:25)?[5-7]\d(?!\d)|25[5-7]\d|(?:เดือน|[ก-ฮ]\.)[ก-ฮะ-์.]{2,10}\s*[67]\d(?!\d)|ปีนี้|รอบปี|(?:report|ปี|year)\s*20\d\d|ภาคเรียน|สิ้นเดือน|ณ\s*(?:วันที่)?\s*\d|ครั้งที่\s*\d+\s*\/\s*25\d\d|quarter|fy\s*\d/u;
const ofWork =
  /โครงการ|แผน(?!ก|ที่)|กิจกรรม|ผล(?:การ)?(?:ดำเนิน|ปฏิบัติ|ติดตาม|ประเมิน)|(?<!หน่วย|สำนัก|พนัก|แรง|ราย|โรง|ประสาน|กลุ่ม|ฝ่าย|พลัง|เครื่อง|สมัคร|หา)งาน(?!บุคคล|ปกติ|ทั่วไป|พัสดุ|ศพ|บุญ|แต่ง)|คืบหน้า|ก้าวหน้า|ติดตามผล|ทำอะไร|(?:จะ|ที่)ทำ|ทำไป|ทำได้|เดินถึง|ถึงไหน|ขับเคลื่อน|บทเรียน|project|progress|tracking|report|(?<![a-z])(?:op|poa|bsc)-?(?:25)?[5-7]\d/u;
/** Also by the letters that an office has for it, and its year. */
const ofPlan = /แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)|ตาม(?:ที่เขียนไว้ใน|เล่ม)?แผน|(?<![a-z])(?:op|poa)-?(?:25)?[5-7]\d/u;
const ofSpending = /(?:เบิก|ใช้)จ่าย/u;
const ofWholeYear =
  /(?:รอบ|ครบ)(?:ทั้ง)?\s*(?:12|สิบสอง)\s*เดือน|รอบปีที่(?:ผ่านมา|แล้ว)|เมื่อสิ้นปี(?:งบ(?:ประมาณ)?)?\s*(?:25)?\d\d\s*$/u;
const ofRound = /ไตรมาส|(?<!1)[1-9]\s*เดือน|ครึ่งปี|ประจำเดือน|quarter/u;

/** `from`: place of the first line that tells of a piece of work. */
export function readHead(unit: Unit, lines: readonly Line[], from: number): Head {
  const titles = [unit.page.text.title ?? '', unit.own?.text ?? ''].map((text) => norm(text).text);
  const headings = lines.filter(({ segment, text }) => segment.kind === 'heading' && text.length <= longestCaption);
  const near = [...lines.slice(0, headLines), ...lines.slice(Math.max(0, from - linesAbove), from), ...headings];
  const texts = [...titles, ...near.map(({ text }) => text)];
  const says = (words: RegExp): boolean => texts.some((text) => words.test(text));
  return {
    ofTime: says(ofTime),
    ofWork: says(ofWork),
    ofPlan: says(ofPlan),
    ofRound: says(ofRound),
    ofWholeYear: says(ofWholeYear),
    ofIndicators: says(/ตัวชี้วัด|kpi|okr/u) && !says(/โครงการ|กิจกรรม/u),
    ofSpending: says(ofSpending),
  };
}

/** Of a meeting, in which the plan's work may be followed as one of several things. */
export const isMinutes = ({ own, page }: Unit): boolean => namesMinutes(own?.text ?? page.text.title ?? '');

/** An item of the agenda begins, in minutes. */
export const ofAgenda = /^\s*(?:ระเบียบ)?วาระ/u;
export const namesMinutes = (text: string): boolean => ofMinutes.test(norm(text).text);
/** Before it, in a row of a list, a date or number and a word to click on. */
const ofMinutes = new RegExp(
  String.raw`^(?:[^\p{L}]|เลือก|เปิด|ดู|${monthSource})*(?:จด)?(?:รายงาน|สรุป|บันทึก)+(?:ผล)?\s*การประชุม`,
  'u',
);

/** A line right over the first piece of work says that the plan's work is followed there. */
export const meetingFollows = (lines: readonly Line[], from: number): boolean =>
  lines.slice(Math.max(0, from - linesAbove), from).some(({ text }) => follows.test(text));

/** Over the match form. */
const [subject, verb] = ['(?:แผน|โครงการ|งบ)', '(?:รายงาน|แจ้ง|ติดตาม|นำเสนอว่า|ดังนี้|คืบหน้า|ก้าวหน้า)'];
const follows = new RegExp(`${subject}.{0,60}${verb}|${verb}.{0,60}${subject}|(?:งาน|โครงการ)ตามแผน`, 'u');

/** Its titles, or lines that say what those under them are, say that it is about something else. */
export function ofOtherWork(
  survey: Survey,
  unit: Unit,
  lines: readonly Line[],
  from: number,
  worked: readonly ProjectRecord[],
): boolean {
  const around = subjectsAround(unit, lines, from).filter(
    (text) => text.trim() !== '' && text.length <= longestTitle && !ofNews.test(norm(text).text),
  );
  const opening = lines.slice(0, linesAbove).map(({ text }) => text);
  // A council's questions are about anything, unless it asks what became of the plan's projects.
  const asksOfPlan = lines
    .slice(0, headLines)
    .some(({ text }) => (asks.test(text) && /โครงการ(?:ใน|ตาม)แผน/u.test(text)) || answersOfPlan.test(text));
  const isOfOthers = (text: string): boolean => ofOthers.test(text) || (!asksOfPlan && /กระทู้/u.test(text));
  if ([...opening, ...around.map((text) => norm(text).text)].some(isOfOthers)) return true;
  const notOfPlan = worked.filter(({ name }) => {
    const { text } = norm(name);
    return ofBuilding.test(text) || ofFeast.test(text);
  });
  if (notOfPlan.length * 2 > worked.length) return true;
  const readings = lines.slice(from).filter(({ text }) => ofReadings.test(text));
  const paid = worked.filter(({ fields }) => fields.has('spent'));
  if (readings.length * 2 > worked.length && paid.length * 2 < worked.length) return true;
  const labels = unit.labels
    .map(({ reading }) => reading.text)
    .filter((text) => !(isMinutes(unit) && namesMinutes(text)));
  return ofOtherSubject(survey, unit, [...new Set(around)], [], worked, labels);
}

/** Over the match form: where on its site it stands, and nothing of what it tells. */
const ofNews = /^[^\p{L}]*ข่าว(?:สาร|ประชาสัมพันธ์|กิจกรรม|เด่น|ล่าสุด|ทั่วไป|และ|\s)*$/u;

/** Over the match form: who inspects a whole province or ministry, other bodies' work, and money, work or scores that no plan is of. */
const ofOthers =
  /ผู้ตรวจราชการ|คณะผู้ตรวจ|(?:มิ|ไม่)ใช่(?:งาน|โครงการ|ภารกิจ)ของ|หน่วยงานต่างๆ(?:ที่)?(?:เป็นผู้)?ดำเนิน|กระทรวง|(?:ส่วนราชการ|หน่วยงาน)อื่น|ผ้าป่า|กฐิน|เยียวยา|ผู้ประสบภัย|กองทุนหมู่บ้าน|(?:ประหยัด|ลด(?:การ)?ใช้)พลังงาน|ข้อทักท้วง|สตง|ซ่อมบำรุง|ข้อตรวจพบ|เยี่ยมสำรวจ|accreditation|บริษัท(?!ประชา)|สัมปทาน|สถานะระบบ|uptime|รายงานด่วน|รายงานสถานการณ์|สถานการณ์(?:น้[ำา]|ฝน|โรค|การแพร่ระบาด|ไฟ|ฝุ่น|หมอก|ราคา|แรงงาน|ภัย|อุทกภัย|การค้า|สินค้า|ตลาด|เศรษฐกิจ)|รายบุคคล|เงินเดือน|กีฬาสี|ผลงาน(?:ของ)?รัฐบาล|ศิษย์เก่า|(?:ของ|จาก)(?:สมาคม|มูลนิธิ|ชมรม)|ผล(?:การ)?(?:สอบ(?!สวน)|แข่งขัน|ประกวด|เลือกตั้ง)/u;

/** Over the match form, as the next. */
const asks = /ขอ(?:เรียน)?ถาม/u;
/** What is asked about stands in the plan of the year. */
const answersOfPlan = /(?:ซึ่ง|ที่)อยู่ในแผน(?:การ)?(?:ดำเนินงาน|ปฏิบัติ(?:การ|งาน|ราชการ))/u;

/** Over the match form, the nikhahit lost or not: what is read off the world, in its own measure (how full a reservoir is), and no work. */
const ofReadings =
  /(?:ความจุ|ระดับ(?:น้[ำา]|เก็บกัก|กักเก็บ)|ปริม(?:าณ|าตร)(?:น้[ำา]|ฝน)[\u0e01-\u0e4e]{0,12}|น้[ำา]ไหล(?:เข้า|ออก)|ค่าฝุ่น|pm\s*2\.5)[^\d\n]{0,12}\d[\d,.]*\s*(?:ล้าน)?\s*(?:ลบ|ลูกบาศก์|ม\.|มม|มิลลิเมตร|เมตร|%|ร้อยละ|ไมโครกรัม|มคก)|(?:อัตรา|ผู้)ป่วย(?:สะสม|รายใหม่|ยืนยัน)[^\d\n]{0,12}\d/u;

/** Over the match form: a part of one building, how far each has come. */
const ofBuilding =
  /^[^\p{L}]*(?:งาน)?(?:ฐานราก|(?:ตอก)?เสาเข็ม|โครงสร้าง(?:ชั้น|อาคาร|หลังคา|$)|หลังคา|ผนัง|ก่ออิฐ|สถาปัตยกรรม|ระบบ(?:ไฟฟ้า|ประปา|สุขาภิบาล)(?:ใน|$))/u;

/** Over the match form: what a newsletter tells of as well. */
const ofFeast = /^[^\p{L}]*(?:งาน)?(?:กีฬาสี|(?:ทอด)?(?:ผ้าป่า|กฐิน)|เกษียณ|เลี้ยง(?:ส่ง|รับ|ปีใหม่)|ทำบุญ)/u;

function subjectsAround(unit: Unit, lines: readonly Line[], from: number): string[] {
  const over = lines.slice(0, from).map(({ segment }) => segment);
  const headings = headingsOver(over);
  const memo = lines.slice(0, headLines).flatMap(({ segment }) => (ofMemo.test(segment.text) ? [segment.text] : []));
  // A meeting is about many things.
  if (isMinutes(unit)) return [...headings.filter((text) => !unit.own?.text.startsWith(text)), ...memo];
  const captions = [...over.slice(0, linesAbove), ...over.slice(-1)].filter(
    ({ text }) => text.length <= longestCaption && !counted.test(text),
  );
  const title = unit.own?.text.split('\n', 1)[0] ?? '';
  const { segments } = unit.page.text;
  const main = segments.filter(({ kind, region }) => kind === 'heading' && region === 'main');
  const rank = Math.min(...main.map(({ level = 6 }) => level));
  const outer = main.find(({ level = 6 }) => level === rank)?.text ?? '';
  return [unit.page.text.title ?? '', outer, title, ...headings, ...captions.map(({ text }) => text), ...memo];
}

/** Headings under which what follows still stands, and those of its rank before it; not those of a box beside it. */
function headingsOver(over: readonly Segment[]): string[] {
  let rank = Number.POSITIVE_INFINITY;
  const kept: string[] = [];
  for (const { kind, text, level = 6 } of over.toReversed()) {
    if (kind !== 'heading' || level > rank) continue;
    rank = level;
    kept.unshift(text);
  }
  return kept;
}

/** The subject line of a letter. */
const ofMemo = /^\s*เรื่อง\s/u;
