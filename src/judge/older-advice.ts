// Recommendations of an earlier year that a later report still holds: their heading or first lines say from which year's results they were
// drawn and for which year, and neither is the report's. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Lines under the heading that may say so, and mentions that are no slip. */
const [linesUnder, fewest] = [2, 2];

/** @param segment the heading, or the first line, of what is recommended */
export function isOlderAdvice({ segments, year }: Unit, segment: number): boolean {
  const said = segments.findIndex(({ index }) => index === segment);
  if (said < 0 || year.year === undefined) return false;
  const above = segments.slice(0, said + 1).findLastIndex(({ segment: { kind } }) => kind === 'heading');
  const at = above > 0 && said - above <= linesUnder ? above : said;
  const head = segments.slice(at, at + 1 + linesUnder);
  const end = head.findIndex(({ segment: { kind } }, line) => line > 0 && (kind === 'heading' || kind === 'row'));
  const lines = (end < 0 ? head : head.slice(0, end)).map((line) => norm(line.segment.text));
  if (!lines.some(({ text }) => advises.test(text))) return false;
  const named = lines
    .flatMap((line) => findYears(line))
    .filter(({ kind }) => kind === 'fiscal' || kind === 'academic')
    .map((mention) => mention.year);
  return named.length >= fewest && new Set(named).size > 1 && Math.max(...named) < year.year;
}
/** Over the match form. */
const advises = /เสนอแนะ|ข้อสังเกต|ปัญหา|อุปสรรค|ปรับปรุง|แก้ไข|ควร(?!คร)/u;
