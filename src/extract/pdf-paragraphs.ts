// Which lines of a page belong together: the boxes they were set in, lines that wrap, and lines that were ended on purpose. Pure.
import { plainDigits } from '../text/plain-digits.ts';
import { type Block, type LaidOutPage, linesOf } from './pdf-layout.ts';
import { firstWidth, type Line } from './pdf-lines.ts';

export interface Box {
  left: number;
  right: number;
}

/** The box each line was set in: lines that follow each other closely in one column share it. */
export function textBoxes(page: LaidOutPage): Map<Line, Box> {
  const boxes = new Map<Line, Box>();
  let last: Line | undefined;
  for (const block of page.blocks) {
    const lines = linesOf(block);
    if (lines.length === 0) last = undefined;
    for (const line of lines) {
      const box = last && inOneBox(last, line, page) ? boxes.get(last)! : { left: line.x0, right: line.x1 };
      box.left = Math.min(box.left, line.x0);
      box.right = Math.max(box.right, line.x1);
      boxes.set(line, box);
      last = line;
    }
  }
  return boxes;
}

function inOneBox(above: Line, below: Line, page: LaidOutPage): boolean {
  const overlap = Math.min(above.x1, below.x1) - Math.max(above.x0, below.x0);
  return overlap > 0 && near(above, below, page.pitch) && Math.abs(above.size - below.size) <= below.size * 0.2;
}

export function near(above: Line, below: Line, pitch: number): boolean {
  const step = below.y - above.y;
  return above.turn === below.turn && step > 0 && step <= Math.max(above.size, below.size) * Math.max(2.2, pitch * 1.1);
}

export function isCentred(line: Line, page: LaidOutPage): boolean {
  const middle = (page.left + page.right) / 2;
  const width = page.right - page.left;
  const margin = Math.min(line.x0 - page.left, page.right - line.x1);
  return width > 0 && margin > width * 0.06 && Math.abs((line.x0 + line.x1) / 2 - middle) < width * 0.04;
}

/** Shares of a box's lines: of full ones that show its own margin, of ended ones that show a list of lines. */
const [mostFull, mostEnded] = [0.5, 0.6] as const;
const mostLines = 2000;
/** Fewest such lines that show either. */
const fewestTelling = 3;

/**
 * Lines after which the next one begins a paragraph of its own: its first word would have had room, so that nothing
 * but the writer's will parted them.
 */
export function endedOnPurpose(page: LaidOutPage, boxes: ReadonlyMap<Line, Box>): ReadonlySet<Line> {
  const ended = new Set<Line>();
  const lines = page.blocks.flatMap(linesOf);
  // No page that anybody reads has more.
  if (lines.length > mostLines) return ended;
  for (const [box, members] of Map.groupBy(lines, (line) => boxes.get(line)!)) {
    const margin = marginOf(box, members, lines, page);
    const centred = members.every((line) => isCentred(line, page));
    const room = ({ x0, x1 }: Line): number => (centred ? page.right - page.left - (x1 - x0) : margin - x1);
    const steps = members.slice(1).map((below, at) => ({ above: members[at]!, below }));
    const broken = steps.filter(
      ({ above, below }) =>
        room(above) > firstWidth(below) + below.size * 0.5 || beginAlike(above, below) || standInColumns(above, below),
    );
    for (const { above } of broken) ended.add(above);
    // Of a list of lines, each ends where it ends; the longest would else swallow the next.
    const listed = steps.every(({ above, below }) => Math.abs(above.x0 - below.x0) < below.size * 0.5);
    if (listed && broken.length >= fewestTelling && broken.length >= steps.length * mostEnded)
      for (const { above } of steps) ended.add(above);
  }
  return ended;
}

/** How far the lines of a box may reach: to its own right edge where many do, else to that of the page's lines like them. */
function marginOf(box: Box, members: readonly Line[], lines: readonly Line[], page: LaidOutPage): number {
  const first = members[0]!;
  const full = members.filter(({ x1, size }) => x1 > box.right - size * 1.5).length;
  // What begins at the page's edge is narrow by its words alone.
  const narrow = isNarrow(box, page) && box.left > page.left + first.size * 2;
  if (narrow || (full >= fewestTelling && full >= members.length * mostFull)) return box.right;
  const reach = lines.reduce((most, { pieces, turn, size, x0, x1 }) => {
    const alike = turn === first.turn && Math.abs(size - first.size) <= first.size * 0.08 && pieces.length === 1;
    return alike && x0 < box.right ? Math.max(most, x1) : most;
  }, box.right);
  // A page of short lines shows no edge of its own: margins are alike on both sides, where nothing stands beside.
  const [top, bottom] = [first.y - first.size, members.at(-1)!.y];
  const alone = first.turn === 0 && !page.blocks.some((block) => standsBeside(block, box.right, top, bottom));
  return alone ? Math.max(reach, page.width - page.left) : reach;
}

function standsBeside(block: Block, right: number, top: number, bottom: number): boolean {
  if (block.kind === 'table')
    return block.table.columns[0]!.x0 > right && block.table.bottom > top && block.table.top < bottom;
  const { x0, y, size } = block.line;
  return x0 > right && y > top && y - size < bottom;
}

/** Both have several pieces, which begin under each other: rows, and no text that goes on. */
function standInColumns(above: Line, below: Line): boolean {
  if (above.pieces.length < 2 || below.pieces.length < 2) return false;
  const under = below.pieces.filter(({ x0 }) =>
    above.pieces.some((piece) => Math.abs(piece.x0 - x0) < below.size * 0.3),
  );
  return under.length >= 2;
}

/** Lines of a list that begin with its word, or with one number after the other (กิจกรรมที่ 1, กิจกรรมที่ 2; 01, 02). */
export function beginAlike(above: Line, below: Line): boolean {
  const [first, next] = [above.pieces[0]!.words[0]?.text ?? '', below.pieces[0]!.words[0]?.text ?? ''];
  if (next.length >= 4 && first === next) return true;
  const number = leadingNumber(next);
  return number !== undefined && number > 0 && leadingNumber(first) === number - 1;
}

function leadingNumber(text: string): number | undefined {
  const digits = /^[0-9๐-๙]{1,3}(?![0-9๐-๙,.:/-]*[0-9๐-๙])/u.exec(text)?.[0];
  return digits === undefined ? undefined : Number(plainDigits(digits));
}

/** A box of less than this share of the page's text is a narrow one. */
const narrowShare = 0.4;

const isNarrow = ({ left, right }: Box, page: LaidOutPage): boolean =>
  right - left < (page.right - page.left) * narrowShare;

/** A line goes on with the paragraph when the one above was full and this one starts where running text starts. */
export function wraps(above: Line, below: Line, box: Box, page: LaidOutPage): boolean {
  if (!near(above, below, page.pitch) || below.y - above.y > above.size * Math.max(1.9, page.pitch * 1.1)) return false;
  if (Math.abs(above.size - below.size) > above.size * 0.08 || above.bold !== below.bold) return false;
  const width = box.right - box.left;
  // A narrow box holds one short text (a diagram, a stamp): all its lines belong together.
  if (isNarrow(box, page)) return below.x0 < above.x1;
  if (above.x1 < box.right - width * 0.2 || above.x1 - above.x0 < width * 0.4) return false;
  return below.x0 < above.x0 + above.size * 1.2;
}

/** The line could have held another word: it was ended on purpose. */
export function leftRoom(line: Line, box: Box): boolean {
  return box.right - line.x1 > Math.max((box.right - box.left) * 0.3, line.size * 3);
}
