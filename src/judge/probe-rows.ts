// The probe of rows: enough projects with the wanted fields, in one document or in two of the same projects. Pure.
import { gradeReason, type ProbeResult, segmentEvidence } from './finding.ts';
import { type Grade, namesSurely, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import {
  gateOf,
  matches,
  type ProbeContext,
  type ProbeOf,
  place,
  placing,
  rankOf,
  type Tray,
  tray,
  unitsOfClasses,
  type YearGate,
} from './probe-context.ts';
import { namesNone, projectKey } from './project-name.ts';
import { isRecognised } from './recognised.ts';
import type { ProjectRecord } from './records.ts';
import type { Unit } from './unit.ts';

/** Content that shows a part of what is asked, or all of it of too few projects. */
interface Partial {
  readonly unit: Unit;
  readonly grade: Grade;
  readonly gate: YearGate;
  /** Which of the wanted fields it has, by place. */
  readonly has: ReadonlySet<number>;
  readonly records: readonly ProjectRecord[];
}

export function probeRows(context: ProbeContext, probe: ProbeOf<'rows'>): ProbeResult {
  const found = tray();
  const partial: Partial[] = [];
  // Rows of a paper on one project alone are its activities.
  const shared = placing(found);
  for (const { unit, grade } of unitsOfClasses(context, probe.classes)) {
    const records = unit.records.filter(({ name }) => !namesNone(name));
    if (records.length === 0) continue;
    const gate = gateOf(context, unit);
    const whole = records.filter((record) => probe.fields.every((any) => hasAny(record, any)));
    const rank = rankOf(context, unit, grade);
    if (whole.length >= probe.atLeast) {
      const numbers = probe.fields.some((any) => any.includes('spent'));
      const terms = context.words.probes.get(probe)?.terms;
      const named = whole.some((record) => matches(context, record.name, terms).length > 0);
      const read = numbers ? whole.filter((record) => !isRecognised(unit.page, record.segment)) : whole;
      // Figures read by OCR prove nothing by themselves.
      const legible = read.length >= probe.atLeast;
      const finding = { evidence: recordEvidence(context, unit, bestRecord(unit, legible ? read : whole)), rank };
      if (!legible) found.weak.push({ ...finding, reason: 'damaged-text' });
      else shared.put(unit, gate, finding, () => place(found, gate, finding, named ? 'term' : grade));
      continue;
    }
    const has = new Set<number>();
    // A list of names alone is no part of what is asked of each of them.
    for (const [i, any] of probe.fields.entries())
      if (!any.includes('project') && records.filter((record) => hasAny(record, any)).length >= probe.atLeast)
        has.add(i);
    // Everything is there, of fewer projects than are asked for.
    const few = whole.length > 0 && records.length < probe.atLeast;
    if (few || (has.size > 0 && records.length >= probe.atLeast)) partial.push({ unit, grade, gate, has, records });
  }
  shared.settle();
  if (probe.join && found.proofs.length === 0) gatherSingle(context, probe, partial, found);
  if (probe.join && found.proofs.length === 0) joinPartial(context, probe, partial, found);
  for (const { unit, grade, gate, records } of partial)
    if (gate === 'ok' || gate === 'unclear')
      found.against.push({
        reason: 'incomplete',
        evidence: recordEvidence(context, unit, records[0]!),
        rank: rankOf(context, unit, grade),
      });
  const partly = (unit: Unit, rank: number): void => {
    const gate = gateOf(context, unit);
    if ((gate !== 'ok' && gate !== 'unclear') || (unit.told === 0 && unit.letters < 20)) return;
    const at = unit.titleSegment ?? unit.segments[0]?.index;
    found.against.push({
      reason: 'incomplete',
      evidence: segmentEvidence(unit, at, context.survey.section),
      rank: rank + 20,
    });
  };
  if (probe.partly === undefined) return found;
  for (const { unit, grade } of unitsOfClasses(context, probe.partly)) partly(unit, rankOf(context, unit, grade));
  // Spending by sorts of expense, under whatever name.
  for (const unit of context.survey.units)
    if (
      !unit.lookalike &&
      !unit.page.offSite &&
      tellsSpending(unit) &&
      !probe.partly.some((id) => namesSurely(unit.classes, id))
    )
      partly(unit, rankOf(context, unit, 'weak'));
  return found;
}

/** A table of what was received and what was spent, under a heading or line that says so. */
function tellsSpending({ tables, own, segments }: Unit): boolean {
  if (!tables.some(({ columns }) => columns.has('spent'))) return false;
  const lines = segments.filter(({ segment }) => segment.kind !== 'row').slice(0, headLines);
  return [own?.text ?? '', ...lines.map(({ segment }) => segment.text)].some((text) => spending.test(norm(text).text));
}
const headLines = 4;
/** Over the match form. */
const spending =
  /(?:รับ[-–—/และ\s]*จ่าย|(?:ใช้|เบิก)จ่าย)(?:เงิน|งบ)|งบ(?:ประมาณ)?[ก-๎ ]{0,12}(?:และ|กับ|[-–/])\s*(?:ผล)?(?:การ)?(?:ใช้|เบิก)จ่าย|(?:ใช้|เบิก)จ่าย(?:แล้ว|ไป|จริง|สะสม|รวม|ได้)*(?:ทั้งสิ้น|ทั้งหมด)?\s*[0-9][0-9,.]*\s*(?:ล้าน)?บาท/u;

/** Reports on one project each: what is asked of several projects is told by as many of them. */
function gatherSingle(context: ProbeContext, probe: ProbeOf<'rows'>, partial: readonly Partial[], found: Tray): void {
  const told = new Map<string, { entry: Partial; record: ProjectRecord }>();
  for (const entry of partial) {
    if (entry.gate !== 'ok' || entry.records.length >= probe.atLeast) continue;
    const record = entry.records.find((item) => probe.fields.every((any) => hasAny(item, any)));
    if (record === undefined || isRecognised(entry.unit.page, record.segment)) continue;
    const key = projectKey(record.name);
    if (!told.has(key)) told.set(key, { entry, record });
  }
  if (told.size < probe.atLeast) return;
  for (const { entry, record } of [...told.values()].slice(0, probe.atLeast))
    found.proofs.push({
      reason: gradeReason[entry.grade],
      evidence: recordEvidence(context, entry.unit, record),
      rank: rankOf(context, entry.unit, entry.grade),
    });
}

/** Progress in one document and spending in another, of the same projects and an accepted year. */
function joinPartial(context: ProbeContext, probe: ProbeOf<'rows'>, partial: readonly Partial[], found: Tray): void {
  const usable = partial.filter(
    ({ gate, unit, records }) => gate === 'ok' && !records.some((record) => isRecognised(unit.page, record.segment)),
  );
  for (const first of usable) {
    for (const second of usable) {
      if (first === second || first.unit === second.unit) continue;
      if (!probe.fields.every((_, i) => first.has.has(i) || second.has.has(i))) continue;
      const names = new Set(second.records.map((record) => projectKey(record.name)));
      const same = first.records.filter((record) => names.has(projectKey(record.name)));
      if (same.length < probe.atLeast) continue;
      for (const entry of [first, second]) {
        const record =
          entry.records.find((item) => projectKey(item.name) === projectKey(same[0]!.name)) ?? entry.records[0]!;
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

function hasAny(record: ProjectRecord, any: readonly ColumnId[]): boolean {
  return any.some((id) => record.fields.has(id));
}

/** A table's row shows more than a line of text, and of lines the one that tells the most. */
function bestRecord(unit: Unit, records: readonly ProjectRecord[]): ProjectRecord {
  return (
    records.find((record) => unit.page.text.segments[record.segment]?.kind === 'row') ??
    records.toSorted((one, other) => other.fields.size - one.fields.size)[0]!
  );
}

function recordEvidence(context: ProbeContext, unit: Unit, record: ProjectRecord) {
  const text = unit.page.text.segments[record.segment]?.text ?? '';
  return segmentEvidence(unit, record.segment, context.survey.section, [0, Math.min(text.length, 200)]);
}
