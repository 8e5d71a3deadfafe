// Slides and cards that set under the name of each piece of work a line of what was meant and one of what came of it (ตั้งไว้ 14 บริษัท / ได้ 16
// บริษัท): results of the plan, though they stand under its own name. Pure.
import { namesSurely, norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Letters of such a line, and pairs of them from which they are the plan's results. */
const [longest, fewest] = [90, 3];

/** Where the first of them stands, in what is called the plan. */
export function meantAndCame({ classes, segments }: Unit): number | undefined {
  if (!namesSurely(classes, 'annual-plan')) return undefined;
  const pairs: number[] = [];
  let before = '';
  for (const { index, segment } of segments) {
    const short = segment.kind !== 'row' && segment.kind !== 'heading' && segment.text.length <= longest;
    const text = short ? norm(segment.text).text : '';
    if (meant.test(before) && !came.test(before) && came.test(text)) pairs.push(index);
    before = text;
  }
  return pairs.length < fewest ? undefined : pairs[0];
}

/** Over the match form, as the next. What another year brought is no result of this one. */
const meant =
  /^[^\p{L}\d]*(?:ที่)?(?:ตั้ง(?:ใจ|เป้า)?(?:หมาย)?(?:ไว้)?|เป้า(?:หมาย)?|วาง(?:แผน|เป้า)?ไว้|แผน|หวังไว้|กะไว้)[^\d\n]{0,24}\d/u;
const came =
  /^[^\p{L}\d]*(?:ได้(?!รับงบ|งบ|เงิน)|ทำ(?:ได้|แล้ว|ไป)|ไป(?:แล้ว|ได้)|มาแล้ว|ผ่าน|ออก(?:แล้ว|ไป)|เสร็จ(?:แล้ว)?|จริง|ผล(?!ปี|งบ)|แล้ว|จัด(?:ได้|แล้ว)|ถึง(?:วันนี้|ตอนนี้))(?![^\n]*ปี(?:ก่อน|ที่แล้ว|25))[^\d\n]{0,24}\d/u;
