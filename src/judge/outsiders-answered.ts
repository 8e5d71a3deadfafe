// Survey reports by their content: so many outsiders were asked, and so many of them are satisfied. Pure.
import type { Segment } from '../model/document.ts';
import { plainDigits } from '../text/plain-digits.ts';
import { answersCounted } from './answers-counted.ts';
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import { plainOf } from './told-line.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';

/**
 * The segment in which a unit tells what outsiders answered, if it does: somebody was asked, they are outsiders, they are
 * counted, and their satisfaction is measured; or a line says who was asked and how many (ถามผู้มีสิทธิเลือกตั้ง 800 คน), and grades
 * came of it. Staff, participants of a training, grades given to teachers, and the website as what is judged make it something else.
 */
export function outsidersAnswered(_: Survey, unit: Unit): number | undefined {
  if (!isAtMost(unit, ['survey-report', 'survey-form']) || staffAnswered(unit)) return undefined;
  const lines = linesOf(unit);
  const title = unit.own ? norm(unit.own.text).text : '';
  const all = [title, ...lines.map(({ text }) => text)].join('\n');
  if (!(asked.test(all) || askedPlainly.test(all)) || !outsider.test(all) || others.test(all.replace(contentWith, ' ')))
    return undefined;
  const prose = lines.filter(({ segment, text }) => segment.kind !== 'row' && !aim.test(text));
  const polled = prose.find(({ text }) => poll.test(text) || answered.test(text));
  const inWords = ({ segment }: Line): string => norm(plainOf(segment.text)).text;
  // What learners say of their teachers is something else; what parents say of teaching is not.
  if (polled === undefined && teaching.test(all)) return undefined;
  const told =
    polled !== undefined && (ofAgency.test(all) || satisfaction.test(all)) && !ofTrade.test(polled.text)
      ? prose.find((line) => answersCounted(inWords(line)))
      : undefined;
  if (!asked.test(all)) return told?.index;
  const graded = gradedInTable(lines) ?? gradedInList(lines) ?? told;
  if (polled !== undefined && (graded !== undefined || level.test(polled.text))) return graded?.index ?? polled.index;
  if (!satisfaction.test(all) && !(polled !== undefined && givesPoints.test(all))) return undefined;
  const measured = prose.find(({ text }) => level.test(text)) ?? measuredInTable(lines) ?? graded;
  if (measured === undefined) return undefined;
  return prose.some(({ text }) => counted.test(text)) || countedInTable(lines) ? measured.index : undefined;
}

/**
 * Over the match form, as all that follow. The public, and whoever is called after what they do with an agency (ผู้รับบริการ, ผู้โดยสาร,
 * ผู้ป่วยนอก): not those who work there, learn there or answer as such.
 */
const outsiders =
  'ประชาชน|คน(?:ที่)?(?:มา(?!ก)|ใช้|ขาย|ซื้อ|เข้า|ไข้|ริม|แถว|เมือง|ตำบล|หมู่บ้าน|อำเภอ|จังหวัด|ท้องถิ่น|ทั่วไป|อยู่(?:ใน|ใกล้|ริม))|ลูกบ้าน|ชาว(?:บ้าน|ประมง|นา|สวน|เรือ)|ราษ[ฎฏ]ร|ลูกค้า|นายจ้าง|เจ้าของกิจการ|นักท่องเที่ยว|เกษตรกร|ญาติ|(?:แม่|พ่อ)ค้า|ชุมชน|ครัวเรือน|สถานประกอบการ|คู่ค้า|(?<=จาก|ถาม|ตอบ(?:กลับ|มา)?\\d{1,4})(?:โรงงาน|บริษัท|ห้าง|ร้าน)|ศิษย์เก่า|คู่ความ|ผู้(?:มา)?(?:ขอ|ใช้|รับ|เข้า|มา|ติดต่อ|โดยสาร|ประกอบ|ป่วย|เสีย|ประกัน|ปกครอง|มีส่วนได้|มีสิทธิ|เยี่ยม|ชม|เช่า|ซื้อ|ขาย|สูงอายุ|พิการ|บริโภค|ค้า|นำชุมชน)(?!ผิดชอบ|จ้าง|ร่วม|อบรม|รับการ(?:ฝึก)?อบรม)|passengers|customers|visitors|\\busers|clients|patients|citizens|residents|employers|taxpayers|travell?ers|\\bthe public';
const outsider = new RegExp(outsiders, 'iu');

const satisfaction = new RegExp(`พอใจ|satisf|ความ(?:คิด)?เห็น(?:ของ|จาก)?(?:${outsiders})`, 'iu');

/** So many liked it, or gave it points. */
const givesPoints = /ให้คะแนน|ถูกใจ|(?<!รับผิด|ประกอบ|ความ)ชอบ(?!ธรรม|ด้วย)[^\d\n]{0,40}(?:ร้อยละ)?\d/u;

const asked =
  /ถาม(?!-)|กรอก(?:ใบ|แบบ|กระดาษ|คะแนน|บัตร)|ให้คะแนน|เก็บ(?:ข้อมูล|ความเห็น|ความคิดเห็น)?จาก|สำรวจ|ผู้ตอบ|(?:ให้|คน|ผู้|แห่ง)ตอบ|ตอบ(?:แบบ|กลับ|คำถาม)|แบบประเมิน|สัมภาษณ์|survey|respond|answered|questionnaire|interview/iu;

/** In talk, by hands or by things put into a box: enough where the answers are counted. */
const askedPlainly =
  /(?:หย่อน|หยอด|ติด|แจก|ยื่น)(?:ลูก(?:แก้ว|ปัด|บอล)|บัตร|ใบ|กระดาษ|แบบ|สติกเกอร์|เหรียญ)|ยกมือ|คุยกับ|โทร(?:หา|ถาม)|เคาะประตู/u;

/** What was asked, in running words, is how the office works and serves, or whether people are content; not how business goes, or the country. */
const ofAgency =
  /บริการ|เคาน์เตอร์|(?:การ)?(?:ทำงาน|ดำเนินงาน)|เจ้าหน้าที่|ติดต่อ|เก็บขยะ|น้[ำา]ประปา|ไฟทาง|รอ(?:นาน|คิว)|สุภาพ|(?:เรา|เทศบาล|อบต\.?|อบจ\.?|อำเภอ|สำนัก(?:งาน)?|โรงเรียน|โรงพยาบาล|อนามัย|วิทยาลัย|มหาวิทยาลัย|หน่วยงาน|ท่าเรือ|ศาล|สถานี|ศูนย์|กรม|คณะ|องค์การ|การ(?:ไฟฟ้า|ประปา|ท่าเรือ|รถไฟ))[ก-๎]{0,24}?(?:เป็น(?:อย่างไร|ยังไง)|แค่ไหน|ทำ|ช่วย|ดี)/u;

const ofTrade = /ขายดี|ราคา|รายได้|ผลผลิต|กำไร|รสชาติ|สินค้า|คุณภาพชีวิต|ความสุข|รัฐบาล|นายกรัฐมนตรี|พรรค|เลือกตั้ง(?!ท้องถิ่น)/u;

/** Of outsiders, of places, of sheets. */
const countable = 'คน|ท่าน|ราย|แห่ง|บ้าน|หลัง|ครัวเรือน|ครอบครัว|ชุด|ใบ|ตัวอย่าง|ฉบับ|บริษัท|ร้าน';

/** Cards, sheets, stickers, whose giving out asks. */
const handsOut =
  '(?:แจก|ยื่น|ให้|ชู|ยก)(?:บัตร|ใบ|แบบ|กระดาษ|สติกเกอร์|ลูก(?:แก้ว|ปัด|บอล)|เม็ด|ดาว|ป้าย)[^\\n]{0,40}?(?:ตอบ|เลือก|บอก|ให้คะแนน|ประเมิน|ว่า)|ยกมือ|(?:หย่อน|หยอด|ติด)(?:บัตร|ใบ|สติกเกอร์|ลูก(?:แก้ว|ปัด|บอล)|เม็ด|ดาว)';

/** Who was asked, and how many of them, in one line. */
const poll = new RegExp(
  `(?:${outsiders})[^\\n]{0,80}?\\d\\s*(?:คน|ท่าน|ราย|แห่ง|ครัวเรือน)[^\\n]{0,24}?(?:${handsOut})|(?:${handsOut})[^\\n]{0,40}?(?:${outsiders})[^\\n]{0,40}?\\d\\s*(?:คน|ท่าน|ราย|แห่ง|ครัวเรือน)|(?:ถาม(?!-)|สำรวจ|สัมภาษณ์|คุยกับ|โทรหา|เก็บ(?:ข้อมูล|ความเห็น|ความคิดเห็น)?จาก)[^\\n]{0,60}?(?:${outsiders})[^\\n]{0,80}?\\d\\s*(?:${countable})`,
  'iu',
);

/** So many of them answered, or filled in something. */
const answered = new RegExp(
  `ตอบ(?:กลับ|มา|แบบ|แล้ว)*\\s*\\d[\\d,]*\\s*(?:${countable})|(?:${outsiders})[^\\n\\d]{0,20}\\d[\\d,]*\\s*(?:${countable})[^\\n\\d]{0,20}?(?:ตอบ|กรอก|ให้คะแนน|ประเมิน|เขียน|หย่อน|หยอด|โหวต)|(?:${outsiders})[^\\n\\d]{0,12}(?:ตอบ|กรอก|เขียน|หย่อน|หยอด|ติดสติกเกอร์)[^\\n\\d]{0,24}\\d[\\d,]*\\s*(?:${countable})`,
  'iu',
);

const teaching = /(?<!การเรียน)การสอน|ผู้สอน|รายวิชา/u;

/** Those who work there. */
const employees = 'บุคลากร|ข้าราชการ|พนักงาน|เจ้าหน้าที่|ลูกจ้าง|ครู|อาจารย์';

/** Who else may be asked, or about what. */
const others = new RegExp(
  String.raw`\bIIT\b|(?:พอใจ|คิดเห็น|เห็น|ผูกพัน|ความสุข|สอบถาม|สำรวจ|ผู้ตอบ(?:แบบ(?:สอบถาม|สำรวจ|ประเมิน))?)\s*(?:ของ|จาก|เป็น|คือ)?\s*(?:${employees}|นักเรียน|นักศึกษา|ผู้เรียน)|(?:บุคลากร|ข้าราชการ|เจ้าหน้าที่|พนักงาน)[^\n|]{0,12}\d+\s*คน|วิทยากร|ผู้เข้า(?:ร่วม|รับการ)?(?:การ)?(?:ฝึก)?อบรม|(?:ต่อ|ใช้|ใช้งาน)\s*เว็บไซต์|employees|staff survey|with the website|of the website`,
  'iu',
);

/**
 * So many are content with those who work there (พอใจพนักงานเก็บเงิน 77%), as with other things, or are asked whether they are, or with its
 * trainees: these were not asked themselves.
 */
const contentWith = new RegExp(
  `(?<!พึง|ความ)พอใจ(?:ใน|ต่อ|กับ)?(?:${employees})[ก-๎]{0,20}\\s*(?:ร้อยละ\\s*)?\\d[\\d.]*\\s*%?|พอใจ(?:ใน|ต่อ|กับ|การทำงานของ)?(?:${employees}|นักเรียน|นักศึกษา|ผู้เรียน)[ก-๎]{0,24}?(?:ไหม|หรือไม่|แค่ไหน|เพียงใด)`,
  'gu',
);

/** Its first lines say that those who work there were asked, and nobody else. */
export function asksStaff(unit: Unit): boolean {
  if (staffAnswered(unit)) return true;
  const { own, segments } = unit;
  const lines = [own?.text ?? '', ...segments.slice(0, headLines).map(({ segment }) => segment.text)];
  const text = lines
    .map((line) => norm(line).text)
    .join('\n')
    .replace(/ผู้มีส่วนได้ส่วนเสียภายใน/gu, '');
  return staff.test(text) && !outsider.test(text.replace(insiders, ''));
}
const headLines = 4;

/** One of its first lines says of whom the sample is, or who answered, and names nobody but staff: whatever the title calls them. */
const staffAnswered = ({ segments }: Unit): boolean =>
  segments
    .slice(0, headLines)
    .map(({ segment }) => norm(segment.text).text)
    .some((text) => sampled.test(text) && !outsider.test(text.replace(insiders, '')));
/** Over the match form, as the next. */
const sampled = new RegExp(
  String.raw`^[^\p{L}]*(?:กลุ่มตัวอย่าง|กลุ่มเป้าหมาย|ประชากร|ผู้ตอบ|ผู้ให้ข้อมูล)[^\n]{0,24}?(?:${employees})|(?:${employees})[^\n]{0,40}?\d\s*คน\s*(?:ได้|ที่|ร่วม|เข้า)*ตอบ|^[^\p{L}]*(?:การ|ได้|ผล)*(?:สำรวจ|สอบถาม)(?:(?!ต่อ|บริการ)[^\n]){0,40}?(?:ของ|จาก)\s*(?:${employees})`,
  'iu',
);

const staff = new RegExp(
  String.raw`\bIIT\b|(?:ความเห็น|คิดเห็น|พอใจ|สำรวจ|เก็บ|สอบถาม|ผู้ตอบ)[^\n]{0,24}?(?:ของ|จาก|เป็น|คือ)\s*(?:${employees})|(?:สอบถาม|สำรวจ|(?<!คำ)ถาม)(?:${employees})|\d\s*(?:ชุด|ฉบับ|คน|ราย|ใบ|ท่าน)\s*จาก(?:${employees})|(?:${employees})[^\n|]{0,24}?\d[\d,]*\s*(?:คน|ราย|ท่าน|นาย|รูป)[^\n|]{0,16}?(?:ตอบ|ให้คะแนน|ประเมิน|แสดงความ(?:คิด)?เห็น|พอใจ)|(?:${employees})[^\n|]{0,40}?ตอบแบบ(?:สอบถาม|สำรวจ|ประเมิน)|(?:ขอ|เชิญ|ให้)[ก-๎]{0,16}?(?:${employees})[^\n|]{0,60}?(?:ตอบ|กรอก|ทำแบบ|แสดงความ(?:คิด)?เห็น)|(?:ผูกพัน(?:ต่อ|ใน|กับ)?(?:องค์กร|หน่วยงาน)|ต้องการ(?:การ)?(?:ฝึก)?อบรม|บรรยากาศ(?:ใน)?(?:ที่|การ)ทำงาน|ความสุขในการทำงาน|ชีวิต(?:ใน)?การทำงาน)[^\n|]{0,24}?(?:${employees})`,
  'iu',
);
const insiders = /ผู้(?:ปฏิบัติงาน|บริหาร|ใต้บังคับ[ก-๎]*|ตอบ[ก-๎]*)/gu;

/** What is aimed at (ร้อยละความพึงพอใจ ไม่น้อยกว่า 80) was not answered. */
const aim = /เป้าหมาย|ตัวชี้วัด|ไม่(?:น้อย|ต่ำ)กว่า|target/iu;

/** Satisfied, and how much, in one line; or so many asked, and the grade that they gave; or a mean with its grade; stars or points for one thing after the other. */
const level =
  /(?<!\d)[1-5]\.\d{1,2}(?!\d)[^\n]{0,120}?(?:คะแนน)?เต็ม\s*(?:5|10)(?!\d)|เฉลี่ย(?:รวม)?\s*[1-5]\.\d{1,2}[^\n\d]{0,20}ระดับ(?:มาก|ดี|สูง|ปานกลาง|พอใช้)|พอใจ[^\d\n]{0,40}\d+(?:\.\d+)?\s*(?:\/|ใน|จาก(?:คะแนนเต็ม)?)\s*(?:5|10|100)(?![\d/])|(?:สำรวจ|สอบถาม)[^\n]{0,60}?\d\s*(?:คน|ราย|แห่ง|ชุด|ใบ)[^\n]{0,80}?(?:คะแนน|เฉลี่ย)(?:เฉลี่ย|รวม)?\s*(?:[1-5]\.\d|(?:ร้อยละ)\s*\d)|(?<![\d.])[1-5](?:\.\d{1,2})?\s*(?:ดาว|คะแนน|แต้ม)[^\n]{1,60}?(?<![\d.])[1-5](?:\.\d{1,2})?\s*(?:ดาว|คะแนน|แต้ม)|(?:พอใจ|satisf\p{L}*)[^\n]{0,80}?(?:(?:ร้อยละ|เฉลี่ย|คะแนน|ระดับ|average|score)[^\n]{0,12}?\d|\d\s*%)|(?:ร้อยละ\s*\d[\d.]*|\d\s*%)[^\n]{0,30}(?:พอใจ|satisf)/iu;

const counted = new RegExp(
  `\\d\\s*(?:${countable})|\\d\\s+(?:\\p{L}+\\s+){0,2}?(?:passengers|customers|visitors|users|clients|patients|citizens|residents|people|respondents|responses|employers|households)`,
  'iu',
);

/** Rows that hold figures under a head that measures. */
const measuringHead = /พอใจ|ร้อยละ|%|เฉลี่ย|คะแนน|x̄|\bS\.?D\b|satisf|average|mean|score/iu;
const respondents = /ผู้ตอบ|ที่ตอบ|จำนวนตอบ|respond|answered/iu;
const figure = /^[\s\d.,%]*\d[\s\d.,%]*$/u;
const holdsFigure = ({ cells }: Segment, sort = figure): boolean =>
  cells?.some((cell) => sort.test(plainDigits(cell))) ?? false;
const fewestRows = 2;

function measuredInTable(lines: readonly Line[]): Line | undefined {
  return tableUnder(lines, ({ text }) => measuringHead.test(text));
}

/** The first row of a table of grades: their words are its heads (ดี | พอใช้ | แย่), or its figures are means of one to five. */
function gradedInTable(lines: readonly Line[]): Line | undefined {
  const scale = ({ segment }: Line): boolean =>
    (segment.cells?.filter((cell) => grade.test(norm(cell).text.replace(unit, '').trim())).length ?? 0) >= fewestGrades;
  const means = ({ text }: Line): boolean => meanHead.test(text);
  return tableUnder(lines, scale) ?? tableUnder(lines, means, mean) ?? meansAlone(lines);
}

/** A table without a head, in which each row has its question and the mean of the answers. */
function meansAlone(lines: readonly Line[]): Line | undefined {
  const rows = lines.filter(({ segment }) => segment.kind === 'row' && (segment.cells?.length ?? 0) > 1);
  const told = rows.filter(({ segment }) => mean.test(plainDigits(segment.cells?.at(-1) ?? '')));
  return told.length >= fewestMeans && told.length === rows.length ? told[0] : undefined;
}
const fewestMeans = 3;

/** The first of the questions that end in the mean of what was answered, of which one says out of how many (พูดจาดีไหม 4.6 เต็ม 5). */
function gradedInList(lines: readonly Line[]): Line | undefined {
  const answers = lines.filter(({ segment, text }) => segment.kind === 'item' && endsInMean.test(text));
  return answers.length >= fewestRows && answers.some(({ text }) => outOf.test(text)) ? answers[0] : undefined;
}
/** Over the match form, as the next. */
const endsInMean = /[^\d.,][1-5]\.\d{1,2}(?:คะแนน)?(?:(?:เต็ม|จาก|ใน|\/)5(?:คะแนน)?)?$/u;
const outOf = /[1-5]\.\d{1,2}(?:คะแนน)?(?:เต็ม|จาก|ใน|\/)5/u;

const grade =
  /^(?:ดี|ดีมาก|พอใช้|ปานกลาง|แย่|ควร(?:ปรับปรุง|แก้ไข)|ต้องปรับปรุง|มาก|มากที่สุด|น้อย|น้อยที่สุด|(?:ไม่)?(?:พอใจ|ชอบ)(?:มาก)?|ถูกใจ|ขัดใจ|ว่าดี|(?:ว่า|อยากให้)?(?:ต้อง|ควร)?ปรับ|เฉยๆ|(?:ไม่)?เห็นด้วย(?:อย่างยิ่ง)?|ไม่แน่ใจ|good|fair|poor|very good|excellent|(?:dis)?satisfied|(?:dis)?agree)$/iu;
const fewestGrades = 2;
/** What is counted under it (พอใจ (คน)). */
const unit = /\s*\((?:คน|ราย|แห่ง|ชุด|ร้อยละ|%)\)\s*$/u;
const meanHead = /เฉลี่ย|คะแนน|ระดับ|average|mean|score/iu;
const mean = /^\s*[1-5]\.\d{1,2}\s*$/u;

/** Respondents have a column of their own. */
const countedInTable = (lines: readonly Line[]): boolean =>
  tableUnder(lines, ({ text }) => respondents.test(text)) !== undefined;

/** The first row under such a head, where rows enough hold figures of the sort. */
function tableUnder(lines: readonly Line[], isHead: (line: Line) => boolean, sort = figure): Line | undefined {
  for (const [at, line] of lines.entries()) {
    if (line.segment.kind !== 'row' || !isHead(line) || holdsFigure(line.segment)) continue;
    const rows: Line[] = [];
    for (const next of lines.slice(at + 1)) {
      if (next.segment.kind !== 'row') break;
      if (holdsFigure(next.segment, sort)) rows.push(next);
    }
    if (rows.length >= fewestRows) return rows[0];
  }
  return undefined;
}
