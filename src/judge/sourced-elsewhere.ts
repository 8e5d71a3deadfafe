// Results of another body that a page shows under a title of its own (ผลงานเด่น): its first lines say whose results they are (ผลการ
// ดำเนินงานสำคัญของจังหวัด…), and name that body, or a part of it, as the source. Pure.
import type { Survey } from './survey.ts';
import { otherBody } from './title-owner.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Lines in which a page says of what it is. */
const headLines = 4;

export function sourcedElsewhere({ agency, lexicon }: Survey, unit: Unit): boolean {
  const lines = linesOf(unit, headLines).filter(({ segment }) => segment.kind !== 'row' && segment.text.length <= 200);
  const ofOther = (words: RegExp): boolean =>
    lines.some(({ segment: { text } }) => {
      const match = words.exec(text);
      return match !== null && otherBody(lexicon, text, match.index + match[0].length, agency);
    });
  return lines.some(({ segment }) => source.test(segment.text)) && ofOther(source) && ofOther(resultsOf);
}

const source = /^[^\p{L}]*(?:แหล่ง)?(?:ที่มา|ข้อมูลจาก|อ้างอิงจาก)(?:ของข้อมูล|ข้อมูล)?\s*[:：]?\s*/u;
const resultsOf = /^[^\p{L}]*(?:สรุป|รายงาน)*(?:ผล|ความก้าวหน้า)(?!ิต)[ก-๎]{0,30}?ของ/u;
