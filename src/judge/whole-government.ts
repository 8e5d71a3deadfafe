// Whether a page tells what the cabinet was told: results of the whole government or of another body's, not the agency's. Pure.
import type { Agency } from '../model/registry.ts';
import { namesSurely, norm } from './lexicon.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

const headLines = 3;

/** Over the match form, at the head of a line. */
const cabinet =
  /^(?:เมื่อวันที่[^ก-๙]{0,12}[ก-๙.]{3,12}\d{4})?(?:ที่ประชุม)?(?:คณะรัฐมนตรี|ครม\.?)(?:ได้|มีมติ)*(?:รับทราบ|เห็นชอบ|อนุมัติ)/u;

/** One of its first lines says that the cabinet took note of or agreed to it, and does not name the agency. */
export function isGovernments(unit: Unit, agency: Pick<Agency, 'name'>): boolean {
  if (namesSurely(unit.classes, 'annual-plan')) return false;
  const name = norm(agency.name).text;
  const lines = [
    norm(unit.own?.text.split('\n', 1)[0] ?? '').text,
    ...linesOf(unit, headLines).map(({ text }) => text),
  ];
  if (name.length >= 6 && lines.some((line) => line.includes(name))) return false;
  return lines.some((line) => cabinet.test(line));
}
