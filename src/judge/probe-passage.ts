// The probe of passages: a heading, a lead word or a column with content of its own, or a stated "none". Pure.
import type { Segment } from '../model/document.ts';
import type { Evidence } from '../model/result.ts';
import { repair } from '../text/repair.ts';
import { adviceIn } from './advises.ts';
import { takesNote } from './cell-value.ts';
import { type ProbeResult, segmentEvidence } from './finding.ts';
import { askedIn } from './form-fields.ts';
import { praisesOnly } from './idle-opinions.ts';
import { type Grade, namesSurely, norm } from './lexicon.ts';
import { tellsHowToFillIn } from './no-advice.ts';
import { isOlderAdvice } from './older-advice.ts';
import { contentAfter } from './passage-content.ts';
import { amongStrengths, isAnalysis, joins, standsOut, startsText } from './passage-heading.ts';
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
import { saysNoTrouble } from './told-advice.ts';
import type { Unit } from './unit.ts';

export function probePassage(context: ProbeContext, probe: ProbeOf<'passage'>): ProbeResult {
  const found = tray();
  const shared = placing(found);
  for (const { unit, grade } of unitsOfClasses(context, probe.classes)) {
    if (unit.records.length + unit.inOtherParts < probe.rows) continue;
    const said = saidIn(context, unit, probe);
    if (said === undefined) continue;
    const given = gateOf(context, unit);
    const gate = given === 'ok' && isOlderAdvice(unit, said.segment) ? 'conflict' : given;
    const finding = { evidence: said.evidence, rank: rankOf(context, unit, grade) };
    shared.put(unit, gate, finding, () => {
      if (said.none && gate === 'ok') found.proofs.push({ ...finding, reason: 'stated-none' });
      else place(found, gate, finding, said.grade);
    });
  }
  shared.settle();
  return found;
}

/** Where a unit says it, in the order of what shows it best. */
function saidIn(context: ProbeContext, unit: Unit, probe: ProbeOf<'passage'>): Said | undefined {
  const { section } = context.survey;
  const says = (segment: number, grade: Grade, span?: readonly [number, number]): Said => ({
    segment,
    evidence: segmentEvidence(unit, segment, section, span),
    grade,
    none: false,
  });
  const none = probe.none ? findNone(context, unit, probe) : undefined;
  const nothing: Said | undefined = none && { segment: none.index, evidence: none.evidence, grade: 'term', none: true };
  const cell = columnCell(context, unit, probe) ?? labelledLine(context, unit, probe);
  if (cell) return says(cell.segment, cell.grade);
  const headed = bestHeading(context, unit, probe);
  if (headed) {
    if (none && none.index - headed.index <= 3 && none.index >= headed.index) return nothing;
    return says(headed.index, headed.grade, headed.span);
  }
  if (nothing) return nothing;
  const unnamed = probe.advice ? adviceIn(unit) : probe.groups ? projectGroups(unit)[0] : undefined;
  return unnamed === undefined ? undefined : says(unnamed, 'synonym');
}

interface Said {
  readonly segment: number;
  readonly evidence: Evidence;
  readonly grade: Grade;
  /** It says that there is nothing to tell. */
  readonly none: boolean;
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
      if (takesNote(cell.text) || praisesOnly([repair(cell.text).text])) continue;
      if (tellsHowToFillIn(unit.page.text.segments[cell.segment]?.locator.heading ?? '')) continue;
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
    const plainly = match === undefined ? saysNoTrouble(segment.text) : undefined;
    if (plainly !== undefined && !toWrite.test(norm(segment.text).text))
      return { index, evidence: segmentEvidence(unit, index, section, plainly) };
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
