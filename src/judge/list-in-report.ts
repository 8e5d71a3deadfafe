// The year's projects within a report on more than projects (an annual report, a school's self-assessment): tables that are headed
// as theirs, or cards that tell of each what it was given and what of it was spent. Pure.
import { namesSurely } from './lexicon.ts';
import { headsOf } from './list-head.ts';
import { ofOtherSubject, saysWhose } from './list-subject.ts';
import { projectKey } from './project-name.ts';
import { type ProjectRecord, type TableReading, tellsOfBoth } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Reports on the whole of a year. */
const yearly = ['annual-report', 'self-assessment'];

/** Rows from which a table is a list: fewer where each tells of money spent and of the work. */
const [fewest, fewestTold] = [3, 2];
/** Shares of the rows: of those that tell of both, and of those with money. */
const [mostTold, mostMoney] = [0.8, 0.6];
/** Lines right over a list that may say what it is. */
const linesAbove = 3;

export const isYearlyReport = (unit: Unit): boolean => yearly.some((id) => namesSurely(unit.classes, id));

/** The projects told of in it, if any. */
export function listInReport(survey: Survey, unit: Unit): readonly ProjectRecord[] | undefined {
  if (unit.lookalike || (unit.own?.foreign.size ?? 0) > 0) return undefined;
  const lists = unit.tables.flatMap((table) => readList(survey, unit, table) ?? []);
  // A list may be cut into tables of one head, each under the programme that its projects belong to.
  const pooled = Map.groupBy(lists, ({ head }) => head);
  const found = lists
    .filter(({ head, needed }) => different(pooled.get(head)!.flatMap(({ records }) => records)) >= needed)
    .flatMap(({ records }) => records);
  const cards = found.length === 0 ? onCards(survey, unit) : [];
  const records = [...found, ...cards];
  return records.length > 0 ? records : undefined;
}

const shareOf = (records: readonly ProjectRecord[], has: (record: ProjectRecord) => boolean): number =>
  records.filter(has).length / records.length;

const different = (records: readonly ProjectRecord[]): number =>
  new Set(records.map(({ name }) => projectKey(name))).size;

interface List {
  readonly records: readonly ProjectRecord[];
  /** Its heads, as they stand. */
  readonly head: string;
  /** So many projects under such heads make it a list. */
  readonly needed: number;
}

function readList(survey: Survey, unit: Unit, { records, columns }: TableReading): List | undefined {
  if (!columns.has('project') || records.length === 0) return undefined;
  const heads = headsOf(unit, records);
  if (!heads.ofProjects || heads.ofSeveralYears) return undefined;
  const near = linesOver(unit, records[0]!.segment);
  // What heads the names says what is listed as well (โครงการวิจัย).
  const named = heads.texts.filter((text) => /โครงการ|กิจกรรม|project|activit/iu.test(text));
  if (ofOtherSubject(survey, unit, [...near, ...named], heads.texts, records)) return undefined;
  const head = heads.texts.join('|');
  if (shareOf(records, tellsOfBoth) >= mostTold) return { records, head, needed: fewestTold };
  const money = shareOf(records, ({ fields }) => fields.has('budget') || fields.has('spent'));
  // What was aimed at and what came of it, project by project, tells as much as money does.
  const aimed = shareOf(records, ({ fields }) => fields.has('target') && fields.has('result'));
  if ((money < mostMoney && aimed < mostTold) || !saysWhose([...near, ...named], columns.has('programme')))
    return undefined;
  return { records, head, needed: fewest };
}

/** Under a heading that says whose they are, names with what each was given and what of it was spent. */
function onCards(survey: Survey, unit: Unit): readonly ProjectRecord[] {
  const { segments } = unit.page.text;
  const records = unit.records.filter(
    ({ segment, fields }) => segments[segment]?.kind !== 'row' && fields.has('budget') && fields.has('spent'),
  );
  if (different(records) < fewestTold) return [];
  const near = linesOver(unit, records[0]!.segment);
  return saysWhose(near, false) && !ofOtherSubject(survey, unit, near, [], records) ? records : [];
}

/** The heading over a list, and the lines between. */
function linesOver({ page }: Unit, first: number): string[] {
  const { segments } = page.text;
  const lines: string[] = [];
  for (let at = first - 1; at >= 0; at--) {
    const { kind, text } = segments[at]!;
    if (kind === 'row') {
      // The list's own head stands between.
      if (lines.length > 0) break;
      continue;
    }
    if (text.trim() !== '' && text.length <= 200 && (kind === 'heading' || lines.length < linesAbove)) lines.push(text);
    if (kind === 'heading') break;
  }
  return lines;
}
