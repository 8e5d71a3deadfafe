// The year's plan under a name of its own (ปีนี้เราจะทำอะไรกันบ้าง): its first lines say that what stands below is the annual plan, that
// somebody signed or approved, and there its projects are told, each with its money; or in parts that it links to. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import { costedLines } from './plan-lines.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import { otherBody } from './title-owner.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';
import { yearsOf } from './years.ts';

export interface CalledPlan {
  /** The unit that says so, or the parts that hold its projects with it: each with its own. */
  readonly units: ReadonlyMap<Unit, readonly ProjectRecord[]>;
  readonly year: number;
}

/** Lines at the head that may say it, and projects with their money from which what stands below is a plan. */
const [headLines, fewest, fewestParts] = [4, 3, 2];
const longestLine = 700;

export function calledPlan(survey: Survey, unit: Unit): CalledPlan | undefined {
  if (unit.page.text.media !== 'html' || unit.page.role === 'start') return undefined;
  if (!isAtMost(unit, []) || unit.told > 0) return undefined;
  const said = sayingLine(survey, unit);
  if (said === undefined) return undefined;
  // Not the day on which it was signed.
  const mentions = findYears(norm(said.segment.text)).filter(({ kind }) => kind !== 'date');
  const years = yearsOf(mentions, survey.agency.kind, survey.calendar);
  const named = years.length === 1 ? years[0] : unit.year.year;
  if (named === undefined) return undefined;
  const own = projectsOf(survey, unit);
  if (own.length >= fewest)
    return isOfAgency(survey, unit, own) ? { units: new Map([[unit, own]]), year: named } : undefined;
  const parts = partsOf(survey, unit);
  const all = [...parts.values()].flat();
  if (parts.size < fewestParts || all.length < fewest || !isOfAgency(survey, unit, all)) return undefined;
  return { units: new Map([[unit, own], ...parts]), year: named };
}

/** One of the first lines, which names the plan as one in force and says that it is told here. */
function sayingLine({ lexicon, agency }: Survey, unit: Unit): Line | undefined {
  const lines = linesOf(unit).filter(({ segment }) => segment.kind !== 'row');
  return lines.slice(0, headLines).find(({ segment, text }, at) => {
    if (segment.text.length > longestLine || !text.includes('แผน') || !inForce.test(text) || toCome.test(text))
      return false;
    if (!toldHere.test(text) && !toldHere.test(lines[at + 1]?.text ?? '')) return false;
    const { classes, mentions, lookalikes, foreign } = readTitle(lexicon, segment.text, agency);
    if (foreign.size > 0 || lookalikes.some(({ kind }) => kind !== 'other')) return false;
    if (!mentions.has('annual-plan') && !classes.has('annual-plan')) return false;
    // Whose it is may be said after its name and year.
    const owner = /แผน[^\n]{0,100}?ของ/u.exec(segment.text);
    return owner === null || !otherBody(lexicon, segment.text, owner.index + owner[0].length, agency);
  });
}

/** Over the match form, as the next two. */
const inForce =
  /(?:คือ|เป็น)แผน|(?:ลงนาม|ลงชื่อ|เซ็น|เห็นชอบ|อนุมัติ|ประกาศใช้)[^\n]{0,60}แผน|แผน[^\n]{0,160}(?:ลงนาม|ลงชื่อ|เซ็น|เห็นชอบ|อนุมัติ|ประกาศใช้|บังคับใช้)/u;
const toldHere =
  /ข้างล่าง|ข้างใต้|ด้านล่าง|ต่อไปนี้|ดังนี้|ดังตาราง|(?:หน้า|ตาราง|รายการ|โพสต์)นี้|ทุก(?:งาน|โครงการ|บรรทัด|เรื่อง|กิจกรรม|รายการ|ข้อ|ตัวอักษร)|ทั้ง(?:แผน|เล่ม|ฉบับ)|(?:คัด|ลอก|ถอด|ยก|นำ|เอา|ย่อ|พิมพ์)[^\n]{0,24}(?:ลง|มา|ไว้|ให้)|แบ่ง(?:เป็น|เล่า|ลง|ออก)/u;
/** It is not in force yet, or was only spoken of. */
const toCome =
  /ร่าง|ประชุม|ทบทวน|เตรียม|รับฟัง|ชี้แจง|พิจารณา|ยังไม่|รอ(?:การ)?(?:อนุมัติ|ลงนาม|เห็นชอบ|ประกาศ)|(?:จะ|เพื่อ)(?:ขอ|เสนอ|ลงนาม|ประกาศ|อนุมัติ)|เสนอขอ/u;

/** Its projects with their money, where nothing is told of what became of any of them. */
function projectsOf({ lexicon }: Survey, unit: Unit): readonly ProjectRecord[] {
  const known = unit.records.filter(({ fields }) => fields.has('budget'));
  const lines = known.length >= fewestParts ? [] : costedLines(lexicon, unit);
  const records = lines.length > known.length ? lines : known;
  return records.some(({ fields }) => done.some((id) => fields.has(id))) ? [] : records;
}
const done = ['spent', 'progress', 'result'] as const;

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

/** Its titles and the names of its projects are of the agency's own work. */
function isOfAgency(survey: Survey, unit: Unit, records: readonly ProjectRecord[]): boolean {
  const { segments, title } = unit.page.text;
  const heading = segments.find(({ kind, region }) => kind === 'heading' && region === 'main')?.text;
  const around = [title, heading].filter((text): text is string => text !== undefined && text.trim() !== '');
  return !ofOtherSubject(survey, unit, around, [], records);
}
