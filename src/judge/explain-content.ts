// The pieces of content that could hold what a criterion wants: what each is taken for, of which year, what stands in it and
// what it lacks. Pure; for explanations, decides nothing.
import type { CriterionVerdict, Evidence } from '../model/result.ts';
import { standsIn } from './finding.ts';
import type { Grade } from './lexicon.ts';
import type { Criterion, Probe } from './pack.ts';
import { partlyReadUnit } from './partly-read.ts';
import { gateOf, type ProbeContext, type YearGate } from './probe-context.ts';
import type { TitleOrigin, Unit } from './unit.ts';

/** What a piece of content is short of for one of the probes. */
export type Lack =
  | { readonly kind: 'year'; readonly gate: Exclude<YearGate, 'ok'> }
  | { readonly kind: 'rows'; readonly have: number; readonly need: number }
  | { readonly kind: 'field'; readonly any: readonly string[]; readonly have: number; readonly need: number }
  | { readonly kind: 'letters'; readonly have: number; readonly need: number };

/** A page's part or a document that is called what could hold it. */
export interface ContentReasoning {
  readonly url: string;
  readonly path: readonly string[];
  readonly media: string;
  readonly title: string;
  /** Publications it is taken for, and who says so. */
  readonly classes: readonly { readonly id: string; readonly grade: Grade; readonly origin: TitleOrigin }[];
  readonly year: {
    readonly own: readonly number[];
    readonly label: readonly number[];
    readonly file: readonly number[];
    readonly chosen: number | null;
    readonly from: 'own' | 'label' | 'around' | 'file' | 'none';
    readonly conflict: boolean;
  };
  readonly gate: YearGate;
  readonly records: number;
  /** Records that have each field. */
  readonly fields: Readonly<Record<string, number>>;
  readonly letters: number;
  readonly tables: number;
  readonly section: boolean;
  readonly offSite: boolean;
  readonly source: 'text' | 'ocr';
  readonly partlyRead: boolean;
  /** Some evidence of the verdict stands in it. */
  readonly used: boolean;
  /** By the probe it comes nearest to; empty where nothing countable is missing. */
  readonly lacks: readonly Lack[];
}

/** Content called what could hold it: cited first, then of an accepted year, then by rows. */
export function contentsOf(
  context: ProbeContext,
  wanted: readonly string[],
  { evidence }: CriterionVerdict,
): ContentReasoning[] {
  const cited = evidence.filter(({ source }) => source !== 'label');
  const called = context.survey.units.filter((unit) => !unit.lookalike && wanted.some((id) => unit.classes.has(id)));
  // Beside a part of the page that says something, an empty one called the same by a label says nothing more.
  const telling = called.filter(
    (unit) => unit.segments.length > 0 || !called.some((other) => other !== unit && other.page === unit.page),
  );
  const order: readonly YearGate[] = ['ok', 'conflict', 'unclear', 'outdated', 'other'];
  return telling
    .map((unit) => contentOf(context, unit, cited))
    .sort(
      (a, b) =>
        Number(b.used) - Number(a.used) || order.indexOf(a.gate) - order.indexOf(b.gate) || b.records - a.records,
    );
}

function contentOf(context: ProbeContext, unit: Unit, cited: readonly Evidence[]): ContentReasoning {
  const { page, year } = unit;
  const fields: Record<string, number> = {};
  for (const record of unit.records) for (const id of record.fields.keys()) fields[id] = (fields[id] ?? 0) + 1;
  const gate = gateOf(context, unit);
  const used = cited.some((evidence) => standsIn(unit, evidence));
  const titled = unit.titleSegment === undefined ? undefined : page.text.segments[unit.titleSegment]?.text;
  return {
    url: page.capture.finalUrl,
    path: page.path.map(({ label }) => label),
    media: page.text.media,
    title: titled ?? unit.own?.text ?? unit.labels[0]?.ref.link.label ?? page.text.title ?? '',
    classes: [...unit.classes.values()].map(({ id, grade, origin }) => ({ id, grade, origin })),
    year: {
      own: year.own,
      label: year.label,
      file: year.file,
      chosen: year.year ?? null,
      from: yearSource(unit),
      conflict: year.conflict,
    },
    gate,
    records: unit.records.length,
    fields,
    letters: unit.letters,
    tables: unit.tables.length,
    section: context.survey.section.has(page.id),
    offSite: page.offSite,
    source: page.text.source,
    partlyRead: partlyReadUnit(unit),
    used,
    lacks: used ? [] : lacksOf(context, unit, gate),
  };
}

/** The order in which units.ts believes them: own words, labels, what stands around the labels, the file's name. */
function yearSource({ year }: Unit): ContentReasoning['year']['from'] {
  if (year.year === undefined) return 'none';
  if (year.own.length > 0) return 'own';
  if (year.label.length > 0) return 'label';
  return year.file.includes(year.year) ? 'file' : 'around';
}

/** Of the probes that look into it, what the one that is nearest to proof is short of. */
function lacksOf({ criterion }: ProbeContext, unit: Unit, gate: YearGate): Lack[] {
  const year: Lack[] = gate === 'ok' ? [] : [{ kind: 'year', gate }];
  const short = probesOf(criterion)
    .filter(({ probe }) => probe.classes.some((id) => unit.classes.has(id)))
    .map(({ probe }) => countable(probe, unit))
    .sort((a, b) => a.length - b.length)[0];
  return [...year, ...(short ?? [])];
}

function countable(probe: Probe, unit: Unit): Lack[] {
  const have = unit.records.length;
  if (probe.probe === 'rows') {
    const need = probe.atLeast;
    if (have < need) return [{ kind: 'rows', have, need }];
    return probe.fields.flatMap((any): Lack[] => {
      const filled = unit.records.filter((record) => any.some((id) => record.fields.has(id))).length;
      return filled < need ? [{ kind: 'field', any, have: filled, need }] : [];
    });
  }
  if (probe.probe !== 'document') return [];
  if (probe.rows !== undefined && have < probe.rows) return [{ kind: 'rows', have, need: probe.rows }];
  if (probe.rows === undefined && probe.letters !== undefined && unit.letters < probe.letters)
    return [{ kind: 'letters', have: unit.letters, need: probe.letters }];
  return [];
}

/** All probes of a criterion; those of one group must all find something. */
export const probesOf = (criterion: Criterion) =>
  criterion.probes.any.flatMap((entry, group) =>
    ('all' in entry ? entry.all : [entry]).map((probe: Probe) => ({ probe, group })),
  );
