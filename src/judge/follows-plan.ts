// Mechanisms for monitoring the plan by their content: somebody follows it, again and again or through a system. Pure.

import { achieves } from './achieves.ts';
import { namesSurely, norm } from './lexicon.ts';
import { namesDivision } from './orders-publishing.ts';
import type { Lookalike } from './pack.ts';
import { calendarOfPlan, isCalled, who } from './plan-calendar.ts';
import { leadsProject, namesNone } from './project-name.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import { reports } from './title-composed.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf, numberedPaper } from './unit-lines.ts';
import { isMinutes } from './work-report-head.ts';

/**
 * The segment in which a unit says who follows the plan and when, or through what, if it does. A plan says so of itself in a
 * passage on following it up; anything else must name the plan, and tell no results (a report of a round is no mechanism),
 * or say that it is the system through which the plan is followed.
 */
export function followsPlan(survey: Survey, unit: Unit): number | undefined {
  const ofPlan = namesSurely(unit.classes, 'annual-plan') && (unit.own?.foreign.size ?? 0) === 0;
  const lines = linesOf(unit);
  const ordered = lines.find((line) => numbered.test(line.text) && appointsForPlan(survey, line));
  if (ordered !== undefined) return ordered.index;
  // Among other bodies of the agency, one whose work it is.
  const body = lines.find(
    (line, at) =>
      namesBody.test(line.text) &&
      saysOfPlan(survey, unit, {
        heading: '',
        lines: lines.slice(at, at + (line.segment.kind === 'heading' ? 2 : 1)),
        rows: [],
      }),
  );
  if (body !== undefined && resolvesNothingElse(unit)) return body.index;
  // When a planning division does what is a calendar, whatever its own name looks like.
  if (namesDivision(unit) && isCalled(unit)) return calendarOfPlan(lines);
  if (!ofPlan && !isAtMost(unit, ['monitoring-mechanism', ...reports])) return undefined;
  // A report may say in passing who was appointed.
  const resolves = isAtMost(unit, ['monitoring-mechanism']);
  const onPage = unit.page.text.media === 'html';
  const appointed = resolves
    ? lines.find((line) => !(onPage && orderByName.test(line.text)) && appointsForPlan(survey, line))
    : undefined;
  if (appointed !== undefined) return appointed.index;
  const calendar = resolves ? calendarOfPlan(lines) : undefined;
  if (calendar !== undefined) return calendar;
  const said = passagesOf(lines).find((passage) =>
    ofPlan ? saysInPlan(survey, passage) : saysOfPlan(survey, unit, passage),
  );
  if (
    said === undefined ||
    (!ofPlan &&
      tellsResults(unit) &&
      !namesFollowers.test(said.heading) &&
      !said.lines.some(({ text }) => itself.test(text) || keeps.test(text)))
  )
    return undefined;
  return (said.lines.find(({ text }) => follows.test(text) && (who.test(text) || recurs.test(text))) ?? said.lines[0]!)
    .index;
}

/** Minutes are of many things; a resolution in them that makes somebody follow the plan is one all the same. */
export const appointedInMinutes = (survey: Survey, unit: Unit): number | undefined =>
  isMinutes(unit) ? linesOf(unit).find((line) => appointsForPlan(survey, line))?.index : undefined;

/** A list of bodies, say, that is called nothing that tells of results. */
const resolvesNothingElse = (unit: Unit): boolean => isAtMost(unit, ['monitoring-mechanism']) && !tellsResults(unit);

/** What stands under one heading. */
interface Passage {
  readonly heading: string;
  /** Running text and points. */
  readonly lines: readonly Line[];
  readonly rows: readonly Line[];
}

/** Lines under a heading that still belong to what it says. */
const mostLines = 10;

/** A line that names its own subject (การติดตามและรายงาน: …) is a passage by itself. */
function passagesOf(all: readonly Line[]): Passage[] {
  const passages: Passage[] = [];
  let heading = '';
  let lines: Line[] = [];
  let rows: Line[] = [];
  const close = () => {
    if (lines.length > 0) passages.push({ heading, lines: lines.slice(0, mostLines), rows });
    [lines, rows] = [[], []];
  };
  for (const line of all) {
    const { segment, text } = line;
    const lead = /^[^:]{4,60}(?=:)/u.exec(text)?.[0];
    if (segment.kind === 'heading') {
      close();
      heading = text;
    } else if (segment.kind === 'row') rows.push(line);
    else if (lead !== undefined && followed.test(lead)) passages.push({ heading: lead, lines: [line], rows: [] });
    else lines.push(line);
  }
  close();
  return passages;
}

function saysInPlan({ lexicon }: Survey, { heading, lines, rows }: Passage): boolean {
  const own = lines.filter(({ segment }) => !leadsProject(lexicon, segment.text));
  const text = own.map((line) => line.text).join('\n');
  if (followed.test(heading) && !projects.test(heading) && !followsOthers.test(heading))
    return who.test(text) && follows.test(`${heading}\n${text}`) && (recurs.test(text) || isCalendar(rows));
  // Under any other heading, one line must say it all.
  return own.some(
    ({ text: line }) =>
      who.test(line) &&
      recurs.test(line) &&
      (followsPlanItself.test(line) ||
        (handsIn.test(line) && /ประชุม/u.test(line)) ||
        (tellsHowFar.test(line) && ofOwner.test(line) && hearsOf.test(line))),
  );
}

function saysOfPlan(survey: Survey, unit: Unit, { heading, lines, rows }: Passage): boolean {
  const { lexicon, agency } = survey;
  const readings = [unit.own?.text ?? '', heading, ...lines.map(({ segment }) => segment.text)]
    .filter((text) => text !== '')
    .map((text) => readTitle(lexicon, text, agency));
  // A division that follows the plan is no other plan.
  const others = readings.flatMap(({ lookalikes }) => lookalikes).filter(({ kind }) => kind !== 'other');
  if (!others.every(isAreasPlan) || readings.some(({ foreign }) => foreign.size > 0)) return false;
  if (!readings.some(({ classes, mentions }) => classes.has('annual-plan') || mentions.has('annual-plan'))) {
    // Its title may name the plan within a report's name (…ติดตามแผนปฏิบัติราชการ).
    const named = [...reports].some((id) => unit.classes.has(id)) && /แผน|plan/iu.test(norm(unit.own?.text ?? '').text);
    // What is followed may be told as its results, or as the work in it.
    const said = lines.some(
      ({ text }) =>
        resultsOfPlan.test(text) ||
        bodyForPlan.test(text) ||
        (workInPlan.test(text) && goesAfter.test(text)) ||
        (followed.test(heading) && keeps.test(text)),
    );
    // A district's plan of development is its plan.
    const area = agency.kind === 'district' && readings.some(({ lookalikes }) => lookalikes.some(isAreasPlan));
    // Or by the name that the site itself has for its plan (Roadmap).
    const called = lines.some(({ text }) => plansNames(survey).some((name) => text.includes(name)));
    if (!named && !said && !area && !called) return false;
  }
  const text = lines.map((line) => line.text).join('\n');
  const followsUp = follows.test(text) || (followed.test(heading) && (updates.test(text) || keeps.test(text)));
  return who.test(text) && followsUp && (recurs.test(text) || isCalendar([...rows, ...lines])) && !news.test(text);
}

/** Words of its own by which the links to the plan call it, without the year, over the match form. */
function plansNames({ units, site }: Survey): readonly string[] {
  const known = namesOf.get(units);
  if (known !== undefined) return known;
  const plans = new Set(
    units
      .filter(({ own, lookalike }) => lookalike === undefined && namesSurely(own?.classes, 'annual-plan'))
      .map(({ page }) => page),
  );
  const labels = [...plans].flatMap((page) => [
    ...site.labelsOf(page).map(({ link }) => link.label),
    page.text.segments.find(({ kind }) => kind === 'heading')?.text ?? '',
  ]);
  const names = labels
    .map((label) => norm(label).text)
    .filter((text) => text.length <= longestOfName && /\d{2}/u.test(text))
    .map((text) => text.replace(/(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?ศ\.?)?\s*\d{2,4}/gu, '').trim());
  const found = [...new Set(names)].filter((name) => name.length >= fewestOfName && !common.test(name));
  namesOf.set(units, found);
  return found;
}
const namesOf = new WeakMap<Survey['units'], readonly string[]>();
const [longestOfName, fewestOfName] = [40, 5];
/** What many other things are called by as well. */
const common =
  /^(?:แผน|งาน|โครงการ|กิจกรรม|ข่าว|เอกสาร|ข้อมูล|ปฏิทิน|รายงาน|ผล|เปิด|ดู|อ่าน|ดาวน์โหลด|คลิก|หน้า|ปี|รายละเอียด|ประกาศ|คำสั่ง|บริการ|ประชาชน|เล่ม|ไฟล์|pdf|download|read|view|open|click|home|menu)+$/u;

/** That of the area, which its offices' yearly work follows, and how it is followed up. */
const isAreasPlan = ({ id }: Lookalike): boolean => id === 'development-plan' || id === 'development-evaluation';

/** A resolution, in minutes say, that makes somebody the committee for following the plan. */
function appointsForPlan({ lexicon, agency }: Survey, { segment, text }: Line): boolean {
  if (segment.kind === 'row' || !(appoints.test(text) || appointsThere.test(text))) return false;
  const { classes, mentions, lookalikes, foreign } = readTitle(lexicon, segment.text, agency);
  // That they met says nothing of what the body is for.
  const body = readTitle(
    lexicon,
    segment.text.slice(Math.max(0, segment.text.search(/คณะ(?:ทำงาน|อนุ|กรรมการ)/u))),
    agency,
  );
  const names = (id: string): boolean => [classes, mentions, body.classes, body.mentions].some((ids) => ids.has(id));
  // Divisions that send members are no plans.
  const others = lookalikes.some(({ kind }) => kind !== 'other');
  return !others && foreign.size === 0 && (names('monitoring-mechanism') || names('annual-plan'));
}

/** Rows of projects, figures of what was done. */
const tellsResults = (unit: Unit): boolean =>
  unit.told > 0 || unit.records.some(({ name }) => !namesNone(name)) || achieves(unit);

/** A table or list of rounds, with a date for each; its head may say what they are. */
function isCalendar(rows: readonly Line[]): boolean {
  const ofRounds = rows.some(({ segment, text }) => segment.header === true && rounds.test(text));
  return rows.filter(({ text }) => (ofRounds || rounds.test(text)) && dated.test(text)).length >= 2;
}
const rounds = /ไตรมาส|รอบ|งวด|เดือน|ครึ่งปี|ทั้งปี|quarter|round/iu;

/** Over the match form, as all that follow. */
const dated =
  /\d{1,2}\s*(?:[ก-ฮเ]{1,2}\.\s*[ก-ฮ]{1,2}\.|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรก[ฎฏ]า|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)/u;

const numbered = numberedPaper('คำสั่ง');

/** As part of a resolution; what is still to be appointed is none. */
const appoints =
  /(?:(?<!จะ|เสนอ|เห็นควร|ให้)(?:แต่งตั้ง|มอบหมาย|(?<!แต่ง)ตั้ง)|(?:มติ|ตกลง|เห็นชอบ)(?:ที่ประชุม)?ให้มี)[^\n]{0,160}(?:คณะทำงาน|คณะกรรมการ|คณะอนุกรรมการ)[^\n]{0,16}(?:กำกับ|ติดตาม|ตามงาน|ไล่งาน)[^\n]{0,30}แผน/u;
/** As an order gives its reason first: so that work goes by the plan, a body is appointed that follows the work. */
const appointsThere =
  /แผน(?!ที่|ก)[^\n]{0,100}(?<!จะ|เสนอ|เห็นควร|ให้)(?:แต่งตั้ง|(?<!แต่ง)ตั้ง)(?:คณะทำงาน|คณะกรรมการ|คณะอนุกรรมการ)(?:กำกับ|ขับเคลื่อน|เร่งรัด|และ|\s)*ติดตาม(?:และ|ประเมิน|กำกับ|งาน|ผล|ความ(?:ก้าว|คืบ)หน้า|การ(?:ดำเนิน|ปฏิบัติ)งาน)*(?=\s|$|โดย|ประกอบ|ดัง|ขึ้น)/u;
/** The name of an order alone, as a list has it: what it says stands elsewhere, or nowhere yet. */
const orderByName = /^[^\p{L}]*(?:[a-z]\s*\d+\s*)?(?:สำเนา)?คำสั่ง(?:แต่งตั้ง|เรื่อง)[^\n]{0,160}$/u;

const follows =
  /ติดตาม|กำกับ|รายงาน|ตามงาน|คอยตาม|ตามดู|ตามว่า|(?:เล่า|แจ้ง|ชี้แจง)(?:ผล|ความ(?:ก้าว|คืบ)หน้า)?ให้[^\n]{2,24}ฟัง|ไล่(?:ดู|ตาม|เรียง|ถาม|(?:เช็ก|เช็ค)?(?:งาน|โครงการ))|(?:ถาม|จด|ดู|ตรวจ)[^\n]{0,40}?ถึงไหน|(?:รวบรวม|สรุป|ประเมิน|ทบทวน)ผล|(?:ส่ง|บันทึก|กรอก|ลง)ผล(?:งาน|โครงการ|การ(?:ดำเนิน|ปฏิบัติ|ใช้|เบิก)|(?:ใช้|เบิก)(?:จ่าย)?เงิน)|monitor|review|track|report/iu;

/** Somebody looks at it, piece by piece. */
const goesAfter =
  /(?:ส่ง|กรอก|รายงาน)(?:ตัวเลข|ข้อมูล|ความ(?:คืบ|ก้าว)หน้า)|ไล่(?:ดู|ตาม|เรียง|ถาม)|ทีละ(?:โครงการ|งาน|กิจกรรม|เรื่อง)|ถึงไหน|ติดตาม|ตามงาน/u;

/** Under a heading on following up, whoever keeps the register of it (เจ้าของโครงการปรับสถานะทุกวันที่ 5). */
const updates = /(?:ปรับ(?:ปรุง)?|อัป?เด[ตท]|อัพเดท|แก้|ลง|กรอก|บันทึก)(?:สถานะ|ความก้าวหน้า|ความคืบหน้า|ผล)/u;

const resultsOfPlan =
  /(?:ติดตาม|กำกับ|ประเมิน|(?:บันทึก|กรอก|ลง|รายงาน|ส่ง)(?=ผล))(?:ผล)?(?:การ(?:ดำเนิน|ปฏิบัติ)(?:งาน|โครงการ|กิจกรรม)?)?(?:ตาม)?แผน(?:ปฏิบัติ(?:งาน|การ|ราชการ)|(?:การ)?ดำเนินงาน)/u;
/** A body called after it (คณะทำงานติดตามแผนของสำนักงาน). */
const forPlan =
  '(?:ทำงาน|(?:อนุ)?กรรมการ)(?:กำกับ)?(?:และ)?ติดตาม(?:และ)?(?:ประเมิน)?(?:ผล)?(?:การ(?:ดำเนิน|ปฏิบัติ)งาน)?(?:ตาม)?แผน(?!ที่|ก|พัฒนา(?:บุคลากร|คน|ตนเอง))';
const bodyForPlan = new RegExp(`คณะ${forPlan}`, 'u');
/** A line that begins with it. */
const namesBody = new RegExp(`^[^\\p{L}]*(?:คณะ)?${forPlan}`, 'u');
/** The work in the plan, piece by piece (ไล่ดูงานในแผนทีละโครงการ, ถามเจ้าของโครงการในแผน). */
const workInPlan =
  /(?<!ดำเนิน|ปฏิบัติ)(?:งาน|โครงการ|กิจกรรม)(?:ใน|ตาม)(?:เล่ม)?แผน(?!ที่|ก|ผัง|พัฒนา|จัดซื้อ|จัดหา|ป้องกัน|บริหาร|ยุทธ|แม่บท|อัตรา|เผชิญ|อพยพ)/u;
/** A heading of its own, beside what a page tells of results: who goes after the plan, or when (ทีมตามแผน, ใครคอยตามโครงการ). */
const namesFollowers =
  /^[^\p{L}]*(?:คณะ|ทีม|ใคร|ผู้|รอบ|ปฏิทิน|นัด|กำหนด(?:การ|วัน)?)[ก-๎]{0,16}?(?:ติดตาม|ตาม|ไล่ดู|กำกับ)(?:งาน|แผน(?!ที่|ก)|โครงการ)/u;
/** Whoever has work in the plan must tell of it himself, again and again. */
const keeps =
  /(?:งาน|โครงการ|กิจกรรม)(?:ใน|ตาม)(?:เล่ม)?แผน(?!ที่|ก)[^\n]{0,30}?ต้อง(?:ลง|กรอก|บันทึก|รายงาน|ปรับ)[^\n]{0,40}?(?:(?:เดือน|สัปดาห์|วัน|ไตรมาส)ละ|ทุก)/u;

/** What the visitor sees is what the plan is followed through, whatever results it holds by now. */
const itself =
  /(?:ระบบ|หน้า|เว็บ(?:ไซต์|เพจ)?|แดชบอร์ด|ตาราง|ทะเบียน)นี้[^\n]{0,30}(?:ติดตาม|กำกับ)|this (?:system|page|dashboard|tracker)[^\n]{0,40}(?:track|monitor|follow)/iu;

/** The plan, its projects, or what comes of them. */
const followsPlanItself =
  /(?:ติดตาม|กำกับ|รายงาน|รวบรวม|สรุป|ประเมิน|ทบทวน)(?:และ)?(?:ติดตาม|รายงาน|ประเมิน)?(?:ผล)?(?:ความก้าวหน้า|ความคืบหน้า)?(?:การ)?(?:ดำเนินงาน|ดำเนินการ|ปฏิบัติงาน|ปฏิบัติราชการ)?(?:ของ|ตาม)?แผน|(?:monitor|review|track|report)\p{L}*\s[^\n.]{0,40}\bplan\b/iu;

/** Forms of its own are handed in, for a meeting to look at. */
const handsIn = /(?:ส่ง|กรอก|รวบรวม)[^\n]{0,12}(?:แบบติดตาม|แบบรายงาน|รายงานความก้าวหน้า|ผลการดำเนินงาน)/u;

/** Or whoever has a project tells how far it is, in plain words, and somebody hears of it (ส่งใบให้งานวางแผนทุกสิ้นเดือน บอกว่าถึงไหน). */
const tellsHowFar =
  /(?:ส่ง|เขียน|จด|ลง|กรอก|บอก|เล่า|แจ้ง|ตอบ|รายงาน)[^\n]{0,80}?(?:ถึง(?:ขั้น|ตรง)?ไหน|ทำอะไรไป|ไปกี่|ความ(?:คืบ|ก้าว)หน้า|(?:คืบ|ก้าว)หน้า(?:แค่|ถึง|เพียง)|เหลืออะไร|ติด(?:อะไร|ตรงไหน|ขัด))/u;
const ofOwner =
  /เจ้าของ(?:โครงการ|งาน|กิจกรรม|เรื่อง)|ผู้(?:รับผิดชอบ|ดูแล|ถือ)(?:โครงการ|งาน|กิจกรรม)?|(?:แต่ละ|ทุก|ราย|ทีละ)(?:โครงการ|งาน|กิจกรรม|ฝ่าย|กลุ่ม|กอง|แผนก|เรื่อง|ข้อ)|(?:โครงการ|งาน|กิจกรรม|ข้อ)(?:ใด|ไหน|ที่)/u;
const hearsOf = /ประชุม|โต๊ะ|เสนอ|กรรมการ|รวบรวม|งาน(?:วาง)?แผน|ฝ่าย(?:วาง)?แผน|ชี้แจง|ตรวจ|อ่าน/u;

/** A heading on following up. */
const followed =
  /ติดตาม|(?:กำหนด|รอบ|ปฏิทิน)(?:การ|วัน|เวลา)?(?:ส่ง|จัดทำ)?รายงาน|กำกับ|ตามงาน|การรายงาน|รายงานผล|ขับเคลื่อน|กลไก|monitor|follow.?up|tracking/iu;

/** What a plan's projects are about (โครงการติดตามผู้ป่วย…). */
const projects = /โครงการ|กิจกรรม|ผู้ป่วย|สถานการณ์|ทุจริต|project/iu;

/** What is followed is named, and is neither the plan nor the work (การติดตามผู้พ้นโทษ). */
const followsOthers =
  /ติดตาม(?!และ|หรือ|แผน|งาน|ผล|โครงการ|กิจกรรม|ความ(?:ก้าวหน้า|คืบหน้า|สำเร็จ)|การ|ประเมิน|กำกับ|ตรวจ|รายงาน|เร่งรัด|ทบทวน|ตัวชี้วัด|ยุทธศาสตร์|กลยุทธ์|นโยบาย|ข้อสั่งการ|สถานะ|ให้|โดย|อย่าง|ใน|ราย|ทุก|เป็น|ภายใน|ของ|ตาม|ด้าน|ระบบ|ระหว่าง|ประจำ|รอบ|ภารกิจ)[ก-ฮเ-ไ][ก-๙]{3}/u;

const recurs =
  /ทุก(?:วัน)?(?:สุดท้าย|แรก|ทำการ|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์)|ทุก(?:ๆ|สิ้น|ต้น|ปลาย|กลาง)?\s*(?:\d+\s*|สอง|สาม|หก)?(?:เดือน|ไตรมาส|สัปดาห์|ปี|ครึ่งปี|รอบ|วันที่)|ราย(?:ไตรมาส|เดือน|สัปดาห์)|(?:เดือน|ไตรมาส|สัปดาห์|ปี)ละ|ผ่านระบบ|(?:จาก|หลัง)สิ้น(?:ไตรมาส|เดือน)|ของเดือนถัด|eMENSCR|quarterly|monthly|(?:every|each)\s+(?:quarter|month|week)/iu;

/** Somebody tells of one day, or of what came of it. */
const news = /พบว่า|แล้วเสร็จ|บรรลุ|(?:เมื่อ|(?<!ภาย)ใน)วันที่\s*\d|วันนี้|ร่วมประชุม|เข้าร่วม|ครั้งที่\s*\d+\s*\//u;
