// Reads a document as one unit: its title is on its cover or heads one of its first pages. Pure.
import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';
import { findYears } from '../text/fiscal-year.ts';
import { withoutContents } from './contents-list.ts';
import { norm } from './lexicon.ts';
import { isRecognised } from './recognised.ts';
import type { IndexedSegment } from './records.ts';
import { isPreparing, saidToBe } from './said-to-be.ts';
import { definite, isLookalike, readTitle, type TitleReading } from './title.ts';
import { reports } from './title-composed.ts';
import { makeBody, type UnitBody, type UnitContext } from './unit.ts';
import { yearsOf } from './years.ts';

/** The unit of a document's content (running heads taken off). */
export function documentBody(context: UnitContext, page: Page, whole: readonly IndexedSegment[]): UnitBody {
  const { lexicon, agency } = context;
  const content = withoutContents(whole);
  // The title of a document is its first words; covers break it over lines.
  const opening: IndexedSegment[] = [];
  const looked = new Set<number>();
  let length = 0;
  let rows = 0;
  let sheet: string | undefined;
  const begun = new Set<number | undefined>();
  for (const [at, part] of content.entries()) {
    const { table } = part.segment.locator;
    if (isDataRow(part.segment)) {
      begun.add(table);
      rows += 1;
      sheet = part.segment.locator.sheet;
    }
    // A band between the rows of a table (ยุทธศาสตร์ที่ 4 … (แผนงานสาธารณสุข)) is no more of the title than they are.
    if (part.segment.kind === 'row' && begun.has(table)) continue;
    if (part.echo || isTrail(part.segment.text) || saysHow.test(norm(part.segment.text).text)) continue;
    if (isTab(part.segment) && content[at + 1]?.segment.kind === 'heading') continue;
    if ((part.segment.locator.page ?? 1) > 1 && opening.length > 0) break;
    if (looked.size >= 10 || length > 360) break;
    // What a letter tells of one by one is no more of its subject.
    if (opensList(opening, part)) break;
    looked.add(part.index);
    length += part.segment.text.length;
    // What stands below a table (who noted it, a chapter's heading) is none of its title; another sheet may name the whole.
    const { kind, locator } = part.segment;
    const elsewhere = kind === 'heading' && locator.sheet !== sheet;
    if (rows < fewestRows || opening.length === 0 || elsewhere) opening.push(part);
  }
  const openingText = withoutItem(opening.map((part) => part.segment.text).join('\n'));
  let own: TitleReading | undefined = titleOnly(context, opening, readTitle(lexicon, joinTitle(openingText), agency));
  let titleSegment = segmentAt(opening, own);
  // Years are not read from pictures.
  let yearsRead = !opening.some(({ index }) => isRecognised(page, index));
  if (!definite(own)) {
    // A cover letter may come first: the title then heads one of the next pages. A manual's or form's name is no letter.
    const tool =
      readTitle(lexicon, opening[0]?.segment.text ?? '', agency).lookalikes.some(({ id }) => id === ofTools) ||
      ofForm.test(norm(opening[0]?.segment.text ?? '').text) ||
      opening.some(({ segment }) => ofTraining.test(norm(segment.text).text));
    const named = tool
      ? []
      : content.filter(
          ({ index, segment }) =>
            !looked.has(index) &&
            (segment.locator.page ?? segment.locator.slide ?? 1) <= 6 &&
            segment.text.length <= 200 &&
            !isDataRow(segment) &&
            !namesSource.test(segment.text) &&
            !saysHow.test(norm(segment.text).text) &&
            readTitle(lexicon, segment.text, agency).classes.size > 0,
        );
    // A chapter's heading speaks for the whole only where nothing else does.
    const later = named.find(({ segment }) => !chapter.test(segment.text)) ?? named[0];
    const enclosed = enclosedLookalike(context, opening, content);
    if (enclosed !== undefined && (later === undefined || enclosed.index < later.index)) {
      own = enclosed.reading;
      titleSegment = enclosed.index;
      yearsRead = !isRecognised(page, enclosed.index);
    } else if (later) {
      own = titleAndOwner(context, later, content[content.indexOf(later) + 1]);
      titleSegment = later.index;
      yearsRead = !isRecognised(page, later.index);
    } else if (page.text.title) {
      const metadata = readTitle(lexicon, page.text.title, agency);
      if (definite(metadata)) {
        own = metadata;
        yearsRead = true;
      }
    }
  }
  if (!definite(own) || isPreparing(own)) {
    const said = saidToBe(context, content);
    if (said !== undefined) [own, titleSegment] = [said.reading, said.index];
  }
  const titled = definite(own) || own.text === joinTitle(openingText);
  const first = titled && yearsRead ? yearsOf(own.years, agency.kind, context.calendar) : [];
  // Another body's it is by its own words, whatever a label calls it.
  const says = definite(own) || own.foreign.size > 0;
  return makeBody(context, page, {
    own: says ? own : undefined,
    titleSegment: says ? titleSegment : undefined,
    segments: content,
    ownYears: first.length
      ? first
      : commonYear(
          context,
          content.filter(({ index }) => !isRecognised(page, index)),
        ),
  });
}

/** A paper for an item of an agenda is what that is called (ระเบียบวาระที่ 4.2 รายงานความคืบหน้า…). As long as before. */
const withoutItem = (text: string): string => text.replace(ofItem, (item) => ' '.repeat(item.length));
const ofItem = /^\s*(?:ระเบียบ)?วาระ(?:ที่)?\s*[0-9๐-๙.]+\s*(?:เรื่อง)?\s*(?=(?:รายงาน|แผน|ผล|สรุป|ความ(?:ก้าว|คืบ)หน้า))/u;

/** A title that heads a later page; the line under it may say that it is another body's, as on a cover. */
function titleAndOwner(
  { lexicon, agency }: UnitContext,
  { segment }: IndexedSegment,
  next: IndexedSegment | undefined,
): TitleReading {
  const alone = readTitle(lexicon, segment.text, agency);
  if (next === undefined || isDataRow(next.segment) || next.segment.text.length > 120) return alone;
  if (next.segment.locator.page !== segment.locator.page) return alone;
  const whole = readTitle(lexicon, joinTitle(`${segment.text}\n${next.segment.text}`), agency);
  return whole.foreign.size > 0 ? whole : alone;
}

/** Behind a covering letter, what heads the next page is what was sent: a look-alike by its name, whatever the letter's label says. */
function enclosedLookalike(
  { lexicon, agency }: UnitContext,
  opening: readonly IndexedSegment[],
  content: readonly IndexedSegment[],
): { readonly reading: TitleReading; readonly index: number } | undefined {
  const letter = opening.some(({ segment }) => ofLetter.test(norm(segment.text).text));
  const first = opening[0]?.segment.locator.page;
  if (!letter || first === undefined) return undefined;
  const next = content.find(({ segment }) => (segment.locator.page ?? first) > first)?.segment.locator.page;
  const head = content
    .filter(({ segment }) => segment.locator.page === next && segment.locator.page !== undefined)
    .slice(0, 3)
    .filter(({ segment }) => segment.text.length <= 200 && !isDataRow(segment));
  for (const { segment, index } of head) {
    const reading = readTitle(lexicon, segment.text, agency);
    if (reading.classes.size > 0) return undefined;
    if (isLookalike(reading)) return { reading, index };
  }
  return undefined;
}
/** In a letter the first of the points that the line above it leads to. */
const opensList = (opening: readonly IndexedSegment[], { segment }: IndexedSegment): boolean =>
  ofPoint.test(segment.text) &&
  leadsToList.test(opening.at(-1)?.segment.text ?? '') &&
  opening.some((part) => ofLetter.test(part.segment.text));
const ofPoint = /^\s*[0-9๐-๙]{1,2}[.)]\s/u;
const leadsToList = /(?:ดังนี้|ต่อไปนี้|ได้แก่|คือ|:)\s*$/u;
/** Over the match form: a memo's head, or whom a letter goes to. */
const ofLetter = /^[^\p{L}]*(?:บันทึกข้อความ|เรียน\s)/u;

/** Names what the figures were taken from, or a note on them: no title. */
const namesSource = /^\s*[([*]?\s*(?:ที่มา|แหล่งที่มา|แหล่งข้อมูล|อ้างอิง|อ้างถึง|หมายเหตุ|source)\s*[:：.\s]/iu;

/** Over the match form: a fact of a proposal, how its work will be followed or evaluated (การประเมินผล: แบบสอบถาม). */
const saysHow =
  /^[^\p{L}]*(?:วิธี|เครื่องมือ|แนวทาง)?(?:ที่ใช้|ใน)*(?:การ)?(?:กำกับ|ติดตาม|ประเมิน|วัด)(?:และ|ติดตาม|ประเมิน|ผล)*(?:โครงการ|กิจกรรม|ความสำเร็จ)?\s*:\s*\S/u;

/** Rows from which they are a table, and no frame around a cover. */
const fewestRows = 3;

const chapter = /^\s*(?:ส่วนที่|บทที่|ตอนที่|หมวดที่|ภาคผนวก)\s*[0-9๐-๙ก-ฮ]/u;

/** Over the match form: what is handed out at a seminar teaches how to report, whatever its slides are headed. */
const ofTraining = /เอกสารประกอบ(?:การ)?(?:สัมมนา|อบรม|ฝึกอบรม|บรรยาย|เรียน|สอน)/u;

/** Over the match form: what is to be filled in or is proposed, whatever its chapters are headed. */
const ofForm = /^[^\p{L}]*(?:แบบ(?:บันทึก|ฟอร์ม|กรอก|เก็บข้อมูล|สอบถาม|สัมภาษณ์|ตรวจเยี่ยม|เสนอ|ขออนุมัติ)|(?:ข้อ|ใบ)เสนอโครงการ)/u;

/** Manuals, forms, programs (vocabulary). */
export const ofTools = 'tools-and-forms';

/** Where a printed page stood on its site (หน้าแรก > แผนปฏิบัติการ > ผลการติดตาม). */
const isTrail = (text: string): boolean =>
  text.length <= 200 && (text.match(/\s[>»›/|]\s/gu)?.length ?? 0) >= 2 && /^\s*(?:หน้า(?:แรก|หลัก)|home)/iu.test(text);

/** A sheet's name: of the tab, not of what stands on it, where that has a title. */
const isTab = ({ kind, text, locator }: Segment): boolean => kind === 'heading' && text === locator.sheet;

/** A row of a table: its column headings are no titles. A cover set in one or two cells may be one. */
function isDataRow({ kind, cells = [] }: Segment): boolean {
  if (kind !== 'row') return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 2 || (filled.length === 2 && ofSource.test(norm(filled[0]!).text));
}

/** Over the match form: a fact of a project's form that says which plan it belongs to. */
const ofSource = /^(?:ที่มา|แหล่ง|(?:ความ)?สอดคล้อง|(?:ตอบ)?สนอง|ภายใต้|ตามแผน|หลักการและเหตุผล)/u;

/** Names in the line that names the document first, and in headings; what the text then speaks of is not its title. */
function titleOnly(
  { lexicon, agency }: UnitContext,
  opening: readonly IndexedSegment[],
  reading: TitleReading,
): TitleReading {
  const first = segmentAt(opening, reading);
  const saysWhose = (cover: readonly IndexedSegment[]): boolean =>
    readTitle(lexicon, joinTitle(cover.map(({ segment }) => segment.text).join('\n')), agency).foreign.has(
      'annual-plan',
    );
  // Its first line, or one that names it under a form's number, names something else: what paragraphs under it speak of is not its
  // title.
  const other = opening.find(
    ({ segment }, at) =>
      (at === 0 || publication.test(norm(segment.text).text)) &&
      isLookalike(readTitle(lexicon, withoutItem(segment.text), agency)),
  );
  const classes = new Map(
    [...reading.classes].filter(([id, hit]) => {
      const part = partAt(opening, hit.from);
      // What the line by itself does not name, it names in none of the next ones' company.
      if (other && part === other) return readTitle(lexicon, part.segment.text, agency).classes.has(id);
      if (other && part && part.index > other.index && part.segment.kind !== 'heading') return false;
      // Its cover says whose plan it is; what its foreword says of "the plan" makes it nobody else's.
      if (id === 'annual-plan' && part && part !== opening[0] && part.segment.kind !== 'heading')
        if (reading.foreign.has(id) && saysWhose(opening.slice(0, opening.indexOf(part)))) return false;
      return part === undefined || part.index === first || part.segment.kind === 'heading';
    }),
  );
  const plan = classes.get('annual-plan');
  // What a report names in a line of its own below its title is the plan that it follows.
  if (plan !== undefined) {
    const earlier = [...classes.values()].some(
      ({ id, from, grade }) =>
        reports.has(id) && grade !== 'weak' && reading.text.slice(from, plan.from).includes('\n'),
    );
    if (earlier) {
      classes.delete('annual-plan');
      return { ...reading, classes, mentions: new Set([...reading.mentions, 'annual-plan']) };
    }
  }
  return classes.size === reading.classes.size ? reading : { ...reading, classes };
}

/** Over the match form. */
const publication = /^(?:รายงาน|แผน(?!ก)|สรุป|ผลการ|การ(?:แก้ไข|ติดตาม))/u;

/** The line of the opening in which the title's name stands. */
function segmentAt(opening: readonly IndexedSegment[], reading: TitleReading): number | undefined {
  const at = [...reading.classes.values()].map((hit) => hit.from).sort((a, b) => a - b)[0] ?? 0;
  return (partAt(opening, at) ?? opening[0])?.index;
}

/** The part of the opening at an offset of its joined text. */
function partAt(opening: readonly IndexedSegment[], at: number): IndexedSegment | undefined {
  let end = 0;
  for (const part of opening) {
    end += part.segment.text.length + 1;
    if (at < end) return part;
  }
  return undefined;
}

/** The year that the first words of a document speak of most, where one stands out. */
function commonYear({ agency, calendar }: UnitContext, content: readonly IndexedSegment[]): number[] {
  const opened = norm(
    content
      .map((part) => part.segment.text)
      .join('\n')
      .slice(0, 2500),
  );
  const counts = new Map<number, number>();
  for (const mention of findYears(opened))
    for (const year of yearsOf([mention], agency.kind, calendar))
      counts.set(year, (counts.get(year) ?? 0) + (mention.kind === 'fiscal' || mention.kind === 'academic' ? 2 : 1));
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && (!second || best[1] > second[1]) ? [best[0]] : [];
}

/** Lines of a cover belong together where one ends in the middle of a name. Lengths stay as they are. */
function joinTitle(text: string): string {
  const lines = text.split('\n');
  return lines.reduce((joined, line) => joined + (goesOn.test(norm(line).text) ? ' ' : '\n') + line);
}

/** Over the match form. The number of an item ((1), 2.) begins a list, not more of the title. */
const goesOn = /^\s*(?:ประจำปี|ปีงบประมาณ|พ\.?\s*ศ|ปีการศึกษา|ตาม|ของ|รอบ|และ|ระยะ|[(](?!\d{1,2}[).])|\d(?!\d?[.)]))/u;
