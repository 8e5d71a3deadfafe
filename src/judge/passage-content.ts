// How much stands under a heading that is content of what it names. Pure.
import type { Segment } from '../model/document.ts';
import { findPhrases, type PhraseSet } from '../text/phrase.ts';
import { repair } from '../text/repair.ts';
import { pointsElsewhere, takesNote } from './cell-value.ts';
import { askedIn } from './form-fields.ts';
import { isPoint } from './heading-level.ts';
import { idleOpinions, praisesOnly } from './idle-opinions.ts';
import { type Grade, norm } from './lexicon.ts';
import { closesMemo } from './memo-on-plan.ts';
import { advisesOutsiders, tellsHowToFillIn, tellsWhereToSend } from './no-advice.ts';
import { count, matches, type ProbeContext } from './probe-context.ts';
import type { Unit } from './unit.ts';

/** Room to write in: a form, whatever stands under it. */
const blank = /^[\s:]*[.…_]{8,}\s*$/u;

/** The rest of a heading that says of what they are, and nothing of them (ปัญหาและอุปสรรคในการปฏิบัติงาน, ข้อคิดเห็นและข้อเสนอแนะ). */
const ofWork = new RegExp(
  [
    '^(?:(?:\\s|และ|หรือ|[,/])+(?:ข้อเสนอแนะ|ข้อเสนอ|ข้อคิดเห็น|ข้อสังเกต|ข้อจำกัด|มติ|ปัญหา|อุปสรรค|แนวทาง(?:การ)?(?:แก้ไข|ปรับปรุง|พัฒนา)(?:ปัญหา)?))*',
    '(?:(?:ที่(?:พบ|เกิดขึ้น|เกิด))?(?:ใน|ของ|จาก|ต่อ|สำหรับ)?(?:การ)?(?:ดำเนิน|ปฏิบัติ)(?:งาน|การ|ราชการ|โครงการ|กิจกรรม|ตามแผน\\S*)*)?',
    '(?:(?:ใน)?(?:ปี|ครั้ง|รอบ|โอกาส|ระยะ)(?:ต่อๆ?ไป|ถัดไป|หน้า))?',
    '(?:\\s*(?:ของ|จาก|โดย)(?:คณะ|กรรมการ|ที่ประชุม|สภา|ผู้)[^\\s:]{0,40})?\\s*:?$',
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

/** A row that points elsewhere for what it should tell, or says that it was noted, only names what it is about. */
function toldIn({ cells, text }: Segment): string {
  const tellsNothing = (cell: string): boolean => pointsElsewhere(cell) || takesNote(cell);
  if (!cells?.some(tellsNothing)) return text;
  const told = cells.filter((cell) => count(cell) > 0 && !tellsNothing(cell));
  return told.slice(1).join(' ');
}

/** Letters in the rest of the segment and in what follows up to the next heading of the same kind. */
export function contentAfter(
  context: ProbeContext,
  unit: Unit,
  at: number,
  to: number,
  passages: PhraseSet<Grade> | undefined,
): number {
  const { survey } = context;
  const { index, segment: heading } = unit.segments[at]!;
  const asked = askedIn(unit);
  const idle = idleOpinions(unit);
  if (blank.test(heading.text.slice(to)) || tellsHowToFillIn(heading.text)) return 0;
  // A link's label promises what its target holds; "in preparation" says that there is nothing yet.
  const content = (text: string, position: number): number =>
    unit.linked.has(position) ||
    asked.has(position) ||
    idle.has(position) ||
    tellsWhereToSend(text) ||
    praisesOnly([repair(text).text]) ||
    takesNote(text) ||
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
