// Reads a title (a link's label, a heading, the first lines of a document, a file name): which publication it names,
// which look-alike, which year. Pure.

import type { Agency } from '../model/registry.ts';
import { dominantYear, findYears, type YearMention, yearAfterName } from '../text/fiscal-year.ts';
import { legible, type NormalText, skeleton } from '../text/normal.ts';
import { findPhrases } from '../text/phrase.ts';
import { type ClassHit, type Grade, type Lexicon, norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { Lookalike } from './pack.ts';
import { endsClause, startsClause } from './title-clause.ts';
import { addComposed, composedSubjects, reports } from './title-composed.ts';
import { onOneProject, somethingElse } from './title-nature.ts';
import { endsInPlan, swallows, tainted } from './title-overlaps.ts';
import { isMission, isPartOfMission, otherBody } from './title-owner.ts';

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
  const whole = norm(text).damage > 0 ? readDamaged(lexicon, text, agency) : read(lexicon, text, agency);
  const reading = whole.classes.size === 0 ? (readPaper(lexicon, text, agency) ?? whole) : whole;
  cache.set(text, reading);
  return reading;
}

/** Where the agency's own name stands: words of it (…ปราบปรามการทุจริต) are no look-alike. Spans in the match form. */
function ownName(n: NormalText, agency: Pick<Agency, 'name'>): [number, number][] {
  const name = ownNameOf(agency);
  const spans: [number, number][] = [];
  if (name.length < shortestName) return spans;
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

/** A damaged title as it was meant: pieces of it cut where a mark stands on the wrong letter would not be understood. */
function readDamaged(lexicon: Lexicon, text: string, agency: Pick<Agency, 'name' | 'kind'>): TitleReading {
  const meant = legible(text);
  if (meant.text === text) return read(lexicon, text, agency);
  return placedIn(text, read(lexicon, meant.text, agency), (at) => meant.offsets[at]!);
}

/** A reading of the text in another form, as one of the text itself; `placeOf`: where in it a place of the form is. */
function placedIn(text: string, reading: TitleReading, placeOf: (at: number) => number): TitleReading {
  const years = findYears(norm(text));
  const classes = new Map(
    [...reading.classes].map(([id, hit]): [string, ClassHit] => [
      id,
      { ...hit, from: placeOf(hit.from), to: placeOf(hit.to) },
    ]),
  );
  return { ...reading, text, classes, years, year: dominantYear(years)?.mention };
}

/**
 * An order or announcement whose subject stands behind the agency's own name (คำสั่งโครงการส่งน้ำและบำรุงรักษา… ที่ 44/2568 เรื่อง …): a long
 * name parts the two further than phrases reach.
 */
function readPaper(lexicon: Lexicon, text: string, agency: Titled): TitleReading | undefined {
  const n = norm(text);
  if (!paper.test(n.text)) return undefined;
  // A PDF may have lost marks of the name.
  const [whole, name] = [skeleton(n), skeleton(norm(ownNameOf(agency))).text];
  const at = name.length < shortestName ? -1 : whole.text.indexOf(name);
  if (at < 0) return undefined;
  const [from, to] = [whole.offsetAt(at), whole.offsetAt(at + name.length)];
  const reading = read(lexicon, text.slice(0, from) + text.slice(to), agency);
  return reading.classes.size === 0
    ? undefined
    : placedIn(text, reading, (place) => (place > from ? place + to - from : place));
}
/** Over the match form. */
const paper = /^[\s\d.()]*(?:ค[ำา]สั่ง|ประกาศ)/u;
const shortestName = 6;

function read(lexicon: Lexicon, original: string, agency: Pick<Agency, 'name' | 'kind'>): TitleReading {
  // File names stand for titles: single low lines are spaces, several are a line to write on.
  const text = original.includes('_') ? original.replace(/(?<!_)_(?!_)/g, ' ') : original;
  const n = norm(text);
  const stated = findYears(n);
  const short = stated.length === 0 ? yearAfterName(n) : undefined;
  const years = short ? [short] : stated;
  const year = dominantYear(years)?.mention;
  const found = findPhrases(lexicon.titles, n);
  if (found.length === 0 && composedSubjects(lexicon, text).length === 0)
    return { text: original, ...nothing, years, year };
  const named = ownName(n, agency);
  const all = found.filter(
    (match) =>
      match.value.kind === 'class' ||
      !(
        match.value.entry.exceptKinds?.includes(agency.kind) ||
        (match.value.entry.id.startsWith('multi-year') && ofRound.test(norm(text.slice(match.from, match.to)).text)) ||
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
      (!(bare || endsInPlan(text, match)) ||
        endsClause(lexicon, text, match.to, agency) ||
        // Results of a part of its mission are no results of the plan, but its mission's.
        (id === 'progress-page' && isPartOfMission(lexicon, text.slice(match.to, match.to + 80), agency))) &&
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
  addComposed(lexicon, text, agency, { kept, lookalikes, classes, foreign });
  for (const id of somethingElse(classes, text)) {
    classes.delete(id);
    mentions.add(id);
  }
  for (const hit of onOneProject(classes, text)) classes.set(hit.id, { ...hit, grade: 'weak' });
  dropAuthor(classes, text);
  dropPromised(classes, text);
  const entries = [...new Set(lookalikes.map((match) => (match.value as { entry: Lookalike }).entry))];
  // Most are empty, and an empty collection takes its room as well.
  return {
    text: original,
    classes: classes.size === 0 ? nothing.classes : classes,
    foreign: foreign.size === 0 ? nothing.foreign : foreign,
    mentions: mentions.size === 0 ? nothing.mentions : mentions,
    lookalikes: entries.length === 0 ? nothing.lookalikes : entries,
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

/** A calendar of reports to come (ปฏิทินการติดตามและรายงานผล…) is a mechanism and none of the reports. */
function dropPromised(classes: Map<string, ClassHit>, text: string): void {
  if (!classes.has('monitoring-mechanism') || !/^[^\p{L}]*(?:ปฏิทิน|กำหนดการ|calendar)/iu.test(text)) return;
  for (const id of reports) classes.delete(id);
}

/** Over the match form: a round's number before its year (…ไตรมาสที่ 2 ปีงบประมาณ 2569) counts no years. */
const ofRound = /(?:ไตรมาส|รอบ|งวด|ครั้ง|ระยะ)\s*ที่\s*\d{1,2}\s*ปี$|(?:ไตรมาส|งวด)\s*\d\s*ปี$/u;

/** Look-alikes that are so because of their subject alone. */
const ofSubject: ReadonlySet<string> = new Set(['subject-plan', 'health-subject-plan', 'disaster-plan']);

/** Dots or lines to write on. */
const fieldOfForm = /^[\s:]*(?:\.{5,}|_{4,}|…{2,})/u;

const rank: Record<Grade, number> = { term: 0, synonym: 1, weak: 2 };

/** Where in its text the last of its names ends. */
export const namedTo = ({ classes }: TitleReading): number => Math.max(0, ...[...classes.values()].map(({ to }) => to));

/** The lines in which the title names what the unit is of, in match form. */
export function titleLines({ own }: { readonly own: TitleReading | undefined }): ReadonlySet<string> {
  if (own === undefined) return new Set();
  const end = own.text.indexOf('\n', namedTo(own));
  return new Set((end < 0 ? own.text : own.text.slice(0, end)).split('\n').map((text) => norm(text).text));
}

/** The reading says what the thing is: a publication, or a look-alike. */
export function definite(reading: TitleReading): boolean {
  return reading.classes.size > 0 || reading.lookalikes.length > 0;
}

/** Definite in words that leave no doubt: they take over from a heading further out; weak ones do not. */
export function strong(reading: TitleReading): boolean {
  if (reading.classes.size > 0) return [...reading.classes.values()].some((hit) => hit.grade !== 'weak');
  return reading.lookalikes.some((entry) => entry.kind !== 'other');
}

/** Over the match form: "the plan", which one is said elsewhere (ผลการดำเนินงานตามแผน ปี 2568, ติดตามแผนงาน รอบ 1). */
const unnamedPlan = /(?:ตาม|ติดตาม)แผน(?:งาน)?ฯ?(?=$|[^ก-๙]|รอบ|ไตรมาส|ครึ่งปี|ปี|ประจำ)/gu;

/** It names a report and not what it reports on (ผลการดำเนินงาน ปี 2568): headings around it may say. */
export function needsSubject(reading: TitleReading): boolean {
  return (
    reading.classes.size > 0 &&
    [...reading.classes.keys()].every((id) => reports.has(id)) &&
    !reading.mentions.has('annual-plan') &&
    !norm(reading.text).text.replace(unnamedPlan, '').includes('แผน')
  );
}

/** It names a plan of one subject that nobody listed (แผนปฏิบัติการลดน้ำสูญเสีย): not the agency's, whatever stands around it. */
export const isOfSubject = ({ classes, mentions, text }: TitleReading): boolean =>
  classes.size === 0 && mentions.has('annual-plan') && goesOnToSubject.test(norm(text).text);

/** Over the match form: the plan's bare name, and right after it what is neither whose, which nor of when. */
const goesOnToSubject =
  /^[^\p{L}]*แผน(?:การ)?(?:ปฏิบัติราชการ|ปฏิบัติการ|ปฏิบัติงาน|ดำเนินงาน|ดำเนินการ)(?!ของ|ที่|รวม|ทุก|ทั้ง|ใน|นี้|โดย|สำหรับ|ตาม|ประจำ|ราย|ปี|แต่ละ|ล่าสุด|ปัจจุบัน|ใหม่|ฉบับ|และ|เล่ม|เรา|หน่วย|องค์กร)[ก-ฮเ-ไ][ก-๎]{3}/u;

/** The reading names a look-alike and nothing that is sought. */
export function isLookalike(reading: TitleReading): boolean {
  return reading.classes.size === 0 && reading.lookalikes.length > 0;
}
