// Turns laid-out pages into segments: headings by size, weight and place, paragraphs out of wrapped lines, list items,
// and table rows whose tables go on over page breaks. Pure.
import type { Link, Segment } from '../model/document.ts';
import { plainDigits } from '../text/plain-digits.ts';
import { isLineOfFigures } from './line-of-figures.ts';
import type { Block, LaidOutPage } from './pdf-layout.ts';
import { firstWidth, joinWrapped, type Line, prevailing } from './pdf-lines.ts';
import { isFigure, type PdfTable } from './pdf-table.ts';

export interface NumberedPage {
  /** 1-based. */
  readonly number: number;
  readonly page: LaidOutPage;
}

/** Segments and links of the pages of one document, in reading order. */
export function segmentPages(pages: readonly NumberedPage[]): { segments: Segment[]; links: Link[] } {
  const body = bodySize(pages);
  const segments: Segment[] = [];
  const links: Link[] = [];
  let heading: string | undefined;
  let tables = 0;
  let open: OpenTable | undefined;
  let before: LaidOutPage | undefined;
  const put = (
    segment: Omit<Segment, 'region' | 'locator'>,
    page: number,
    more: { row?: number; table?: number } = {},
  ) => {
    const locator = { ...(heading === undefined ? {} : { heading }), page, ...more };
    segments.push({ ...segment, region: 'main', locator });
    if (segment.kind === 'heading') heading = segment.text;
  };
  for (const { number, page } of pages) {
    let group: { lines: Line[]; kind: 'heading' | 'paragraph' | 'item'; level: number } | undefined;
    const flush = () => {
      if (!group) return;
      const text = joinWrapped(
        group.lines.map((line) => ({
          text: lineText(line),
          spaceAfter: group!.kind === 'heading' || spaceAfter(line) || leftRoom(line, boxes.get(line)!),
        })),
      );
      put(
        group.kind === 'heading' ? { kind: 'heading', text, level: group.level } : { kind: group.kind, text },
        number,
      );
      group = undefined;
    };
    const boxes = textBoxes(page);
    const ended = endedOnPurpose(page, boxes);
    for (const [at, block] of page.blocks.entries()) {
      if (block.kind === 'table') {
        flush();
        const { table } = block;
        const places = open && goesOnWith(open, block, { number, page, before });
        const goesOn = places !== undefined;
        if (!goesOn && isHeadless(table)) {
          for (const { cells } of table.rows) {
            const text = cells.filter((cell) => cell !== '').join(' ');
            put({ kind: listMark.test(text) ? 'item' : 'paragraph', text }, number);
          }
          continue;
        }
        if (!goesOn) tables++;
        let rows = goesOn ? open!.rows : 0;
        const header = goesOn ? open!.header : table.rows.filter((row) => row.header).map(({ cells }) => cells);
        const titles = goesOn ? 0 : titlesOver(table);
        for (const { cells } of table.rows.slice(0, titles)) {
          const [text = ''] = cells;
          put(text.length <= longestTitle ? { kind: 'heading', text, level: 3 } : { kind: 'paragraph', text }, number);
        }
        for (const { cells: own, header: marked } of table.rows.slice(titles)) {
          const cells = goesOn ? placed(own, places, open!.table.columns.length) : own;
          // A continuation brings no header of its own, at most the old one again.
          if (goesOn && header.some((known) => repeats(known, cells))) continue;
          rows++;
          const text = cells.filter((cell) => cell !== '').join(' | ');
          put({ kind: 'row', text, cells, ...(marked && !goesOn ? { header: true } : {}) }, number, {
            row: rows,
            table: tables,
          });
        }
        // A part without some of the columns goes on as the whole.
        open = { table: goesOn ? { ...table, columns: open!.table.columns } : table, page: number, rows, header };
        continue;
      }
      const { line } = block;
      const level = headingLevel(line, page, body, number === pages[0]?.number && number === 1, page.blocks[at + 1]);
      const kind = level > 0 ? 'heading' : listMark.test(line.pieces[0]!.text) ? 'item' : 'paragraph';
      const last = group?.lines.at(-1);
      const joins =
        group &&
        last &&
        (kind === 'heading'
          ? group.kind === 'heading' &&
            group.level === level &&
            group.lines.length < 4 &&
            near(last, line, page.pitch) &&
            !sectionMark.test(lineText(line)) &&
            !beginAlike(last, line)
          : kind === 'paragraph' &&
            group.kind !== 'heading' &&
            !ended.has(last) &&
            wraps(last, line, boxes.get(last)!, page));
      if (joins) group!.lines.push(line);
      else {
        flush();
        group = { lines: [line], kind, level };
      }
    }
    flush();
    before = page;
    for (const { uri, text } of page.links) links.push(pdfLink(uri, text, heading));
  }
  return { segments: withNotesApart(segments), links };
}

/** Shorter rows of one cell are no notes. */
const shortestNote = 12;

/** Lines of one cell under a table's last row are notes that its frame took in, and none of its rows. */
function withNotesApart(segments: readonly Segment[]): Segment[] {
  const apart: Segment[] = [];
  let last: number | undefined;
  for (const segment of [...segments].reverse()) {
    const { kind, text, cells, locator, region } = segment;
    const isNote = kind === 'row' && cells?.length === 1 && text.length >= shortestNote && locator.table !== last;
    if (kind === 'row' && !isNote) last = locator.table;
    if (!isNote) {
      apart.push(segment);
      continue;
    }
    const { row: _, table: __, ...place } = locator;
    apart.push({ kind: 'paragraph', text, region, locator: place });
  }
  return apart.reverse();
}

/** Bullets and item numbers as they begin a line. */
const listMark =
  /^(?:[-–•▪●○◦➢✓❖\u2022\uf0b7\uf0a7\uf0d8]\s*\S|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}[.)]?\s+\S|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}[.)]\S|[ก-ฮ][.)]\s+\S)/;
const bullet = /^[-–•▪●○◦➢✓❖\u2022\uf0b7\uf0a7\uf0d8]/;
const sectionMark = /^(?:ส่วนที่|บทที่|หมวด(?:ที่)?|ภาคผนวก|ตอนที่|ยุทธศาสตร์ที่|แผนงานที่|กลยุทธ์ที่|เป้าประสงค์ที่|ประเด็นยุทธศาสตร์|ยุทธศาสตร์)/;

function lineText(line: Line): string {
  return line.pieces.map((piece) => piece.text).join(' ');
}

function spaceAfter(line: Line): boolean {
  return line.pieces.at(-1)!.spaceAfter;
}

/** Prevailing size of running text over all pages. */
function bodySize(pages: readonly NumberedPage[]): number {
  const counts = new Map<number, number>();
  for (const { page } of pages) {
    for (const block of page.blocks) {
      if (block.kind !== 'line') continue;
      const { size } = block.line;
      counts.set(size, (counts.get(size) ?? 0) + lineText(block.line).length);
    }
  }
  return prevailing(counts) || 12;
}

/** 1–6, or 0 for no heading. Size first, then weight, then place on the page. */
function headingLevel(
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

function isCentred(line: Line, page: LaidOutPage): boolean {
  const middle = (page.left + page.right) / 2;
  const width = page.right - page.left;
  const margin = Math.min(line.x0 - page.left, page.right - line.x1);
  return width > 0 && margin > width * 0.06 && Math.abs((line.x0 + line.x1) / 2 - middle) < width * 0.04;
}

/** The first line of a paragraph, set in: it only seems to stand in the middle. */
function isIndented(line: Line, next: Block | undefined, page: LaidOutPage): boolean {
  if (next?.kind !== 'line') return false;
  const below = next.line;
  if (below.bold !== line.bold || Math.abs(below.size - line.size) > line.size * 0.08) return false;
  return near(line, below, page.pitch) && below.x0 < line.x0 - line.size * 1.5 && !isCentred(below, page);
}

function near(above: Line, below: Line, pitch: number): boolean {
  const step = below.y - above.y;
  return above.turn === below.turn && step > 0 && step <= Math.max(above.size, below.size) * Math.max(2.2, pitch * 1.1);
}

interface Box {
  left: number;
  right: number;
}

/** The box each line was set in: lines that follow each other closely in one column share it. */
function textBoxes(page: LaidOutPage): Map<Line, Box> {
  const boxes = new Map<Line, Box>();
  let last: Line | undefined;
  for (const block of page.blocks) {
    if (block.kind === 'table') {
      last = undefined;
      continue;
    }
    const { line } = block;
    const box = last && boxes.get(last);
    const overlap = last ? Math.min(last.x1, line.x1) - Math.max(last.x0, line.x0) : 0;
    if (
      last &&
      box &&
      near(last, line, page.pitch) &&
      overlap > 0 &&
      Math.abs(last.size - line.size) <= line.size * 0.2
    ) {
      box.left = Math.min(box.left, line.x0);
      box.right = Math.max(box.right, line.x1);
      boxes.set(line, box);
    } else boxes.set(line, { left: line.x0, right: line.x1 });
    last = line;
  }
  return boxes;
}

/** A box of less than this share of the page's text is a narrow one. */
const narrowShare = 0.4;

const isNarrow = ({ left, right }: Box, page: LaidOutPage): boolean =>
  right - left < (page.right - page.left) * narrowShare;

/** A line goes on with the paragraph when the one above was full and this one starts where running text starts. */
function wraps(above: Line, below: Line, box: Box, page: LaidOutPage): boolean {
  if (!near(above, below, page.pitch) || below.y - above.y > above.size * Math.max(1.9, page.pitch * 1.1)) return false;
  if (Math.abs(above.size - below.size) > above.size * 0.08 || above.bold !== below.bold) return false;
  const width = box.right - box.left;
  // A narrow box holds one short text (a diagram, a stamp): all its lines belong together.
  if (isNarrow(box, page)) return below.x0 < above.x1;
  if (above.x1 < box.right - width * 0.2 || above.x1 - above.x0 < width * 0.4) return false;
  return below.x0 < above.x0 + above.size * 1.2;
}

/** Shares of a box's lines: of full ones that show its own margin, of ended ones that show a list of lines. */
const [mostFull, mostEnded] = [0.5, 0.6] as const;
/** Fewest such lines that show either. */
const fewestTelling = 3;

/**
 * Lines after which the next one begins a paragraph of its own: its first word would have had room, so that nothing
 * but the writer's will parted them.
 */
function endedOnPurpose(page: LaidOutPage, boxes: ReadonlyMap<Line, Box>): ReadonlySet<Line> {
  const ended = new Set<Line>();
  const lines = page.blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
  const byBox = new Map<Box, Line[]>();
  for (const line of lines) {
    const box = boxes.get(line)!;
    byBox.set(box, [...(byBox.get(box) ?? []), line]);
  }
  for (const [box, members] of byBox) {
    const margin = marginOf(box, members, lines, page);
    const centred = members.every((line) => isCentred(line, page));
    const room = ({ x0, x1 }: Line): number => (centred ? page.right - page.left - (x1 - x0) : margin - x1);
    const steps = members.slice(1).map((below, at) => ({ above: members[at]!, below }));
    const broken = steps.filter(
      ({ above, below }) => room(above) > firstWidth(below) + below.size * 0.5 || beginAlike(above, below),
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

/** Lines of a list that begin with its word, or with one number after the other (กิจกรรมที่ 1, กิจกรรมที่ 2; 01, 02). */
function beginAlike(above: Line, below: Line): boolean {
  const [first, next] = [above.pieces[0]!.words[0]?.text ?? '', below.pieces[0]!.words[0]?.text ?? ''];
  if (next.length >= 4 && first === next) return true;
  const number = leadingNumber(next);
  return number !== undefined && number > 0 && leadingNumber(first) === number - 1;
}

function leadingNumber(text: string): number | undefined {
  const digits = /^[0-9๐-๙]{1,3}(?![0-9๐-๙,.:/-]*[0-9๐-๙])/u.exec(text)?.[0];
  return digits === undefined ? undefined : Number(plainDigits(digits));
}

/** The line could have held another word: it was ended on purpose. */
function leftRoom(line: Line, box: Box): boolean {
  return box.right - line.x1 > Math.max((box.right - box.left) * 0.3, line.size * 3);
}

/** Nothing stands above the table on its page but page numbers and what stands at the head of every page. */
function opensPage(block: Block, page: LaidOutPage, before: LaidOutPage | undefined): boolean {
  const known = new Set(before?.blocks.slice(0, 6).map((other) => (other.kind === 'line' ? lineText(other.line) : '')));
  for (const other of page.blocks) {
    if (other === block) return true;
    if (other.kind === 'table') return false;
    const text = lineText(other.line);
    if (/\p{L}/u.test(text) && !known.has(text)) return false;
  }
  return false;
}

interface OpenTable {
  readonly table: PdfTable;
  readonly page: number;
  readonly rows: number;
  readonly header: readonly (readonly string[])[];
}

type TableBlock = Extract<Block, { readonly kind: 'table' }>;

/** Where a table that is part of the one before has its columns in that one: over a page's end, or under a band of it. */
function goesOnWith(
  open: OpenTable,
  block: TableBlock,
  {
    number,
    page,
    before,
  }: { readonly number: number; readonly page: LaidOutPage; readonly before: LaidOutPage | undefined },
): readonly number[] | undefined {
  const { table } = block;
  if (beginsAnew(open, table)) return undefined;
  const overPage = open.page === number - 1 && opensPage(block, page, before);
  if (overPage && sameColumns(open.table, table)) return table.columns.map((_, index) => index);
  // A part without its head: some columns may stand empty in it, and are not seen.
  if (!overPage && !(open.page === number && underBand(open.table, block, page))) return undefined;
  if (table.columns.length >= fewestShared && sameColumns(open.table, table))
    return table.columns.map((_, index) => index);
  if (open.header.length === 0 || table.rows[0]?.header || table.columns.length < fewestShared) return undefined;
  const places = table.columns.map((column) => open.table.columns.findIndex((other) => overlaps(column, other)));
  return places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1]!)) ? places : undefined;
}

/** Longest line that is a title over a table; longer ones are notes. */
const longestTitle = 160;

/** Lines whose words stand under each other without a head over them: what is in which column, nothing says. */
const isHeadless = ({ ruled, rows }: PdfTable): boolean => !ruled && !rows.some(({ header }) => header);

/** Rows of one cell over a table's head: its titles, which a frame took in. */
function titlesOver({ rows }: PdfTable): number {
  const head = rows.findIndex(({ cells }) => cells.length > 1);
  return head > 0 && rows[head]!.header ? head : 0;
}

/** A table with a head of its own, in part that of the table before: the next sheet of a workbook, set in the same columns. */
function beginsAnew({ header, table }: OpenTable, { rows }: PdfTable): boolean {
  const first = rows.find(({ cells }) => cells.length > 1);
  if (first === undefined || header.some((known) => repeats(known, first.cells))) return false;
  if (overFigures(first.cells, table)) return true;
  const labels = new Set(header.flat().filter((label) => /\p{L}/u.test(label)));
  const own = first.cells.filter((cell) => cell !== '');
  const shared = own.filter((cell) => labels.has(cell)).length;
  const titled = rows[0]!.cells.length === 1;
  // A form's words stand in its first column, and beside them what was filled in: one of them in common shows nothing.
  return titled ? shared > 0 : shared > 1 && own.every((cell) => !isFigure(cell));
}

/** Columns of figures over which words make a head. */
const fewestOverFigures = 2;

/** Words where the table before has nothing but figures: the head of another table. */
function overFigures(cells: readonly string[], { rows, columns }: PdfTable): boolean {
  if (cells.length !== columns.length) return false;
  const data = rows.filter((row) => !row.header && row.cells.length === columns.length);
  const inFigures = cells.filter((_, column) => {
    const filled = data.map((row) => row.cells[column]!).filter((cell) => cell !== '');
    return filled.length >= 2 && filled.every(isFigure);
  });
  const words = inFigures.filter((cell) => cell !== '');
  return words.length >= Math.max(fewestOverFigures, inFigures.length * 0.5) && !words.some(isFigure);
}

/** Columns by which a part without a head is known to be of the table before. */
const fewestShared = 3;
/** Lines between the parts of one table on a page. */
const mostBands = 2;

/** Only a short line or two stand between, as bands of one table do. */
function underBand(table: PdfTable, block: TableBlock, page: LaidOutPage): boolean {
  const at = page.blocks.indexOf(block);
  for (let above = at - 1; above >= 0 && at - above <= mostBands + 1; above--) {
    const other = page.blocks[above]!;
    if (other.kind === 'table') return other.table.order === table.order && block.table.top > table.bottom;
    if (lineText(other.line).length > 90 || other.line.pieces.length > 1) return false;
  }
  return false;
}

/** Cells at their columns' places; one over the whole table stays one. */
function placed(cells: readonly string[], places: readonly number[], width: number): readonly string[] {
  if (cells.length === 1 || places.length === width) return cells;
  const all = Array.from({ length: width }, () => '');
  for (const [index, place] of places.entries()) all[place] = cells[index] ?? '';
  return all;
}

type Column = PdfTable['columns'][number];

function overlaps({ x0, x1 }: Column, other: Column): boolean {
  return Math.min(x1, other.x1) - Math.max(x0, other.x0) > Math.min(x1 - x0, other.x1 - other.x0) * 0.5;
}

/** Columns of a table without rules end where their words end: they need only stand over each other. */
function sameColumns({ columns: a }: PdfTable, { columns: b }: PdfTable): boolean {
  if (a.length !== b.length) return false;
  return a.every((column, index) => overlaps(column, b[index]!));
}

function repeats(header: readonly string[], cells: readonly string[]): boolean {
  return header.length === cells.length && header.every((cell, index) => cell === cells[index]);
}

function pdfLink(href: string, text: string, heading: string | undefined): Link {
  const url = URL.parse(href);
  const usable = url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
  return {
    href,
    url: usable,
    ...(usable === null ? { inert: url ? ('scheme' as const) : ('invalid' as const) } : {}),
    label: text,
    labelFrom: text === '' ? 'none' : 'text',
    text,
    context: heading === undefined ? [] : [{ from: 'heading', text: heading }],
    element: 'a',
    region: 'main',
  };
}
