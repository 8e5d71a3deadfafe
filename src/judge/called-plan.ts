// The year's plan under a name of its own (ปีนี้เราจะทำอะไรกันบ้าง, สมุดงานทั้งปี): its first lines are the frame of a year's work
// (years-frame.ts), and below them the works are told, each with its money or its time and who does it; or in parts that it links to. Pure.
import { monthOf, monthSource } from '../text/thai-months.ts';
import { frameWorks } from './frame-works.ts';
import { norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import { costedLines } from './plan-lines.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { isAtMost, lineOf, linesOf } from './unit-lines.ts';
import { tellsWhatCame, type YearsFrame, yearsFrame } from './years-frame.ts';

export interface CalledPlan {
  /** The unit that says so, or the parts that hold its projects with it: each with its own. */
  readonly units: ReadonlyMap<Unit, readonly ProjectRecord[]>;
  readonly year: number;
}

/** Lines at the head and at the foot that may say it, and works from which what stands below is a plan. */
const [headLines, footLines, fewest, fewestParts] = [6, 3, 3, 2];
/** Shares of the works that must have money, or else time and who does it. */
const [mostMoney, mostFacts] = [0.6, 0.75];

export function calledPlan(survey: Survey, unit: Unit): CalledPlan | undefined {
  if (unit.page.role === 'start' && unit.page.text.media === 'html') return undefined;
  if (!isAtMost(unit, []) && !isOfMap(unit)) return undefined;
  const frame = frameOf(survey, unit);
  const year = frame && (frame.year ?? unit.year.year);
  if (frame === undefined || year === undefined) return undefined;
  if (unit.told > 0) return undefined;
  const own = worksOf(survey, unit, frame);
  if (own === undefined) return undefined;
  if (arePlanned(own)) return isOfAgency(survey, unit, own) ? { units: new Map([[unit, own]]), year } : undefined;
  const parts = partsOf(survey, unit);
  const all = [...parts.values()].flat();
  if (parts.size < fewestParts || all.length < fewest || !isOfAgency(survey, unit, all)) return undefined;
  return { units: new Map([[unit, own], ...parts]), year };
}

/** Called a map or a chart of the year's work (แผนที่เดินทาง, แผนผังงาน), whose name looks like none of a plan. */
const isOfMap = ({ own, lookalike, classes }: Unit): boolean =>
  own !== undefined &&
  lookalike === own &&
  own.foreign.size === 0 &&
  own.lookalikes.every(({ id }) => id === 'map-and-chart') &&
  [...classes.values()].every(({ grade }) => grade === 'weak');

/** The frame that the unit's own first lines are; its title counts as one where it stands outside of them. */
function frameOf(survey: Survey, unit: Unit): YearsFrame | undefined {
  const lines = linesOf(unit).filter(({ segment }) => segment.kind !== 'row');
  const head = lines.slice(0, headLines);
  const title = unit.titleSegment === undefined ? undefined : unit.page.text.segments[unit.titleSegment];
  const above = title?.kind === 'heading' ? [lineOf({ index: unit.titleSegment!, segment: title })] : [];
  return yearsFrame(survey, [...above, ...head], lines.slice(headLines).slice(-footLines));
}

/** Its works, or nothing where it is told what became of them. */
function worksOf({ lexicon }: Survey, unit: Unit, frame: YearsFrame): readonly ProjectRecord[] | undefined {
  const known = unit.records.filter(({ segment, fields }) => segment > frame.segment && fields.has('budget'));
  const { records, told } = frameWorks(lexicon, unit, frame.segment);
  if (told * mostDone > records.length || known.some(isDone)) return undefined;
  const best = records.length >= known.length ? records : known;
  if (arePlanned(best)) return best;
  const lines = costedLines(lexicon, unit).filter(({ segment }) => segment > frame.segment);
  return lines.length > best.length ? lines : best;
}
/** So many works, of which one may be told as done, are still a plan. */
const mostDone = 5;
const done = ['spent', 'progress', 'result'] as const;
const isDone = ({ fields }: ProjectRecord): boolean => done.some((id) => fields.has(id));

/** There are enough of them, and they have what a plan says of works. */
function arePlanned(records: readonly ProjectRecord[]): boolean {
  if (records.length < fewest || areOfOneMonth(records)) return false;
  const share = (...ids: readonly ('budget' | 'period' | 'owner')[]): number =>
    records.filter(({ fields }) => ids.every((id) => fields.has(id))).length / records.length;
  return share('budget') >= mostMoney || (records.length > fewest && share('period', 'owner') >= mostFacts);
}

/** All in the same month they are a fair's or a campaign's. */
function areOfOneMonth(records: readonly ProjectRecord[]): boolean {
  const named = records.map(
    ({ fields }) =>
      norm(fields.get('period') ?? '')
        .text.match(anyMonth)
        ?.map(monthOf) ?? [],
  );
  return named.every((months) => months.length > 0) && new Set(named.flat()).size === 1;
}
const anyMonth = new RegExp(monthSource, 'gu');

/** What it links to in its text, as far as that tells projects and is called nothing else. */
function partsOf(survey: Survey, unit: Unit): ReadonlyMap<Unit, readonly ProjectRecord[]> {
  const inside = new Set(unit.segments.map(({ index }) => index));
  const pages = new Set(
    unit.page.text.links.flatMap((link) => {
      if (link.segment === undefined || !inside.has(link.segment) || link.region !== 'main') return [];
      const target = survey.site.targetOf(link);
      return target.kind === 'page' && target.page !== unit.page ? [target.page] : [];
    }),
  );
  const parts = new Map<Unit, readonly ProjectRecord[]>();
  for (const part of survey.units) {
    if (!pages.has(part.page) || !isAtMost(part, []) || part.told > 0) continue;
    const records = projectsOf(survey, part);
    if (records.length > 0) parts.set(part, records);
  }
  return parts;
}

/** A part's projects with their money, where nothing is told of what became of any of them. */
function projectsOf({ lexicon }: Survey, unit: Unit): readonly ProjectRecord[] {
  const known = unit.records.filter(({ fields }) => fields.has('budget'));
  const lines = known.length >= fewestParts ? [] : costedLines(lexicon, unit);
  const records = lines.length > known.length ? lines : known;
  return records.some(isDone) ? [] : records;
}

/** Its titles and the names of its projects are of the agency's own work, and of no results. */
function isOfAgency(survey: Survey, unit: Unit, records: readonly ProjectRecord[]): boolean {
  const { segments, title } = unit.page.text;
  const heading = segments.find(({ kind, region }) => kind === 'heading' && region === 'main')?.text;
  const around = [title, heading].filter((text): text is string => text !== undefined && text.trim() !== '');
  if (heading !== undefined && tellsWhatCame.test(norm(heading).text)) return false;
  const labels = unit.labels.map(({ reading }) => reading.text);
  const [titles, called] = [around, labels].map((texts) => texts.map((text) => text.replace(ofFrame, ' ')));
  return !ofOtherSubject(survey, unit, titles!, [], records, called);
}

/**
 * What a year's works are set out as, and what they are promised with: no calendar of events, no contract. A calendar is one of them by
 * the word that follows, or by its year, where no other thing is said to happen in it.
 */
const ofFrame =
  /ป[ฎฏ]ิทิน(?=\s?(?:งาน|ปี|ทั้งปี|การทำงาน|ปฏิบัติ|ลงมือ|ของปี)|(?![^\n]{0,30}(?:กิจกรรม|ประเพณี|วัฒนธรรม|ท่องเที่ยว|ศึกษา|วิชาการ|สมัคร|สอบ|อบรม|เก็บ|ภาษี|ประชุม|จัดซื้อ|จัดหา|วันสำคัญ|กีฬา|เรียน|ส่ง|รายงาน))(?:[^\n]{0,24}(?:[5-7]\d(?!\d)|[๕-๗][๐-๙]|ตุลา)|นี้))|(?:ตาราง|สมุด|กระดาน)[ก-๎]{2,6}ของ[ก-๎]{2,12}ทั้ง(?:โรง(?:เรียน)?|กรม|แห่ง|หมด|สำนัก|ศูนย์|องค์กร|หน่วย|อำเภอ)|(?:คำมั่น)?(?:คำ)?สัญญา(?!จ้าง|ซื้อ|เช่า)/gu;
