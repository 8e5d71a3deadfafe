// Reads a title (a link's label, a heading, the first lines of a document, a file name): which publication it names,
// which look-alike, which year. Pure.

import type { Agency, AgencyKind } from '../model/registry.ts';
import { dominantYear, findYears, type YearMention } from '../text/fiscal-year.ts';
import type { NormalText } from '../text/normal.ts';
import { findPhrases, type PhraseMatch } from '../text/phrase.ts';
import { type Grade, type Lexicon, norm, type TitleMeaning } from './lexicon.ts';
import type { Lookalike } from './pack.ts';

export interface ClassHit {
  readonly id: string;
  readonly grade: Grade;
  /** Span in the original title. */
  readonly from: number;
  readonly to: number;
  /** Only the consonant skeleton matched. */
  readonly damaged: boolean;
}

export interface TitleReading {
  readonly text: string;
  /** Publications named, best hit of each class. */
  readonly classes: ReadonlyMap<string, ClassHit>;
  /** Classes named as another body's (แผนปฏิบัติราชการ กรม…). */
  readonly foreign: ReadonlySet<string>;
  /** Classes spoken of without being named as a title (…ตามแผนปฏิบัติราชการ). */
  readonly mentions: ReadonlySet<string>;
  readonly lookalikes: readonly Lookalike[];
  readonly year: YearMention | undefined;
  readonly years: readonly YearMention[];
  /** A plan of several years under the annual plan's own name. */
  readonly multiYearPlan: boolean;
}

type Titled = Pick<Agency, 'name' | 'kind'>;

const readings = new WeakMap<Lexicon, Map<Titled, Map<string, TitleReading>>>();
/** Agencies whose titles are remembered: those being audited at once, not the whole registry. */
const maxAgencies = 16;
const maxTitles = 30_000;

/** Reads a title for one agency. The text may hold several clauses (cells, lines); each is judged by itself. */
export function readTitle(lexicon: Lexicon, text: string, agency: Titled): TitleReading {
  const agencies = readings.get(lexicon) ?? new Map<Titled, Map<string, TitleReading>>();
  readings.set(lexicon, agencies);
  let cache = agencies.get(agency);
  if (cache === undefined) {
    for (const oldest of agencies.keys()) {
      if (agencies.size < maxAgencies) break;
      agencies.delete(oldest);
    }
    cache = new Map();
    agencies.set(agency, cache);
  }
  const known = cache.get(text);
  if (known) return known;
  if (cache.size > maxTitles) cache.clear();
  const reading = read(lexicon, text, agency);
  cache.set(text, reading);
  return reading;
}

type Match = PhraseMatch<TitleMeaning>;

/** Where the agency's own name stands: words of it (…ปราบปรามการทุจริต) are no look-alike. Spans in the match form. */
function ownName(n: NormalText, agency: Pick<Agency, 'name'>): [number, number][] {
  const name = norm(agency.name).text;
  const spans: [number, number][] = [];
  if (name.length < 6) return spans;
  for (let at = n.text.indexOf(name); at >= 0; at = n.text.indexOf(name, at + name.length))
    spans.push([at, at + name.length]);
  return spans;
}

/** What most texts name. */
const nothing: Omit<TitleReading, 'text' | 'year' | 'years'> = {
  classes: new Map(),
  foreign: new Set(),
  mentions: new Set(),
  lookalikes: [],
  multiYearPlan: false,
};

function read(lexicon: Lexicon, text: string, agency: Pick<Agency, 'name' | 'kind'>): TitleReading {
  const n = norm(text);
  const years = findYears(n);
  const year = dominantYear(years)?.mention;
  const found = findPhrases(lexicon.titles, n);
  if (found.length === 0) return { text, ...nothing, years, year };
  const named = ownName(n, agency);
  const all = found.filter(
    (match) =>
      match.value.kind === 'class' ||
      !(
        match.value.entry.exceptKinds?.includes(agency.kind) ||
        named.some(([from, to]) => from <= match.start && match.end <= to) ||
        (ofSubject.has(match.value.entry.id) && isMission(lexicon, text.slice(match.from, match.from + 90), agency))
      ),
  );
  const kept = all.filter((match) => !all.some((other) => swallows(other, match, text)));
  const lookalikes = kept.filter((match) => match.value.kind === 'lookalike');
  const classes = new Map<string, ClassHit>();
  const mentions = new Set<string>();
  const foreign = new Set<string>();
  for (const match of kept) {
    if (match.value.kind !== 'class') continue;
    const { id, grade, bare } = match.value;
    const entry = lexicon.vocabulary.classes[id];
    if (!entry || (entry.kinds && !entry.kinds.includes(agency.kind))) continue;
    const titled =
      startsClause(lexicon, text, match.from) &&
      !fieldOfForm.test(text.slice(match.to, match.to + 30)) &&
      (!(bare || endsInPlan(text, match)) || endsClause(lexicon, text, match.to, agency)) &&
      !tainted(match, lookalikes, kept, text);
    const others = titled && entry.ownOnly && otherBody(lexicon, text, match.to, agency);
    if (others) foreign.add(id);
    if (!titled || others) {
      mentions.add(id);
      continue;
    }
    const known = classes.get(id);
    if (!known || rank[grade] < rank[known.grade])
      classes.set(id, { id, grade, from: match.from, to: match.to, damaged: match.damaged });
  }
  dropAuthor(classes, text);
  const entries = [...new Set(lookalikes.map((match) => (match.value as { entry: Lookalike }).entry))];
  return {
    text,
    classes,
    foreign,
    mentions,
    lookalikes: entries,
    years,
    year,
    multiYearPlan: !classes.has('annual-plan') && entries.some((entry) => entry.id.startsWith('multi-year')),
  };
}

/** A committee that signs a report (คณะกรรมการติดตามและประเมินผล…) is its author; the report is no mechanism. */
function dropAuthor(classes: Map<string, ClassHit>, text: string): void {
  const hit = classes.get('monitoring-mechanism');
  if (!hit || ![...classes.keys()].some((id) => id === 'lao-evaluation' || reports.has(id))) return;
  const before = norm(text.slice(Math.max(0, hit.from - 60), hit.to)).text;
  if (!/คำสั่ง|แต่งตั้ง|รายชื่อ|ปฏิทิน|ระบบ|กลไก|แนวทาง|มาตรการ/u.test(before)) classes.delete('monitoring-mechanism');
}

/** Look-alikes that are so because of their subject alone. */
const ofSubject: ReadonlySet<string> = new Set(['subject-plan', 'health-subject-plan', 'disaster-plan']);

/** The plan's name and the words that lead to its subject. Over the match form. */
const beforeSubject =
  /^\s*(?:แผน(?:การ)?(?:ปฏิบัติราชการ|ปฏิบัติการ|ปฏิบัติงาน|ดำเนินงาน|ดำเนินการ)?)?(?:\s|ของ|ด้าน|เพื่อ|การ|งาน|ส่งเสริม|สนับสนุน|พัฒนา|และ)*/u;

/** The subject that a plan's name goes on with is what the agency is named after (แผนปฏิบัติการส่งเสริมการเกษตร of an office of เกษตร). */
function isMission(lexicon: Lexicon, title: string, agency: Pick<Agency, 'name'>): boolean {
  const rest = norm(title).text.replace(beforeSubject, '');
  const subject = rest.split(/ประจำปี|ประจำ|ปีงบประมาณ|รายปี|พ\.ศ|[\s|:;,./()[\]0-9–—-]/u, 1)[0] ?? '';
  if (subject.length < 4 || lexicon.bodies.some((body) => subject.startsWith(body))) return false;
  return norm(agency.name).text.includes(subject);
}

/** Dots or lines to write on. */
const fieldOfForm = /^[\s:]*(?:\.{5,}|_{4,}|…{2,})/u;

const rank: Record<Grade, number> = { term: 0, synonym: 1, weak: 2 };

function meaningKey(meaning: TitleMeaning): string {
  return meaning.kind === 'class' ? `class:${meaning.id}` : `lookalike:${meaning.entry.id}`;
}

/** Whether a match takes another's words away: a different meaning around it, or a look-alike of just its words. */
function swallows(longer: Match, shorter: Match, text: string): boolean {
  if (longer === shorter || longer.from > shorter.from) return false;
  // A look-alike that begins before a name and ends within it has taken its subject (KM Action Plan 2560).
  if (
    longer.value.kind === 'lookalike' &&
    shorter.value.kind === 'class' &&
    longer.from < shorter.from &&
    longer.to > shorter.from
  )
    return true;
  if (longer.to < shorter.to) return false;
  if (meaningKey(longer.value) === meaningKey(shorter.value)) return false;
  if (longer.to - longer.from === shorter.to - shorter.from)
    return longer.value.kind === 'lookalike' && shorter.value.kind === 'class';
  // แผนปฏิบัติราชการประจำปี 2569 แผนป้องกันการทุจริต: two titles side by side, not one.
  if (longer.value.kind !== 'lookalike' || longer.from !== shorter.from) return true;
  if (text.slice(shorter.to, longer.to).includes('แผน')) return false;
  // …ประจำปีงบประมาณ พ.ศ. 2569 (ยุทธศาสตร์ พ.ศ. 2566-2570): the year is named before the span it lies in.
  return !(
    longer.value.entry.id.startsWith('multi-year') && ofOneYear.test(norm(text.slice(shorter.from, longer.to)).text)
  );
}

/** Over the match form. */
const ofOneYear =
  /(?:ประจำปี|รายปี)\s*(?:งบประมาณ|การศึกษา)?\s*(?:พ\.?\s*ศ\.?)?\s*\d{4}(?!\s*(?:[-–—]|ถึง)\s*(?:พ\.?\s*ศ\.?)?\s*\d)/u;

const conjunction = /^(?:และ|หรือ|กับ|รวม)$/u;
const boundary = /[\s|:;,./()[\]{}"'“”‘’«»<>\-–—•·*#+=>_\u0001📊📋📄📁✅➡️▶►●○■□]/u;

/** A title stands at the start of a clause, or after lead words that do; elsewhere it is a mention. */
function startsClause(lexicon: Lexicon, text: string, from: number, depth = 0): boolean {
  if (from === 0) return true;
  const before = text.slice(Math.max(0, from - 60), from);
  const tail = norm(before).text.replace(/\s+$/, '');
  const lead = lexicon.leads.find((word) => tail.endsWith(word));
  // "…and the annual plan" is a title in a label, and a mere mention in running text.
  if (lead !== undefined && depth < 4) {
    if (conjunction.test(lead)) return text.length <= 90 && !ofPersons.test(clauseBefore(text, from));
    return startsClause(lexicon, text, from - leadLength(before, lead), depth + 1);
  }
  const last = before.replace(/(?:[\u00AD\u2060\uFEFF]|[\u200B-\u200D])+$/u, '').at(-1) ?? '';
  if (!(boundary.test(last) || /[0-9๐-๙]/.test(last) || !/[\u0E00-\u0E7F]/.test(last))) return false;
  // A space does not end a clause whose last word asks for an object (ตาม แผน…, จัดทำ แผน…).
  return !/(?:ตาม|จัดทำ|การทำ|ทำ|ทบทวน|ปรับปรุง|ขับเคลื่อน|เห็นชอบ|พิจารณา|ชี้แจง|ภายใต้|อนุมัติ|สนับสนุน|รองรับ|จาก|ของ|กับ|ต่อ|ใน|โดย|เพื่อ|สู่|ถ่ายทอด|วิเคราะห์|แปลง|ยกร่าง|ร่าง|งาน|ฝ่าย|กอง|กลุ่ม)$/.test(
    tail,
  );
}

/** An order's, a meeting's words: the plan after "and" is what they are about (…ผู้กำกับติดตามตัวชี้วัดและแผนปฏิบัติราชการ). */
const ofPersons = /คำสั่ง|แต่งตั้ง|มอบหมาย|ผู้กำกับ|ผู้รับผิดชอบ|คณะกรรมการ|คณะทำงาน|ประชุม|อบรม|สัมมนา|หน้าที่|ตามตัวชี้วัด/u;

function clauseBefore(text: string, from: number): string {
  const start = Math.max(text.lastIndexOf('|', from), text.lastIndexOf('\n', from)) + 1;
  return norm(text.slice(start, from)).text;
}

/** A report's name that ends in a plan's bare name (…ตามแผนปฏิบัติการ): what follows may make it a plan of one subject. */
function endsInPlan(text: string, match: Match): boolean {
  if (match.value.kind !== 'class' || match.value.id === 'annual-plan') return false;
  const name = norm(text.slice(match.from, match.to)).text.trim();
  if (/แผน(?:การ)?(?:ปฏิบัติการ|ปฏิบัติงาน|ดำเนินงาน|ดำเนินการ)$/u.test(name)) return true;
  // ติดตามแผน…: of the plan, unless it goes on with another subject.
  return (
    match.value.id === 'monitoring-report' &&
    /แผน$/u.test(name) &&
    !/^\s*(?:การ)?(?:ปฏิบัติ|ดำเนิน|งาน|พัฒนา)/u.test(norm(text.slice(match.to, match.to + 20)).text)
  );
}

/** Letters of the original that the lead word takes at the end of it. */
function leadLength(before: string, lead: string): number {
  for (let length = 1; length <= before.length; length++) {
    const end = norm(before.slice(before.length - length)).text.replace(/\s+$/, '');
    if (end === lead || end.endsWith(lead)) return length;
  }
  return before.length;
}

/** Nothing qualifies the name: the clause ends, or what follows may follow any annual plan. */
function endsClause(lexicon: Lexicon, text: string, to: number, agency: Pick<Agency, 'name'>): boolean {
  const rest = text.slice(to).replace(/^\s*ของ/u, '');
  const trimmed = rest.replace(/^(?:[\s\u0E46\u0E2F\u00AD\u2060\uFEFF]|[\u200B-\u200D])+/u, '');
  // Subjects that begin like what may follow: a number that is no year (5 ส), a cure that is no amendment.
  if (/^\s*(?:[0-9]\s?ส(?:[\s.]|$|ประจำ|ปี)|แก้ไขปัญหา)/u.test(norm(trimmed.slice(0, 40)).text)) return false;
  if (trimmed === '' || /^[|:;,./()[\]{}"'“”‘’«»<>\-–—•·*#+0-9๐-๙\n]/u.test(trimmed) || /^\s*\n/.test(rest))
    return true;
  if (!/^[\u0E00-\u0E7F]/u.test(trimmed)) return true;
  // An organisation's abbreviation (กนอ., สทร.).
  if (/^[ก-ฮ]{2,6}\.(?![ก-ฮ])/u.test(trimmed)) return true;
  const n = norm(trimmed.slice(0, 80));
  if (findPhrases(lexicon.tails, n).some((match) => match.start === 0)) return true;
  if (isMission(lexicon, trimmed.slice(0, 80), agency)) return true;
  const name = norm(agency.name).text;
  return name.length >= 4 && (n.text.startsWith(name.slice(0, 12)) || name.includes(n.text.slice(0, 10)));
}

/**
 * Titles that name whose publication it is: another body's is not this agency's. The first owner named counts, after the
 * year, on the same line or a cover's next; the ministry over an office comes later.
 */
function otherBody(lexicon: Lexicon, text: string, to: number, agency: Pick<Agency, 'name' | 'kind'>): boolean {
  const cell = text.slice(to).split('|', 1)[0] ?? '';
  const rest = norm(cell.slice(0, 200)).text.replace(
    /^(?:[\s\-–—:,.()"]|ประจำปี|ปีงบประมาณ|ปีการศึกษา|งบประมาณ|การศึกษา|พ\.ศ\.?|ปี|ของ|[0-9])+/u,
    '',
  );
  const name = fullName(norm(agency.name).text);
  const whole = fullName(rest).split(/[|,()0-9\s]|ประจำปี|พ\.ศ/, 1)[0] ?? '';
  // Without a Thai name to compare with, the sort of body must do.
  if (!/[ก-ฮ]/u.test(name)) return ofOtherSort.some(([sort, kinds]) => sort.test(rest) && !kinds.includes(agency.kind));
  if (office.test(whole)) {
    const [own, other] = [name, whole].map((full) => full.replace(/^สำนักงาน/u, ''));
    return !own!.startsWith(other!) && !other!.startsWith(own!);
  }
  const body = lexicon.bodies.find((word) => rest.startsWith(word));
  if (body === undefined) return false;
  return !(name.startsWith(body) && (name.startsWith(whole) || whole.startsWith(name)));
}

/** Bodies, and the kinds of agency whose own they may be. */
const ofOtherSort: readonly (readonly [RegExp, readonly AgencyKind[]])[] = [
  [/^(?:กระทรวง|กรม|สำนักงานปลัด|สำนักนายก|รัฐบาล|คณะรัฐมนตรี)/u, ['department', 'other']],
  [/^(?:จังหวัด|กลุ่มจังหวัด)/u, ['province', 'other']],
  [/^โรงพยาบาล/u, ['hospital', 'health-office', 'other']],
  [/^(?:เทศบาล|อบ[จต]|องค์การบริหารส่วน)/u, ['municipality', 'subdistrict', 'provincial-administration', 'other']],
];

/** An office that names its district or province is a body of its own (สำนักงานสาธารณสุขจังหวัด… over a district's). */
const office = /^สำนักงาน[ก-๙]{0,30}?(?:จังหวัด|อำเภอ|เขตพื้นที่|ภาค)[ก-๙]{2}/u;

/** Names in full where they begin with their usual abbreviation. */
const fullName = (name: string): string => {
  const short = abbreviations.find(([abbreviation]) => name.startsWith(abbreviation));
  return short ? short[1] + name.slice(short[0].length).replace(/^[.\s]+/, '') : name;
};

const abbreviations: readonly (readonly [string, string])[] = [
  ['สสจ', 'สำนักงานสาธารณสุขจังหวัด'],
  ['สสอ', 'สำนักงานสาธารณสุขอำเภอ'],
  ['สนง', 'สำนักงาน'],
  ['อบจ', 'องค์การบริหารส่วนจังหวัด'],
  ['อบต', 'องค์การบริหารส่วนตำบล'],
  ['ทต', 'เทศบาลตำบล'],
  ['ทม', 'เทศบาลเมือง'],
  ['ทน', 'เทศบาลนคร'],
  ['รพ.สต', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'],
  ['รพ', 'โรงพยาบาล'],
  ['สพป', 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษา'],
  ['สพม', 'สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา'],
];

/** A report's name beside a look-alike's in the same cell, with no annual plan named: the look-alike's report. */
function tainted(match: Match, lookalikes: readonly Match[], kept: readonly Match[], text: string): boolean {
  if (match.value.kind !== 'class' || match.value.id === 'annual-plan') return false;
  const cellStart = Math.max(text.lastIndexOf('|', match.from), text.lastIndexOf('\n', match.from)) + 1;
  const ends = [text.indexOf('|', match.to), text.indexOf('\n', match.to)].filter((i) => i >= 0);
  const cellEnd = ends.length ? Math.min(...ends) : text.length;
  // In a paragraph that goes on after its title, what comes much later is no part of the name.
  const inCell = (other: Match) =>
    other.from >= Math.max(cellStart, match.from - nameReach) && other.to <= Math.min(cellEnd, match.to + nameReach);
  if (!lookalikes.some((other) => inCell(other) && (other.value as { entry: Lookalike }).entry.kind !== 'other'))
    return false;
  return !kept.some((other) => inCell(other) && other.value.kind === 'class' && other.value.id === 'annual-plan');
}

/** Letters around a name within which a subject belongs to it. */
const nameReach = 120;

/** The reading says what the thing is: a publication, or a look-alike. */
export function definite(reading: TitleReading): boolean {
  return reading.classes.size > 0 || reading.lookalikes.length > 0;
}

/** Definite in words that leave no doubt: they take over from a heading further out; weak ones do not. */
export function strong(reading: TitleReading): boolean {
  if (reading.classes.size > 0) return [...reading.classes.values()].some((hit) => hit.grade !== 'weak');
  return reading.lookalikes.some((entry) => entry.kind !== 'other');
}

const reports: ReadonlySet<string> = new Set([
  'result-report',
  'monitoring-report',
  'budget-report',
  'progress-page',
  'recommendation-list',
]);

/** It names a report and not what it reports on (ผลการดำเนินงาน ปี 2568): headings around it may say. */
export function needsSubject(reading: TitleReading): boolean {
  return (
    reading.classes.size > 0 &&
    [...reading.classes.keys()].every((id) => reports.has(id)) &&
    !reading.mentions.has('annual-plan') &&
    !norm(reading.text).text.includes('แผน')
  );
}

/** The reading names a look-alike and nothing that is sought. */
export function isLookalike(reading: TitleReading): boolean {
  return reading.classes.size === 0 && reading.lookalikes.length > 0;
}
