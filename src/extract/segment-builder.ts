// Collects the segments of one document within limits: white space collapsed, headings remembered for the places of
// what follows, tables numbered. The only state is what it collects.
import type { Link, Locator, Segment } from '../model/document.ts';
import { alignTable, type SourceCell } from './table-cells.ts';

/** Place fields that the medium supplies itself. */
export type Place = Pick<Locator, 'page' | 'slide' | 'sheet'>;

export interface SegmentBuilder {
  readonly segments: readonly Segment[];
  readonly links: readonly Link[];
  /** Characters taken so far reached the limit: later text is dropped. */
  readonly full: () => boolean;
  /** Forgets the heading: another slide, sheet or file begins. */
  restart(place: Place): void;
  text(kind: 'heading' | 'paragraph' | 'item' | 'title', text: string, level?: number): void;
  /** A table; a table of one column, or of one row with one cell, becomes paragraphs. `numbers`: the rows' own numbers. */
  table(rows: readonly (readonly SourceCell[])[], numbers?: readonly number[]): void;
  link(href: string, text: string): void;
}

export function createSegmentBuilder(limits: {
  readonly characters: number;
  readonly sheetColumns: number;
}): SegmentBuilder {
  const segments: Segment[] = [];
  const links: Link[] = [];
  let place: Place = {};
  let heading: string | undefined;
  let tables = 0;
  let characters = 0;
  /** A slide began: a short first text is its title, marked as such or not. */
  let fresh = false;
  const put = (segment: Omit<Segment, 'region' | 'locator'>, more: { row?: number; table?: number } = {}) => {
    if (segment.text === '' || characters > limits.characters) return;
    characters += segment.text.length;
    segments.push({
      ...segment,
      region: 'main',
      locator: { ...(heading === undefined ? {} : { heading }), ...place, ...more },
    });
  };
  const text: SegmentBuilder['text'] = (kind, raw, level) => {
    const clean = collapse(raw);
    put({ kind, text: clean, ...(kind === 'heading' ? { level: Math.min(6, Math.max(1, level ?? 6)) } : {}) });
    if (kind === 'heading' && clean !== '') heading = clean;
  };
  return {
    segments,
    links,
    full: () => characters > limits.characters,
    restart: (next) => {
      place = next;
      heading = undefined;
      fresh = 'slide' in next;
    },
    text: (kind, raw, level) => {
      const first = fresh && kind === 'paragraph' && collapse(raw) !== '';
      if (kind === 'heading' || first) fresh = false;
      if (first && collapse(raw).length <= 120) text('heading', raw, 2);
      else text(kind, raw, level);
    },
    table: (rows, numbers) => {
      const aligned = alignTable(
        rows.map((row) => row.map((cell) => ({ ...cell, text: collapse(cell.text) }))),
        limits.sheetColumns,
      );
      if (!aligned.some(({ cells }) => cells.length > 1)) {
        for (const { cells } of aligned) text('paragraph', cells[0] ?? '');
        return;
      }
      tables++;
      for (const { cells, header, source } of aligned) {
        put(
          {
            kind: 'row',
            text: cells.filter((cell) => cell !== '').join(' | '),
            cells,
            ...(header ? { header: true } : {}),
          },
          { row: numbers?.[source] ?? source + 1, table: tables },
        );
      }
    },
    link: (href, raw) => {
      const label = collapse(raw);
      const url = URL.parse(href);
      const usable = url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
      links.push({
        href,
        url: usable,
        ...(usable === null ? { inert: url ? ('scheme' as const) : ('invalid' as const) } : {}),
        label,
        labelFrom: label === '' ? 'none' : 'text',
        text: label,
        context: heading === undefined ? [] : [{ from: 'heading', text: heading }],
        element: 'a',
        region: 'main',
      });
    },
  };
}

/** Collapses white space, and drops controls and zero-width characters. */
export function collapse(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
