// The probe of passages: a heading, a lead word or a column with content of its own, or a stated "none". Pure.
import type { Segment } from '../model/document.ts';
import type { Evidence } from '../model/result.ts';
import { findPhrases, type PhraseSet } from '../text/phrase.ts';
import { adviceIn } from './advises.ts';
import { pointsElsewhere } from './cell-value.ts';
import { type ProbeResult, segmentEvidence } from './finding.ts';
import { askedIn } from './form-fields.ts';
import { isPoint } from './heading-level.ts';
import { type Grade, namesSurely, norm } from './lexicon.ts';
import { closesMemo } from './memo-on-plan.ts';
import {
  count,
  gateOf,
  matches,
  type ProbeContext,
  type ProbeOf,
  place,
  placing,
  rankOf,
  tray,
  unitsOfClasses,
} from './probe-context.ts';
import { projectGroups } from './project-groups.ts';
import { columnIdsOf } from './table-head.ts';
import { advisesOutsiders, tellsWhereToSend } from './to-outsiders.ts';
import type { Unit } from './unit.ts';

export function probePassage(context: ProbeContext, probe: ProbeOf<'passage'>): ProbeResult {
  const found = tray();
  const shared = placing(found);
  for (const { unit, grade } of unitsOfClasses(context, probe.classes)) {
    if (unit.records.length < probe.rows) continue;
    const said = saidIn(context, unit, probe);
    if (said === undefined) continue;
    const gate = gateOf(context, unit);
    const finding = { evidence: said.evidence, rank: rankOf(context, unit, grade) };
    shared.put(unit, gate, finding, () => {
      if (said.none && gate === 'ok') found.proofs.push({ ...finding, reason: 'stated-none' });
      else place(found, gate, finding, said.grade);
    });
  }
  shared.settle();
  return found;
}

/** Where a unit says it, in the order of what shows it best; `none`: it says that there is nothing to tell. */
function saidIn(
  context: ProbeContext,
  unit: Unit,
  probe: ProbeOf<'passage'>,
): { readonly evidence: Evidence; readonly grade: Grade; readonly none: boolean } | undefined {
  const { section } = context.survey;
  const none = probe.none ? findNone(context, unit, probe) : undefined;
  const cell = columnCell(context, unit, probe) ?? labelledLine(context, unit, probe);
  if (cell) return { evidence: segmentEvidence(unit, cell.segment, section), grade: cell.grade, none: false };
  const headed = bestHeading(context, unit, probe);
  if (headed) {
    if (none && none.index - headed.index <= 3 && none.index >= headed.index)
      return { evidence: none.evidence, grade: 'term', none: true };
    return { evidence: segmentEvidence(unit, headed.index, section, headed.span), grade: headed.grade, none: false };
  }
  if (none) return { evidence: none.evidence, grade: 'term', none: true };
  const unnamed = probe.advice ? adviceIn(unit) : probe.groups ? projectGroups(unit)[0] : undefined;
  return unnamed === undefined
    ? undefined
    : { evidence: segmentEvidence(unit, unnamed, section), grade: 'synonym', none: false };
}

interface Headed {
  readonly index: number;
  readonly span: readonly [number, number];
  readonly grade: Grade;
}

/** The first heading or leading phrase with content after it; one in the announcement's own words before others. */
function bestHeading(context: ProbeContext, unit: Unit, probe: ProbeOf<'passage'>): Headed | undefined {
  const passages = context.words.probes.get(probe)?.passages;
  const asked = askedIn(unit);
  let first: Headed | undefined;
  for (const [at, { index, segment }] of unit.segments.entries()) {
    if (asked.has(index)) continue;
    if (segment.kind === 'row' ? probe.letters > 0 && !isPair(segment.cells) : segment.text.length > 900) continue;
    const match = matches(context, segment.text, passages).find(
      (entry) =>
        startsText(segment.text, entry.from) ||
        (segment.kind === 'heading' && !unit.classes.has('annual-plan') && isAnalysis(segment.text, entry.from)) ||
        standsOut(segment.text, entry.from, entry.to) ||
        (segment.kind === 'heading' && joins(segment.text, entry.from, entry.to)),
    );
    if (!match || (first && match.value !== 'term')) continue;
    // A report's title that names the element is no chapter on it.
    if (index === unit.titleSegment && segment.kind === 'heading') continue;
    if (amongStrengths(unit, at)) continue;
    if (probe.letters > 0 && contentAfter(context, unit, at, match.to, passages) < probe.letters) continue;
    if (probe.says && !saysAfter(context, unit, at, match.to, probe)) continue;
    first = { index, span: [match.from, Math.min(segment.text.length, match.to + 120)], grade: match.value };
    if (match.value === 'term') break;
  }
  return first;
}

/** A filled cell of a wanted column that says more than "none". */
function columnCell(
  context: ProbeContext,
  unit: Unit,
  probe: ProbeOf<'passage'>,
): { segment: number; grade: Grade } | undefined {
  if (!probe.columns) return undefined;
  for (const table of unit.tables) {
    for (const cell of table.cells) {
      if (!probe.columns.includes(cell.column)) continue;
      const letters = cell.text.match(/\p{L}/gu)?.length ?? 0;
      if (letters < Math.min(5, Math.max(4, probe.letters))) continue;
      if (probe.none && matches(context, cell.text, context.survey.lexicon.none).length > 0) continue;
      const words = matches(context, `${cell.heading}\n${cell.text}`, context.words.probes.get(probe)?.passages);
      return { segment: cell.segment, grade: words.some((match) => match.value === 'term') ? 'term' : 'synonym' };
    }
  }
  return undefined;
}

/** Pieces of work of which the same is told under the same label, from which what it labels is theirs. */
const fewestLabelled = 2;
const [longestKey, longestLabelled] = [40, 600];

/** Under one piece of work after the other a line with the label of a wanted column, and what it says (ติดขัด/ทางออก: ขาดเรือ ให้เช่าเพิ่ม). */
function labelledLine(
  context: ProbeContext,
  unit: Unit,
  probe: ProbeOf<'passage'>,
): { segment: number; grade: Grade } | undefined {
  const { columns } = probe;
  // A plan says of each project what problem it was made for.
  if (!columns || probe.letters === 0 || namesSurely(unit.classes, 'annual-plan')) return undefined;
  const { lexicon } = context.survey;
  const asked = askedIn(unit);
  const told = new Map<string, { readonly segment: number; readonly said: Set<string> }>();
  for (const { index, segment } of unit.segments) {
    if (segment.kind === 'row' || segment.text.length > longestLabelled || unit.linked.has(index) || asked.has(index))
      continue;
    const [, key = '', said = ''] = labelOf.exec(segment.text) ?? [];
    if (key.length > longestKey || count(said) < probe.letters || matches(context, said, lexicon.none).length > 0)
      continue;
    if (!columns.some((column) => columnIdsOf(lexicon, key).has(column))) continue;
    const entry = told.get(key) ?? { segment: index, said: new Set<string>() };
    told.set(key, entry);
    if (entry.said.add(said).size < fewestLabelled) continue;
    const words = matches(context, key, context.words.probes.get(probe)?.passages);
    return { segment: entry.segment, grade: words.some(({ value }) => value === 'term') ? 'term' : 'synonym' };
  }
  return undefined;
}
const labelOf = /^[\s\-–—•*▪●]*(\p{L}[^:：\n]*?)\s*[:：]\s*(\S[^\n]*)/u;

function findNone(context: ProbeContext, unit: Unit, probe: ProbeOf<'passage'>) {
  const { lexicon, section } = context.survey;
  const passages = context.words.probes.get(probe)?.passages;
  const asks = (text: string): boolean =>
    matches(context, text, passages).length > 0 ||
    (probe.columns ?? []).some((column) => columnIdsOf(lexicon, text).has(column));
  let above: Segment | undefined;
  for (const { index, segment } of unit.segments) {
    const before = above;
    above = segment;
    if (segment.text.length > 900) continue;
    const match = matches(context, segment.text, lexicon.none)[0];
    // It answers what stands over it: complaints, any item of the agenda, who was absent.
    if (match && noneAlone.test(segment.text) && before !== undefined && isAsked(before) && !asks(before.text))
      continue;
    if (match && !toWrite.test(norm(segment.text).text))
      return { index, evidence: segmentEvidence(unit, index, section, [match.from, match.to]) };
  }
  for (const table of unit.tables) {
    const cells = table.cells.filter((cell) => cell.column === 'problems' || cell.column === 'recommendations');
    const first = cells[0];
    if (first && cells.every((cell) => /^(?:ไม่มี|ไม่พบ)/u.test(cell.text.trim())))
      return { index: first.segment, evidence: segmentEvidence(unit, first.segment, section) };
  }
  return undefined;
}

/** What a word alone under it answers; a table or a long text does not ask. */
const isAsked = ({ kind, text }: Segment): boolean => kind !== 'row' && text.length <= longestAsked;
const longestAsked = 120;
const noneAlone = /^[^\p{L}]*ไม่มี[^\p{L}]*$/u;

/** Over the match form: what a form asks for is nobody's answer (ถ้าไม่มีปัญหาให้เขียนว่า ไม่มี). */
const toWrite = /(?:ให้|โปรด|กรุณา)(?:เขียน|กรอก|ระบุ|ใส่|ตอบ|พิมพ์)(?:คำ)?(?:ว่า)?[^\p{L}]*(?:ไม่มี|ไม่พบ)/u;

/** Two filled cells: a label and what it labels. */
const isPair = (cells: readonly string[] | undefined): boolean =>
  (cells ?? []).filter((cell) => cell.trim() !== '').length === 2;

/** One of the words asked for stands in the rest of the segment or in what follows, before the next heading. */
function saysAfter(context: ProbeContext, unit: Unit, at: number, to: number, probe: ProbeOf<'passage'>): boolean {
  const says = context.words.probes.get(probe)?.says;
  if (matches(context, unit.segments[at]!.segment.text.slice(to), says).length > 0) return true;
  for (let i = at + 1; i < unit.segments.length && i <= at + 5; i++) {
    const { index, segment } = unit.segments[i]!;
    if (segment.kind === 'heading') return false;
    if (!unit.linked.has(index) && matches(context, segment.text, says).length > 0) return true;
  }
  return false;
}

/** Only numbering (ง.), bullets or a chapter's number before it. */
function startsText(text: string, from: number): boolean {
  const before = norm(text.slice(0, from)).text;
  return (
    before.length <= 40 &&
    /^(?:[ก-ฮ]\s?[.)])?(?:[\s\-–—•*()[\]0-9๐-๙.:|/]|บทที่|ส่วนที่|ตอนที่|ตารางที่|ระเบียบวาระที่|วาระที่|ข้อ|หัวข้อ|เรื่อง|สรุป|และ|แสดง|ผลการวิเคราะห์)*$/u.test(
      before,
    )
  );
}

/** A report's heading says what is done with them (วิเคราะห์ปัญหา…); a plan's so headed are the problems it was made for. */
function isAnalysis(heading: string, from: number): boolean {
  const before = norm(heading.slice(0, from)).text;
  return /^[\s\-–—•*()[\]0-9.]*(?:การ|ผลการ|รายงาน|สรุป)*(?:วิเคราะห์|ทบทวน|ประมวล|รวบรวม|สภาพ|ประเด็น)\s*$/u.test(before);
}

/** One of the four points of an analysis of surroundings (จุดแข็ง, จุดอ่อน, โอกาส, อุปสรรค). */
function amongStrengths({ segments }: Unit, at: number): boolean {
  const begins = (pattern: RegExp) => (part: { readonly segment: { readonly text: string } } | undefined) =>
    part !== undefined && pattern.test(norm(part.segment.text.slice(0, 60)).text);
  return begins(obstacles)(segments[at]) && segments.slice(Math.max(0, at - 6), at).some(begins(strengths));
}
const obstacles = /^[^\p{L}]*(?:\d[.)]\s*)?อุปสรรค(?!ต่อ|ใน|ของ|การ)/u;
const strengths = /^[^\p{L}]*(?:\d[.)]\s*)?(?:จุดแข็ง|จุดอ่อน|โอกาส(?!ใน)|strength|weakness|opportunit)/iu;

/** A heading's second part (ข้อค้นพบและข้อเสนอแนะ); obstacles so named may be those of an analysis (โอกาสและอุปสรรค). */
function joins(heading: string, from: number, to: number): boolean {
  const [before, term] = [heading.slice(0, from), heading.slice(from, to)].map((part) => norm(part).text);
  return (
    heading.length <= 90 &&
    /(?:และ|หรือ)\s*$/u.test(before!) &&
    /^\s*(?:ข้อเสนอ|ข้อสังเกต|ข้อควร|แนวทาง|สิ่งที่|จุดที่|เรื่องที่|ประเด็นที่|โอกาส)/u.test(term!)
  );
}

/** In running text (a PDF joins lines to paragraphs): set off by spaces, and going on to say what they are. */
function standsOut(text: string, from: number, to: number): boolean {
  const after = text.slice(to);
  const said = norm(after.slice(0, 40)).text.trimStart();
  // Told in a sentence (พบปัญหาคือ…, จึงเห็นควรเพิ่ม…).
  const before = norm(text.slice(Math.max(0, from - 20), from)).text;
  if (/(?:^|\s|จึง|และ|ทั้งนี้)(?:พบ|ประสบ)$/u.test(before) && /^(?:คือ|ได้แก่|ว่า|เรื่อง|ด้าน|จาก)/u.test(said)) return true;
  if (/(?:ว่า|โดย|ซึ่ง)$/u.test(before) && /^(?:สำคัญ|หลัก)?\s*(?:คือ|ได้แก่|ดังนี้)/u.test(said)) return true;
  if (/(?:จึง|และ|ทั้งนี้|แต่)\s*$/u.test(before) && /^เห็น/u.test(norm(text.slice(from, to)).text)) return true;
  // Lines that a PDF sets close together run into each other without a space.
  if (/^\s+(?:ควร|เห็นควร)/u.test(after)) return true;
  if (!/[\s.)\]:;•–-]$/u.test(text.slice(0, from))) return false;
  return /^\s*:|^\s*(?:สำคัญ)?\s*(?:คือ|ได้แก่|ดังนี้|มีดังนี้)|^\s+[1๑][.)]/u.test(after);
}

/** Room to write in: a form, whatever stands under it. */
const blank = /^[\s:]*[.…_]{8,}\s*$/u;

/** The rest of a heading that says of what they are, and nothing of them (ปัญหาและอุปสรรคในการปฏิบัติงาน, ข้อคิดเห็นและข้อเสนอแนะ). */
const ofWork = new RegExp(
  [
    '^(?:(?:\\s|และ|หรือ|[,/])+(?:ข้อเสนอแนะ|ข้อเสนอ|ข้อคิดเห็น|ข้อสังเกต|ข้อจำกัด|ปัญหา|อุปสรรค|แนวทาง(?:การ)?(?:แก้ไข|ปรับปรุง|พัฒนา)(?:ปัญหา)?))*',
    '(?:(?:ที่(?:พบ|เกิดขึ้น|เกิด))?(?:ใน|ของ|จาก|ต่อ|สำหรับ)?(?:การ)?(?:ดำเนิน|ปฏิบัติ)(?:งาน|การ|ราชการ|โครงการ|กิจกรรม|ตามแผน\\S*)*)?',
    '(?:(?:ใน)?(?:ปี|ครั้ง|รอบ|โอกาส|ระยะ)(?:ต่อๆ?ไป|ถัดไป|หน้า))?\\s*:?$',
  ].join(''),
  'u',
);

/** A line to write on, with hardly more than who signs; what is written on one has more letters. */
const room = /[.…_]{20,}/u;
const fewestWritten = 40;

/** The first of a table's rows, which says what its columns are. */
function isHead({ segments }: Unit, at: number): boolean {
  const { kind, cells, header, locator } = segments[at]!.segment;
  if (kind !== 'row') return false;
  const isSame = (other: Unit['segments'][number] | undefined): boolean =>
    other?.segment.kind === 'row' && other.segment.locator.table === locator.table;
  return header === true || ((cells?.length ?? 0) > 2 && !isSame(segments[at - 1]) && isSame(segments[at + 1]));
}

/** Where what is named first goes on to be named together with more (ปัญหาที่พบและแนวทางแก้ไข), behind all of it. */
function endOfNames(context: ProbeContext, text: string, to: number, passages: PhraseSet<Grade> | undefined): number {
  return matches(context, text, passages)
    .toSorted((a, b) => a.from - b.from)
    .reduce(
      (end, next) => (next.from >= end && joiner.test(norm(text.slice(end, next.from)).text) ? next.to : end),
      to,
    );
}
const joiner = /^(?:ที่(?:พบ|เกิดขึ้น|เกิด))?\s*(?:และ|หรือ|กับ|รวมทั้ง|[,/–-])\s*$/u;

/** A row that points elsewhere for what it should tell only names what it is about. */
function toldIn({ cells, text }: Segment): string {
  if (!cells?.some(pointsElsewhere)) return text;
  const told = cells.filter((cell) => count(cell) > 0 && !pointsElsewhere(cell));
  return told.slice(1).join(' ');
}

/** Letters in the rest of the segment and in what follows up to the next heading of the same kind. */
function contentAfter(
  context: ProbeContext,
  unit: Unit,
  at: number,
  to: number,
  passages: PhraseSet<Grade> | undefined,
): number {
  const { survey } = context;
  const { index, segment: heading } = unit.segments[at]!;
  const asked = askedIn(unit);
  if (blank.test(heading.text.slice(to))) return 0;
  // A link's label promises what its target holds; "in preparation" says that there is nothing yet.
  const content = (text: string, position: number): number =>
    unit.linked.has(position) ||
    asked.has(position) ||
    tellsWhereToSend(text) ||
    findPhrases(survey.lexicon.placeholders, norm(text)).length > 0 ||
    pointsElsewhere(text) ||
    (room.test(text) && count(text) < fewestWritten)
      ? 0
      : count(text);
  const rest = heading.text.slice(endOfNames(context, heading.text, to, passages));
  const under: string[] = [];
  let letters = ofWork.test(norm(rest).text) ? 0 : content(rest, index);
  for (let i = at + 1; i < unit.segments.length && i <= at + 12; i++) {
    const { index: position, segment: next } = unit.segments[i]!;
    if (
      next.kind === 'heading' &&
      !isPoint(next) &&
      (heading.kind !== 'heading' || (next.level ?? 6) <= (heading.level ?? 6))
    )
      break;
    if (closesMemo(next.text)) break;
    under.push(next.text);
    // A sheet's name over its table's title: the same said twice.
    const again = next.kind === 'heading' && matches(context, next.text, passages).length > 0;
    if (!again && !isHead(unit, i)) letters += content(toldIn(next), position);
  }
  return advisesOutsiders(heading.text, under, survey.agency.name) ? 0 : letters;
}
