// DOC (Word 97–2003): text by word-extractor; paragraphs by line, table rows by tabs.
import { createRequire } from 'node:module';
import type { Reader } from './read-document.ts';
import { putLines } from './read-text.ts';
import { createSegmentBuilder } from './segment-builder.ts';

interface WordDocument {
  getBody(): string;
  getTextboxes(options?: { includeBody?: boolean; includeHeadersAndFooters?: boolean }): string;
  getFootnotes(): string;
}
interface WordExtractor {
  extract(source: Buffer): Promise<WordDocument>;
}

export const readDoc: Reader = async ({ media, body, limits }) => {
  const Extractor = createRequire(import.meta.url)('word-extractor') as new () => WordExtractor;
  const document = await new Extractor().extract(body);
  const builder = createSegmentBuilder(limits);
  for (const part of [
    document.getBody(),
    document.getTextboxes({ includeHeadersAndFooters: false }),
    document.getFootnotes(),
  ]) {
    if (part) putLines(part, builder);
  }
  return {
    ok: true,
    text: {
      media,
      segments: builder.segments,
      links: builder.links,
      source: 'text',
      damage: builder.full() ? ['text limit reached'] : [],
    },
  };
};
