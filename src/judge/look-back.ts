// A plan that looks back: its chapter on what came of the year before is a body of its own, of that year. It is not that year's report,
// but tells results and lessons as a report does. Pure.
import type { Page } from '../model/crawl.ts';
import { findYears } from '../text/fiscal-year.ts';
import { namesSurely, norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import { isLookalike } from './title.ts';
import { makeBody, type UnitBody, type UnitContext } from './unit.ts';
import { yearsOf } from './years.ts';

/** A class of the vocabulary that no title names. */
const lookBack = 'look-back';

/** The document's body, and what stands in it of the year before, if it is a plan that has a chapter on it. */
export function withLookBack(context: UnitContext, page: Page, body: UnitBody): readonly UnitBody[] {
  const { own, segments } = body;
  if (own === undefined || isLookalike(own) || own.foreign.size > 0) return [body];
  if (own.classes.size > 1 || !namesSurely(own.classes, 'annual-plan') || body.ownYears.length === 0) return [body];
  const past = body.ownYears[0]! - 1;
  const chapter = chapterOf(segments, (text) => isOn(context, text, past));
  if (chapter === undefined) return [body];
  const [from, to] = chapter;
  const heading = segments[from]!;
  const { index, segment } = heading;
  const hit = { id: lookBack, grade: 'synonym', from: 0, to: segment.text.length, damaged: false } as const;
  const titled = { ...own, text: segment.text, classes: new Map([[lookBack, hit]]) };
  const parts = { titleSegment: index, segments: segments.slice(from + 1, to), ownYears: [past] };
  const rest = { own, titleSegment: body.titleSegment, ownYears: body.ownYears };
  return [
    makeBody(context, page, { ...rest, segments: [...segments.slice(0, from), ...segments.slice(to), ...body.echo] }),
    Object.assign(makeBody(context, page, { ...parts, own: titled }), { apart: true as const }),
  ];
}

/** The heading and what stands under it, with the parts of the same rank that go on about it: places in the segments. */
function chapterOf(
  segments: readonly IndexedSegment[],
  isOne: (heading: string) => boolean,
): readonly [from: number, to: number] | undefined {
  const from = segments.findIndex(
    ({ segment }) => segment.kind === 'heading' && segment.text.length <= longestHeading && isOne(segment.text),
  );
  if (from < 0) return undefined;
  const level = segments[from]!.segment.level ?? 6;
  const after = segments.findIndex(
    ({ segment }, at) =>
      at > from &&
      segment.kind === 'heading' &&
      (segment.level ?? 6) <= level &&
      !((segment.level ?? 6) === level && goesOn.test(norm(segment.text).text)),
  );
  return [from, after < 0 ? segments.length : after];
}
const longestHeading = 120;

/** The heading is on what was done, in the year before alone. */
function isOn({ agency, calendar }: UnitContext, heading: string, past: number): boolean {
  const { text } = norm(heading);
  if (!done.test(text) || analysis.test(text)) return false;
  const years = yearsOf(findYears(norm(heading)), agency.kind, calendar);
  return years.length > 0
    ? years.every((year) => year === past || year === past + 1) && years.includes(past)
    : before.test(text);
}

/** Over the match form, as all that follow. Of several years it is no one year's result. */
const before = /(?<!\d\s?|สอง|สาม|สี่|ห้า|หลาย|แต่ละ)ปี(?:งบประมาณ|การศึกษา)?(?:ที่)?(?:ผ่านมา|แล้ว|ก่อน)|ปีเก่า/u;
const done = /ผล(?:การ|งาน|ที่|สัมฤทธิ์)|ทบทวน|ย้อน|ทำได้|ทำอะไร|ทำไป|จากปี|สรุป|บทเรียน|ประเมิน|เหลียวหลัง|ที่ผ่านมา/u;
/** What surrounds the agency, its money, or what outsiders think, is no result of the plan. */
const analysis = /swot|สภาพแวดล้อม|สถานการณ์|จุดแข็ง|จุดอ่อน|พึงพอใจ|ความเสี่ยง|งบการเงิน|ita|ข้อมูลพื้นฐาน|สถิติ/u;
/** What was learnt from it, and what stood in its way. */
const goesOn = /บทเรียน|ปัญหา|อุปสรรค|ข้อเสนอแนะ|ข้อสังเกต|สิ่งที่(?:ยัง|ได้|ทำ|ควร)|จุดที่ควร/u;
