// Names found in one title that overlap, or stand beside each other: which of them takes the other's words or meaning. Pure.
import type { PhraseMatch } from '../text/phrase.ts';
import { norm, type TitleMeaning } from './lexicon.ts';
import type { Lookalike } from './pack.ts';

type Match = PhraseMatch<TitleMeaning>;

function meaningKey(meaning: TitleMeaning): string {
  return meaning.kind === 'class' ? `class:${meaning.id}` : `lookalike:${meaning.entry.id}`;
}

/** Whether a match takes another's words away: a different meaning around it, or a look-alike of just its words. */
export function swallows(longer: Match, shorter: Match, text: string): boolean {
  if (longer === shorter || longer.from > shorter.from) return false;
  // A look-alike that begins before a name and ends within it has taken its subject (KM Action Plan 2560).
  if (
    longer.value.kind === 'lookalike' &&
    shorter.value.kind === 'class' &&
    longer.from < shorter.from &&
    longer.to > shorter.from
  )
    return true;
  if (longer.to < shorter.to) return false;
  if (meaningKey(longer.value) === meaningKey(shorter.value)) return false;
  if (longer.to - longer.from === shorter.to - shorter.from)
    return longer.value.kind === 'lookalike' && shorter.value.kind === 'class';
  // แผนปฏิบัติราชการประจำปี 2569 แผนป้องกันการทุจริต: two titles side by side, not one.
  if (longer.value.kind !== 'lookalike' || longer.from !== shorter.from) return true;
  if (text.slice(shorter.to, longer.to).includes('แผน')) return false;
  // …ประจำปีงบประมาณ พ.ศ. 2569 (ยุทธศาสตร์ พ.ศ. 2566-2570): the year is named before the span it lies in.
  return !(
    longer.value.entry.id.startsWith('multi-year') && ofOneYear.test(norm(text.slice(shorter.from, longer.to)).text)
  );
}

/** Over the match form. */
const ofOneYear =
  /(?:ประจำปี|รายปี)\s*(?:งบประมาณ|การศึกษา)?\s*(?:พ\.?\s*ศ\.?)?\s*\d{4}(?!\s*(?:[-–—]|ถึง)\s*(?:พ\.?\s*ศ\.?)?\s*\d)/u;

/** A report's name that ends in a plan's bare name (…ตามแผนปฏิบัติการ): what follows may make it a plan of one subject. */
export function endsInPlan(text: string, match: Match): boolean {
  if (match.value.kind !== 'class' || match.value.id === 'annual-plan') return false;
  const name = norm(text.slice(match.from, match.to)).text.trim();
  if (/แผน(?:การ)?(?:ปฏิบัติการ|ปฏิบัติงาน|ดำเนินงาน|ดำเนินการ)$/u.test(name)) return true;
  // ติดตามแผน…: of the plan, unless it goes on with another subject.
  return (
    match.value.id === 'monitoring-report' &&
    /แผน$/u.test(name) &&
    !/^\s*(?:การ)?(?:ปฏิบัติ|ดำเนิน|งาน|พัฒนา)/u.test(norm(text.slice(match.to, match.to + 20)).text)
  );
}

/** A report's name beside a look-alike's in the same cell, with no annual plan named: the look-alike's report. */
export function tainted(match: Match, lookalikes: readonly Match[], kept: readonly Match[], text: string): boolean {
  if (match.value.kind !== 'class' || match.value.id === 'annual-plan') return false;
  if (asksStaff(match, lookalikes)) return true;
  const cellStart = Math.max(text.lastIndexOf('|', match.from), text.lastIndexOf('\n', match.from)) + 1;
  const ends = [text.indexOf('|', match.to), text.indexOf('\n', match.to)].filter((i) => i >= 0);
  const cellEnd = ends.length ? Math.min(...ends) : text.length;
  // In a paragraph that goes on after its title, what comes much later is no part of the name.
  const inCell = (other: Match) =>
    other.from >= Math.max(cellStart, match.from - nameReach) &&
    other.to <= Math.min(cellEnd, match.to + nameReach) &&
    // The authority of an order (…อาศัยอำนาจตามระเบียบ… ว่าด้วยการจัดทำแผนพัฒนา) is not what it is about.
    !(other.from > match.to && authority.test(text.slice(match.to, other.from)));
  if (!lookalikes.some((other) => inCell(other) && (other.value as { entry: Lookalike }).entry.kind !== 'other'))
    return false;
  return !kept.some((other) => inCell(other) && other.value.kind === 'class' && other.value.id === 'annual-plan');
}

/** A survey's name that goes on to say that staff or trainees are asked, or about what (แบบสอบถามความคิดเห็น ของบุคลากร, … IIT). */
function asksStaff({ from, to, value }: Match, lookalikes: readonly Match[]): boolean {
  if (value.kind !== 'class' || !value.id.startsWith('survey-')) return false;
  return lookalikes.some(
    (other) => notAsked.has((other.value as { entry: Lookalike }).entry.id) && other.from < to && from < other.to,
  );
}

/** Look-alikes of surveys: those asked are no outsiders, or are asked about a course. */
const notAsked: ReadonlySet<string> = new Set(['internal-survey', 'course-survey']);

const authority = /อาศัยอำนาจ|ระเบียบ(?:กระทรวง|กรม|สำนัก|ฯ)|ว่าด้วย|ให้(?:หัวหน้า|ทุก|ส่วน|เจ้าหน้าที่|กลุ่ม|ผู้|บุคคล|ข้าราชการ)/u;

/** Letters around a name within which a subject belongs to it. */
const nameReach = 120;
