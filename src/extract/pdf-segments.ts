// Turns laid-out pages into segments: headings, paragraphs out of wrapped lines, list items, and table rows whose tables
// go on over page breaks. Pure.
import type { Link, Segment } from '../model/document.ts';
import { isHeading } from './heading-by-length.ts';
import { bodySize, headingLevel, sectionMark } from './pdf-headings.ts';
import { type Block, isHeadless, type LaidOutPage } from './pdf-layout.ts';
import { joinWrapped, type Line, lineText } from './pdf-lines.ts';
import { beginAlike, endedOnPurpose, leftRoom, near, textBoxes, wraps } from './pdf-paragraphs.ts';
import type { PdfTable } from './pdf-table.ts';
import { goesOnWith, type OpenTable, placed, repeats, titlesOver, withNotesApart } from './pdf-table-parts.ts';

export interface NumberedPage {
  /** 1-based. */
  readonly number: number;
  /** Of the last of the pages that were joined to this one. */
  readonly last?: number;
  readonly page: LaidOutPage;
}

/** Segments and links of the pages of one document, in reading order. */
export function segmentPages(pages: readonly NumberedPage[]): { segments: Segment[]; links: Link[] } {
  const body = bodySize(pages.map(({ page }) => page));
  const out = createOutput();
  const links: Link[] = [];
  let before: LaidOutPage | undefined;
  for (const { number, last = number, page } of pages) {
    const boxes = textBoxes(page);
    const ended = endedOnPurpose(page, boxes);
    let group: { lines: Line[]; kind: 'heading' | 'paragraph' | 'item'; level: number } | undefined;
    const flush = () => {
      if (!group) return;
      const { lines, kind, level } = group;
      const parts = lines.map((line) => ({
        text: lineText(line),
        spaceAfter: kind === 'heading' || line.pieces.at(-1)!.spaceAfter || leftRoom(line, boxes.get(line)!),
      }));
      const text = joinWrapped(parts);
      out.put(kind === 'heading' ? { kind, text, level } : { kind, text }, number);
      group = undefined;
    };
    const belongs = (line: Line, kind: 'heading' | 'paragraph' | 'item', level: number): boolean => {
      const last = group?.lines.at(-1);
      if (!group || !last) return false;
      if (kind === 'paragraph')
        return group.kind !== 'heading' && !ended.has(last) && wraps(last, line, boxes.get(last)!, page);
      // Lines of a title, as covers break it.
      return (
        kind === 'heading' &&
        group.kind === 'heading' &&
        group.level === level &&
        group.lines.length < mostTitleLines &&
        near(last, line, page.pitch) &&
        !sectionMark.test(lineText(line)) &&
        !beginAlike(last, line)
      );
    };
    const putLine = (line: Line, next: Block | undefined) => {
      const level = headingLevel(line, page, body, number === pages[0]?.number && number === 1, next);
      const kind = level > 0 ? 'heading' : listMark.test(line.pieces[0]!.text) ? 'item' : 'paragraph';
      if (belongs(line, kind, level)) group!.lines.push(line);
      else {
        flush();
        group = { lines: [line], kind, level };
      }
    };
    for (const [at, block] of page.blocks.entries()) {
      const next = page.blocks[at + 1];
      if (block.kind === 'line') {
        putLine(block.line, next);
        continue;
      }
      const { table } = block;
      const places = out.open && goesOnWith(out.open, block, { number, page, before });
      if (places === undefined && isHeadless(table)) {
        const { lines = [] } = table;
        for (const [nth, line] of lines.entries())
          putLine(line, nth + 1 < lines.length ? { kind: 'line', line: lines[nth + 1]! } : next);
        continue;
      }
      flush();
      out.putTable(table, places, { number, last });
    }
    flush();
    before = page;
    for (const { uri, text } of page.links) links.push(pdfLink(uri, text, out.heading()));
  }
  return { segments: headedByLength(withNotesApart(out.segments)), links };
}

/** Lines that one title may take. */
const mostTitleLines = 4;
/** Longest line that is a title over a table; longer ones are notes. */
const longestTitle = 160;

/** Bullets and item numbers as they begin a line. */
const listMark =
  /^(?:[-–•▪●○◦➢✓❖\u2022\uf0b7\uf0a7\uf0d8]\s*\S|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}[.)]?\s+\S|[(]?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}[.)]\S|[ก-ฮ][.)]\s+\S)/;

type Unplaced = Omit<Segment, 'region' | 'locator'>;

/** Segments as they come, and the table that may go on. */
function createOutput() {
  const segments: Segment[] = [];
  let heading: string | undefined;
  let tables = 0;
  let open: OpenTable | undefined;
  function put(segment: Unplaced, page: number, more: { row?: number; table?: number } = {}): void {
    const locator = { ...(heading === undefined ? {} : { heading }), page, ...more };
    segments.push({ ...segment, region: 'main', locator });
    if (segment.kind === 'heading') heading = segment.text;
  }
  return {
    segments,
    put,
    heading: () => heading,
    get open() {
      return open;
    },
    /** `places`: where its columns stand in the table that is open, if it goes on with that one. */
    putTable(
      table: PdfTable,
      places: readonly number[] | undefined,
      { number: page, last }: { readonly number: number; readonly last: number },
    ): void {
      const above = places === undefined ? undefined : open;
      if (above === undefined) tables++;
      let rows = above?.rows ?? 0;
      const header = above?.header ?? table.rows.filter((row) => row.header).map(({ cells }) => cells);
      const titles = above === undefined ? titlesOver(table) : 0;
      for (const { cells } of table.rows.slice(0, titles)) {
        const [text = ''] = cells;
        put(text.length <= longestTitle ? { kind: 'heading', text, level: 3 } : { kind: 'paragraph', text }, page);
      }
      for (const { cells: own, header: marked } of table.rows.slice(titles)) {
        const cells = above === undefined ? own : placed(own, places!, above.table.columns.length);
        // A continuation brings no header of its own, at most the old one again.
        if (above !== undefined && header.some((known) => repeats(known, cells))) continue;
        rows++;
        const text = cells.filter((cell) => cell !== '').join(' | ');
        const row = { kind: 'row' as const, text, cells, ...(marked && above === undefined ? { header: true } : {}) };
        put(row, page, { row: rows, table: tables });
      }
      // A part without some of the columns goes on as the whole.
      open = {
        table: above === undefined ? table : { ...table, columns: above.table.columns },
        page: last,
        rows,
        header,
      };
    },
  };
}

/** A paper set in one size and weight shows its headings as a text file does, by their length alone, where they are mere words. */
function headedByLength(segments: readonly Segment[]): Segment[] {
  if (segments.some(({ kind }) => kind === 'heading')) return [...segments];
  let heading: string | undefined;
  return segments.map((segment, at) => {
    const locator = heading === undefined ? segment.locator : { ...segment.locator, heading };
    const next = segments[at + 1];
    const mayHead = segment.kind === 'paragraph' && (at === 0 || !/[:\d๐-๙]/u.test(segment.text));
    if (!mayHead || !isHeading(segment.text, next?.text, at === 0, false)) return { ...segment, locator };
    heading = segment.text;
    return { ...segment, kind: 'heading', level: 6, locator };
  });
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
