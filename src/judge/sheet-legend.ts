// What a page says of the columns and marks of a sheet that says nothing of itself: which column or figure is what (ช่องที่สามคือเงินที่จ่าย, X =
// จ่ายจริง), and what each letter in it stands for (ส คือทำเสร็จแล้ว, G | จบแล้ว). Pure.
import type { IndexedSegment } from './records.ts';

export interface SheetLegend {
  /** What is said of the columns one after the other, and whether figures alone are counted. */
  readonly columns: readonly { readonly place: number | 'last'; readonly figures: boolean; readonly text: string }[];
  /** What each short mark stands for, in small letters. */
  readonly marks: ReadonlyMap<string, string>;
}

export function sheetLegend(segments: readonly IndexedSegment[]): SheetLegend {
  const columns: SheetLegend['columns'][number][] = [];
  const marks = new Map<string, string>();
  for (const { segment } of segments) {
    if (segment.text.length > longest) continue;
    const cells = (segment.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (cells.length === 2 && mark.test(cells[0]!)) marks.set(cells[0]!.toLowerCase(), cells[1]!);
    if (segment.kind === 'row') continue;
    const text = plain(segment.text);
    const named = [...text.matchAll(columnNames)];
    for (const [at, { 0: name, index, groups }] of named.entries()) {
      const place = placeOf(groups!);
      const said = text.slice(index + name.length, named[at + 1]?.index ?? text.length).replace(link, '');
      if (place !== undefined && said.trim() !== '')
        columns.push({ place, figures: figures.test(groups!['what']!), text: said.replace(equations, '').trim() });
    }
    for (const { groups } of text.matchAll(equations))
      if (!marks.has(groups!['mark']!)) marks.set(groups!['mark']!, groups!['said']!.trim());
  }
  return { columns, marks };
}
const longest = 900;

/** With its spaces, which the match form drops between letters and which part a mark from a word. */
const plain = (text: string): string =>
  text.toLowerCase().replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0xe50));

const placeOf = (groups: Record<string, string | undefined>): number | 'last' | undefined => {
  const word = groups['place']!;
  if (/สุดท้าย|ท้าย|ขวาสุด/u.test(word)) return 'last';
  const number = ordinals.findIndex((names) => names.includes(word));
  return number < 0 ? undefined : number;
};
const ordinals = [
  ['แรก', 'แรกสุด', 'ซ้ายสุด', 'หนึ่ง', '1', 'a', 'ก'],
  ['สอง', '2', 'b', 'ข'],
  ['สาม', '3', 'c', 'ค'],
  ['สี่', '4', 'd', 'ง'],
  ['ห้า', '5', 'e', 'จ'],
  ['หก', '6', 'f', 'ฉ'],
  ['เจ็ด', '7', 'g', 'ช'],
];

/** Over small letters and Arabic digits, as all that follow. Each with a word for a column, or for a figure in the row. */
const columnNames =
  /(?<what>ช่อง|คอลัมน์|คอลัมภ์|สดมภ์|หลัก|แถวตั้ง|ตัวเลข|เลข|จำนวน|column|col\.?)(?:ตัว|อัน)?(?:ที่|ทาง|ด้าน)?\s*(?<place>แรกสุด|แรก|ซ้ายสุด|ขวาสุด|สุดท้าย|ท้าย|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|[1-7](?![\d,.])|[a-gกขคงจฉช](?![a-z\u0e01-\u0e4e]))/gu;
const figures = /เลข|จำนวน/u;
const link = /^\s*(?:คือ|เป็น|หมายถึง|ได้แก่|แสดง|บอก|[:=–-])*\s*/u;
/** A short mark, a sign of likeness and what stands up to the next. */
const equations =
  /(?<![\p{L}\p{M}\d])(?<mark>[a-z]{1,2}\d?|[ก-ฮ]{1,2})\s*(?:คือ|=|:|หมายถึง|แปลว่า)\s*(?<said>\p{L}(?:(?!\s[a-zก-ฮ]{1,2}\d?\s*(?:คือ|=|:|หมายถึง|แปลว่า))[^\n;/])*)/gu;
const mark = /^(?:[\p{L}]{1,2}\d?|[●■▲★])$/u;
