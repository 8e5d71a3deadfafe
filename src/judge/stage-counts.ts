// A table that counts a plan's projects by how far they have come (planned, approved, under contract, paid), by programme. Pure.
import type { Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import type { Unit } from './unit.ts';

/** Columns that count projects at a stage, rows that are counted, and the share of them in which no stage has more than the one before. */
const [fewestStages, fewestRows, share] = [3, 2, 0.8];

/** The first row of such counts. */
export function stageCounts(unit: Unit): number | undefined {
  const rows = unit.segments.filter(({ segment }) => segment.kind === 'row');
  for (const [at, { segment: head }] of rows.entries()) {
    const columns = stagesOf(head);
    if (columns.length < fewestStages) continue;
    const below = rows
      .slice(at + 1)
      .filter(({ segment }) => segment.locator.table === head.locator.table)
      .map(({ index, segment }) => ({ index, counts: columns.map((column) => countIn(segment.cells?.[column])) }))
      .filter(({ counts }) => counts.every((count) => count !== undefined));
    const falling = below.filter(({ counts }) => counts.every((count, i) => i === 0 || count! <= counts[i - 1]!));
    const reached = below.some(({ counts }) => counts.at(-1)! > 0);
    if (below.length >= fewestRows && falling.length >= below.length * share && reached) return below[0]!.index;
  }
  return undefined;
}

/** Columns headed as a stage of the work, and as a number of projects. */
function stagesOf({ cells = [] }: Segment): number[] {
  const columns = cells.flatMap((cell, at) => {
    const { text } = norm(cell);
    return text.length <= 60 &&
      /โครงการ|project/u.test(text) &&
      stage.test(text) &&
      !/งบ|บาท/u.test(text.replace(/อนุมัติงบประมาณ|เบิกจ่ายงบประมาณ/gu, ''))
      ? [at]
      : [];
  });
  // A plan alone counts by years: something must have been begun.
  return columns.some((at) => begun.test(norm(cells[at]!).text)) ? columns : [];
}

/** Over the match form. */
const stage = /แผน|ตั้ง|อนุมัติ|ข้อบัญญัติ|เทศบัญญัติ|สัญญา|เบิกจ่าย|ดำเนินการ|เสร็จ|planned|approved|signed|paid|completed/u;
const begun = /สัญญา|เบิกจ่าย|(?:ดำเนินการ|แล้ว)(?:แล้ว|จริง|เสร็จ)|เสร็จ|signed|paid|completed/u;

function countIn(cell: string | undefined): number | undefined {
  const text = norm(cell ?? '').text.replace(/[,\s]/gu, '');
  return /^\d{1,5}$/u.test(text) ? Number(text) : undefined;
}

/** Stages, and lines or rows, from which the whole is told off. */
const [fewestParts, mostParts] = [2, 5];

/**
 * The first line or row in which a number of projects is told off by how far they have come, where the parts make up the whole
 * (โครงการทั้งหมด 38, เสร็จ 21, ทำอยู่ 12, ไม่ได้ทำ 5).
 */
export function wholeTold(unit: Unit): number | undefined {
  const rows = unit.segments.filter(({ segment }) => segment.kind === 'row');
  for (const [at, { segment: head }] of rows.entries()) {
    const [whole, parts] = columnsOfWhole(head);
    if (whole === undefined || parts.length < fewestParts) continue;
    const below = rows
      .slice(at + 1)
      .filter(({ segment }) => segment.locator.table === head.locator.table)
      .map(({ index, segment: { cells } }) => ({
        index,
        of: countIn(cells?.[whole]),
        counts: parts.map((part) => countIn(cells?.[part]) ?? 0),
      }));
    const sums = below.filter(({ of, counts }) => of !== undefined && of > 0 && sum(counts) === of);
    if (sums.length >= fewestRows && sums.length === below.length) return sums[0]!.index;
  }
  return inOneRow(rows) ?? inLines(unit.segments.filter(({ index }) => !unit.linked.has(index)));
}

/** A board's cards, printed side by side: each cell is a word and its number (โครงการในแผน 8 | เสร็จแล้ว 2 | กำลังทำ 4 | ยังไม่เริ่ม 2). */
function inOneRow(rows: readonly IndexedSegment[]): number | undefined {
  for (const { index, segment } of rows) {
    const cards = (segment.cells ?? []).filter((cell) => cell.trim() !== '');
    if (cards.length <= fewestParts || !cards.some((cell) => ofAll.test(norm(cell).text))) continue;
    const lines = cards.map((text) => ({ index, segment: { ...segment, kind: 'paragraph' as const, text } }));
    if (inLines(lines) !== undefined) return index;
  }
  return undefined;
}

function columnsOfWhole({ cells = [] }: Segment): [number | undefined, number[]] {
  const texts = cells.map((cell) => norm(cell).text);
  const whole = texts.findIndex((text) => text.length <= 40 && ofProjects.test(text) && !comeTo.test(text));
  const parts = texts.flatMap((text, at) =>
    text.length <= 40 && comeTo.test(text) && !/บาท|%|ร้อยละ/u.test(text) ? [at] : [],
  );
  return [whole < 0 ? undefined : whole, texts.some((text) => /เสร็จ/u.test(text)) ? parts : []];
}

function inLines(segments: readonly IndexedSegment[]): number | undefined {
  const lines = withoutAsides(segments);
  for (const [at, { text }] of lines.entries()) {
    const of = text === undefined ? undefined : ofAll.exec(text)?.[1];
    if (of === undefined) continue;
    const counts: number[] = [];
    for (const next of lines.slice(at + 1, at + 1 + mostParts)) {
      const count = next.text === undefined ? undefined : part.exec(next.text)?.[1];
      if (count === undefined) break;
      counts.push(Number(count));
    }
    if (counts.length >= fewestParts && sum(counts) === Number(of.replaceAll(',', ''))) return lines[at + 1]!.index;
  }
  return undefined;
}

interface ReadLine {
  readonly index: number;
  readonly text: string | undefined;
}

/**
 * Lines in the match form, none for a row: a card's word and the number under it are one (แล้วเสร็จ / 28 โครงการ), and what share or
 * money that is says nothing more.
 */
function withoutAsides(segments: readonly IndexedSegment[]): ReadLine[] {
  const lines: ReadLine[] = segments.map(({ index, segment }) => ({
    index,
    text: segment.kind === 'row' ? undefined : norm(segment.text).text,
  }));
  return lines.flatMap((line, at): ReadLine[] => {
    if (line.text === undefined) return [line];
    const [before, after] = [lines[at - 1]?.text, lines[at + 1]?.text];
    if (isCount(line.text) && before !== undefined && isWord(before)) return [];
    if (after !== undefined && isWord(line.text) && isCount(after)) return [{ ...line, text: `${line.text} ${after}` }];
    return aside.test(line.text) ? [] : [line];
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** Over the match form, as all that follow. */
const ofProjects = /โครงการ|กิจกรรม|projects?/u;
const comeTo =
  /^[^\p{L}]*(?:แล้ว)?(?:เสร็จ|สำเร็จ|(?:ล่า)?ช้า(?!ง)|กำลัง|อยู่ระหว่าง|ระหว่าง|ดำเนินการ|ทำ|ยังไม่|ไม่ได้|ยกเลิก|รอ|ค้าง|เลื่อน)/u;
/** All projects, and nothing more in the line. */
const ofAll = /^[^\p{L}]*(?:โครงการ|กิจกรรม)[^\d\n]{0,30}?(\d{1,3}(?:,\d{3})*)\s*(?:โครงการ|กิจกรรม)?[^\p{L}\d]*$/u;
const isWord = (text: string): boolean =>
  text.length <= 40 && !/\d/u.test(text) && (ofProjects.test(text) || comeTo.test(text));
const isCount = (text: string): boolean =>
  /^[^\p{L}\d]*\d{1,3}(?:,\d{3})*\s*(?:โครงการ|กิจกรรม|projects?)?[^\p{L}\d]*$/u.test(text);
const aside =
  /^[^\p{L}\d]*(?:คิดเป็น|งบ(?:ประมาณ)?|วงเงิน|ร้อยละ|เป็นเงิน)*\s*\d[\d.,]*\s*(?:%|ล้าน|บาท)?\s*(?:บาท|ของทั้งหมด)?[^\p{L}\d]*$/u;
const part = new RegExp(`${comeTo.source}[^\\d\\n]{0,16}?(\\d{1,3})(?![\\d.,]*\\d|\\s*(?:%|บาท|เดือน|วัน))`, 'u');
