// Where a form asks: the words beside its fields, and all of a paper with nothing but blanks, say what is to be written there, and nothing of what is. Pure.
import type { Unit } from './unit.ts';

/** One field may be a page's own (a comment, a year to choose); a form has more. */
const fewest = 2;

/**
 * Segments of a unit in which a visitor has something to fill in, and headings over nothing else; none where it has no form.
 */
export function askedIn(unit: Unit): ReadonlySet<number> {
  if (isPaperForm(unit)) return new Set(unit.segments.map(({ index }) => index));
  const { fields } = unit.page.text;
  if (fields === undefined || unit.fields < fewest) return nothing;
  const asked = new Set(fields);
  for (const [at, { index, segment }] of unit.segments.entries()) {
    const next = unit.segments[at + 1];
    if (segment.kind === 'heading' && next !== undefined && asked.has(next.index)) asked.add(index);
  }
  return asked;
}

const nothing: ReadonlySet<number> = new Set();

/** Lines with room to write or boxes to tick from which a paper is a form that nobody has filled in, and their share of all lines. */
const [fewestBlanks, mostlyBlank] = [6, 0.25];
/** Who signs writes on a dotted line below any paper. */
const signature = /ลงชื่อ|ลายมือชื่อ|วันที่|ตำแหน่ง|^[\s(]*[.…_]+[\s)]*$/u;

/** Room to write, or a box to tick. */
export const blank = /\.{4,}|…{2,}|_{3,}|[☐□◻]|\[\s*\]/u;

/**
 * A row of dots that leads from a name to what is told of it (โครงการวันเด็ก ........ จัดแล้ว 10 ม.ค. 69), as lines are set without a
 * table: no room to write.
 */
export const withoutLeader = (text: string): string => {
  if (!/[.·…]\s?[.·…]/u.test(text)) return text;
  const [name, told, ...more] = text.split(leader);
  return told !== undefined && more.length === 0 && letters(name!) >= shortestLed && letters(told) >= shortestTold
    ? `${name!.trimEnd()}  ${told.trimStart()}`
    : text;
};
const leader = /\s*(?:[.·]{4,}|…{2,}|(?:\.\s){4,}\.?)\s*/u;
const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
const [shortestLed, shortestTold] = [8, 4];

function isPaperForm({ page, segments }: Unit): boolean {
  if (page.text.media === 'html') return false;
  const blanks = segments.filter(({ segment }) => segment.kind !== 'row' && blank.test(segment.text));
  const asking = blanks.filter(({ segment }) => !signature.test(segment.text));
  return asking.length >= fewestBlanks && blanks.length >= segments.length * mostlyBlank;
}
