// What the labels that lead to a page say of it, all together. Pure.
import type { YearMention } from '../text/fiscal-year.ts';
import { plainDigits } from '../text/plain-digits.ts';
import { type ClassHit, norm } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { readLabel } from './link-reading.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { UnitContext } from './unit.ts';
import { yearsOf } from './years.ts';

export interface LabelReading {
  readonly ref: LinkRef;
  readonly reading: TitleReading;
}

export interface Labels {
  readonly readings: readonly LabelReading[];
  /** Publications they name, as the first that names one has it. */
  readonly classes: ReadonlyMap<string, ClassHit>;
  /** One of them names another body's publication. */
  readonly foreign: boolean;
  /** The first that names a look-alike. */
  readonly lookalike: TitleReading | undefined;
  readonly years: readonly number[];
  /** Years that stand around them; none where they name years themselves. */
  readonly yearsAround: readonly number[];
}

/** Years a label names; `reading` is its own. A heading's year is the year of the list, not of each document in it. */
export function namedYears(
  { lexicon, agency, calendar }: Pick<UnitContext, 'lexicon' | 'agency' | 'calendar'>,
  ref: LinkRef,
  reading: TitleReading,
): number[] {
  const { link } = ref;
  const yearsIn = ({ text, years }: TitleReading) =>
    yearsOf(
      years.filter((mention) => !isPosting(text, mention)),
      agency.kind,
      calendar,
    );
  const ofList = link.labelFrom === 'heading' && !isAlone(ref);
  const years = yearsIn(ofList ? readTitle(lexicon, link.text, agency) : reading);
  if (years.length === 0 || !looksBack.test(norm(link.label).text)) return years;
  const column = link.context.find(({ from }) => from === 'column');
  const ofColumn = column === undefined ? [] : yearsIn(readTitle(lexicon, column.text, agency));
  // The column's year is when it was asked for; some have the column of the report's own year.
  return [...new Set([...years, ...ofColumn.filter((year) => years.includes(year)).map((year) => year - 1)])];
}

/**
 * The day on which a document was posted, at the edge of its label or after a word for it (เผยแพร่ 23 ม.ค. 2569): its year is not the
 * document's. Up to which day a report goes is (ณ 31 มีนาคม 2569).
 */
function isPosting(label: string, { kind, from, to }: YearMention): boolean {
  if (kind !== 'date') return false;
  const before = plainDigits(label.slice(0, from));
  const day = /\d{1,2}\s*$/u.exec(before) ?? /^\s*\d{1,2}[\s/.-]/u.exec(plainDigits(label.slice(from, to)));
  if (day === null) return false;
  const lead = before.replace(/[\d\s]+$/u, '');
  if (posted.test(lead)) return true;
  if (upTo.test(lead)) return false;
  const rest = label.slice(to);
  return lead === '' || (rest.length <= longestCounter && counter.test(rest));
}
const posted =
  /(?:เผยแพร่|โพสต์|ลงประกาศ|อัปเดต|อัพเดต|อัปเดท|อัพเดท|posted|published|updated|created)(?:เมื่อ|วันที่|ณ|on|[:\s])*$/iu;
const longestCounter = 60;
/** Nothing more in the label, or how often it was opened (| ดาวน์โหลดแล้ว 144 ครั้ง). */
const counter =
  /^(?:\s|[|/·•,()-]|\d{1,2}[:.]\d{2}\s*น\.?)*(?:(?:จำนวน|ยอด|ผู้|เปิด)?(?:ดาวน์โหลด|อ่าน|ชม|เข้าชม|เข้าดู|views?|hits?|downloads?|ครั้ง)[^\p{L}]*(?:แล้ว|ครั้ง|คน|ราย|views?|hits?|downloads?|times?)?[\s\d,|():]*(?:ครั้ง|คน|ราย)?\s*\)?)?$/iu;
const upTo = /(?:ณ|วันที่|ถึง|สิ้น|สิ้นสุด|ตั้งแต่|รอบ|เดือน|[–—-])$/u;

/** A heading over one document is that document's name, its year included. */
const isAlone = ({ link, page }: LinkRef): boolean =>
  page.text.links.every(
    (other) => other === link || other.region !== 'main' || other.labelFrom !== 'heading' || other.label !== link.label,
  );

/** Over the match form: a report of the year before (รายงานผล… ย้อนหลัง 1 ปี). */
const looksBack = /ย้อนหลัง(?:1|หนึ่ง)ปี|ปี(?:งบประมาณ|การศึกษา)?(?:ที่ผ่านมา|ที่แล้ว|ก่อน)/u;

export function readLabels({ lexicon, agency, calendar }: UnitContext, refs: readonly LinkRef[]): Labels {
  const readings = refs.map((ref): LabelReading => ({ ref, reading: readLabel(lexicon, agency, ref.link) }));
  const classes = new Map<string, ClassHit>();
  const years = new Set<number>();
  for (const { ref, reading } of readings) {
    for (const hit of reading.classes.values()) if (!classes.has(hit.id)) classes.set(hit.id, hit);
    for (const year of namedYears({ lexicon, agency, calendar }, ref, reading)) years.add(year);
  }
  const around = new Set<number>();
  if (years.size === 0) {
    for (const { link } of refs) {
      for (const context of link.context) {
        const found = yearsOf(readTitle(lexicon, context.text, agency).years, agency.kind, calendar);
        if (found.length === 0) continue;
        for (const year of found) around.add(year);
        break;
      }
    }
  }
  return {
    readings,
    classes,
    foreign: readings.some(({ reading }) => reading.foreign.size > 0),
    lookalike: readings.find(({ reading }) => isLookalike(reading))?.reading,
    years: [...years],
    yearsAround: [...around],
  };
}
