// Reports on the year's work that no title and no table makes one: line by line, card by card or sentence by sentence they tell how
// far each piece of work has come, and what was spent on it. Pure.
import { blank } from './form-fields.ts';
import { norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import type { ColumnId } from './pack.ts';
import { wholes } from './project-cards.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import { yearByLines } from './same-projects.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';
import { type WorkFacts, workFacts } from './work-line.ts';

export interface WorkReport {
  readonly classes: readonly string[];
  readonly records: readonly ProjectRecord[];
  readonly year: number | undefined;
  /** Segment of the first piece of work that is told of. */
  readonly segment: number;
}

/** Pieces of work told of from which it is a report: fewer where each tells of money as well. */
const [fewest, fewestWithMoney] = [3, 2];
/** Share of the lines from the first to the last of them that tell something or name it. */
const dense = 0.25;
/** Lines under a name that may tell of it. */
const cardLines = 8;
/** Letters of a name, and of a line that may be one. */
const [shortestName, longestName] = [4, 120];
const longestLine = 400;
/** Lines at the head that may say of which work and time this is, and right over the first piece of work. */
const [headLines, linesAbove] = [8, 3];

/** Classes that a title may name: what it is called it is. */
const ofReports = ['result-report', 'monitoring-report', 'annual-report', 'budget-report', 'progress-page', 'monitoring-mechanism'];

/** Letters of a line that says what those under it are; it counts nothing. */
const longestCaption = 60;
const counted = /[0-9๐-๙]\s*(?:คน|ราย|ครั้ง|แห่ง|อัตรา|เรื่อง|บาท|ล้าน|%)/u;
/** Lines that may, at the head. */
const leadLines = 3;

/** Its title leaves open what it is: a report, a part of the agency (ฝ่ายแผนงาน), or nothing in particular. */
function isOpen(unit: Unit): boolean {
  if (unit.lookalike === undefined) return isAtMost(unit, ofReports);
  const { lookalikes } = unit.lookalike;
  const fits = lookalikes.every(({ kind, id }) => kind === 'other' || (id === ofMeetings && isMinutes(unit)));
  return unit.classes.size === 0 && fits;
}

const ofMeetings = 'other-reports';
/** Of a meeting, in which the plan's work may be followed as one of several things. */
const isMinutes = ({ own }: Unit): boolean => /^\s*(?:รายงาน|สรุป|บันทึก)(?:ผล)?\s*การประชุม/u.test(own?.text ?? '');
/** Over the match form: what is followed there. */
const ofFollowed = /(?:แผน|โครงการ|งบ).{0,60}(?:รายงาน|แจ้ง|ติดตาม|ดังนี้|คืบหน้า|ก้าวหน้า)|(?:รายงาน|แจ้ง|ติดตาม|คืบหน้า|ก้าวหน้า).{0,60}(?:แผน|โครงการ|งบ)/u;

/** A line that names a report by a word of its own (ผลงาน 36.8% แผน 35.0%) is no title. */
const isFragment = ({ page, titleSegment, own }: Unit): boolean =>
  page.text.media === 'html' &&
  titleSegment !== undefined &&
  own !== undefined &&
  page.text.segments[titleSegment]?.kind !== 'heading' &&
  workFacts(norm(own.text)) !== undefined;

/** Those that such lines cut off the unit. */
const fragmentsOf = ({ units }: Survey, { page }: Unit): Unit[] =>
  units.filter((other) => other.page === page && isFragment(other) && isAtMost(other, ofReports));

interface Piece {
  readonly name: string;
  readonly segment: number;
  readonly fields: Map<ColumnId, string>;
}

export function workReport(survey: Survey, unit: Unit): WorkReport | undefined {
  if (!isOpen(unit)) return undefined;
  if (isFragment(unit)) return undefined;
  const lines = [unit, ...fragmentsOf(survey, unit)]
    .flatMap((part) => linesOf(part))
    .filter(({ segment }) => segment.kind !== 'title' && segment.kind !== 'row')
    .sort((one, other) => one.index - other.index);
  if (lines.filter(({ text }) => ofOneProject.test(text)).length === 1) return undefined;
  const told = piecesOf(survey, lines);
  const worked = told.pieces.filter(({ fields }) => fields.has('progress') || fields.has('result'));
  const paid = worked.filter(({ fields }) => fields.has('spent'));
  const why = (r: string) => void (process.env.DEBUG_WORK && console.log('REFUSED', r, worked.map(w=>w.name).join(' / ').slice(0,200)));
  const results = worked.filter(({ fields }) => fields.has('result'));
  const head = headOf(unit, lines, told.from);
  const ofPlan = results.length >= fewestWithMoney && head.some((text) => ofPlans.test(text));
  if (worked.length < fewest && !ofPlan && paid.length < fewestWithMoney) return why('few'), undefined;
  if (told.lines < dense * (told.last - told.from + 1)) return why('sparse '+told.lines+' of '+(told.last - told.from + 1)), undefined;
  if (!head.some((text) => ofTime.test(text)) || !head.some((text) => ofWork.test(text))) return why('head'), undefined;
  if (isMinutes(unit) && !lines.slice(Math.max(0, told.from - linesAbove), told.from).some(({ text }) => ofFollowed.test(text)))
    return undefined;
  if (isOther(survey, unit, lines, told.from, worked)) return why('other'), undefined;
  const year = yearByLines(survey, unit);
  const over =
    year !== undefined &&
    year < survey.calendar.fiscalYear &&
    results.length >= fewestWithMoney &&
    !head.some((text) => ofPart.test(text));
  return {
    classes: over ? ['monitoring-report', 'result-report'] : ['monitoring-report'],
    records: worked.every(({ fields }) => onlyCounts(fields)) ? worked.map(withoutName) : worked,
    year,
    segment: worked[0]!.segment,
  };
}

/** So many of so many, of what is told by kinds (คุณภาพชีวิต 11 จาก 30): no projects by name. */
const onlyCounts = (fields: ReadonlyMap<ColumnId, string>): boolean =>
  fields.size === 2 && /^[\d๐-๙,.]+\s*(?:จาก|ใน|\/)\s*[\d๐-๙,.]+$/u.test(fields.get('result') ?? '');

const withoutName = (piece: Piece): Piece => ({
  ...piece,
  fields: new Map([...piece.fields].filter(([id]) => id !== 'project')),
});

/** Over the match form. Of a round, a year, or a day up to which it is counted. */
const ofTime =
  /ไตรมาส|\d+\s*เดือน|(?:หก|เก้า|สิบสอง)เดือน|ครึ่งปี|ปีงบ|ประจำ(?:ปี|เดือน)|ปี(?:การศึกษา)?\s*(?:พ\.?ศ\.?)?\s*(?:25)?[5-7]\d(?!\d)|25[5-7]\d|(?:เดือน|[ก-ฮ]\.)[ก-ฮะ-์.]{2,10}\s*[67]\d(?!\d)|ปีนี้|(?:report|ปี|year)\s*20\d\d|ภาคเรียน|สิ้นเดือน|ณ\s*(?:วันที่)?\s*\d|quarter|fy\s*\d/u;
/** Said to be of the plan, results of few are results. */
const ofPlans = /แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)|ตาม(?:ที่เขียนไว้ใน)?แผน/u;
/** One project alone, with all that is told of it. */
const ofOneProject = /^[^\p{L}]*ชื่อโครงการ/u;
/** Of a round, which is no evaluation of the year. */
const ofPart = /ไตรมาส|(?<!1)[1-9]\s*เดือน|ครึ่งปี|ประจำเดือน|quarter/u;
const ofWork = /งาน|โครงการ|แผน|ผล|คืบหน้า|ก้าวหน้า|ติดตาม|ทำอะไร|ขับเคลื่อน|กิจกรรม|project|progress|tracking/u;

function headOf(unit: Unit, lines: readonly Line[], from: number): string[] {
  const over = lines.slice(0, Math.max(from, headLines));
  const texts = [unit.page.text.title ?? '', unit.own?.text ?? ''].map((text) => norm(text).text);
  const short = lines.filter(({ segment, text }) => segment.kind === 'heading' && text.length <= longestCaption);
  const near = [...over.slice(0, headLines), ...lines.slice(Math.max(0, from - linesAbove), from), ...short].map(
    ({ text }) => text,
  );
  return [...texts, ...near];
}

/** Its titles, or the line over the first piece of work, say that it is about something else. */
function isOther(survey: Survey, unit: Unit, lines: readonly Line[], from: number, worked: readonly ProjectRecord[]): boolean {
  const over = lines.slice(0, from).map(({ segment }) => segment);
  const headings = over.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
  const lead = [...over.slice(0, leadLines), ...over.slice(-1)];
  const letter = lines.slice(0, headLines).map(({ segment }) => segment.text);
  const memo = letter.filter((text) => /^\s*เรื่อง\s/u.test(text));
  const named = isMinutes(unit) ? [] : lead.filter(({ kind, text }) => kind === 'heading' || (text.length <= longestCaption && !counted.test(text)));
  const around = [
    isMinutes(unit) ? '' : (unit.page.text.title ?? ''),
    isMinutes(unit) ? '' : (unit.own?.text.split('\n', 1)[0] ?? ''),
    ...headings.filter((text) => !(isMinutes(unit) && unit.own?.text.startsWith(text))),
    ...named.map(({ text }) => text),
    ...memo,
  ];
  if (around.some((text) => ofInspectors.test(norm(text).text))) return true;
  return ofOtherSubject(
    survey,
    unit,
    [...new Set(around)].filter((text) => text.trim() !== '' && text.length <= 200),
    [],
    worked,
  );
}

/** Over the match form: who inspects a whole province or ministry. */
const ofInspectors = /ผู้ตรวจราชการ|คณะผู้ตรวจ|กระทรวง/u;

interface Told {
  readonly pieces: readonly Piece[];
  /** Lines that tell something or name a piece of work, and the first and last of them, by place. */
  readonly lines: number;
  readonly from: number;
  readonly last: number;
}

/** Pieces of work, each with what its line, or the lines under its name, tell of it. */
function piecesOf({ lexicon }: Survey, lines: readonly Line[]): Told {
  const pieces = new Map<string, Piece>();
  const telling = new Set<number>();
  /** The line above, which tells nothing, and may name what the next ones tell of. */
  let above: { readonly name: string; readonly at: number } | undefined;
  /** What they tell of, since the first of them began with no name of its own. */
  let card: typeof above;
  let from = lines.length;
  const told = lines.flatMap(({ index, segment }, at) =>
    segment.text.split(betweenProjects).map((part) => ({ at, index, kind: segment.kind, text: part.trim() })),
  );
  for (const { at, index, kind, text } of told) {
    const facts = text.length <= longestLine && !blank.test(text) ? workFacts(norm(text)) : undefined;
    if (facts === undefined) {
      const named = isName(text);
      if (named || kind === 'heading') card = above = undefined;
      if (named) above = { name: nameIn(text), at };
      continue;
    }
    const own = nameIn(text.slice(0, facts.first));
    const begins = isName(own);
    if (begins && (kind === 'item' || bullet.test(text))) card = undefined;
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

  function isName(text: string): boolean {
    const name = nameIn(text);
    return (
      name.length <= longestName &&
      name.length >= shortestName &&
      !notName.test(norm(name).text) &&
      !counting.test(name) &&
      isProjectName(lexicon, name)
    );
  }
}

/** So many of them. */
const counting = /(?:[2-9๒-๙]|[0-9๐-๙]{2,})\s*(?:รายการ|เรื่อง(?!\s*1)|ตัวชี้วัด)/u;
/** A sentence may tell of several, one after the other. */
const betweenProjects = /(?<=\s)(?=(?:โครงการ|กิจกรรม)[ก-ฮเ-ไ])/u;
const bullet = /^\s*(?:[^\p{L}\d\s([]|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*\s*[.)]|[ก-ฮ]\s*[.)])/u;
/** Months and days before the work that was done in them; who told it. */
const before =
  /^(?:(?:วันที่\s*)?[0-9๐-๙]{0,2}\s*(?:[ก-ฮ]\.?\s?[ก-ฮ]\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*[0-9๐-๙]{0,4}\s*[-–—:]?\s*|[^\s]{2,40}?(?:แจ้ง|รายงาน)ว่า\s*)/u;

const nameIn = (text: string): string =>
  text
    .replace(/^[^\p{L}]*(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*|[ก-ฮa-zA-Z])\s*[.)]\s*/u, '')
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(before, '')
    .replace(/[\s–—:|(-]+$/u, '');

/** Over the match form: of the whole, of a part of the agency; what a report says beside its pieces of work. */
const notName = new RegExp(
  `^[^\\p{L}]*(?:${wholes}|ยอด|องค์การ|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|คณะ|ตัวชี้วัด|ตัวบ่งชี้|กองทุน|ปี|รอบ|เดือน|วัน|กลุ่ม|อำเภอ|ตำบล|เทศบาล|อบต|อบจ|ศูนย์|โรงเรียน|ยุทธ|ด้าน|ที่|แต่|และ|ส่วนที่|ปัญหา|อุปสรรค|ข้อเสนอ|เรียน|เรื่อง|ตาม|จึง|โดย|เพราะ|ทั้งนี้|อย่างไร|คะแนน|ร้อยละ|จำนวน|ผล|สรุป|มติ|ประธาน|เสนอ|ครั้งที่|วาระ|kr\\s*\\d|kpi|okr|ตชว|ขอ|เขียนโดย|ผู้เขียน|โพสต์|ประมาณ|แจ้ง|สถานะ|สิ่งที่|หน่วย|เป้า|ตั้ง(?!จุด|กลุ่ม|ศูนย์|ชุด)|สะสม|ทำ(?:เดือน|แล้ว|ได้|ไป)|วัตถุประสงค์|ผู้รับผิดชอบ|ระยะเวลา|หมายเหตุ|สัญญา|งวด|จ่าย|ใช้|เบิก|รอ(?!ง|ย|บ)|จัดแล้ว|หน้า|ไม่มี|ท่าน|นาย|นาง|คุณ|พล|พ\\.|ดร|ผู้(?!สูง|ป่วย|พิการ|ด้อย|ประกอบ|เสพ|ติด|ใช้น้ำ)|ปรับปรุงข้อมูล|ข้อมูล|update|โทร|ติดต่อ|พบ)`,
  'u',
);

function addFacts(fields: Map<ColumnId, string>, text: string, facts: WorkFacts): void {
  for (const id of ['progress', 'result', 'budget', 'spent'] as const) {
    const span = facts[id];
    if (span !== undefined && !fields.has(id)) fields.set(id, text.slice(...span));
  }
}
