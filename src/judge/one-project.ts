// Whether a report is on one project alone (รายงานผลโครงการ "…", its chapter, its page): such a report tells of one piece of the
// plan's work; several of them tell of it together. Pure.
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import { isSentenceOn, projectNamedIn, quotedProject, quotedProjects } from './named-project.ts';
import { isExpense, projectKey } from './project-name.ts';
import { tellsOfBoth } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Reports whose names leave open how many projects they are on. */
const open = ['result-report', 'monitoring-report', 'budget-report', 'lessons-learned', 'recommendation-list'];
/** On the whole of the work, whatever project they begin with. */
const whole = ['annual-plan', 'lao-evaluation', 'annual-report', 'self-assessment'];

/** Lines at the head in which the project is named. */
const headLines = 6;
/** Letters at the beginning of a line in which it is. */
const headLetters = 300;
const factLines = 14;

/** Reports that are on one project by their own title, whatever else it leaves open, are reports for all that. */
export function reportsOn({ own, classes }: Unit, key: string): string[] {
  if (own === undefined) return [];
  const title = quotedProject(own.text.slice(0, headLetters));
  if (title === undefined || projectKey(title) !== key) return [];
  return open.filter((id) => classes.get(id)?.grade === 'weak' && classes.get(id)?.origin === 'own');
}

/** Key of the one project that the unit reports on, where no second is told of. */
export function oneProject({ lexicon }: Survey, unit: Unit): string | undefined {
  if (!open.some((id) => unit.classes.has(id))) return undefined;
  if (whole.some((id) => namesSurely(unit.classes, id)) || unit.tables.some(listsSeveral)) return undefined;
  const texts = unit.segments.map(({ segment }) => segment.text);
  const head = [titleOf(unit), ...texts.slice(0, headLines)].map((text) => text.slice(0, headLetters));
  const quoted =
    head.map(quotedProject).find((name) => name !== undefined) ??
    quotedUnder(head) ??
    namedUnder(lexicon, [...titleOf(unit).split('\n'), ...texts.slice(0, headLines)]) ??
    namedInTitle(lexicon, unit);
  const name =
    quoted ??
    statedName(unit) ??
    head.map((line) => projectNamedIn(lexicon, line)).find((found) => found !== undefined);
  if (name === undefined) return undefined;
  const key = projectKey(name);
  // A name in quotes leaves no doubt; another may be a group's, a place's or a programme's.
  if (quoted === undefined && !isWriteUp(texts) && !itemises(unit) && !isSoleRow(unit, key)) return undefined;
  return tellsOfMore(unit, texts, key) ? undefined : key;
}

/** A table tells of several projects what was spent on each, and how far it is. */
function listsSeveral({ records }: Unit['tables'][number]): boolean {
  const told = records.filter((record) => !isExpense(record.name) && tellsOfBoth(record));
  return new Set(told.map(({ name }) => projectKey(name))).size >= fewestSeveral;
}
const fewestSeveral = 3;

/**
 * A page of a tracking system: how far one project of the year's plan has come, with the plan named beside it. It shows that the
 * plan is followed, if not what came of it.
 */
export function tracksPlan(unit: Unit): boolean {
  if (!namesSurely(unit.classes, 'monitoring-report')) return false;
  if (!/ก้าวหน้า|คืบหน้า|สถานะ/u.test(norm(titleOf(unit).split('\n', 1)[0]!).text)) return false;
  const lines = unit.segments.slice(0, trackedLines).map(({ segment }) => segment.text);
  return lines.some((text) => text.length <= 120 && /แผนปี|แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)/u.test(norm(text).text));
}

const trackedLines = 20;

/** The line in which the unit's class is named. */
function titleOf({ own }: Unit): string {
  if (own === undefined) return '';
  const from = Math.min(...[...own.classes.values()].map((hit) => hit.from));
  return own.text.slice(Number.isFinite(from) ? own.text.lastIndexOf('\n', from - 1) + 1 : 0);
}

/** A title that ends in the word, and under it the name in quotes. */
function quotedUnder(head: readonly string[]): string | undefined {
  for (const [at, text] of head.entries()) {
    const next = head[at + 1];
    if (next === undefined || !/โครงการ\s*$/u.test(norm(text).text)) continue;
    const name = /^\s*["“”„‘']{1,2}([^"“”’'\n]{4,150})["”“’']{1,2}\s*$/u.exec(next)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A title that is a report's bare name, and on the next line the project that it is on. */
function namedUnder(lexicon: Lexicon, [title = '', next = '']: readonly string[]): string | undefined {
  if (!bareReport.test(norm(title).text) || !/^[^\p{L}]*โครงการ/u.test(norm(next).text)) return undefined;
  return projectNamedIn(lexicon, next);
}
/** A title that says so right away (รายงานผลโครงการ โรงเรียนปลอดขยะ). */
function namedInTitle(lexicon: Lexicon, unit: Unit): string | undefined {
  const title = titleOf(unit).split('\n', 1)[0]!;
  return /^[^\p{L}]*(?:รายงาน|สรุป)(?:สรุป)?(?:ผล)?(?:การ)?(?:ดำเนิน(?:งาน|การ)?|จัด|ประเมิน)?โครงการ/u.test(
    norm(title).text,
  )
    ? projectNamedIn(lexicon, title)
    : undefined;
}
/** Over the match form. */
const bareReport =
  /^[^\p{L}]*(?:(?:รายงาน|สรุป)+(?:ผล)?|ผล)(?:การ)?(?:ดำเนิน(?:งาน|การ)|ปฏิบัติงาน|ประเมิน(?:ผล)?|ติดตาม)[^\p{L}]*$/u;

const field = /^[^\p{L}]*ชื่อโครงการ\s*[:|]?\s*(.{4,150})$/u;

/** With what parts the label from the name, which is no part of it (ชื่อโครงการย่อย …). */
const labelled = /^[^\p{L}]*ชื่อโครงการ\s*[:|]\s*(.{4,150})$/u;

/** What tables or lines of facts call it (ชื่อโครงการ | …). */
const statedNames = (parts: Unit['segments'], pattern: RegExp): string[] =>
  parts.flatMap(({ segment }) => {
    const cells = segment.cells?.filter((cell) => cell.trim() !== '');
    if (cells !== undefined && cells.length !== 2) return [];
    const name = pattern.exec(norm(cells?.join(' | ') ?? segment.text).text)?.[1];
    return name !== undefined && !isSentenceOn(name) ? [name] : [];
  });

const statedName = ({ segments }: Unit): string | undefined => statedNames(segments.slice(0, factLines), field)[0];

/** Parts of the paper that one project is written up in; reports on many do not give each its reasons. Over the match form. */
const parts = [
  /^[^\p{L}]*หลักการและเหตุผล/u,
  /^[^\p{L}]*วัตถุประสงค์(?:ของโครงการ|$|\s*:|\s+1)/u,
  /^[^\p{L}]*(?:จำนวน)?ผู้เข้า(?:ร่วม|รับการ|อบรม)/u,
  /^[^\p{L}]*(?:วัน(?:ที่)?|ระยะ|วัน\s*เวลา)?(?:และ)?(?:เวลา|สถานที่)(?:ดำเนินการ|ดำเนินงาน|ดำเนินโครงการ|จัด|$|\s*[:|])/u,
  /^[^\p{L}]*กลุ่มเป้าหมาย/u,
  /^[^\p{L}]*(?:ผู้รับผิดชอบโครงการ|วิทยากร|ข้อมูล(?:พื้นฐาน|ทั่วไป)(?:ของ)?โครงการ)/u,
];

/** The page proposes or reports on one project, with its reasons: rows in it are its activities, not projects of the plan. */
export function writesUpOne({ lexicon }: Survey, unit: Unit): boolean {
  const texts = unit.page.text.segments.map(({ text }) => text);
  const titled = namedInTitle(lexicon, unit);
  if (titled !== undefined && !tellsOfMore(unit, texts, projectKey(titled))) return true;
  if (!texts.slice(0, longest).some((text) => parts[0]!.test(norm(text.slice(0, headLetters)).text))) return false;
  const head = texts.slice(0, headLines).map((text) => text.slice(0, headLetters));
  const name =
    head.map((line) => quotedProject(line) ?? projectNamedIn(lexicon, line)).find((found) => found !== undefined) ??
    statedName(unit);
  return name !== undefined && !tellsOfMore(unit, texts, projectKey(name));
}

function isWriteUp(texts: readonly string[]): boolean {
  const lines = texts.slice(0, longest).map((text) => norm(text.slice(0, headLetters)).text);
  const has = parts.map((part) => lines.some((line) => part.test(line)));
  return has[0]! || has.filter(Boolean).length >= 2;
}

/** Its rows are what the money of one project went to (ค่าวิทยากร, ค่าอาหาร). */
function itemises({ tables, segments }: Unit): boolean {
  const money = tables.some(({ columns }) => columns.has('spent'));
  const items = segments.filter(({ segment }) => (segment.cells ?? []).slice(0, 2).some(isExpense));
  return money && items.length >= fewestItems;
}
const fewestItems = 2;

/** Its table has one row, which is that project's. */
const isSoleRow = ({ records, page }: Unit, key: string): boolean =>
  records.every(({ name }) => alike(projectKey(name), key)) &&
  records.filter(({ segment }) => page.text.segments[segment]?.kind === 'row').length === 1;

const longest = 400;

/** Over the match form. */
const several =
  /(?:[2-9]|\d{2,3})\s*(?:แผนงาน|โครงการ)(?!ที่|ฯ)|(?:ราย|ทุก|แต่ละ|หลาย)โครงการ|โครงการ(?:ทั้งหมด|ทั้งสิ้น|อื่น|ต่างๆ)|ผู้(?:บริหาร|ว่า)โครงการ/u;

/** More projects than that one are counted, or told of in rows or by name. */
function tellsOfMore(unit: Unit, texts: readonly string[], key: string): boolean {
  const lines = texts.slice(0, longest).map((text) => norm(text).text);
  if (lines.some((line) => several.test(line.replace(/ลำดับ|โครงการที่\s*\d+/gu, '')))) return true;
  const names = new Set(unit.records.filter(({ name }) => /โครงการ/u.test(name)).map(({ name }) => projectKey(name)));
  for (const line of lines) for (const name of quotedProjects(line)) names.add(projectKey(name));
  // Sheets on several projects, bound together.
  for (const name of statedNames(unit.segments, labelled)) names.add(projectKey(name));
  return [...names].some((name) => name.length >= 6 && !alike(name, key));
}

const alike = (one: string, other: string): boolean => one.includes(other) || other.includes(one);
