// Headings of a PDF, whose text has no markup: by size, weight and place on the page. Pure.
import { isLineOfFigures } from './line-of-figures.ts';
import type { Block, LaidOutPage } from './pdf-layout.ts';
import { type Line, lineText, prevailing } from './pdf-lines.ts';
import { isCentred, near } from './pdf-paragraphs.ts';

/** What a chapter's heading begins with. */
export const sectionMark =
  /^(?:ส่วนที่|บทที่|หมวด(?:ที่)?|ภาคผนวก|ตอนที่|ยุทธศาสตร์ที่|แผนงานที่|กลยุทธ์ที่|เป้าประสงค์ที่|ประเด็นยุทธศาสตร์|ยุทธศาสตร์)/;

const bullet = /^[-–•▪●○◦➢✓❖\u2022\uf0b7\uf0a7\uf0d8]/;

/** Prevailing size of running text over all pages. */
export function bodySize(pages: readonly LaidOutPage[]): number {
  const counts = new Map<number, number>();
  for (const block of pages.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'line') continue;
    const { size } = block.line;
    counts.set(size, (counts.get(size) ?? 0) + lineText(block.line).length);
  }
  return prevailing(counts) || 12;
}

/** 1–6, or 0 for no heading. Size first, then weight, then place on the page. */
export function headingLevel(
  line: Line,
  page: LaidOutPage,
  body: number,
  firstPage: boolean,
  next: Block | undefined,
): number {
  const text = lineText(line);
  if (text.length > 160 || !/[\p{L}]/u.test(text) || /^[-–(]?\s*[\d๐-๙]+\s*[-–)]?$/.test(text)) return 0;
  if (isLineOfFigures(text)) return 0;
  const ratio = line.size / body;
  if (ratio >= 1.5) return 1;
  if (ratio >= 1.22) return 2;
  if (ratio >= 1.08 && text.length <= 120) return 3;
  if (line.bold && text.length <= 120) return 4;
  const centred = isCentred(line, page) && !isIndented(line, next, page);
  if (centred && text.length <= 100 && !bullet.test(text) && (firstPage || sectionMark.test(text))) return 5;
  if (sectionMark.test(text) && text.length <= 90 && line.pieces.length === 1) return 6;
  return 0;
}

/** Share of the page's width that the first line of a paragraph fills at least. */
const filled = 0.6;
/** Share of it by which a line that was centred misses the middle at most. */
const exact = 0.008;

/** The first line of a paragraph, set in: it only seems to stand in the middle. */
function isIndented(line: Line, next: Block | undefined, page: LaidOutPage): boolean {
  const width = page.right - page.left;
  if (next?.kind !== 'line' || line.x1 - line.x0 < width * filled) return false;
  const below = next.line;
  if (below.bold !== line.bold || Math.abs(below.size - line.size) > line.size * 0.08) return false;
  if (!near(line, below, page.pitch) || below.x0 > line.x0 - line.size * 1.5 || isCentred(below, page)) return false;
  const middle = (line.x0 + line.x1) / 2;
  const off = Math.min(...[page.left + page.right, page.width].map((sides) => Math.abs(middle - sides / 2)));
  return off > width * exact || page.blocks.some((block) => block.kind === 'line' && beginsAt(line, block.line));
}

/** Another line is set in as far, and ends elsewhere. */
const beginsAt = (line: Line, { x0, x1 }: Line): boolean =>
  Math.abs(x0 - line.x0) < 1.5 && Math.abs(x1 - line.x1) > line.size * 0.5;
