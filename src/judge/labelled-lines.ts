// Lines that tell the same of each project under the same words (1. ค่ายคณิตศาสตร์ เป้าหมาย ร้อยละ 80 ผลสำเร็จ ร้อยละ 84 สถานะ เสร็จสิ้น):
// rows whose headings stand in every one of them. Pure.
import { type Lexicon, norm } from './lexicon.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { beginsColumn, columnIdsOf } from './table-head.ts';
import { withoutBreaks } from './text-table-rows.ts';

/** Lines that make a table, words that they share, and letters of a line. */
const [fewestLines, fewestLabels, longest] = [2, 3, 600];
const longestName = 160;

interface Line {
  readonly part: IndexedSegment;
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Its rows, their head first; `taken`: segments whose projects are known already. */
export function labelledLines(
  lexicon: Lexicon,
  segments: readonly IndexedSegment[],
  taken: ReadonlySet<number>,
): IndexedSegment[] | undefined {
  const lines = segments.flatMap((part) => {
    const { kind, text } = part.segment;
    if (kind === 'row' || kind === 'title' || taken.has(part.index) || text.length > longest) return [];
    return numbered.test(text) ? (readLine(lexicon, part) ?? []) : [];
  });
  if (lines.length < fewestLines) return undefined;
  const shared = [...new Set(lines.flatMap(({ values }) => [...values.keys()]))].filter(
    (label) => lines.filter(({ values }) => values.has(label)).length * 2 > lines.length,
  );
  const ids = shared.map((label) => columnIdsOf(lexicon, label));
  if (shared.length < fewestLabels || !ids.some((set) => set.has('result') || set.has('progress'))) return undefined;
  if (ids.some((set) => set.has('foreign'))) return undefined;
  const fit = lines.filter(({ values }) => shared.filter((label) => values.has(label)).length >= fewestLabels);
  if (fit.length < fewestLines) return undefined;
  const measured = fit.filter(({ name }) => measure.test(norm(name).text.replace(/^[^\p{L}]+/u, '')));
  const ofProjects =
    measured.length * 2 < fit.length && segments.some(({ segment }) => /โครงการ|กิจกรรม/u.test(segment.text));
  const row = (part: IndexedSegment, cells: readonly string[], header: boolean): IndexedSegment => ({
    index: part.index,
    segment: { ...part.segment, kind: 'row', cells, text: cells.join(' | '), header },
  });
  return [
    row(fit[0]!.part, [ofProjects ? 'โครงการ' : 'ตัวชี้วัด', ...shared], true),
    ...fit.map(({ part, name, values }) => row(part, [name, ...shared.map((label) => values.get(label) ?? '')], false)),
  ];
}

const numbered = /^\s*(?:[0-9๐-๙]{1,3}(?:[.][0-9๐-๙]{1,2})*\s*[.)]?|[-–•*])\s*\p{L}/u;

/** Over the match form: what is measured, no project. */
const measure = /^(?:ตัวชี้วัด|ตัวบ่งชี้|ร้อยละ|จำนวน|ระดับ|อัตรา|สัดส่วน|คะแนน|ความพึงพอใจ|ความสำเร็จ|มาตรฐาน|รายได้|มูลค่า|kpi)/u;

/** A name, then words that head columns, each with what it says after it. */
function readLine(lexicon: Lexicon, part: IndexedSegment): Line | undefined {
  const words = withoutBreaks(part.segment.text).split(/[\s:]+/u);
  const name: string[] = [];
  const values = new Map<string, string[]>();
  let told = name;
  for (const [at, word] of words.entries()) {
    const label = at > 1 && word.length >= 3 && isLabel(lexicon, word) && !values.has(word);
    if (label) {
      told = [];
      values.set(word, told);
    } else told.push(word);
  }
  const text = name.join(' ');
  if (values.size < fewestLabels || text.length > longestName || !isProjectName(lexicon, text)) return undefined;
  return { part, name: text, values: new Map([...values].map(([label, parts]) => [label, parts.join(' ')])) };
}

/** Long words are no headings. */
const longestLabel = 30;

/** The word is a heading from its first letter, and no value that looks like one. */
const isLabel = (lexicon: Lexicon, word: string): boolean =>
  word.length <= longestLabel && !notLabel.test(word) && beginsColumn(lexicon, word);

const notLabel = /[0-9๐-๙]|^(?:ร้อยละ|ดำเนินการ|แล้วเสร็จ|บรรลุ|ไม่|ยัง|อยู่|กำลัง)/u;
