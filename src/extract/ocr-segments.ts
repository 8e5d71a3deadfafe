// Turns recognised text into segments marked `ocr`. Pure. Recognised figures and years are unreliable: the mark says so.
import type { Segment } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import { joinWrapped } from './pdf-lines.ts';
import { createSegmentBuilder } from './segment-builder.ts';

/** Segments of one recognised page (`page` undefined for a picture file). Short first lines of the first page are headings. */
export function ocrSegments(text: string, page: number | undefined, limits: DocumentLimits): Segment[] {
  const builder = createSegmentBuilder(limits);
  builder.restart(page === undefined ? {} : { page });
  let blocks = 0;
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length === 0) continue;
    blocks++;
    const rows = lines.map((line) => line.split(/\s{3,}|\t|\s[|]\s/));
    if (rows.length >= 2 && rows.filter((cells) => cells.length >= 2).length > rows.length / 2) {
      builder.table(rows.map((cells) => cells.map((cell) => ({ text: cell }))));
      continue;
    }
    const joined = joinWrapped(lines.map((line) => ({ text: line.replace(/\s+/g, ' '), spaceAfter: false })));
    const heading = (page ?? 1) === 1 && blocks <= 4 && joined.length <= 200 && lines.length <= 3;
    builder.text(heading ? 'heading' : 'paragraph', joined, 4);
  }
  return builder.segments.map((segment) => ({ ...segment, source: 'ocr' as const }));
}
