// Results of a year that is over in the minutes of a meeting: an item of the agenda closes or looks back on the year's work, and sets
// what was reached beside what was aimed at, piece by piece. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';
import { isMinutes, ofAgenda } from './work-report-head.ts';
import { yearsOf } from './years.ts';

export interface MinutesResults {
  readonly segment: number;
  readonly year: number;
}

/** Pieces of work told beside their aims from which they are the year's results, and lines that may say what they are of. */
const [fewest, leadLines] = [3, 2];
const longestHead = 160;

export function resultsInMinutes(survey: Survey, unit: Unit): MinutesResults | undefined {
  if (!isMinutes(unit)) return undefined;
  const lines = linesOf(unit);
  for (const [at, head] of lines.entries()) {
    if (!ofAgenda.test(head.segment.text) || head.segment.text.length > longestHead) continue;
    const rest = lines.slice(at + 1);
    const next = rest.findIndex(({ segment }) => ofAgenda.test(segment.text));
    const under = next < 0 ? rest : rest.slice(0, next);
    const told = under.filter(({ text }) => besideAim.test(text) && !supposed.test(text) && !ofAll.test(text));
    if (told.length < fewest) continue;
    const lead = [head, ...under.slice(0, leadLines)].filter(({ index }) => index < told[0]!.index);
    const year = pastYear(survey, lead);
    if (year !== undefined && isOfWork(survey, lead)) return { segment: told[0]!.index, year };
  }
  return undefined;
}

/** What the item is on is the agency's work of the year, and no other plan's. */
function isOfWork({ lexicon, agency }: Survey, lead: readonly Line[]): boolean {
  if (!closes.test(lead[0]!.text) || !lead.some(({ text }) => ofProjects.test(text))) return false;
  const readings = lead.map(({ segment }) => readTitle(lexicon, segment.text, agency));
  return readings.every(
    ({ foreign, lookalikes }) => foreign.size === 0 && lookalikes.every(({ kind }) => kind === 'other'),
  );
}

/** The one year that they name, of those that are over. */
function pastYear({ agency, calendar }: Survey, lead: readonly Line[]): number | undefined {
  for (const { segment } of lead) {
    const mentions = findYears(norm(segment.text)).filter(({ kind }) => kind !== 'date');
    const years = yearsOf(mentions, agency.kind, calendar);
    if (years.length === 1) return years[0]! < calendar.fiscalYear ? years[0] : undefined;
  }
  return undefined;
}

/** Over the match form, as all that follow: the year's work is closed, summed up or looked back on. */
const closes =
  /(?:ปิด|สรุป|ทบทวน|รายงาน|ประเมิน|มองย้อน|แถลง)(?:ผล|ยอด|การ)*(?:งาน|โครงการ|แผน|ดำเนินงาน|ปฏิบัติ|ปี)|ผลงาน|ผล(?:การ)?ดำเนินงาน/u;
const ofProjects = /โครงการ|แผน(?!ที่|ก(?!าร)|ผัง)|กิจกรรม/u;
/** So much, and so much was meant to be; or the other way round; or more or less than that. */
const besideAim =
  /\d[^\n]{0,40}?(?:ตั้ง(?:ใจ|เป้า)?ไว้|เป้า(?:หมาย)?(?:ไว้)?)(?:ที่|ว่า)?(?:ร้อยละ)?\d|(?:ตั้ง(?:ใจ|เป้า)?ไว้|เป้า(?:หมาย)?(?:ไว้)?)[^\d\n]{0,24}\d[^\n]{0,40}?(?:ได้|จริง|แล้ว)[^\d\n]{0,12}\d|(?:เกิน|ไม่ถึง|ต่ำกว่า|ได้ตาม|ครบตาม)(?:กว่า)?(?:จาก)?(?:ที่)?(?:ตั้ง(?:ใจ|เป้า)?ไว้|เป้า)/u;
/** Says how many there are, before each is told of. */
const ofAll = /\d(?:โครงการ|กิจกรรม|แผนงาน)[^\p{L}]*$/u;
/** How it is to be rated. */
const supposed = /หาก|กรณี|ถ้า|เกณฑ์|ไม่(?:น้อย|ต่ำ)กว่า|ให้คะแนน/u;
