// The probes a criterion may use: each looks at one thing in the survey and reports what it found, pure and total.
import type { Reason } from '../model/result.ts';
import { findPhrases, maskPhrases, type PhraseSet } from '../text/phrase.ts';
import { type Finding, gradeReason, linkEvidence, type ProbeResult, segmentEvidence } from './finding.ts';
import { type CriterionLexicon, type Grade, norm, type ProbeLexicon } from './lexicon.ts';
import type { ColumnId, Criterion, Probe } from './pack.ts';
import { partlyRead } from './partly-read.ts';
import type { ProjectRecord } from './records.ts';
import { isJump, type LinkReading, type Survey } from './survey.ts';
import { readTitle } from './title.ts';
import type { Unit } from './unit.ts';

export interface ProbeContext {
  readonly survey: Survey;
  readonly criterion: Criterion;
  readonly words: CriterionLexicon;
  readonly accepted: ReadonlySet<number> | 'any';
  readonly strictSection: boolean;
}

type ProbeOf<K extends Probe['probe']> = Extract<Probe, { probe: K }>;

const table: { readonly [K in Probe['probe']]: (context: ProbeContext, probe: ProbeOf<K>) => ProbeResult } = {
  link: probeLink,
  resolves: probeResolves,
  document: probeDocument,
  rows: probeRows,
  passage: probePassage,
};

export function runProbe(context: ProbeContext, probe: Probe): ProbeResult {
  const run = table[probe.probe] as (context: ProbeContext, probe: Probe) => ProbeResult;
  return run(context, probe);
}

interface Tray {
  readonly proofs: Finding[];
  readonly weak: Finding[];
  readonly against: Finding[];
}
const tray = (): Tray => ({ proofs: [], weak: [], against: [] });

// ---------------------------------------------------------------------------------------------------------- links

function probeLink({ survey, accepted }: ProbeContext, probe: ProbeOf<'link'>): ProbeResult {
  const found = tray();
  for (const [order, entry] of linksOf(survey, probe.classes).entries()) {
    const { ref, reading } = entry;
    if (probe.hosts && !probe.hosts.some((host) => onHost(ref.link.url, host))) continue;
    const hits = probe.classes.flatMap((id) => reading.classes.get(id) ?? []);
    const grade = best(hits.map((hit) => hit.grade)) ?? 'synonym';
    const year = reading.year?.year ?? null;
    found.proofs.push({
      reason: gradeReason[grade],
      evidence: linkEvidence(ref, survey.site, survey.section, year),
      rank:
        (grade === 'term' ? 0 : 20) +
        (accepted !== 'any' || year === null ? 5 : survey.calendar.fiscalYear - year) +
        order / 1000,
    });
  }
  return found;
}

/** Real links of these classes; for the annual plan also those whose target turned out to be it. */
function linksOf(survey: Survey, classes: readonly string[]): readonly LinkReading[] {
  if (classes.includes('annual-plan')) return survey.planLinks;
  return survey.links.filter(
    ({ ref, reading }) =>
      ref.link.url !== null &&
      !isJump(ref) &&
      classes.some((id) => (reading.classes.get(id)?.grade ?? 'weak') !== 'weak'),
  );
}

function onHost(url: string | null, host: string): boolean {
  if (url === null) return false;
  const name = new URL(url).hostname.toLowerCase();
  return name === host || name.endsWith(`.${host}`);
}

function probeResolves({ survey }: ProbeContext, probe: ProbeOf<'resolves'>): ProbeResult {
  const found = tray();
  const { site, section } = survey;
  const add = (list: Finding[], reason: Reason, entry: LinkReading, rank: number) =>
    list.push({ reason, evidence: linkEvidence(entry.ref, site, section, entry.reading.year?.year ?? null), rank });
  for (const [order, entry] of linksOf(survey, probe.classes).entries()) {
    const rank = order / 1000;
    const grade = best(probe.classes.flatMap((id) => entry.reading.classes.get(id)?.grade ?? [])) ?? 'synonym';
    const target = site.targetOf(entry.ref.link);
    switch (target.kind) {
      case 'page':
        if (target.page.offSite) add(found.against, 'off-site', entry, rank);
        else add(found.proofs, gradeReason[grade], entry, rank + (target.page.text.needsScript ? 5 : 0));
        break;
      case 'gap': {
        const { gap } = target;
        if (gap.offSite) add(found.against, 'off-site', entry, rank);
        else if (gap.fetch?.dead || gap.fetch?.code === 'http-unauthorized' || gap.extract?.code === 'encrypted')
          add(found.against, 'broken-link', entry, rank);
        else if (gap.extract || gap.needsBrowser) add(found.proofs, gradeReason[grade], entry, rank + 10);
        break;
      }
      case 'pending':
      case 'unvisited':
        if (entry.ref.link.url && site.isOffSite(entry.ref.link.url)) add(found.against, 'off-site', entry, rank);
        break;
    }
  }
  return found;
}

// -------------------------------------------------------------------------------------------------------- content

/** Whether the year of a piece of content is accepted; `other`: a year to come. */
export type YearGate = 'ok' | 'unclear' | 'conflict' | 'outdated' | 'other';

export function gateOf({ accepted, survey }: ProbeContext, unit: Unit): YearGate {
  if (accepted === 'any') return 'ok';
  const { own, label, year } = unit.year;
  if (unit.year.conflict) {
    const ownFits = own.some((entry) => accepted.has(entry));
    const labelFits = label.some((entry) => accepted.has(entry));
    if (ownFits && labelFits) return 'ok';
    if (ownFits || labelFits) return 'conflict';
  }
  if (year === undefined) return 'unclear';
  if (accepted.has(year)) return 'ok';
  return year < survey.calendar.fiscalYear ? 'outdated' : 'other';
}

/** Units that are of these classes, best grade first; look-alikes left out. */
function unitsOfClasses(
  context: ProbeContext,
  classes: readonly string[],
): { unit: Unit; grade: Grade; own: boolean }[] {
  const found: { unit: Unit; grade: Grade; own: boolean }[] = [];
  for (const unit of context.survey.units) {
    if (unit.lookalike) continue;
    // Pages of hosts that are not the agency's do not count; documents do.
    if (unit.page.offSite && unit.page.text.media === 'html' && !isShared(unit)) continue;
    if (context.strictSection && !context.survey.section.has(unit.page.id)) continue;
    const hits = classes.flatMap((id) => unit.classes.get(id) ?? []).filter((hit) => hit.grade !== 'weak');
    if (hits.length === 0) continue;
    found.push({
      unit,
      grade: best(hits.map((hit) => hit.grade)) ?? 'weak',
      own: hits.some((hit) => hit.origin === 'own'),
    });
  }
  return found;
}

/** A document of a share service that is served as HTML (a published sheet or text). */
function isShared(unit: Unit): boolean {
  return /(?:^|\.)(?:docs|drive|sheets)\.google\.com$/.test(new URL(unit.page.capture.finalUrl).hostname);
}

function place(found: Tray, gate: YearGate, finding: Omit<Finding, 'reason'>, grade: Grade): void {
  if (gate === 'ok') found.proofs.push({ ...finding, reason: gradeReason[grade] });
  else if (gate === 'unclear') found.weak.push({ ...finding, reason: 'unclear-year' });
  else if (gate === 'conflict') found.weak.push({ ...finding, reason: 'label-conflict' });
  else if (gate === 'outdated') found.against.push({ ...finding, reason: 'outdated' });
}

/** Sections of the plan first, the agency's own site first, newer years first, then in page order. */
function rankOf(context: ProbeContext, unit: Unit, grade: Grade): number {
  const year = unit.year.year ?? context.survey.calendar.fiscalYear - 9;
  return (
    (context.survey.section.has(unit.page.id) ? 0 : 100) +
    (unit.page.offSite ? 50 : 0) +
    (unit.page.text.source === 'ocr' ? 200 : 0) +
    Math.abs(context.survey.calendar.fiscalYear - year) * 10 +
    (grade === 'term' ? 0 : grade === 'synonym' ? 2 : 5) +
    unit.page.id / 1000
  );
}

function probeDocument(context: ProbeContext, probe: ProbeOf<'document'>): ProbeResult {
  const found = tray();
  const lexicon = context.words.probes.get(probe);
  for (const { unit, grade, own } of unitsOfClasses(context, probe.classes)) {
    const gate = gateOf(context, unit);
    const rows = probe.rows !== undefined && unit.records.length >= probe.rows;
    const said = unit.titleSegment ?? (own ? unit.segments[0]?.index : confirmation(context, unit, probe.classes));
    // Where only a label says what this is, running text must say it as well; rows of projects speak for themselves.
    const letters = probe.letters !== undefined && unit.letters >= probe.letters && said !== undefined;
    const shown = !lexicon?.shows || shows(context, unit, lexicon);
    const rank = rankOf(context, unit, grade);
    const at = said ?? unit.records[0]?.segment ?? unit.segments[0]?.index;
    const finding = {
      evidence: segmentEvidence(unit, at, context.survey.section, titleSpan(unit, probe.classes)),
      rank,
    };
    if ((rows || letters) && shown) place(found, gate, finding, grade);
    else if (own && !partlyRead(unit.page) && claims(context, unit)) {
      if (unit.echo.length > 0 && unit.letters < Math.max(40, echoLetters(unit)))
        found.against.push({ ...finding, reason: 'criteria-echo' });
      else if (gate === 'outdated') found.against.push({ ...finding, reason: 'outdated' });
      else if (gate !== 'other')
        found.weak.push({ ...finding, reason: gate === 'conflict' ? 'label-conflict' : 'title-only' });
    }
  }
  return found;
}

const echoLetters = (unit: Unit): number => unit.echo.reduce((sum, { segment }) => sum + count(segment.text), 0);

/** The first segment whose words name the publication, as a title or in passing. */
function confirmation(context: ProbeContext, unit: Unit, classes: readonly string[]): number | undefined {
  const { lexicon, agency } = context.survey;
  return unit.segments.slice(0, 80).find(({ index, segment }) => {
    if (segment.text.length > 400 || unit.linked.has(index)) return false;
    const reading = readTitle(lexicon, segment.text, agency);
    return classes.some((id) => reading.classes.has(id) || reading.mentions.has(id));
  })?.index;
}

function shows(context: ProbeContext, unit: Unit, lexicon: ProbeLexicon): boolean {
  return unit.segments.some(({ segment }) => matches(context, segment.text, lexicon.shows).length > 0);
}

/** A title with nothing to follow under it claims what it does not show; a list of links leaves that to their targets. */
function claims(context: ProbeContext, unit: Unit): boolean {
  if (unit.page.text.media !== 'html') return true;
  const from = unit.titleSegment ?? -1;
  const segments = new Set(unit.segments.map(({ index }) => index));
  const links = unit.page.text.links.filter(
    (link) => link.segment !== undefined && (segments.has(link.segment) || link.segment === from),
  );
  if (links.length > 0) return false;
  // A menu's or list's heading over other headings is not the page's claim.
  return from >= 0 && unit.page.text.segments[from]?.region === 'main' && isPageSubject(context, unit);
}

/** The title is the first thing the page says, or the page was reached by a label of the same class. */
function isPageSubject(context: ProbeContext, unit: Unit): boolean {
  const labelled = unit.labels.some(({ reading }) => [...reading.classes.keys()].some((id) => unit.classes.has(id)));
  return (
    labelled ||
    context.survey.units.filter((other) => other.page === unit.page && other.titleSegment !== undefined).length === 1
  );
}

function titleSpan(unit: Unit, classes: readonly string[]): readonly [number, number] | undefined {
  if (unit.titleSegment === undefined) return undefined;
  const text = unit.page.text.segments[unit.titleSegment]?.text ?? '';
  const hit = classes.map((id) => unit.classes.get(id)).find((entry) => entry?.origin === 'own');
  return hit && hit.to <= text.length ? [hit.from, Math.min(text.length, hit.to + 60)] : undefined;
}

// ----------------------------------------------------------------------------------------------------------- rows

function probeRows(context: ProbeContext, probe: ProbeOf<'rows'>): ProbeResult {
  const found = tray();
  const partial: { unit: Unit; grade: Grade; gate: YearGate; has: Set<number>; records: readonly ProjectRecord[] }[] =
    [];
  for (const { unit, grade } of unitsOfClasses(context, probe.classes)) {
    if (unit.records.length === 0) continue;
    const gate = gateOf(context, unit);
    const whole = unit.records.filter((record) => probe.fields.every((any) => hasAny(record, any)));
    const rank = rankOf(context, unit, grade);
    if (whole.length >= probe.atLeast) {
      const numbers = probe.fields.some((any) => any.includes('spent'));
      const terms = context.words.probes.get(probe)?.terms;
      const named = whole.some((record) => matches(context, record.name, terms).length > 0);
      const finding = { evidence: recordEvidence(context, unit, bestRecord(unit, whole)), rank };
      // Figures read by OCR prove nothing by themselves.
      if (numbers && unit.page.text.source === 'ocr') found.weak.push({ ...finding, reason: 'damaged-text' });
      else place(found, gate, finding, named ? 'term' : grade);
      continue;
    }
    const has = new Set<number>();
    // A list of names alone is no part of what is asked of each of them.
    for (const [i, any] of probe.fields.entries())
      if (!any.includes('project') && unit.records.filter((record) => hasAny(record, any)).length >= probe.atLeast)
        has.add(i);
    // Everything is there, of fewer projects than are asked for.
    const few = whole.length > 0 && unit.records.length < probe.atLeast;
    if (few || (has.size > 0 && unit.records.length >= probe.atLeast))
      partial.push({ unit, grade, gate, has, records: unit.records });
  }
  if (probe.join && found.proofs.length === 0) joinPartial(context, probe, partial, found);
  for (const { unit, grade, gate, records } of partial)
    if (gate === 'ok' || gate === 'unclear')
      found.against.push({
        reason: 'incomplete',
        evidence: recordEvidence(context, unit, records[0]!),
        rank: rankOf(context, unit, grade),
      });
  for (const { unit, grade } of probe.partly ? unitsOfClasses(context, probe.partly) : []) {
    const gate = gateOf(context, unit);
    if ((gate !== 'ok' && gate !== 'unclear') || unit.letters < 20) continue;
    found.against.push({
      reason: 'incomplete',
      evidence: segmentEvidence(unit, unit.titleSegment ?? unit.segments[0]?.index, context.survey.section),
      rank: rankOf(context, unit, grade) + 20,
    });
  }
  return found;
}

/** Progress in one document and spending in another, of the same projects and an accepted year. */
function joinPartial(
  context: ProbeContext,
  probe: ProbeOf<'rows'>,
  partial: readonly { unit: Unit; grade: Grade; gate: YearGate; has: Set<number>; records: readonly ProjectRecord[] }[],
  found: Tray,
): void {
  const usable = partial.filter((entry) => entry.gate === 'ok' && entry.unit.page.text.source !== 'ocr');
  for (const first of usable) {
    for (const second of usable) {
      if (first === second || first.unit === second.unit) continue;
      if (!probe.fields.every((_, i) => first.has.has(i) || second.has.has(i))) continue;
      const names = new Set(second.records.map((record) => nameKey(record.name)));
      const same = first.records.filter((record) => names.has(nameKey(record.name)));
      if (same.length < probe.atLeast) continue;
      for (const entry of [first, second]) {
        const record = entry.records.find((item) => nameKey(item.name) === nameKey(same[0]!.name)) ?? entry.records[0]!;
        found.proofs.push({
          reason: gradeReason[entry.grade],
          evidence: recordEvidence(context, entry.unit, record),
          rank: rankOf(context, entry.unit, entry.grade),
        });
      }
      return;
    }
  }
}

const nameKey = (name: string): string =>
  norm(name)
    .text.replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:ชื่อ)?(?:โครงการ|กิจกรรม|งาน)[\s:.-]*/u, '')
    .slice(0, 40);

function hasAny(record: ProjectRecord, any: readonly ColumnId[]): boolean {
  return any.some((id) => record.fields.has(id));
}

/** A table's row shows more than a line of text. */
function bestRecord(unit: Unit, records: readonly ProjectRecord[]): ProjectRecord {
  return records.find((record) => unit.page.text.segments[record.segment]?.kind === 'row') ?? records[0]!;
}

function recordEvidence(context: ProbeContext, unit: Unit, record: ProjectRecord) {
  const text = unit.page.text.segments[record.segment]?.text ?? '';
  return segmentEvidence(unit, record.segment, context.survey.section, [0, Math.min(text.length, 200)]);
}

// -------------------------------------------------------------------------------------------------------- passages

function probePassage(context: ProbeContext, probe: ProbeOf<'passage'>): ProbeResult {
  const found = tray();
  for (const { unit, grade: unitGrade } of unitsOfClasses(context, probe.classes)) {
    if (unit.records.length < probe.rows) continue;
    const gate = gateOf(context, unit);
    const rank = rankOf(context, unit, unitGrade);
    const none = probe.none ? findNone(context, unit) : undefined;
    const cell = columnCell(context, unit, probe);
    if (cell) {
      const evidence = segmentEvidence(unit, cell.segment, context.survey.section);
      place(found, gate, { evidence, rank }, cell.grade);
      continue;
    }
    const headed = bestHeading(context, unit, probe);
    if (headed) {
      const evidence = segmentEvidence(unit, headed.index, context.survey.section, headed.span);
      if (none && none.index - headed.index <= 3 && none.index >= headed.index) {
        if (gate === 'ok') found.proofs.push({ reason: 'stated-none', evidence: none.evidence, rank });
        else place(found, gate, { evidence: none.evidence, rank }, 'term');
      } else place(found, gate, { evidence, rank }, headed.grade);
      continue;
    }
    if (none) {
      if (gate === 'ok') found.proofs.push({ reason: 'stated-none', evidence: none.evidence, rank });
      else place(found, gate, { evidence: none.evidence, rank }, 'term');
    }
  }
  return found;
}

interface Headed {
  readonly index: number;
  readonly span: readonly [number, number];
  readonly grade: Grade;
}

/** The first heading or leading phrase with content after it; one in the announcement's own words before others. */
function bestHeading(context: ProbeContext, unit: Unit, probe: ProbeOf<'passage'>): Headed | undefined {
  const passages = context.words.probes.get(probe)?.passages;
  let first: Headed | undefined;
  for (const [at, { index, segment }] of unit.segments.entries()) {
    if (segment.kind === 'row' ? probe.letters > 0 && !isPair(segment.cells) : segment.text.length > 900) continue;
    const match = matches(context, segment.text, passages).find((entry) => startsText(segment.text, entry.from));
    if (!match || (first && match.value !== 'term')) continue;
    if (probe.letters > 0 && contentAfter(context, unit, at, match.to) < probe.letters) continue;
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
      if (letters < Math.min(8, Math.max(4, probe.letters))) continue;
      if (probe.none && matches(context, cell.text, context.survey.lexicon.none).length > 0) continue;
      const words = matches(context, `${cell.heading}\n${cell.text}`, context.words.probes.get(probe)?.passages);
      return { segment: cell.segment, grade: words.some((match) => match.value === 'term') ? 'term' : 'synonym' };
    }
  }
  return undefined;
}

function findNone(context: ProbeContext, unit: Unit) {
  const { lexicon, section } = context.survey;
  for (const { index, segment } of unit.segments) {
    if (segment.text.length > 900) continue;
    const match = matches(context, segment.text, lexicon.none)[0];
    if (match) return { index, evidence: segmentEvidence(unit, index, section, [match.from, match.to]) };
  }
  for (const table of unit.tables) {
    const cells = table.cells.filter((cell) => cell.column === 'problems' || cell.column === 'recommendations');
    const first = cells[0];
    if (first && cells.every((cell) => /^(?:ไม่มี|ไม่พบ)/u.test(cell.text.trim())))
      return { index: first.segment, evidence: segmentEvidence(unit, first.segment, section) };
  }
  return undefined;
}

/** Two filled cells: a label and what it labels. */
const isPair = (cells: readonly string[] | undefined): boolean =>
  (cells ?? []).filter((cell) => cell.trim() !== '').length === 2;

/** Only numbering, bullets or a chapter's number before it. */
function startsText(text: string, from: number): boolean {
  const before = text.slice(0, from);
  return (
    before.length <= 40 &&
    /^(?:[\s\-–—•*()[\]0-9๐-๙.:|/]|บทที่|ส่วนที่|ตอนที่|ตารางที่|ข้อ|หัวข้อ|สรุป|และ|แสดง|ผลการวิเคราะห์)*$/u.test(before)
  );
}

/** Letters in the rest of the segment and in what follows up to the next heading of the same kind. */
function contentAfter({ survey }: ProbeContext, unit: Unit, at: number, to: number): number {
  const { index, segment: heading } = unit.segments[at]!;
  // A link's label promises what its target holds; "in preparation" says that there is nothing yet.
  const content = (text: string, position: number): number =>
    unit.linked.has(position) || findPhrases(survey.lexicon.placeholders, norm(text)).length > 0 ? 0 : count(text);
  let letters = content(heading.text.slice(to), index);
  for (let i = at + 1; i < unit.segments.length && i <= at + 12; i++) {
    const { index: position, segment: next } = unit.segments[i]!;
    if (next.kind === 'heading' && (heading.kind !== 'heading' || (next.level ?? 6) <= (heading.level ?? 6))) break;
    letters += content(next.text, position);
  }
  return letters;
}

const count = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function matches<T>(context: ProbeContext, text: string, set: PhraseSet<T> | undefined) {
  if (!set) return [];
  const { text: masked } = maskPhrases(context.words.ignore, norm(text));
  return findPhrases(set, masked);
}

function best(grades: readonly Grade[]): Grade | undefined {
  return grades.includes('term') ? 'term' : grades.includes('synonym') ? 'synonym' : grades[0];
}
